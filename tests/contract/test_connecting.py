"""From an account's settings to its folders: certificates, logins, and which folders those are."""

from __future__ import annotations

import logging
import socket
import threading
from pathlib import Path

import pytest
from contract.mailbox_benches import DovecotBench, mail, messages
from system.dovecot import PASSWORD, UMLAUT_PASSWORD, UMLAUT_USER, Dovecot

from mailaide.adapters.imap import folders
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account
from mailaide.core.mail import Role
from mailaide.errors import (
    CertificateRefused,
    FolderMissing,
    LoginRefused,
    MailboxBusy,
    MailboxError,
    MailboxUnreachable,
)

SECRET_TEXT = "the-canary-sings"


def folders_of(account: Account, password: str = PASSWORD) -> list[str]:
    mailbox = ImapMailbox(account, lambda: password)
    try:
        return [folder.name for folder in mailbox.folders()]
    finally:
        mailbox.close()


@pytest.mark.dovecot
class TestConnection:
    def test_a_wrong_password_is_a_refused_login(self, dovecot: Dovecot):
        with pytest.raises(LoginRefused, match="refused user name and password"):
            folders_of(dovecot.account("wrong"), password="guess")

    def test_fault_30_a_password_may_hold_any_letter(self, dovecot: Dovecot):
        assert "INBOX" in folders_of(dovecot.account(UMLAUT_USER), UMLAUT_PASSWORD)

    def test_starttls_encrypts_as_well(self, dovecot: Dovecot):
        assert "INBOX" in folders_of(dovecot.account("starttls", tls="starttls", port=dovecot.port))

    def test_loopback_may_go_without_encryption(self, dovecot: Dovecot):
        assert "INBOX" in folders_of(dovecot.account("plain", tls="none", port=dovecot.port))

    @pytest.mark.parametrize("tls", ["implicit", "starttls"])
    def test_fault_29_a_certificate_of_an_unknown_authority_is_refused(self, dovecot: Dovecot, tls: str):
        port = dovecot.tls_port if tls == "implicit" else dovecot.port

        with pytest.raises(CertificateRefused, match="No password was sent"):
            folders_of(dovecot.account("untrusting", ca_file=None, tls=tls, port=port))

    def test_fault_29_a_certificate_for_another_host_is_refused(self, dovecot: Dovecot):
        with pytest.raises(CertificateRefused):
            folders_of(dovecot.account("elsewhere", host="127.0.0.1"))

    def test_a_ca_file_that_is_not_there_is_named(self, dovecot: Dovecot, tmp_path: Path):
        with pytest.raises(CertificateRefused, match=r"gone\.pem"):
            folders_of(dovecot.account("gone", ca_file=tmp_path / "gone.pem"))

    def test_a_folder_the_person_named_must_be_there(self, dovecot: Dovecot):
        with pytest.raises(FolderMissing, match=r"'Konzepte' is not there; the server has .*'Drafts'"):
            folders_of(dovecot.account("named", folder_names={Role.DRAFTS: "Konzepte"}))

    def test_the_name_the_person_wrote_goes_before_special_use(self, dovecot: Dovecot):
        with dovecot.client("chooser") as client:
            client.create_folder("Entwürfe & mehr")

        assert "Entwürfe & mehr" in folders_of(
            dovecot.account("chooser", folder_names={Role.DRAFTS: "Entwürfe & mehr"})
        )

    def test_well_known_names_are_found_but_no_folder_is_made(self, dovecot: Dovecot):
        with dovecot.client("archivist") as client:
            client.create_folder("Archief")

        assert folders_of(dovecot.account("archivist"))[-1] == "Archief"
        assert folders_of(dovecot.account("newcomer")) == ["INBOX", "Drafts", "Verzonden items", "Trash"]

    def test_what_the_person_moves_to_the_folder_of_a_project_is_read_there(self, dovecot: Dovecot):
        bench = DovecotBench(dovecot)
        bench.deliver(Role.INBOX, mail())
        with dovecot.client(bench.user) as person:
            person.create_folder("mailaide/harbour")
            person.select_folder("INBOX")
            person.move(person.search(), "mailaide/harbour")

        [folder] = [folder for folder in bench.mailbox.folders() if folder.role is Role.PROJECT]
        [header] = [header for window in bench.mailbox.headers(folder, 1) for header in window.headers]
        bench.mailbox.close()

        assert (folder.name, header.role, header.place.folder) == ("mailaide/harbour", Role.PROJECT, "mailaide/harbour")

    def test_a_broken_connection_is_opened_anew_by_the_next_call(self, dovecot: Dovecot):
        mailbox = ImapMailbox(dovecot.account("broken"), lambda: PASSWORD)
        mailbox.folders()
        assert mailbox._sessions._first
        mailbox._sessions._first._wire.socket().shutdown(socket.SHUT_RDWR)

        with pytest.raises(MailboxUnreachable):
            mailbox.folders()
        assert len(mailbox.folders()) == 4
        mailbox.close()

    def test_no_log_holds_mail_or_password(self, dovecot: Dovecot, caplog: pytest.LogCaptureFixture):
        bench = DovecotBench(dovecot)
        bench.deliver(Role.INBOX, mail(body=SECRET_TEXT))
        caplog.set_level(logging.DEBUG)

        [read] = messages(bench, Role.INBOX)
        bench.mailbox.close()

        assert SECRET_TEXT in read.text
        assert SECRET_TEXT not in caplog.text
        assert PASSWORD not in caplog.text


def test_a_closed_port_is_unreachable_for_now():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    with pytest.raises(MailboxUnreachable) as raised:
        folders_of(Account(name="anna", host="127.0.0.1", port=port, user="anna", tls="none"))

    assert raised.value.temporary


def answer_once(server: socket.socket, login: bytes) -> None:
    """Play a server that answers the login with these words, `TAG` being the tag."""
    connection, _ = server.accept()
    with connection, connection.makefile("rwb", buffering=0) as lines:
        lines.write(b"* OK ready\r\n")
        while line := lines.readline():
            tag, command = line.split()[:2]
            if command == b"CAPABILITY":
                lines.write(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")
            else:
                lines.write(login.replace(b"TAG", tag))
                return


@pytest.mark.parametrize(
    ("login", "error"),
    [
        (b"TAG NO [LIMIT] Too many connections\r\n", MailboxBusy),
        (b"TAG NO [UNAVAILABLE] Database down\r\n", MailboxUnreachable),
        (b"* BYE shutting down\r\n", MailboxUnreachable),
        (b"", MailboxUnreachable),
        (b"what?\r\n", MailboxUnreachable),
        (b"TAG NO [AUTHENTICATIONFAILED] No\r\n", LoginRefused),
        (b"TAG NO no\r\n", LoginRefused),
    ],
)
def test_fault_25_only_a_refusal_is_taken_for_a_wrong_password(login: bytes, error: type[MailboxError]):
    """A busy server that looks like a wrong password would stop the account for good."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        player = threading.Thread(target=answer_once, args=(server, login))
        player.start()
        account = Account(name="anna", host="127.0.0.1", port=server.getsockname()[1], user="anna", tls="none")

        with pytest.raises(MailboxError) as raised:
            folders_of(account)

        player.join()
    assert type(raised.value) is error


def test_a_host_without_address_is_unreachable():
    with pytest.raises(MailboxUnreachable):
        folders_of(Account(name="anna", host="no-such-host.invalid", user="anna"))


def test_fault_29_without_encryption_no_other_machine_is_spoken_to():
    with pytest.raises(MailboxError, match="Set 'implicit' or 'starttls'"):
        folders_of(Account(name="anna", host="192.0.2.1", port=143, user="anna", tls="none"))


def test_folders_of_projects_are_told_wherever_the_server_keeps_them():
    listed = [
        folders.listed(name, b"/", flags)
        for name, flags in (
            (b"INBOX", ()),
            (b"mailaide", (b"\\Noselect",)),
            (b"mailaide/harbour", ()),
            (b"INBOX/mailaide/shop", ()),
            (b"mailaide/old", (b"\\NonExistent",)),
            (b"mailaide/harbour/deeper", ()),
            (b"other/harbour", ()),
        )
    ]

    assert folders.of_projects(listed) == ["mailaide/harbour", "INBOX/mailaide/shop"]
    assert folders.of_projects([folders.listed(b"INBOX.mailaide.shop", b".", ())]) == ["INBOX.mailaide.shop"]
