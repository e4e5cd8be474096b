"""An account in trouble: the others do not notice, and the person is told that nobody watches it."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from system.deployment import Deployment, eventually
from system.dovecot import Dovecot
from system.lossy import LossyLine

pytestmark = pytest.mark.dovecot

LIES = "Lies Smit <lies@bridge.example>"
SOONER_THAN_A_TIMEOUT_SECONDS = 15.0


class Impatient(Deployment):
    """Its daemon takes an account for blind after two seconds."""

    def _command(self, *words: str) -> list[str]:
        config = super()._command(*words)[4]
        return [sys.executable, str(Path(__file__).with_name("impatient.py")), config]


class Pushed:
    """A push channel that takes everything; `told` holds titles and texts."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        told = self.told

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                told.append((message["title"], message["message"]))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"json://127.0.0.1:{self.server.server_address[1]}/"


@pytest.fixture
def pushed() -> Iterator[Pushed]:
    pushed = Pushed()
    thread = threading.Thread(target=pushed.server.serve_forever, args=(0.05,))
    thread.start()
    yield pushed
    pushed.server.shutdown()
    pushed.server.server_close()
    thread.join()


def test_fault_24_an_account_whose_server_hangs_does_not_hold_up_the_others(tmp_path: Path, dovecot: Dovecot):
    """Each step of a connection may take half a minute before it is given up."""
    deployment = Deployment(tmp_path, dovecot, projects={"harbour": "studio", "bridge": "office"})
    with socket.create_server(("127.0.0.1", 0)) as silent:
        account = deployment.settings["accounts"]["studio"]
        account |= {"host": "127.0.0.1", "port": silent.getsockname()[1], "tls": "none"}
        silent.settimeout(10)
        with deployment.running() as running:
            connection, _ = silent.accept()
            with connection:
                deployment.client_complains("bridge", datetime.now(UTC))
                eventually(lambda: deployment.drafts("office"), SOONER_THAN_A_TIMEOUT_SECONDS)

    assert deployment.drafts("office") == [LIES]
    assert "maximum number" not in running.said


def test_blindness_is_one_push_message_and_its_end_another(tmp_path: Path, dovecot: Dovecot, pushed: Pushed):
    deployment = Impatient(tmp_path, dovecot, projects={"harbour": "studio", "bridge": "office"})
    deployment.settings["alerts"] = {"apprise": [pushed.url], "quiet_hours": "none"}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    deployment.settings["accounts"]["studio"] |= {"host": "127.0.0.1", "port": port, "tls": "none"}
    with deployment.running() as running:
        eventually(lambda: pushed.told)
        running.stop()
    with deployment.running() as again, LossyLine(dovecot.port, port=port):
        eventually(lambda: "read again: studio" in again.said)

    assert [title for title, _ in pushed.told] == [
        "Ik kan je mail niet lezen: studio",
        "Ik kan je mail weer lezen: studio",
    ]
    assert "De server is niet te bereiken of geeft geen antwoord." in pushed.told[0][1]
    assert "office" not in pushed.told[0][1]
