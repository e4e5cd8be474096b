"""Hear a complaint in a client's newly written text: how sure, which passage proves it, by which cues, about what.

The ear gives a score, the levels say what it means: `sure` opens a complaint (SignalKind.COMPLAINT), `maybe` only
shortens the wait of an unanswered message (SignalKind.MAYBE_COMPLAINT), below that nothing is said.
"""

from __future__ import annotations

from math import floor

from mailaide.core.reading.ear.cues import reasons
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ear.levels import DEFAULT, Levels
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.text.spans import sentences_of


def complaint(text: str, *, language: str, ear: Ear, levels: Levels = DEFAULT) -> Signal | None:
    """The complaint in a newly written text, or None; an unknown language has none that anybody could hear."""
    heard = ear.hear(text, language=language)
    if heard is None or heard.score < levels.maybe:
        return None
    return Signal(
        kind=SignalKind.COMPLAINT if heard.score >= levels.sure else SignalKind.MAYBE_COMPLAINT,
        sentence=heard.sentence,
        because="; ".join(_cues(heard.sentence, language) or _cues(text, language) or ("sounds like one",)),
        score=floor(heard.score * 1000) / 1000,  # rounded up, it could reach a level that it is below
        topics=heard.topics,
    )


def _cues(text: str, language: str) -> tuple[str, ...]:
    return reasons([sentence.words for sentence in sentences_of(text)], language)
