"""What STATUS tells of folders: numbers by the folder's own name."""

from __future__ import annotations

from collections.abc import Iterable

from imapclient.response_parser import parse_response

from mailaide.adapters.imap.incoming import Line
from mailaide.adapters.imap.wire import general


def of(lines: Iterable[Line]) -> dict[bytes, dict[bytes, int]]:
    """The numbers of STATUS answers by the folder's own name."""
    found: dict[bytes, dict[bytes, int]] = {}
    for line in lines:
        if line[0].upper().startswith(b"* STATUS "):
            name, *told = parse_response(general([line[0][len(b"* STATUS ") :], *line[1:]]))
            items = told[-1]
            raw = name if isinstance(name, bytes) else str(name).encode()
            found[folded(raw)] = {item.upper(): int(count) for item, count in zip(items[::2], items[1::2], strict=True)}
    return found


def folded(raw: bytes) -> bytes:
    """The name of a folder for comparison; INBOX may be written in any case."""
    return b"INBOX" if raw.upper() == b"INBOX" else raw
