"""Whether a client gives a go-ahead: explicit, under a condition, or not at all.

Receipt, thanks, praise, a choice without a go-ahead and an agreed date are none; neither is an approval that is
told of ("we had approved"), denied, asked about, or quoted. The price of a wrong "yes" is high, so doubt is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mailaide.core.reading.client import approval_words as say
from mailaide.core.reading.client.changes import changes, condition
from mailaide.core.reading.text.spans import Sentence, phrases, sentences_of


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
_ASKING = re.compile(
    r"(?:is|are|am|was|can|could|may|shall|should|do|does|did|will|would|have|has|zijn|ben|mag|mogen|kan|kun"
    r"|kunnen|moet|zal|zou"
    r"|heb|heeft|wat|hoe|wie|waar|wanneer|of|ist|sind|kann|darf|soll|hat|est-ce|peut|peux|puis|what|who|when"
    r"|where|how|if)\b|¿"
)


def approval(text: str, *, language: str, subject: str = "") -> Approval:
    """The go-ahead in a newly written text."""
    said, given = sentences_of(text), _given(text, language)
    once = phrases(say.ONCE, language)
    hanging = next((one for one in said if once and once.search(one.words) and not one.asks), None)
    if hanging is not None and not _denied(said, language):
        return Approval(consent=Consent.CONDITIONAL, sentence=hanging.text, condition=hanging.text)
    if given is None:
        return _hanging(said, language)
    unless = next(
        (found for one in said if (found := condition(one, language, near=one == given and not one.asks))), ""
    )
    unless = unless or next(iter(changes(text, language=language, subject=subject)), "")
    consent = Consent.CONDITIONAL if unless else Consent.EXPLICIT
    return Approval(consent=consent, sentence=given.text, condition=unless)


def _hanging(said: tuple[Sentence, ...], language: str) -> Approval:
    """A yes of few words beside what it hangs on, in one sentence: "fine, as long as the price stays"."""
    yes, strictly = phrases(say.YES, language), phrases(say.STRICTLY, language)
    if yes is None or strictly is None or _denied(said, language):
        return NONE
    for one in said:
        if (
            not one.asks
            and yes.search(one.words)
            and (hangs := strictly.search(one.words))
            and not _unlike(one, language)
        ):
            return Approval(
                consent=Consent.CONDITIONAL, sentence=one.text, condition=one.cut(hangs.start(), len(one.text))
            )
    return NONE


@lru_cache(maxsize=4)
def _given(text: str, language: str) -> Sentence | None:
    """The sentence that says yes, if none says no; remembered, for the ear asks about the same text."""
    said = sentences_of(text)
    given = next((one for one in said if _gives(one, language)), None) or _short(said, language)
    return None if given is None or _denied(said, language) else given


def _gives(sentence: Sentence, language: str) -> bool:
    gives = phrases(say.GIVES, language)
    words = _before_question(sentence.words) if sentence.asks else sentence.words
    return gives is not None and gives.search(words) is not None and not _unlike(sentence, language)


def _unlike(sentence: Sentence, language: str) -> bool:
    """Whether its yes is denied, of the past, or still to come."""
    not_so = phrases(say.NOT_SO, language)
    return not_so is not None and not_so.search(sentence.words) is not None


def _before_question(words: str) -> str:
    """What is stated before the question of the same sentence: "the quote is fine, when do you start?"."""
    stated = words.rpartition(", ")[0]
    return "" if _ASKING.match(stated) else stated


def _denied(said: tuple[Sentence, ...], language: str) -> bool:
    denies = phrases(say.DENIES, language)
    return denies is not None and any(denies.search(one.words) for one in said)


def _short(said: tuple[Sentence, ...], language: str) -> Sentence | None:
    """A mail of a few words that is nothing but a yes: greeting, yes, name."""
    alone = phrases(say.ALONE, language)
    if alone is None or sum(len(one.text) for one in said) > say.SHORT:
        return None
    return next((one for one in said if alone.search(re.sub(r"[^\w' ]+", "", one.words).strip())), None)
