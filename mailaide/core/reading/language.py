"""A hint which language a text is in, from words that only one of them uses; empty when in doubt."""

from __future__ import annotations

# ruff: noqa: SIM905 - stop words are easier to read and to add to as a line than as a list
import re

LOOKED_AT = 4000
"""Characters: the first paragraphs tell the language."""

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
}
_ELSEWHERE = {
    "de": frozenset(
        "der die das und ich sie nicht mit ist wir für auf ein eine zu haben auch noch bitte wie uns".split()
    ),
    "fr": frozenset(
        "le la les et je vous ne pas est une pour avec nous sur des du que bonjour merci votre dans".split()
    ),
    "es": frozenset("el los las y yo usted no es una para con nos por que del hola gracias su en está pero".split()),
}


def guess(text: str) -> str:
    """ "nl", "en", or the empty string for another language, a short text or a mixed one."""
    words = _WORD.findall(text[:LOOKED_AT].lower())
    counts = {language: sum(word in own for word in words) for language, own in (_OWN_WORDS | _ELSEWHERE).items()}
    best, second = sorted(counts, key=lambda language: counts[language], reverse=True)[:2]
    if best not in _OWN_WORDS or counts[best] - counts[second] < LEAD:
        return ""
    return best
