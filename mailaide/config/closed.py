"""The days on which the person does not work: public holidays, plus and minus the person's own, and days away."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Answers `day in closed`. `away` are first and last days, both included; they win over `struck`."""

    public: Container[date] = frozenset()
    added: frozenset[date] = frozenset()
    struck: frozenset[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        if day in self.added or any(first <= day <= last for first, last in self.away):
            return True
        return day in self.public and day not in self.struck


def public_holidays(country: str, region: str | None) -> Container[date]:
    """The public holidays of any year. Raises ValueError when the country or the region is not known."""
    import holidays  # noqa: PLC0415 - it takes as long to import as everything else together

    known = holidays.list_supported_countries(include_aliases=True)
    if country not in known:
        raise ValueError(f'"{country}" is not a country whose holidays are known; write two letters, like NL')
    if region is not None and region not in known[country]:
        regions = ", ".join(known[country]) or "none: leave it out"
        raise ValueError(f'"{region}" is not a region of {country}; possible are {regions}')
    return holidays.country_holidays(country, subdiv=region)
