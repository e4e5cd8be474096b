"""What a message comes to in its conversation and for its account: a complaint, perhaps one, or none.

The ear leaves a score. What the person taught shifts it, the levels of the account say what it means, and what else is
known settles a doubt: an earlier message that still waits, a promised day that has passed, a sum that is contested.
Nothing of this is stored, so another budget holds for old mail too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import exp, log

from mailaide.core.dossier import CLIENTS_SIDE, Author, Entry
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.matters.waits import expects
from mailaide.core.reading.cues import NAMES
from mailaide.core.reading.ear_levels import levels
from mailaide.core.reading.ear_tuning import Attention, Verdict, shifted
from mailaide.core.reading.signals import Signal, SignalKind

UNANSWERED = 1.0
"""Logits for each message of theirs that still waits for ours."""

MOST_UNANSWERED = 2

PROMISE_PASSED = 0.4
"""Logits when a day that we had named has passed without a word from us."""

COMPLAINED = 1.0
"""Logits when one of those that wait was a complaint."""

DISPUTED = 0.6
"""Logits when the same message contests what is charged."""

THANKED = -1.0
"""Logits when it thanks, and nothing in its words can be named that complains."""

UNNAMED = 0.8
"""From what share of the sure level on it is in doubt, when neither a cue nor a fact can be named."""

ASKED = 0.7
"""The score up to which a sentence that asks, and only sounds like a complaint, is a question and nothing else."""

ASKS_AGAIN = 0.065
"""What a message that asks is worth before its place is counted: as a third one it comes to a doubt, and to a complaint
only after one."""

EDGE = 1e-6


def verdict(entry: Entry, mark: Mark) -> Verdict:
    """What the person's word on a message teaches: its cues were no complaint there."""
    told = _complaint(entry)
    cues = _cues(told) if told else ()
    return Verdict(message_id=entry.id, at=mark.at, cues=cues, complaint=mark.kind is not MarkKind.NOT_A_COMPLAINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """What the client waits for: messages since our last answer that expect one, and the day that we had named."""

    messages: int = 0
    complained: bool = False
    promised: date | None = None

    def facts(self, at: datetime, *, thanked: bool) -> tuple[float, list[str]]:
        """How much they speak for a complaint, in logits, and in words; who thanks has got what was promised."""
        passed = self.promised is not None and self.promised < at.date() and not thanked
        words = [f"{self.messages} unanswered before it"] * bool(self.messages)
        words += ["a promised day has passed"] * passed
        logits = UNANSWERED * min(self.messages, MOST_UNANSWERED) + PROMISE_PASSED * passed
        return logits + COMPLAINED * self.complained, words


def in_context(entries: Sequence[Entry], attention: Attention) -> Iterator[Entry]:
    """The entries, in order, each with a complaint of the kind that it comes to, or with none."""
    waiting = _Waiting()
    for entry in entries:
        if entry.by_machine or (entry.author is not Author.US and entry.author not in CLIENTS_SIDE):
            yield entry
        elif entry.author is Author.US:
            days = [one.due for one in entry.reading.all(SignalKind.PROMISE) if one.due]
            if entry.signal(SignalKind.HOLDING_REPLY):
                waiting = replace(waiting, promised=min(days, default=waiting.promised))
            else:
                waiting = _Waiting(promised=min(days, default=None))
            yield entry
        else:
            decided = _decided(entry, attention, waiting)
            yield decided
            waiting = _Waiting(
                messages=waiting.messages + expects(decided),
                complained=waiting.complained or decided.signal(SignalKind.COMPLAINT) is not None,
                promised=waiting.promised,
            )


def _decided(entry: Entry, attention: Attention, waiting: _Waiting) -> Entry:
    told = _complaint(entry) or _asked_again(entry, waiting)
    if told is None or not told.score:  # without a score somebody has decided already
        return entry
    cues, thanked = _cues(told), entry.signal(SignalKind.THANKS) is not None
    score = shifted(told.score, cues, attention.learnt(entry.at))
    if thanked and not cues:
        score = _raised(score, THANKED)
    level = levels(attention.budget, entry.reading.before)
    facts: list[str] = []
    if score < level.sure or (not cues and score < ASKED):
        logits, facts = waiting.facts(entry.at, thanked=thanked)
        if entry.signal(SignalKind.PRICE_DISPUTE):
            logits, facts = logits + DISPUTED, [*facts, "a sum is contested"]
        score = _raised(score, logits)
    content = thanked and not facts
    unnamed = not cues and not facts
    if score < (level.sure * UNNAMED if unnamed else level.maybe) or (content and score < level.sure):
        found = None  # who thanks and asks nothing is taken at their word, where nothing else speaks against it
    elif unnamed and score < ASKED and _asks(entry, told.sentence):
        found = None
    elif score < level.sure:
        found = replace(told, kind=SignalKind.MAYBE_COMPLAINT, because="; ".join([told.because, *facts]))
    else:
        found = replace(told, kind=SignalKind.COMPLAINT, because="; ".join([told.because, *facts]), score=score)
    others = [one for one in entry.reading.signals if one is not _complaint(entry)]
    signals = (found, *others) if found is not None else tuple(others)
    return replace(entry, reading=replace(entry.reading, signals=signals))


def _asked_again(entry: Entry, waiting: _Waiting) -> Signal | None:
    """Who asks in a third message without an answer is perhaps not content, whatever the words."""
    asked = entry.signal(SignalKind.QUESTION)
    if asked is None or waiting.messages < MOST_UNANSWERED:
        return None
    return Signal(kind=SignalKind.MAYBE_COMPLAINT, sentence=asked.sentence, because="asks again", score=ASKS_AGAIN)


def _asks(entry: Entry, sentence: str) -> bool:
    return any(sentence in one.sentence for one in entry.reading.all(SignalKind.QUESTION))


def _complaint(entry: Entry) -> Signal | None:
    return entry.signal(SignalKind.COMPLAINT) or entry.signal(SignalKind.MAYBE_COMPLAINT)


def _cues(complaint: Signal) -> tuple[str, ...]:
    return tuple(cue for cue in complaint.because.split("; ") if cue in NAMES)


def _raised(score: float, logits: float) -> float:
    return 1 / (1 + exp(-(log(max(EDGE, score) / max(EDGE, 1 - score)) + logits)))
