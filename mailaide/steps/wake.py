"""Whose turn it is in a cycle, and when each project is to be decided anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from mailaide.core.brakes import Hold
from mailaide.core.project import Project
from mailaide.ports import Store
from mailaide.steps.notes import READ_THROUGH
from mailaide.steps.report import Done, Outcome, Verb
from mailaide.steps.write import Decided

ROOM_AGAIN = timedelta(hours=1)
"""How soon a draft that a limit held back is decided anew, at the latest."""


def whose_turn(
    store: Store,
    projects: Mapping[str, Project],
    accounts: Collection[str],
    came: Collection[str],
    *,
    everything: bool,
    now: datetime,
) -> list[str]:
    """The projects that mail came for and those whose wake instant has come; with `everything`, all.

    Not those of an account that was never read through, where what was said is not known yet, nor of other accounts
    than these: they are left for the next whole cycle.
    """
    due = store.due(now)
    touched = frozenset(projects if everything else {*due, *came})
    for gone in touched - projects.keys():
        store.set_wake(gone, None)
    read = {account for account in accounts if store.bookmark(account, READ_THROUGH)}
    ready = []
    for key in (one for one in projects if one in touched):
        if projects[key].account in read:
            ready.append(key)
        elif key not in due:
            store.set_wake(key, now)
    return ready


def set_wakes(
    store: Store,
    decided: Iterable[Decided],
    done: Iterable[Done],
    *,
    braked: Mapping[str, Hold],
    unwritable: Collection[str],
    now: datetime,
) -> None:
    """When to decide anew: as the plan says; when there is room; at once where something could not be done."""
    again = {one.project for one in done if one.outcome is Outcome.WAITING and one.intent is None}
    again |= {one.project for one in done if one.verb is Verb.WITHDRAW}
    for one in decided:
        keys = {draft.obligation.key for draft in one.drafts()}
        wakes = [one.plan.wake_at] if one.plan.wake_at else []
        if one.plan.project in again or not keys.isdisjoint(unwritable):
            wakes.append(now)
        if holds := [hold for key, hold in braked.items() if key in keys]:
            wakes += [now + ROOM_AGAIN, *(hold.until for hold in holds if hold.until is not None)]
        store.set_wake(one.plan.project, min(wakes, default=None))
