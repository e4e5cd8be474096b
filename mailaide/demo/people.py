"""Who writes in the sample mailbox, and how their clients tell a day. People, companies and addresses are invented."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date

from mailaide.core.mail import Address
from mailaide.demo.days import WorkingDays
from mailaide.demo.writing import Written

ANNA = Address(name="Anna de Vries", email="anna@studiodevries.example")
JOOST = Address(name="Joost van den Berg", email="joost@bakkerijvandenberg.example")
NOELLE = Address(name="Noëlle van den Berg", email="noelle@bakkerijvandenberg.example")
MARGARET = Address(name="Margaret Harcourt", email="margaret.harcourt@harcourt-lyle.example")
EDWARD = Address(name="Edward Lyle", email="edward.lyle@harcourt-lyle.example")
PAPER_SHOP = Address(name="Papierpracht", email="nieuws@papierpracht.example")
FLEUR = Address(name="Fleur Bos", email="fleur@bloemenvanfleur.example")


def begin(sender: Address, to: Address, subject: str, text: str, at: datetime, *, language: str) -> Written:
    return Written(sender=sender, to=(to,), subject=subject, text=text, at=at, language=language)


def answer(answered: Written, sender: Address, text: str, at: datetime) -> Written:
    """An answer to the writer, in the language of the conversation."""
    return Written(sender=sender, to=(answered.sender,), text=text, at=at, language=answered.language, answers=answered)


def spoken(days: WorkingDays, back: int, language: str) -> str:
    """A day as it is named in the middle of a letter: "Tuesday 3 March"."""
    return format_date(days.day(back), "EEEE d MMMM", locale=language)


def weekday(days: WorkingDays, back: int, language: str) -> str:
    return format_date(days.day(back), "EEEE", locale=language)
