"""Deciding only at `wake_at` does what deciding all the time would do, and deciding twice does nothing twice.

Made-up projects live through weeks: mails of both sides, marks, and a person who edits, sends and deletes drafts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache, partial

from builders import (
    MONDAY_9H,
    NINE_TO_FIVE,
    PIET,
    RIK,
    a_dossier,
    a_fee,
    a_header,
    a_mark,
    a_milestone,
    a_person,
    a_placed_draft,
    an_alert,
    working_days,
    working_hours,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st
from instants import through

from mailaide.adapters.ear_model import built_in
from mailaide.core.decide import decide
from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.intent import Intent, State
from mailaide.core.letter import facts
from mailaide.core.mail import Message, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.obligation import Plan, RaiseAlert, WithdrawDraft, WriteDraft
from mailaide.core.project import ComplaintPolicy
from mailaide.core.reading.read import read
from mailaide.core.reading.signals import Reading
from mailaide.core.worktime import QuietHours

THEIRS = (
    "This is not what we agreed. I am very unhappy with the homepage.",
    "Could you tell me which day the homepage goes online?",
    "How many photos do you need from us? And where do we put the map?",
    "Please make the logo bigger and move the menu to the left.",
    "Agreed, go ahead.",
    "Agreed, provided that the logo is bigger.",
    "Perfect, thank you so much!",
    "Why is there € 1,450 on the invoice? We never agreed to pay that.",
    "Here is the text for the founders page.",
    "You are right, sorry. We will pay it today.",
)
OURS = (
    "The homepage goes online on Friday 13 March.",
    "I will get back to you as soon as possible.",
    "I will look into it and come back to you on Thursday 5 March at the latest.",
    "The first design is attached. Do you agree with it?",
    "The new version is attached, with a bigger logo.",
    "The design costs € 1,450, excluding VAT.",
    "You will have the sketches on Monday 9 March.",
    "The sketches will be later: you will have them on Tuesday 17 March.",
    "You are right. I put the wrong file online, and I have taken € 100 off the bill.",
    "[[what happened]] and nothing else.",
)
END = timedelta(days=45)
SECOND = timedelta(seconds=1)
"""How late a letter may be that reads otherwise from then on."""


@cache
def understood(text: str, ours: bool, at: datetime) -> Reading:
    header = a_header(sender=RIK if ours else PIET, to=(PIET if ours else RIK,), received_at=at)
    return read(Message(header=header, text=text), from_us=ours, language="en", ear=built_in(), hours=NINE_TO_FIVE)


def a_mail(at: datetime, text: str, ours: bool, number: int, thread: str) -> Entry:
    header = a_header(
        message_id=f"<{number}@mail.example>",
        sender=RIK if ours else PIET,
        to=(PIET if ours else RIK,),
        role=Role.SENT if ours else Role.INBOX,
        subject=thread,
        received_at=at,
    )
    return Entry(
        message=Message(header=header, text=text),
        thread=thread,
        author=Author.US if ours else Author.CLIENT,
        reading=understood(text, ours, at),
    )


@dataclass(slots=True)
class Life:
    """A project through time. Each decision is carried out at once, as `act` would do it."""

    project: dict[str, object]
    quiet: bool
    entries: list[Entry] = field(default_factory=list)
    intents: dict[str, Intent] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    number: int = 0

    def dossier(self) -> Dossier:
        night = QuietHours(zone=NINE_TO_FIVE.zone, begins=NINE, ends=SEVEN) if self.quiet else None
        person = a_person(quiet=night)
        return a_dossier(
            *self.entries, intents=tuple(self.intents.values()), marks=tuple(self.marks), person=person, **self.project
        )

    def decide(self, now: datetime) -> Plan:
        """Decide and do it, until there is nothing to do; it must come to rest at once."""
        for _ in range(3):
            plan = decide(self.dossier(), now=now)
            if not plan.actions:
                return plan
            for action in plan.actions:
                self._do(action, now)
        raise AssertionError(f"it does not come to rest: {plan.actions}")

    def _do(self, action: WriteDraft | WithdrawDraft | RaiseAlert, now: datetime) -> None:
        self.number += 1
        identifier = f"<ours-{self.number}@me.example>"
        match action:
            case WriteDraft(obligation=one, letter=letter):
                lying = [draft for draft in self._lying() if not set(draft.keys).isdisjoint(one.keys)]
                assert not lying, f"{one.keys} have a draft already"
                self.intents[identifier] = a_placed_draft(
                    one.key,
                    covers=one.covers,
                    message_id=identifier,
                    answers=letter.answers.message_id if letter.answers else "",
                    duty=one.duty,
                    facts=facts(letter),
                    revision=action.revision,
                    planned_at=now,
                )
            case WithdrawDraft(intent=draft):
                self.intents[draft.message_id] = replace(draft, state=State.WITHDRAWN, settled_at=now)
            case RaiseAlert():
                told = {alert.key for alert in self.intents.values()}
                assert told.isdisjoint(action.keys), f"{action.keys} were raised"
                for number, key in enumerate(action.keys):
                    raised = f"{number}-{identifier}"
                    self.intents[raised] = an_alert(key, message_id=raised, duty=action.obligation.duty)

    def _lying(self) -> list[Intent]:
        return [one for one in self.intents.values() if one.state in {State.PLACED, State.SUPERSEDED} and one.facts]

    def happens(self, what: str, text: str, at: datetime, thread: str) -> None:
        self.number += 1
        match what:
            case "they write" | "we write":
                self.entries.append(a_mail(at, text, what == "we write", self.number, thread))
            case "marked":
                self.marks.append(a_mark(MarkKind.ANSWERED, "harbour", at))
            case _:
                for draft in self._lying()[:1]:
                    states = {"edited": State.SUPERSEDED, "deleted": State.DISCARDED, "sent": State.SENT}
                    self.intents[draft.message_id] = replace(draft, state=states[what], settled_at=at)
                    if what == "sent":
                        self.entries.append(a_mail(at, text, True, self.number, thread))


NINE, SEVEN = NINE_TO_FIVE.week[0][0][0].replace(hour=22), NINE_TO_FIVE.week[0][0][0].replace(hour=7)


@st.composite
def projects(draw: st.DrawFn) -> dict[str, object]:
    march = st.integers(2, 31).map(lambda day: date(2026, 3, day))
    milestones = [
        a_milestone(f"Part {number}", on, draw(st.sampled_from([None, None, on])))
        for number, on in enumerate(sorted(draw(st.lists(march, max_size=3))))
    ]
    return {
        "starts": draw(st.sampled_from([None, date(2026, 3, 2), date(2026, 3, 4)])),
        "ends": draw(st.sampled_from([None, date(2026, 3, 20)])),
        "milestones": tuple(milestones),
        "fees": draw(st.sampled_from([(), (a_fee(),), (a_fee(), a_fee("150", what="extra round"))])),
        "revision_rounds": draw(st.sampled_from([None, 1, 2])),
        "cadence": draw(st.sampled_from([None, working_days(2), working_days(5)])),
        "complaints": ComplaintPolicy(
            answer_within=draw(st.sampled_from([working_hours(4), working_hours(8)])),
            warn_after=draw(st.sampled_from([None, working_hours(1)])),
        ),
        "progress": draw(st.sampled_from([(), (("texts", True), ("photos", False))])),
        "remedies": ("an extra round",),
    }


EVENTS = st.tuples(
    st.sampled_from(["they write", "they write", "we write", "we write", "sent", "edited", "deleted", "marked"]),
    st.integers(0, 9),
    st.integers(0, 20 * 24 * 4),
    st.sampled_from(["The harbour", "The invoice"]),
)


@example(  # news goes with a reminder, while a reply lies beside it
    project={"starts": None, "ends": None, "fees": (a_fee(),), "cadence": working_days(2)},
    quiet=False,
    events=[("they write", 1, 0, "The harbour"), ("we write", 3, 1, "The harbour")],
)
@example(  # a yes that came by phone is not asked for in the news either
    project={"starts": None, "ends": None, "fees": (), "cadence": working_days(2)},
    quiet=False,
    events=[("we write", 3, 0, "The harbour"), ("marked", 0, 1, "The harbour")],
)
@example(  # a letter that lay for a month loses one of its parts, and is written anew without it
    project={"starts": None, "ends": None, "fees": (a_fee(),)},
    quiet=False,
    events=[
        ("we write", 0, 0, "The harbour"),
        ("they write", 1, 1, "The harbour"),
        ("they write", 1, 2, "The invoice"),
    ],
)
@settings(max_examples=80, deadline=None)
@given(projects(), st.booleans(), st.lists(EVENTS, min_size=1, max_size=8, unique_by=lambda event: event[2]))
def test_between_two_wakes_there_is_nothing_to_do(
    project: dict[str, object], quiet: bool, events: list[tuple[str, int, int, str]]
):
    life = Life(project=project, quiet=quiet)
    coming = sorted(
        (MONDAY_9H + quarter * timedelta(minutes=15), what, text, thread) for what, text, quarter, thread in events
    )
    now, end = MONDAY_9H, MONDAY_9H + END
    while now < end:
        while coming and coming[0][0] <= now:
            at, what, text, thread = coming.pop(0)
            life.happens(what, (THEIRS if what == "they write" else OURS)[text], at, thread)
        plan = life.decide(now)
        wake_at = plan.wake_at or end
        assert wake_at > now
        following = min(wake_at, coming[0][0] if coming else end, end)
        dossier = life.dossier()
        for moment, plan in through(partial(_decided, dossier), now + SECOND, following - SECOND):
            assert plan.actions == (), f"nobody wakes at {moment}"
        now = following


def _decided(dossier: Dossier, now: datetime) -> Plan:
    return decide(dossier, now=now)
