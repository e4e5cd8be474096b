"""Numbers and prices in a text, however they are written: 1.450, 1450,00, 1,450.00, € 95,-, 12 euro."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from mailaide.core.reading.text.sentences import sentences

LOOKED_AT = 16 * 1024
"""Characters; a price list that is longer is an attachment."""

MOST = 80
"""Figures of one text."""

_FIGURES = r"(?:\d{1,3}(?:[.,\u00a0\u2009\u202f'\u2019 ]\d{3})+|\d+)(?:[.,]\d{1,2})?(?![.,]?\d)"
_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(rf"(?<![\w.,]){_FIGURES}")
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
_WORDS = {
    **dict.fromkeys(("€", "euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("£", "pounds", "quid"), "GBP"),
    **dict.fromkeys(("$", "dollars", "dollar"), "USD"),
    **dict.fromkeys(("franken", "francs", "fr."), "CHF"),
}
_SUM = re.compile(
    rf"(?:(?P<sign>[€£$])|\b(?P<code>EUR|USD|GBP|CHF|ZAR|CAD|AUD|NZD|INR))\s?(?P<before>{_FIGURES})"
    rf"|(?<![\w.,€£$])(?P<after>{_FIGURES})(?:,[-–])?\s?"
    rf"(?P<word>(?:(?i:euros?|pounds|quid|dollars?|franken|francs|eur|usd|gbp|chf)\b|[€£$](?!\s?\d)))"
)
_QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{1,300}[\"”“»]")
_BACK = (
    r"refund(?:s|ed|ing)?|reimburse\w*|credit(?:ed|s|eer\w*)?|money back|give (?:you )?back"
    r"|(?:comes?|coming|is|take[ns]?|taking|goes|knock\w*) (?:it )?off|deduct\w*|withdr[ae]w\w*|waive\w*"
    r"|discount|no charge|compensat\w+"
    r"|i(?:'ll| will) (?:pay|carry|cover)|we(?:'ll| will) (?:pay|carry|cover)|from my own"
    r"|terug(?:krijg\w*|betaal\w*|stort\w*|hebben)?|in mindering|korting|gecrediteerd|vergoed\w*|kwijtgescholden"
    r"|(?:betaal|neem|draag) ik|voor mijn rekening|budget"
    r"|erstatt\w*|gutschrift|gutgeschrieben|rabatt|nachlass|zahle ich|rembours\w*|un avoir|remise|devolv\w*"
    r"|devuelv\w*|reembols\w*|descuento|presupuesto máximo"
)
_CLAIMED = r"invoices?|bill|facturen|factuur|rekening|nota"
_INVOICE = re.compile(rf"\b(?:{_CLAIMED})\b", re.IGNORECASE)
_NO_PRICE = re.compile(rf"\b(?:{_BACK}|{_CLAIMED})\b", re.IGNORECASE)
"""Money that goes back, that we bear, that is only claimed now, or that is the client's to spend."""

_NOT_OURS = re.compile(rf"\b(?:{_BACK})\b", re.IGNORECASE)
"""The same without what is claimed: a fee that only an invoice names is named, but was not told before."""


_COUNTED = re.compile(
    r"\s+(?!(?:euros?|eur|pounds|dollars?|excl|incl|inclusief|exclusief|ex|per|p|plus|en|and|voor|for|all|in|is"
    r"|of|or|to|a|an|the|de|het|total|totaal|vast|netto|bruto|net|gross|op|on|before|after|als|as|if|bij|from|vanaf"
    r"|max)\b)[^\W\d_]"
)
"""A number before a thing counts it: "1450 bezoekers" is no price."""

_COSTS = re.compile(
    r"\b(?:kost(?:en)?|prij(?:s|zen)|tarief|tarieven|bedrag|vergoeding|honorarium|reken(?:en)?|costs?|prices?"
    r"|fees?|rates?"
    r"|charges?|total|totaal|btw|vat|excl|kostet|kosten|preis\w*|honorar|stundensatz|gesamt|mwst|prix|tarif"
    r"|coût\w*|tva|precio|cuesta\w*|tarifa|iva|per (?:uur|hour|dag|day|maand|month|stuk|piece|km|woord|word))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """A sum with the sentence that names it. `currency` is empty for a number that only may be money.

    `charged` tells that the sentence says what something costs, in our own words: not what goes back, is the client's
    to spend, or is only claimed now.
    """

    amount: Decimal
    currency: str
    sentence: str
    charged: bool = False


def figures(text: str) -> tuple[Price, ...]:
    """Every sum in a text and every number in it that may be one, in order of the sentences."""
    found = (one for sentence in _with_figures(text) for one in _figures(sentence))
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def _figures(sentence: str) -> Iterator[Price]:
    own = _QUOTED.sub("", sentence)
    charges = _NO_PRICE.search(own) is None
    told = {price.amount for price in _sums(own, sentence)}
    for price in _sums(sentence, sentence):
        yield replace(price, charged=charges and price.amount in told)
    costs = charges and _COSTS.search(own) is not None
    money = {price.amount for price in _sums(sentence, sentence)}
    for match in _NUMBER.finditer(own):
        amount = _decimal(match[0])
        if amount and amount not in money and not _COUNTED.match(own, match.end()):
            yield Price(amount=amount, currency="", sentence=sentence, charged=costs)


def sums(text: str) -> tuple[Price, ...]:
    """Every sum of money in a text, in order."""
    return tuple(price for sentence in _with_figures(text) for price in _sums(sentence, sentence))


def named(text: str) -> tuple[str, ...]:
    """The prices in our own text as they are written, "€ 85" and "€ 85" once, in order of the text."""
    own = (_QUOTED.sub("", sentence) for sentence in _with_figures(text))
    written = (match[0].strip() for one in own if not _NOT_OURS.search(one) for match in _SUM.finditer(one))
    return tuple(dict.fromkeys(one for one in written if one in text))


def _with_figures(text: str) -> Iterator[str]:
    return (sentence for sentence in sentences(text[:LOOKED_AT]) if _FIGURE.search(sentence))


def _sums(words: str, sentence: str) -> list[Price]:
    found = []
    for match in _SUM.finditer(words):
        amount = _decimal(match["before"] or match["after"])
        if amount:
            currency = _SIGNS.get(match["sign"] or "") or match["code"] or _currency(match["word"])
            found.append(Price(amount=amount, currency=currency, sentence=sentence))
    return found


def _currency(word: str) -> str:
    return _WORDS.get(word.lower(), word.upper())


def _decimal(written: str) -> Decimal | None:
    cents = re.search(r"[.,](\d{1,2})$", written)
    whole = written[: cents.start()] if cents else written
    try:
        return Decimal(re.sub(r"\D", "", whole) + ("." + cents[1] if cents else ""))
    except InvalidOperation:
        return None


@lru_cache(maxsize=1024)
def names_invoice(sentence: str) -> bool:
    """Whether a sentence speaks of an invoice that is there, and takes nothing off it."""
    return _INVOICE.search(sentence) is not None and _NOT_OURS.search(sentence) is None
