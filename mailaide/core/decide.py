"""What to do now for one project: pure, so a replay of the same dossier gives the same plan.

An obligation gets its draft once it is time and its alert once a rung; what was done before is read from the
dossier's intents. A complaint goes alone and first. `wake_at` is the next instant that could change the answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties import Duty, complaints, fees, forgeries, returned, status
from mailaide.core.intent import Intent, State
from mailaide.core.letter import facts
from mailaide.core.marks import CLOSING
from mailaide.core.obligation import Action, Change, Obligation, Plan, RaiseAlert, Rung, WithdrawDraft, WriteDraft

DUTIES: tuple[Duty, ...] = (complaints.owed, forgeries.owed, returned.owed, fees.owed, status.owed)


def decide(dossier: Dossier, *, now: datetime, duties: Sequence[Duty] = DUTIES) -> Plan:
    """The plan for a dossier at `now`."""
    owed = (obligation for duty in duties for obligation in duty(dossier, now))
    obligations = tuple(obligation for obligation in owed if not _marked(dossier, obligation))
    actions = (
        *_withdrawals(dossier, obligations),
        *_drafts(dossier, obligations, now),
        *_alerts(dossier, obligations, now),
        *_warnings(dossier, obligations, now),
    )
    return Plan(
        project=dossier.project.key, obligations=obligations, actions=actions, wake_at=_wake_at(obligations, now)
    )


def _marked(dossier: Dossier, obligation: Obligation) -> bool:
    """Whether the person says that just this is no longer owed."""
    return any(mark.at >= obligation.since for mark in dossier.marked(*CLOSING, about=obligation.key))


def _withdrawals(dossier: Dossier, obligations: Sequence[Obligation]) -> Iterator[Action]:
    owed = {obligation.key: obligation for obligation in obligations}
    for draft in dossier.drafts():
        if draft.state is not State.PLACED and not draft.refused:
            continue
        if draft.key not in owed:
            yield WithdrawDraft(intent=draft, because="what it was for is settled or has changed")
        elif changed := changes(draft, owed[draft.key]):
            yield WithdrawDraft(intent=draft, because=f"{', '.join(one.name for one in changed)} changed")


def _drafts(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[Action]:
    drafts = list(dossier.drafts())
    for obligation in _in_turn(obligations, now):
        if obligation.draft_at > now or obligation.letter is None or _theirs(drafts, obligation, obligations):
            continue
        earlier = [draft for draft in drafts if draft.key == obligation.key]
        if all(draft.state is State.WITHDRAWN for draft in earlier) and not _answered_by(drafts, obligation):
            yield WriteDraft(obligation=obligation, letter=obligation.letter, revision=len(earlier))


def _warnings(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[Action]:
    """A draft that the person works on is not touched; that it has become wrong is told, once a change."""
    raised = {alert.key for alert in dossier.alerts()}
    for obligation in obligations:
        draft = _theirs(list(dossier.drafts()), obligation, obligations)
        changed = changes(draft, obligation) if draft else ()
        if changed:
            digest = hashlib.sha256(repr(changed).encode()).hexdigest()[:12]
            warning = RaiseAlert(obligation=obligation, rung=Rung(name=f"stale-{digest}", at=now), changes=changed)
            if warning.key not in raised:
                yield warning


def changes(draft: Intent, obligation: Obligation) -> tuple[Change, ...]:
    """What the draft says that is not so any more."""
    if not draft.facts or obligation.letter is None:
        return ()
    before = dict(draft.facts)
    return tuple(
        Change(name=name, before=before.get(name, ""), after=after)
        for name, after in facts(obligation.letter)
        if before.get(name, "") != after
    )


def _theirs(drafts: Sequence[Intent], obligation: Obligation, obligations: Sequence[Obligation]) -> Intent | None:
    """The draft for this obligation that the person has changed and not sent yet.

    One of the same duty counts too when its own reason is gone and it begins a conversation: a second letter about
    costs, beside the one that lies there half written, would only confuse.
    """
    owed = {one.key for one in obligations}
    for draft in drafts:
        if draft.state is not State.SUPERSEDED or draft.duty != obligation.duty:
            continue
        if draft.key == obligation.key or (draft.key not in owed and not draft.answers):
            return draft
    return None


def _in_turn(obligations: Sequence[Obligation], now: datetime) -> Sequence[Obligation]:
    """All of them, or only the most urgent one: nothing else is written or raised while a client is unhappy."""
    urgent = [obligation for obligation in obligations if obligation.urgent and obligation.draft_at <= now]
    return [min(urgent, key=lambda obligation: obligation.due)] if urgent else obligations


def _answered_by(drafts: Sequence[Intent], obligation: Obligation) -> bool:
    """One draft is enough for each answered message, whatever it was written for."""
    answers = obligation.letter.answers if obligation.letter else None
    written = {draft.answers for draft in drafts if draft.state is not State.WITHDRAWN}
    return answers is not None and answers.message_id in written


def _alerts(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[Action]:
    raised = {alert.key for alert in dossier.alerts()}
    for obligation in _in_turn(obligations, now):
        for rung in obligation.alerts:
            alert = RaiseAlert(obligation=obligation, rung=rung)
            if rung.at <= now and alert.key not in raised:
                yield alert


def _wake_at(obligations: Sequence[Obligation], now: datetime) -> datetime | None:
    instants = [
        at for o in obligations for at in (o.draft_at, o.lapses_at, o.revise_at, *(rung.at for rung in o.alerts))
    ]
    return min((at for at in instants if at is not None and at > now), default=None)
