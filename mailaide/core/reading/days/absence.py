"""When the writer of an automatic reply is back: the day that is told, or the day after the last day away."""

from __future__ import annotations

from datetime import date, timedelta

from mailaide.core.reading.days import day_words as say
from mailaide.core.reading.days.due import due
from mailaide.core.reading.text.patterns import compiled
from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

THROUGH: Phrases = {
    "nl": r"\b(?:tot en met|t/m|tm)\b",
    "en": r"\b(?:through|thru|up to and including|until and including|inclusive)\b|[–-] ?\d",
    "de": r"\b(?:bis einschließlich|bis einschl\.?|einschließlich|bis zum|bis)\b",
    "fr": r"\b(?:jusqu'au .{3,30} inclus|du .{1,20} au)\b",
    "es": r"\b(?:hasta el .{3,30} inclusive|del? .{1,20} al?)\b",
}
"""The day told is still one away."""

BACK: Phrases = {
    "nl": r"\b(?:tot|vanaf|terug|weer|t/m|maandag|bereikbaar|aanwezig)\b",
    "en": r"\b(?:until|till|back|return\w*|through|from|leave|office)\b|[–-] ?\d",
    "de": r"\b(?:bis|wieder|zurück|ab)\b",
    "fr": r"\b(?:jusqu'|retour|à partir|du|au)\b",
    "es": r"\b(?:hasta|vuelvo|regreso|partir|del|al)\b",
}


def back_on(text: str, *, sent: date, language: str) -> date | None:
    """The first day on which an absent writer can be reached again, or None when none is told."""
    told, through = phrases(BACK, language), phrases(THROUGH, language)
    if told is None or through is None:
        return None
    for sentence in sentences_of(text):
        words = _without_first_of_range(sentence.words, language)
        sign = told.search(words)
        if sign is None:
            continue
        found = due(words, sent=sent, language=language)
        if found is not None and found.day >= sent:
            still_away = through.search(words[: found.end + 12]) is not None
            return found.day + timedelta(days=1) if still_away else found.day
    return None


def _without_first_of_range(words: str, language: str) -> str:
    """ "20–24 April" → "   –24 April", "van 3 tot 9 mei" → "van   tot 9 mei", "from 12 to 26 July"."""
    months = say.MONTHS_OF.get(language, "x")
    joint = r"(?:[–-]|tot en met|tot|t/m|to|until|till|bis|au|al)"
    first = compiled(rf"\b(\d{{1,2}}\.?(?: {months})?) ?{joint} ?(?=\w*\.? ?\d{{1,2}})")
    return first.sub(lambda match: " " * len(match[1]) + match[0][len(match[1]) :], words)
