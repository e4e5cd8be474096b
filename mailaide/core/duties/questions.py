"""Every question gets its answer: answering two of five leaves three.

The draft is there at once and quotes each question word for word, so that none is passed by. What a complaint asks is
answered with the complaint; what may be one shortens no wait here, because the draft is there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties.replies import answer_owed
from mailaide.core.matters.cases import open_case
from mailaide.core.matters.questions import Asked, asked
from mailaide.core.obligation import Obligation

NAME = "questions"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each message of the client's with questions that no mail of ours has taken up."""
    case = open_case(dossier)
    complaints = {entry.id for entry in case.complaints} if case else set()
    of_message: dict[str, list[Asked]] = {}
    for one in asked(dossier):
        if one.answered is None and one.entry.id not in complaints:
            of_message.setdefault(one.entry.id, []).append(one)
    return (_obligation(dossier, questions) for questions in of_message.values())


def _obligation(dossier: Dossier, questions: Sequence[Asked]) -> Obligation:
    project, entry = dossier.project, questions[0].entry
    sentences = tuple(one.signal.sentence for one in questions)
    asked_on = entry.at.astimezone(dossier.person.zone)
    passed = " and our answer passed over it" if questions[0].passed else ""
    return answer_owed(
        dossier,
        NAME,
        (entry,),
        within=project.answer_within,
        because=f'{project.client.name} asked on {asked_on:%Y-%m-%d %H:%M}: "{sentences[0]}"'
        + (f" and {len(sentences) - 1} more" if len(sentences) > 1 else "")
        + passed,
        facts={"questions": sentences, "asked_on": asked_on.date()},
        values={"questions": sentences, "asked_on": entry.at.astimezone(project.client.zone).date()},
    )
