"""What the person says is no longer owed: by its key, by a message of its conversation, or of the whole project."""

from __future__ import annotations

from mailaide.core.dossier import Dossier
from mailaide.core.marks import CLOSING, Mark
from mailaide.core.obligation import Obligation


def is_marked(dossier: Dossier, obligation: Obligation) -> bool:
    """Whether a mark has closed it; one of the whole project closes what was open in it, but not what lasts.

    That a fee is told must be seen.
    """
    return any(
        mark.at >= obligation.since and _is_about(mark, obligation, dossier) for mark in dossier.marked(*CLOSING)
    )


def _is_about(mark: Mark, obligation: Obligation, dossier: Dossier) -> bool:
    if mark.about == dossier.project.key:
        return not obligation.lasting and mark.at > obligation.since  # a silence may begin with the mark itself
    if mark.about == obligation.key:
        return True
    message = dossier.entry(mark.about) if obligation.thread else None
    return message is not None and message.thread == obligation.thread
