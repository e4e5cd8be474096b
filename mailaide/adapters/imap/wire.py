"""imapclient's connection with requests in advance: several commands go out in one write, answers are read in order.

imapclient and imaplib stay in charge of logging in and of writing. What is read in bulk comes as the server's own
lines, because their general parser costs more than all the rest of a first sync.
"""

from __future__ import annotations

import base64
import logging
from collections import deque
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import ProtocolError
from imapclient.imap4 import IMAP4WithTimeout
from imapclient.response_parser import parse_response
from imapclient.tls import IMAP4_TLS

from mailaide.adapters.imap.folders import Listed, listed
from mailaide.adapters.imap.incoming import Incoming, Line, Take

log = logging.getLogger(__name__)


class Request:
    """A command that was sent, and whatever takes some of the answers itself.

    `lines` are the other untagged answers once it was answered, `refusal` what it was told.
    """

    __slots__ = ("lines", "refusal", "tag", "take")

    def __init__(self, tag: bytes, take: Take | None) -> None:
        self.tag = tag
        self.take = take
        self.lines: list[Line] | None = None
        self.refusal = ""


class Wire(IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """A connection. Folder names are the server's own bytes."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        self._asked = 0
        self._unanswered: deque[Request] = deque()
        self._farewell = ""
        super().__init__(*args, **settings)
        # imapclient turns imaplib's protocol trace on; at 0 no line of mail is formatted at all.
        self._imap.debug = 0

    def _create_IMAP4(self) -> Any:  # noqa: N802  # imapclient's name
        timeout = getattr(self._timeout, "connect", None)
        if self.ssl:
            return _TlsConnection(self.host, self.port, self.ssl_context, timeout)
        return _PlainConnection(self.host, self.port, timeout)

    def _normalise_folder(self, name: bytes) -> bytes:
        return b'"' + name.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'

    def word(self, name: bytes) -> bytes:
        """A folder's name as a command takes it, without quotes where it is a plain word."""
        return name if name.isalnum() else self._normalise_folder(name)

    # Logging in and looking around

    def plain_login_at_once(self, user: str, password: str) -> None:
        """AUTHENTICATE PLAIN without waiting to be asked for the words (RFC 4959)."""
        words = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
        typ, data = self._imap._simple_command("AUTHENTICATE", "PLAIN", words)
        self._checkok("authenticate", typ, data)
        self._imap.state = "AUTH"

    def token_login(self, user: str, token: str, host: str) -> None:
        """XOAUTH2, as Google and Microsoft have it, or OAUTHBEARER where only that is offered.

        A server that refuses says why in one more question, which is answered with nothing.
        """
        if self.has_capability("AUTH=OAUTHBEARER") and not self.has_capability("AUTH=XOAUTH2"):
            mechanism, words = "OAUTHBEARER", f"n,a={user},\1host={host}\1port={self.port}\1auth=Bearer {token}\1\1"
        else:
            mechanism, words = "XOAUTH2", f"user={user}\1auth=Bearer {token}\1\1"
        answers = iter((words.encode(),))
        self._imap.authenticate(mechanism, lambda _: next(answers, b""))

    def listing(self, *options: bytes) -> list[Listed]:
        [request] = self.ask(b" ".join([b"LIST", *options, b'"" "*"']))
        folders = []
        for line in self.answer(request):
            if not line[0].upper().startswith(b"* LIST "):
                continue
            try:
                flags, separator, name = parse_response(general([line[0][7:], *line[1:]]))
            except (ProtocolError, ValueError):
                log.warning("a folder was left out: the server's line about it cannot be read")
                continue
            raw = name if isinstance(name, bytes) else str(name).encode()
            folders.append(listed(raw, separator or b"", flags))
        return folders

    # Requests in advance

    def ask(self, *commands: bytes, take: Take | None = None) -> list[Request]:
        """Send commands in one write; `take` is offered their answers as they come.

        No other method may be used before `settle` when they are left unanswered.
        """
        requests = []
        for _ in commands:
            self._asked += 1
            requests.append(Request(b"m%d" % self._asked, take))
        self._imap.send(b"".join(b"%b %b\r\n" % (one.tag, said) for one, said in zip(requests, commands, strict=True)))
        self._unanswered.extend(requests)
        return requests

    def answer(self, request: Request) -> list[Line]:
        """The untagged answers to a request; those of requests before it are read and kept."""
        while request.lines is None:
            first = self._unanswered[0]
            first.lines = self._lines(first)
            self._unanswered.popleft()
        if request.refusal:
            raise IMAPClient.Error(request.refusal)
        return request.lines

    def settle(self) -> None:
        """Read what is still to come, so that the connection is free for other commands."""
        while self._unanswered:
            self._unanswered[0].lines = self._lines(self._unanswered[0])
            self._unanswered.popleft()

    def received(self) -> int:
        """How many bytes have come since this was last asked."""
        incoming = self._imap.incoming
        received, incoming.received = incoming.received, 0
        return int(received)

    @property
    def settled(self) -> bool:
        return not self._unanswered

    def _lines(self, request: Request) -> list[Line]:
        lines: list[Line] = []
        incoming, ended = self._imap.incoming, request.tag + b" "
        while True:
            line = incoming.line(request.take)
            text = line[0]
            if not text.startswith(b"* ") or not line[-1].endswith(b"\r\n"):
                break
            if text.startswith(b"* BYE"):
                self._farewell = text[2:].decode("ascii", "replace").strip()
            lines.append(line)
        if not line[-1].endswith(b"\r\n"):
            raise IMAPClient.AbortError(self._farewell or "the connection broke")
        if not text.startswith(ended):
            raise IMAPClient.AbortError("unexpected line")
        self._note_end(request, text[len(ended) :])
        return lines

    @staticmethod
    def _note_end(request: Request, said: bytes) -> None:
        verdict, _, words = said.strip().partition(b" ")
        if verdict.upper() != b"OK":
            request.refusal = words.decode("utf-8", "replace") or "no reason given"


def general(line: Line) -> list[Any]:
    """A line in the form that imapclient's parser takes: text and literal in pairs, the rest alone."""
    pairs: list[Any] = [(line[at].removesuffix(b"\r\n"), line[at + 1]) for at in range(0, len(line) - 1, 2)]
    return [*pairs, line[-1].removesuffix(b"\r\n")]


class _Connection:
    """What both kinds have: their own way to read, and capabilities that are not asked for twice."""

    def open(self, *args: Any, **settings: Any) -> None:
        self._incoming = Incoming()
        super().open(*args, **settings)  # type: ignore[misc]

    @property
    def incoming(self) -> Incoming:
        return self._incoming.of(self.sock)  # type: ignore[attr-defined]

    def send(self, data: bytes) -> None:
        self.incoming.asked()
        super().send(data)  # type: ignore[misc]

    def readline(self) -> bytes:
        return self.incoming.readline()

    def read(self, size: int) -> bytes:
        return self.incoming.read(size)

    def _get_capabilities(self) -> None:
        """imaplib asks for them first of all, although most greetings tell them."""
        told = self.untagged_responses.pop("CAPABILITY", None)  # type: ignore[attr-defined]
        if told and told[-1]:
            self.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())
        else:
            super()._get_capabilities()  # type: ignore[misc]


class _PlainConnection(_Connection, IMAP4WithTimeout):  # type: ignore[misc]
    pass


class _TlsConnection(_Connection, IMAP4_TLS):  # type: ignore[misc]
    pass
