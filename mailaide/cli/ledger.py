"""`mailaide ledger PROJECT`: which fees, drawbacks, requirements and milestones the client was told of, and when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mailaide.core.dossier import Dossier, Entry
    from mailaide.core.matters.ledger import Line, Quotation


@click.command("ledger")
@click.argument("project")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each fact.")
@click.pass_obj
def command(path: Path, *, project: str, as_json: bool) -> None:
    """Show what the client was told, and what they said to it.

    Each fee, drawback, requirement and milestone, with its mails. Reads the store only, not the mailbox.
    """
    from mailaide.cli.ledger_words import in_words
    from mailaide.cli.records import dossier
    from mailaide.config import load

    known = dossier(project, load(path))
    for line in _records(known) if as_json else in_words(known):
        click.echo(line)


def _records(dossier: Dossier) -> list[str]:
    from mailaide.core.matters.ledger import ledger, quotations

    lines: list[Line | Quotation] = [*ledger(dossier), *quotations(dossier)]
    return [json.dumps(_record(line), ensure_ascii=False) for line in lines]


def _record(line: Line | Quotation) -> dict[str, Any]:
    from mailaide.core.matters.ledger import Quotation
    from mailaide.core.project import Fee, Milestone

    if isinstance(line, Quotation):
        price = line.price
        about = {
            "subject": "quotation",
            "what": price.sentence,
            "amount": f"{price.amount}",
            "currency": price.currency,
        }
    else:
        about = {"subject": line.subject.value}
        match line.fact:
            case Fee() as fee:
                about |= {"what": fee.what, "amount": f"{fee.amount}", "currency": fee.currency}
                about |= {"unit": fee.unit, "condition": fee.condition}
            case Milestone() as milestone:
                about |= {"what": milestone.name, "on": milestone.on.isoformat()}
            case str() as words:
                about |= {"what": words}
    before = None if isinstance(line, Quotation) or line.before is None else line.before
    return {
        **about,
        "stage": line.stage.value,
        "told": _message(line.told),
        "acknowledged": _message(line.acknowledged),
        "before": {"amount": f"{before.price.amount}", **(_message(before.entry) or {})} if before else None,
    }


def _message(entry: Entry | None) -> dict[str, str] | None:
    return {"message": entry.id, "at": entry.at.isoformat()} if entry else None
