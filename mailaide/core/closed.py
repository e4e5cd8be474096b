"""The days on which the person does not work: public holidays, plus and minus the person's own, and days away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Answers `day in closed`. `away` are first and last days, both included; they win over `struck`.

    `public` are names by day; an instance of `holidays.HolidayBase` serves, which knows any year.
    """

    public: Mapping[date, str] = field(default_factory=dict)
    added: frozenset[date] = frozenset()
    struck: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and bool(self.why(day))

    def why(self, day: date) -> str:
        """Why nobody works on that day, or nothing when the calendar has no objection."""
        if day in self.added:
            return "a holiday of yours"
        if any(first <= day <= last for first, last in self.away):
            return "away"
        return "" if day in self.struck else self.public.get(day) or ""
