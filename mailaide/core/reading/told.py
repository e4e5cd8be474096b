"""Everything that the readers make of one message, as plain values: the line that `mailaide read` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mailaide.core.mail import Message
from mailaide.core.reading.client.approval import Consent
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.ear import Ear, Heard
from mailaide.core.reading.ours.answers import answers
from mailaide.core.reading.ours.wording import Flaw, overheard
from mailaide.core.reading.read import read
from mailaide.core.reading.signals import Reading, SignalKind
from mailaide.core.reading.text.sums import named
from mailaide.core.worktime import WorkingHours

FLAWS = {
    "overpromise": Flaw.OVERPROMISE,
    "blame": Flaw.BLAME,
    "silence_as_consent": Flaw.SILENCE,
    "disclaimers": Flaw.DISCLAIMER,
}


def told(
    message: Message, *, own: bool, language: str, ear: Ear, hours: WorkingHours | None = None
) -> dict[str, object]:
    """One message, read; `own`: we wrote it. What only one side says is empty for the other."""
    listening = _Listening(ear)
    reading = read(message, from_us=own, language=language, ear=listening, hours=hours)
    text, person = reading.new_text, not reading.machine
    holding = reading.signal(SignalKind.HOLDING_REPLY) is not None
    flaws = overheard(text, language=reading.language, ear=ear) if own and person else ()
    subject = message.header.subject
    return {
        "language": reading.language,
        "new_text": text,
        "auto_reply": not person,
        "complaint": _complaint(reading, listening.heard),
        "questions": [signal.sentence for signal in reading.all(SignalKind.QUESTION)],
        "changes": [signal.sentence for signal in reading.all(SignalKind.CHANGE)],
        "approval": _consent(reading).value,
        "praise": reading.signal(SignalKind.PRAISE) is not None,
        "price_dispute": reading.signal(SignalKind.PRICE_DISPUTE) is not None,
        "promises": [
            {"text": signal.sentence, "due": signal.due.isoformat() if signal.due else None}
            for signal in reading.all(SignalKind.PROMISE)
        ],
        "holding_reply": holding,
        "answers": own and person and answers(text, language=reading.language, subject=subject, holding=holding),
        "fees_named": list(named(text)) if own and person else [],
        **{name: [one.text for one in flaws if one.flaw is flaw] for name, flaw in FLAWS.items()},
        "better": [{"text": one.text, "better": one.better} for one in flaws],
    }


def _consent(reading: Reading) -> Consent:
    if reading.signal(SignalKind.APPROVAL):
        return Consent.EXPLICIT
    return Consent.CONDITIONAL if reading.signal(SignalKind.CONDITIONAL_APPROVAL) else Consent.NONE


class _Listening:
    """An ear that remembers what it heard: the score is printed also where it is too low for a signal."""

    def __init__(self, ear: Ear) -> None:
        self._ear = ear
        self.heard: Heard | None = None

    def hear(self, text: str, *, language: str) -> Heard | None:
        self.heard = self._ear.hear(text, language=language)
        return self.heard

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, Sequence[str]]:
        return self._ear.agreed(text, language=language, found=found)


def _complaint(reading: Reading, heard: Heard | None) -> dict[str, object]:
    sure = reading.signal(SignalKind.COMPLAINT)
    signal = sure or reading.signal(SignalKind.MAYBE_COMPLAINT)
    if signal is None:
        score = round(heard.score, 3) if heard is not None else 0.0
        return {"level": "none", "score": score, "sentence": "", "cues": [], "topics": []}
    return {
        "level": "sure" if sure else "maybe",
        "score": signal.score,
        "sentence": signal.sentence,
        "cues": signal.because.split("; "),
        "topics": list(signal.topics),
    }
