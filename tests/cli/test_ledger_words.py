"""What `mailaide ledger` prints, in the person's language."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import MONDAY_9H, TUESDAY_9H, a_dossier, a_fee, a_milestone, a_person, from_us, saying

from mailaide.cli.ledger_words import in_words
from mailaide.core.dossier import Entry
from mailaide.core.reading.signals import SignalKind

OFFER = from_us(
    MONDAY_9H, "The design costs € 1.450 and the leaflet € 180. Hosting costs € 80 a month.", subject="Offer"
)
YES = saying(SignalKind.FEE_ACCEPTED, TUESDAY_9H, "1450 is fine.")
PROJECT: dict[str, Any] = {
    "fees": (
        a_fee("1450"),
        a_fee("87.5", what="hosting", unit="month", tax="excl. VAT"),
        a_fee("95", what="extra round", condition="from the third on"),
    ),
    "drawbacks": ("no shop",),
    "milestones": (a_milestone("launch", date(2026, 4, 1)),),
}


def printed(*entries: Entry, language: str = "en", **project: Any) -> list[str]:
    dossier = a_dossier(*entries, person=a_person(language=language), **project)
    return [line.replace("\u00a0", " ") for line in in_words(dossier)]


def test_each_fact_is_told_with_its_mail_and_day():
    assert printed(OFFER, YES, **PROJECT) == [
        "Fees",
        "  design: €1,450.00",
        "      told on Monday 2 March 2026 in “Offer”, accepted on Tuesday 3 March 2026",
        "  hosting: €87.50 per month (excl. VAT)",
        "      not told yet; was €80.00 in “Offer” of Monday 2 March 2026",
        "  extra round: €95.00 (from the third on)",
        "      not told yet",
        "Drawbacks",
        "  no shop",
        "      not told yet",
        "Milestones",
        "  launch, Wednesday 1 April 2026",
        "      not told yet",
        "Also named, and not in your configuration",
        "  €180.00: The design costs € 1.450 and the leaflet € 180.",
        "      told on Monday 2 March 2026 in “Offer”, not accepted yet",
    ]


def test_dutch_is_dutch():
    offer = from_us(MONDAY_9H, "Het ontwerp kost € 1.450, hosting € 80 per maand.", subject="Offerte")
    fees = (a_fee("1450", what="ontwerp"), a_fee("87.5", what="hosting", unit="maand"))

    assert printed(offer, YES, language="nl", fees=fees) == [
        "Kosten",
        "  ontwerp: € 1.450,00",
        "      verteld op maandag 2 maart 2026 in “Offerte”, akkoord op dinsdag 3 maart 2026",
        "  hosting: € 87,50 per maand",
        "      nog niet verteld; was € 80,00 in “Offerte” van maandag 2 maart 2026",
    ]


def test_a_project_without_facts_says_so():
    assert printed(from_us(MONDAY_9H)) == [
        "Your configuration names nothing to tell (fees, drawbacks, milestones), and no mail names a price."
    ]


def test_another_language_reads_english():
    assert printed(language="pl", drawbacks=("no shop",)) == ["Drawbacks", "  no shop", "      not told yet"]
