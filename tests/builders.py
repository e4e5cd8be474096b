"""Small values of the core with sensible defaults; every builder takes the fields that matter as keywords.

The freelancer is Rik (Amsterdam, Mon-Fri 9-17), the client is Piet of Harbour Ltd. All messages lie in one thread
unless a test says otherwise; the Message-ID of a message is made from its author and its instant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from mailaide.core.dossier import Author, Dossier, Entry, without_false_alarms
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.letter import Letter, Part
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.marks import Mark, MarkKind, in_force
from mailaide.core.project import Client, ComplaintPolicy, Fee, Form, Milestone, Person, Practice, Project
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.ear import Heard
from mailaide.core.reading.ours.promise_matter import matter
from mailaide.core.reading.ours.said import statements
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.core.reading.text.sums import figures
from mailaide.core.worktime import Span, Unit, WorkingHours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A local time of Amsterdam as a UTC instant."""
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


MONDAY_9H = local(2026, 3, 2, 9)
MONDAY_10H = local(2026, 3, 2, 10)
MONDAY_11H = local(2026, 3, 2, 11)
TUESDAY_9H = local(2026, 3, 3, 9)
TUESDAY_10H = local(2026, 3, 3, 10)
WEDNESDAY_9H = local(2026, 3, 4, 9)
WEDNESDAY_10H = local(2026, 3, 4, 10)
THURSDAY_9H = local(2026, 3, 5, 9)
FRIDAY_9H = local(2026, 3, 6, 9)
NEXT_MONDAY_9H = local(2026, 3, 9, 9)
NEXT_TUESDAY_9H = local(2026, 3, 10, 9)

RIK = Address(email="rik@me.example", name="Rik")
PIET = Address(email="piet@harbour.example", name="Piet")
STRANGER = Address(email="stranger@elsewhere.example")
THREAD = "<thread@harbour.example>"

NINE_TO_FIVE = WorkingHours(zone=AMSTERDAM, week={day: ((time(9), time(17)),) for day in range(5)})


class ScriptedEar:
    """Hears in a text what `hears` says of it; what the rules find stays as it is."""

    def __init__(self, hears: Callable[[str], Heard | None]) -> None:
        self._hears = hears

    def hear(self, text: str, *, language: str) -> Heard | None:
        return self._hears(text)

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, Sequence[str]]:
        return found


def working_hours(amount: int) -> Span:
    return Span(amount=amount, unit=Unit.WORKING_HOURS)


def working_days(amount: int) -> Span:
    return Span(amount=amount, unit=Unit.WORKING_DAYS)


def a_person(**changes: Any) -> Person:
    person = Person(name="Rik", addresses=(RIK.email, "rik@home.example"), zone=AMSTERDAM, hours=NINE_TO_FIVE)
    return replace(person, **changes)


def a_client(**changes: Any) -> Client:
    client = Client(
        key="harbour", name="Harbour Ltd", contact="Piet", addresses=(PIET.email,), language="en", zone=AMSTERDAM
    )
    return replace(client, **changes)


def a_project(**changes: Any) -> Project:
    """A project that owes nothing but answers: no fees, no cadence. A complaint is alerted once, when it is due."""
    project = Project(
        key="harbour",
        title="The harbour site",
        client=a_client(),
        account="work",
        complaints=ComplaintPolicy(answer_within=working_hours(4), warn_after=working_hours(4), repeats=0),
    )
    return replace(project, **changes)


def a_practice(*projects: Project, **person: Any) -> Practice:
    return Practice(person=a_person(**person), projects=projects)


def a_fee(amount: str = "1450", **changes: Any) -> Fee:
    return replace(Fee(what="design", amount=Decimal(amount), currency="EUR"), **changes)


def a_milestone(name: str, on: date, done: date | None = None) -> Milestone:
    return Milestone(name=name, on=on, done=done)


def to_piet(template: str, *, answers: Header | None = None, **values: Any) -> Letter:
    """The letter of one part that the client's project calls for."""
    part = Part(template=template, values=values)
    return Letter(language="en", form=Form.FORMAL, to=PIET, greeting="Piet", answers=answers, parts=(part,))


def a_header(**changes: Any) -> Header:
    """A mail of the client's to us, received on Monday at nine."""
    header = Header(
        place=Place(account="work", folder="INBOX", uidvalidity=1, uid=1),
        role=Role.INBOX,
        message_id="<first@harbour.example>",
        sender=PIET,
        to=(RIK,),
        subject="The harbour",
        received_at=MONDAY_9H,
    )
    return replace(header, **changes)


def from_client(at: datetime, text: str = "Here are the photos.", **changes: Any) -> Entry:
    """A mail of the client's; `changes` are fields of the entry, of its reading or of its header."""
    return _entry(at, text, {"author": Author.CLIENT, "sender": PIET, "to": (RIK,), **changes})


def from_us(at: datetime, text: str = "The first page is ready.", **changes: Any) -> Entry:
    """A mail of ours to the client, as it lies in Sent."""
    return _entry(at, text, {"author": Author.US, "sender": RIK, "to": (PIET,), "role": Role.SENT, **changes})


def complaint(at: datetime, text: str = "This is not what we agreed.", **changes: Any) -> Entry:
    return from_client(at, text, signals=(a_signal(SignalKind.COMPLAINT, text),), **changes)


def thanks(at: datetime, text: str = "Thanks, that is fine.", **changes: Any) -> Entry:
    return from_client(at, text, signals=(a_signal(SignalKind.THANKS, text),), **changes)


def holding_reply(
    at: datetime, text: str = "I will get back to you.", *, by: date | None = None, **changes: Any
) -> Entry:
    """`by` is the day on which it promises the answer, if it does."""
    promised = (a_signal(SignalKind.PROMISE, text, due=by),) if by else ()
    return from_us(at, text, signals=(a_signal(SignalKind.HOLDING_REPLY, text), *promised), **changes)


def saying(kind: SignalKind, at: datetime, text: str, **changes: Any) -> Entry:
    """A mail of the client's whose text is one signal."""
    return from_client(at, text, signals=(a_signal(kind, text),), **changes)


def we_say(kind: SignalKind, at: datetime, text: str, due: date | None = None, **changes: Any) -> Entry:
    """A mail of ours to the client whose text is one signal."""
    topics = (matter(text, language="en").value,) if kind is SignalKind.PROMISE else ()
    return from_us(at, text, signals=(replace(a_signal(kind, text, due=due), topics=topics),), **changes)


def a_signal(kind: SignalKind, sentence: str, **changes: Any) -> Signal:
    return replace(Signal(kind=kind, sentence=sentence, because="the builder says so"), **changes)


def _entry(at: datetime, text: str, fields: dict[str, Any]) -> Entry:
    author, thread = fields.pop("author"), fields.pop("thread", THREAD)
    machine, signals = fields.pop("machine", ""), fields.pop("signals", ())
    header = a_header(message_id=f"<{author}-{at:%m%dT%H%M}@mail.example>", received_at=at)
    return Entry(
        message=Message(header=replace(header, **fields), text=text),
        thread=thread,
        author=author,
        reading=Reading(
            new_text=text,
            language="en",
            machine=machine,
            signals=signals,
            sums=figures(text),
            said=statements(text, sent=at.date(), language="en"),
        ),
    )


def a_dossier(
    *entries: Entry,
    intents: tuple[Intent, ...] = (),
    marks: tuple[Mark, ...] = (),
    person: Person | None = None,
    **project: Any,
) -> Dossier:
    """The dossier of a project with these messages; `project` are changes of `a_project`."""
    return Dossier(
        project=a_project(**project),
        person=person or a_person(),
        entries=tuple(without_false_alarms(entries, marks)),
        intents=intents,
        marks=in_force(marks),
    )


def a_mark(kind: MarkKind, about: str, at: datetime, **changes: Any) -> Mark:
    """A word of the person's about something of the harbour project."""
    return replace(Mark(kind=kind, project="harbour", about=about, at=at), **changes)


def an_intent(**changes: Any) -> Intent:
    """A draft that was planned on Monday at nine and not tried yet."""
    intent = Intent(
        kind=Kind.DRAFT,
        key="complaints/harbour/<first@harbour.example>",
        message_id="<ours@me.example>",
        account="work",
        project="harbour",
        duty="complaints",
        answers="<first@harbour.example>",
        raw=b"Subject: Re: The harbour\r\n\r\nDear Piet,\r\n",
        because="the client complained",
        due=TUESDAY_9H,
        folder="Drafts",
        uidvalidity=7,
        uidnext=100,
        planned_at=MONDAY_9H,
    )
    return replace(intent, **changes)


def a_placed_draft(key: str, **changes: Any) -> Intent:
    """A draft of ours that lies in Drafts as we wrote it."""
    place = Place(account="work", folder="Drafts", uidvalidity=7, uid=100)
    made: dict[str, Any] = {
        "key": key,
        "answers": "",
        "anchor": "<anchor@me.example>",
        "state": State.PLACED,
        "attempted_at": MONDAY_9H,
        "placed": place,
        "settled_at": MONDAY_9H,
    }
    return an_intent(**{**made, **changes})


def an_alert(key: str, **changes: Any) -> Intent:
    """An alert that lies in our own INBOX; its key is an obligation's with the rung."""
    made: dict[str, Any] = {"kind": Kind.ALERT, "key": key, "answers": "", "folder": "INBOX", "state": State.PLACED}
    return an_intent(**{**made, **changes})
