"""The rules of what is owed to a client: one file a duty, each a pure function over a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties import (
    answers,
    approvals,
    blanks,
    complaints,
    dispute,
    fees,
    forgeries,
    kickoff,
    promises,
    questions,
    returned,
    revisions,
    status,
    wrap_up,
)
from mailaide.core.obligation import Obligation

Duty = Callable[[Dossier, datetime], Iterator[Obligation]]
"""Yields what is owed at that instant, or will be; an obligation that is met is not yielded any more."""

DUTIES: tuple[Duty, ...] = (
    complaints.owed,
    forgeries.owed,
    returned.owed,
    blanks.owed,
    dispute.owed,
    questions.owed,
    answers.owed,
    revisions.owed,
    promises.owed,
    approvals.owed,
    kickoff.owed,
    fees.owed,
    status.owed,
    wrap_up.owed,
)
"""In the order in which one letter tells what several of them owe."""
