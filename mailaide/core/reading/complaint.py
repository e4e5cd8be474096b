"""Hear a complaint in a client's newly written text, and name the sentence and the cues that prove it.

Cues are counted per sentence, each kind once, and weighed; praise, own apologies, third parties and words in quotation
marks weigh against. One plain keyword never makes a complaint; a strong cue does, unless the message takes it back.
"""

from __future__ import annotations

import re
from functools import cache

from mailaide.core.reading.cues import Cue
from mailaide.core.reading.cues_en import CUES as ENGLISH
from mailaide.core.reading.cues_nl import CUES as DUTCH
from mailaide.core.reading.sentences import sentences
from mailaide.core.reading.signals import Signal, SignalKind

LOOKED_AT = 12 * 1024
"""Characters; keeps 64 KiB of anything under 40 ms. Who complains does so before page five."""

ENOUGH = 3.0
"""Weight of the proving sentence, with a share of the others, from which a message is a complaint."""

SHARE = 0.4
"""How much the other sentences add, so that three mild reproaches make one complaint."""

CONTEXT_LIMIT = 1.5
"""At most this much comes from the other sentences."""

LANGUAGES: dict[str, tuple[Cue, ...]] = {"nl": DUTCH, "en": ENGLISH}

_QUOTED = re.compile(r"[\"“„«][^\"”“»\n]{1,160}[\"”“»]|(?<!\w)['‘][^'’\n]{3,120}['’](?!\w)")


def complaint(text: str, *, language: str) -> Signal | None:
    """The complaint in a newly written text, or None. An unknown language has no cues and never complains."""
    cues = LANGUAGES.get(language, ())
    best, best_weight, total, against = "", 0.0, 0.0, 0.0
    best_names: tuple[str, ...] = ()
    for sentence in sentences(text[:LOOKED_AT]):
        weight, names = _weigh(sentence, cues)
        if weight > 0:
            total += weight
        else:
            against += weight
        if weight > best_weight:
            best, best_weight, best_names = sentence, weight, names
    context = min(CONTEXT_LIMIT, SHARE * (total - best_weight))
    if not best or best_weight + context + max(against * SHARE, -CONTEXT_LIMIT) < ENOUGH:
        return None
    return Signal(kind=SignalKind.COMPLAINT, sentence=best, because="; ".join(best_names))


def _weigh(sentence: str, cues: tuple[Cue, ...]) -> tuple[float, tuple[str, ...]]:
    own_words = _QUOTED.sub('""', sentence)
    weight, names = 0.0, []
    for cue in cues:
        if _compiled(cue.pattern).search(own_words):
            weight += cue.weight
            if cue.weight > 0:
                names.append(cue.name)
    return weight, tuple(names)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled at first use: a command that reads no mail pays nothing."""
    return re.compile(pattern, re.IGNORECASE)
