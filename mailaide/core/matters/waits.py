"""The client's messages that wait for an answer: the net under every other matter.

Bare thanks, a plain yes and "I'll come back to you" expect none. A holding reply ends no wait; any other word of ours
in that conversation does, the person's mark, and the client who calls it resolved there. What asks nothing ends too
when both have gone on elsewhere. Who complained in two conversations was answered in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.cases import cases
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.ours.promise_matter import Matter
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.text.stems import things

WANTS = (
    SignalKind.COMPLAINT,
    SignalKind.MAYBE_COMPLAINT,
    SignalKind.PRICE_DISPUTE,
    SignalKind.QUESTION,
    SignalKind.CHANGE,
    SignalKind.CONDITIONAL_APPROVAL,
    SignalKind.ERRAND,
)
"""What shows that a message expects something, the gravest first."""

CONTENT = (
    SignalKind.THANKS,
    SignalKind.APPROVAL,
    SignalKind.FEE_ACCEPTED,
    SignalKind.DISPUTE_WITHDRAWN,
    SignalKind.HOLDING_REPLY,
    SignalKind.RESOLVED,
)
"""What alone in a message expects nothing: who will come back to it waits for nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A message of the client's without an answer. `signal` is what it wants, None when nothing in it says so."""

    entry: Entry
    signal: Signal | None = None


@once
def waits(dossier: Dossier) -> tuple[Wait, ...]:
    """What waits now, oldest first. Read from the end: a message waits when no word of ours came after it."""
    found: list[Wait] = []
    settled = {entry.id for case in cases(dossier) if case.closed for entry in case.complaints}
    answered: set[str] = set()
    subjects: set[str] = set()
    passed = turns(dossier)
    for number in reversed(range(len(passed))):
        turn, entry = passed[number], passed[number].entry
        if turn.ours:
            if not turn.holds:
                answered.add(entry.thread)
                answered.update(entry.header.references)
                subjects |= {turn.subject} - {""}  # no subject is not the same subject
            continue
        if entry.id not in settled and answered.isdisjoint((entry.thread, entry.id)) and turn.subject not in subjects:
            found += (wait for wait in _wait(turn) if not _gone_on(turn, wait.signal, passed[number + 1 :]))
        if turn.resolves:
            answered.add(entry.thread)
    return tuple(wait for wait in reversed(found) if dossier.answered_outside(wait.entry) is None)


def held(dossier: Dossier, entry: Entry) -> tuple[Entry, ...]:
    """Our holding replies to a message of the client's: those that came later in its conversation."""
    waiting = next((turn for turn in turns(dossier) if turn.id == entry.id), None)
    return tuple(
        turn.entry
        for turn in turns(dossier)
        if turn.ours and turn.holds and waiting is not None and turn.at > entry.at and turn.belongs_with(waiting)
    )


def is_of_answer(promise: Signal, entry: Entry) -> bool:
    """Whether what a holding reply of ours promises is the answer, and not other work that it speaks of as well."""
    holds = entry.signal(SignalKind.HOLDING_REPLY)
    return holds is not None and (Matter.WORK not in promise.topics or promise.sentence in holds.sentence)


def _wait(turn: Turn) -> Iterator[Wait]:
    if expects(turn.entry):
        wanted = next((signal for kind in WANTS if (signal := turn.signal(kind))), None)
        yield Wait(entry=turn.entry, signal=wanted)


def _gone_on(turn: Turn, wanted: Signal | None, later: Sequence[Turn]) -> bool:
    """Whether we wrote to them elsewhere since, and they wrote back there: nobody sits by this one any more.

    What asks for something to be altered must have been taken up by its words; all else that is wanted waits.
    """
    if wanted is not None and wanted.kind is not SignalKind.CHANGE:
        return False
    words = things(wanted.sentence) if wanted else frozenset()
    writer = turn.entry.header.sender
    for number, ours in enumerate(later):
        to_them = writer is not None and any(one.email == writer.email for one in ours.entry.header.parties)
        if not ours.ours or ours.holds or not to_them:
            continue
        takes_up = wanted is None or any(not words.isdisjoint(said.words) for said in ours.entry.reading.said)
        if takes_up and any(not back.ours and back.belongs_with(ours) for back in later[number + 1 :]):
            return True
    return False


def expects(entry: Entry) -> bool:
    """Whether a message of the client's expects something of us."""
    content = False
    for signal in entry.reading.signals:
        if signal.kind in WANTS:
            return True
        content = content or signal.kind in CONTENT
    return not content
