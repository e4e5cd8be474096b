"""Whether a mail of ours answers in substance, and which of the client's questions it answers.

A question counts as answered only when the mail takes it up: it is quoted above the answer, its words come back beside
a statement, or the mail gives what was asked for (a day for "when", a sum for "how much", yes or no). Doubt is no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailaide.core.reading.ours.said import QUOTED
from mailaide.core.reading.signals import Signal, Statement
from mailaide.core.reading.text.spans import SALUTATION, Phrases, phrases, sentences_of
from mailaide.core.reading.text.stems import stems

ENOUGH = 0.34
"""Share of a question's words of substance that come back in the answer."""

A_DAY, A_SUM, A_NUMBER, YES_OR_NO = "a day", "a sum", "a number", "yes or no"
FIGURES = frozenset((A_DAY, A_SUM, A_NUMBER))
GREETING = 3
"""Words of substance below which a statement is a greeting or a name."""

IN_TURN = frozenset(("tweed", "beide", "secon", "both"))
"""Stems of "tweede", "beide", "second"."""

MOSTLY = 0.5
"""Share of the words of the shorter of two questions that are the same in both."""

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
    r"\b(?:wanneer|hoe laat|welke (?:dag|datum|week)|op welk moment|when|what (?:time|date|day|week)|which"
    r" (?:day|date|week)"
    r"|how soon|how long (?:will|does|do|would|before|until|till)|hoe ?lang (?:duur|gaat|zal|zou|nog)\w*|hoe snel"
    r"|(?:bis )?wann|welche[rn]? (?:tag|woche)|wie lange (?:dauer|wird|braucht)\w*|quand|quel jour|quelle"
    r" (?:date|semaine)|cuándo|qué día|qué fecha|cuánto (?:tarda|tiempo)\w*|combien de temps)\b"
)
BY_DAY = re.compile(
    r"\b(?:klaar|ready|by (?:mon|tues|wednes|thurs|fri)day|lukt|datum|date|deadline|fertig|termin|fecha|listo)\b"
)
"""It turns on a day; who asks for a yes or no is content with one."""
HOW_MUCH = re.compile(
    r"\b(?:what(?:'s| is) (?:the|that|it|this) (?:damage|going to cost)|wat (?:kost|kosten|reken|vraag)|kosten"
    r"|prijs|prijzen|how much|what (?:does|do|would|will"
    r"|is the) \w* ?(?:cost|charge|price)|prices?|costs?|charge|was kosten?|preis|kostet|prix|coûte\w*|cuesta\w*|precio"
    r"|costaría\w*|tarief|rate|(?:hoeveel|wie ?viel|combien|cuánto) (?:is|wordt|zou|komt|moet|betaal|reken|kost"
    r"|extra|geld|ist|wird|est|ça|cela|sera|es|sería|vale))\w*\b"
)
HOW_MANY = re.compile(
    r"\b(?:hoeveel|hoe (?:lang|groot|breed|hoog|vaak|zwaar)|how (?:many|long|big|large|wide|tall|often|heavy)"
    r"|wie ?viele?|wie (?:lang|groß|breit|hoch|oft)|combien|cuánt[oa]s?)\b"
)
YES_NO = re.compile(
    r"^(?:and |but |so |en |maar |dus |und |aber |et |mais |y |pero )?(?:kun|kunt|kan|kunnen|wil|wilt|is|zijn"
    r"|gaat|gaan|heb"
    r"|hebt|heeft|hebben|mag|mogen|moet|moeten|zit|zitten|staat|komt|past|werkt|wordt|klopt|lukt|geldt|zou|doe|neem|can"
    r"|could|would|will|is|are|do|does|did|have|has|may|shall|should|am|was|kann|könn\w+|ist|sind|wird|haben|hat|darf"
    r"|dürfen|soll\w*|muss|gibt|passt|geht|est-ce|pou[vr]\w+|peut|peux|avez|est|sont|faut|hay|es|está\w*"
    r"|puede\w*|podría\w*|tien\w+)\b"
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


def asks_for(question: str) -> tuple[str, ...]:
    """What kinds of answer a question wants, of those that can be told in one: a day, a sum, a number, a yes or no."""
    asked = SALUTATION.sub("", question, count=1).lower().lstrip(" ¿")
    if WHEN.search(asked):
        return (A_DAY,)
    if HOW_MUCH.search(asked):
        return (A_SUM,)
    if HOW_MANY.search(asked):
        return (A_NUMBER,)
    plain = (YES_OR_NO,) if YES_NO.search(asked) else ()
    return (A_DAY, *plain) if BY_DAY.search(asked) else plain


def takes_up(question: Signal, said: Sequence[Statement], quoted: Sequence[str] = (), *, direct: bool = True) -> bool:
    """Whether a mail of ours takes a question up, by what it states and by the lines it answers under.

    `direct`: it answers in the conversation that asked. There the kind of answer is enough: a day for "when", a sum for
    "how much", yes or no; elsewhere the words must come back too. To blame the client is no answer.
    """
    if quoted and _quoted(question.sentence.lower(), quoted):
        return True
    wanted, shared, kinds = stems(question.sentence.rpartition(": ")[2]), 0, question.topics
    for one in said:  # asked of each question that waits and each mail of ours: in one plain loop
        if not one.blames and not wanted.isdisjoint(one.words):
            shared = max(shared, len(wanted.intersection(one.words)))
    near = direct or shared > 0
    for kind in kinds:
        for one in said:
            if (near or one.replies) and not one.blames and _gives(kind, one, wanted, near=near):
                return True
    return bool(wanted) and shared >= ENOUGH * len(wanted) and not wants_figure(question)


def _gives(kind: str, one: Statement, wanted: frozenset[str], *, near: bool) -> bool:
    if kind == A_DAY:
        return (near and one.day is not None) or (one.after and not wanted.isdisjoint(one.words))
    if kind == YES_OR_NO:
        return one.yes_no and (near or one.replies)
    return near and (one.sum if kind == A_SUM else one.figure)


def wants_figure(question: Signal) -> bool:
    """Whether only a day, a sum or a number can answer."""
    return YES_OR_NO not in question.topics and not FIGURES.isdisjoint(question.topics)


def wants_sum(question: Signal) -> bool:
    """Whether a sum answers: beside a wish to alter it is what the wish will cost."""
    return A_SUM in question.topics


def only_blames(said: Sequence[Statement]) -> bool:
    """Whether a mail puts the fault on the client and says nothing else, but for a greeting."""
    return any(one.blames for one in said) and all(one.blames or len(one.words) < GREETING for one in said)


def answers_in_turn(said: Sequence[Statement]) -> bool:
    """Whether a mail goes through what was asked: your first, your second; yes to both."""
    return any(not IN_TURN.isdisjoint(one.words) for one in said)


def same_question(one: Signal, other: Signal) -> bool:
    """Whether two questions of one conversation ask the same: for a day, or with mostly the same words."""
    if A_DAY in one.topics and A_DAY in other.topics:
        return True
    first, second = stems(one.sentence), stems(other.sentence)
    shared = len(first & second)
    return shared >= MOSTLY * min(len(first), len(second)) and shared > 0


def _quoted(question: str, quoted: Sequence[str]) -> bool:
    wanted = " ".join(question.split())[:QUOTED]
    return any(wanted in line for line in quoted)
