"""What a sender may write into a mail: nothing stops the reader, holds it up, or gets past a line."""

from __future__ import annotations

import time
import tracemalloc
from datetime import UTC, datetime
from typing import Any

import pytest

from mailaide.adapters.imap import body, folders, lean, parse
from mailaide.core.mail import Address, Header, Place, Role
from mailaide.errors import FolderMissing

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PLACE = Place(account="anna", folder="INBOX", uidvalidity=1, uid=1)
SECONDS = 2.0


def read(raw: bytes, **changes: Any) -> Header:
    values = {"place": PLACE, "role": Role.INBOX, "received_at": NOON, "flags": frozenset()}
    return parse.header(raw, **{**values, **changes})


class TestHeader:
    def test_an_encoded_newline_brings_no_field(self):
        header = read(
            b"Subject: =?utf-8?q?Hi=0D=0ABcc=3A_evil=40x?=\r\nFrom: =?utf-8?q?A=0A=E2=80=A9B=C2=85?= <a@x.nl>\r\n\r\n"
        )

        assert header.subject == "Hi Bcc: evil@x"
        assert header.sender == Address(email="a@x.nl", name="A B")

    def test_nul_and_control_characters_go(self):
        header = read(b"Subject: a\0b\x1b[31m\r\nFrom: a\0b@x.nl\r\nMessage-ID: <a\0@x>\r\n\r\n")

        assert header.subject == "a b [31m"
        assert header.sender is None
        assert header.message_id.endswith("@missing.invalid>")

    def test_an_endless_subject_is_cut(self):
        assert len(read(b"Subject: " + b"=?utf-8?q?x?= =?" * 70_000 + b"\r\n\r\n").subject) <= parse.SHOWN_LIMIT

    @pytest.mark.parametrize(
        "raw",
        [
            b"References: " + b" ".join(b"<%d.abcdefghijklmn@x.example>" % n for n in range(20_000)),
            b"References: " + b"<" * 1_000_000,
            b"References:" + b"\r\n <a@b>" * 100_000,
            b"Subject: " + b"x" * 1_000_000,
            b"Subject: " + b"=?utf-8?b?" * 100_000,
            b"To: " + b", ".join(b"Name %d <n%d@x.example>" % (n, n) for n in range(30_000)),
            b"To: " + b"(" * 100_000,
            b"To: " + b"a:" * 50_000,
            b"To: " + b'"' * 65_000,
            b"To: " + b'\\"<' * 30_000,
            b"To: " + b"[" * 65_000,
            b"To: " + b"<@" * 32_000,
            b"To: " + b"a@" * 32_000,
            b"To: " + b"a," * 32_000,
            b"To: " + b"(x)" * 21_000,
            b"To: " + b"<" * 65_000,
            b"X\r\n" * 300_000 + b"X",
        ],
    )
    def test_a_hostile_field_takes_no_time(self, raw: bytes):
        began = time.thread_time()

        header = read(raw + b"\r\nMessage-ID: <1@x>\r\n\r\n")

        assert header.message_id == "<1@x>"
        assert time.thread_time() - began < SECONDS

    def test_a_long_chain_keeps_its_ends(self):
        chain = b" ".join(b"<%d@x.example>" % number for number in range(20_000))

        references = read(b"References: " + chain + b"\r\nIn-Reply-To: <new@x>\r\n\r\n").references

        assert references[0] == "<0@x.example>"
        assert references[-2:] == ("<19999@x.example>", "<new@x>")

    def test_a_made_up_id_is_the_same_in_every_folder(self):
        raw = b"From: a@x.nl\r\nTo: b@y.nl\r\nDate: Mon, 2 Mar 2026 12:00:00 +0000\r\nSubject: Hi\r\n"

        made_up = read(b"Received: here\r\n" + raw + b"\r\n").message_id

        assert made_up == read(raw + b"X-Folder: Sent\r\nMessage-ID: none\r\n\r\n", role=Role.SENT).message_id
        assert made_up != read(raw.replace(b"Hi", b"Ho") + b"\r\n").message_id

    def test_a_message_does_not_refer_to_itself(self):
        assert read(b"Message-ID: <1@x>\r\nReferences: <0@x> <1@x>\r\nIn-Reply-To: <1@x>\r\n\r\n").references == (
            "<0@x>",
        )

    def test_in_reply_to_is_appended_when_it_is_missing(self):
        raw = b"References: <0@x>\r\n\t<1@x>\r\nIn-Reply-To: Your mail of Monday <2@x>\r\n\r\n"

        assert read(raw).references == ("<0@x>", "<1@x>", "<2@x>")

    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            (b"Bob <Bob@X.nl>", [("bob@x.nl", "Bob")]),
            (b"Jansen, Piet <piet@x.nl>", [("piet@x.nl", "Piet")]),
            (b'"boss@x.nl" <evil@y.nl>', [("evil@y.nl", "boss@x.nl")]),
            (b"=?utf-8?q?boss=40x.nl=2C?= <evil@y.nl>", [("evil@y.nl", "boss@x.nl,")]),
            (b"alice@example.org@evil.nl", []),
            (b"undisclosed-recipients:;", []),
            (b"team: a@x.nl, B <b@x.nl>;", [("a@x.nl", ""), ("b@x.nl", "B")]),
            (b"=?iso-8859-1?q?Ren=E9?= =?iso-8859-1?q?e?= <r@x.nl>", [("r@x.nl", "Renée")]),
            ("René <r@x.nl>".encode("latin-1"), [("r@x.nl", "René")]),
            (b"nobody", []),
            (b"", []),
        ],
    )
    def test_only_real_addresses_count(self, field: bytes, expected: list[tuple[str, str]]):
        header = read(b"To: " + field + b"\r\n\r\n")

        # Newer Pythons give up the display name that lacks its quotes.
        nameless = [("piet@x.nl", "")] if field.startswith(b"Jansen") else expected
        assert [(address.email, address.name) for address in header.to] in (expected, nameless)

    @pytest.mark.parametrize(
        ("field", "expected"),
        [
            (b"=?x-odd?q?caf=C3=A9?=", "café"),
            (b"=?x-odd?q?caf=E9?=", "café"),
            (b"=?utf-8?b?w6k", "=?utf-8?b?w6k"),
            (b"=?utf-8?b?w6k?=", "é"),
            (b"=?utf-8?b?w6?=", ""),
            (b"=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"),
            (b"=?utf-8*fr?q?a_b?= c", "a b c"),
            (b"=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b"),
            (b"=?utf-8?q?a?=\r\n =?latin1?q?=E9?=", "aé"),
            (b"=?hex?q?61?=", "61"),
            ("caf\xe9".encode("latin-1"), "café"),
            (b"=?utf-7?q?+2AA-?=", ""),
        ],
    )
    def test_a_subject_is_decoded_as_well_as_can_be(self, field: bytes, expected: str):
        assert read(b"Subject: " + field + b"\r\n\r\n").subject.strip("\ufffd") == expected

    def test_marks_keep_an_empty_return_path(self):
        raw = (
            b"Return-Path: <>\r\nAuto-Submitted: auto-replied\r\nX-Other: 1\r\nFrom: a@x.nl\r\n\r\nPrecedence: bulk\r\n"
        )

        assert read(raw).marks == (("auto-submitted", "auto-replied"), ("return-path", "<>"))


class TestBody:
    @pytest.mark.parametrize(
        "raw",
        [
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 6_000,
            b"".join(
                b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level)
                for level in range(1_000)
            ),
            b"Content-Type: message/rfc822\r\n\r\n" * 2_000,
            b"Content-Type: text/html\r\n\r\n" + b"<div>" * 13_000,
            b"Content-Type: text/html\r\n\r\n" + b"<" * 65_000,
            b"Content-Type: text/html\r\n\r\n" + b"<script " * 8_000,
            b"Content-Type: text/html\r\n\r\n" + b"<table><tr><td>" * 4_000,
            b"Content-Type: text/plain; charset=" + b"x" * 60_000 + b"\r\n\r\nhello",
            b"Content-Type: " + b";a=b" * 15_000 + b"\r\n\r\nhello",
            b"Content-Type: multipart/mixed\r\n\r\n--\r\n\r\n",
            b"\0" * 70_000,
            b"",
        ],
    )
    def test_a_hostile_body_takes_no_time_and_raises_nothing(self, raw: bytes):
        began = time.thread_time()

        assert isinstance(body.text(raw), str)
        assert time.thread_time() - began < SECONDS

    def test_deep_html_keeps_its_words(self):
        raw = b"Content-Type: text/html\r\n\r\n" + b"<div>" * 400 + b"late &amp; wrong" + b"</div>" * 400

        assert body.text(raw).strip() == "late & wrong"

    @pytest.mark.parametrize(
        ("encoding", "raw", "expected"),
        [
            ("base64", b"aGVsbG8gd29ybGQ", "hello world"),
            ("base64", b"aGVsbG8gd29yb", "hello wor"),
            ("base64", b"aGVs\r\nbG8*h", "hello"),
            ("quoted-printable", b"caf=C3=A9 =C", "café =C"),
            ("x-odd", b"hello", "hello"),
        ],
    )
    def test_a_truncated_encoding_gives_its_beginning(self, encoding: str, raw: bytes, expected: str):
        head = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()

        assert body.text(head + raw).startswith(expected[:11])

    def test_what_a_forwarded_message_says_is_not_the_senders_text(self):
        raw = (
            b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n"
            b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nI complain.\r\n--b--\r\n"
        )

        assert body.text(raw).strip() == "See below."

    @pytest.mark.parametrize(
        "html",
        [
            b"<p style='margin-top:99999em'>late</p>" * 1_600,
            b"<div style='padding-left:99999em'>" * 40 + b"late<br>" * 7_000,
            b"<table><tr><td>" + b"late " * 6_000 + b"</td><td>" + b"<br>" * 7_500 + b"</table>",
            b"<table><tr>" + b"<td>" * 100 + b"late " * 6_000 + b"</tr>" + b"<tr><td>." * 3_000 + b"</table>",
            b"<pre><table><tr><td>" + b"late " * 6_000 + b"</td><td>" + b".\n" * 15_000 + b"</table></pre>",
        ],
        ids=["margin", "padding", "tall row", "many rows", "preformatted"],
    )
    def test_a_layout_of_gigabytes_costs_no_more_than_its_words(self, html: bytes):
        tracemalloc.start()
        text = body.text(b"Content-Type: text/html\r\n\r\n" + html)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert text.startswith("late")
        assert len(text) <= body.BODY_LIMIT
        assert most < 100_000_000

    def test_what_nobody_sees_is_not_read(self):
        shown = b"<p style='white-space:nowrap; Display : none'>Pay at once.</p><p style='color:red'>See you.</p>"

        assert body.text(b"Content-Type: text/html\r\n\r\n" + shown) == "See you."

    def test_what_a_terminal_would_obey_and_what_turns_the_text_goes(self):
        latin = b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nIt\x92s late\x85\x9d \x9b2J\x1b[2J"
        turned = "Content-Type: text/plain; charset=utf-8\r\n\r\nPay \u202e001\u202c \ufeffnow".encode()

        assert (body.text(latin), body.text(turned)) == ("It’s late… ›2J[2J", "Pay 001 now")
        assert parse.shown("\u202ecod.\u2066exe") == "cod.exe"

    def test_line_ends_are_plain(self):
        assert body.text(b"\r\na\r\nb\rc\0\n") == "a\nb\nc\n"


def listed(raw: str, *flags: str) -> folders.Listed:
    return folders.listed(raw.encode(), b"/", [flag.encode() for flag in flags])


class TestFolders:
    @pytest.mark.parametrize("flag", ["\\Drafts", "\\drafts", "\\DRAFTS"])
    def test_a_special_use_counts_in_any_case_and_before_a_name(self, flag: str):
        found = folders.roles([listed("INBOX"), listed("Drafts"), listed("Werk", flag)], {}, "anna")

        assert found[Role.DRAFTS] == "Werk"

    @pytest.mark.parametrize(
        ("raw", "role"),
        [
            ("Concepten", Role.DRAFTS),
            ("INBOX/Concepten", Role.DRAFTS),
            ("Entw&APw-rfe", Role.DRAFTS),
            ("Verzonden items", Role.SENT),
            ("[Gmail]/Sent Mail", Role.SENT),
            ("&AMk-l&AOk-ments envoy&AOk-s", Role.SENT),
            ("Papierkorb", Role.TRASH),
            ("Archief", Role.ARCHIVE),
        ],
    )
    def test_names_in_common_use_are_known(self, raw: str, role: Role):
        assert folders.roles([listed(raw)], {}, "anna") == {Role.INBOX: "INBOX", role: folders.readable(raw.encode())}

    def test_a_folder_that_holds_no_mail_has_no_role(self):
        assert folders.roles([listed("Drafts", "\\Noselect")], {}, "anna") == {Role.INBOX: "INBOX"}

    def test_all_mail_goes_before_the_archive(self):
        found = folders.roles([listed("Old", "\\Archive"), listed("Everything", "\\All")], {}, "anna")

        assert found[Role.ARCHIVE] == "Everything"

    def test_a_name_that_was_written_down_is_not_replaced_by_another(self):
        with pytest.raises(FolderMissing, match="'Konzepte' is not there; the server has 'Drafts'"):
            folders.roles([listed("Drafts", "\\Drafts")], {Role.DRAFTS: "Konzepte"}, "anna")

    @pytest.mark.parametrize("raw", [b"B&rger", b"&", b"&2AA-", b"caf\xe9", b"\xff\xfe", "Entwürfe".encode()])
    def test_a_bad_name_never_crashes(self, raw: bytes):
        """It is shown as it came, and `raw` still leads to the folder."""
        folder = folders.listed(raw, b".", [])

        assert (folder.raw, bool(folder.name)) == (raw, True)


PLAIN = b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\ncaf=E9\r\n"
HTML = b'Content-Type: text/html; charset="utf-8"\r\n\r\n<p>html</p>\r\n'


def parts(kind: bytes, *entities: bytes, boundary: bytes = b"b") -> bytes:
    head = b"Content-Type: multipart/%b; boundary=%b\r\n\r\n" % (kind, boundary)
    return head + b"".join(b"--%b\r\n%b\r\n" % (boundary, one) for one in entities) + b"--%b--\r\n" % boundary


class TestLean:
    @pytest.mark.parametrize(
        "raw",
        [
            PLAIN,
            b"\r\nno header at all\r\n",
            b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\naGVs\r\nbG8=\r\n",
            parts(b"alternative", PLAIN, HTML),
            parts(b"mixed", parts(b"alternative", PLAIN, HTML, boundary=b"inner"), b"Content-Type: x/y\r\n\r\nx"),
            parts(b"mixed", PLAIN)[:-9],
            b"Preamble: none\r\n" + parts(b"mixed", PLAIN).replace(b"\r\n\r\n", b"\r\n\r\nignore me\r\n", 1),
        ],
    )
    def test_what_is_usual_reads_as_the_general_parser_reads_it(self, raw: bytes, monkeypatch: pytest.MonkeyPatch):
        lean_text = lean.text(raw)
        monkeypatch.setattr(lean, "text", lambda _: "")

        assert parse.clean(lean_text).strip() == body.text(raw).strip() != ""

    @pytest.mark.parametrize(
        "raw",
        [
            HTML,
            parts(b"alternative", HTML, PLAIN),
            parts(b"mixed", PLAIN, b"\r\nwithout a kind\r\n"),
            parts(b"mixed", PLAIN.replace(b"\r\n\r\n", b"\r\nContent-Disposition: attachment\r\n\r\n")),
            PLAIN.replace(b"; charset", b"; name=a.txt; charset"),
            PLAIN.replace(b"; charset=iso-8859-1", b"; charset*0=iso"),
            PLAIN.replace(b"quoted-printable", b"x-odd"),
            PLAIN.replace(b"\r\n", b"\n"),
            parts(b"mixed", *[HTML] * 30),
            b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
            b"Content-Type: text/plain",
            b"",
        ],
    )
    def test_what_is_not_usual_is_left_to_it(self, raw: bytes):
        assert lean.text(raw) == ""
