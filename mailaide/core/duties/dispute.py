"""Firm and kind: who contests a fee hears when and where it was told, in dated facts; what was never told is conceded.

The ledger speaks, of the sums that the client names, else of all; nobody is blamed. It is the client who settles it,
or the person's mark. Protest that is heard as a complaint is answered here too, by the complaint's clock: one mail gets
one answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties.replies import answer_owed, answerable, quotable
from mailaide.core.letter import Told
from mailaide.core.matters.cases import open_case
from mailaide.core.matters.disputes import Dispute, contested, disputes
from mailaide.core.matters.ledger import fees
from mailaide.core.matters.waits import waits
from mailaide.core.obligation import Obligation
from mailaide.core.project import Fee
from mailaide.core.reading.signals import SignalKind

NAME, KIND = "dispute", SignalKind.PRICE_DISPUTE


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """At most one: the open dispute, while mail of it has no answer; keyed by the first that has none."""
    protests = contested(dossier)
    waiting = [wait.entry for wait in waits(dossier) if wait.entry.id in protests]
    if waiting:
        yield _obligation(dossier, disputes(dossier)[-1], waiting)


def _obligation(dossier: Dossier, dispute: Dispute, waiting: Sequence[Entry]) -> Obligation:
    project, person, client = dossier.project, dossier.person, dossier.project.client
    named = {price.amount for one in (dispute.entry, *dispute.repeats) for price in one.reading.sums}
    fees_named = [fee for fee in project.fees if fee.amount in named] or project.fees
    told = tuple(
        Told(
            fee=line.fact,
            on=line.told.at.astimezone(client.zone).date(),
            acknowledged_on=line.acknowledged.at.astimezone(client.zone).date()
            if line.acknowledged and dossier.passed_with_client(line.acknowledged)
            else None,
        )
        for line in fees(dossier)
        if isinstance(line.fact, Fee) and line.fact in fees_named
        if line.told and line.told.at < dispute.entry.at and dossier.passed_with_client(line.told)
    )
    known = {one.fee for one in told}
    untold = tuple(fee for fee in fees_named if fee not in known)
    heard, case = dispute.entry.at, open_case(dossier)
    urgent = case is not None and contested(dossier).issuperset(one.id for one in case.complaints)
    protests, sentence = (dispute.entry, *dispute.repeats), dispute.signal.sentence
    quoted = quotable(dossier, protests, answerable(dossier, waiting, figures=True))
    return answer_owed(
        dossier,
        NAME,
        waiting,
        within=project.complaints.answer_within if urgent else project.answer_within,
        because=f'{client.name} contests a fee: "{sentence}"; told before: '
        + (", ".join(f"{one.fee.what} on {one.on}" for one in told) or "none"),
        evidence=protests,
        facts={"sentence": sentence, "heard_on": heard.astimezone(person.zone).date(), "untold": untold},
        values={
            "sentence": next((one.sentence for mail in quoted for one in mail.reading.all(KIND)), ""),
            "heard_on": heard.astimezone(client.zone).date(),
            "told": told,
            "untold": untold,
            "remedies": project.remedies,
        },
        urgent=urgent,
        figures=True,
    )
