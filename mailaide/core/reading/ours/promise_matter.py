"""What a promise is of: work, a word, or a meeting; and where a mail of ours looks back at a call or a visit.

It decides what can show that a promise was kept: a mail that delivers, any mail, or none but one that looks back.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from mailaide.core.reading.days.due import due
from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of


class Matter(StrEnum):
    WORK = "work"
    WORD = "word"
    """An answer, a message, an update."""

    CALL = "call"
    MEETING = "meeting"
    """A visit. Like a call, mail shows it only by looking back."""


A_YEAR = timedelta(days=365)

FACE_TO_FACE = frozenset({Matter.CALL, Matter.MEETING})

_CALL: Phrases = {
    "nl": r"\b(?:bel|bellen|belt) (?:ik|we|wij|je|u|jullie)\b|\b(?:ik|we|wij) (?:bel|bellen)\b",
    "en": r"\b(?:ring|ringing|call|calling|phone|phoning)\b",
}

_MEETING: Phrases = {
    "nl": (
        r"\b(?:ik|we|wij) (?:kom|komen|sta|staan)\b|\b(?:kom|komen|sta|staan|ben|zijn) (?:ik|we|wij)\b"
        r"|\b(?:langs|bij (?:je|u|jullie)|voor de deur)\b|\b(?:lopen|bekijken) (?:we|wij)\b|\b(?:staan|sta) (?:we"
        r"|ik) voor\b"
    ),
    "en": (
        r"\b(?:i'm|i am|we're|we are|i'll be|we'll be) (?:with you"
        r"|there|at yours|round)\b|\bwith you (?:between|at|by)\b|\b(?:come|coming|drop|pop|be) (?:round|over|by|out)\b"
        r"|\b(?:visit|meet)\b"
    ),
}

_WORD: Phrases = {
    "nl": (
        r"\b(?:hoor|hoort|horen) (?:je|u|jullie)\b|\b(?:je|u|jullie) (?:hoort|hoor|horen)\b|\b(?:antwoord|reactie"
        r"|bericht|uitsluitsel|duidelijkheid|update|stand van zaken|laat|laten|mail|mailen|app|meld|informeer|terug)\b"
    ),
    "en": (
        r"\b(?:answer|reply|hear|let you know|get back|come back|write|update|tell you|report|an? (?:date"
        r"|explanation)|be in touch|message|email|mail you|(?:have|get) news)\b"
    ),
    "de": (
        r"\b(?:antwort|nachricht|bescheid|rückmeldung|melde|melden|hören (?:sie|du) von"
        r"|sage (?:ich )?(?:ihnen|dir|euch)|teile (?:ich )?(?:ihnen|dir|euch))\b"
    ),
    "fr": (
        r"\b(?:réponse|nouvelles|tiens? au courant|reviens? vers|recontacte|(?:vous|te|t') ?(?:dirai|dis|écrirai"
        r"|informerai|répondrai))\b"
    ),
    "es": (
        r"\b(?:respuesta|noticias|(?:le|te|les|os) (?:diré|digo|aviso|avisaré|escribiré|informaré|contesto|contestaré"
        r"|respondo|responderé))\b"
    ),
}
"""Read after the other: "ik bel je terug" is a call."""

_THINGS: Phrases = {
    "nl": (
        r"\b(?:versie|concept|proef|ontwerp|schets\w*|foto\w*|rapport|offerte|factuur|bestand\w*|vertaling|hoofdstuk"
        r"|teksten?|logo|folder|planning)\b"
    ),
    "en": (
        r"\b(?:version|draft|proof|design|sketch\w*|photos?|report|quote|invoice|files?|translation|chapters?|texts?"
        r"|logo|leaflet|layout|plan|script|recordings?|manuscript|list)\b"
    ),
    "de": (
        r"\b(?:version|fassung|entwurf|entwürfe|skizzen?|fotos?|bericht|angebot|rechnung|datei\w*|übersetzung|kapitel"
        r"|texte?|logo|plan|liste)\b"
    ),
    "fr": (
        r"\b(?:version|maquette|ébauche|croquis|photos?|rapport|devis|facture|fichiers?|traduction|chapitres?|textes?"
        r"|logo|plan|liste)\b"
    ),
    "es": (
        r"\b(?:versión|borrador|boceto\w*|fotos?|informe|presupuesto|factura|archivos?|traducción|capítulos?|textos?"
        r"|logo|plan|lista)\b"
    ),
}
"""Work that is sent along with a word."""

_LOOKS_BACK: Phrases = {
    "nl": (
        r"\bzoals (?:\w+ ){0,2}(?:besproken|gezien|afgesproken|doorgenomen|gezegd|beloofd aan de telefoon)\b"
        r"|\bnet (?:gebeld|gesproken|samen)\b|\baan de telefoon\b|\btelefonisch\b|\b(?:dank|bedankt) (?:je "
        r"|u )?(?:wel )?voor (?:de koffie"
        r"|de thee|het gesprek|je tijd|uw tijd|de ontvangst)\b|\b(?:fijn|goed|leuk) (?:je|u|jullie) (?:net "
        r"|vandaag |gisteren )?"
        r"(?:te hebben )?gesproken\b|\bons gesprek\b|\b(?:vanochtend|vanmiddag|gisteren) (?:samen|bij (?:je|u"
        r"|jullie))\b|\b(?:zijn|ben|waren) (?:vandaag|vanochtend|gisteren)? ?(?:geweest|langs geweest)\b"
    ),
    "en": (
        r"\bas (?:we )?(?:just )?(?:discussed|agreed|seen|marked|promised on|spoken|talked)\b|\b(?:on|over) the"
        r" phone\b|\bthank(?:s| you) for (?:the (?:tea|coffee|chat|call|talk)|your time|hearing me|having (?:me|us)"
        r"|seeing (?:me|us)"
        r"|meeting)\b|\b(?:good|nice|great|lovely) to (?:see|speak|talk|meet)\b|\bwith you watching\b|\bour (?:call"
        r"|chat|talk|meeting|conversation)\b|\bas marked out\b|\bwhen (?:we|i) (?:spoke|met|rang|called)\b"
    ),
}


_MISSES_MEETING = re.compile(
    r"\b(?:bel|belt|bellen|gebeld|telefoon\w*|kwam|kwamen|gekomen|langs|thuis|gewacht|bezoek|calls?|called|ring|rang"
    r"|phone[d]?|turn(?:ed)? up|show(?:ed)? up|waited|waiting|stayed in|came|visit)\b",
    re.IGNORECASE,
)


_NEW_DAY = re.compile(
    r"\b(?:nieuwe (?:datum|planning|dag)|in plaats van|verzet\w*|uitgesteld|schui(?:f|ft|ven)|opgeschoven"
    r"|een week later|new (?:date|day|deadline)|instead|moved? to|postponed|pushed back|rescheduled|a week later)\b",
    re.IGNORECASE,
)

_STANDS = re.compile(
    r"\b(?:blijft|staat nog|stands|stays|remains|is still on|bleibt|steht noch|tient toujours|reste|sigue en pie"
    r"|se mantiene)\b",
    re.IGNORECASE,
)


_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "een", "één"), 1),
    **dict.fromkeys(("two", "twee"), 2),
    **dict.fromkeys(("three", "drie"), 3),
    **dict.fromkeys(("four", "vier"), 4),
    **dict.fromkeys(("five", "vijf"), 5),
    **dict.fromkeys(("ten", "tien"), 10),
}
_AFTER_YES = re.compile(
    r"\b(?P<number>\d{1,2}|" + "|".join(_NUMBERS) + r") (?P<unit>dag(?:en)?|we(?:ek|ken)|days?|weeks?)"
    r" (?:na|after|from|of) (?:uw|je|jullie|your) (?:\w+ )?"
    r"(?:akkoord|goedkeuring|ja|bestelling|approval|yes|go-ahead|okay?|order)\b",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"\b(?:elke|iedere|every|each) (?P<day>maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|week"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def after_yes(sentence: str) -> timedelta | None:
    """How long after the client's yes it is promised for: "you have it a week after your approval"."""
    found = _AFTER_YES.search(sentence)
    if found is None:
        return None
    number = found["number"].lower()
    days = 7 if found["unit"].lower().startswith("we") else 1
    return timedelta(days=days * (_NUMBERS.get(number) or int(number)))


@lru_cache(maxsize=1024)
def is_term(sentence: str, language: str) -> bool:
    """Whether it counts from something that it does not name: "within eight weeks"."""
    day = due(sentence.lower(), sent=date.min + A_YEAR, language=language)
    return day is not None and day.floats


@lru_cache(maxsize=1024)
def recurs(sentence: str) -> bool:
    """Whether the same is promised for each week."""
    return _RECURS.search(sentence) is not None


def names_new_day(sentence: str) -> bool:
    """Whether a promise is called another day for what was promised before."""
    return _NEW_DAY.search(sentence) is not None


def repeats_day(sentence: str) -> bool:
    """Whether a day that was named before is only said to stand: "Friday stays Friday"."""
    return _STANDS.search(sentence) is not None


def misses_meeting(text: str) -> bool:
    """Whether a client's displeased text speaks of a call or a visit."""
    return _MISSES_MEETING.search(text) is not None


def matter(sentence: str, *, language: str) -> Matter:
    """What a sentence that promises is of; in doubt it is work."""
    words = sentence.lower()

    def says(table: Phrases) -> bool:
        pattern = phrases(table, language)
        return pattern is not None and pattern.search(words) is not None

    if says(_THINGS):
        return Matter.WORK
    if says(_CALL):
        return Matter.CALL
    if says(_MEETING):
        return Matter.MEETING
    return Matter.WORD if says(_WORD) else Matter.WORK


def looks_back(text: str, *, language: str) -> str:
    """The first sentence of a newly written text of ours that looks back at a call or a visit; or ""."""
    pattern = phrases(_LOOKS_BACK, language)
    if pattern is None:
        return ""
    return next((one.text for one in sentences_of(text) if pattern.search(one.words) and not one.asks), "")
