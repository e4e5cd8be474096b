"""What a glance makes of a header is what a proper look makes of it; what is odd in anything it leaves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from builders import a_client, a_practice, a_project
from hypothesis import example, given
from hypothesis import strategies as st

from mailaide.adapters.imap import parse
from mailaide.adapters.imap.glance import Glance
from mailaide.core.mail import Folder, Place, Role
from mailaide.core.matching.match import Directory
from mailaide.ports import Found
from mailaide.steps.sync import found_of

HARBOUR = a_client(key="harbour", addresses=("piet@harbour.example", "piet@home.example"))
GARDEN = a_client(key="garden", addresses=("anne@garden.example",), domains=("garden.example",))
OWN = a_client(key="own", addresses=("rik@home.example",))
SITE, PLANTS, HOUSE = a_project(key="site", client=HARBOUR), a_project(key="plants", client=GARDEN), "house"
DIRECTORY = Directory(a_practice(SITE, PLANTS, a_project(key=HOUSE, client=OWN)))
WITH_TAGS = Directory(a_practice(a_project(key="site", client=HARBOUR, tag="HS"), PLANTS))

INBOX = Folder(name="INBOX", role=Role.INBOX, uidvalidity=1, uidnext=8)
PLACE = Place(account="work", folder="INBOX", uidvalidity=1, uid=7)
NOON, DATE = datetime(2026, 3, 2, 12, tzinfo=UTC), b"02-Mar-2026 13:00:00 +0100"
CLIENTS = (
    b'From: "Anne" <anne@garden.example>\r\nTo: Rik <rik@me.example>\r\nSubject: Plants\r\n'
    b"Date: Mon, 2 Mar 2026 12:00:00 +0000\r\nReferences: <1@x>\r\n <2@x>\r\nMessage-ID: <3@x>\r\n\r\n"
)
STRANGERS = CLIENTS.replace(b"anne@garden", b"eve@elsewhere").replace(b"References: <1@x>\r\n <2@x>\r\n", b"")

ADDRESSES = st.sampled_from(
    [
        *("piet@harbour.example", "PIET@Harbour.Example", '"Piet" <piet@home.example>', "anne@garden.example", ""),
        *("rik@me.example", "Rik <rik@me.example>", "rik+site@me.example", "Rik <rik+news@me.example>", "<>", "eve"),
        *("rik@home.example", "rik+house@home.example", "eve@elsewhere.example", "Eve <eve@elsewhere.example>"),
        *('"a@b" <eve@elsewhere.example>', '"x@garden.example" <eve@e.example>', "eve@e.example, x@garden.example"),
        *("x@garden.example, eve@e.example", "eve@e.example (x@garden.example)", "x@garden.example (Anne)"),
        *(
            "x @ garden.example",
            "x@garden .example",
            "x@(a)garden.example",
            "x\t@garden.example",
            "x@notgarden.example",
        ),
        *(
            "x@\r\n garden.example",
            "eve@e.example,\r\n anne@garden.example",
            "anne@garden.example\r",
            "x@garden\r.example",
        ),
        *("list: x@garden.example;", "=?utf-8?q?Ann=C3=A9?= <anne@garden.example>", "Müller <x@garden.example>"),
        *("x@\r\r\n garden.example", "x@\n garden.example", "MAILER-DAEMON@mx.example", "postmaster@a+b.example"),
        *("Müller <x@y.example>", ("a" * 300) + "@garden.example"),
    ]
)
NAMES = st.sampled_from(["From", "from", "To", "TO", "Cc", "cc", "To ", "From\t", "X-To", "\tTo"])
SUBJECTS = st.sampled_from(
    ["Offer", "[HS] Offer", "=?utf-8?q?=5BHS=5D?= Offer", "3 + 4", "In-Reply-To: <9@x>", "x\r\n [HS]"]
)
ANSWERS = st.sampled_from(
    ["References: <1@x>", "IN-REPLY-TO: <1@x>", "References :\r\n <1@x>", "References: none", "In-Reply-To: <2@x>"]
)
IDS = st.sampled_from(["<2@x>", " <2@x>", "  <2@x>", " <2@x> <3@x>", " 2@x", " <2 @x>", "\r\n <2@x>", ' "<4@x>" <2@x>'])
LINES = st.one_of(
    st.builds(lambda name, value: f"{name}: {value}", NAMES, ADDRESSES),
    st.builds(lambda value: f"Subject: {value}", SUBJECTS),
    st.builds(lambda value: f"Message-ID:{value}", IDS),
    ANSWERS,
    st.sampled_from(["Date: Mon, 2 Mar 2026 12:00:00 +0000", "no field at all", ""]),
)


def at_a_glance(raw: bytes, directory: Directory = DIRECTORY, date: bytes = DATE) -> str | None:
    """Under which id it is noted, "nobody's", or nothing when it is to be looked at properly."""
    glance = Glance(directory.sieve, "work", INBOX)
    done = glance(PLACE.uid, date, raw)
    taken = glance.taken()
    assert taken in [[], [Found(PLACE, Role.INBOX, NOON, one.message_id) for one in taken]]
    assert done or not taken
    return taken[0].message_id if taken else "nobody's" if done else None


def looked_at(raw: bytes, directory: Directory) -> str:
    header = parse.header(raw, place=PLACE, role=Role.INBOX, received_at=NOON, flags=frozenset())
    found = found_of(header, directory)
    return "nobody's" if found is None else found.message_id


@given(
    lines=st.lists(LINES, max_size=8),
    ends=st.sampled_from(["\r\n", "\r\n", "\n"]),
    last=st.sampled_from(["\r\n", "\r\n", "", "\n"]),
    directory=st.sampled_from([DIRECTORY, WITH_TAGS]),
)
@example(["References: <2@x>", "Message-ID: <2@x>"], "\r\n", "\r\n", DIRECTORY)
def test_what_a_glance_says_a_proper_look_says(lines: list[str], ends: str, last: str, directory: Directory):
    raw = ("".join(line + ends for line in lines) + last).encode()

    said, truth = at_a_glance(raw, directory), looked_at(raw, directory)

    # Whether an answer is to another message than itself is seen when that is looked at again.
    answers = b"references" in raw.lower() or b"in-reply-to" in raw.lower()
    assert said in {None, truth} or (answers and (said, truth) == ("", "nobody's"))


@pytest.mark.parametrize(
    "raw",
    [
        CLIENTS,
        CLIENTS.replace(b'"Anne" <anne@garden.example>', b"=?utf-8?q?Ann=C3=A9?= <piet@home.example>"),
        CLIENTS.replace(b"anne@garden", b"eve@elsewhere").replace(b"rik@me", b"x@garden"),
        CLIENTS.replace(b"Message-ID", b"message-id"),
        CLIENTS.replace(b"Message-ID:", b"Message-ID:\r\n"),
        CLIENTS.replace(b"To: Rik", "To: Müller <eve@e.example>,\r\n Rik".encode()),
        CLIENTS.replace(b"Subject: Plants", b"Subject: [HS] Plants\r\n and more"),
    ],
    ids=["from a client", "in encoded words", "to a client", "in small letters", "a folded id", "folded", "with a tag"],
)
def test_the_usual_mail_of_a_client_is_known_at_a_glance(raw: bytes):
    assert at_a_glance(raw, WITH_TAGS) == "<3@x>"


def test_a_strangers_mail_is_nobodys_and_an_answer_is_noted_without_its_id():
    assert at_a_glance(STRANGERS, WITH_TAGS) == "nobody's"
    assert at_a_glance(STRANGERS.replace(b"eve@elsewhere", b"rik@me")) == "nobody's"
    assert at_a_glance(STRANGERS.replace(b"rik@me", b"rik+news@me")) == "nobody's"
    assert at_a_glance(CLIENTS.replace(b"anne@garden", b"eve@elsewhere")) == ""


@pytest.mark.parametrize(
    "raw",
    [
        STRANGERS.replace(b"rik@", b"rik+site@"),
        STRANGERS.replace(b"eve@elsewhere", b"MAILER-DAEMON@mx.elsewhere"),
        STRANGERS.replace(b"eve@elsewhere", b"postmaster@elsewhere"),
        STRANGERS.replace(b"Plants", b"[HS] Plants"),
        STRANGERS.replace(b"Plants", b"=?utf-8?q?=5BHS=5D?="),
        CLIENTS.replace(b"anne@garden", b"rik@me"),
        CLIENTS.replace(b"\r\nTo", b"\r\nFrom: Eve <eve@e.example>\r\nTo"),
        CLIENTS.replace(b"\r\nTo", b"\r\n\r\nTo"),
        CLIENTS.replace(b"Message-ID: <3@x>\r\n", b""),
        CLIENTS[:-2],
    ],
    ids=[
        *("to a project", "of a mail server", "of a postmaster", "a tag", "a hidden tag", "a note of our own"),
        *("two senders", "a blank line before its end", "without an id", "cut off"),
    ],
)
def test_what_is_doubtful_is_looked_at_properly(raw: bytes):
    assert at_a_glance(raw, WITH_TAGS) is None


def test_a_date_that_is_none_is_left_to_the_general_parser():
    assert at_a_glance(CLIENTS, date=b"yesterday") is None
