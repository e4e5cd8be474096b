"""Which row speaks for a message that lies in several folders, and what a word about a thread means for its rows.

Rules without a database, shared by the durable store and its twin in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from mailaide.core.dossier import Evidence
from mailaide.core.mail import Role
from mailaide.core.matching.threads import Thread

PREFERENCE: Mapping[str, int] = {
    Role.SENT: 0,
    Role.PROJECT: 1,
    Role.INBOX: 2,
    Role.ARCHIVE: 3,
    Role.DRAFTS: 4,
    Role.TRASH: 5,
}
ENTRY_ROLES = (Role.SENT, Role.PROJECT, Role.INBOX, Role.ARCHIVE)
"""Drafts and rubbish are no word to or from anybody."""

Row = TypeVar("Row")
Seen = TypeVar("Seen", bound=Sequence[Any])


def once(seen: Iterable[Seen]) -> list[Seen]:
    """Each message that may be an entry once, oldest first; what was seen begins with when, id, role and account."""
    best: dict[str, Seen] = {}
    for one in seen:
        _, message_id, role, account, *_ = one
        if role in ENTRY_ROLES:
            known = best.get(message_id)
            if known is None or (PREFERENCE[role], account) < (PREFERENCE[known[2]], known[3]):
                best[message_id] = one
    return sorted(best.values(), key=lambda one: (one[0], one[1]))


def follows(evidence: str, candidates: Collection[str], project: str) -> bool:
    """Whether a message that waits goes with its thread to a project: not if it contradicts its thread."""
    return evidence != Evidence.THREAD and project in candidates


def settled(present: Thread, rows: Sequence[tuple[str, Row]], project: str) -> tuple[list[Row], Thread]:
    """The rows, each given with its project, that the person's word moves to a project; and the thread after it.

    Those that wait, if there are such; else the whole thread was in the wrong project.
    """
    waiting = [row for of, row in rows if not of]
    staying = {of for of, _ in rows if of and waiting} - {project}
    moved = waiting or [row for of, row in rows if of != project]
    projects = tuple(sorted({*staying, project}))
    return moved, replace(present, projects=projects, settled=len(projects) == 1)
