"""Which fact was told to the client, by which sent message. Only what really stands in the text counts.

A configured fee is told when its amount stands there; any other price when it reads like one and is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.project import Fee
from mailaide.core.reading.sums import Price, amounts, prices, sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A fee and the sent message that first held its amount."""

    fee: Fee
    message_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A price that is no fee of the configuration, and the sent message that first named it."""

    price: Price
    message_id: str
    at: datetime


def disclosures(dossier: Dossier) -> tuple[Disclosure, ...]:
    """For each fee that was told: the first message of ours to the client that holds its amount."""
    sent = [(entry, amounts(entry.reading.new_text)) for entry in dossier.to_client()]
    found = []
    for fee in dossier.project.fees:
        first = next((entry for entry, numbers in sent if fee.amount in numbers), None)
        if first is not None:
            found.append(Disclosure(fee=fee, message_id=first.id, at=first.at))
    return tuple(found)


def quotations(dossier: Dossier) -> tuple[Quotation, ...]:
    """Prices told for what the configuration does not know, each where it first stands.

    A sum that the client named before us is their budget, their own price or what they dispute: nothing new to them.
    """
    known = {fee.amount for fee in dossier.project.fees}
    ours = {entry.id for entry in dossier.to_client()}
    found = []
    for entry in dossier.entries:
        if entry.id in ours:
            for price in prices(entry.reading.new_text):
                if price.amount not in known:
                    known.add(price.amount)
                    found.append(Quotation(price=price, message_id=entry.id, at=entry.at))
        known |= {one.amount for one in sums(entry.reading.new_text)}
    return tuple(found)
