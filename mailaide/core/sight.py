"""Blindness must not look like peace: when an account is not read any more, and since when.

One word when the spell is long enough, one when it is over, none in between. `tick` is seconds of a clock that no
one sets; `now` is the time of day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from mailaide.core.letter import Letter
from mailaide.core.notices import to_person
from mailaide.core.project import Person

ALONG = 0.5
"""Who has not been seen for this part of the time is told of along with the first, not a minute later."""


class Why(StrEnum):
    """Why an account cannot be read, as far as it matters to the person."""

    LOGIN = "login"
    SECRET = "secret"  # noqa: S105  # the password was not found
    CONSENT = "consent"
    CERTIFICATE = "certificate"
    BUSY = "busy"
    BUDGET = "budget"
    UNREACHABLE = "unreachable"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is known of one account. `seen_at` is the tick at which it was last read, or told of some progress.

    `hopeless` means that only a person can help, so there is nothing to wait for. `told` is since when the account is
    blind in the words of the alert, once that was sent.
    """

    account: str
    seen_at: float
    why: Why = Why.OTHER
    said: str = ""
    hopeless: bool = False
    told: datetime | None = None
    seen: bool = False
    """It was read after the alert, and the person is to hear of it."""

    def well(self, tick: float) -> Sight:
        return Sight(account=self.account, seen_at=tick, told=self.told, seen=self.told is not None)

    def alive(self, tick: float) -> Sight:
        """A long read goes on; it says nothing about the end of a spell."""
        return replace(self, seen_at=tick)

    def failed(self, why: Why, said: str, *, hopeless: bool) -> Sight:
        return replace(self, why=why, said=said, hopeless=hopeless, seen=False)

    def since(self, *, tick: float, now: datetime) -> datetime:
        return now - timedelta(seconds=tick - self.seen_at)


def blind(sights: Iterable[Sight], *, tick: float, after: timedelta) -> list[Sight]:
    """Those to be told of now. Nobody, as long as none has been out of sight for so long."""
    untold = [one for one in sights if one.told is None]
    dark = [one for one in untold if one.hopeless or tick - one.seen_at >= after.total_seconds()]
    enough = after.total_seconds() * ALONG
    along = [one for one in untold if one.said and tick - one.seen_at >= enough]
    return [one for one in untold if one in dark or one in along] if dark else []


def back(sights: Iterable[Sight]) -> list[Sight]:
    """Those that were told of as blind and are seen again."""
    return [one for one in sights if one.seen]


def blind_letter(sights: Iterable[Sight], person: Person, *, tick: float, now: datetime) -> Letter:
    items = [
        {
            "account": one.account,
            "since": one.since(tick=tick, now=now).astimezone(person.zone),
            "why": one.why.value,
            "said": one.said,
        }
        for one in sights
    ]
    return to_person("blind", person, names=_names(items), items=tuple(items))


def back_letter(sights: Iterable[Sight], person: Person) -> Letter:
    items = [{"account": one.account, "since": one.told.astimezone(person.zone)} for one in sights if one.told]
    return to_person("sighted", person, names=_names(items), items=tuple(items))


def _names(items: Iterable[Mapping[str, object]]) -> str:
    return ", ".join(str(item["account"]) for item in items)
