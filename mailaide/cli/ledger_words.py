"""The ledger in the person's words, line by line: what was told to the client, when, and what the client said to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mailaide.adapters.letters.filters import filters, one_line
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.matters.ledger import Line, Quotation, Stage, Subject, ledger, quotations
from mailaide.core.project import Fee, Milestone

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        Subject.FEE: "Fees",
        Subject.DRAWBACK: "Drawbacks",
        Subject.REQUIREMENT: "Needed from the client",
        Subject.MILESTONE: "Milestones",
        Stage.DUE: "not told yet",
        Stage.DRAFTED: "in a draft, not sent yet",
        Stage.SENT: "told on {day} in “{subject}”",
        Stage.ACKNOWLEDGED: "told on {day} in “{subject}”, accepted on {accepted}",
        "open": ", not accepted yet",
        "before": "was {money} in “{subject}” of {day}",
        "per": "per",
        "named": "Also named, and not in your configuration",
        "nothing": "Your configuration names nothing to tell (fees, drawbacks, milestones), and no mail names a price.",
    },
    "nl": {
        Subject.FEE: "Kosten",
        Subject.DRAWBACK: "Nadelen",
        Subject.REQUIREMENT: "Nodig van de klant",
        Subject.MILESTONE: "Mijlpalen",
        Stage.DUE: "nog niet verteld",
        Stage.DRAFTED: "staat in een concept, nog niet verstuurd",
        Stage.SENT: "verteld op {day} in “{subject}”",
        Stage.ACKNOWLEDGED: "verteld op {day} in “{subject}”, akkoord op {accepted}",
        "open": ", nog geen akkoord",
        "before": "was {money} in “{subject}” van {day}",
        "per": "per",
        "named": "Ook genoemd, maar niet in je instellingen",
        "nothing": "Je instellingen noemen geen kosten, nadelen of mijlpalen, en in geen mail staat een prijs.",
    },
}
"""Who speaks another language reads English."""


def in_words(dossier: Dossier) -> Iterator[str]:
    """The lines to print; a client's or our own subject never breaks one."""
    language = dossier.person.language if dossier.person.language in WORDS else "en"
    words, write = WORDS[language], filters(language)
    lines, named = ledger(dossier), quotations(dossier)
    for subject in Subject:
        of_it = [line for line in lines if line.subject is subject]
        if of_it:
            yield words[subject]
        for line in of_it:
            yield f"  {_fact(line.fact, words, write)}"
            yield f"      {_state(line, dossier, words, write)}"
    if named:
        yield words["named"]
    for price in named:
        yield f"  {write['money'](price.price.amount, price.price.currency)}: {one_line(price.price.sentence)}"
        yield f"      {_told(price, dossier, words, write)}"
    if not lines and not named:
        yield words["nothing"]


Filters = Mapping[str, Callable[..., str]]


def _fact(fact: Fee | Milestone | str, words: Mapping[str, str], write: Filters) -> str:
    if isinstance(fact, Milestone):
        return f"{fact.name}, {write['day'](fact.on)}"
    if isinstance(fact, str):
        return fact
    unit = f" {words['per']} {fact.unit}" if fact.unit else ""
    terms = ", ".join(term for term in (fact.condition, fact.tax) if term)
    return f"{fact.what}: {write['money'](fact)}{unit}" + (f" ({terms})" if terms else "")


def _state(line: Line, dossier: Dossier, words: Mapping[str, str], write: Filters) -> str:
    if line.told is not None:
        return _told(line, dossier, words, write)
    if line.before is None:
        return words[line.stage]
    price, entry = line.before.price, line.before.entry
    money = write["money"](price.amount, price.currency)
    before = words["before"].format(money=money, subject=_subject(entry), day=_day(entry, dossier, write))
    return f"{words[line.stage]}; {before}"


def _told(line: Line | Quotation, dossier: Dossier, words: Mapping[str, str], write: Filters) -> str:
    told = line.told
    if told is None:
        return words[Stage.DUE]
    given = {"day": _day(told, dossier, write), "subject": _subject(told)}
    if line.acknowledged is not None:
        return words[Stage.ACKNOWLEDGED].format(accepted=_day(line.acknowledged, dossier, write), **given)
    asks_for_yes = isinstance(line, Quotation) or line.subject is Subject.FEE
    return words[Stage.SENT].format(**given) + (words["open"] if asks_for_yes else "")


def _day(entry: Entry, dossier: Dossier, write: Filters) -> str:
    return write["day"](entry.at.astimezone(dossier.person.zone).date())


def _subject(entry: Entry) -> str:
    return one_line(entry.header.subject)
