"""What the person is told of a whole account: conversations that wait for a project, and a mailbox without room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from mailaide.core import notices
from mailaide.core.dossier import Filed
from mailaide.core.notices import Notice
from mailaide.core.project import Person, Project
from mailaide.ports import Store

A_DAY = timedelta(days=1)
QUESTIONS_AT_ONCE = 20


def questions(
    store: Store,
    unassigned: Iterable[Filed],
    projects: Mapping[str, Project],
    person: Person,
    *,
    since: datetime,
    now: datetime,
) -> list[Notice]:
    """At most one a day for an account, about every conversation that waits since then and was not asked about yet."""
    earlier = store.intents("")
    asked = {intent.key for intent in earlier}
    today = {one.account for one in earlier if one.duty == notices.QUESTION and one.planned_at > now - A_DAY}
    waiting: dict[str, dict[str, Filed]] = {}
    for filed in unassigned:
        key, account = notices.question_key(filed), filed.entry.header.place.account
        if key not in asked and account not in today and filed.entry.at >= since and not filed.entry.by_machine:
            waiting.setdefault(account, {}).setdefault(key, filed)
    return [
        notices.question(list(threads.values())[-QUESTIONS_AT_ONCE:], projects, person) for threads in waiting.values()
    ]


def full(store: Store, accounts: Iterable[str], projects: Mapping[str, Project], person: Person) -> list[Notice]:
    """One for an account that has no room, while it was refused itself or the oldest message waits that was."""
    told = [one for one in store.intents("") if one.duty == notices.FULL]
    found = []
    for account in accounts:
        waiting = [one for one in store.watched(account) if one.refused and one.duty != notices.FULL]
        known = (one.refused or one.planned_at >= waiting[0].planned_at for one in told if one.account == account)
        if waiting and not any(known):
            found.append(notices.full(account, waiting, projects, person))
    return found
