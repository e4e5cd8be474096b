"""Read a message: what is new in it, who or what wrote it, and what it says.

The language is the client's setting; a text that clearly speaks another language we know is read in that one.
A machine's message carries no signals. Complaints and thanks are the client's, holding replies are ours.
"""

from __future__ import annotations

from mailaide.core.mail import Message
from mailaide.core.reading.complaint import complaint
from mailaide.core.reading.holding import holding_reply
from mailaide.core.reading.language import guess
from mailaide.core.reading.machine import written_by_machine
from mailaide.core.reading.newtext import new_text
from mailaide.core.reading.signals import Reading, Signal
from mailaide.core.reading.thanks import thanks


def read(message: Message, *, from_us: bool, language: str) -> Reading:
    """The message, understood; `language` is the client's setting."""
    text = new_text(message.text)
    spoken = guess(text) or language
    machine = written_by_machine(message.header, text)
    if machine:
        return Reading(new_text=text, language=spoken, machine=machine)
    found = _ours(text) if from_us else _the_clients(text, spoken)
    return Reading(new_text=text, language=spoken, signals=tuple(signal for signal in found if signal is not None))


def _ours(text: str) -> tuple[Signal | None, ...]:
    return (holding_reply(text),)


def _the_clients(text: str, language: str) -> tuple[Signal | None, ...]:
    return (complaint(text, language=language), thanks(text, language=language))
