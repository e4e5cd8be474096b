"""A hint which language a text is in, from words that only one of them uses; empty when in doubt.

A text of some length with hardly a word that we know is in a language that we cannot read: `UNKNOWN`.
"""

from __future__ import annotations

# ruff: noqa: SIM905  # stop words are easier to read and to add to as a line than as a list
import re
from collections import Counter

LOOKED_AT = 4000
"""Characters: the first paragraphs tell the language."""

UNKNOWN = "unknown"
"""Not one of ours: nothing can be read from it."""

ENOUGH_WORDS = 15
FEW_KNOWN = 0.1
"""Share of small words of one of our languages below which a text of that length is in none of them."""

LEAD = 2
"""How many more words of its own the guessed language must show."""

_WORD = re.compile(r"[a-zà-ÿ']+")
_OWN_WORDS = {
    "nl": frozenset(
        "de het een en ik je jij jullie u uw niet van dat die voor met op aan zijn heb hebben wij we er maar ook naar "
        "nog al wordt worden kan kunnen graag hoi beste groet bedankt dank wel geen bij ons mijn deze dit zou "
        "moet als ".split()
    ),
    "en": frozenset(
        "the a and i you your not of that this for with on to are have has it but also from yet be been "
        "can could please hi dear regards thanks thank no our my these would must if what when they there "
        "which just don't it's i'm is".split()
    ),
    "de": frozenset(
        "der die das und ich sie nicht mit ist wir für auf ein eine zu haben auch noch bitte wie uns den dem im zum "
        "es wenn aber hallo grüße herr frau ihr ihre".split()
    ),
    "fr": frozenset(
        "le la les et je vous ne pas est une pour avec nous sur des du que bonjour merci votre dans au en il qui plus "
        "mais tout c'est".split()
    ),
    "es": frozenset(
        "el los las y yo usted no es una para con nos por que del hola gracias su en está pero al lo me se le un "
        "como más muy".split()
    ),
}


def guess(text: str) -> str:
    """One of our languages, `UNKNOWN`, or the empty string for a short text or one in doubt."""
    words = Counter(_WORD.findall(text[:LOOKED_AT].lower()))
    counts = {language: sum(map(words.__getitem__, own & words.keys())) for language, own in _OWN_WORDS.items()}
    best, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    if _is_strange(text[:LOOKED_AT], known=counts[best], words=words.total()):
        return UNKNOWN
    return best if counts[best] - counts[second] >= LEAD else ""


def _is_strange(text: str, *, known: int, words: int) -> bool:
    """Whether hardly a word of a text is known; the letters are only counted when that is in doubt."""
    if known > FEW_KNOWN * max(words, len(text) / 6):
        return False
    letters = sum(map(str.isalpha, text))
    return letters > ENOUGH_WORDS * 5 and known <= FEW_KNOWN * max(words, letters / 6)
