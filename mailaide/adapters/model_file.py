"""The form of a trained model: a line of JSON that says what it is, then zlib-packed tables of bytes.

The line bears the checksum of the rest. `./run train` writes such files; they are read once and never written again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Any

Take = Callable[[int], bytes]
"""The next table, of so many bytes."""


class DamagedModelError(Exception):
    """The file is not what was trained: the installation is broken."""


def header(data: bytes) -> dict[str, Any]:
    """What a file says of itself."""
    found: dict[str, Any] = json.loads(data[: data.index(b"\n")])
    return found


def unpacked(data: bytes, *, name: str, form: int) -> tuple[dict[str, Any], Take]:
    """What a file says of itself, and its tables one after the other; raises DamagedModelError."""
    told = header(data)
    packed = data[data.index(b"\n") + 1 :]
    if told["format"] != form or sha256(packed).hexdigest() != told["sha256"]:
        raise DamagedModelError(f"{name} is damaged or of another version; install mailaide again")
    rest, start = zlib.decompress(packed), 0

    def take(size: int) -> bytes:
        nonlocal start
        start += size
        return rest[start - size : start]

    return told, take


def packed(told: dict[str, Any], tables: bytes, *, form: int) -> bytes:
    """The bytes of a file."""
    rest = zlib.compress(tables, 9)
    return json.dumps({"format": form, "sha256": sha256(rest).hexdigest(), **told}).encode() + b"\n" + rest
