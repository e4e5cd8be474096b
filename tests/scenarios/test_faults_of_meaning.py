"""Rows 45 to 53 of the fault catalogue, by number: who wrote, to whom, and whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from builders import MONDAY_9H, MONDAY_10H, MONDAY_11H, TUESDAY_9H, a_mark, a_person, local
from scenarios.office import PIET, US, Office

from mailaide.core.intent import Kind, State
from mailaide.core.mail import Role
from mailaide.core.marks import MarkKind
from mailaide.core.project import Colleague, Practice

LATE = "You promised the design last Friday and it is still not here. I am very disappointed."
ANSWER = "I am sorry. The design is finished, and I have sent it to you this morning."
SUNDAY = local(2026, 3, 1, 12)
COMPLAINT = "<1@harbour.example>"
REPORT = {"From": "MAILER-DAEMON@mx.me.example", "To": US, "Subject": "Undelivered Mail Returned to Sender"}


def an_office(**person: Any) -> Office:
    office = Office()
    if person:
        practice = Practice(person=replace(a_person(), **person), projects=office.projects)
        office.terms = replace(office.terms, practice=practice)
        office.restart()
    office.cycle(SUNDAY)
    return office


def deliver(
    office: Office, at: datetime, fields: Mapping[str, str] = {}, text: str = LATE, role: Role = Role.INBOX
) -> None:
    """The client's complaint, with these fields beside or instead of the usual ones."""
    message = EmailMessage()
    usual = {"From": PIET, "To": US, "Subject": "The harbour", "Message-ID": COMPLAINT}
    for name, value in {**usual, **fields}.items():
        message[name] = value
    message.set_content(text)
    office.mailbox.deliver(role, message.as_bytes(), at)


@pytest.mark.parametrize(
    "fields",
    [
        {"Auto-Submitted": "auto-replied (vacation)"},
        {"X-Autoreply": "yes"},
        {"X-Autorespond": "away"},
        {"Precedence": "auto_reply"},
        {"Return-Path": "<>"},
        {"Subject": "Automatic reply: The harbour"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_fault_45_an_automatic_reply_is_nobodys_complaint(fields: Mapping[str, str]):
    office = an_office()
    deliver(office, MONDAY_9H, fields)

    office.cycle(MONDAY_10H)
    office.cycle(TUESDAY_9H)

    assert (office.drafts(), office.alerts()) == ([], [])


def test_fault_45_an_automatic_reply_of_ours_is_no_answer():
    office = an_office()
    deliver(office, MONDAY_9H)
    away = {"From": US, "To": PIET, "Message-ID": "<away@me.example>", "References": COMPLAINT}
    deliver(office, MONDAY_9H, {**away, "Auto-Submitted": "auto-replied"}, "I am away until Monday.", Role.SENT)

    office.cycle(MONDAY_10H)

    assert office.drafts() == ["Re: The harbour"]


@pytest.mark.parametrize(
    "fields", [{"X-Auto-Response-Suppress": "All"}, {"Precedence": "bulk"}, {"Auto-Submitted": "no"}]
)
def test_fault_46_what_peoples_mail_carries_too_silences_no_complaint(fields: Mapping[str, str]):
    office = an_office()
    deliver(office, MONDAY_9H, fields)

    office.cycle(MONDAY_10H)

    assert office.drafts() == ["Re: The harbour"]


@pytest.mark.parametrize("named", [True, False], ids=["with References", "told in its text"])
def test_fault_47_an_answer_that_came_back_was_not_said(named: bool):
    office = an_office()
    deliver(office, MONDAY_9H)
    office.we_write(ANSWER, MONDAY_10H, "<2@me.example>", answers=COMPLAINT)
    office.cycle(MONDAY_10H)
    assert office.drafts() == []

    fields = {**REPORT, "Message-ID": "<b@mx.me.example>"} | ({"References": "<2@me.example>"} if named else {})
    text = "I'm sorry.\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <2@me.example>\nSubject: Re: x\n"
    deliver(office, MONDAY_11H, fields, text)
    office.cycle(MONDAY_11H)
    office.cycle(MONDAY_11H + timedelta(minutes=20))

    assert office.drafts() == ["Re: The harbour"]
    assert office.alerts() == ["Your mail to Harbour Ltd did not arrive (The harbour site)"]


def test_fault_47_what_came_back_and_answered_nothing_is_told_once():
    office = an_office()
    office.we_write("The first page is ready.", MONDAY_9H, "<2@me.example>")
    deliver(office, MONDAY_10H, {**REPORT, "Message-ID": "<b@mx>"}, "Message-ID: <2@me.example>\n")

    for minutes in range(0, 60, 15):
        office.cycle(MONDAY_10H + timedelta(minutes=minutes))

    assert office.alerts() == ["Your mail to Harbour Ltd did not arrive (The harbour site)"]


def test_fault_47_a_report_about_somebody_elses_mail_is_not_kept():
    office = an_office()
    deliver(office, MONDAY_10H, {**REPORT, "Message-ID": "<b@mx>"}, "Message-ID: <private@me.example>\n")

    office.cycle(MONDAY_10H)

    assert office.store.entries("harbour") == []
    assert office.store.unassigned() == []


def test_fault_48_a_newsletter_of_the_client_gets_no_draft():
    office = an_office()
    deliver(
        office, MONDAY_9H, {"List-Id": "<news.harbour.example>", "List-Unsubscribe": "<mailto:off@harbour.example>"}
    )

    office.cycle(MONDAY_10H)
    office.cycle(TUESDAY_9H)

    assert (office.drafts(), office.alerts()) == ([], [])


def test_fault_49_a_forged_sender_gets_a_warning_and_no_draft():
    office = Office()
    office.terms = replace(
        office.terms, practice=replace(office.terms.practice, authserv_ids=(("work", "mx.me.example"),))
    )
    office.restart()
    office.cycle(SUNDAY)
    deliver(office, MONDAY_9H, {"Authentication-Results": "mx.me.example; dmarc=fail header.from=harbour.example"})

    office.cycle(MONDAY_10H)
    office.cycle(TUESDAY_9H)

    assert (office.drafts(), office.alerts()) == ([], ["A mail that may not be from Harbour Ltd (The harbour site)"])


def test_fault_50_a_draft_that_was_sent_under_another_id_is_known_by_what_it_answers():
    office = an_office()
    deliver(office, MONDAY_9H)
    office.cycle(MONDAY_10H)
    [place] = office.mailbox.places(Role.DRAFTS)
    office.mailbox.delete(place)
    office.we_write(ANSWER, MONDAY_10H + timedelta(minutes=5), "<new@me.example>", answers=COMPLAINT)

    office.cycle(MONDAY_10H + timedelta(minutes=20))

    drafts = [intent.state for intent in office.store.intents("harbour") if intent.kind is Kind.DRAFT]
    assert (drafts, office.drafts()) == ([State.SENT], [])


def test_fault_51_another_message_under_a_known_id_is_read_and_answered_by_itself():
    office = an_office()
    deliver(office, MONDAY_9H, text="Here are the photos.")
    deliver(office, MONDAY_10H)

    office.cycle(MONDAY_11H)
    office.restart(without_store=True)
    office.cycle(TUESDAY_9H)

    first, second = office.store.entries("harbour")
    assert (first.id, second.header.id_is_made_up, second.reading.new_text) == (COMPLAINT, True, LATE)
    assert office.drafts() == ["Re: The harbour"]


@pytest.mark.parametrize("end", ["", "\n-- \nThe harbour list, to leave it write to off@harbour.example\n"])
def test_fault_51_a_second_copy_changes_nothing(end: str):
    office = an_office()
    deliver(office, MONDAY_9H)
    office.cycle(MONDAY_10H)

    deliver(office, MONDAY_11H, text=LATE + end)
    office.cycle(MONDAY_11H)

    [entry] = office.store.entries("harbour")
    assert (entry.at, entry.header.place.uid) == (MONDAY_9H, 2)
    assert len(office.drafts()) == 1


def test_fault_51_a_message_without_an_id_is_known_by_its_header():
    office = an_office()
    deliver(office, MONDAY_9H, {"Message-ID": ""})
    office.cycle(MONDAY_10H)
    office.mailbox.renumber(Role.INBOX)

    office.cycle(MONDAY_11H)

    [entry] = office.store.entries("harbour")
    assert entry.header.id_is_made_up
    assert office.drafts() == ["Re: The harbour"]


@pytest.mark.parametrize(
    ("sender", "answered"),
    [
        ("Rik <rik@home.example>", True),
        ("Rik <rik+harbour@me.example>", True),
        ("Sam <sam@me.example>", True),
        ("Kim <kim@me.example>", False),
    ],
    ids=["by alias", "by plus-address", "by one who speaks for us", "by a colleague"],
)
def test_fault_52_who_of_us_may_answer(sender: str, answered: bool):
    speaks, silent = (
        Colleague(addresses=(f"{name}@me.example",), speaks_for_us=name == "sam") for name in ("sam", "kim")
    )
    office = an_office(colleagues=(speaks, silent))
    deliver(office, MONDAY_9H)
    copy = {"From": sender, "To": PIET, "Cc": US, "Message-ID": "<2@me.example>", "References": COMPLAINT}
    deliver(office, MONDAY_10H, copy, ANSWER)

    office.cycle(MONDAY_11H)

    assert office.drafts() == ([] if answered else ["Re: The harbour"])


def test_fault_52_an_answer_by_phone_is_marked():
    office = an_office()
    deliver(office, MONDAY_9H)
    office.cycle(MONDAY_10H)
    lay = office.drafts()

    office.store.mark(a_mark(MarkKind.ANSWERED, "harbour", MONDAY_11H))
    office.cycle(MONDAY_11H)
    office.cycle(TUESDAY_9H)

    assert (lay, office.drafts(), office.alerts()) == (["Re: The harbour"], [], [])


@pytest.mark.parametrize("date", ["Mon, 01 Jan 1990 00:00:00 +0000", "Fri, 31 Dec 2066 23:59:59 +0000", "yesterday"])
def test_fault_53_clocks_go_by_when_the_server_received_it(date: str):
    office = an_office()
    deliver(office, MONDAY_9H, {"Date": date})

    office.cycle(MONDAY_10H)
    before = office.alerts()
    office.cycle(TUESDAY_9H)

    [entry] = office.store.entries("harbour")
    assert (entry.at, before) == (MONDAY_9H, [])
    assert office.alerts() == ["Complaint from Harbour Ltd is waiting for an answer (The harbour site)"]
