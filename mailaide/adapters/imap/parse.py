"""Header bytes to `Header`: never raises for what a sender wrote, and takes time in proportion to its size.

The fields are split and decoded here, because `email.policy.default` raises on real mail and takes seconds for one
long To. No text that leaves this module holds a control character or a line break.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from email.utils import getaddresses
from functools import lru_cache

from mailaide.core.mail import Address, Header, Place, Role

MARKS = (
    "auto-submitted",
    "x-autoreply",
    "x-autorespond",
    "x-auto-response-suppress",
    "precedence",
    "list-id",
    "list-unsubscribe",
    "return-path",
    "authentication-results",
    "x-microsoft-original-message-id",
)
FIELDS = ("message-id", "in-reply-to", "references", "from", "reply-to", "to", "cc", "subject", "date", *MARKS)
"""The fields a server is asked for with the text of a message."""

MATCHING = ("message-id", "in-reply-to", "references", "from", "to", "cc", "subject", "date")
"""The fields that tell whether a message is a client's."""

OURS = "mailaide"
"""How a keyword begins that a person gives a message for us."""

FIELD_LIMIT = 64 * 1024
COMMENTS_LIMIT = 100
SEEN_LIMIT = 200
"""Shorter fields are read once and remembered: in a mailbox the same people stand in most of them."""

SHOWN_LIMIT = 2_000
"""Longer subjects, names and marks are cut: nobody reads on, and a draft could not carry them."""

MESSAGE_ID = re.compile(r"<[^<>\s\x00-\x1f\x7f]+>")
_ATOM = r"[^\s\x00-\x1f\x7f-\xa0@<>()\[\],;:\\\"]+"
_ADDR_SPEC = re.compile(f"{_ATOM}@{_ATOM}")
_ANGLE_ADDR = re.compile(f"<({_ATOM}@{_ATOM})>")
_FIELD = re.compile(r"^([!-9;-~]+)[ \t]*:(.*(?:\n[ \t].*)*)", re.MULTILINE)
"""Name and value of each field, with the lines on which it goes on."""

_PLAIN_ADDRESS = re.compile(f'(?:"([^"\\\\]*)"|([A-Za-z0-9][A-Za-z0-9 ]*))? *<({_ATOM}@{_ATOM})>')
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that have what follows read from the other side, and one that nobody sees."""

_SECOND_CONTROLS = re.compile("[\x80-\x9f]+")
"""Nobody writes them, and a terminal obeys them: they are letters of Windows-1252 that was called Latin-1."""

_MULTIBYTE = ("gb", "big5", "iso_2022", "euc", "shift", "utf_16", "utf_32")  # cut off, they still give their beginning
_MARKS = frozenset(MARKS)
_UNUSABLE_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})


def header(raw: bytes, *, place: Place, role: Role, received_at: datetime, flags: frozenset[str]) -> Header:
    """Read the header of a message, given as its bytes or those of the whole message."""
    fields = split(raw)
    message_id = _own_id(fields)
    senders = _addresses(fields, "from")
    return Header(
        place=place,
        role=role,
        message_id=message_id,
        references=_chain(fields, message_id) if "references" in fields or "in-reply-to" in fields else (),
        sender=senders[0] if senders else None,
        reply_to=_addresses(fields, "reply-to") if "reply-to" in fields else (),
        to=_addresses(fields, "to"),
        cc=_addresses(fields, "cc") if "cc" in fields else (),
        subject=shown(_text(fields, "subject")[:FIELD_LIMIT]),
        received_at=received_at,
        flags=flags,
        marks=() if _MARKS.isdisjoint(fields) else tuple(_marks(fields)),
    )


def _marks(fields: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    return ((name, shown(value)) for name in MARKS for value in fields.get(name, ()))


def head(raw: bytes) -> bytes:
    """The header alone, without blank lines before it."""
    return raw.lstrip(b"\r\n").partition(b"\r\n\r\n")[0]


def split(raw: bytes) -> Mapping[str, Sequence[str]]:
    """The fields by lower-case name, unfolded. Lines that are no field are passed over, as mail servers do."""
    told = head(raw)
    plain = told.isascii() and told.count(b"\n") == told.count(b"\r\n")
    fields: dict[str, list[str]] = {}
    for spelled, folded in _FIELD.findall(told.decode("ascii") if plain else "\n".join(_lines(raw))):
        value = folded.strip()
        if "\n" in value:
            value = value.replace("\r\n ", " ").replace("\r\n\t", "\t")
        name = _lower(spelled)
        if name in fields:
            fields[name].append(value)
        else:
            fields[name] = [value]
    return fields


def _lines(raw: bytes) -> Iterator[str]:
    """The same of a header with any bytes and any line ends."""
    parts: list[bytes] = []
    for line in [*raw.lstrip(b"\r\n").split(b"\n"), b""]:
        bare = line.rstrip(b"\r")
        if bare[:1] in (b" ", b"\t") and parts:
            parts.append(bare)
            continue
        if parts:
            yield undecoded(b"".join(parts))
        if not bare:
            return
        parts = [bare]


_lower = lru_cache(maxsize=512)(str.lower)


def undecoded(value: bytes) -> str:
    """A field's bytes as text, before encoded words are looked at."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _text(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return fields[name][0] if name in fields else ""


def ids(value: str) -> list[str]:
    """The Message-IDs in a field. Of one that is too long the beginning and the end count: there the tree hangs."""
    if len(value) > FIELD_LIMIT:
        half = FIELD_LIMIT // 2
        value = value[:half].rpartition(" ")[0] + " " + value[-half:].partition(" ")[2]
    return MESSAGE_ID.findall(value)


def _own_id(fields: Mapping[str, Sequence[str]]) -> str:
    told = _text(fields, "message-id")
    if len(told) < FIELD_LIMIT and (found := MESSAGE_ID.search(told)):
        return found[0]
    return next(iter(ids(told)), "") or _made_up(fields)


def _chain(fields: Mapping[str, Sequence[str]], own: str) -> tuple[str, ...]:
    chain = dict.fromkeys(ids(_text(fields, "references")))
    for answered in ids(_text(fields, "in-reply-to"))[:1]:
        chain.setdefault(answered)
    chain.pop(own, None)
    return tuple(chain)


def _made_up(fields: Mapping[str, Sequence[str]]) -> str:
    """An id for a message that has none: the same in every folder, as transport fields do not enter it."""
    told = "\n".join(_text(fields, name) for name in ("from", "to", "date", "subject"))
    return f"<{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@missing.invalid>"


def _addresses(fields: Mapping[str, Sequence[str]], name: str) -> tuple[Address, ...]:
    return addresses(_text(fields, name)) if name in fields else ()


def addresses(value: str) -> tuple[Address, ...]:
    """The real addresses in a field, in their order. An address inside a display name is not one of them."""
    return _seen_addresses(value) if len(value) < SEEN_LIMIT else _read_addresses(value)


def emails(value: str) -> Sequence[str]:
    """The same without the names, for whoever only asks whose they are."""
    if value.isascii() and (found := _PLAIN_ADDRESS.fullmatch(value)):
        return (found[3].lower(),)
    return [one.email for one in addresses(value)]


def _read_addresses(value: str) -> tuple[Address, ...]:
    if value.isascii() and (found := _PLAIN_ADDRESS.fullmatch(value)):
        return (Address(email=found[3].lower(), name=shown(found[1] or found[2] or "")),)
    value = value[:FIELD_LIMIT]
    try:
        # The library follows comments by recursion.
        pairs = getaddresses([value]) if value.count("(") < COMMENTS_LIMIT else []
    except (ValueError, IndexError, RecursionError):
        pairs = []
    found_pairs = tuple(
        Address(email=email.lower(), name=shown(name)) for name, email in pairs if _ADDR_SPEC.fullmatch(email)
    )
    if found_pairs or len(pairs) > 1:
        return found_pairs
    # "Jansen, Piet <piet@x.nl>" without quotes is common and the library gives it up.
    unquoted = re.sub(r'"[^"]*"', " ", value)
    return tuple(Address(email=email.lower()) for email in _ANGLE_ADDR.findall(unquoted))


_seen_addresses = lru_cache(maxsize=4096)(_read_addresses)


def shown(value: str) -> str:
    """A field's text for people and letters: encoded words decoded, on one line, without control characters."""
    value = value[: 4 * SHOWN_LIMIT]
    if not value.isascii() or not value.isprintable() or "=?" in value:
        value = _seen_words(value) if len(value) < SEEN_LIMIT else decoded(value)
        value = _UNWANTED.sub(" ", _TURNING.sub("", value))
    return " ".join(value.split())[:SHOWN_LIMIT]


def decoded(value: str) -> str:
    """RFC 2047, leniently: also inside words, and with a letter cut in two by neighbouring words."""
    pieces: list[str] = []
    waiting: list[tuple[str, bytes]] = []
    end = 0
    for word in _ENCODED_WORD.finditer(value):
        between = value[end : word.start()]
        if between.strip() or not waiting:
            pieces += [*_joined(waiting), between]
            waiting = []
        waiting.append((word[1].partition("*")[0].lower(), _word_bytes(word[2].lower(), word[3])))
        end = word.end()
    return "".join([*pieces, *_joined(waiting), value[end:]])


_seen_words = lru_cache(maxsize=2048)(decoded)


def _joined(words: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    for index, (charset, raw) in enumerate(words):
        if index and words[index - 1][0] == charset:
            continue
        run = [raw]
        for next_charset, next_raw in words[index + 1 :]:
            if next_charset != charset:
                break
            run.append(next_raw)
        yield text(b"".join(run), charset)


def _word_bytes(encoding: str, encoded: str) -> bytes:
    if encoding == "b":
        return unbase64(encoded.encode("utf-8", "replace"))
    return binascii.a2b_qp(encoded.encode("utf-8", "replace"), header=True)


def unbase64(encoded: bytes) -> bytes:
    """Base64 that may be cut off anywhere or hold other characters."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", encoded)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    return base64.b64decode(clean + b"=" * (-len(clean) % 4))


def text(raw: bytes, charset: str = "") -> str:
    """Bytes as letters: by the charset they claim if that works, else UTF-8 (perhaps cut off), else Latin-1."""
    charset = charset.strip().lower().replace("-", "_")
    if charset and charset not in _UNUSABLE_CHARSETS:
        try:
            return raw.decode(charset, "replace" if charset.startswith(_MULTIBYTE) else "strict")
        except (LookupError, ValueError):  # unknown charset, or a text that is not in it
            pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data" and (charset == "utf_8" or not raw[: error.start].isascii())
    if cut_off:
        return raw.decode("utf-8", "ignore")
    return raw.decode("latin-1")


def clean(words: str) -> str:
    """A text of several lines, without control characters and marks that turn what follows; `\\n` ends a line."""
    if not words.isascii():
        words = _SECOND_CONTROLS.sub(lambda run: run[0].encode("latin-1").decode("cp1252", "ignore"), words)
        words = _TURNING.sub("", words)
    return _NOT_TEXT.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def is_ours(flags: Iterable[str]) -> bool:
    """Whether one of them is a keyword for us."""
    return any(flag.lower().startswith(OURS) for flag in flags)
