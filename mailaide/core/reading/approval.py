"""Whether a client gives a go-ahead: explicit, under a condition, or not at all.

Receipt, thanks, praise, a choice without a go-ahead and an agreed date are none; neither is an approval that is
told of ("we had approved"), denied, asked about, or quoted. The price of a wrong "yes" is high, so doubt is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mailaide.core.reading import approval_words as say
from mailaide.core.reading.changes import changes, condition
from mailaide.core.reading.spans import Sentence, phrases, sentences_of


class Consent(StrEnum):
    EXPLICIT = "explicit"
    CONDITIONAL = "conditional"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """`sentence` gives the go-ahead, `condition` is what it hangs on, verbatim, or empty."""

    consent: Consent
    sentence: str = ""
    condition: str = ""


NONE = Approval(consent=Consent.NONE)


def approval(text: str, *, language: str, subject: str = "") -> Approval:
    """The go-ahead in a newly written text."""
    said, given = sentences_of(text), _given(text, language)
    once = phrases(say.ONCE, language)
    hanging = next((one for one in said if once and once.search(one.words) and not one.asks), None)
    if hanging is not None and not _denied(said, language):
        return Approval(consent=Consent.CONDITIONAL, sentence=hanging.text, condition=hanging.text)
    if given is None:
        return NONE
    unless = next((found for one in said if (found := condition(one, language, near=one == given))), "")
    unless = unless or next(iter(changes(text, language=language, subject=subject)), "")
    consent = Consent.CONDITIONAL if unless else Consent.EXPLICIT
    return Approval(consent=consent, sentence=given.text, condition=unless)


@lru_cache(maxsize=4)
def _given(text: str, language: str) -> Sentence | None:
    """The sentence that says yes, if none says no; remembered, for the ear asks about the same text."""
    said = sentences_of(text)
    given = next((one for one in said if _gives(one, language)), None) or _short(said, language)
    return None if given is None or _denied(said, language) else given


def _gives(sentence: Sentence, language: str) -> bool:
    gives, not_so = phrases(say.GIVES, language), phrases(say.NOT_SO, language)
    if gives is None or sentence.asks or not gives.search(sentence.words):
        return False
    return not (not_so and not_so.search(sentence.words))


def _denied(said: tuple[Sentence, ...], language: str) -> bool:
    denies = phrases(say.DENIES, language)
    return denies is not None and any(denies.search(one.words) for one in said)


def _short(said: tuple[Sentence, ...], language: str) -> Sentence | None:
    """A mail of a few words that is nothing but a yes: greeting, yes, name."""
    alone = phrases(say.ALONE, language)
    if alone is None or sum(len(one.text) for one in said) > say.SHORT:
        return None
    return next((one for one in said if alone.search(re.sub(r"[^\w' ]+", "", one.words).strip())), None)
