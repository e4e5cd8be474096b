"""The ear: how much a client's message sounds like a complaint, and which sentence proves it.

Three trained views of the same words (the whole message, the manner of plain speech, the strongest sentence) and the
named cues are mixed into one score from 0 to 1. A model is a value; nothing here reads a file or learns.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import exp, log, sqrt
from operator import itemgetter
from typing import Protocol

from mailaide.core.reading.approval import Consent, approval
from mailaide.core.reading.cues import NAMES, spoken, together
from mailaide.core.reading.grams import phrases, pieces, words
from mailaide.core.reading.praise import praise
from mailaide.core.reading.spans import Sentence, sentences_of
from mailaide.core.reading.topics import Subject, topics

FEWEST = 4
"""A sentence of two words is weighed as if it had four numbers: one word alone must not shout."""

SHARPNESS = 3.0
"""How far the strongest sentence counts before the others."""

WIDEST = 3.0
"""Standard deviations; what lies further out is no stronger."""

WORTH_A_REASON = 0.15
"""Below this score nobody asks for the sentence."""

MOST_SENTENCES = 3
LONGEST_PASSAGE = 300
ALSO = 0.15
"""A proof is a sentence with, where that says more, its neighbours: "You said the 2nd. It is the 19th." is one."""

UNKNOWN = -3.0
"""The view of a message without a word in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the ear makes of a message: a score from 0 to 1, the sentence that proves it best, its topics."""

    score: float
    sentence: str = ""
    topics: tuple[str, ...] = ()


class Ear(Protocol):
    """Hears complaints. The built-in one is a trained model; another may ask elsewhere and fall back to it."""

    def hear(self, text: str, *, language: str) -> Heard | None:
        """None: nothing was understood, for instance because the language is not known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixer:
    """A logistic regression over standardised values and their products; `weights` in the order of `terms`."""

    means: Sequence[float]
    deviations: Sequence[float]
    weights: Sequence[float]
    bias: float
    products: bool

    def __call__(self, values: Sequence[float]) -> float:
        """The logit."""
        return self.bias + sum(map(float.__mul__, terms(self._standard(values), products=self.products), self.weights))

    def _standard(self, values: Sequence[float]) -> list[float]:
        scaled = [
            (value - mean) / deviation
            for value, mean, deviation in zip(values, self.means, self.deviations, strict=True)
        ]
        return [one if -WIDEST <= one <= WIDEST else max(-WIDEST, min(WIDEST, one)) for one in scaled]


def terms(values: Sequence[float], *, products: bool) -> list[float]:
    """The values and, where wanted, the product of each pair, each with itself too."""
    if not products:
        return [*values]
    return [*values, *(one * other for one, other in combinations_with_replacement(values, 2))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained ear. `whole`, `plain` and `sentence` hold a small weight for every number of `grams`.

    `mixer` weighs a message, a `pointer` the sentences of one for which is the proof, by language; `subjects` are the
    topics with what speaks for each. `languages` are those it was trained on.
    """

    languages: frozenset[str]
    whole: array[int]
    plain: array[int]
    sentence: array[int]
    scales: tuple[float, float, float]
    mixer: Mixer
    pointers: Mapping[str, Mixer]
    subjects: Mapping[str, Subject]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A sentence with the numbers of its words and its cues; `view` is how it sounds by itself."""

    sentence: Sentence
    phrases: set[int]
    pieces: set[int]
    cues: tuple[int, ...]
    view: float


def _weighed(table: array[int], scale: float, some: set[int], others: set[int]) -> float:
    return scale * (
        _total(table, some) / sqrt(max(FEWEST, len(some))) + _total(table, others) / sqrt(max(FEWEST, len(others)))
    )


def _total(table: array[int], numbers: set[int]) -> int:
    """What these numbers weigh together; `itemgetter` takes many at once, but of one it makes no sequence."""
    return sum(itemgetter(*numbers)(table)) if len(numbers) > 1 else sum(map(table.__getitem__, numbers))


def traces(text: str, language: str, table: array[int], scale: float) -> list[Trace]:
    """The sentences of a text that hold a word, in order."""
    runs = [(sentence, run) for sentence in sentences_of(text) if (run := words(sentence.words))]
    cues = spoken([sentence.words for sentence, _ in runs], language)
    found = []
    for (sentence, run), counts in zip(runs, cues, strict=True):
        some, others = phrases(run), pieces(run)
        view = _weighed(table, scale, some, others)
        found.append(Trace(sentence=sentence, phrases=some, pieces=others, cues=counts, view=view))
    return found


def shape(found: Sequence[Trace]) -> tuple[float, float, float, float]:
    """The strongest sentence with and without its company, and how long the message is."""
    if not found:
        return UNKNOWN, UNKNOWN, 0.0, 0.0
    views = [trace.view for trace in found]
    company = log(sum(exp(SHARPNESS * max(-WIDEST * 2, min(WIDEST * 2, view))) for view in views)) / SHARPNESS
    length = sum(len(trace.sentence.text) for trace in found)
    return company, max(views), log(1 + length), log(len(views))


def pieces_of(found: Sequence[Trace]) -> set[int]:
    return set().union(*(trace.pieces for trace in found))


def cue_counts(found: Sequence[Trace]) -> tuple[int, ...]:
    return together([trace.cues for trace in found])


def goodwill(text: str, language: str) -> tuple[float, float]:
    """Whether the writer gives a go-ahead, and praises: who does rarely complains in the same breath."""
    agrees = approval(text, language=language, subject="").consent is Consent.EXPLICIT
    return float(agrees), float(any(praise(text, language=language)))


VALUES = 8 + len(NAMES)
"""How many values the mixer takes."""


def values(model: Model, found: Sequence[Trace], text: str, language: str) -> list[float]:
    some = set().union(*(trace.phrases for trace in found))
    others = pieces_of(found)
    whole, plain, _ = model.scales
    return [
        _weighed(model.whole, whole, some, others),
        _weighed(model.plain, plain, some, others),
        *shape(found),
        *goodwill(text, language),
        *map(float, cue_counts(found)),
    ]


def pointed(found: Sequence[Trace], views: Sequence[Sequence[float]]) -> list[list[float]]:
    """What the pointer is told of each sentence: how it sounds, alone and beside the others, and where it stands."""
    highest = [max(view) for view in views]
    lengths = [len(trace.sentence.text) for trace in found]
    total, told = sum(lengths), []
    for index, trace in enumerate(found):
        text = trace.sentence.text
        told.append(
            [
                *(view[index] for view in views),
                *(view[index] - high for view, high in zip(views, highest, strict=True)),
                float(index == 0),
                float(index == len(found) - 1),
                index / len(found),
                log(1 + lengths[index]),
                lengths[index] / total,
                float(trace.sentence.asks),
                float(text.endswith("!")),
                float(any(map(str.isdigit, text))),
                *map(float, trace.cues),
            ]
        )
    return told


def passage(likely: Sequence[float], sentences: Sequence[Sentence]) -> tuple[int, int]:
    """From which sentence up to which: the likeliest, and the neighbours in its line that prove nearly as much."""
    start = max(range(len(likely)), key=likely.__getitem__)
    end, line, enough = start + 1, sentences[start].line, ALSO * likely[start]
    while end - start < MOST_SENTENCES:
        sides = [(likely[at], at) for at in (start - 1, end) if 0 <= at < len(likely) and sentences[at].line == line]
        share, at = max(sides, default=(0.0, 0))
        first, last = min(start, at), max(end, at + 1)
        if share < enough or sum(len(one.text) for one in sentences[first:last]) > LONGEST_PASSAGE:
            break
        start, end = first, last
    return start, end


def proof(model: Model, found: Sequence[Trace], language: str) -> tuple[int, int]:
    """From which sentence up to which the message proves best what it says."""
    whole, plain, _ = model.scales
    views = (
        [trace.view for trace in found],
        [_weighed(model.whole, whole, trace.phrases, trace.pieces) for trace in found],
        [_weighed(model.plain, plain, trace.phrases, trace.pieces) for trace in found],
    )
    pointer = model.pointers[language]
    likely = [1 / (1 + exp(-pointer(told))) for told in pointed(found, views)]
    return passage(likely, [trace.sentence for trace in found])


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedEar:
    """The built-in ear."""

    model: Model

    def hear(self, text: str, *, language: str) -> Heard | None:
        model = self.model
        found = traces(text, language, model.sentence, model.scales[2]) if language in model.languages else []
        if not found:
            return None
        score = 1 / (1 + exp(-model.mixer(values(model, found, text, language))))
        if score < WORTH_A_REASON:
            return Heard(score=score, sentence="")
        start, end = proof(model, found, language)
        first, last = found[start].sentence, found[end - 1].sentence
        return Heard(
            score=score,
            sentence=text[first.start : last.start + len(last.text)],
            topics=tuple(topics(pieces_of(found), cue_counts(found), model.subjects)),
        )
