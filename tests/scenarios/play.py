"""A story is lived through by the real pipeline on the twins, and held against what it says.

There is a cycle after each event, and between the steps at every wake instant and each full hour. Every alert must be
expected by a step, and no draft may hold words that we would regret.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from scenarios.office import Office
from scenarios.story import EVENTS, EXPECTATIONS, WRITING, Story, instant

from mailaide.config import Config, load
from mailaide.core.decide import decide
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Place, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.obligation import Obligation
from mailaide.core.reading.ours.wording import wording
from mailaide.cycle import Terms
from mailaide.steps.recall import recall

HOUR = timedelta(hours=1)
SOON = timedelta(seconds=20)
"""How long after its arrival a mail is read."""
BLANK = re.compile(r"\[\[[^\]]*\]\]")


class Play:
    """One performance. `diary` is what mailaide did, for whoever must find out why a story fails."""

    def __init__(self, story: Story) -> None:
        config = configured(story.configuration)
        self.story = story
        self.configuration = dict(story.configuration)
        self.person, self.zone = config.practice.person, config.practice.person.zone
        self.office = Office(*config.practice.projects, practice=config.practice, limits=config.limits)
        self.now = story.begins
        self.diary: list[str] = []
        self.told: list[Intent] = []
        self._names: dict[str, str] = {}
        self._last: dict[str, EmailMessage] = {}
        self._seen: dict[str, State] = {}
        self.held: set[str] = set()

    @property
    def terms(self) -> Terms:
        return self.office.terms

    def perform(self) -> None:
        """The whole story; raises AssertionError where it does not go as written."""
        before = [(at, step) for at, step in self.story.steps if at < self.story.begins]
        for at, step in before:
            self._step(at, step)
        self.cycle(self.story.begins)
        for at, step in self.story.steps[len(before) :]:
            self.until(at)
            self.cycle(at)
            self._step(at, step)
        assert not self.told, self._failed(self.now, f"alerts that nobody expected: {self._alerts_in_words()}")
        assert not self._twins(), self._failed(self.now, f"these lie in a folder twice: {self._twins()}")

    def _twins(self) -> list[str]:
        ours = {intent.message_id for intent in self._intents()}
        lying = Counter(
            (role, str(message["Message-ID"]))
            for role in (Role.DRAFTS, Role.INBOX, Role.SENT)
            for _, message in self.office._messages(role)
        )
        return [message_id for (_, message_id), times in lying.items() if times > 1 and message_id in ours]

    def _step(self, at: datetime, step: Mapping[str, Any]) -> None:
        """What the step says, in its order; what happens is followed by a cycle."""
        self.office.mailbox.now = at
        for what in step:
            if what in EVENTS:
                self._write_down(at, what)
                if (then := self._let(what, step, at) + SOON) >= self.story.begins:
                    self.cycle(then)
            elif what in EXPECTATIONS:
                self._check(what, step[what], at)

    # Time

    def until(self, at: datetime) -> None:
        """Cycles at each wake instant and each full hour before `at`."""
        while (following := self._next_look()) < at:
            self.cycle(following)

    def _next_look(self) -> datetime:
        wakes = [one for one in self.office.store.wakes().values() if one > self.now]
        full_hour = self.now.replace(minute=0, second=0, microsecond=0) + HOUR
        return min([full_hour, *wakes])

    def cycle(self, now: datetime) -> None:
        self.now = now
        report = self.office.cycle(now)
        assert not report.faults, self._failed(now, f"{report.faults}")
        self.held |= {held.key for held in report.held}
        self._note(now)

    def _note(self, now: datetime) -> None:
        for intent in self._intents():
            state = self._seen.get(intent.message_id)
            if state == intent.state:
                continue
            self._seen[intent.message_id] = intent.state
            self._write_down(now, f"{intent.kind} {' + '.join(intent.keys)}: {intent.state}")
            if intent.kind is Kind.ALERT and intent.state is State.PLACED:
                self.told.append(intent)

    def _intents(self) -> list[Intent]:
        projects = ["", *(project.key for project in self.office.projects)]
        return [intent for key in projects for intent in self.office.store.intents(key)]

    # What happens

    def _let(self, event: str, step: Mapping[str, Any], at: datetime) -> datetime:
        """Returns when the next cycle is: at once, or when the computer wakes, or at what its clock says then."""
        match event:
            case "client writes" | "client replies" | "we write" | "we reply":
                self._deliver(event, step, at)
            case "we edit the draft":
                self._edit(step[event])
            case "we send the draft":
                self._send(step[event], at)
            case "we delete the draft":
                self.office.mailbox.delete(self._draft_place())
            case "marked":
                self._mark(step, at)
            case "the project changes":
                self._change(step[event])
            case "the store is lost":
                self.office.restart(without_store=True)
            case _:
                return instant(step[event], self.story.language, self.zone)
        return at

    def _deliver(self, event: str, step: Mapping[str, Any], at: datetime) -> None:
        whose, reply = WRITING[event]
        own, theirs = self.person.addresses[0], self.office.projects[0].client.addresses[0]
        addresses = (theirs, own) if whose == "client" else (own, theirs)
        message = EmailMessage()
        message["From"] = step.get("from", addresses[0])
        message["To"] = step.get("to", addresses[1])
        answered = self._answered(step, whose) if reply or "answers" in step else None
        subject = answered["Subject"] if answered else self.office.projects[0].title
        name = step.get("as", f"mail-{len(self._names) + 1}")
        message["Subject"] = step.get("subject", f"Re: {subject.removeprefix('Re: ')}" if answered else subject)
        message["Message-ID"] = f"<{name}@{addresses[0].partition('@')[2]}>"
        if answered:
            message["In-Reply-To"] = answered["Message-ID"]
            message["References"] = f"{answered.get('References', '')} {answered['Message-ID']}".strip()
        for header, value in step.get("headers", {}).items():
            del message[header]
            if value is not None:
                message[header] = value
        message.set_content(step[event])
        self._names[name] = message["Message-ID"] or ""
        self._last[whose] = self._last[name] = message
        role, flags = (Role.INBOX, frozenset[str]()) if whose == "client" else (Role.SENT, frozenset({"\\Seen"}))
        self.office.mailbox.deliver(role, message.as_bytes(), at, flags)

    def _answered(self, step: Mapping[str, Any], whose: str) -> EmailMessage:
        return self._last[step.get("answers", "us" if whose == "client" else "client")]

    def _draft_place(self, duty: str = "") -> Place:
        """Where the draft lies that is for a duty; without one, the only draft there is."""
        places = self.office.mailbox.places(Role.DRAFTS)
        wanted = [place for place, one in zip(places, self.drafts(), strict=True) if not duty or duty in one[0]]
        assert len(wanted) == 1, self._failed(self.now, f"{len(wanted)} drafts to choose from")
        return wanted[0]

    def _edit(self, added: str) -> None:
        place = self._draft_place()
        kept = self.office.mailbox.kept(place)
        assert kept
        self.office.mailbox.edit(place, kept.raw + added.encode() + b"\r\n")

    def _send(self, how: Any, at: datetime) -> None:
        """`how`: "as it is", or for which duty it is, what each blank is filled with, or the text in its stead."""
        options = how if isinstance(how, dict) else {}
        place = self._draft_place(options.get("duty", ""))
        kept = self.office.mailbox.kept(place)
        assert kept
        message = message_from_bytes(kept.raw, policy=default)
        assert isinstance(message, EmailMessage)
        text = options.get("text") or message.get_content()
        if "blanks" in options:
            text = BLANK.sub(str(options["blanks"]), text)
        message.set_content(text)
        self.office.mailbox.delete(place)
        self.office.mailbox.deliver(Role.SENT, message.as_bytes(), at, {"\\Seen"})
        self._last["us"] = message

    def _mark(self, step: Mapping[str, Any], at: datetime) -> None:
        about, project = step.get("about", self.office.projects[0].key), self.office.projects[0].key
        owed = {one.duty: one.key for one in self.owed(at)}
        named = self._names.get(about) or owed.get(about) or about
        self.office.store.mark(Mark(kind=MarkKind(step["marked"]), project=project, about=named, at=at))

    def _change(self, changes: Mapping[str, Any]) -> None:
        projects = self.configuration["projects"]
        key = next(iter(projects))
        self.configuration = {**self.configuration, "projects": {**projects, key: {**projects[key], **changes}}}
        config = configured(self.configuration)
        self.office.projects = config.practice.projects
        self.office.terms = replace(self.terms, practice=config.practice, limits=config.limits)
        self.office.restart()

    # What must be there

    def _check(self, what: str, wanted: Any, at: datetime) -> None:
        match what:
            case "owed":
                names = [] if wanted == "nothing" else _listed(wanted)
                owed = sorted(one.duty for one in self.owed(self.now))
                assert owed == sorted(names), self._failed(at, f"owed are {owed}, not {names}")
            case "draft":
                self._check_drafts(at, _listed(wanted))
            case "no draft":
                lying = [subject for _, subject, _ in self.drafts()]
                assert not lying, self._failed(at, f"there are drafts: {lying}")
            case "alert":
                self._check_alerts(at, _listed(wanted))
            case "no alert":
                assert not self.told, self._failed(at, f"there were alerts: {self._alerts_in_words()}")

    def owed(self, now: datetime) -> Sequence[Obligation]:
        keys = [project.key for project in self.office.projects]
        dossiers = [recall(self.office.store, self.terms.practice, key) for key in keys]
        return [one for dossier in dossiers for one in decide(dossier, now=now).obligations if one.draft_at <= now]

    def drafts(self) -> list[tuple[frozenset[str], str, EmailMessage]]:
        """The drafts that lie in Drafts: the duties that each is for, subject and message."""
        found = []
        intents = {intent.placed: intent for intent in self._intents() if intent.kind is Kind.DRAFT}
        for place in self.office.mailbox.places(Role.DRAFTS):
            kept = self.office.mailbox.kept(place)
            assert kept
            message = message_from_bytes(kept.raw, policy=default)
            assert isinstance(message, EmailMessage)
            duties = {key.partition("/")[0] for key in intents[place].keys} if place in intents else {"the person"}
            found.append((frozenset(duties), str(message["Subject"]), message))
        return found

    def _check_drafts(self, at: datetime, wanted: Sequence[Mapping[str, Any]]) -> None:
        lying = self.drafts()
        there, expected = [sorted(duties) for duties, _, _ in lying], [_listed(one["duty"]) for one in wanted]
        assert sorted(there) == sorted(sorted(one) for one in expected), self._failed(
            at, f"the drafts are for {there}, not for {expected}"
        )
        for one in wanted:
            alike = [draft for draft in lying if draft[0] == frozenset(_listed(one["duty"]))]
            _, subject, message = min(alike, key=lambda draft: _lacks(draft[2], one))
            text = " ".join(f"{subject}\n{message.get_content()}".split())
            whole = f"the draft for {one['duty']}:\n\n{subject}\nTo: {message['To']}\n\n{message.get_content()}"
            for phrase in _listed(one.get("says", [])):
                assert _plain(phrase) in _plain(text), self._failed(at, f"{phrase!r} is not in {whole}")
            for phrase in _listed(one.get("never", [])):
                assert _plain(phrase) not in _plain(text), self._failed(at, f"{phrase!r} is in {whole}")
            if "to" in one:
                assert one["to"] in str(message["To"]), self._failed(at, whole)
            if "answers" in one:
                replied = str(message["In-Reply-To"] or "nothing")
                assert replied == self._names.get(one["answers"], "nothing"), self._failed(at, f"In-Reply-To {replied}")
            if "blank" in one:
                assert bool(BLANK.search(text)) == one["blank"], self._failed(at, whole)
            language = self.office.projects[0].client.language
            regret = wording(message.get_content(), language=language)
            assert not regret, self._failed(at, f"{[flaw.text for flaw in regret]} stands in {whole}")
            assert not re.search(r"\bNone\b|\{\{|<[a-z]+>|  ,|\n\n\n", message.get_content()), self._failed(at, whole)

    def _check_alerts(self, at: datetime, wanted: Sequence[Mapping[str, Any]]) -> None:
        raised = [(intent.duty, _rung(intent)) for intent in self.told]
        expected = [(one["duty"], one.get("rung", rung)) for one, (_, rung) in zip(wanted, raised, strict=False)]
        assert len(raised) == len(wanted) and sorted(raised) == sorted(expected), self._failed(  # noqa: PT018
            at, f"alerts: {raised}, wanted: {[(one['duty'], one.get('rung', '')) for one in wanted]}"
        )
        for one in wanted:
            intent = next(told for told in self.told if told.duty == one["duty"])
            message = message_from_bytes(intent.raw, policy=default)
            assert isinstance(message, EmailMessage)
            whole = f"{message['Subject']}\n\n{message.get_content()}"
            for phrase in _listed(one.get("says", [])):
                assert _plain(phrase) in _plain(whole), self._failed(at, f"{phrase!r} is not in the alert:\n{whole}")
            for phrase in _listed(one.get("never", [])):
                assert _plain(phrase) not in _plain(whole), self._failed(at, f"{phrase!r} is in the alert:\n{whole}")
        self.told.clear()

    def _alerts_in_words(self) -> list[str]:
        return [f"{intent.key} ({intent.planned_at.astimezone(self.zone):%a %d %b %H:%M})" for intent in self.told]

    def _write_down(self, at: datetime, what: str) -> None:
        self.diary.append(f"{at.astimezone(self.zone):%a %d %b %H:%M}  {what}")

    def _failed(self, at: datetime, what: str) -> str:
        owed = [f"{one.key} (due {one.due.astimezone(self.zone):%a %d %b %H:%M})" for one in self.owed(self.now)]
        lines = ["", f"{self.story.title!r} at {at.astimezone(self.zone):%a %d %b %H:%M}:", what, "", *self.diary]
        return "\n".join([*lines, f"owed now: {owed}"])


def configured(data: Mapping[str, Any]) -> Config:
    """Through the real loader, so a story cannot have what a person cannot write."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "config.yaml")
        path.write_text(json.dumps(data, default=str, ensure_ascii=False), encoding="utf-8")
        return load(path, environment={"STATE_DIRECTORY": folder})


def _lacks(message: EmailMessage, wanted: Mapping[str, Any]) -> int:
    text = _plain(message.get_content())
    return sum(_plain(phrase) not in text for phrase in _listed(wanted.get("says", [])))


def _rung(intent: Intent) -> str:
    return intent.key.rpartition("#")[2].split(" ")[0] if "#" in intent.key else ""


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
