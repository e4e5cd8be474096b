"""What every Mailbox does, on the twin in memory and on Dovecot; and what of it only a real one can show."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from contract.mailbox_benches import MONDAY, Bench, DovecotBench, folder, headers, mail, messages, text
from system.dovecot import Dovecot

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account
from mailaide.core.mail import Address, Place, Role
from mailaide.errors import (
    MailboxUnreachable,
)

DAY = timedelta(days=1)
SECRET_TEXT = "the-canary-sings"


REPORT = b"""\
From: Mail Delivery System <MAILER-DAEMON@mx.me.example>
To: anna@me.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <report@mx.me.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.me.example

Final-Recipient: rfc822; bob@client.example
Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

From: anna@me.example
To: bob@client.example
Message-Id:
 <sent@me.example>
Subject: Plan

Here it is. It quotes another one:
Message-ID: <quoted@client.example>
--b--
"""
"""As RFC 3464 has it, with no References of its own."""


def test_the_folders_are_told_once_for_each_role(bench: Bench):
    """A role without a folder, here the archive, is left out."""
    assert {folder.role for folder in bench.mailbox.folders()} == {Role.INBOX, Role.DRAFTS, Role.SENT, Role.TRASH}


def test_a_folder_knows_the_next_uid(bench: Bench):
    before = folder(bench, Role.INBOX)

    bench.deliver(Role.INBOX, mail(), mail())

    assert folder(bench, Role.INBOX).uidnext == before.uidnext + 2


def test_a_folder_tells_that_a_message_is_gone(bench: Bench):
    bench.deliver(Role.INBOX, mail("<1@x>"), mail("<2@x>"))
    before = folder(bench, Role.INBOX)
    bench.remove(headers(bench, Role.INBOX)[0].place)

    after = folder(bench, Role.INBOX)

    assert (before.messages, after.messages) == (2, 1)
    assert after.uidnext == before.uidnext


def test_a_header_says_who_wrote_what_when(bench: Bench):
    bench.deliver(Role.INBOX, mail("<7@x>", more="In-Reply-To: <6@x>\nReferences: <5@x>\nPrecedence: list\n"))

    [header] = headers(bench, Role.INBOX)

    assert (header.message_id, header.references) == ("<7@x>", ("<5@x>", "<6@x>"))
    assert header.sender == Address(email="bob@client.example", name="Bob")
    assert header.to == (Address(email="anna@me.example"),)
    assert (header.subject, header.received_at, header.role) == ("Plan", MONDAY, Role.INBOX)
    assert header.marks == ()


def test_a_message_comes_with_its_whole_header(bench: Bench):
    bench.deliver(Role.INBOX, mail("<7@x>", more="Reply-To: c@client.example\nPrecedence: list\n"))
    [header] = headers(bench, Role.INBOX)

    [message] = messages(bench, Role.INBOX)

    whole = replace(header, marks=(("precedence", "list"),), reply_to=(Address(email="c@client.example"),))
    assert message.header == whole


def test_single_messages_can_be_asked_for_their_headers(bench: Bench):
    bench.deliver(Role.INBOX, *(mail(f"<{number}@x>") for number in range(1, 5)))
    first = headers(bench, Role.INBOX)[0].place.uid

    found = bench.mailbox.headers_at(folder(bench, Role.INBOX), [first + 2, first, first + 90])

    assert [header.message_id for header in found] == ["<1@x>", "<3@x>"]
    assert bench.mailbox.headers_at(folder(bench, Role.INBOX), []) == []


def test_headers_come_in_windows_oldest_first(bench: Bench):
    bench.deliver(Role.INBOX, *(mail(f"<{number}@x>") for number in range(1, 36)))

    windows = list(bench.mailbox.headers(folder(bench, Role.INBOX), 1))

    assert [len(window.headers) for window in windows] == [20, 15]
    assert [header.message_id for window in windows for header in window.headers] == [
        f"<{number}@x>" for number in range(1, 36)
    ]
    assert windows[0].uidnext == windows[1].headers[0].place.uid
    assert windows[1].uidnext == folder(bench, Role.INBOX).uidnext


def test_headers_start_at_the_first_uid(bench: Bench):
    bench.deliver(Role.INBOX, mail("<1@x>"))
    first = folder(bench, Role.INBOX).uidnext
    bench.deliver(Role.INBOX, mail("<2@x>"), mail("<3@x>"))

    assert [header.message_id for header in headers(bench, Role.INBOX, first)] == ["<2@x>", "<3@x>"]
    assert headers(bench, Role.INBOX, first + 2) == []


def test_headers_leave_out_what_was_received_before_since(bench: Bench):
    bench.deliver(Role.INBOX, mail("<1@x>"), when=MONDAY - DAY)
    bench.deliver(Role.INBOX, mail("<2@x>"), when=MONDAY)

    assert [header.message_id for header in headers(bench, Role.INBOX, since=MONDAY)] == ["<2@x>"]


def test_what_lies_before_since_is_passed_over_in_a_large_folder_too(bench: Bench):
    bench.deliver(Role.INBOX, *(mail(f"<{number}@x>") for number in range(1, 42)), when=MONDAY - DAY)
    bench.deliver(Role.INBOX, *(mail(f"<{number}@x>") for number in range(42, 52)))

    windows = list(bench.mailbox.headers(folder(bench, Role.INBOX), 1, since=MONDAY))

    fresh = [header.message_id for window in windows for header in window.headers]
    assert fresh == [f"<{number}@x>" for number in range(42, 52)]
    assert windows[-1].uidnext == folder(bench, Role.INBOX).uidnext


def test_a_message_that_came_after_the_folder_was_told_is_left_for_the_next_time(bench: Bench):
    """Else a bookmark at the folder's uidnext would be behind what was filed."""
    bench.deliver(Role.INBOX, mail("<1@x>"))
    before = folder(bench, Role.INBOX)
    bench.deliver(Role.INBOX, mail("<2@x>"))

    [window] = bench.mailbox.headers(before, 1)

    assert [header.message_id for header in window.headers] == ["<1@x>"]
    assert window.uidnext == before.uidnext


def test_messages_with_a_keyword_for_us_are_told(bench: Bench):
    for number, flags in enumerate(([], ["mailaide/shop"], ["$Label1", "MailAide_Shop"], ["mail"], ["\\Flagged"])):
        bench.deliver(Role.INBOX, mail(f"<{number}@client.example>"), flags=flags)
    bench.deliver(Role.TRASH, mail("<5@client.example>"), flags=["mailaide/shop"])

    found = bench.mailbox.keyworded([folder(bench, Role.INBOX), folder(bench, Role.SENT)])

    assert [(header.message_id, header.place.uid) for header in found] == [
        ("<1@client.example>", 2),
        ("<2@client.example>", 3),
    ]


@pytest.mark.parametrize("more", ["", "References: <known@me.example>\n"])
def test_a_report_of_failed_delivery_answers_what_it_gives_back(bench: Bench, more: str):
    bench.deliver(Role.INBOX, REPORT.replace(b"\n\n", f"\n{more}\n".encode(), 1).replace(b"\n", b"\r\n"))
    inbox = folder(bench, Role.INBOX)

    [message] = bench.mailbox.messages(inbox, [1])

    assert message.header.references == (("<known@me.example>",) if more else ("<sent@me.example>",))


def test_messages_may_be_read_between_two_windows(bench: Bench):
    bench.deliver(Role.INBOX, *(mail(f"<{number}@x>") for number in range(1, 24)))
    inbox, drafts = folder(bench, Role.INBOX), folder(bench, Role.DRAFTS)
    seen = []

    for window in bench.mailbox.headers(inbox, 1):
        uids = [header.place.uid for header in window.headers[:16]]
        seen += [message.header.message_id for message in bench.mailbox.messages(inbox, uids)]
        assert list(bench.mailbox.headers(drafts, 1)) == []

    assert len(seen) == 19


def test_fault_32_a_full_read_changes_no_flag(bench: Bench):
    bench.deliver(Role.INBOX, mail("<1@x>"))
    bench.deliver(Role.INBOX, mail("<2@x>"), flags=["\\Flagged", "\\Seen"])
    before = bench.flags(Role.INBOX)

    headers(bench, Role.INBOX)
    messages(bench, Role.INBOX)
    bench.mailbox.close()

    assert bench.flags(Role.INBOX) == before
    assert [flags for _, flags in sorted(before.items())] == [frozenset(), frozenset({"\\Flagged", "\\Seen"})]


def test_fault_35_a_message_that_vanished_is_left_out(bench: Bench):
    bench.deliver(Role.INBOX, mail("<1@x>"), mail("<2@x>"))
    found = headers(bench, Role.INBOX)
    bench.remove(found[0].place)

    read = bench.mailbox.messages(folder(bench, Role.INBOX), [header.place.uid for header in found])

    assert [message.header.message_id for message in read] == ["<2@x>"]


def test_a_folder_that_was_replaced_is_not_read(bench: Bench):
    inbox = folder(bench, Role.INBOX)
    other = type(inbox)(name=inbox.name, role=inbox.role, uidvalidity=inbox.uidvalidity + 9, uidnext=50)

    with pytest.raises(MailboxUnreachable):
        list(bench.mailbox.headers(other, 1))


def test_the_mailbox_opens_again_after_close(bench: Bench):
    bench.mailbox.close()
    bench.mailbox.close()

    assert folder(bench, Role.INBOX).name == "INBOX"


def test_a_plain_part_is_preferred_to_html(bench: Bench):
    head = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n"
    parts = "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<b>html</b>\n--b--"

    assert text(bench, mail(more=head, body=parts)) == "plain"


def test_html_becomes_text(bench: Bench):
    head = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    html = "<style>p {x}</style><p>Caf&eacute;</p><p>is late</p>"

    assert text(bench, mail(more=head, body=html)).split() == ["Café", "is", "late"]


def test_an_attached_text_is_not_the_message(bench: Bench):
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
    attached = "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nnotes\n--b--"

    assert text(bench, mail(more=head, body="--b\nContent-Type: text/plain\n\nbody\n" + attached)) == "body"


@pytest.mark.parametrize(
    ("charset", "raw", "expected"),
    [
        ("utf-8", "é".encode(), "é"),
        ("x-unknown", "é".encode(), "é"),
        ("x-unknown", b"\xe9", "é"),
        ("utf-8", b"\xe9 caf\xe9 au lait", "é café au lait"),
        ("hex", b"abc", "abc"),
        ("us-ascii", "é".encode(), "é"),
        ("gb2312", "图片".encode("gb2312") + b"\xcd", "图片�"),
    ],
)
def test_a_wrong_charset_still_gives_text(bench: Bench, charset: str, raw: bytes, expected: str):
    head = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n"

    assert text(bench, mail(more=head, body=base64.b64encode(raw).decode())) == expected


def test_text_longer_than_64_kb_is_cut(bench: Bench):
    head = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
    body = base64.encodebytes(("é" * 100_000).encode()).decode()

    read = text(bench, mail(more=head, body=body))

    assert set(read) == {"é"}
    assert 20_000 < len(read) < 30_000


def test_an_encoded_subject_cannot_bring_a_line_break(bench: Bench):
    encoded = base64.b64encode("Hé\r\nBcc: evil@x\u2028!".encode()).decode()
    bench.deliver(Role.INBOX, mail().replace(b"Subject: Plan", b"Subject: =?utf-8?b?" + encoded.encode() + b"?="))

    assert [header.subject for header in headers(bench, Role.INBOX)] == ["Hé Bcc: evil@x !"]


@pytest.mark.dovecot
def test_a_long_header_leaves_room_for_the_text(dovecot: Dovecot):
    """And the messages beside it are read as ever."""
    bench = DovecotBench(dovecot)
    filler = "".join(f"X-Filler-{number}: {'x' * 60}\n" for number in range(1_500))
    bench.deliver(Role.INBOX, mail("<1@x>"), mail("<2@x>", more=filler, body="y" * 200_000), mail("<3@x>"))

    found = messages(bench, Role.INBOX)
    bench.mailbox.close()

    assert [message.header.message_id for message in found] == ["<1@x>", "<2@x>", "<3@x>"]
    assert found[0].text.strip() == found[2].text.strip() == "Hello."
    assert len(found[1].text) > 60_000


def test_fault_35_a_message_that_vanished_is_logged_once(caplog: pytest.LogCaptureFixture):
    mailbox = ImapMailbox(Account(name="anna", host="localhost", user="anna"), str)
    place = Place(account="anna", folder="INBOX", uidvalidity=1, uid=2)

    for _ in range(2):
        mailbox._leave_out(place, "it is odd")

    assert len(caplog.records) == 1
