"""The answer to a FETCH of headers: one lean parser for the shape most servers give it, imapclient's for any other.

The lean one knows nothing but what was asked for, in the order it was asked for. A line that differs in anything
goes the general way, so a server that answers oddly is slower and not wrong.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from imapclient.exceptions import ProtocolError
from imapclient.response_parser import parse_fetch_response

from mailaide.adapters.imap.incoming import Line
from mailaide.adapters.imap.wire import general

CONVERSATION = "X-GM-THRID"
"""What a server with the capability X-GM-EXT-1 may be asked for on top."""

Row = dict[bytes, Any]
"""One FETCH answer: item, in capitals, and its value."""

YEARS = range(1970, 9000)
"""Of dates that time can be added to. Some servers take the date of a message from its sender."""

log = logging.getLogger(__name__)
_SHAPE = re.compile(
    rb'\* \d+ (?i:FETCH) \((?i:UID) (\d+) (?i:INTERNALDATE) "([^"]+)" (?i:FLAGS) \(([^()]*)\) (.*) \{(\d{1,7})\}\r\n'
)
_WANTED = re.compile(rb"BODY\[(?:HEADER\.FIELDS \([^()\]]*\))?\](?:<0>)?", re.IGNORECASE)
_END = b")\r\n"
_MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}


Settled = Callable[[int, bytes, bytes], bool]


class Fetched(NamedTuple):
    """What the server says of one message. `received_at` is None when it gives no date.

    `header` holds the fields that were asked for, or the beginning of the whole message if that was asked for.
    `conversation` is Gmail's number for it, if that was asked for.
    """

    uid: int
    received_at: datetime | None
    flags: frozenset[str]
    header: bytes
    text: bytes = b""
    conversation: str = ""


def items(fields: Iterable[str], limit: int, *, text: int = 0) -> str:
    """What is asked for of each message: some fields of the header, and so many bytes of the text."""
    header = f"UID INTERNALDATE FLAGS BODY.PEEK[HEADER.FIELDS ({' '.join(fields).upper()})]<0.{limit}>"
    return header + (f" BODY.PEEK[TEXT]<0.{text}>" if text else "")


def beginning(limit: int) -> str:
    """The first bytes of the whole message: half the work for a server of asking for header and text."""
    return f"UID INTERNALDATE FLAGS BODY.PEEK[]<0.{limit}>"


class Lean:
    """Takes the messages from the answers to a FETCH as they come, but for those that `settled` takes.

    That is told UID, date and header, and says whether nothing more is to be read of the message.
    """

    def __init__(self, settled: Settled | None = None) -> None:
        self._settled = settled
        self._found: list[Fetched] = []

    def taken(self) -> list[Fetched]:
        """Those since the last time."""
        taken, self._found = self._found, []
        return taken

    def __call__(self, held: bytes, at: int) -> tuple[int, bool]:
        """Up to the first answer that is of another shape, or not all there."""
        shape, settled = _SHAPE.match, self._settled
        while told := shape(held, at):
            uid, date, kept, named, size = told.groups()
            if not _is_wanted(named):
                return at, False
            start = told.end()
            stop = start + int(size)
            end = held[stop : stop + 3]
            if end != _END:
                return at, _END.startswith(end)
            number, header = int(uid), held[start:stop]
            if settled is None or not settled(number, date, header):
                received_at = instant(date)
                if received_at is None:
                    return at, False
                self._found.append(Fetched(number, received_at, flags(kept), header))
            at = stop + 3
        return at, held.find(b"\n", at) == -1


def messages(lines: Iterable[Line]) -> Iterator[Fetched]:
    """The messages in these answers of any shape; unasked and unreadable lines are left out."""
    for row in rows(lines):
        parts = {item[:6]: value or b"" for item, value in row.items() if item.startswith(b"BODY[")}
        header, text = parts.get(b"BODY[H", parts.get(b"BODY[]")), parts.get(b"BODY[T", b"")
        if isinstance(header, bytes) and isinstance(text, bytes):
            conversation = str(row.get(CONVERSATION.encode()) or "")
            yield Fetched(row[b"UID"], received(row), row_flags(row), header, text, conversation)


def rows(lines: Iterable[Line]) -> list[Row]:
    """Any FETCH answers that name a UID; what is told of a message in several lines is put together."""
    merged: dict[int, Row] = {}
    for line in lines:
        if b" FETCH " not in line[0][:30].upper():
            continue
        try:
            answers = parse_fetch_response(
                general([_bare(line[0]), *line[1:]]), normalise_times=False, uid_is_key=False
            )
        except (ProtocolError, ValueError, TypeError, IndexError):
            log.warning("a message was left out: the server's answer about it cannot be read")
            continue
        for answer in answers.values():
            if isinstance(uid := answer.get(b"UID"), int):
                merged.setdefault(uid, {}).update(answer)
    return list(merged.values())


def _bare(text: bytes) -> bytes:
    """`1 (UID 7 …`, as imaplib hands it on."""
    number, _, rest = text[2:].partition(b" ")
    return number + b" " + rest[len(b"FETCH ") :]


def literal(row: Row) -> bytes | None:
    """The bytes of the one BODY[...] that was asked for; servers spell its name differently in the answer."""
    value = next((value for item, value in row.items() if item.startswith(b"BODY[")), None)
    return value if isinstance(value, bytes) else None


def received(row: Row) -> datetime | None:
    at = row.get(b"INTERNALDATE")
    return at.astimezone(UTC) if isinstance(at, datetime) and at.year in YEARS else None


def row_flags(row: Row) -> frozenset[str]:
    return _kept(flag for flag in row.get(b"FLAGS") or () if isinstance(flag, bytes))


@lru_cache(maxsize=64)  # a server calls it the same each time
def _is_wanted(named: bytes) -> bool:
    return _WANTED.fullmatch(named) is not None


@lru_cache(maxsize=256)
def flags(told: bytes) -> frozenset[str]:
    return _kept(told.split())


def _kept(told: Iterable[bytes]) -> frozenset[str]:
    """The flags the message keeps; \\Recent is one of the session."""
    return frozenset(flag.decode("utf-8", "replace") for flag in told if flag.lower() != b"\\recent")


def instant(told: bytes) -> datetime | None:
    """INTERNALDATE, `22-Nov-2026 09:30:00 +0100`, as an instant in UTC; None for what is no date of mail."""
    try:
        text = told.decode("ascii")
        at = datetime.fromisoformat(f"{_day(text[:11])}T{text[12:20]}{text[21:]}")
        if at.tzinfo is None or at.year not in YEARS:
            return None
        return at if at.tzinfo is UTC else at.astimezone(UTC)
    except (ValueError, KeyError, OverflowError):
        return None


@lru_cache(maxsize=512)
def _day(told: str) -> str:
    """`22-Nov-2026` as 2026-11-22; KeyError for a month that is none."""
    return f"{told[7:11]}-{_MONTHS[told[3:6].lower()]}-{told[:2].replace(' ', '0')}"
