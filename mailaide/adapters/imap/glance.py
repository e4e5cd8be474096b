"""Whose a message is, from a header in its plainest form: most mail is known without being parsed.

This is for speed alone. Addresses are read by the general parser, once for each spelling of a field; whatever is not
exactly as most mail clients write it is none of this module's, and the general parser reads it all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mailaide.adapters.imap import parse
from mailaide.adapters.imap.fetched import instant
from mailaide.core.mail import Folder, Place
from mailaide.core.matching.sieve import Sieve, Weight
from mailaide.ports import Found

SEEN = 4096
"""Spellings that are remembered: in a mailbox the same people stand in most fields."""

_STRANGER, _OURS, _DOUBTFUL, _CLIENT = Weight


def _spelled(name: str) -> str:
    """In any letter case; the first letter by itself, because that is how alternatives are told apart fast."""
    return f"[{name[0].upper()}{name[0]}](?i:{name[1:]})"


_ONCE = ("from", "to", "cc", "subject", "message-id")
_ANSWERS = ("references", "in-reply-to")
_VALUE = r".*+(?:\n[ \t].*+)*+"
_PLAIN = re.compile(
    "(?:{}|(?:{}):({value})\n|{}:{value}\n)*+\r\n".format(
        # What the general parser reads the first of must stand there once.
        "|".join(f"{_spelled(name)}:(?({group})(?!))({_VALUE})\n" for group, name in enumerate(_ONCE, start=1)),
        "|".join(map(_spelled, _ANSWERS)),
        _spelled("date"),
        value=_VALUE,
    ).encode()
)
"""Nothing but fields that were asked for, up to the blank line."""

_ONE_LINE = re.compile(rb"([\x20-\x7e]*)\r")
_ID = re.compile(rb"\s*(<[^<>\x00-\x20\x7f-\xff]+>)\s*")


class Glance:
    """Takes what needs no proper look: mail that is nobody's, and mail that is noted as it is.

    `taken` gives what is noted, by the client's address alone or because it may continue a conversation.
    """

    def __init__(self, sieve: Sieve, account: str, folder: Folder) -> None:
        self._may_hold_tag = sieve.may_hold_tag
        self._account, self._folder = account, folder
        self._found: list[Found] = []

        @lru_cache(maxsize=SEEN)
        def of_sender(value: bytes) -> Weight:
            return _DOUBTFUL if _is_odd(value) else max(map(sieve.weigh, _emails(value)[:1]), default=_STRANGER)

        @lru_cache(maxsize=SEEN)
        def of_recipients(value: bytes) -> Weight:
            return _DOUBTFUL if _is_odd(value) else max(map(sieve.weigh, _emails(value)), default=_STRANGER)

        self._of_sender, self._of_recipients = of_sender, of_recipients

    def taken(self) -> list[Found]:
        """Those since the last time."""
        taken, self._found = self._found, []
        return taken

    def __call__(self, uid: int, date: bytes, header: bytes) -> bool:
        """Whether that was all; if not, the message is to be looked at properly."""
        plain = _PLAIN.fullmatch(header)
        if plain is None:
            return False
        sender, to, cc, subject, own, answers = plain.groups()
        by = self._of_sender(sender) if sender else _STRANGER
        heaviest = by
        for recipients in (to, cc):
            if recipients and heaviest is not _CLIENT and (weight := self._of_recipients(recipients)) > heaviest:
                heaviest = weight
        if heaviest is _CLIENT:
            named = _ID.fullmatch(own) if own else None
            return named is not None and self._note(uid, date, named[1].decode("ascii"))
        if heaviest is _DOUBTFUL or (subject and self._may_hold_tag(subject)):
            return False
        if not answers:
            return True
        return by is not _OURS and _ID.search(answers) is not None and self._note(uid, date, "")

    def _note(self, uid: int, date: bytes, message_id: str) -> bool:
        received_at = instant(date)
        if received_at is None:
            return False
        place = Place(self._account, self._folder.name, self._folder.uidvalidity, uid)
        self._found.append(Found(place, self._folder.role, received_at, message_id))
        return True


def _is_odd(value: bytes) -> bool:
    """What the general parser reads in one way in one header, and otherwise in another."""
    return len(value) > parse.SEEN_LIMIT or b"\r\r" in value


def _emails(value: bytes) -> Sequence[str]:
    """As the general parser reads them in a field of that value."""
    if line := _ONE_LINE.fullmatch(value):
        return parse.emails(line[1].decode("ascii").strip())
    [told] = parse.split(b"To:" + value + b"\n")["to"]
    return parse.emails(told)
