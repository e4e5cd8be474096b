"""A letter becomes bytes that every mail client leaves whole, and that no value can break."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from builders import PIET, a_header, a_person
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.core.compose import (
    REFERENCES_LIMIT,
    alert_bytes,
    clean,
    draft_bytes,
    message_id,
    reply_references,
    reply_subject,
)
from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Address, Header
from mailaide.core.project import Form
from mailaide.errors import LetterError

IDENTIFIER = "<ours@me.example>"
ANCHOR = "<anchor@me.example>"
DATE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ASKED = a_header(subject="The harbour", references=("<root@harbour.example>",))
DRAFT_FIELDS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
]
HOSTILE = {
    "half an encoded word": '=?utf-8?q?a "?=é',
    "half a word and a reader": '=?utf-8?q?a "?=, eve@evil.example, é',
    "CRLF": "a\r\nBcc: eve@evil.example",
    "LF": "a\nBcc: eve@evil.example",
    "CR": "a\rBcc: eve@evil.example",
    "NUL": "a\x00b",
    "NEL": "a\x85Bcc: eve@evil.example",
    "line separator": "a\u2028Bcc: eve@evil.example",
    "paragraph separator": "a\u2029Bcc: eve@evil.example",
    "form feed": "a\x0cBcc: eve@evil.example",
    "encoded newline": "=?utf-8?q?a=0ABcc:_eve@evil.example?=",
    "encoded CRLF in base64": "=?utf-8?b?YQ0KQmNjOiBldmVAZXZpbC5leGFtcGxl?=",
    "encoded newline inside a word": "x=?iso-8859-1?Q?=0D=0ABcc:_eve@evil.example?=y",
    "encoded in two": "=?utf-8?q?a=0A?= =?utf-8?q?Bcc:_eve@evil.example?=",
    "right to left": "\u202egro.live\u202c",
}


def draft(subject: str = "Hello", text: str = "Dear Piet,\n", person: str = "Rik", **letter: Any) -> bytes:
    made = Letter(**{"language": "en", "form": Form.FORMAL, "to": PIET, "greeting": "Piet", "parts": (), **letter})
    rendered = Rendered(subject=subject, text=text)
    return draft_bytes(made, rendered, a_person(name=person), identifier=IDENTIFIER, anchor=ANCHOR, date=DATE)


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_a_reply_byte_for_byte():
    assert draft(answers=ASKED, text="Dear Piet,\n\nIt is done.\n") == (
        b"From: Rik <rik@me.example>\r\n"
        b"To: Piet <piet@harbour.example>\r\n"
        b"Subject: Re: The harbour\r\n"
        b"Date: Mon, 02 Mar 2026 08:00:00 +0000\r\n"
        b"Message-ID: <ours@me.example>\r\n"
        b"In-Reply-To: <first@harbour.example>\r\n"
        b"References: <root@harbour.example> <first@harbour.example>\r\n"
        b'Content-Type: text/plain; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"MIME-Version: 1.0\r\n"
        b"\r\n"
        b"Dear Piet,\r\n"
        b"\r\n"
        b"It is done.\r\n"
    )


def test_the_same_values_give_the_same_bytes():
    assert draft(answers=ASKED) == draft(answers=ASKED)


def test_a_new_conversation_hangs_on_an_anchor_of_ours():
    message = parsed(draft(subject="How it stands"))

    assert (message["Subject"], message["In-Reply-To"], message["References"]) == ("How it stands", ANCHOR, ANCHOR)


def test_nothing_tells_the_client_that_a_tool_wrote_it():
    assert parsed(draft(answers=ASKED)).keys() == DRAFT_FIELDS
    assert not re.search(rb"(?im)^(x-|user-agent|mailer|auto-submitted)|mailaide", draft(answers=ASKED))


def test_an_alert_says_that_a_machine_wrote_it():
    rendered = Rendered(subject="Piet waits", text="Since Monday.\n")
    message = parsed(alert_bytes(rendered, a_person(), identifier=IDENTIFIER, references=(), date=DATE))

    assert (message["From"], message["To"]) == ("Rik <rik@me.example>", "Rik <rik@me.example>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert (message["In-Reply-To"], message["References"]) == (None, None)


def test_an_alert_lies_in_the_thread_that_it_is_about():
    rendered = Rendered(subject="Piet waits", text="Since Monday.\n")
    references = reply_references(ASKED)
    message = parsed(alert_bytes(rendered, a_person(), identifier=IDENTIFIER, references=references, date=DATE))

    assert message["In-Reply-To"] == ASKED.message_id
    assert message["References"] == f"<root@harbour.example> {ASKED.message_id}"


def test_one_plain_part_with_one_kind_of_line_ends():
    raw = draft(text="één\r\ntwee\rdrie\n\x00vier — € 5,-\n" + "lang " * 300 + "\n")
    message = parsed(raw)

    assert (message.get_content_type(), message.is_multipart(), message.get_charsets()) == (
        "text/plain",
        False,
        ["utf-8"],
    )
    assert message.get_content().splitlines() == ["één", "twee", "drie", "vier — € 5,-", "lang " * 300]
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 76


@pytest.mark.parametrize(
    "name", ["Zoë de Wít", "山田 太郎", 'Piet "the Boat" Haven', "Haven, Piet", "Piet (Ltd.)", "", "😀"]
)
def test_names_survive(name: str):
    message = parsed(draft(to=Address(email=PIET.email, name=name), person=name))

    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [(name, PIET.email)]
    assert [(one.display_name, one.addr_spec) for one in message["From"].addresses] == [(name, "rik@me.example")]


@pytest.mark.parametrize("subject", ["één " * 60, "ü" * 200, "漢字" * 90, "a " * 60 + "é", "😀" * 50, "é"])
def test_a_long_subject_keeps_to_the_limits_of_encoded_words(subject: str):
    field = re.search(rb"Subject: (.*?)\r\n(?! )", draft(subject=subject), re.DOTALL)

    assert field
    assert parsed(draft(subject=subject))["Subject"] == subject.strip()
    assert max(len(line) for line in field[0].splitlines()) <= 76
    assert all(len(word) <= 75 for word in re.findall(rb"=\?\S+\?=", field[0]))


@pytest.mark.parametrize("subject", ["plain words " * 30, "a" * 300])
def test_a_plain_subject_stays_as_it_is(subject: str):
    assert b"\r\nSubject: " + subject.strip().encode() + b"\r\n" in draft(subject=subject)


def test_a_domain_of_other_letters_is_written_as_dns_has_it():
    assert parsed(draft(to=Address(email="info@bücher.example")))["To"] == "info@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "email", ["", "piet", "@harbour.example", "a@b@harbour.example", "p i@harbour.example", "zoë@harbour.example",
              "<piet@harbour.example>", "piet@", "piet@harbour.example\r\nBcc: eve@evil.example", "piet@\ud800.example"]
)  # fmt: skip
def test_an_address_that_is_none_gets_no_draft(email: str):
    with pytest.raises(LetterError, match=r"Nothing was drafted\.$"):
        draft(to=Address(email=email))


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", ["subject", "the client's subject", "name", "our name"])
def test_a_value_never_adds_a_header(where: str, value: str):
    match where:
        case "subject":
            raw = draft(subject=value)
        case "the client's subject":
            raw = draft(answers=a_header(subject=value))
        case "name":
            raw = draft(to=Address(email=PIET.email, name=value))
        case _:
            raw = draft(person=value)

    message = parsed(raw)
    assert message.keys() == DRAFT_FIELDS
    assert [one.addr_spec for one in message["To"].addresses] == [PIET.email]
    assert not re.search(
        r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", message["Subject"] + message["To"] + message["From"]
    )


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_an_id_of_the_clients_never_adds_a_header(value: str):
    answers = a_header(message_id=f"<{value}@harbour.example>", references=(f"<{value}>",))
    try:
        raw = draft(answers=answers)
    except LetterError:
        return

    assert parsed(raw).keys() == DRAFT_FIELDS


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.text(max_size=80), st.text(max_size=80), st.booleans())
def test_no_text_at_all_adds_a_header(subject: str, name: str, own_name: str, reply: bool):
    answers: Header | None = a_header(subject=subject) if reply else None
    try:
        raw = draft(subject=subject, to=Address(email=PIET.email, name=name), person=own_name, answers=answers)
    except LetterError:
        return
    message = parsed(raw)

    assert message.keys() == DRAFT_FIELDS
    assert [one.addr_spec for one in message["To"].addresses] == [PIET.email]
    assert [one.addr_spec for one in message["From"].addresses] == ["rik@me.example"]
    assert message["Subject"] == (reply_subject(subject) if reply else clean(subject))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="=?utf-8qb_ABcc:0AD\r\n\x85\u2028é", max_size=60))
def test_no_trick_with_encoded_words_adds_a_header(subject: str):
    try:
        raw = draft(subject=subject)
    except LetterError:
        return

    assert parsed(raw).keys() == DRAFT_FIELDS


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_arrives(text: str):
    try:
        raw = draft(text=text)
    except LetterError:
        return
    lines = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")

    assert parsed(raw).get_content().replace("\r\n", "\n").rstrip("\n") == lines


def test_long_message_ids_stay_whole():
    outlook = (
        "<" + "AM0PR04MB1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3 + "@AM0PR04MB1234.eurprd04.prod.outlook.example>"
    )
    raw = draft(answers=a_header(message_id=outlook, references=(f"<root{outlook[1:]}",)))

    assert f"\r\nIn-Reply-To: {outlook}\r\nReferences: <root{outlook[1:]} {outlook}\r\n".encode() in raw


@pytest.mark.parametrize(
    ("references", "chain"),
    [
        ((), ("<asked@x>",)),
        (("<a@x>", "<b@x>"), ("<a@x>", "<b@x>", "<asked@x>")),
        (("<a@x>", "<b@x>", "<a@x>"), ("<a@x>", "<b@x>", "<asked@x>")),
    ],
)
def test_the_chain_of_references_is_oldest_first_and_ends_with_the_answered_message(
    references: tuple[str, ...], chain: tuple[str, ...]
):
    assert reply_references(a_header(message_id="<asked@x>", references=references)) == chain


def test_too_long_a_chain_keeps_the_first_and_the_latest():
    references = tuple(f"<{number:04}{'x' * 60}@x>" for number in range(50))
    chain = reply_references(a_header(message_id="<asked@x>", references=references))

    assert chain == (references[0], *references[51 - len(chain) + 1 :], "<asked@x>")
    assert len(" ".join(chain)) <= REFERENCES_LIMIT < len(" ".join((*chain, references[1])))


@pytest.mark.parametrize(
    ("subject", "reply"),
    [
        ("The harbour", "Re: The harbour"),
        ("Re: The harbour", "Re: The harbour"),
        ("Antw: The harbour", "Antw: The harbour"),
        ("RE[2]: The harbour", "RE[2]: The harbour"),
        ("Regarding the harbour", "Re: Regarding the harbour"),
        ("Fwd: The harbour", "Re: Fwd: The harbour"),
        ("  The\t harbour ", "Re: The harbour"),
        ("", "Re:"),
    ],
)
def test_an_answer_has_one_mark_in_front(subject: str, reply: str):
    assert reply_subject(subject) == reply


def test_the_same_purpose_has_the_same_opaque_id():
    rik = a_person()

    ours = message_id(b"secret", rik, "work", "complaints/harbour/<a@x>", "0")

    assert ours == message_id(b"secret", rik, "work", "complaints/harbour/<a@x>", "0")
    assert re.fullmatch(r"<[0-9a-f]{32}@me\.example>", ours)
    assert len({
        ours,
        message_id(b"other", rik, "work", "complaints/harbour/<a@x>", "0"),
        message_id(b"secret", rik, "work", "complaints/harbour/<a@x>", "1"),
        message_id(b"secret", rik, "workcomplaints/harbour/<a@x>", "0"),
        message_id(b"secret", rik, "work", "complaints/harbour/<a@x>0"),
    }) == 5  # fmt: skip


@pytest.mark.parametrize("trick", HOSTILE)
def test_who_reads_along_stands_in_cc_and_nowhere_else(trick: str):
    ann, ben = Address(email="ann@harbour.example", name=HOSTILE[trick]), Address(email="ben@harbour.example")
    message = parsed(draft(cc=(ann, ben), answers=ASKED))

    assert [one.addr_spec for one in message["Cc"].addresses] == [ann.email, ben.email]
    assert sorted(message.keys()) == sorted([*DRAFT_FIELDS, "Cc"])
