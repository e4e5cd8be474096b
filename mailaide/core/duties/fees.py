"""No cost without notice: each fee is told before it bites, and is told only when a sent mail holds its amount."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties.kickoff import began
from mailaide.core.duties.unasked import unasked
from mailaide.core.letter import ChangedFee, to_client
from mailaide.core.matters.ledger import Line, Subject, ledger
from mailaide.core.obligation import Obligation
from mailaide.core.project import Fee, Milestone
from mailaide.core.worktime import Span, Unit

NAME = "fees"
NOTICE = Span(amount=2, unit=Unit.WORKING_DAYS)
"""How long after the start of the project the fees may remain untold before the person is alerted."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One obligation for all that no sent mail holds yet, from the project's start or first mail to its end.

    A drawback or requirement is told along with a fee, and by itself only when the client was told none of them:
    their words are the person's own, and may have been said in others. The key is that of all fees, told or not: one
    that is told by itself makes no new matter of the others, a price that changes does.
    """
    project, person, client = dossier.project, dossier.person, dossier.project.client
    lines = [line for line in ledger(dossier) if line.subject is not Subject.MILESTONE]
    untold = [line for line in lines if line.told is None]
    due_lines = [line for line in untold if line.subject is Subject.FEE] or (untold if untold == lines else [])
    since, lapses_at = began(dossier), project.over_at(person.zone)
    if not due_lines or since is None or (lapses_at is not None and now >= lapses_at):
        return
    fees = tuple(line.fact for line in untold if isinstance(line.fact, Fee))
    yield unasked(
        dossier,
        NAME,
        f"{NAME}/{project.key}/{_digest([line for line in lines if line.subject is Subject.FEE] or lines)}",
        since=since,
        draft_at=since,
        patience=NOTICE,
        because=f"no sent mail to {client.name} holds {', '.join(_named(line.fact) for line in due_lines)}",
        evidence=[entry.id for entry in dossier.entries[:1]],
        letter=to_client(
            client,
            NAME,
            project=project,
            fees=fees,
            changed=tuple(_changed(untold, dossier)),
            drawbacks=tuple(str(line.fact) for line in untold if line.subject is Subject.DRAWBACK),
            requirements=tuple(str(line.fact) for line in untold if line.subject is Subject.REQUIREMENT),
            revision_rounds=project.revision_rounds,
        ),
        facts={"fees": fees},
        lasting=True,
        lapses_at=lapses_at,
    )


def _changed(lines: list[Line], dossier: Dossier) -> Iterator[ChangedFee]:
    for line in lines:
        if isinstance(line.fact, Fee) and line.before is not None and dossier.passed_with_client(line.before.entry):
            told_on = line.before.entry.at.astimezone(dossier.project.client.zone).date()
            yield ChangedFee(fee=line.fact, before=line.before.price.amount, told_on=told_on)


def _digest(lines: list[Line]) -> str:
    facts = sorted(_in_full(line.fact) for line in lines)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]


def _in_full(fact: Fee | Milestone | str) -> str:
    if not isinstance(fact, Fee):
        return str(fact)
    return f"{fact.what}\0{fact.amount.normalize()}\0{fact.currency}\0{fact.unit}\0{fact.condition}"


def _named(fact: Fee | Milestone | str) -> str:
    return f"{fact.what} ({fact.currency} {fact.amount})" if isinstance(fact, Fee) else f'"{fact}"'
