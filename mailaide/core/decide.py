"""What to do now for one project: pure, so a replay of the same dossier gives the same plan.

An obligation gets its draft once it is time and its alert once a rung; what was done before is read from the
dossier's intents. A complaint goes alone and first. `wake_at` is the next instant that could change the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties import Duty, complaints, fees, status
from mailaide.core.intent import OPEN, Intent, State
from mailaide.core.obligation import Action, Obligation, Plan, RaiseAlert, WithdrawDraft, WriteDraft

DUTIES: tuple[Duty, ...] = (complaints.owed, fees.owed, status.owed)


def decide(dossier: Dossier, *, now: datetime, duties: Sequence[Duty] = DUTIES) -> Plan:
    """The plan for a dossier at `now`."""
    obligations = tuple(obligation for duty in duties for obligation in duty(dossier, now))
    actions = (
        *_withdrawals(dossier, obligations),
        *_drafts(dossier, obligations, now),
        *_alerts(dossier, obligations, now),
    )
    return Plan(
        project=dossier.project.key, obligations=obligations, actions=actions, wake_at=_wake_at(obligations, now)
    )


def _withdrawals(dossier: Dossier, obligations: Sequence[Obligation]) -> Iterator[Action]:
    owed = {obligation.key for obligation in obligations}
    for draft in dossier.drafts():
        if draft.state is State.PLACED and draft.key not in owed:
            yield WithdrawDraft(intent=draft, because="what it was for is settled or has changed")


def _drafts(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[Action]:
    drafts = list(dossier.drafts())
    first = min((o for o in obligations if o.draft_at <= now and o.urgent), key=lambda o: o.due, default=None)
    for obligation in [first] if first else obligations:
        if obligation.draft_at > now or obligation.letter is None:
            continue
        earlier = [draft for draft in drafts if draft.key == obligation.key]
        if all(draft.state is State.WITHDRAWN for draft in earlier) and not _covered(drafts, obligation):
            yield WriteDraft(obligation=obligation, letter=obligation.letter, revision=len(earlier))


def _covered(drafts: Sequence[Intent], obligation: Obligation) -> bool:
    """One waiting draft a duty is enough, and one for each answered message."""
    answers = obligation.letter.answers if obligation.letter else None
    return any(
        (draft.state in OPEN | {State.PLACED, State.SUPERSEDED} and draft.key == obligation.key)
        or (answers is not None and draft.answers == answers.message_id and draft.state is not State.WITHDRAWN)
        for draft in drafts
    )


def _alerts(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[Action]:
    raised = {alert.key for alert in dossier.alerts()}
    for obligation in obligations:
        for rung in obligation.alerts:
            alert = RaiseAlert(obligation=obligation, rung=rung)
            if rung.at <= now and alert.key not in raised:
                yield alert


def _wake_at(obligations: Sequence[Obligation], now: datetime) -> datetime | None:
    instants = [at for o in obligations for at in (o.draft_at, o.lapses_at, *(rung.at for rung in o.alerts))]
    return min((at for at in instants if at is not None and at > now), default=None)
