"""A written timeline: what happens, and what must be there then.

A story is YAML: a `project` as in the configuration, and steps, each `at` an instant, with what happens and what is
expected in the order in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mailaide.config.yaml_lines import read

HERE = Path(__file__).parent


def _read(path: Path) -> Any:
    """By the configuration's own rules: no duplicate keys, no value that YAML turns into another."""
    return read(path.read_text(encoding="utf-8"), path.name).data


PEOPLE = _read(HERE / "people.yaml")
DAYS = {
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
}
MONTHS = {
    "en": ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
}
WRITING = {
    "client writes": ("client", False),
    "client replies": ("client", True),
    "we write": ("us", False),
    "we reply": ("us", True),
}
EVENTS = (
    *WRITING,
    "we edit the draft",
    "we send the draft",
    "we delete the draft",
    "marked",
    "the project changes",
    "the store is lost",
    "the computer sleeps until",
    "the clock goes back to",
)
EXPECTATIONS = ("owed", "draft", "no draft", "alert", "no alert")
SECTIONS = ("alerts", "limits", "policy", "colleagues")
"""Of the configuration, as they are."""

OF_A_STORY = ("rows", "person", "client", "account", "project", "projects", "story", "mailaide starts")
OF_A_MAIL = ("subject", "from", "to", "answers", "as", "headers", "about", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One timeline. `rows` are those of the fault catalogue that it shows."""

    title: str
    file: str
    language: str
    rows: tuple[int, ...]
    configuration: Mapping[str, Any]
    begins: datetime
    steps: tuple[tuple[datetime, Mapping[str, Any]], ...]


def stories() -> list[Story]:
    found = []
    for path in sorted((HERE / "timelines").glob("*.yaml")):
        language = path.stem.rpartition("-")[2]
        for title, written in _read(path).items():
            found.append(_story(title, path.stem, language, written))
    return found


def _story(title: str, file: str, language: str, written: Mapping[str, Any]) -> Story:
    unknown = written.keys() - {*OF_A_STORY, *SECTIONS}
    assert not unknown, f"{title}: {unknown}"
    configuration = _configuration(language, written)
    zone = ZoneInfo(configuration["person"]["time_zone"])
    steps = [(instant(step["at"], language, zone), step) for step in written["story"]]
    for _, step in steps:
        unknown = step.keys() - {"at", *EVENTS, *EXPECTATIONS, *OF_A_MAIL}
        assert not unknown, f"{title}: {step['at']}: {unknown}"
    starts = written.get("mailaide starts")
    begins = instant(starts, language, zone) if starts else steps[0][0] - timedelta(days=1)
    return Story(
        title=title,
        file=file,
        language=language,
        rows=tuple(written.get("rows", ())),
        configuration=configuration,
        begins=begins,
        steps=tuple(steps),
    )


def _configuration(language: str, written: Mapping[str, Any]) -> dict[str, Any]:
    people = PEOPLE[language]
    projects = written.get("projects") or {"site": written.get("project", {})}
    titles = {"nl": "De nieuwe website", "en": "The new website"}
    return {
        "version": 1,
        "person": {**people["person"], **written.get("person", {})},
        "accounts": {"work": {"host": "imap.mail.example", "user": "me", **written.get("account", {})}},
        "clients": {"client": {**people["client"], **written.get("client", {})}},
        "projects": {
            key: {"client": "client", "title": titles[language], "cadence": "never", **one}
            for key, one in projects.items()
        },
        **{name: written[name] for name in SECTIONS if name in written},
    }


def instant(written: str, language: str, zone: ZoneInfo) -> datetime:
    """ "Mon 2 Mar 10:00" or "ma 2 mrt 10:00"; of 2026 unless a year follows the month. The day of the week must fit."""
    match = re.fullmatch(r"(\w+) (\d+) (\w+)(?: (\d{4}))? (\d+):(\d\d)( again)?", written.strip().lower())
    assert match, f"{written!r} is not written like 'Mon 2 Mar 10:00'"
    day, month = DAYS[language].index(match[1]), MONTHS[language].index(match[3]) + 1
    at = datetime(int(match[4] or 2026), month, int(match[2]), int(match[5]), int(match[6]), tzinfo=zone)
    assert at.weekday() == day, f"{written!r} is not a {match[1]}"
    return at.replace(fold=1 if match[7] else 0).astimezone(UTC)
