"""What a cycle did and what it could not do, as values: the same for the log, the screen and `--json`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from mailaide.core.dossier import Filed
from mailaide.core.intent import Intent
from mailaide.core.obligation import Withheld
from mailaide.errors import MailaideError


class Verb(StrEnum):
    DRAFT = "draft"
    WITHDRAW = "withdraw"
    ALERT = "alert"


class Outcome(StrEnum):
    DONE = "done"
    FOUND = "found"
    """The mailbox held it already, or what the person made of it."""

    WAITING = "waiting"
    """It is planned and will be tried again."""

    PLANNED = "planned"
    """A dry run: nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One action of a cycle. `intent` is None in a dry run and for what could not be written down yet."""

    verb: Verb
    project: str
    duty: str
    key: str
    thread: str
    because: str
    evidence: tuple[str, ...]
    due: datetime
    outcome: Outcome
    intent: Intent | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "action": self.verb.value,
            "project": self.project,
            "duty": self.duty,
            "key": self.key,
            "thread": self.thread,
            "because": self.because,
            "evidence": list(self.evidence),
            "due": self.due.isoformat(),
            "outcome": self.outcome.value,
        }


class About(Protocol):
    """What an action is about: an obligation, a notice, or an intent."""

    @property
    def project(self) -> str: ...
    @property
    def duty(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def thread(self) -> str: ...
    @property
    def because(self) -> str: ...
    @property
    def evidence(self) -> tuple[str, ...]: ...
    @property
    def due(self) -> datetime: ...


def done(verb: Verb, about: About, outcome: Outcome, intent: Intent | None = None) -> Done:
    return Done(
        verb=verb,
        project=about.project,
        duty=about.duty,
        key=about.key,
        thread=about.thread,
        because=about.because,
        evidence=about.evidence,
        due=about.due,
        outcome=outcome,
        intent=intent,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One message that was filed, without its text. `project` is empty when several are possible."""

    message_id: str
    sender: str
    subject: str
    received_at: datetime
    project: str
    candidates: tuple[str, ...]
    because: str

    @classmethod
    def of(cls, filed: Filed) -> Read:
        header = filed.entry.header
        return cls(
            message_id=header.message_id,
            sender=(header.sender.name or header.sender.email) if header.sender else "",
            subject=header.subject,
            received_at=header.received_at,
            project=filed.project,
            candidates=filed.candidates,
            because=filed.because,
        )


WITHHELD = {
    Withheld.BACKLOG: "it is about what began too long ago (limits.backlog_days)",
    Withheld.IN_WORK: "you are still working on another letter to this client",
    Withheld.LIMIT: "the limit of drafts a day is reached (limits.drafts_per_day; in the first week, drafts_at_first)",
    Withheld.WEEK: "this client has had as many letters this week as you allow (limits.letters_per_week)",
    Withheld.LETTER: "the letter cannot be written",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A draft that was kept back though it is time."""

    project: str
    key: str
    why: Withheld

    def __str__(self) -> str:
        """For a person, on the screen or in the log."""
        return f"No draft for {self.project}: {WITHHELD[self.why]}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What went wrong, and with whom: an account's name or a project's key. Everything else went on."""

    where: str
    error: MailaideError

    def __str__(self) -> str:
        """For a person, on the screen or in the log."""
        return str(self.error) if self.where in str(self.error) else f"{self.where}: {self.error}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One cycle. `count` messages were new, of the projects `touched`; `read` holds the last of each account's."""

    count: int = 0
    touched: frozenset[str] = frozenset()
    read: tuple[Read, ...] = ()
    done: tuple[Done, ...] = ()
    held: tuple[Held, ...] = ()
    faults: tuple[Fault, ...] = ()
