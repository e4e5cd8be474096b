"""Which message in a mailbox may be an intent of ours, or what a person made of it.

Only headers decide, never SEARCH. A message of ours is known by its Message-ID; one that a mail client rewrote by
what the client keeps: the first of our References, or the message that is answered and to whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mailaide.adapters.imap import parse
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Address, Folder, Header, Role
from mailaide.core.matching.shared_domains import SHARED_DOMAINS
from mailaide.core.placing import Sighting, digest

NEWEST = 500
"""How many messages of Sent, Trash and the archive are looked at."""

ORIGINAL_ID = "x-microsoft-original-message-id"
FIELDS = ("message-id", "in-reply-to", "references", "to", "cc", ORIGINAL_ID)


def home(intent: Intent) -> Role:
    """The role of the folder an intent is put in."""
    return Role.DRAFTS if intent.kind is Kind.DRAFT else Role.INBOX


def first_uid(intent: Intent, folder: Folder) -> int:
    """From where on the intent's message may lie in its home folder."""
    if intent.uidvalidity != folder.uidvalidity or intent.folder != folder.name:
        return 1
    return intent.uidnext


def own_uid(intent: Intent, folder: Folder) -> int | None:
    """The UID under which the intent was placed in this folder, if that still means anything."""
    placed = intent.placed
    if placed and (placed.folder, placed.uidvalidity) == (folder.name, folder.uidvalidity):
        return placed.uid
    return None


def wanted(intents: Iterable[Intent], folder: Folder) -> list[Intent]:
    """The intents that this folder may hold."""
    return [intent for intent in intents if folder.role is home(intent) or folder.role not in {Role.INBOX, Role.DRAFTS}]


def may_be(intent: Intent, header: Header, folder: Folder) -> bool:
    """Whether this message is the intent's, or what was made of it."""
    if folder.role is home(intent) and header.place.uid < first_uid(intent, folder):
        return header.place.uid == own_uid(intent, folder) and header.message_id == intent.message_id
    if header.message_id == intent.message_id:
        return True
    if intent.kind is Kind.ALERT:
        return False
    if header.mark(ORIGINAL_ID) == intent.message_id or (intent.anchor and intent.anchor in header.references):
        return True
    if not intent.answers or header.references[-1:] != (intent.answers,) or not _goes_there(intent, header):
        return False
    # What was sent before the draft was planned, a holding reply say, was not made of it.
    return folder.role is Role.DRAFTS or (folder.role is Role.SENT and header.received_at >= intent.planned_at)


def _goes_there(intent: Intent, header: Header) -> bool:
    """Whether it is to whom the draft is for, or to somebody at the same place; a draft may have no recipient yet.

    What the person tells a colleague about the client's mail answers that mail as well. A provider is no place.
    """
    there = _people(intent.raw)
    if not there.to or not header.recipients:
        return header.role is not Role.SENT or not there.to
    elsewhere = {there.sender.domain} if there.sender else set[str]()
    domains = {one.domain for one in there.to} - elsewhere - SHARED_DOMAINS
    emails = {one.email for one in there.to}
    return any(one.email in emails or one.domain in domains for one in header.recipients)


class _People(NamedTuple):
    sender: Address | None
    to: tuple[Address, ...]


@lru_cache(maxsize=256)
def _people(raw: bytes) -> _People:
    fields = parse.split(raw)
    named = {name: parse.addresses(fields[name][0]) if name in fields else () for name in ("from", "to")}
    return _People(sender=next(iter(named["from"]), None), to=named["to"])


def sighting(header: Header, found: str) -> Sighting:
    return Sighting(
        place=header.place,
        role=header.role,
        message_id=header.message_id,
        references=header.references,
        draft=any(flag.lower() == "\\draft" for flag in header.flags),
        digest=found,
    )


def untouched(intent: Intent, raw: bytes, flags: Iterable[str]) -> bool:
    """Still as we wrote it: the same bytes, a draft still a draft, and not marked by anybody."""
    marks = {flag.lower() for flag in flags}
    if marks & {"\\answered", "\\flagged"} or (intent.kind is Kind.DRAFT and "\\draft" not in marks):
        return False
    return digest(raw) == digest(intent.raw)


def crlf(raw: bytes) -> bytes:
    """The message with CRLF line ends; servers keep either."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def by_intent(intents: Sequence[Intent], found: Iterable[tuple[Folder, Header, str]]) -> dict[str, list[Sighting]]:
    """Sort what was found to the intents; an intent that nothing was found for has an empty list."""
    sightings: dict[str, list[Sighting]] = {intent.message_id: [] for intent in intents}
    for folder, header, digest_there in found:
        for intent in wanted(intents, folder):
            if may_be(intent, header, folder):
                sightings[intent.message_id].append(sighting(header, digest_there))
    return sightings
