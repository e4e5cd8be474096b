"""A first look at the bytes of a header: can the message be of interest at all?

Most mail of a mailbox is neither of a client nor an answer to anything. That is seen faster than it is parsed; what
has any shape but the plainest passes and is looked at properly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase

from mailaide.core.mail import Address

_HOST = re.compile(rb"@([^\x00-\x20\x7f@<>()\[\],;:\\\"]+)(?=[>\r,;])")
"""Of an address in its plainest form."""

_HIDING = b"(\t" + bytes(range(128, 256))
_SMALL = bytes.maketrans(ascii_uppercase.encode() + _HIDING, ascii_lowercase.encode() + b"\0" * len(_HIDING))
"""Small letters, and a zero for what may hide an address: a comment, a tab, a letter that is not ASCII."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """Made by the directory, for what it knows: `hosts` behind the "@" of clients, in small letters.

    `of_client` tells whether an address alone, as sender or recipient, makes a message a client's.
    """

    hosts: frozenset[bytes]
    tags: bool
    of_client: Callable[[Address], bool] = field(compare=False)

    def __call__(self, header: bytes) -> bool:
        """False only when the header names no client and no project of ours, and answers nothing."""
        small = header.translate(_SMALL)
        if b"references" in small or b"in-reply-to" in small:
            return True
        hosts = _HOST.findall(small)
        return (
            not self.hosts.isdisjoint(hosts)
            or b"\0" in small
            # A folded line, a blank behind "@" or any other shape may hide one as well.
            or b"\n " in small
            or small.count(b"@") != len(hosts)
            # A report of what could not be delivered tells only in its text which message it is about.
            or b"mailer-daemon" in small
            or b"postmaster" in small
            or b"microsoftexchange" in small
            # A project's name behind our own, "rik+harbour@"; not the zone of a date.
            or small.count(b"+") != small.count(b" +")
            or (self.tags and (b"[" in small or b"=?" in small))
        )


def sieve(domains: Iterable[str], *, tags: bool, of_client: Callable[[Address], bool]) -> Sieve:
    """For the domains of clients and their addresses; `tags`: whether projects are known by a tag in the subject."""
    return Sieve(
        hosts=frozenset(one.lower().encode("utf-8", "replace") for one in domains), tags=tags, of_client=of_client
    )
