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

_FROM, _TO, _CC, _MESSAGE_ID = b"\nfrom", b"\nto", b"\ncc", b"\nmessage-id"
_BLANK = re.compile(rb"\n\r*\n")
_PLAIN = re.compile(rb":([\x20-\x7e]*)")
_ID = re.compile(rb": (<[^<>\x00-\x20\x7f-\xff]+>)")


class Glance:
    """`of_client` tells whether an address alone makes a message a client's."""

    def __init__(self, of_client: Callable[[Address], bool]) -> None:
        def names_client(name: bytes, value: bytes) -> bool:
            if not (plain := _PLAIN.fullmatch(value)):
                return False
            addresses = parse.addresses(plain[1].decode("ascii").strip())
            return any(map(of_client, addresses[:1] if name == _FROM else addresses))

        self._names_client = lru_cache(maxsize=SEEN)(names_client)

    def __call__(self, header: bytes) -> str:
        """The Message-ID of a message that surely is a client's; else nothing, which says nothing."""
        told = b"\n" + header
        small = told.lower()
        blank = _BLANK.search(small)
        # Behind a blank line there is no field any more.
        if blank is None or blank.end() != len(small) or len(small) > parse.FIELD_LIMIT:
            return ""
        for name in (_FROM, _TO, _CC):
            value = _only(name, told, small)
            if len(value) < parse.SEEN_LIMIT and self._names_client(name, value):
                own = _ID.fullmatch(_only(_MESSAGE_ID, told, small))
                return own[1].decode("ascii") if own else ""
        return ""


def _only(name: bytes, told: bytes, small: bytes) -> bytes:
    """What follows a name on its line; nothing where several names begin so, or the line goes on."""
    at = small.find(name) + len(name)
    if at < len(name) or small.find(name, at) >= 0:
        return b""
    end = small.find(b"\r\n", at)
    return b"" if small[end + 2 : end + 3] in {b" ", b"\t"} else told[at:end]
