"""The public holidays of a country or a part of it, and what the country alone leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date


def public_holidays(country: str, region: str | None) -> Mapping[date, str]:
    """The public holidays of any year, by their English name. Raises ValueError for a country or region not known."""
    import holidays  # noqa: PLC0415  # it takes as long to import as everything else together

    known = holidays.list_supported_countries(include_aliases=True)
    if country not in known:
        raise ValueError(f'"{country}" is not a country whose holidays are known; write two letters, like NL')
    if region is not None and region not in known[country]:
        regions = ", ".join(known[country]) or "none: leave it out"
        raise ValueError(f'"{region}" is not a region of {country}; possible are {regions}')
    return holidays.country_holidays(country, subdiv=region, language="en_US")  # else by the environment


def left_out(public: Mapping[date, str], year: int) -> tuple[str, ...]:
    """Holidays of most regions of a country that are not counted because no region is named, each by its name."""
    import holidays  # noqa: PLC0415  # it takes as long to import as everything else together

    country = getattr(public, "country", "")
    regions = holidays.list_supported_countries().get(country, [])
    if not regions or getattr(public, "subdiv", None):
        return ()
    kept = Counter(
        (day, name)
        for region in regions
        for day, name in holidays.country_holidays(country, subdiv=region, years=year, language="en_US").items()
        if day not in public
    )
    return tuple(f"{name} ({day})" for (day, name), times in sorted(kept.items()) if 2 * times > len(regions))
