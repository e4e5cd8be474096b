"""What the person is told of a whole account: conversations that wait for a project, and a mailbox without room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from mailaide.core import notices
from mailaide.core.dossier import CLIENTS_SIDE, Filed
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
    """At most one a day for an account, about every conversation that waits since then.

    One that was asked about is asked about again when the client has written in it since.
    """
    earlier = store.intents("")
    asked = {intent.key: intent.planned_at for intent in earlier}
    today = {one.account for one in earlier if one.duty == notices.QUESTION and one.planned_at > now - A_DAY}
    threads: dict[str, list[Filed]] = {}
    for filed in unassigned:
        if filed.entry.at >= since and not filed.entry.by_machine:
            threads.setdefault(notices.question_key(filed), []).append(filed)
    waiting: dict[str, dict[str, Filed]] = {}
    for key, messages in threads.items():
        account = messages[0].entry.header.place.account
        if account not in today and (one := _to_ask(key, messages, asked)) is not None:
            waiting.setdefault(account, {})[notices.question_key(one, again=key in asked)] = one
    return [
        notices.question(dict(list(found.items())[-QUESTIONS_AT_ONCE:]), projects, person) for found in waiting.values()
    ]


def _to_ask(key: str, messages: Sequence[Filed], asked: Mapping[str, datetime]) -> Filed | None:
    """The message by which a conversation is asked about: its first, or the client's first since it was."""
    if key not in asked:
        return messages[0]
    keys = (key, *(notices.question_key(one, again=True) for one in messages))
    last = max(asked[one] for one in keys if one in asked)
    return next((one for one in messages if one.entry.author in CLIENTS_SIDE and one.entry.at > last), None)


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
