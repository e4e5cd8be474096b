"""A machine is known by its fields, its subject and its words, and a person is never taken for one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailaide.core.mail import Address, Header, Place, Role
from mailaide.core.reading.text.machine import written_by_machine


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


TICKET = "[#9917] Your request"


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


@pytest.mark.parametrize(
    "text",
    [
        "I'll be out of the office until 4 January with limited access to email.",
        "Ik ben tot 4 januari met vakantie. Voor spoed kunt u Ruth bellen.",
        "Ich bin bis 4. Januar im Urlaub. In dringenden Fällen wenden Sie sich an Ruth.",
        "Je suis absente jusqu'au 4 janvier. En cas d'urgence, contactez Ruth.",
        "Estaré fuera hasta el 4 de enero, con acceso limitado al correo.",
    ],
)
def test_a_note_of_absence_is_a_machine(text: str) -> None:
    assert written_by_machine(a_header(), text).startswith("it opens with")


@pytest.mark.parametrize(
    "text",
    [
        "I'll be away until 4 January.",
        "I'll be away until 4 January with limited access to email. Can you send the draft before?",
        "Ik ben van 4 tot 8 januari in Gent en kom dan langs; voor spoed kun je mijn man bellen.",
    ],
)
def test_who_is_away_and_wants_something_is_a_person(text: str) -> None:
    assert written_by_machine(a_header(), text) == ""
