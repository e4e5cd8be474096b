"""Row 28: access tokens from a scripted endpoint, and logging in with them to a scripted server."""

from __future__ import annotations

import base64
import json
import shlex
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from builders import MONDAY_10H, a_person
from contract.scripted_server import Lines, ScriptedServer

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.letters import RecordingNotifier
from mailaide.adapters.memory.store import MemoryStore
from mailaide.adapters.oauth import LONGEST_USE, AccessTokens, Endpoint
from mailaide.adapters.secrets import Passwords
from mailaide.errors import ConsentLost, LoginRefused, MailboxUnreachable, SecretMissing, StoreError
from mailaide.service.hints import Hints
from mailaide.service.lookout import Lookout
from mailaide.service.looks import Looks
from mailaide.steps.report import Fault, Report

FIRST, SECOND, ACCESS = "first-refresh-token", "second-refresh-token", "access-token"
OFFERS = b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=%b] ready\r\n"


class Provider(ThreadingHTTPServer):
    """A token endpoint. `answers` are given one by one, the last for ever; `asked` holds the forms."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.answers: list[tuple[int, object]] = [(200, {"access_token": ACCESS, "expires_in": 3600})]
        self.asked: list[dict[str, str]] = []

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(url=f"http://127.0.0.1:{self.server_port}/token", client_id="mailaide")


class _Answering(BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append({name: value for name, [value] in form.items()})
        answers = self.server.answers
        status, told = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send_response(status)
        if status in {301, 307}:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()
        self.wfile.write(told if isinstance(told, bytes) else json.dumps(told).encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    file = tmp_path / "studio.token"
    file.write_text(FIRST, "utf-8")
    return file


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def tokens(provider: Provider, password_file: Path, clock: Clock | None = None) -> AccessTokens:
    return AccessTokens(
        Passwords({"studio": password_file}),
        password_file.parent,
        endpoints={"studio": provider.endpoint},
        commands={},
        clock=clock or Clock(),
    )


def test_fault_28_a_refresh_token_becomes_an_access_token(provider: Provider, password_file: Path):
    assert tokens(provider, password_file).password("studio") == ACCESS
    assert provider.asked == [{"grant_type": "refresh_token", "refresh_token": FIRST, "client_id": "mailaide"}]


def test_fault_28_who_asks_at_the_same_time_waits_for_one_refresh(provider: Provider, password_file: Path):
    shared = tokens(provider, password_file)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: shared.password("studio"), range(32)))

    assert (found, len(provider.asked)) == ([ACCESS] * 32, 1)


def test_a_token_is_used_for_some_minutes(provider: Provider, password_file: Path):
    clock = Clock()
    shared = tokens(provider, password_file, clock)
    asked = []
    for clock.now in (0, LONGEST_USE - 1, LONGEST_USE + 1):
        shared.password("studio")
        asked.append(len(provider.asked))

    assert asked == [1, 1, 2]


@pytest.mark.parametrize("told", [float("nan"), float("inf"), 10**400, "3600", None, []], ids=repr)
def test_a_lifetime_that_is_no_usable_number_makes_no_token_last(told: object, provider: Provider, password_file: Path):
    provider.answers = [(200, {"access_token": ACCESS, "expires_in": told})]
    clock = Clock()
    shared = tokens(provider, password_file, clock)
    for clock.now in (0, LONGEST_USE + 1):
        shared.password("studio")

    assert len(provider.asked) == 2


def test_fault_28_a_replaced_refresh_token_is_used_from_then_on_by_whoever_comes(
    provider: Provider, password_file: Path
):
    provider.answers = [
        (200, {"access_token": ACCESS, "refresh_token": SECOND}),
        (200, {"access_token": "another"}),
    ]

    found = [tokens(provider, password_file).password("studio") for _ in range(2)]

    assert (found, [one["refresh_token"] for one in provider.asked]) == ([ACCESS, "another"], [FIRST, SECOND])
    [kept] = password_file.parent.glob("oauth-*.json")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_fault_28_an_access_token_is_not_used_when_the_new_refresh_token_could_not_be_kept(
    provider: Provider, password_file: Path
):
    provider.answers = [(200, {"access_token": ACCESS, "refresh_token": SECOND})]
    (password_file.parent / "oauth-studio.new").mkdir()

    with pytest.raises(StoreError) as raised:
        tokens(provider, password_file).password("studio")

    assert SECOND not in str(raised.value)


def test_a_refresh_token_that_the_person_gave_anew_goes_before_the_one_kept(provider: Provider, password_file: Path):
    provider.answers = [(200, {"access_token": ACCESS, "refresh_token": SECOND})]
    tokens(provider, password_file).password("studio")
    password_file.write_text("given-anew", "utf-8")

    tokens(provider, password_file).password("studio")

    assert [one["refresh_token"] for one in provider.asked] == [FIRST, "given-anew"]


def test_fault_28_a_withdrawn_consent_says_what_to_do_and_no_token(
    provider: Provider, password_file: Path, caplog: pytest.LogCaptureFixture
):
    caplog.set_level("DEBUG")
    provider.answers = [(400, {"error": "invalid_grant", "error_description": f"{FIRST} has been revoked"})]

    with pytest.raises(ConsentLost, match=r"invalid_grant.*Give mailaide access to the mailbox again") as raised:
        tokens(provider, password_file).password("studio")

    assert not raised.value.temporary
    assert FIRST not in str(raised.value) + caplog.text


def test_fault_28_a_withdrawn_consent_is_one_alert_at_once():
    person, notifier, store = a_person(), RecordingNotifier(), MemoryStore()
    lookout = Lookout(["studio"], person, after=timedelta(minutes=30), tick=0.0)
    gone = ConsentLost("studio", "get an access token: gone")
    hints = Hints({}, wake=lambda *_: None)

    def cycle(*_: object, **__: Any) -> Report:
        return Report(faults=(Fault(where="studio", error=gone),))

    looks = Looks(cycle, {}, ("studio",), hints=hints, lookout=lookout)
    for minute in range(3):
        looks.at("studio")
        lookout.look(JinjaLetters(person, None), notifier, store, tick=60.0 * minute, now=MONDAY_10H)
    hints.close()

    [(_, text)] = notifier.told
    assert "the access that you gave was withdrawn or has run out. Give it again" in text


@pytest.mark.parametrize(
    "answer",
    [(500, b"down"), (503, {"error": "temporarily_unavailable"}), (200, b"<html>"), (200, {}), (307, b"")],
)
def test_an_endpoint_that_cannot_serve_is_asked_again_later_and_no_redirect_followed(
    provider: Provider, password_file: Path, answer: tuple[int, object]
):
    provider.answers = [answer]

    with pytest.raises(MailboxUnreachable):
        tokens(provider, password_file).password("studio")

    assert len(provider.asked) == 1


def test_an_endpoint_that_is_not_there_is_asked_again_later(provider: Provider, password_file: Path):
    gone = Endpoint(url="http://127.0.0.1:1/token", client_id="mailaide")
    shared = AccessTokens(
        Passwords({"studio": password_file}), password_file.parent, endpoints={"studio": gone}, commands={}
    )

    with pytest.raises(MailboxUnreachable, match=r"127\.0\.0\.1 cannot be reached"):
        shared.password("studio")


def test_the_secret_of_the_application_is_read_from_its_file(provider: Provider, password_file: Path):
    file = password_file.with_name("client")
    file.write_text("of the application\n", "utf-8")
    endpoint = Endpoint(url=provider.endpoint.url, client_id="mailaide", scope="imap", secret_file=file)
    shared = AccessTokens(
        Passwords({"studio": password_file}), password_file.parent, endpoints={"studio": endpoint}, commands={}
    )
    shared.password("studio")

    assert provider.asked[0] | {"refresh_token": ""} == {
        "grant_type": "refresh_token",
        "refresh_token": "",
        "client_id": "mailaide",
        "client_secret": "of the application",
        "scope": "imap",
    }


# A command


def told_by(script: str, tmp_path: Path) -> str:
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(script)}"
    return AccessTokens(Passwords({}), tmp_path, endpoints={}, commands={"studio": command}).password("studio")


def test_a_command_prints_the_token(tmp_path: Path):
    assert told_by(f"print('{ACCESS}'); print('more')", tmp_path) == ACCESS


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("import sys; sys.exit('a-secret on standard error')", "ended with status 1"),
        ("pass", "did not print a token"),
        ("print('\\xe9')", "did not print a token"),
    ],
)
def test_a_command_that_gives_none_is_named_without_what_it_said(tmp_path: Path, script: str, why: str):
    with pytest.raises(SecretMissing) as raised:
        told_by(script, tmp_path)

    assert why in str(raised.value)
    assert "a-secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("command", "why"),
    [("/none/such", "could not be started"), ("oama 'access", "is not written as a shell would take it")],
)
def test_a_command_that_cannot_be_run_is_said_so(tmp_path: Path, command: str, why: str):
    shared = AccessTokens(Passwords({}), tmp_path, endpoints={}, commands={"studio": command})

    with pytest.raises(SecretMissing, match=f"token_command {why}"):
        shared.password("studio")


# Logging in


class Door:
    """A server's side of AUTHENTICATE; `heard` holds what the client said, decoded."""

    def __init__(self, *, opens: bool) -> None:
        self.opens = opens
        self.heard: list[bytes] = []

    def __call__(self, lines: Lines, tag: bytes) -> None:
        lines.write(b"+ \r\n")
        self.heard.append(base64.b64decode(lines.readline()))
        if self.opens:
            lines.write(tag + b" OK welcome\r\n")
            return
        lines.write(b"+ " + base64.b64encode(b'{"status":"400"}') + b"\r\n")
        self.heard.append(base64.b64decode(lines.readline()))
        lines.write(tag + b" NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n")


def opened(door: Door, mechanism: bytes) -> int:
    with ScriptedServer({"AUTHENTICATE": door}, greeting=OFFERS % mechanism) as server:
        mailbox = ImapMailbox(server.account(oauth=True), lambda: ACCESS)
        try:
            return len(mailbox.folders())
        finally:
            mailbox.close()


@pytest.mark.parametrize("mechanism", [b"XOAUTH2", b"XOAUTH2 AUTH=OAUTHBEARER"])
def test_a_token_opens_the_mailbox(mechanism: bytes):
    door = Door(opens=True)

    assert opened(door, mechanism) == 1
    assert door.heard == [b"user=anna\x01auth=Bearer access-token\x01\x01"]


def test_a_server_with_nothing_but_the_standard_mechanism_gets_that():
    door = Door(opens=True)
    opened(door, b"OAUTHBEARER")

    [words] = door.heard
    assert words.startswith(b"n,a=anna,\x01host=127.0.0.1\x01port=")
    assert words.endswith(b"\x01auth=Bearer access-token\x01\x01")


def test_a_token_that_is_refused_ends_in_a_refused_login_and_is_nowhere_to_be_read(caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    door = Door(opens=False)

    with pytest.raises(LoginRefused, match="refused the access token") as raised:
        opened(door, b"XOAUTH2")

    assert door.heard[1:] == [b""]
    for hidden in (ACCESS, base64.b64encode(door.heard[0]).decode()):
        assert hidden not in str(raised.value) + caplog.text
