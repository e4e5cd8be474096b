"""Any text at all is read in time, and every quotation stands in it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading import EAR
from mailaide.core.mail import Header, Message, Place, Role
from mailaide.core.reading.text.language import UNKNOWN, guess
from mailaide.core.reading.text.spans import MOST, sentences_of
from mailaide.core.reading.told import told

LANGUAGES = ("nl", "en", "de", "fr", "es", "", "unknown")

WORDS = [
    "kun je", "laat weten of", "graag", "aanpassen", "akkoord", "mits", "prachtig", "factuur", "€ 85",
    "nooit afgesproken", "vrijdag", "morgen voor 12.00 uur", "ik stuur", "you'll have", "by Friday", "I'll", "the 31st",
    "30 februari", "29 feb 2027", "binnen 99 werkdagen", "> oud", "-- ", "\n", "\n- ", "?", "!", '"', "'", "(", "İ",
    "ß", "ﬁ", "\u202e", "\u0000", "👍🏽", "שלום", "مرحبا", "wann", "quand", "¿", "«", "»",
]  # fmt: skip


def a_message(text: str, subject: str = "Re: hek") -> Message:
    header = Header(
        place=Place(account="a", folder="INBOX", uidvalidity=1, uid=1),
        role=Role.INBOX,
        message_id="<1@example.com>",
        subject=subject,
        received_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )
    return Message(header=header, text=text)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=300),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_any_text_is_read_and_what_is_quoted_stands_in_it(text: str, language: str, own: bool) -> None:
    line: Any = told(a_message(text, text[:40]), own=own, language=language, ear=EAR)

    lists = (line[name] for name in ("questions", "changes", "overpromise", "blame", "fees_named"))
    quoted = [one for each in lists for one in each] + [one["text"] for one in line["promises"]]
    assert all(one and one in line["new_text"] for one in quoted)
    for sentence in sentences_of(text):
        assert text[sentence.start :].startswith(sentence.text)
        assert len(sentence.words) == len(sentence.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["a", " ", "\n", "1", "1.", '"', "'", "(", "kun je ", "mag ", "graag het ", "by friday ", "ik stuur je ", "👍", "א",
     "- a\n", "a? ", "€ 1 ", "if you had ", "nooit ", "op de 3e ", "tot 3 ", ".!", "...?", ".'"],
)  # fmt: skip
def test_64_kib_of_anything_is_read_in_time(unit: str, language: str) -> None:
    message = a_message(unit * (65536 // len(unit)))
    for own in (True, False):
        started = time.process_time()

        told(message, own=own, language=language, ear=EAR)

        assert time.process_time() - started < 0.5  # far above the usual time: only a runaway pattern takes longer


@pytest.mark.parametrize(
    "text",
    [
        "Dzień dobry, proszę o przesłanie oferty na stronę internetową do końca tygodnia, ponieważ musimy "
        "podjąć decyzję w poniedziałek rano i nie możemy czekać dłużej.",
        "مرحبا، أود أن أسأل عن موعد التسليم النهائي للمشروع لأننا ننتظر منذ أسبوعين "
        "ولم نتلق أي رد منكم حتى الآن وشكرا لكم",
    ],
)
def test_an_unknown_language_is_said_to_be_unknown(text: str) -> None:
    assert guess(text) == UNKNOWN
    line = told(a_message(text), own=False, language="nl", ear=EAR)
    assert (line["language"], line["approval"], line["changes"], line["praise"]) == (UNKNOWN, "none", [], False)


def test_a_table_of_short_lines_is_looked_at_for_as_many_as_there_are_on_four_pages() -> None:
    said = sentences_of("7\n" * 1000)

    assert [one.start for one in said] == [2 * line for line in range(MOST)]
