"""The answer to a FETCH of headers: one lean parser for the shape most servers give it, imapclient's for any other.

The lean one knows nothing but what was asked for, in the order it was asked for. A line that differs in anything
goes the general way, so a server that answers oddly is slower and not wrong.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from imapclient.exceptions import ProtocolError
from imapclient.response_parser import parse_fetch_response

from mailaide.adapters.imap.wire import Line, general

ITEMS = "UID INTERNALDATE FLAGS BODY.PEEK[HEADER.FIELDS (%s)]<0.%d>"

Row = dict[bytes, Any]
"""One FETCH answer: item, in capitals, and its value."""

log = logging.getLogger(__name__)
_SHAPE = re.compile(
    rb'\* \d+ FETCH \(UID (\d+) INTERNALDATE "([^"]+)" FLAGS \(([^()]*)\) '
    rb"BODY\[HEADER\.FIELDS \([^()\]]*\)\](?:<0>)? \{\d+\}\r\n",
    re.IGNORECASE,
)
_DATE = re.compile(rb"[ \d]?(\d)-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d\d)(\d\d)")
_MONTHS = {month.encode(): at for at, month in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_LEAN_PARTS = 3


class Fetched(NamedTuple):
    """What the server says of one message. `received_at` is None when it gives no date."""

    uid: int
    received_at: datetime | None
    flags: frozenset[str]
    header: bytes


def headers(lines: Iterable[Line]) -> Iterator[Fetched]:
    """The messages in these answers; unasked and unreadable lines are left out."""
    odd: list[Line] = []
    for line in lines:
        if len(line) == _LEAN_PARTS and line[2] == b")\r\n" and (found := _SHAPE.fullmatch(line[0])):
            received_at = instant(found[2])
            if received_at is not None:
                yield Fetched(int(found[1]), received_at, flags(found[3]), line[1])
                continue
        odd.append(line)
    for row in rows(odd):
        if (header := literal(row)) is not None:
            yield Fetched(row[b"UID"], received(row), row_flags(row), header)


def rows(lines: Iterable[Line]) -> list[Row]:
    """Any FETCH answers that name a UID; what is told of a message in several lines is put together."""
    merged: dict[int, Row] = {}
    for line in lines:
        if b" FETCH " not in line[0][:30].upper():
            continue
        try:
            answers = parse_fetch_response(general([_bare(line[0]), *line[1:]]), normalise_times=False, uid_is_key=False)
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
    return at.astimezone(UTC) if isinstance(at, datetime) else None


def row_flags(row: Row) -> frozenset[str]:
    return _kept(flag for flag in row.get(b"FLAGS") or () if isinstance(flag, bytes))


@lru_cache(maxsize=256)
def flags(told: bytes) -> frozenset[str]:
    return _kept(told.split())


def _kept(told: Iterable[bytes]) -> frozenset[str]:
    """The flags the message keeps; \\Recent is one of the session."""
    return frozenset(flag.decode("utf-8", "replace") for flag in told if flag.lower() != b"\\recent")


def instant(told: bytes) -> datetime | None:
    """INTERNALDATE as an instant in UTC, None for what is no date."""
    found = _DATE.fullmatch(told)
    if found is None or (month := _MONTHS.get(found[2].lower())) is None:
        return None
    try:
        local = datetime(
            int(found[3]), month, int(told[:2]), int(found[4]), int(found[5]), int(found[6]), tzinfo=UTC
        )
        return local if found[7] == b"+00" and found[8] == b"00" else local - _offset(found[7], found[8])
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=64)
def _offset(hours: bytes, minutes: bytes) -> timedelta:
    east = timedelta(hours=int(hours[1:]), minutes=int(minutes))
    return east if hours.startswith(b"+") else -east
