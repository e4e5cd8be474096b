"""Everything the store knows of one project, as the dossier that the duties see."""

from __future__ import annotations

from collections.abc import Iterable

from mailaide.core.dossier import Dossier, Filed, without_false_alarms
from mailaide.core.marks import in_force
from mailaide.core.project import Person, Project
from mailaide.ports import Store


def recall(store: Store, project: Project, person: Person, unassigned: Iterable[Filed] | None = None) -> Dossier:
    """`unassigned` are all messages that wait for a project; they are asked for when they are not given."""
    waiting = store.unassigned() if unassigned is None else unassigned
    marks = in_force(store.marks(project.key))
    return Dossier(
        project=project,
        person=person,
        entries=tuple(without_false_alarms(store.entries(project.key), marks)),
        waiting=tuple(filed.entry for filed in waiting if project.key in filed.candidates),
        intents=tuple(store.intents(project.key)),
        marks=marks,
    )
