"""Rounds of changes are counted ahead: the client hears which is the last in the price before the next one costs money.

Rounds, not mails. After the work is delivered it is too late to speak of its price: then nothing is owed any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier, once
from mailaide.core.duties.replies import answer_owed, answerable, quotable
from mailaide.core.matters.rounds import Round, rounds
from mailaide.core.obligation import Obligation
from mailaide.core.reading.ours.announced import names_round
from mailaide.core.reading.signals import SignalKind

NAME = "revisions"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One when the present round is the last in the price, or beyond it, and we have not said so."""
    round_, project = unannounced(dossier), dossier.project
    included = project.revision_rounds
    if round_ is None or included is None:
        return
    fee, beyond = project.round_fee, round_.number > included
    told = quotable(dossier, round_.mails, answerable(dossier, round_.mails, figures=True))
    of = f"round {round_.number} of {included} in the price"
    yield answer_owed(
        dossier,
        NAME,
        round_.mails,
        within=project.answer_within,
        because=f'{project.client.name} asks for changes, {of}: "{round_.changes[0].sentence}"',
        facts={"round": round_.number, "included": included, "fee": fee, "beyond": beyond},
        values={
            "round": round_.number,
            "included": included,
            "changes": tuple(change.sentence for mail in told for change in mail.reading.all(SignalKind.CHANGE)),
            "fee": fee,
            "last": not beyond,
            "beyond": beyond,
        },
        figures=True,
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
        names_round(one.reading.new_text)
        or any((fee and price.amount == fee.amount) or price.charged for price in one.reading.sums)
        for one in dossier.to_client()
        if one.at > round_.requested.at and (one.thread in threads or names_round(one.reading.new_text))
    )
