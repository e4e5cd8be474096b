"""What a glance says of a header is what a proper look says; most of the time it says nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from builders import a_client, a_practice, a_project
from hypothesis import given
from hypothesis import strategies as st

from mailaide.adapters.imap import parse
from mailaide.adapters.imap.glance import Glance
from mailaide.core.mail import Place, Role
from mailaide.core.match import Directory

GARDEN = a_client(key="garden", addresses=("anne@garden.example", "piet@home.example"), domains=("garden.example",))
DIRECTORY = Directory(a_practice(a_project(key="plants", client=GARDEN)))
GLANCE = Glance(DIRECTORY.sieve.of_client)

PLACE = Place(account="work", folder="INBOX", uidvalidity=1, uid=1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
USUAL = (
    b'From: "Anne" <anne@garden.example>\r\nTo: Rik <rik@me.example>\r\nSubject: Plants\r\n'
    b"References: <1@x>\r\n <2@x>\r\nMessage-ID: <3@x>\r\n\r\n"
)

ADDRESSES = st.sampled_from(
    [
        *("anne@garden.example", "ANNE@Garden.example", '"Anne" <x@garden.example>', "piet@home.example", ""),
        *("rik@me.example", "Rik <rik@me.example>", "eve@e.example", '"x@garden.example" <eve@e.example>', "<>"),
        *(
            "eve@e.example, anne@garden.example",
            "anne@garden.example, eve@e.example",
            "eve@e.example (x@garden.example)",
        ),
        *("list: anne@garden.example;", "=?utf-8?q?Ann=C3=A9?= <anne@garden.example>", "Müller <x@garden.example>"),
        *("eve@e.example,\r\n anne@garden.example", "x@\r\n garden.example", "anne@garden.example\r"),
    ]
)
NAMES = st.sampled_from(
    ["From", "from", "To", "TO", "Cc", "cc", "To ", "From\t", "X-To", "Subject", "Message-ID", "\tTo"]
)
IDS = st.sampled_from(["<2@x>", " <2@x>", "  <2@x>", " <2@x> <3@x>", " 2@x", " <2 @x>", "\r\n <2@x>", ' "<4@x>" <2@x>'])
LINES = st.one_of(
    st.builds(lambda name, value: f"{name}: {value}", NAMES, ADDRESSES),
    st.builds(lambda value: f"Message-ID:{value}", IDS),
    st.sampled_from(["References: <1@x>", "Subject: Plants", "no field at all", ""]),
)


@given(
    lines=st.lists(LINES, max_size=8), ends=st.sampled_from(["\r\n", "\n"]), last=st.sampled_from(["\r\n", "", "\n"])
)
def test_what_a_glance_says_a_proper_look_says(lines: list[str], ends: str, last: str):
    raw = ("".join(line + ends for line in lines) + last).encode()
    header = parse.header(raw, place=PLACE, role=Role.INBOX, received_at=NOON, flags=frozenset())
    certain = DIRECTORY.concerns_client(header) and not DIRECTORY.is_note(header)

    assert GLANCE(raw) in {"", header.message_id if certain else ""}


@pytest.mark.parametrize(
    "raw",
    [
        USUAL,
        USUAL.replace(b'"Anne" <anne@garden.example>', b"=?utf-8?q?Ann=C3=A9?= <piet@home.example>"),
        USUAL.replace(b"anne@garden", b"eve@elsewhere").replace(b"rik@me", b"x@garden"),
        USUAL.replace(b"Message-ID", b"message-id"),
    ],
    ids=["from a client", "with a name in encoded words", "to a client", "in small letters"],
)
def test_the_usual_mail_of_a_client_is_known_at_a_glance(raw: bytes):
    assert GLANCE(raw) == "<3@x>"


def test_a_strangers_mail_and_our_own_notes_are_not():
    assert GLANCE(USUAL.replace(b"garden", b"elsewhere")) == ""
    assert GLANCE(USUAL.replace(b"anne@garden.example", b"rik@me.example")) == ""
