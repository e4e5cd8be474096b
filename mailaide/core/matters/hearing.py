"""What a message comes to in its conversation and for its account: a complaint, perhaps one, or none.

The ear leaves a score. What the person taught shifts it, the levels of the account say what it means, and what else is
known settles a doubt: an earlier message that still waits, a promised day that has passed, a sum that is contested.
Nothing of this is stored, so another budget holds for old mail too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log

from mailaide.core.dossier import CLIENTS_SIDE, Author, Entry
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.matters.waits import expects
from mailaide.core.reading.ear.cues import NAMES
from mailaide.core.reading.ear.levels import levels
from mailaide.core.reading.ear.tuning import Attention, Verdict, shifted
from mailaide.core.reading.signals import Signal, SignalKind

UNANSWERED = 1.0
"""Logits for each message of theirs that still waits for ours."""

MOST_UNANSWERED = 2

PROMISE_PASSED = 0.4
"""Logits when a day that we had named has passed without a word from us since."""

COMPLAINED = 1.0
"""Logits when one of those that wait was a complaint, or one was answered with the day that has passed."""

DISPUTED = 0.6
"""Logits when the same message contests what is charged."""

CONTENT = -1.0
"""Logits when it thanks and asks nothing, or says that the client will come back to it."""

PRAISED = -0.5
"""Logits when it praises and asks nothing: less, for a complaint often comes wrapped in praise."""

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
    """What the client waits for: messages since our last answer that expect one, and days that we named and that were
    still to come when we last wrote; `amends` are those of them by which a complaint was answered."""

    messages: int = 0
    complained: bool = False
    promised: tuple[date, ...] = ()
    amends: tuple[date, ...] = ()

    def facts(self, entry: Entry) -> tuple[float, list[str]]:
        """How much they speak for a complaint, in logits, and in words; who thanks or praises got what was promised."""
        today = entry.at.date()
        thanked = entry.signal(SignalKind.THANKS) is not None
        praised = entry.signal(SignalKind.PRAISE) is not None and entry.signal(SignalKind.QUESTION) is None
        content = thanked or entry.signal(SignalKind.HOLDING_REPLY) is not None
        disputed = entry.signal(SignalKind.PRICE_DISPUTE) is not None
        passed = not (thanked or praised) and any(day < today for day in self.promised)
        complained = self.complained or (passed and any(day < today for day in self.amends))
        words = [f"{self.messages} unanswered before it"] * bool(self.messages)
        words += ["a promised day has passed"] * passed + ["a sum is contested"] * disputed
        logits = UNANSWERED * min(self.messages, MOST_UNANSWERED) + PROMISE_PASSED * passed + COMPLAINED * complained
        return logits + DISPUTED * disputed + CONTENT * content + PRAISED * praised, words

    def after_ours(self, entry: Entry) -> _Waiting:
        """What is left of it when we have written: all of it after a holding reply, else the days still to come."""
        named = tuple(one.due for one in entry.reading.all(SignalKind.PROMISE) if one.due)
        if entry.signal(SignalKind.HOLDING_REPLY):
            return replace(self, promised=named or self.promised)
        today = entry.at.date()
        promised, amends = (tuple(day for day in days if day > today) for days in (self.promised, self.amends))
        return _Waiting(promised=promised + named, amends=amends + named * self.complained)

    def after_theirs(self, entry: Entry) -> _Waiting:
        """What it comes to with one more message of the client's."""
        complained = self.complained or entry.signal(SignalKind.COMPLAINT) is not None
        return replace(self, messages=self.messages + expects(entry), complained=complained)


def in_context(entries: Sequence[Entry], attention: Attention) -> Iterator[Entry]:
    """The entries, in order, each with a complaint of the kind that it comes to, or with none."""
    waiting = _Waiting()
    for entry in entries:
        if entry.by_machine or (entry.author is not Author.US and entry.author not in CLIENTS_SIDE):
            yield entry
        elif entry.author is Author.US:
            waiting = waiting.after_ours(entry)
            yield entry
        else:
            decided = _decided(entry, attention, waiting)
            yield decided
            waiting = waiting.after_theirs(decided)


def _decided(entry: Entry, attention: Attention, waiting: _Waiting) -> Entry:
    told = _complaint(entry) or _asked_again(entry, waiting)
    if told is None or not told.score:  # without a score somebody has decided already
        return entry
    logits, facts = waiting.facts(entry)
    score = _raised(shifted(told.score, _cues(told), attention.learnt(entry.at)), logits)
    level = levels(attention.budget, entry.reading.before)
    others = tuple(one for one in entry.reading.signals if one is not _complaint(entry))
    if score >= level.maybe:
        kind = SignalKind.COMPLAINT if score >= level.sure else SignalKind.MAYBE_COMPLAINT
        others = (replace(told, kind=kind, because="; ".join([told.because, *facts]), score=score), *others)
    return replace(entry, reading=replace(entry.reading, signals=others))


def _asked_again(entry: Entry, waiting: _Waiting) -> Signal | None:
    """Who asks in a third message without an answer is perhaps not content, whatever the words."""
    asked = entry.signal(SignalKind.QUESTION)
    if asked is None or waiting.messages < MOST_UNANSWERED:
        return None
    return Signal(kind=SignalKind.MAYBE_COMPLAINT, sentence=asked.sentence, because="asks again", score=ASKS_AGAIN)


def _complaint(entry: Entry) -> Signal | None:
    return entry.signal(SignalKind.COMPLAINT) or entry.signal(SignalKind.MAYBE_COMPLAINT)


def _cues(complaint: Signal) -> tuple[str, ...]:
    return tuple(cue for cue in complaint.because.split("; ") if cue in NAMES)


def _raised(score: float, logits: float) -> float:
    return 1 / (1 + exp(-(log(max(EDGE, score) / max(EDGE, 1 - score)) + logits)))
