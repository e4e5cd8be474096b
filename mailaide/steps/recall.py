"""Everything the store knows of one project, as the dossier that the duties see."""

from __future__ import annotations

from collections.abc import Iterable

from mailaide.core.dossier import Dossier, Filed, without_false_alarms
from mailaide.core.marks import MarkKind, in_force
from mailaide.core.matching.authors import as_known_today
from mailaide.core.matters.hearing import in_context, verdict
from mailaide.core.project import Practice
from mailaide.core.reading.ear.tuning import Attention
from mailaide.ports import Store


def recall(store: Store, practice: Practice, key: str, unassigned: Iterable[Filed] | None = None) -> Dossier:
    """`unassigned` are all messages that wait for a project; they are asked for when they are not given."""
    project = practice.project(key)
    waiting = store.unassigned() if unassigned is None else unassigned
    marks = in_force(store.marks(key))
    entries = as_known_today(store.entries(key), project, practice)
    heard = in_context([*entries], attention(store, practice, project.account))
    return Dossier(
        project=project,
        person=practice.person,
        entries=tuple(without_false_alarms(heard, marks)),
        waiting=tuple(as_known_today((one.entry for one in waiting if key in one.candidates), project, practice)),
        intents=tuple(store.intents(key)),
        marks=marks,
    )


def attention(store: Store, practice: Practice, account: str) -> Attention:
    """How the account listens: by its budget, and by what its person called no complaint in any project."""
    # All marks are few; naming each of ten thousand projects would cost more than a cycle.
    mistaken = [mark for mark in in_force(store.marks()) if mark.kind is MarkKind.NOT_A_COMPLAINT]
    homes = {project.key: project.account for project in practice.projects} if mistaken else {}
    mistaken = [mark for mark in mistaken if homes.get(mark.project) == account]
    verdicts = (verdict(filed.entry, mark) for mark in mistaken for filed in store.filed(mark.about)[:1])
    return Attention(budget=practice.budget(account), verdicts=tuple(verdicts))
