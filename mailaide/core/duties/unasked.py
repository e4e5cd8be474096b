"""What nobody asked for has its draft first, and one alert when that was left lying: it is no alarm by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.letter import Letter
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.worktime import Span


def unasked(
    dossier: Dossier,
    duty: str,
    key: str,
    *,
    since: datetime,
    draft_at: datetime,
    patience: Span,
    because: str,
    evidence: Sequence[str],
    letter: Letter | None,
    facts: Mapping[str, object],
    alarm: bool = True,
    revise_at: datetime | None = None,
    lapses_at: datetime | None,
    lasting: bool = False,
    thread: str = "",
) -> Obligation:
    """A word of our own accord; without `alarm` the draft is enough."""
    due = dossier.person.hours.after(draft_at, patience)
    return Obligation(
        duty=duty,
        project=dossier.project.key,
        key=key,
        since=since,
        due=due,
        because=because,
        evidence=tuple(evidence),
        thread=thread,
        draft_at=draft_at,
        letter=letter,
        facts=facts,
        alerts=(Rung(name="due", at=due),) if alarm else (),
        patience=patience,
        revise_at=revise_at,
        lapses_at=lapses_at,
        lasting=lasting,
    )
