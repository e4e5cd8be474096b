"""Which row speaks for a message that lies in several folders, and which thread a Message-ID belongs to.

Rules without a database, shared by the durable store and its twin in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mailaide.core.dossier import Filed
from mailaide.core.mail import Role

PREFERENCE = {Role.SENT: 0, Role.INBOX: 1, Role.ARCHIVE: 2, Role.DRAFTS: 3, Role.TRASH: 4}
ENTRY_ROLES = (Role.SENT, Role.INBOX, Role.ARCHIVE)
"""Drafts and rubbish are no word to or from anybody."""


class FiledThread(NamedTuple):
    message_id: str
    role: Role
    account: str
    thread: str
    project: str


class IntentThread(NamedTuple):
    message_id: str
    anchor: str
    answers: str
    project: str


def once(filed: Iterable[Filed]) -> list[Filed]:
    """Each message that may be an entry once, oldest first."""
    best: dict[str, Filed] = {}
    for candidate in filed:
        if candidate.entry.header.role not in ENTRY_ROLES:
            continue
        known = best.get(candidate.entry.id)
        if known is None or _preference(candidate) < _preference(known):
            best[candidate.entry.id] = candidate
    return sorted(best.values(), key=lambda one: (one.entry.at, one.entry.id))


def _preference(filed: Filed) -> tuple[int, str]:
    header = filed.entry.header
    return PREFERENCE[header.role], header.place.account


def threads(messages: Iterable[FiledThread], intents: Iterable[IntentThread]) -> dict[str, tuple[str, str]]:
    """(thread, project) by Message-ID, of messages and of what intents bear; a message wins over an intent.

    Of several rows of one message, one with a project wins: it was understood at least there.
    """
    filed: dict[str, tuple[str, str]] = {}
    for row in sorted(messages, key=lambda row: (not row.project, PREFERENCE[row.role], row.account)):
        filed.setdefault(row.message_id, (row.thread, row.project))
    anchored: dict[str, tuple[str, str]] = {}
    borne: dict[str, tuple[str, str]] = {}
    for intent in intents:
        if intent.answers:
            thread = filed[intent.answers][0] if intent.answers in filed else intent.answers
        else:
            thread = intent.anchor or intent.message_id
        borne[intent.message_id] = (thread, intent.project)
        if intent.anchor:
            anchored.setdefault(intent.anchor, (thread, intent.project))
    return anchored | borne | filed
