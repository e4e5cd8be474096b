"""What a person, a server or a sender can get wrong: one clear line says so, and everything else goes on.

Where there are two accounts, harbour's mail is in "studio" and bridge's in "office".
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from system.deployment import COMPLAINT, Deployment, eventually
from system.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

MONDAY_9H = datetime(2026, 3, 2, 8, tzinfo=UTC)
MONDAY_9H30 = MONDAY_9H + timedelta(minutes=30)
MONDAY_DUE = MONDAY_9H + timedelta(hours=1)
BOB = "Bob Jansen <bob@harbour.example>"
LIES = "Lies Smit <lies@bridge.example>"


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot) -> Deployment:
    return Deployment(tmp_path, dovecot, projects={"harbour": "studio", "bridge": "office"})


# The account


def wrong_password(account: dict[str, object], folder: Path) -> None:
    (folder / "wrong").write_text("guess\n", encoding="utf-8")
    account["password_file"] = "wrong"


def no_password_file(account: dict[str, object], _: Path) -> None:
    account["password_file"] = "nowhere/password"


def no_password(account: dict[str, object], _: Path) -> None:
    del account["password_file"]


def closed_port(account: dict[str, object], _: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        account["port"] = closed.getsockname()[1]


def unknown_host(account: dict[str, object], _: Path) -> None:
    account["host"] = "imap.mailaide.invalid"


def untrusted_certificate(account: dict[str, object], _: Path) -> None:
    del account["ca_file"]


def unknown_drafts_folder(account: dict[str, object], _: Path) -> None:
    account["folders"] = {"drafts": "Concepten"}


SPOILED: dict[str, tuple[Callable[[dict[str, object], Path], None], list[str]]] = {
    "guess": (wrong_password, ["refused user name and password", "Nothing was read or written", "Check both"]),
    "file": (
        no_password_file,
        ["nowhere/password", "No such file", "systemd credential", "`mailaide password file`"],
    ),
    "none": (no_password, ["no password was found", "password_file", "LoadCredential", "`mailaide password none`"]),
    "port": (closed_port, ["connect to localhost:", "refused", "tries again"]),
    "host": (unknown_host, ["connect to imap.mailaide.invalid:", "tries again"]),
    "trust": (untrusted_certificate, ["certificate cannot be trusted", "No password was sent", "set ca_file"]),
    "folder": (unknown_drafts_folder, ["'Concepten' is not there", "'Drafts'", "No folder was made", "folders.drafts"]),
}
"""Account → what is done to it, and what the one line about it must say."""


def test_every_account_that_fails_says_why_once_and_loses_nothing(tmp_path: Path, dovecot: Dovecot):
    deployment = Deployment(tmp_path, dovecot, projects={name: name for name in (*SPOILED, "office")})
    accounts = deployment.settings["accounts"]
    right = deepcopy(accounts)
    for name in accounts:
        deployment.client_complains(name, MONDAY_9H)
    for name, (spoil, _) in SPOILED.items():
        spoil(accounts[name], deployment.folder)

    failed = deployment.once(MONDAY_9H)
    drafts = {name: len(deployment.drafts(name)) for name in accounts}
    deployment.settings["accounts"] = right
    mended = deployment.once(MONDAY_9H30)

    lines = {name: [line for line in failed.stderr.splitlines() if f"account {name}: " in line] for name in SPOILED}
    assert failed.returncode == 1
    assert {name: len(about) for name, about in lines.items()} == dict.fromkeys(SPOILED, 1)
    assert failed.stderr.count("\n") == len(SPOILED)
    assert [(name, part) for name, (_, said) in SPOILED.items() for part in said if part not in lines[name][0]] == []
    assert drafts == {**dict.fromkeys(SPOILED, 0), "office": 1}
    assert (mended.returncode, mended.stderr) == (0, "")
    assert {name: len(deployment.drafts(name)) for name in accounts} == dict.fromkeys(accounts, 1)


def test_an_account_that_fails_stops_no_other_while_the_daemon_runs(deployment: Deployment):
    wrong_password(deployment.settings["accounts"]["studio"], deployment.folder)
    deployment.client_complains("harbour", datetime.now(UTC))
    with deployment.running() as running:
        eventually(lambda: "account studio" in running.said)
        deployment.client_complains("bridge", datetime.now(UTC))
        eventually(lambda: deployment.drafts("office"))
        running.stop()

    assert running.said.count("account studio: ") == 1
    assert (deployment.drafts("studio"), deployment.drafts("office")) == ([], [LIES])


@pytest.fixture(scope="module")
def bare_server() -> Iterator[Dovecot]:
    with Dovecot(folders="") as server:
        yield server


def test_without_a_drafts_folder_it_says_so_and_still_raises_the_alert(tmp_path: Path, bare_server: Dovecot):
    deployment = Deployment(tmp_path, bare_server, projects={"harbour": "studio"})
    deployment.client_complains("harbour", MONDAY_9H)

    failed = deployment.once(MONDAY_DUE)
    checked = deployment.mailaide("check")
    alerts = deployment.alerts()
    with bare_server.client(deployment.users["studio"]) as person:
        folders = [name for _, _, name in person.list_folders()]
        person.create_folder("Drafts")
    mended = deployment.once(MONDAY_DUE)

    said = (
        "account studio: no drafts folder was found. Nothing was drafted. No folder was made. "
        "Name the right one in accounts.studio.folders.drafts.\n"
    )
    assert (failed.returncode, failed.stderr) == (1, said)
    assert (checked.returncode, "NO  account studio: no drafts folder was found" in checked.stderr) == (1, True)
    assert (len(alerts), folders) == (1, ["INBOX"])
    assert (mended.returncode, mended.stderr) == (0, "")
    assert (deployment.drafts(), deployment.alerts()) == ([BOB], alerts)


def test_a_drafts_folder_that_went_away_keeps_no_alert_back(tmp_path: Path, bare_server: Dovecot):
    deployment = Deployment(tmp_path, bare_server, projects={"harbour": "studio"})
    with bare_server.client(deployment.users["studio"]) as person:
        person.create_folder("Drafts")
        deployment.client_complains("harbour", MONDAY_9H)
        deployment.once(MONDAY_9H)
        person.rename_folder("Drafts", "Old work")
    kept = deployment.lying("Old work")

    ended = deployment.once(MONDAY_DUE)

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert len(deployment.alerts()) == 1
    assert (len(kept), deployment.lying("Old work")) == (1, kept)


# The configuration


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("poll_seconds: 1", "poll_secnods: 1", '"poll_seconds"'),
        ("  poll_seconds: 1", " poll_seconds: 1\n   since_days: 3", ""),
        ("answer_within: 1 hours", "answer_within: soon", '"soon" is not a duration'),
        ("version: 1", "version: 1\nversion: 1", "version"),
        ("client: harbour", "client: harbor", '"harbor"'),
    ],
)
def test_a_wrong_configuration_is_refused_with_its_place(deployment: Deployment, right: str, wrong: str, said: str):
    text = yaml.safe_dump(deployment.settings, sort_keys=False)
    before, found, after = text.partition(right)
    deployment.settings = {}
    (deployment.folder / "config.yaml").write_text(before + wrong + after, encoding="utf-8")

    ended = deployment.once()

    assert found
    assert (ended.returncode, ended.stdout) == (2, "")
    headline, problem = ended.stderr.splitlines()
    line = before.count("\n") + 1
    assert headline == "config.yaml has 1 problem:"
    assert problem.startswith((f"  config.yaml:{line}:", f"  config.yaml:{line + 1}:"))
    assert said in problem
    assert not (deployment.folder / "state").exists()


def test_without_a_configuration_it_says_how_to_begin(deployment: Deployment):
    deployment.settings = {}

    ended = deployment.mailaide("check")

    assert ended.returncode == 2
    assert "there is no such file; copy config.example.yaml to it" in ended.stderr


# The person's own letters


def test_a_broken_letter_of_ones_own_stops_only_its_own_language(deployment: Deployment):
    own = deployment.folder / "letters" / "nl" / "complaint.j2"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "base/message.j2" %}\n{% block subject %}Uw bericht{% endblock %}\n'
        "{% block text %}\n{{ nothing }}\n{% endblock %}\n",
        encoding="utf-8",
    )
    deployment.settings["templates_directory"] = "letters"
    deployment.settings["clients"]["bridge"]["language"] = "en"
    deployment.client_complains("harbour", MONDAY_9H)
    deployment.client_complains("bridge", MONDAY_9H)

    failed = deployment.once(MONDAY_9H)
    checked = deployment.mailaide("check")
    drafts = deployment.drafts("studio"), deployment.drafts("office")
    own.unlink()
    mended = deployment.once(MONDAY_9H30)

    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    said = ["harbour", f"{own}:4:", "'nothing' is undefined", "`{{ nothing }}`", "Nothing was drafted"]
    assert [words for words in said if words not in failed.stderr] == []
    assert checked.returncode == 1
    assert f"NO  {own}:4: 'nothing' is undefined" in checked.stderr
    assert drafts == ([], [LIES])
    assert (mended.returncode, mended.stderr) == (0, "")
    assert deployment.drafts("studio") == [BOB]


# Mail as it comes


def a_mail(sender: str, *lines: bytes, body: bytes = COMPLAINT.encode()) -> bytes:
    address = f"From: Klant <klant@{sender}.example>".encode()
    return b"\r\n".join([address, b"To: anna@devries.example", *lines, b"", body, b""])


PLAIN = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset="
ODD_MAILS = {
    "unknown-charset": a_mail("unknown-charset", b"Subject: Odd", b"Message-ID: <c1@x.example>", PLAIN + b"x-klingon"),
    "wrong-charset": a_mail(
        "wrong-charset",
        b"Subject: Odd",
        b"Message-ID: <c2@x.example>",
        PLAIN + b"utf-8",
        body=COMPLAINT.encode() + " Één café\n".encode("latin-1"),
    ),
    "eight-bit": a_mail(
        "eight-bit", b"Subject: Odd", b"Message-ID: <c3@x.example>", b"X-Odd: \xff\xfe\xe9", b"\xe9\xe9"
    ),
    "encoded-words": a_mail(
        "encoded-words", b"Subject: Odd =?utf-8?b?4pi?= =?x?q?=ZZ?=", b"Message-ID: <c4@x.example>"
    ),
    "no-id": a_mail("no-id", b"Subject: Odd"),
    "two-ids": a_mail("two-ids", b"Subject: Odd", b"Message-ID: <c5@x.example>", b"Message-ID: <c6@x.example>"),
    "no-date": a_mail("no-date", b"Subject: Odd", b"Message-ID: <c7@x.example>", b"Date: gisteren, 99 Foo 99999 25:61"),
    "long-line": a_mail("long-line", b"Subject: Odd", b"X-Long: " + b"x" * 200_000, b"Message-ID: <c8@x.example>"),
    "long-subject": a_mail("long-subject", b"Subject: Odd " + b"x" * 200_000, b"Message-ID: <c9@x.example>"),
    "long-chain": a_mail(
        "long-chain", b"Subject: Odd", b"Message-ID: <ca@x.example>", b"References:" + b" <r@x.example>" * 15_000
    ),
    "nul-in-text": a_mail(
        "nul-in-text", b"Subject: Odd", b"Message-ID: <cb@x.example>", body=b"\0" + COMPLAINT.encode()
    ),
    "nul-in-header": a_mail("nul-in-header", b"Subject: O\0dd", b"Message-ID: <cc@x.example>"),
    "html-only": a_mail(
        "html-only",
        b"Subject: Odd",
        b"Message-ID: <cd@x.example>",
        b"Content-Type: text/html",
        body=f"<p>Beste Anna,<p>{COMPLAINT}<div".encode(),
    ),
}
UNUSABLE_MAILS = (
    b"Subject: No sender\r\n\r\n" + COMPLAINT.encode(),
    b"",
    b"\0" * 1000,
    b"\xff" * 1000,
    b"From: \r\nTo: \r\nMessage-ID: \r\n\r\n",
    b"From: <@>\r\nMessage-ID: <>\r\n\r\n" + COMPLAINT.encode(),
)


def test_odd_mail_is_read_as_far_as_it_goes_and_stops_nothing(tmp_path: Path, dovecot: Dovecot):
    deployment = Deployment(tmp_path, dovecot, projects=dict.fromkeys((*ODD_MAILS, "bridge"), "studio"))
    user = deployment.users["studio"]
    deployment.client_complains("bridge", MONDAY_9H)
    for raw in (*ODD_MAILS.values(), *UNUSABLE_MAILS):
        dovecot.drop(user, raw, MONDAY_9H)

    ended = deployment.once(MONDAY_9H)
    again = deployment.actions(MONDAY_9H + timedelta(minutes=11))

    assert (ended.returncode, ended.stderr) == (0, "")
    assert again == []
    assert sorted(deployment.drafts()) == [*sorted(f"Klant <klant@{key}.example>" for key in ODD_MAILS), LIES]
    subjects = {str(one.message["Subject"])[:7] for one in deployment.lying("Drafts") if "bridge" not in str(one.raw)}
    assert subjects == {"Re: Odd", "Re: O d"}


# The state


def test_a_state_directory_that_cannot_be_used_stops_before_the_mailbox(deployment: Deployment):
    (deployment.folder / "file").write_text("", encoding="utf-8")
    deployment.settings["state_directory"] = "file/state"
    deployment.client_complains("bridge", MONDAY_9H)

    ended = deployment.once(MONDAY_9H)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("\n") == 1
    assert f"{deployment.folder / 'file' / 'state'} cannot be used" in ended.stderr
    assert deployment.drafts("office") == []


# Check


def test_check_says_that_all_is_well(deployment: Deployment):
    deployment.settings["accounts"]["office"]["push"] = False

    ended = deployment.mailaide("check")

    folders = "inbox = INBOX, drafts = Drafts, sent = Verzonden items, trash = Trash"
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        f"ok  {deployment.folder / 'config.yaml'}: 2 accounts, 2 projects",
        "NB  alerts.apprise is empty: when a mailbox cannot be read, only the log tells",
        f"ok  account studio: logged in at localhost; {folders}",
        "ok  account studio: new mail is seen at once, and every 1 s",
        f"ok  account office: logged in at localhost; {folders}",
        "ok  account office: new mail is seen every 1 s",
        "ok  10 letters can be written",
        f"ok  state is kept in {deployment.folder / 'state'}",
        "All is well. Start it with: mailaide run",
    ]


def test_check_names_the_secrets_that_others_can_read(deployment: Deployment):
    password, configuration = deployment.folder / "password", deployment.folder / "config.yaml"
    deployment.settings["alerts"] = {"apprise": ["json://127.0.0.1:9/secret"]}
    password.chmod(0o644)
    deployment.mailaide("check")
    configuration.chmod(0o644)

    told = deployment.mailaide("check").stdout

    assert [line for line in told.splitlines() if line.startswith("NB")] == [
        f"NB  {file} holds a secret, and every user of this computer can read it. Run: chmod 600 {file}"
        for file in (password, configuration)
    ]


def test_check_names_every_trouble(deployment: Deployment):
    accounts = deployment.settings["accounts"]
    wrong_password(accounts["studio"], deployment.folder)
    untrusted_certificate(accounts["office"], deployment.folder)

    ended = deployment.mailaide("check")

    assert ended.returncode == 1
    assert [line[:20] for line in ended.stderr.splitlines()] == ["NO  account studio: ", "NO  account office: "]
    assert "All is well" not in ended.stdout
