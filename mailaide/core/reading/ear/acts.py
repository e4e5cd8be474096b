"""What the sentences of a mail do (alter, ask, promise, blame …), by a small trained model that the rules inform.

It weighs the numbers that the ear takes of a sentence, the senses of the sentences beside it, how it stands in the
mail, and which rule found what in it. A model is a value; nothing here reads a file or learns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import log2, sqrt
from operator import add

from mailaide.core.reading.ear import grams, senses
from mailaide.core.reading.ear.sound import FEWEST, sounds
from mailaide.core.reading.text.spans import Sentence, sentences_of


class Act(StrEnum):
    CHANGE = "change"
    QUESTION = "question"
    PROMISE = "promise"
    OVERPROMISE = "overpromise"
    BLAME = "blame"
    SILENCE = "silence as consent"


CLIENTS = (Act.CHANGE, Act.QUESTION)
FLAWS = (Act.OVERPROMISE, Act.BLAME, Act.SILENCE)
OURS = (Act.PROMISE, *FLAWS)

_RULES = tuple(f"a rule finds a {act}" for act in Act)
_LENGTHS = tuple(f"2^{power} characters" for power in range(9))
_SENTENCES = tuple(f"in a mail of {count} sentences" for count in range(1, 7))
MARKS = ("asks", "point", "first", "last", "exclaims", "without a stop", *_RULES, *_LENGTHS, *_SENTENCES)

_MARK = {mark: number for number, mark in enumerate(MARKS)}

SIZES = (32_749, 16_381, 65_521, 2 * senses.KINDS, senses.KINDS, len(MARKS))
"""How many words, pieces, turns, senses beside, senses of the mail and marks are told apart; more fall together."""

WHOLE = 4
"""Which of them are the same for each sentence of a mail."""

SHARED = 5
"""Of how many kinds of number the share is taken; each mark has its whole weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What speaks for one act: a byte for every number of each kind, as `grams.weighed` has them, and their scales.

    From `alone` a sentence does so whatever the rules say, from `ruled` when a rule says so too.
    """

    tables: Sequence[bytes]
    scales: Sequence[float]
    bias: float
    alone: float
    ruled: float


def logits(asked: Sequence[Weights], numbers: Sequence[set[int]], of_mail: Sequence[float]) -> list[float]:
    """For each act that is asked about, what a sentence of these numbers comes to; `of_mail`: the WHOLE's shares."""
    found = [one.bias for one in asked]
    for kind, some in enumerate(numbers):
        found = [*map(add, found, of_mail if kind == WHOLE else shares(asked, kind, some))]
    return found


def shares(asked: Sequence[Weights], kind: int, numbers: set[int]) -> list[float]:
    """What the numbers of one kind come to for each act."""
    length = sqrt(max(FEWEST, len(numbers))) if kind < SHARED else 1.0
    heavy = grams.weighed(numbers, [one.tables[kind] for one in asked])
    return [one.scales[kind] * each / length for one, each in zip(asked, heavy, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """A trained model of what sentences do, and the languages that it knows."""

    languages: frozenset[str]
    weights: Mapping[Act, Weights]

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, tuple[str, ...]]:
        """What the rules `found` in a text, without what is something else, and with what they did not find.

        Everything is an exact substring. In a language that it does not know the rules are right.
        """
        said = sentences_of(text) if language in self.languages else ()
        places = {act: placed(text, said, spans) for act, spans in found.items()}
        asked = [self.weights[act] for act in found]
        agreed: dict[Act, list[str]] = {act: [] for act in found}
        of_mail: list[float] = []
        for at, numbers in numbered(said, language, places):
            of_mail = of_mail or shares(asked, WHOLE, numbers[WHOLE])  # the same for each
            for (act, spans), one, logit in zip(places.items(), asked, logits(asked, numbers, of_mail), strict=True):
                if logit >= (one.ruled if at in spans else one.alone):
                    agreed[act] += spans.get(at, (said[at].text,))
        return {act: tuple(agreed[act] if said else spans) for act, spans in found.items()}


Placed = Mapping[int, Sequence[str]]
"""Number of a sentence → what was found in it."""


def placed(text: str, said: Sequence[Sentence], spans: Sequence[str]) -> Placed:
    """In which sentence each span lies: the one that shares most with it."""
    found: dict[int, list[str]] = {}
    starts, after = [one.start for one in said], 0
    for span in spans if said else ():
        start = text.find(span, after) if span in text[after:] else text.find(span)
        if start < 0:
            continue
        after = end = start + len(span)
        first = max(0, bisect_right(starts, start) - 1)
        near = said[first : bisect_right(starts, end) + 1]
        shared = [min(end, one.start + len(one.text)) - max(start, one.start) for one in near]
        found.setdefault(first + shared.index(max(shared)), []).append(span)
    return found


def numbered(
    said: tuple[Sentence, ...], language: str, places: Mapping[Act, Placed]
) -> Iterator[tuple[int, Sequence[set[int]]]]:
    """Each sentence that holds a word, as the numbers that are weighed."""
    heard = sounds(said, language)
    whole = {sense for own in heard for sense in own.senses}
    for at, (one, own, numbers) in enumerate(zip(said, heard, folded(said, language), strict=True)):
        if own.phrases:
            before = heard[at - 1].senses if at else ()
            after = heard[at + 1].senses if at + 1 < len(said) else ()
            marks = _marks(one, at, len(said), [act for act, spans in places.items() if at in spans])
            beside = {*before, *(senses.KINDS + sense for sense in after)}
            yield at, (*numbers, beside, whole, marks)


@lru_cache(maxsize=2)
def folded(said: tuple[Sentence, ...], language: str) -> tuple[tuple[set[int], ...], ...]:
    """The numbers of each sentence by itself, remembered: a mail of ours is asked about twice."""
    return tuple(
        tuple(
            {number % size for number in numbers}
            for numbers, size in zip((own.phrases, own.pieces, own.turns), SIZES, strict=False)
        )
        for own in sounds(said, language)
    )


def _marks(sentence: Sentence, at: int, count: int, acts: Collection[Act]) -> set[int]:
    text = sentence.text
    so = (sentence.asks, sentence.item, at == 0, at == count - 1, text.endswith("!"), text[-1].isalnum())
    named = [
        *(mark for mark, holds in zip(MARKS, so, strict=False) if holds),
        *(f"a rule finds a {act}" for act in acts),
        _LENGTHS[min(len(_LENGTHS) - 1, int(log2(1 + len(text))))],
        _SENTENCES[min(len(_SENTENCES), count) - 1],
    ]
    return {*map(_MARK.__getitem__, named)}
