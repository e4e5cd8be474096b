"""No message of a client waits for ever: the net under the other duties, with a longer clock and a softer voice.

It catches what asks for nothing in so many words, and the complaint that the ear was not sure of or that a stranger
wrote: these have the complaint's clock. A draft is written when the time has come, for until then there is nothing to
say but the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties.replies import answer_owed
from mailaide.core.duties.revisions import unannounced
from mailaide.core.matters.cases import open_case
from mailaide.core.matters.disputes import contested
from mailaide.core.matters.questions import asked
from mailaide.core.matters.waits import Wait, waits
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

NAME = "answers"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each conversation in which the client waits, keyed by the first message that waits."""
    waiting = waits(dossier)
    if not waiting:
        return
    case = open_case(dossier)
    elsewhere = {entry.id for entry in case.complaints} if case else set()
    elsewhere |= {one.entry.id for one in asked(dossier) if one.answered is None}
    round_ = unannounced(dossier)
    elsewhere |= contested(dossier) | {entry.id for entry in (round_.mails if round_ else ())}
    threads: set[str] = set()
    for wait in waiting:
        entry = wait.entry
        if entry.id in elsewhere or entry.thread in threads:
            threads.add(entry.thread)
            continue
        threads.add(entry.thread)
        yield _obligation(dossier, wait)


def _obligation(dossier: Dossier, wait: Wait) -> Obligation:
    project, entry = dossier.project, wait.entry
    doubt = entry.signal(SignalKind.MAYBE_COMPLAINT) or entry.signal(SignalKind.COMPLAINT)
    sentence = wait.signal.sentence if wait.signal else ""
    wrote = entry.at.astimezone(dossier.person.zone)
    return answer_owed(
        dossier,
        NAME,
        (entry,),
        within=project.complaints.answer_within if doubt else project.answer_within,
        because=f"{project.client.name} wrote on {wrote:%Y-%m-%d %H:%M} and has had no answer"
        + (f'; perhaps a complaint: "{doubt.sentence}"' if doubt else ""),
        facts={"sentence": sentence, "wrote_on": wrote.date(), "maybe": doubt is not None},
        values={"sentence": sentence, "wrote_on": entry.at.astimezone(project.client.zone).date()},
        last_minute=doubt is None,
    )
