"""The person lets mailaide into a mailbox (RFC 8252): on the provider's page, whose answer comes to this computer.

PKCE (RFC 7636) makes the code worth nothing to whoever else sees it, `state` the answer one to this very question.
Neither code nor token is ever shown or logged.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from mailaide.adapters.oauth import Endpoint, error_code, granted
from mailaide.errors import ConsentLost

MINUTES = 5
"""How long the person has, with a password to look up and a second factor."""

SILENT_SECONDS = 5.0
"""How long one connection may say nothing while others wait."""

THANKS = "This was received. You can close this window; the terminal says whether mailaide may read the mailbox.\n"
NOT_OURS = "This address only takes the answer of your mail provider.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the person is asked for: `page` is the provider's authorization endpoint, `host` our name in its answer."""

    page: str
    scope: str
    user: str
    host: str = "127.0.0.1"


def refresh_token(
    account: str, endpoint: Endpoint, consent: Consent, show: Callable[[str], None], *, seconds: float = MINUTES * 60
) -> str:
    """What the provider gives when the person agrees; `show` is given the address to open in a browser.

    Raises ConsentLost when the person or the provider refuses, or nobody answers; MailboxUnreachable.
    """
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(32)
    with _Answers(("127.0.0.1", 0), _Answer) as answers:
        redirect = f"http://{consent.host}:{answers.port}"
        show(_question(endpoint, consent, redirect=redirect, verifier=verifier, state=state))
        told = answers.to(state, seconds)
    if not told:
        raise ConsentLost(
            account,
            f"get access: no answer came from the browser within {seconds / 60:.0f} minutes. Nothing was changed. "
            "Begin anew, and open the page on this computer.",
        )
    if "code" not in told:
        code = error_code(told.get("error"))
        raise ConsentLost(
            account, f"get access: it was refused ({code or 'no reason given'}). Nothing was changed. Begin anew."
        )
    form = {"grant_type": "authorization_code", "code": told["code"], "redirect_uri": redirect}
    given = granted(
        account, endpoint, {**form, "code_verifier": verifier}, lost="does not accept what its page gave. Begin anew."
    )
    token = given.get("refresh_token")
    if not isinstance(token, str) or not token:
        raise ConsentLost(
            account,
            f"get access: {urlsplit(endpoint.url).hostname} gave no refresh token, so access would end in an hour. "
            "Nothing was changed. Allow the registered application access while you are away (offline_access).",
        )
    return token


def _question(endpoint: Endpoint, consent: Consent, *, redirect: str, verifier: str, state: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": endpoint.client_id,
        "redirect_uri": redirect,
        "scope": consent.scope,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        "login_hint": consent.user,
    }
    sign = "&" if urlsplit(consent.page).query else "?"
    return consent.page + sign + urlencode({name: value for name, value in asked.items() if value})


class _Answers(TCPServer):
    """Waits on a port of this computer for one redirect of the browser's."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def to(self, state: str, seconds: float) -> dict[str, str]:
        """The answer that bears this `state`; whatever else comes is turned away. Empty when none comes in time."""
        self.state, self.told = state, dict[str, str]()
        deadline = time.monotonic() + seconds
        while not self.told and (left := deadline - time.monotonic()) > 0:
            self.timeout = left
            self.handle_request()
        return self.told

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up is no matter."""


class _Answer(BaseHTTPRequestHandler):
    server: _Answers
    timeout = SILENT_SECONDS

    def do_GET(self) -> None:
        told = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        ours = secrets.compare_digest(told.get("state", "").encode(), self.server.state.encode())
        if ours and ("code" in told or "error" in told):
            self.server.told = told
        self.send_response(HTTPStatus.OK if ours else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write((THANKS if ours else NOT_OURS).encode())

    def log_message(self, *_: object) -> None:
        """The line of the request holds the code."""
