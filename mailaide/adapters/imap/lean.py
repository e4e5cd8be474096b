"""The text of a message of the usual kind: one plain part, which stands alone or comes first.

This is for speed alone. Whatever is not exactly as most mail clients write it gives the empty string, and the general
parser of `body` reads it.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence

from mailaide.adapters.imap import parse

DEPTH = 3
PARTS = 20

_PARAMETER = r""";\s*([\w-]+)\s*=\s*(?:"([^"\\]*)"|([^\s;"\\]+))\s*"""
_KIND = re.compile(rf"([\w-]+/[\w.+-]+)\s*((?:{_PARAMETER})*);?\s*", re.ASCII)
_EACH_PARAMETER = re.compile(_PARAMETER, re.ASCII)


def text(raw: bytes) -> str:
    """The text, or the empty string for a message of any other kind. `raw` holds one `text/plain` at most."""
    entity: bytes | None = raw
    for _ in range(DEPTH):
        if entity is None:
            return ""
        head, blank, content = (b"", b"\r\n", entity[2:]) if entity[:2] == b"\r\n" else entity.partition(b"\r\n\r\n")
        fields = parse.split(head)
        found = _KIND.fullmatch(fields.get("content-type", ["text/plain"])[0])
        if not blank or not found:
            return ""
        kind = found[1].lower()
        parameters = {name.lower(): quoted or bare for name, quoted, bare in _EACH_PARAMETER.findall(found[2])}
        if kind == "text/plain":
            return _decoded(content, fields, parameters)
        if not kind.startswith("multipart/") or not parameters.get("boundary"):
            return ""
        entity = _first_part(content, b"\r\n--" + parameters["boundary"].encode("ascii", "replace"))
    return ""


def _first_part(content: bytes, delimiter: bytes) -> bytes | None:
    """The first part, when every part says of what kind it is."""
    parts = (b"\r\n" + content).split(delimiter, PARTS)[1:]
    for part in parts:
        head = part.partition(b"\r\n\r\n")[0].lower()
        if not part.startswith(b"--") and (not head.startswith(b"\r\n") or b"\r\ncontent-type:" not in head):
            return None
    return parts[0][2:] if 0 < len(parts) < PARTS else None


def _decoded(content: bytes, fields: Mapping[str, Sequence[str]], parameters: Mapping[str, str]) -> str:
    if "content-disposition" in fields or "name" in parameters:
        return ""
    match fields.get("content-transfer-encoding", [""])[0].lower():
        case "" | "7bit" | "8bit":
            decoded = content
        case "quoted-printable":
            decoded = binascii.a2b_qp(content)
        case "base64":
            decoded = parse.unbase64(content)
        case _:
            return ""
    return parse.text(decoded, parameters.get("charset", ""))
