"""Wording in a mail of ours that we may regret, each with a better one.

Overpromise: a guarantee of what nobody can guarantee. Blame: the fault put on the client. Silence as consent. Empty
disclaimer: words that protect nobody. Never on negations, quotations, agreed warranties, or blame of ourselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mailaide.core.reading.ear.acts import FLAWS, Act
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ours import wording_words as say
from mailaide.core.reading.ours.wording_better import BETTER
from mailaide.core.reading.text.spans import Phrases, Sentence, phrases, sentences_of

LONGEST_WHOLE = 140
MOST = 20


class Flaw(StrEnum):
    OVERPROMISE = "overpromise"
    BLAME = "blame"
    SILENCE = "silence as consent"
    DISCLAIMER = "empty disclaimer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`text` is verbatim; `better` is a sentence in the same language that could stand there."""

    flaw: Flaw
    text: str
    better: str


_TABLES: tuple[tuple[Flaw, Phrases, Phrases], ...] = (
    (Flaw.SILENCE, say.SILENCE, say.NO_SILENCE),
    (Flaw.OVERPROMISE, say.OVERPROMISE, say.NO_OVERPROMISE),
    (Flaw.BLAME, say.BLAME, say.NO_BLAME),
    (Flaw.DISCLAIMER, say.DISCLAIMER, {}),
)


def wording(text: str, *, language: str) -> tuple[Wording, ...]:
    """What could be worded better in a newly written text of ours."""
    found = (one for sentence in sentences_of(text) for one in _of_sentence(sentence, language))
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def overheard(text: str, *, language: str, ear: Ear) -> tuple[Wording, ...]:
    """The same by an ear that also hears what no rule finds, and takes some of what the rules find for harmless."""
    ruled = wording(text, language=language)
    found = {act: [one.text for one in ruled if one.flaw.value == act] for act in FLAWS}
    said = ear.agreed(text, language=language, found=found)
    kept = [one for one in ruled if one.flaw is Flaw.DISCLAIMER or one.text in said[Act(one.flaw)]]
    fresh = [
        Wording(flaw=Flaw(act), text=one, better=BETTER[language][act])
        for act, spans in said.items()
        for one in spans
        if one not in found[act]
    ]
    return tuple(sorted((*kept, *fresh), key=lambda one: text.find(one.text)))


def blames(sentence: Sentence, *, language: str) -> bool:
    """Whether it puts the fault on the client."""
    found, unless = phrases(say.BLAME, language), phrases(say.NO_BLAME, language)
    if found is None or sentence.asks or not found.search(sentence.words):
        return False
    return not (unless and unless.search(sentence.words))


def _of_sentence(sentence: Sentence, language: str) -> Iterator[Wording]:
    for flaw, table, against in _TABLES:
        pattern, unless = phrases(table, language), phrases(against, language)
        if pattern is None:
            continue
        hit = pattern.search(sentence.words)
        if hit is None or (sentence.asks and flaw is not Flaw.SILENCE):
            continue
        start, end = _clause(sentence, hit.start(), hit.end())
        if unless is not None and unless.search(sentence.words[start:end]):
            continue
        whole = len(sentence.text) <= LONGEST_WHOLE and flaw is not Flaw.OVERPROMISE
        text = sentence.text if whole or (start, end) == (0, len(sentence.text)) else sentence.cut(start, end)
        yield Wording(flaw=flaw, text=text, better=BETTER[language][flaw.value])


def _clause(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The hit, out to the marks and joints around it."""
    joints = say.JOINT
    cuts = [0, *(cut.end() for cut in joints.finditer(sentence.words)), len(sentence.words)]
    begin = max(cut for cut in cuts if cut <= start)
    stops = [cut.start() for cut in joints.finditer(sentence.words, end)]
    return begin, stops[0] if stops else len(sentence.words)
