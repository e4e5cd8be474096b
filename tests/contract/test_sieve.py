"""The first look at a header never lets anything go that a proper look would keep."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from builders import a_client, a_practice, a_project
from hypothesis import example, given
from hypothesis import strategies as st

from mailaide.adapters.imap import parse
from mailaide.core.mail import Place, Role
from mailaide.core.match import Directory

HARBOUR = a_client(key="harbour", addresses=("piet@harbour.example", "piet@home.example"))
GARDEN = a_client(key="garden", addresses=("anne@garden.example",), domains=("garden.example",))
SITE, PLANTS = a_project(key="site", client=HARBOUR), a_project(key="plants", client=GARDEN)
DIRECTORY = Directory(a_practice(SITE, PLANTS))
WITH_TAGS = Directory(a_practice(a_project(key="site", client=HARBOUR, tag="HS"), PLANTS))

PLACE = Place(account="work", folder="INBOX", uidvalidity=1, uid=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLAIN = b"From: Eve <eve@elsewhere.example>\r\nTo: rik@me.example\r\nSubject: Offer 20. Now!\r\n"
PLAIN += b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nMessage-ID: <7@elsewhere.example>\r\n\r\n"

SENDERS = st.sampled_from(
    [
        *(
            "piet@harbour.example",
            "PIET@Harbour.Example",
            '"Piet" <piet@home.example>',
            "=?utf-8?q?P?= <x@GARDEN.example>",
        ),
        *("eve@elsewhere.example", "Eve <eve@elsewhere.example>", '"a@b" <eve@elsewhere.example>', "eve", "", "<>"),
        *(
            "x@garden.example (Anne)",
            "x @ garden.example",
            "x@garden .example",
            "x@garden. example",
            "x@(a)garden.example",
        ),
        *(
            "x@\r\n garden.example",
            "x\t@garden.example",
            "x@garden.example.",
            "x@notgarden.example",
            "Müller <x@y.example>",
        ),
        *('"x@garden.example" <eve@elsewhere.example>', "list: x@garden.example;", "eve@e.example, x@garden.example"),
    ]
)
RECIPIENTS = st.sampled_from(
    ["rik@me.example", "rik+site@me.example", "Rik <rik+plants@me.example>", "piet@home.example"]
)
SUBJECTS = st.sampled_from(["Offer", "[HS] Offer", "=?utf-8?q?=5BHS=5D?= Offer", "3 + 4", "a+b@c", "In-Reply-To: you"])
ANSWERS = st.sampled_from(["", "References: <1@x>\r\n", "IN-REPLY-TO: <1@x>\r\n", "References :\r\n <1@x>\r\n"])


@given(
    sender=SENDERS,
    recipient=RECIPIENTS,
    subject=SUBJECTS,
    answers=ANSWERS,
    directory=st.sampled_from([DIRECTORY, WITH_TAGS]),
)
@example("x@garden\r.example", "rik@me.example", "", "", DIRECTORY)
def test_what_may_be_a_clients_passes(sender: str, recipient: str, subject: str, answers: str, directory: Directory):
    raw = f"From: {sender}\r\nTo: {recipient}\r\nSubject: {subject}\r\n{answers}Message-ID: <2@x>\r\n\r\n".encode()
    header = parse.header(raw, place=PLACE, role=Role.INBOX, received_at=NOON, flags=frozenset())

    kept = directory.concerns_client(header) or bool(header.references)

    assert directory.sieve(raw) or not kept


def test_a_strangers_plain_mail_is_seen_through():
    assert not DIRECTORY.sieve(PLAIN)
    assert not WITH_TAGS.sieve(PLAIN)


@pytest.mark.parametrize(
    "changed",
    [
        PLAIN.replace(b"eve@elsewhere", b"x@garden"),
        PLAIN.replace(b"rik@", b"rik+site@"),
        PLAIN.replace(b"\r\n\r\n", b"\r\nReferences: <1@x>\r\n\r\n"),
        PLAIN.replace(b"Eve <eve@elsewhere", b"Mail Delivery System <MAILER-DAEMON@mx.elsewhere"),
        PLAIN.replace(b"eve@elsewhere", b"postmaster@elsewhere"),
    ],
    ids=["a client's", "to a project", "an answer", "of a mail server", "of a postmaster"],
)
def test_each_reason_lets_a_message_pass(changed: bytes):
    assert DIRECTORY.sieve(changed)
