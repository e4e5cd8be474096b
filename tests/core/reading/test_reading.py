"""The reading, on mail of our own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from builders import a_header
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.adapters.ear_model import built_in
from mailaide.core.mail import Message
from mailaide.core.reading.read import read
from mailaide.core.reading.signals import SignalKind
from mailaide.core.reading.text.language import guess
from mailaide.core.reading.text.newtext import LIMIT

SAMPLES = yaml.safe_load((Path(__file__).parent / "samples.yaml").read_text("utf-8"))


def test_english_mail_of_a_dutch_client_is_read_as_english() -> None:
    message = Message(header=a_header(), text="You said Friday and it is now Wednesday. Where is the draft?")

    reading = read(message, from_us=False, language="nl", ear=built_in())

    assert reading.language == guess(message.text) == "en"
    assert reading.signal(SignalKind.COMPLAINT) is not None


def test_thanks_after_anger_are_thanks() -> None:
    message = Message(header=a_header(), text="Dank u dat u het heeft opgelost, ook al was ik boos over die lekkage.")

    reading = read(message, from_us=False, language="nl", ear=built_in())

    assert [signal.kind for signal in reading.signals] == [SignalKind.THANKS]


def test_a_machine_carries_no_signals() -> None:
    message = Message(header=a_header(marks=(("auto-submitted", "auto-generated"),)), text="Dit is onacceptabel.")

    assert read(message, from_us=False, language="nl", ear=built_in()).signals == ()


@pytest.mark.parametrize("unit", ["a", "> ", " ", "op 1 ", "\n", "zou ", "x@", "> \n", "groet ", "it is now "])
def test_64_kib_of_anything_is_read_quickly(unit: str) -> None:
    message = Message(header=a_header(), text=unit * (LIMIT // len(unit)))
    started = time.thread_time()

    read(message, from_us=False, language="nl", ear=built_in())

    assert time.thread_time() - started < 0.5  # far above the usual time: only a runaway pattern takes longer


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([sample[2] for sample in SAMPLES] + ["\n", "> oud\n", "-- \n", "\x00", "é"])).map(" ".join)
    | st.text(),
    st.sampled_from(["nl", "en", "de", ""]),
)
def test_any_text_is_read_and_every_sentence_stands_in_it(text: str, language: str) -> None:
    for from_us in (True, False):
        reading = read(Message(header=a_header(), text=text), from_us=from_us, language=language, ear=built_in())

        assert all(signal.sentence in reading.new_text for signal in reading.signals)
