"""An authorization server on loopback, as strict as RFC 6749 and RFC 7636 want it, and a browser that has agreed."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

CODE, REFRESH, ACCESS = "code-of-the-page", "refresh-token-of-the-page", "access-token"

BOUND = ("client_id", "redirect_uri", "code_challenge")
"""What a code is good for: to the client that asked, at the address it named, with the word it kept back."""


class AuthorizationServer(ThreadingHTTPServer):
    """`question` is what its page was asked, `forms` what its token endpoint was. A code is taken once.

    `refuses` is the error its page gives; one that `forgets` takes no code.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.question: dict[str, str] = {}
        self.forms: list[dict[str, str]] = []
        self.refuses = ""
        self.forgets = False
        self.gives: dict[str, object] = {"access_token": ACCESS, "refresh_token": REFRESH, "expires_in": 3600}
        self._codes = set[str]()

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/authorize?kind=offline"

    @property
    def token_endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/token"

    def answer(self) -> dict[str, str]:
        """What the page sends back by the browser."""
        if self.refuses:
            return {"error": self.refuses, "state": self.question["state"]}
        if not self.forgets:
            self._codes.add(CODE)
        return {"code": CODE, "state": self.question["state"]}

    def grants(self, form: dict[str, str]) -> bool:
        if form.get("grant_type") == "refresh_token":
            return form["refresh_token"] == REFRESH
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        known, same = form["code"] in self._codes, {**form, "code_challenge": challenge}
        self._codes.discard(form["code"])
        return known and all(same[name] == self.question[name] for name in BOUND)


@contextmanager
def running() -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


class _Answering(BaseHTTPRequestHandler):
    server: AuthorizationServer

    def do_GET(self) -> None:
        self.server.question = {name: value for name, [value] in parse_qs(urlsplit(self.path).query).items()}
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"{self.server.question['redirect_uri']}/?{urlencode(self.server.answer())}")
        self.end_headers()

    def do_POST(self) -> None:
        form = {
            name: value
            for name, [value] in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
        }
        self.server.forms.append(form)
        granted = self.server.grants(form)
        self.send_response(HTTPStatus.OK if granted else HTTPStatus.BAD_REQUEST)
        self.end_headers()
        self.wfile.write(json.dumps(self.server.gives if granted else {"error": "invalid_grant"}).encode())

    def log_message(self, *_: object) -> None: ...


def visited(address: str) -> tuple[int, str]:
    """Status and words of the page that a browser ends on."""
    try:
        with urlopen(address, timeout=10) as page:  # noqa: S310  # loopback
            return page.status, page.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


class Browser:
    """The person opens the page that they are shown, beside whoever shows it."""

    def __init__(self, before: str = "") -> None:
        self.seen: list[tuple[int, str]] = []
        self._before = before
        self._threads: list[threading.Thread] = []

    def __call__(self, address: str) -> None:
        self._threads.append(threading.Thread(target=self._open, args=(address,)))
        self._threads[-1].start()

    def _open(self, address: str) -> None:
        if self._before:
            [redirect] = parse_qs(urlsplit(address).query)["redirect_uri"]
            self.seen.append(visited(redirect + self._before))
        self.seen.append(visited(address))

    def closed(self) -> list[tuple[int, str]]:
        for thread in self._threads:
            thread.join()
        return self.seen
