"""What a message says, as values: signals with the sentence that proves each, and the text they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SignalKind(StrEnum):
    COMPLAINT = "complaint"
    """A client's dissatisfaction with our work, conduct, time or bill."""

    HOLDING_REPLY = "holding reply"
    """Our message says only that it was seen and that an answer will follow."""

    THANKS = "thanks"
    """A client's message that thanks or agrees and expects nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing a message says. `sentence` is an exact substring of the reading's `new_text`."""

    kind: SignalKind
    sentence: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message, understood. `new_text` is what the sender wrote now: no quotes, no signature.

    `machine` says why a machine must have written it ("Auto-Submitted: auto-replied"), or is empty; a machine's
    message carries no signals.
    """

    new_text: str
    language: str
    machine: str = ""
    signals: tuple[Signal, ...] = ()

    def signal(self, kind: SignalKind) -> Signal | None:
        return next((signal for signal in self.signals if signal.kind is kind), None)
