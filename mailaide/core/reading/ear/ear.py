"""The ear: how much a client's message sounds like a complaint, and which sentence proves it.

Three trained views of its words and their senses (the whole message, the manner of plain speech, the strongest
sentence) and the named cues are mixed into one score from 0 to 1. A model is a value; nothing here reads a file or
learns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from math import exp, log, sqrt
from operator import add, mul
from typing import Protocol

from mailaide.core.reading.client.approval import Consent, approval
from mailaide.core.reading.client.praise import praise
from mailaide.core.reading.ear import cues, grams, senses
from mailaide.core.reading.ear.acts import Act, Acts
from mailaide.core.reading.ear.sound import FEWEST, Sound, sounds
from mailaide.core.reading.ear.topics import Subject, topics
from mailaide.core.reading.text.spans import SALUTATION, Sentence, sentences_of

SHARPNESS = 3.0
"""How far the strongest sentence counts before the others."""

WIDEST = 3.0
"""Standard deviations; what lies further out is no stronger."""

WORTH_A_REASON = 0.15
"""Below this score nobody asks for the sentence."""

BLUNT, SHORT = 0.6, 120
"""Who writes no more than so many characters mostly says it outright: the plainer the shorter, this share at most."""

MOST_SENTENCES = 4
LONGEST_PASSAGE = 300
ALSO = 0.15
"""A proof is a sentence with, where that says more, its neighbours: "You said the 2nd. It is the 19th." is one."""

UNKNOWN = -3.0
"""The view of a message without a word in it."""

_NAMED = re.compile(r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?),\s+(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the ear makes of a message: a score from 0 to 1, the sentence that proves it best, its topics."""

    score: float
    sentence: str = ""
    topics: tuple[str, ...] = ()


class Ear(Protocol):
    """Hears complaints, and what sentences do. The built-in one is trained; another may ask elsewhere and fall back."""

    def hear(self, text: str, *, language: str) -> Heard | None:
        """None: nothing was understood, for instance because the language is not known."""
        ...

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, Sequence[str]]:
        """What the rules `found` in a text, without what is something else, and with what they missed; all verbatim."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mixer:
    """A logistic regression over standardised values and, where wanted, the product of each pair, each with itself too.

    `weights`: those of the values, then those of the first with all, of the second with itself and the later ones, ….
    """

    means: Sequence[float]
    deviations: Sequence[float]
    weights: Sequence[float]
    bias: float
    products: bool

    def __call__(self, values: Sequence[float]) -> float:
        """The logit."""
        standard, weights = self._standard(values), iter(self.weights)
        logit: float = self.bias + sum(map(mul, standard, weights))
        if self.products:
            for at, one in enumerate(standard):
                logit += one * sum(map(mul, standard[at:], weights))
        return logit

    def ending(self, last: Sequence[float]) -> Mixer:
        """The same for fewer values, because the last ones are known: what they add is in the other weights."""
        count, weights = len(self.means) - len(last), iter(self.weights)
        linear, *rows = ([*islice(weights, width)] for width in (len(self.means), *range(len(self.means), 0, -1)))
        ends = Mixer(
            means=self.means[count:],
            deviations=self.deviations[count:],
            weights=[*linear[count:], *chain.from_iterable(rows[count:])],
            bias=self.bias,
            products=True,
        )
        known = ends._standard(last)
        added = (sum(map(mul, row[-len(last) :], known)) for row in rows[:count])
        return Mixer(
            means=self.means[:count],
            deviations=self.deviations[:count],
            weights=[
                *map(add, linear, added),
                *chain.from_iterable(row[: -len(last)] for row in rows[:count]),
            ],
            bias=ends(last),
            products=True,
        )

    def _standard(self, values: Sequence[float]) -> list[float]:
        scaled = [
            (value - mean) / deviation
            for value, mean, deviation in zip(values, self.means, self.deviations, strict=True)
        ]
        return [one if -WIDEST <= one <= WIDEST else max(-WIDEST, min(WIDEST, one)) for one in scaled]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What speaks for a complaint: a small weight for every number of `grams`, and one for every number of `senses`."""

    words: bytes
    turns: bytes
    scales: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the views make of a sound: the whole one by the words and by their senses, the two others by both."""

    said: float
    meant: float
    plain: float
    sentence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """Of the whole message, of the manner of plain speech, and of the strongest sentence."""

    whole: View
    plain: View
    sentence: View
    _words: grams.Words = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        views = (self.whole, self.plain, self.sentence)
        object.__setattr__(self, "_words", grams.Words([view.words for view in views]))

    def __call__(self, sound: Sound) -> Seen:
        """All at once: to look a number up takes longer than to look into three tables."""
        (said, meant), (plain, of_plain), (sentence, of_sentence) = self._weighed(
            sound, (self.whole, self.plain, self.sentence)
        )
        return Seen(said=said, meant=meant, plain=plain + of_plain, sentence=sentence + of_sentence)

    def of_message(self, sound: Sound) -> tuple[float, float, float]:
        """The same of a whole message, of which the sentences are seen by themselves: said, meant and plain."""
        (said, meant), (plain, of_plain) = self._weighed(sound, (self.whole, self.plain))
        return said, meant, plain + of_plain

    def _weighed(self, sound: Sound, views: Sequence[View]) -> list[tuple[float, float]]:
        """What the words and what their senses come to in each view."""
        phrases = _shares(len(sound.phrases), grams.weighed(sound.phrases, [view.words for view in views]))
        pieces = _shares(*self._words(sound.words))
        turns = _shares(len(sound.turns), grams.weighed(sound.turns, [view.turns for view in views]))
        return [
            (view.scales[0] * (one + other), view.scales[1] * turn)
            for view, one, other, turn in zip(views, phrases, pieces, turns, strict=False)
        ]


def _shares(count: int, weights: Sequence[int]) -> list[float]:
    """What so many numbers weigh, for how many they are."""
    length = sqrt(max(FEWEST, count))
    return [weight / length for weight in weights]


def silent() -> Views:
    """Those that see nothing: whoever trains has none yet."""
    none = bytes([grams.NOTHING])
    view = View(words=none * grams.SIZE, turns=none * senses.SIZE, scales=(1.0, 1.0))
    return Views(whole=view, plain=view, sentence=view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained ear.

    `mixer` weighs a message, `blunt` a short one by its manner of plain speech alone, a `pointer` the sentences of one
    for which is the proof, by language; `subjects` are the topics with what speaks for each. `languages` are those it
    was trained on.
    """

    languages: frozenset[str]
    views: Views
    mixer: Mixer
    blunt: Mixer
    pointers: Mapping[str, Mixer]
    subjects: Mapping[str, Subject]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A sentence, how it sounds, its cues, and what the views make of it by itself."""

    sentence: Sentence
    sound: Sound
    cues: tuple[int, ...]
    seen: Seen


def traces(text: str, language: str, views: Views) -> list[Trace]:
    """The sentences of a text that hold a word, in order."""
    said = sentences_of(text)
    return [
        Trace(sentence=one, sound=sound, cues=cues.spoken(one.words, language), seen=views(sound))
        for one, sound in zip(said, sounds(said, language), strict=True)
        if sound.phrases
    ]


def together(found: Sequence[Trace]) -> Sound:
    """How the whole message sounds; its senses also turn from each sentence to the next."""
    return Sound(
        phrases=set().union(*(trace.sound.phrases for trace in found)),
        words=frozenset().union(*(trace.sound.words for trace in found)),
        turns=senses.onward([trace.sound.senses for trace in found]).union(*(trace.sound.turns for trace in found)),
    )


def shape(found: Sequence[Trace]) -> tuple[float, float, float, float]:
    """The strongest sentence with and without its company, and how long the message is."""
    if not found:
        return UNKNOWN, UNKNOWN, 0.0, 0.0
    views = [trace.seen.sentence for trace in found]
    company = log(sum(exp(SHARPNESS * max(-WIDEST * 2, min(WIDEST * 2, view))) for view in views)) / SHARPNESS
    length = sum(len(trace.sentence.text) for trace in found)
    return company, max(views), log(1 + length), log(len(views))


def cue_counts(found: Sequence[Trace]) -> tuple[int, ...]:
    return cues.together([trace.cues for trace in found])


def goodwill(text: str, language: str) -> tuple[float, float]:
    """Whether the writer gives a go-ahead, be it under a condition, and praises: who does rarely complains as well."""
    agrees = approval(text, language=language, subject="").consent is not Consent.NONE
    return float(agrees), float(any(praise(text, language=language)))


VALUES = 9 + len(cues.NAMES)
"""How many values the mixer takes."""

NO_CUES = (0.0,) * len(cues.NAMES)

INDIRECT = 2
"""The first of them are of no use for plain speech."""

LENGTH = 5
"""Which of them is the logarithm of the length."""


def values(model: Model, found: Sequence[Trace], sound: Sound, text: str, language: str) -> list[float]:
    return [
        *model.views.of_message(sound),
        *shape(found),
        *goodwill(text, language),
        *map(float, cue_counts(found)),
    ]


def brevity(length: float) -> float:
    """From 1 for a word to 0 for a page, by the logarithm of the length."""
    return 1 / (1 + (exp(length) / SHORT) ** 4)


def score(model: Model, told: Sequence[float]) -> float:
    """From 0 to 1."""
    logit = model.mixer(told) + BLUNT * brevity(told[LENGTH]) * model.blunt(told[INDIRECT:])
    return 1 / (1 + exp(-logit))


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
    views = (
        [trace.seen.sentence for trace in found],
        [trace.seen.said for trace in found],
        [trace.seen.meant for trace in found],
        [trace.seen.plain for trace in found],
    )
    pointer, quiet = model.pointers[language], _without_cues(model.pointers[language])
    logits = (
        pointer(told) if any(trace.cues) else quiet(told[: -len(NO_CUES)])
        for trace, told in zip(found, pointed(found, views), strict=True)
    )
    likely = [1 / (1 + exp(-logit)) for logit in logits]
    return passage(likely, [trace.sentence for trace in found])


@lru_cache(maxsize=8)
def _without_cues(pointer: Mixer) -> Mixer:
    """For a sentence without a cue, as most are: a third of the products."""
    return pointer.ending(NO_CUES)


def _addressed(text: str, language: str) -> int:
    """How long the salutation is with which a sentence begins: a greeting, or a name that means nothing else."""
    greeted = SALUTATION.match(text)
    named = None if greeted else _NAMED.match(text)
    if named and senses.senses(grams.words(named[1]), language):
        return 0
    length = greeted.end() if greeted else named.end() if named else 0
    return length if length < len(text) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedEar:
    """The built-in ear."""

    model: Model
    acts: Acts

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, Sequence[str]]:
        return self.acts.agreed(text, language=language, found=found)

    def hear(self, text: str, *, language: str) -> Heard | None:
        model = self.model
        found = traces(text, language, model.views) if language in model.languages else []
        if not found:
            return None
        sound = together(found)
        heard = score(model, values(model, found, sound, text, language))
        if heard < WORTH_A_REASON:
            return Heard(score=heard, sentence="")
        start, end = proof(model, found, language)
        first, last = found[start].sentence, found[end - 1].sentence
        begins = first.start + _addressed(first.text, language)
        return Heard(
            score=heard,
            sentence=text[begins : last.start + len(last.text)],
            topics=tuple(topics(sound, cue_counts(found), model.subjects)),
        )
