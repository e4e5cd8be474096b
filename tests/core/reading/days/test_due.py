"""Which day a few words mean, what is promised for it, and when who is away is back."""

from __future__ import annotations

from datetime import date

import pytest

from mailaide.core.reading.days.due import due

THURSDAY = date(2026, 1, 8)


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("nl", "vrijdag", date(2026, 1, 9)),
        ("nl", "voor vrijdag", date(2026, 1, 8)),
        ("nl", "donderdag", date(2026, 1, 15)),
        ("nl", "binnen twee werkdagen", date(2026, 1, 12)),
        ("nl", "eind volgende week", date(2026, 1, 16)),
        ("nl", "begin volgende week", date(2026, 1, 13)),
        ("nl", "dinsdag volgende week", date(2026, 1, 13)),
        ("nl", "vrijdag de 23e", date(2026, 1, 23)),
        ("nl", "voor het weekend", date(2026, 1, 9)),
        ("nl", "morgen voor 12.00 uur", date(2026, 1, 9)),
        ("nl", "eind van de maand", date(2026, 1, 31)),
        ("nl", "voor half maart", date(2026, 3, 13)),
        ("en", "by the end of next week", date(2026, 1, 16)),
        ("en", "by noon tomorrow", date(2026, 1, 9)),
        ("en", "on Friday 20 March", date(2026, 3, 20)),
        ("en", "this week", date(2026, 1, 9)),
        ("en", "this weekend", date(2026, 1, 11)),
        ("en", "on the first Monday of May", date(2026, 5, 4)),
        ("en", "next Wednesday", date(2026, 1, 14)),
        ("de", "bis übermorgen", date(2026, 1, 10)),
        ("fr", "avant vendredi", date(2026, 1, 8)),
        ("es", "el lunes", date(2026, 1, 12)),
        ("nl", "over veertien dagen", date(2026, 1, 22)),
        ("nl", "maandag over een week", date(2026, 1, 19)),
        ("nl", "de week na volgende week", date(2026, 1, 23)),
        ("nl", "maandag of dinsdag", date(2026, 1, 13)),
        ("nl", "in week 13", date(2026, 3, 27)),
        ("nl", "in de week van 23 maart", date(2026, 3, 27)),
        ("nl", "aan het eind van de dag", date(2026, 1, 8)),
        ("nl", "eind volgende maand", date(2026, 2, 28)),
        ("nl", "40 uur per week 3", None),
        ("en", "by close of business", date(2026, 1, 8)),
        ("en", "by close of business tomorrow", date(2026, 1, 9)),
        ("en", "at the end of the week after next", date(2026, 1, 23)),
        ("en", "it is thus done", None),
        ("en", "a week on Monday", date(2026, 1, 19)),
        ("en", "Friday week", date(2026, 1, 16)),
        ("en", "two weeks from today", date(2026, 1, 22)),
        ("en", "before the weekend", date(2026, 1, 9)),
        ("en", "before the end of the month", date(2026, 1, 31)),
        ("en", "in a month", date(2026, 2, 8)),
        ("de", "am montag in einer woche", date(2026, 1, 19)),
        ("de", "übernächste woche", date(2026, 1, 23)),
        ("de", "vor dem wochenende", date(2026, 1, 9)),
        ("de", "bis feierabend", date(2026, 1, 8)),
        ("fr", "d'ici vendredi", date(2026, 1, 9)),
        ("fr", "lundi en huit", date(2026, 1, 19)),
        ("fr", "dans quinze jours", date(2026, 1, 22)),
        ("fr", "avant le week-end", date(2026, 1, 9)),
        ("es", "para el viernes que viene", date(2026, 1, 9)),
        ("es", "dentro de dos semanas", date(2026, 1, 22)),
        ("es", "antes de fin de mes", date(2026, 1, 31)),
        ("en", "soon", None),
        ("en", "last Friday", None),
    ],
)
def test_a_day_is_seen_from_the_day_of_the_mail(language: str, words: str, day: date | None) -> None:
    found = due(words.lower(), sent=THURSDAY, language=language)

    assert (found.day if found else None) == day


def test_working_days_are_those_of_the_person() -> None:
    found = due("binnen één werkdag", sent=THURSDAY, language="nl", works=lambda day: day.weekday() == 2)

    assert found is not None
    assert found.day == date(2026, 1, 14)
