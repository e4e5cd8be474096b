"""The demo's mail server does all that mailaide asks of one, and its sample mailbox tells the story it is there for."""

from __future__ import annotations

import gc
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.config import Config, load
from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Folder, Header, Role
from mailaide.core.matching.filing import file
from mailaide.core.matching.match import Directory
from mailaide.core.matching.threads import Forest, tie
from mailaide.core.obligation import Action, WithdrawDraft, WriteDraft
from mailaide.demo import DemoServer, SampleMail, fill, sample, settings
from mailaide.errors import LoginRefused, MailaideError
from mailaide.ports import Mailbox

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "geheim-ñ"
USERS = dict.fromkeys(("anna", "reader", "writer", "person", "newcomer"), PASSWORD)
NOTE = b"From: a@x.example\r\nTo: b@x.example\r\nSubject: Plan\r\nMessage-ID: <1@x.example>\r\n\r\nHello.\r\n"
STORY = {
    ("webshop", "WriteDraft", "complaints"),
    ("webshop", "RaiseAlert", "complaints"),
    ("identity", "WriteDraft", "kickoff"),
    ("annual-report", "WriteDraft", "complaints"),
    ("newsletter", "WriteDraft", "status"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    with DemoServer(USERS) as server:
        yield server


def opened(server: DemoServer, user: str, password: str = PASSWORD) -> ImapMailbox:
    account = Account(name="studio", host=server.host, port=server.port, user=user, tls="none")
    return ImapMailbox(account, lambda: password)


def folder(mailbox: Mailbox, role: Role) -> Folder:
    return next(folder for folder in mailbox.folders() if folder.role is role)


def headers(mailbox: Mailbox, role: Role) -> list[Header]:
    return [header for window in mailbox.headers(folder(mailbox, role), 1) for header in window.headers]


def a_note(*, received_at: datetime = MONDAY, flags: tuple[str, ...] = ()) -> SampleMail:
    return SampleMail(role=Role.INBOX, raw=NOTE, received_at=received_at, flags=flags)


def a_draft(drafts: Folder) -> Intent:
    raw = NOTE.replace(b"<1@", b"<draft@").replace(b"\r\n\r\n", b"\r\nIn-Reply-To: <1@x.example>\r\n\r\n")
    return Intent(
        kind=Kind.DRAFT,
        key="complaints/webshop/1",
        message_id="<draft@x.example>",
        account="studio",
        project="webshop",
        duty="complaints",
        answers="<1@x.example>",
        raw=raw,
        because="a test",
        due=MONDAY,
        folder=drafts.name,
        uidvalidity=drafts.uidvalidity,
        uidnext=drafts.uidnext,
        planned_at=MONDAY,
    )


def test_a_filled_mailbox_has_a_folder_for_each_role(server: DemoServer):
    fill(server.port, "newcomer", PASSWORD, [])
    fill(server.port, "newcomer", PASSWORD, [])
    mailbox = opened(server, "newcomer")

    assert [folder.name for folder in mailbox.folders()] == ["INBOX", "Drafts", "Sent", "Trash"]
    mailbox.close()


def test_internaldate_and_flags_are_kept_and_reading_changes_neither(server: DemoServer):
    fill(server.port, "reader", PASSWORD, [a_note(flags=("\\Flagged",))])
    mailbox = opened(server, "reader")

    [first] = headers(mailbox, Role.INBOX)
    [message] = mailbox.messages(folder(mailbox, Role.INBOX), [first.place.uid])
    [again] = headers(mailbox, Role.INBOX)
    mailbox.close()

    assert (first.received_at, first.flags, message.text) == (MONDAY, frozenset({"\\Flagged"}), "Hello.\n")
    assert again == first


def test_a_draft_is_put_sighted_and_withdrawn(server: DemoServer):
    fill(server.port, "writer", PASSWORD, [a_note()])
    mailbox = opened(server, "writer")
    intent = a_draft(folder(mailbox, Role.DRAFTS))

    place = mailbox.put(intent)
    [sighting] = mailbox.sight([intent])[intent.message_id]

    assert place is not None
    assert (sighting.place, sighting.draft) == (place, True)
    assert mailbox.withdraw(intent, [place])
    assert mailbox.sight([intent]) == {intent.message_id: []}
    mailbox.close()


def test_a_person_may_set_a_keyword(server: DemoServer):
    fill(server.port, "person", PASSWORD, [a_note()])
    with IMAPClient(server.host, server.port, ssl=False, timeout=5) as client:
        client.plain_login("person", PASSWORD)
        client.select_folder("INBOX")
        client.add_flags(client.search(), ["$Later"])

    mailbox = opened(server, "person")
    assert [header.flags for header in headers(mailbox, Role.INBOX)] == [{"$Later"}]
    mailbox.close()


def test_a_wrong_password_is_refused(server: DemoServer):
    with pytest.raises(LoginRefused):
        opened(server, "anna", "guess").folders()


def test_a_port_that_is_taken_is_named(server: DemoServer):
    with pytest.raises(MailaideError, match=f"cannot listen on 127.0.0.1:{server.port}"), DemoServer({}, server.port):
        pass


def test_without_pymap_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pymap", None)

    with pytest.raises(MailaideError, match=r"pip install 'mailaide\[demo\]'"), DemoServer({}):
        pass


def test_the_server_is_silent_and_stops_at_once_while_a_client_is_idle(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    with DemoServer({"anna": PASSWORD}) as server:
        client = IMAPClient(server.host, server.port, ssl=False, timeout=5)
        client.plain_login("anna", PASSWORD)
        client.select_folder("INBOX")
        client.idle()
        # A line without end breaks pymap's connection; it must not print a traceback over the demo.
        with socket.create_connection((server.host, server.port), 5) as broken, suppress(ConnectionError):
            broken.sendall(b"x" * 200_000 + b"\r\n")
            while broken.recv(4096):
                pass
        began = time.monotonic()

    assert time.monotonic() - began < 2
    client.shutdown()
    gc.collect()
    assert capfd.readouterr() == ("", "")
    assert [record.getMessage() for record in caplog.records] == []


def the_demo(now: datetime, folder: Path, *, port: int = 143) -> Config:
    path = folder / "config.yaml"
    text = settings(now, port=port, user="anna", state_directory=folder / 'odd: "state"', password_file=folder / "key")
    path.write_text(text, encoding="utf-8")
    return load(path)


def filed(mailbox: Mailbox, directory: Directory) -> dict[str, list[Entry]]:
    """The entries by project; those that fit several projects under the empty name."""
    forest = Forest()
    found: dict[str, list[Entry]] = {}
    messages = [
        message
        for role in (Role.INBOX, Role.SENT)
        for message in mailbox.messages(folder(mailbox, role), [one.place.uid for one in headers(mailbox, role)])
    ]
    for message in sorted(messages, key=lambda message: message.header.received_at):
        forest.join([tie(message.header)])
        thread = forest.thread(message.header.message_id)
        assert thread is not None
        one = file(message, directory, thread, built_in())
        if one is not None:
            if one.project:
                forest.replace(thread.in_project(one.project))
            found.setdefault(one.project, []).append(one.entry)
    return found


def planned(config: Config, entries: dict[str, list[Entry]], now: datetime) -> list[tuple[str, Action]]:
    person = config.practice.person
    return [
        (project.key, action)
        for project in config.practice.projects
        for action in decide(
            Dossier(project=project, person=person, entries=tuple(entries[project.key])), now=now
        ).actions
    ]


def outline(actions: list[tuple[str, Action]]) -> set[tuple[str, str, str]]:
    return {(project, type(action).__name__, duty_of(action)) for project, action in actions}


def duty_of(action: Action) -> str:
    return action.intent.duty if isinstance(action, WithdrawDraft) else action.obligation.duty


def test_the_sample_on_the_server_tells_its_story(server: DemoServer, tmp_path: Path):
    fill(server.port, "anna", PASSWORD, sample(NOW))
    config = the_demo(NOW, tmp_path, port=server.port)
    mailbox = opened(server, "anna")
    directory = Directory(config.practice)

    strangers = [header.subject for header in headers(mailbox, Role.INBOX) if not directory.concerns_client(header)]
    entries = filed(mailbox, directory)
    mailbox.close()

    assert (config.accounts[0].port, config.state_directory) == (server.port, tmp_path / 'odd: "state"')
    assert strangers == ["Deze week: 15 % korting op katoenpapier", "Logo voor mijn bloemenzaak"]
    assert [entry.header.subject for entry in entries[""]] == ["Vraagje over de foto's"]
    senders = [entry.header.sender for entry in entries["newsletter"] if entry.by_machine]
    assert [sender.name for sender in senders if sender] == ["Edward Lyle"]
    assert "café van Renée" in entries["identity"][2].reading.new_text
    actions = planned(config, entries, NOW)
    assert outline(actions) == STORY
    drafts = [action.obligation for _, action in actions if isinstance(action, WriteDraft)]
    assert [obligation.facts["held"] for obligation in drafts if obligation.duty == "complaints"] == [True, False]


@pytest.mark.parametrize(
    "now",
    [
        *(datetime(2026, 10, 23, 0, 0, tzinfo=UTC) + timedelta(hours=11 * step + 1, minutes=7) for step in range(15)),
        datetime(2026, 3, 30, 7, 0, tzinfo=UTC),  # Monday 09:00, the day after the clocks went forward
        datetime(2027, 1, 1, 23, 59, tzinfo=UTC),
        datetime(2028, 2, 29, 8, 3, tzinfo=UTC),
    ],
    ids=str,
)
def test_the_story_is_the_same_at_any_hour_of_any_day(now: datetime, tmp_path: Path):
    mailbox = MemoryMailbox("studio")
    mails = sample(now)
    for mail in mails:
        mailbox.deliver(mail.role, mail.raw, mail.received_at, mail.flags)
    config = the_demo(now, tmp_path)

    entries = filed(mailbox, Directory(config.practice))

    assert outline(planned(config, entries, now)) == STORY
    assert now - timedelta(days=30) < mails[0].received_at
    assert mails[-1].received_at <= now
    assert sample(now) == mails
