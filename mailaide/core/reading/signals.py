"""What a message says, as values: signals with the sentence that proves each, and the text they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mailaide.core.reading.text.sums import Price


class SignalKind(StrEnum):
    COMPLAINT = "complaint"
    """A client's dissatisfaction with our work, conduct, time or bill."""

    MAYBE_COMPLAINT = "maybe a complaint"
    """A client may be dissatisfied: opens no complaint, but the message should not wait as long as others."""

    HOLDING_REPLY = "holding reply"
    """A message, ours or the client's, says only that it was seen and that an answer will follow."""

    THANKS = "thanks"
    """A client's message that thanks or agrees and expects nothing."""

    QUESTION = "question"
    """What a client wants answered; one signal each, in order."""

    CHANGE = "change"
    """One alteration of delivered or presented work that a client asks for; one signal each."""

    ERRAND = "errand"
    """Something else that a client wants done: a bill to be sent, a call."""

    APPROVAL = "approval"
    """A client's go-ahead without a condition."""

    CONDITIONAL_APPROVAL = "conditional approval"
    """A client's go-ahead that hangs on something: `because` quotes it."""

    PRICE_DISPUTE = "price dispute"
    """A client contests a sum, a cost item, or that something is owed."""

    RESOLVED = "resolved"
    """What a client wrote about has been settled by itself, or is wanted no more."""

    PRAISE = "praise"
    """A client's sincere good word about our work."""

    PROMISE = "promise"
    """What we commit ourselves to, with the last day on which it can be kept; one signal each."""

    DELIVERY = "delivery"
    """Our message hands work over, or says that it is done."""

    APPROVAL_REQUEST = "approval request"
    """Our message asks for a yes."""

    MET = "met"
    """Our message looks back at a call or a visit that took place."""

    NOT_COUNTED = "not counted"
    """Our message says that what it alters is no round of changes."""

    FEE_DECLINED = "fee declined"
    """A client does without something that costs extra."""

    FEE_ACCEPTED = "fee accepted"
    """A client says yes to a sum."""

    DISPUTE_WITHDRAWN = "dispute withdrawn"
    """A client owns up to an error about a sum, or pays after all: says something only where one was contested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing a message says. `sentence` is an exact substring of the reading's `new_text`.

    `due` is the last day on which a promise can be kept, or None when it names none. A complaint has a `score` from
    0 to 1. `topics` tell what a complaint is about, what a question asks for, and what is promised.
    """

    kind: SignalKind
    sentence: str
    because: str
    due: date | None = None
    score: float = 0.0
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence that asks nothing: its words, the day it names, and whether it names a sum or says yes or no.

    `words` are those by which it is known, each once. As a set they would take five times the memory, and a dossier of
    a thousand mails holds ten thousand sentences.
    `replies`: yes or no is how it opens. `after`: it names what must come first. `figure`: it gives a number.
    `blames`: it puts the fault on the client and tells nothing else.
    """

    words: tuple[str, ...]
    day: date | None = None
    sum: bool = False
    yes_no: bool = False
    replies: bool = False
    after: bool = False
    figure: bool = False
    blames: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message, understood. `new_text` is what the sender wrote now: no quotes, no signature.

    `machine` says why a machine must have written it ("Auto-Submitted: auto-replied"), or is empty; a machine's
    message carries no signals. `sums` are its figures; `said` and `quoted` are what a mail of ours states and the lines
    it answers under. `back_on` is the day on which somebody who is away can be reached again, if told.
    `before` is what the loudest client mails of the account came to before this one, where there were enough.
    """

    new_text: str
    language: str
    machine: str = ""
    signals: tuple[Signal, ...] = ()
    sums: tuple[Price, ...] = ()
    said: tuple[Statement, ...] = ()
    quoted: tuple[str, ...] = ()
    back_on: date | None = None
    before: tuple[float, ...] = ()

    def signal(self, kind: SignalKind) -> Signal | None:
        for signal in self.signals:  # several times as fast as a generator, and asked all the time
            if signal.kind is kind:
                return signal
        return None

    @property
    def score(self) -> float:
        """How much it sounds like a complaint; 0 where that is not worth a word."""
        return max((signal.score for signal in self.signals), default=0.0)

    def all(self, kind: SignalKind) -> Iterator[Signal]:
        """Every signal of a kind, in the order of the text."""
        return (signal for signal in self.signals if signal.kind is kind)
