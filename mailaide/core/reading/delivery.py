"""What a mail of ours hands over, and where it asks for a yes; each with the sentence that shows it.

Work counts as handed over when we give it or say that it is done. An invoice, a quote or a contract alone is no work;
what will be done, is not done, or hangs on something is none yet.
"""

from __future__ import annotations

from mailaide.core.reading import delivery_words as say
from mailaide.core.reading.spans import Sentence, phrases, sentences_of


def delivery(text: str, *, language: str) -> str:
    """The first sentence of a newly written text of ours that hands work over, or the empty string."""
    hands_over = phrases(say.HANDS_OVER, language)
    if hands_over is None:
        return ""
    return next(
        (one.text for one in sentences_of(text) if hands_over.search(one.words) and _is_work_now(one, language)), ""
    )


def approval_request(text: str, *, language: str) -> str:
    """The first sentence of a newly written text of ours that asks for a yes, or the empty string."""
    asks = phrases(say.ASKS_A_YES, language)
    if asks is None:
        return ""
    return next((one.text for one in sentences_of(text) if asks.search(one.words)), "")


def _is_work_now(sentence: Sentence, language: str) -> bool:
    not_work, not_yet = phrases(say.NOT_WORK, language), phrases(say.NOT_YET, language)
    return not (
        sentence.asks or (not_work and not_work.search(sentence.words)) or (not_yet and not_yet.search(sentence.words))
    )
