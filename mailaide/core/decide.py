"""What to do now for one project: pure, so a replay of the same dossier gives the same plan.

An obligation gets its draft once it is time and its alert once a rung; what was done before is read from the
dossier's intents. First a draft that is not right any more is taken back, then it is written anew.
`wake_at` is the next instant that could change the answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mailaide.core.calm import in_turn, joined, letters, one_a_letter
from mailaide.core.dossier import Dossier
from mailaide.core.duties import DUTIES, Duty
from mailaide.core.duties.marked import is_marked
from mailaide.core.intent import LYING, Intent, State
from mailaide.core.letter import facts
from mailaide.core.obligation import (
    Action,
    Change,
    Obligation,
    Plan,
    RaiseAlert,
    Rung,
    WithdrawDraft,
    Withheld,
    WriteDraft,
)
from mailaide.core.project import Person

AT_ONCE = timedelta(hours=1)
"""How soon after a letter was taken back the one in its place is written."""

OLD = timedelta(days=30)
"""Nothing is written about what began longer ago, unless it lasts."""


def decide(dossier: Dossier, *, now: datetime, duties: Sequence[Duty] = DUTIES, old: timedelta = OLD) -> Plan:
    """The plan for a dossier at `now`."""
    owed = (obligation for duty in duties for obligation in duty(dossier, now))
    obligations = tuple(obligation for obligation in owed if not is_marked(dossier, obligation))
    drafts = tuple(dossier.drafts())
    timely = [one for one in in_turn(obligations, now) if _is_timely(one, drafts, now)]
    withheld = {one.key: why for one in timely if (why := _withheld(one, drafts, now, old))}
    wanted = letters(one for one in timely if one.key not in withheld)
    withdrawals = tuple(_withdrawals(obligations, wanted, drafts))
    taken_back = {one.intent.message_id for one in withdrawals}
    writes = tuple(_writes(wanted, [one for one in drafts if one.message_id not in taken_back]))
    known = _known_since(dossier)
    fresh = {key: now for one in wanted for key in one.keys if key not in known}
    told_in = [one.keys for one in wanted] + [draft.keys for draft in drafts if draft.state in LYING]
    alerts = one_a_letter(_alerts(dossier, obligations, known, now), told_in)
    # These give way to the letter that is put now; whoever cannot put it raises them after all.
    patient = [one for one in alerts if one.obligation.patience is not None and one.obligation.key in fresh]
    actions: tuple[Action, ...] = (
        *(withdrawals or writes),
        *(one for one in alerts if one not in patient),
        *_warnings(dossier, obligations, now),
    )
    return Plan(
        project=dossier.project.key,
        obligations=obligations,
        actions=actions,
        withheld=tuple(withheld.items()),
        patient=tuple(patient) if writes and not withdrawals else (),
        follows=tuple(key for one in writes for key in one.obligation.keys) if withdrawals else (),
        wake_at=_wake_at(dossier, obligations, {**known, **fresh}, now, old),
    )


def _is_timely(obligation: Obligation, drafts: Sequence[Intent], now: datetime) -> bool:
    """Whether there is a letter to write, now, that the person has not had in their hands yet.

    One of ours that lies untouched may still be taken back and written anew.
    """
    if obligation.letter is None or obligation.draft_at > now:
        return False
    return all(_untouched(draft) for draft in _drafts_of(obligation, drafts))


def _withheld(obligation: Obligation, drafts: Sequence[Intent], now: datetime, old: timedelta) -> Withheld | None:
    """Why there is to be no letter; a matter that had one is not too old for the one that takes its place."""
    if _drafts_of(obligation, drafts):
        return None
    if not obligation.lasting and now - obligation.since >= old and not any(_is_of(one, obligation) for one in drafts):
        return Withheld.BACKLOG
    own = obligation.letter is not None and obligation.letter.answers is None
    return Withheld.IN_WORK if own and any(_in_work(draft) for draft in drafts) else None


def _drafts_of(obligation: Obligation, drafts: Sequence[Intent]) -> list[Intent]:
    """Without those that were taken back."""
    return [draft for draft in drafts if draft.state is not State.WITHDRAWN and _is_of(draft, obligation)]


def _untouched(draft: Intent) -> bool:
    """It lies there as we wrote it, or nowhere yet because the server refused it."""
    return draft.state is State.PLACED or draft.refused


def _is_of(draft: Intent, obligation: Obligation) -> bool:
    """It tells of it, or answers what it answers: one draft is enough for each message, whatever it was written for."""
    answers = obligation.letter.answers if obligation.letter else None
    told = not {*draft.keys}.isdisjoint(obligation.keys)
    return told or (answers is not None and answers.message_id == draft.answers)


def _in_work(draft: Intent) -> bool:
    """The person is at work on a letter of their own accord to the client: a second one beside it would confuse."""
    return draft.state is State.SUPERSEDED and not draft.answers


def _withdrawals(
    obligations: Sequence[Obligation], wanted: Sequence[Obligation], drafts: Sequence[Intent]
) -> Iterator[WithdrawDraft]:
    for draft in drafts:
        if not _untouched(draft):
            continue
        owed = _told_in(draft, obligations)
        if not owed:
            yield WithdrawDraft(intent=draft, because="what it was for is settled or has changed")
        elif changed := changes(draft, joined(owed)):
            names = ", ".join(one.name for one in changed)
            yield WithdrawDraft(intent=draft, because=f"it is not so any more: {names}")
        elif any(_is_of(draft, one) and not _same(draft, one) for one in wanted):
            yield WithdrawDraft(intent=draft, because="it is to say more, or less, now")


def _told_in(draft: Intent, obligations: Sequence[Obligation]) -> list[Obligation]:
    """What the draft is for and is owed still, in the order in which it tells them."""
    by_key = {one.key: one for one in obligations}
    return [by_key[key] for key in draft.keys if key in by_key]


def _writes(wanted: Sequence[Obligation], drafts: Sequence[Intent]) -> Iterator[WriteDraft]:
    for one in wanted:
        lying = any(_untouched(draft) and _is_of(draft, one) for draft in drafts)
        if one.letter is not None and not lying:
            revision = sum(draft.key == one.key for draft in drafts)
            yield WriteDraft(obligation=one, letter=one.letter, revision=revision)


def _same(draft: Intent, obligation: Obligation) -> bool:
    return draft.key == obligation.key and {*draft.keys} == {*obligation.keys}


def _warnings(dossier: Dossier, obligations: Sequence[Obligation], now: datetime) -> Iterator[RaiseAlert]:
    """A draft that the person works on is not touched; that it has become wrong is told, once a change."""
    raised = {alert.key for alert in dossier.alerts()}
    for draft in dossier.drafts():
        owed = _of_draft_in_work(draft, obligations)
        changed = changes(draft, joined(owed)) if owed else ()
        if changed:
            digest = hashlib.sha256(repr(changed).encode()).hexdigest()[:12]
            warning = RaiseAlert(obligation=owed[0], rung=Rung(name=f"stale-{digest}", at=now), changes=changed)
            if warning.key not in raised:
                yield warning


def _of_draft_in_work(draft: Intent, obligations: Sequence[Obligation]) -> Sequence[Obligation]:
    """What the draft is for; or, when that is gone and it answers nothing, what the same duty asks now."""
    if draft.state is not State.SUPERSEDED:
        return ()
    owed = _told_in(draft, obligations)
    return owed or [one for one in obligations if one.duty == draft.duty and not draft.answers][:1]


def changes(draft: Intent, obligation: Obligation) -> tuple[Change, ...]:
    """What the draft says that is not so any more."""
    if not draft.facts or obligation.letter is None:
        return ()
    before = dict(draft.facts)
    return tuple(
        Change(name=name, before=before.get(name, ""), after=after)
        for name, after in facts(obligation.letter, several=bool(draft.covers))
        if before.get(name, "") != after
    )


def _known_since(dossier: Dossier) -> Mapping[str, datetime]:
    """Since when the person has had a letter about each obligation, rewritten or not.

    One that takes the place of a letter about the same, such as costs of which one has changed, has lain as long as
    that one, unless that one was told already.
    """
    raised = {alert.key.partition("#")[0] for alert in dossier.alerts()}
    known: dict[str, datetime] = {}
    since: dict[str, datetime] = {}
    for draft in sorted(dossier.drafts(), key=lambda one: one.planned_at):
        before = [
            since[one.message_id]
            for one in dossier.drafts()
            if one.message_id in since and _took_place(draft, one) and raised.isdisjoint(one.keys)
        ]
        since[draft.message_id] = min(before, default=draft.planned_at)
        for key in draft.keys:
            known[key] = min(since[draft.message_id], known.get(key, draft.planned_at))
    return known


def _took_place(draft: Intent, before: Intent) -> bool:
    """Whether it was written as the one before was taken back: both of our own accord, and by one duty."""
    if before.state is not State.WITHDRAWN or before.settled_at is None or before.duty != draft.duty:
        return False
    own = not before.answers and not draft.answers
    return own and timedelta() <= draft.planned_at - before.settled_at <= AT_ONCE


def _heard(obligation: Obligation, known: Mapping[str, datetime], person: Person) -> Iterator[tuple[datetime, Rung]]:
    """Its alerts, and when the person hears each: not before its letter has had its time, and not at night."""
    since = known.get(obligation.key) if obligation.patience else None
    earliest = person.hours.after(since, obligation.patience) if since and obligation.patience else None
    for rung in obligation.alerts:
        yield person.heard_at(max(rung.at, earliest) if earliest else rung.at), rung


def _alerts(
    dossier: Dossier, obligations: Sequence[Obligation], known: Mapping[str, datetime], now: datetime
) -> Iterator[RaiseAlert]:
    """The last rung that has been reached: after a standstill one catch-up, not the whole ladder at once."""
    raised = {alert.key for alert in dossier.alerts()}
    for obligation in in_turn(obligations, now):
        reached = [(at, rung) for at, rung in _heard(obligation, known, dossier.person) if at <= now]
        if reached:
            at, rung = max(reached, key=lambda one: one[1].at)
            late = replace(obligation, due=at) if obligation.patience and at > rung.at else obligation
            alert = RaiseAlert(obligation=late, rung=rung)
            if alert.key not in raised:
                yield alert


def _wake_at(
    dossier: Dossier,
    obligations: Sequence[Obligation],
    known: Mapping[str, datetime],
    now: datetime,
    old: timedelta,
) -> datetime | None:
    instants = [
        at
        for one in obligations
        for at in (
            one.draft_at,
            one.lapses_at,
            one.revise_at,
            one.since + old,
            *(at for at, _ in _heard(one, known, dossier.person)),
            *(dossier.person.heard_at(rung.at) for rung in one.alerts if one.patience),
        )
    ]
    return min((at for at in instants if at is not None and at > now), default=None)
