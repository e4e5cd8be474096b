"""The reading, on mail of our own."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.adapters.ear_model import built_in
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.reading.ours.holding import holding_reply
from mailaide.core.reading.read import read
from mailaide.core.reading.signals import SignalKind
from mailaide.core.reading.text.language import guess
from mailaide.core.reading.text.machine import written_by_machine
from mailaide.core.reading.text.newtext import LIMIT, new_text

SAMPLES = yaml.safe_load((Path(__file__).parent / "samples.yaml").read_text("utf-8"))


def a_header(subject: str = "Re: hek", sender: str = "piet@example.com", **marks: str) -> Header:
    return Header(
        place=Place(account="a", folder="INBOX", uidvalidity=1, uid=1),
        role=Role.INBOX,
        message_id="<1@example.com>",
        sender=Address(email=sender),
        subject=subject,
        received_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
        marks=tuple((name.replace("_", "-"), value) for name, value in marks.items()),
    )


@pytest.mark.parametrize(
    "tail",
    [
        "\n\n> oud\n> ouder",
        "\n\nOp di 3 mrt 2026 om 12:00 schreef Rik <rik@example.com>:\n> oud",
        "\n\nOn Tue, 3 Mar 2026 at 12:00, Rik\n<rik@example.com> wrote:\n> old",
        "\n\nAm 3. März 2026 um 12:00 schrieb Rik <rik@example.com>:\n> alt",
        "\n\nLe 3 mars 2026 à 12:00, Rik <rik@example.com> a écrit :\n> vieux",
        "\n\nEl 3 mar 2026, Rik <rik@example.com> escribió:\n> viejo",
        "\n\n-----Oorspronkelijk bericht-----\nVan: Rik\noud",
        "\n\nVan: Rik\nVerzonden: dinsdag\nAan: Piet\nOnderwerp: hek\n\noud",
        "\n\n-- \nHekwerken Piet",
        "\n\nVerstuurd vanaf mijn iPhone",
        "\nHekwerken Piet BV\n020-555 01 00",
        "\nDit bericht is alleen bestemd voor de geadresseerde.",
    ],
)
def test_only_what_was_written_now_remains(tail: str) -> None:
    assert (
        new_text("Dag Rik,\n\nHet hek is goed.\n\nGroet,\nPiet" + tail)
        == "Dag Rik,\n\nHet hek is goed.\n\nGroet,\nPiet"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Op maandag 2 maart schreef ik u over het hek:",
        "On Monday 2 March I wrote to you:",
        "Am 2. März schrieb ich Ihnen:",
    ],
)
def test_who_writes_of_their_own_mail_quotes_nobody(line: str) -> None:
    text = f"Dag Piet,\n\n{line}\n\n“Is het goed zo?”\n\nGraag hoor ik het."

    assert new_text(text) == text


def test_answers_between_quotes_stay() -> None:
    assert new_text("> Rood?\nJa.\n\n> Groot?\nNee.") == "Ja.\n\nNee."


def test_a_short_answer_is_not_taken_for_a_name() -> None:
    text = "Dag Rik,\n\nAkkoord\n\nGraag snel leveren"

    assert new_text(text) == text


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ({"auto_submitted": "auto-replied"}, "Auto-Submitted: auto-replied"),
        ({"auto_submitted": "no"}, ""),
        ({"precedence": "auto_reply"}, "Precedence: auto_reply"),
        ({"precedence": "bulk"}, ""),
        ({"x_auto_response_suppress": "All"}, ""),
        ({"return_path": "<>"}, "Return-Path: <>"),
        ({"list_id": "<l.example.com>"}, ""),
        ({"list_id": "<l.example.com>", "precedence": "list"}, "mailing list: <l.example.com>"),
    ],
)
def test_fields_tell_machines_from_people(marks: dict[str, str], reason: str) -> None:
    assert written_by_machine(a_header(**marks), "Dag") == reason


@pytest.mark.parametrize("subject", ["Automatisch antwoord: x", "Out of office: fence", "Read: quote", "Afwezig: x"])
def test_subjects_tell_machines(subject: str) -> None:
    assert written_by_machine(a_header(subject), "Tot maandag.")


def test_a_bounce_is_a_delivery_report() -> None:
    assert written_by_machine(a_header(sender="mailer-daemon@example.com"), "") == "delivery report"


TICKET = "[#9917] Your request"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for contacting the desk.",
        "We have received your message.",
        "Bedankt voor uw melding.",
        "Uw vraag is bij ons binnen.",
        "It will be assigned to an agent. Please do not reply.",
    ],
)
def test_a_ticket_number_and_a_receipt_are_a_machine(text: str) -> None:
    assert written_by_machine(a_header(TICKET), text).startswith("a receipt")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (TICKET, "The gate is still broken and nobody has called."),
        ("Re: " + TICKET, "Thank you for your message, but the gate is still broken."),
        ("[harbour] The gate", "Thank you for your message, but the gate is still broken."),
    ],
)
def test_people_write_under_ticket_numbers_too(subject: str, text: str) -> None:
    assert written_by_machine(a_header(subject), text) == ""


def test_what_lies_on_it_is_no_holding_reply() -> None:
    assert holding_reply("On it.") is not None
    assert holding_reply("We're on it, Piet.") is not None
    assert holding_reply("Send me anything with a number on it.") is None


def test_our_putting_off_is_a_holding_reply() -> None:
    assert holding_reply("Bericht gezien. Ik bel u morgen.\n\nCor") is not None
    assert holding_reply("De klem was los, die heb ik vervangen. Ik bel u morgen.") is None


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
    message = Message(header=a_header(auto_submitted="auto-generated"), text="Dit is onacceptabel.")

    assert read(message, from_us=False, language="nl", ear=built_in()).signals == ()


@pytest.mark.parametrize("unit", ["a", "> ", " ", "op 1 ", "\n", "zou ", "x@", "> \n", "groet ", "it is now "])
def test_64_kib_of_anything_is_read_quickly(unit: str) -> None:
    message = Message(header=a_header(), text=unit * (LIMIT // len(unit)))
    started = time.perf_counter()

    read(message, from_us=False, language="nl", ear=built_in())

    assert time.perf_counter() - started < 0.5  # far above the usual time: only a runaway pattern takes longer


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
