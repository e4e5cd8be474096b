"""What a mail of ours states, sentence by sentence, in a form that later questions can be held against cheaply.

Which question a mail answers is only known from the conversation; that must not read the text again each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mailaide.core.reading.days.due import due
from mailaide.core.reading.ours.wording import blames
from mailaide.core.reading.signals import Statement
from mailaide.core.reading.text.spans import Phrases, Sentence, phrases, sentences_of
from mailaide.core.reading.text.stems import stems
from mailaide.core.reading.text.sums import sums

MOST = 60
"""Statements of one mail; what comes later is an attachment."""

QUOTED = 60
"""Characters by which a quoted line is known again."""

_SAYS_YES_NO: Phrases = {
    **dict.fromkeys(
        ("nl", "en"),
        r"\b(?:ja|nee|jazeker|zeker|kan|klopt|inderdaad|helaas|yes|no|yep|nope|sure|of course|certainly"
        r"|confirmed|afraid|absolutely|geen probleem|no problem|natuurlijk|niet nodig|hoeft niet)\b",
    ),
    "de": r"\b(?:ja|nein|jawohl|klar|sicher|natürlich|gern|gerne|leider|stimmt|kann|geht|kein problem|nicht nötig)\b",
    "fr": r"\b(?:oui|non|bien sûr|tout à fait|absolument|certainement|malheureusement|pas de problème|c'est"
    r" possible)\b",
    "es": r"^no\b|\b(?:sí|claro|por supuesto|desde luego|exacto|efectivamente|lamentablemente|sin problema|se"
    r" puede)\b",
}

_REPLIES = re.compile(
    r"^(?:(?:hi|hey|dear|hoi|dag|ha|beste|hallo|bonjour|hola) \w+,? )?(?:(?:and|en|but|maar|so|dus|beide keren|twice"
    r"|twee keer),? )*(?:yes|no|yep|nope|sure can|ja|nee|jazeker|klopt|nein|klar|oui|non|bien sûr|sí|claro)\b"
    r"|[,;:] (?:and |en )?(?:yes|no|ja|nee|nein|oui|non|sí),? "
)

_AFTER: Phrases = {
    "nl": r"\b(?:zodra|nadat|wanneer|als)\b(?! altijd| het goed| je (?:wilt|vragen))",
    "en": r"\b(?:as soon as|once|after|when|the (?:moment|day|week) (?:that )?(?:we|i|you|the|your|they|it))\b",
    "de": r"\b(?:sobald|nachdem|wenn)\b",
    "fr": r"\b(?:dès (?:que|réception)|une fois|quand|lorsque|après)\b",
    "es": r"\b(?:en cuanto|una vez|cuando|después de|tras)\b",
}
"""It waits for something that is named: also an answer to "when"."""

_WILL_TELL: Phrases = {
    "nl": r"\b(?:weten|weet|hoor|hoort|horen|meld|bericht|kom (?:ik )?[^.]{0,20}terug)\b",
    "en": r"\b(?:know|let you|tell|hear|get back|come back|find out)\b",
    "de": r"\b(?:weiß|wissen|melde|bescheid|sage)\b",
    "fr": r"\b(?:sai[st]|saurai|dirai|reviens|tiens au courant)\b",
    "es": r"\b(?:sé|sepa|sabré|diré|digo|aviso|avisaré)\b",
}
"""Then it only puts off."""

_DECIMAL = re.compile(r"(?<![\d.,])\d+[.,]\d\d (?:per|an?|the|each|elk|pro|par|por|ex|incl|excl)\b")
"""A price without its sign: 34.50 per roll."""

_CLOCK = re.compile(
    r"\b(?:kwart (?:voor|over)|half|quarter (?:to|past)|half past|viertel (?:vor|nach)|halb) \w+\b"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?(?:uur|am|pm|o'clock|uhr|h)\b|\b\d{1,2}:\d\d\b"
)
"""An hour answers "when" too."""

_FIGURE = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|honderd"
    r"|duizend|dozijn"
    r"|zestig|zeventig|tachtig|negentig|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen"
    r"|zwei|drei|fünf|sechs|sieben|neun|zehn|zwölf|zwanzig|dreißig|hundert|tausend|dutzend|deux|trois|quatre|cinq|sept"
    r"|huit|neuf|dix|douze|vingt|trente|cent|mille|dizaine|douzaine|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
    r"|diez|doce|veinte|treinta|cien|mil|docena)\b"
)


def statements(text: str, *, sent: date, language: str) -> tuple[Statement, ...]:
    """The statements of a newly written text, in order."""
    told = (one for one in sentences_of(text) if not one.asks)
    return tuple(_statement(one, sent, language) for one, _ in zip(told, range(MOST), strict=False))


def _statement(sentence: Sentence, sent: date, language: str) -> Statement:
    yes_no, after, will_tell = (phrases(table, language) for table in (_SAYS_YES_NO, _AFTER, _WILL_TELL))
    words = sentence.words
    found = due(words, sent=sent, language=language)
    waits = after is not None and after.search(words) is not None
    figure = _FIGURE.search(words) is not None
    return Statement(
        words=tuple(sorted(stems(words))),
        day=found.day if found else sent if _CLOCK.search(words) else None,
        sum=bool(sums(sentence.text)) or _DECIMAL.search(words) is not None,
        yes_no=yes_no is not None and yes_no.search(words) is not None,
        replies=_REPLIES.search(words) is not None,
        after=waits and not (will_tell and will_tell.search(words)),
        figure=figure,
        blames=not found and not figure and blames(sentence, language=language),
    )


def answered_lines(text: str) -> tuple[str, ...]:
    """The quoted lines under which a whole mail goes on in its own words: each is taken up there."""
    return tuple(dict.fromkeys(_answered_lines(text.lower().split("\n"))))


def _answered_lines(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if line.startswith(">") and any(
            after.strip() and not after.startswith(">") for after in lines[number + 1 : number + 3]
        ):
            yield " ".join(line[1:].split())
