"""A milestone is told as missing only when nothing was handed over that may be it."""

from __future__ import annotations

from datetime import date

from builders import MONDAY_9H, a_dossier, a_milestone, a_signal, from_us, local

from mailaide.core.dossier import Entry
from mailaide.core.matters.milestones import missing
from mailaide.core.reading.signals import SignalKind

SKETCH, SITE, MANUAL = (
    a_milestone("Sketch", date(2026, 3, 6)),
    a_milestone("Site", date(2026, 3, 13)),
    a_milestone("Manual", date(2026, 3, 20)),
)
HERE = (a_signal(SignalKind.DELIVERY, "Here it is."),)


def names(*entries: Entry, before: date = date.max) -> list[str]:
    dossier = a_dossier(*entries, milestones=(MANUAL, SITE, SKETCH))
    return [one.name for one in missing(dossier, before=before)]


def test_what_was_handed_over_may_be_the_milestone_of_its_time():
    early, late = (from_us(at, "Here it is.", signals=HERE) for at in (MONDAY_9H, local(2026, 3, 12, 9)))

    assert names() == ["Sketch", "Site", "Manual"]
    assert names(early) == ["Site", "Manual"]
    assert names(early, late) == ["Manual"]
    assert names(late) == ["Manual"]


def test_a_mail_that_hands_nothing_over_shows_nothing():
    assert names(from_us(MONDAY_9H)) == ["Sketch", "Site", "Manual"]


def test_what_is_to_come_is_not_missing():
    assert names(before=date(2026, 3, 13)) == ["Sketch"]
