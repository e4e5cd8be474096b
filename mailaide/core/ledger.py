"""Which fact was told to the client, by which sent message. Only what really stands in the text counts.

An amount is found however it is written: 1.450, 1450,00, 1,450.00, € 95,-.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from mailaide.core.dossier import Dossier
from mailaide.core.project import Fee

_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[.,\u00a0\u2009\u202f'\u2019 ]\d{3})+|\d+)(?:[.,]\d{1,2})?(?![.,]?\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A fee and the sent message that first held its amount."""

    fee: Fee
    message_id: str
    at: datetime


def amounts(text: str) -> frozenset[Decimal]:
    """Every number in a text, as it may have been meant: "1.450" is 1450 and also 1.45 is never read from it."""
    return frozenset(amount for match in _NUMBER.finditer(text) if (amount := _decimal(match[0])) is not None)


def _decimal(written: str) -> Decimal | None:
    cents = re.search(r"[.,](\d{1,2})$", written)
    whole = written[: cents.start()] if cents else written
    try:
        return Decimal(re.sub(r"\D", "", whole) + ("." + cents[1] if cents else ""))
    except InvalidOperation:
        return None


def disclosures(dossier: Dossier) -> tuple[Disclosure, ...]:
    """For each fee that was told: the first message of ours to the client that holds its amount."""
    sent = [(entry, amounts(entry.reading.new_text)) for entry in dossier.to_client()]
    found = []
    for fee in dossier.project.fees:
        first = next((entry for entry, numbers in sent if fee.amount in numbers), None)
        if first is not None:
            found.append(Disclosure(fee=fee, message_id=first.id, at=first.at))
    return tuple(found)
