"""No cost without notice: each fee is told before it bites, and is told only when a sent mail holds its amount."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, time

from mailaide.core.dossier import Dossier
from mailaide.core.letter import to_client
from mailaide.core.matters.ledger import fees
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.project import Fee
from mailaide.core.worktime import Span, Unit

NAME = "fees"
NOTICE = Span(amount=2, unit=Unit.WORKING_DAYS)
"""How long after the start of the project the fees may remain untold before the person is alerted."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One obligation for all fees that no sent mail holds yet, from the project's start or first mail to its end."""
    project, person = dossier.project, dossier.person
    untold = tuple(line.fact for line in fees(dossier) if line.told is None and isinstance(line.fact, Fee))
    since, lapses_at = _start(dossier), project.over_at(person.zone)
    if not untold or since is None or (lapses_at is not None and now >= lapses_at):
        return
    due = person.hours.after(since, NOTICE)
    client = project.client
    yield Obligation(
        duty=NAME,
        project=project.key,
        key=f"{NAME}/{project.key}/{_digest(untold)}",
        since=since,
        due=due,
        because=f"no sent mail to {client.name} holds {_named(untold)}",
        evidence=tuple(entry.id for entry in dossier.entries[:1]),
        draft_at=since,
        letter=to_client(
            client,
            "fees",
            project=project,
            fees=untold,
            changed=(),
            drawbacks=project.drawbacks,
            requirements=project.requirements,
            revision_rounds=project.revision_rounds,
        ),
        facts={"fees": untold},
        lasting=True,
        lapses_at=lapses_at,
        alerts=(Rung(name="due", at=due),),
    )


def _start(dossier: Dossier) -> datetime | None:
    starts, person = dossier.project.starts, dossier.person
    if starts is not None:
        return person.hours.next_opening(datetime.combine(starts, time(), person.zone).astimezone(UTC))
    return dossier.entries[0].at if dossier.entries else None


def _digest(fees: tuple[Fee, ...]) -> str:
    facts = sorted(f"{fee.what}\0{fee.amount.normalize()}\0{fee.currency}\0{fee.unit}\0{fee.condition}" for fee in fees)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]


def _named(fees: tuple[Fee, ...]) -> str:
    return ", ".join(f"{fee.what} ({fee.currency} {fee.amount})" for fee in fees)
