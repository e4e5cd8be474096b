"""Rounds of changes are counted ahead: the client hears which is the last in the price before the next one costs money.

Rounds, not mails. After the work is delivered it is too late to speak of its price: then nothing is owed any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from mailaide.core.clocks import clock, due_rung
from mailaide.core.dossier import Dossier, once
from mailaide.core.duties.replies import reply, unlisted
from mailaide.core.matters.rounds import Round, rounds
from mailaide.core.obligation import Obligation

NAME = "revisions"
_TOLD = re.compile(
    r"(?:laatste|tweede|derde|vierde|vijfde|extra|inbegrepen|included|last|final|second|third|fourth|fifth|extra"
    r"|letzte|dernier|última|\d+\s?e)\W+(?:\w+\W+){0,3}?"
    r"(?:\w*ronde|rounds?|revisions?|\w*runde|tour|ronda)",
    re.IGNORECASE,
)


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One when the present round is the last in the price, or beyond it, and we have not said so."""
    round_, project, person = unannounced(dossier), dossier.project, dossier.person
    included = project.revision_rounds
    if round_ is None or included is None:
        return
    entry, fee = round_.mails[-1], project.round_fee
    beyond = round_.number > included
    running = clock(person, round_.requested.at, project.answer_within)
    of = f"round {round_.number} of {included} in the price"
    yield Obligation(
        duty=NAME,
        project=project.key,
        key=f"{NAME}/{project.key}/{round_.requested.id}",
        since=round_.requested.at,
        due=running.due,
        because=f'{project.client.name} asks for changes, {of}: "{round_.changes[0].sentence}"',
        evidence=tuple(one.id for one in round_.mails),
        thread=entry.thread,
        draft_at=round_.requested.at,
        letter=reply(
            dossier,
            entry,
            NAME,
            round=round_.number,
            included=included,
            changes=tuple(change.sentence for change in round_.changes),
            fee=fee,
            last=not beyond,
            beyond=beyond,
        ),
        facts={
            "round": round_.number,
            "included": included,
            "fee": fee,
            "beyond": beyond,
            "unlisted": unlisted(dossier, entry),
        },
        alerts=due_rung(running),
    )


@once
def unannounced(dossier: Dossier) -> Round | None:
    """The present round, when it is the last in the price or beyond it and we have not said so."""
    included, last = dossier.project.revision_rounds, rounds(dossier)[-1:]
    if included is None or not last or last[0].number < included or last[0].delivered or _told(dossier, last[0]):
        return None
    return last[0]


def _told(dossier: Dossier, round_: Round) -> bool:
    """Whether a mail of ours since the request speaks of the round or of its price, or charges for what it asks."""
    fee = dossier.project.round_fee
    threads = {one.thread for one in round_.mails}
    return any(
        _TOLD.search(one.reading.new_text)
        or any((fee and price.amount == fee.amount) or price.charged for price in one.reading.sums)
        for one in dossier.to_client()
        if one.at > round_.requested.at and (one.thread in threads or _TOLD.search(one.reading.new_text))
    )
