"""What a mail of ours hands over, where it asks for a yes, and what it counts as no round; each with its sentence.

Work counts as handed over when we give it or say that it is done. An invoice, a quote or a contract alone is no work;
what will be done, is not done, or hangs on something is none yet; a report of how things stand repeats what was handed
over before.
"""

from __future__ import annotations

import re
from datetime import date

from mailaide.core.reading.days.due import due
from mailaide.core.reading.ours import delivery_words as say
from mailaide.core.reading.ours.promise_words import THIRD
from mailaide.core.reading.ours.wording_words import SILENCE
from mailaide.core.reading.text.patterns import Pattern
from mailaide.core.reading.text.spans import Sentence, phrases, sentences_of

SUBJECT = 8
"""Characters of a clause within which others are who did it: "the quarry has sent"."""

_CLAUSE = re.compile(r"[;,–—]\s|\s(?:maar|but|and|en|dus|so)\s")


def delivery(text: str, *, sent: date, language: str) -> str:
    """The first sentence of a newly written text of ours that hands work over, or the empty string."""
    hands_over, state, gives = (phrases(table, language) for table in (say.HANDS_OVER, say.STATE, say.GIVES_NOW))
    said = sentences_of(text)
    if state is not None and gives is not None and any(state.search(one.words) for one in said):
        hands_over = gives
    if hands_over is None:
        return ""
    return next((one.text for one in said if _hands_over(one, hands_over, sent, language)), "")


def approval_request(text: str, *, language: str) -> str:
    """The first sentence of a newly written text of ours that asks for a yes, or takes silence for one; or ""."""
    asks, silence = phrases(say.ASKS_A_YES, language), phrases(SILENCE, language)
    if asks is None or silence is None:
        return ""
    return next((one.text for one in sentences_of(text) if asks.search(one.words) or silence.search(one.words)), "")


def outside_rounds(text: str, *, language: str) -> str:
    """The first sentence of a newly written text of ours that counts a change as no round, or the empty string."""
    free = phrases(say.NOT_COUNTED, language)
    if free is None:
        return ""
    return next((one.text for one in sentences_of(text) if free.search(one.words)), "")


def _hands_over(sentence: Sentence, hands_over: Pattern, sent: date, language: str) -> bool:
    """One clause of it must do so by itself; what the next clause puts off is another thing."""
    not_work, not_yet, third = (phrases(table, language) for table in (say.NOT_WORK, say.NOT_YET, THIRD))
    if sentence.asks or not hands_over.search(sentence.words):
        return False
    for clause in _CLAUSE.split(sentence.words):
        if (named := due(clause, sent=sent, language=language)) and named.day > sent:
            return False  # a day to come, and what follows it in the sentence
        if (
            hands_over.search(clause)
            and not (not_work and not_work.search(clause))
            and not (not_yet and not_yet.search(clause))
            and not (third and (other := third.search(clause)) and other.start() < SUBJECT)
        ):
            return True
    return False
