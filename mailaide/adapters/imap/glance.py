"""Whose a message surely is, from a header in its plainest form: most clients' mail is known without being parsed.

This is for speed alone. Addresses are read by the general parser, once for each spelling of a field; whatever is not
exactly as most mail clients write it is none of this module's, and the general parser reads it all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mailaide.adapters.imap import parse
from mailaide.core.mail import Address

SEEN = 4096
"""Spellings that are remembered: in a mailbox the same people stand in most fields."""

_FIELDS = re.compile(rb"\n(from|to|cc|message-id):(.*(?:\n[ \t].*)*)", re.IGNORECASE)
_ID = re.compile(rb" (<[^<>\x00-\x20\x7f]+>)\r")
_BLANK = b"\r\n\r\n"


class Glance:
    """`of_client` tells whether an address alone makes a message a client's."""

    def __init__(self, of_client: Callable[[Address], bool]) -> None:
        def names_client(name: bytes, value: bytes) -> bool:
            addresses = parse.addresses(value.decode("ascii").strip())
            return any(map(of_client, addresses[:1] if name == b"from" else addresses))

        self._names_client = lru_cache(maxsize=SEEN)(names_client)

    def __call__(self, header: bytes) -> str:
        """The Message-ID of a message that surely is a client's; else nothing, which says nothing."""
        if (
            len(header) >= parse.FIELD_LIMIT
            or not header.isascii()
            or header.count(b"\n") != header.count(b"\r\n")
            or header.find(_BLANK) != len(header) - len(_BLANK)
            or b" :" in header
            or b"\t:" in header
        ):
            return ""
        told = _FIELDS.findall(b"\n" + header)
        fields = {name.lower(): value for name, value in told}
        own = _ID.fullmatch(fields.pop(b"message-id", b""))
        # Of two fields of one name the first counts.
        if own is None or len(fields) + 1 != len(told):
            return ""
        for name, value in fields.items():
            if len(value) < parse.SEEN_LIMIT and b"\n" not in value and self._names_client(name, value):
                return own[1].decode("ascii")
        return ""
