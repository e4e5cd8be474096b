"""The first bytes of a message to its text. Never raises, whatever was sent, and reads no attachment.

What is cut off in the middle still gives its beginning. A message nested beyond reason gives no text at all.
"""

from __future__ import annotations

import email
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message as Part
from email.policy import compat32

from mailaide.adapters.imap import html, lean, parse
from mailaide.adapters.imap.parse import clean
from mailaide.core.mail import Header, Message

BODY_LIMIT = 64 * 1024
PARTS_LIMIT = 1_000
DEPTH_LIMIT = 50

_MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^<>\s\x00-\x1f\x7f]+>)", re.IGNORECASE | re.MULTILINE)
log = logging.getLogger(__name__)


def message(header: Header, raw: bytes) -> Message:
    """The message with its text. A report of failed delivery answers the message that it gives back (RFC 3464)."""
    if header.sender and header.sender.is_mail_server and not header.references:
        named = (one.decode("ascii", "replace") for one in _MESSAGE_ID.findall(raw[:BODY_LIMIT]))
        returned = next((one for one in named if one != header.message_id), "")
        header = replace(header, references=(returned,) if returned else ())
    return Message(header=header, text=text(raw))


def text(raw: bytes) -> str:
    """All that the message says as text: its plain parts, else its HTML ones. Line ends are `\\n`."""
    raw = raw[:BODY_LIMIT]
    lower = raw.lower()
    # Counted before parsing, because the parser follows nesting by recursion and in quadratic time.
    if lower.count(b"multipart/") + lower.count(b"message/") > DEPTH_LIMIT * 2:
        return ""
    if lower.count(b"text/plain") <= 1 and (usual := lean.text(raw)).strip():
        return clean(usual)
    try:
        parts = list(_text_parts(email.message_from_bytes(raw, policy=compat32)))
    except Exception as error:  # noqa: BLE001  # the parser's own surprises; one mail must not stop the others
        log.warning("the text of a message was left out: %s while parsing", type(error).__name__)
        return ""
    plain = "\n".join(filter(None, (clean(words) for kind, words in parts if kind == "text/plain")))
    if plain.strip():
        return plain
    return "\n".join(filter(None, (html.text(words) for kind, words in parts if kind == "text/html")))


def _text_parts(message: Part) -> Iterator[tuple[str, str]]:
    waiting: list[tuple[Part, int]] = [(message, 0)]
    for _ in range(PARTS_LIMIT):
        if not waiting:
            return
        part, depth = waiting.pop()
        kind = part.get_content_type()
        if part.is_multipart():
            # What lies in a message/rfc822 was written by someone else.
            children = part.get_payload()
            if depth < DEPTH_LIMIT and not kind.startswith("message/") and isinstance(children, list):
                waiting += [(child, depth + 1) for child in reversed(children) if isinstance(child, Part)]
        elif kind in ("text/plain", "text/html") and not _is_attachment(part):
            yield kind, parse.text(_bytes(part), _charset(part))


def _is_attachment(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _charset(part: Part) -> str:
    try:
        return part.get_content_charset() or ""
    except (LookupError, ValueError, TypeError):
        return ""


def _bytes(part: Part) -> bytes:
    if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
        return parse.unbase64(str(part.get_payload()).encode("ascii", "ignore"))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
