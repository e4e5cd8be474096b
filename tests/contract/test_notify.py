"""A push channel takes the alert, or AlertFailed says so without showing the channel's password."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from mailaide.adapters.memory.letters import RecordingNotifier
from mailaide.adapters.notify import SHUT, AppriseNotifier
from mailaide.errors import AlertFailed

# Apprise imports it on Python 3.11 and 3.12 and brings a substitute for later ones.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


class Channel(HTTPServer):
    """An HTTP server on loopback that keeps every message and answers with `status`."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taker)
        self.taken: list[dict[str, object]] = []

    @property
    def url(self) -> str:
        return f"json://user:geheim@127.0.0.1:{self.server_port}/"


class Taker(BaseHTTPRequestHandler):
    server: Channel

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append(json.loads(body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Quiet: a test's output is its assertions."""


@pytest.fixture
def channel() -> Iterator[Channel]:
    with Channel() as server:
        # A short poll, or each shutdown waits for half a second.
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def closed() -> str:
    """The address of a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"json://user:geheim@127.0.0.1:{probe.getsockname()[1]}/"


def test_a_channel_gets_title_and_text(channel: Channel) -> None:
    AppriseNotifier([channel.url]).tell("Klacht wacht", "Eén regel\nen <nog> een & zo")

    assert [(taken["title"], taken["message"]) for taken in channel.taken] == [
        ("Klacht wacht", "Eén regel\nen <nog> een & zo")
    ]


def test_a_title_alone_is_the_text(channel: Channel) -> None:
    AppriseNotifier([channel.url]).tell("Klacht wacht", "")

    assert [(taken["title"], taken["message"]) for taken in channel.taken] == [("", "Klacht wacht")]


def test_a_closed_port_is_an_error_without_the_password(closed: str) -> None:
    with pytest.raises(AlertFailed, match=r"number 1 of the list \(json\) did not take it") as refused:
        AppriseNotifier([closed]).tell("Klacht wacht", "tekst")

    assert "geheim" not in str(refused.value)
    assert refused.value.temporary


def test_a_refusal_is_an_error(channel: Channel) -> None:
    channel.status = 500

    with pytest.raises(AlertFailed, match="did not take it"):
        AppriseNotifier([channel.url]).tell("Klacht wacht", "tekst")


@pytest.mark.parametrize(
    "url",
    [
        "nonsense://geheim",
        "discord://geheim",
        "tgram://geheim/",
        "json://user:geheim@",
        "ntfy://127.0.0.1:1/geheim",
        "form://127.0.0.1:1/geheim?token=geheim",
        "json://127.0.0.1:1/?+X-Key=geheim&:token=geheim",
    ],
)
def test_no_part_of_an_address_is_shown_or_logged_by_whomever(url: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(AlertFailed, match="number 1 of the list") as refused:
        AppriseNotifier([url]).tell("Klacht wacht", "tekst")

    assert "geheim" not in f"{refused.value} {caplog.text}".lower()


def test_no_channel_at_all_is_an_error() -> None:
    with pytest.raises(AlertFailed, match="no push channel is configured"):
        AppriseNotifier([]).tell("Klacht wacht", "tekst")


def test_one_channel_that_takes_it_is_enough_and_the_other_is_logged(
    channel: Channel, closed: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="mailaide"):
        AppriseNotifier([closed, channel.url]).tell("Klacht wacht", "tekst")

    assert len(channel.taken) == 1
    assert [record.name for record in caplog.records if "did not take it" in record.message] == [
        "mailaide.adapters.notify"
    ]
    assert "geheim" not in caplog.text


def test_the_logs_of_apprise_never_hold_a_body(channel: Channel, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        AppriseNotifier([channel.url]).tell("Klacht wacht", "heel geheime tekst")

    assert "heel geheime tekst" not in caplog.text
    assert "geheim" not in caplog.text
    assert [logging.getLogger(name).level for name in ("apprise", "urllib3")] == [SHUT] * 2


def test_the_recording_twin_keeps_what_it_took_and_refuses_when_told() -> None:
    notifier = RecordingNotifier()

    notifier.tell("een", "tekst")
    notifier.failing = True
    with pytest.raises(AlertFailed):
        notifier.tell("twee", "tekst")

    assert notifier.told == [("een", "tekst")]
