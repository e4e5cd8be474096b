"""Whether a mail of ours answers in substance, and which of the client's questions it answers.

A question counts as answered only when the mail takes it up: it is quoted above the answer, its words come back beside
a statement, or the mail gives what was asked for (a day for "when", a sum for "how much", yes or no). Doubt is no.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - stop words are easier to read and to add to as a line than as a list
import re
from collections.abc import Sequence
from datetime import date

from mailaide.core.reading.due import due
from mailaide.core.reading.spans import Phrases, Sentence, phrases, sentences_of
from mailaide.core.reading.sums import sums

ENOUGH = 0.34
"""Share of a question's words of substance that come back in the answer."""

LONG_WORD = 5
ANY_DAY = date(2026, 1, 5)
"""To see whether a day is named at all, it does not matter from where one looks."""

_PRICED = re.compile(r"[€£$]\s?\d|\d\s?(?:euro|eur|dollars|pounds)\b", re.IGNORECASE)
_ENCLOSED = re.compile(
    (
        r"\b(?:attached|enclosed|here (?:is|are)|bijgaand|hierbij|in de bijlage|zie bijlage|zitten erbij"
        r"|staat klaar|staan klaar|is up|are up|invoice|factuur|versie \d|v\d)\b"
    ),
    re.IGNORECASE,
)
"""What delivers or reports is no answer by itself."""

_REPLY = re.compile(r"^\s*(?:re|aw|antw|antwoord|sv|réf|rif)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")

TAKES_UP: Phrases = {
    "nl": (
        r"^(?:\w+,? )?(?:ja|nee|jazeker|zeker|klopt|inderdaad|kan zeker|dat kan|helaas niet|natuurlijk|gevonden"
        r"|je hebt gelijk|u hebt gelijk|u heeft gelijk|terecht)\b|\b(?:u|je|jij|jullie) (?:vroeg|vroegen"
        r"|wilde weten|schreef|schrijft|vraagt|mailde)\b|\b(?:op|antwoord op|over|wat) (?:je|uw|jullie) (?:vraag"
        r"|vragen|mail|klacht|opmerking)|\b(?:je|uw|jullie) vra(?:ag|gen)\b|\bje ziet het goed\b"
        r"|\b(?:je|u|jullie) (?:hebt|heeft|hebben) (?:helemaal )?gelijk\b|\bsorry\b|\bexcuses?\b|\bspijt\b"
        r"|\b(?:het|de) (?:verschil|oorzaak|fout|vertraging|lekkage|storing)\b[^.?!]{0,30}\b(?:zit|komt|ligt|lag"
        r"|zat|was)|\bvervelend (?:om te|dat)"
    ),
    "en": (
        r"^(?:\w+,? )?(?:yes|no|sure|of course|certainly|confirmed|correct|found it|afraid not|i'm afraid"
        r"|fair (?:point|enough)|good question|you're right|you are right)\b(?!,? thank)|\byou(?:'d"
        r"| had)? (?:asked|wanted to know|wrote|wondered|mentioned|queried|were asking)\b|\b(?:to|on|in answer to"
        r"|as for|about) your (?:question|query|point|complaint|note|e?mail)"
        r"|\byou(?:'re| are) (?:quite |absolutely |completely )?right\b|\b(?:sorry|apologi[sz]e|apologies)\b"
        r"|\bthe (?:difference|cause|reason|problem|fault|delay) (?:is|was|lies|comes)"
    ),
    "de": (
        r"^(?:\w+,? )?(?:ja|nein|klar|gerne?|natürlich|stimmt|sie haben recht)\b|\bihre frage\b|\bdeine frage\b"
        r"|\bsie (?:fragten|wollten wissen|schrieben)\b|\b(?:entschuldig\w+|tut mir leid)\b|\bdie ursache\b"
    ),
    "fr": (
        r"^(?:\w+,? )?(?:oui|non|bien sûr|tout à fait|vous avez raison)\b|\bvotre question\b|\bvous (?:demandiez"
        r"|vouliez savoir|écriviez)\b|\b(?:désolée?|excuses?|pardon)\b|\bla cause\b"
    ),
    "es": (
        r"^¿?(?:\w+,? )?(?:sí|no|claro|por supuesto|tiene razón|tienes razón)\b|\b(?:su|tu) pregunta\b"
        r"|\b(?:preguntaba|preguntabas|quería saber)\b|\b(?:lo siento|disculp\w+|perdón)\b|\bla causa\b"
    ),
}

WHEN = re.compile(
    r"\b(?:wanneer|hoe laat|welke (?:dag|datum)|when|what (?:time|date|day)|how (?:soon|long)|wann|bis wann"
    r"|quand|cuándo|hoe lang|klaar|ready|by (?:mon|tues|wednes|thurs|fri)day|lukt|datum|date)\b"
)
HOW_MUCH = re.compile(
    r"\b(?:hoeveel|wat (?:kost|kosten|reken|vraag)|kosten|prijs|how much|what (?:does|do|would|will"
    r"|is the) \w* ?(?:cost|charge|price)|price|cost|charge|wie ?viel|was kostet|combien|cuánto|tarief|rate)\b"
)
YES_NO = re.compile(
    r"^(?:en |and |but |maar |so |dus )?(?:kun|kunt|kan|kunnen|wil|wilt|is|zijn|gaat|gaan|heb|hebt|heeft"
    r"|hebben|mag|mogen|moet|moeten|zit|zitten|klopt|lukt|geldt|zou|doe|neem|can|could|would|will|is|are|do"
    r"|does|did|have|has|may|shall|should|am|was)\b"
)
SAYS_YES_NO = re.compile(
    r"(?:^|\b)(?:ja|nee|jazeker|zeker|kan|klopt|inderdaad|helaas|yes|no|yep|nope|sure|of course|certainly"
    r"|confirmed|afraid|absolutely|geen probleem|no problem|natuurlijk|niet nodig|hoeft niet)\b"
)
STOP = frozenset(
    "the and you your for are that this with have has had can could would will when what which how who where whether "
    "does did not but from about there just been also please know let het een van wat hoe wie waar wanneer welke kun "
    "kunt kan kunnen wil wilt zou zouden jij jullie met voor dat die deze dit nog ook even graag weten laat mij ons "
    "niet wel maar bij als aan uit der die das und ist sind können sie wir ich les des une est que pour dans vous nous "
    "los las una para con por".split()
)


def answers(text: str, *, language: str, subject: str = "", holding: bool = False) -> bool:
    """Whether a newly written text of ours answers a question or complaint in substance."""
    if holding or not text.strip():
        return False
    takes_up = phrases(TAKES_UP, language)
    taken = takes_up is not None and any(takes_up.search(one.words) for one in sentences_of(text))
    if taken or _REPLY.match(subject) is not None:
        return not (_ENCLOSED.search(text) and not taken and not _PRICED.search(text))
    return _PRICED.search(text) is not None and not _ENCLOSED.search(text)


def answered(questions: Sequence[str], text: str, *, language: str, raw: str = "") -> tuple[int, ...]:
    """The places of the questions that a newly written text of ours answers; `raw` is the mail with its quotes."""
    said = tuple(one for one in sentences_of(text) if not one.asks)
    alone = len(questions) == 1
    return tuple(
        place for place, question in enumerate(questions) if _answered(question, said, text, language, raw, alone=alone)
    )


def _answered(question: str, said: tuple[Sentence, ...], text: str, language: str, raw: str, *, alone: bool) -> bool:
    words = question.lower()
    if raw and _quoted_above(words, raw):
        return True
    wanted = _substance(words)
    shared = max((_share(wanted, one.words) for one in said), default=0.0)
    if WHEN.search(words):
        day = any(due(one.words, sent=ANY_DAY, language=language) for one in said)
        return day and (alone or shared > 0)
    if HOW_MUCH.search(words):
        return bool(sums(text)) and (alone or shared > 0)
    if YES_NO.search(words) and any(SAYS_YES_NO.search(one.words) for one in said):
        return alone or shared > 0
    return shared >= ENOUGH


def _substance(words: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(words) if word not in STOP)


def _stem(word: str) -> str:
    return word[:LONG_WORD]


def _share(wanted: frozenset[str], words: str) -> float:
    return len(wanted & _substance(words)) / len(wanted) if wanted else 0.0


def _quoted_above(question: str, raw: str) -> bool:
    """Whether the mail quotes the question and then goes on in its own words."""
    lines = raw.lower().split("\n")
    wanted = " ".join(question.split())[:60]
    quoted = [
        index for index, line in enumerate(lines) if line.startswith(">") and wanted in " ".join(line[1:].split())
    ]
    return any(line.strip() and not line.startswith(">") for index in quoted for line in lines[index + 1 : index + 3])
