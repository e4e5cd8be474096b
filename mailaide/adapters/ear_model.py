"""The trained ear that comes with the program: one read-only file, read once.

The file is a line of JSON (what it was trained on, the checksum of the rest, the small numbers) and zlib-packed
tables of bytes, in the order that the JSON names them. `./run train` writes it.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from mailaide.core.reading.ear import VALUES, Mixer, Model, TrainedEar, View, Views
from mailaide.core.reading.topics import Subject

FILE = "ear_model.bin"
FORMAT = 4


class DamagedModelError(Exception):
    """The file is not what was trained: the installation is broken."""


@cache
def built_in() -> TrainedEar:
    """The ear that comes with the program."""
    return TrainedEar(model=parse((files("mailaide.adapters") / FILE).read_bytes()))


def header(data: bytes) -> dict[str, Any]:
    """What the file says of itself."""
    found: dict[str, Any] = json.loads(data[: data.index(b"\n")])
    return found


def parse(data: bytes) -> Model:
    """The model in the bytes of a file; raises DamagedModelError."""
    told = header(data)
    packed = data[data.index(b"\n") + 1 :]
    if told["format"] != FORMAT or sha256(packed).hexdigest() != told["sha256"]:
        raise DamagedModelError(f"{FILE} is damaged or of another version; install mailaide again")
    if len(told["mixer"]["means"]) != VALUES:
        raise DamagedModelError(f"{FILE} was trained for another version of mailaide; install mailaide again")
    unpacked, start = zlib.decompress(packed), 0
    tables: dict[str, bytes] = {}
    for name, size in told["tables"]:
        tables[name] = unpacked[start : start + size]
        start += size

    def view(name: str) -> View:
        words, turns = f"{name} words", f"{name} turns"
        return View(words=tables[words], turns=tables[turns], scales=(told["scales"][words], told["scales"][turns]))

    return Model(
        languages=frozenset(told["languages"]),
        views=Views(whole=view("whole"), plain=view("plain"), sentence=view("sentence")),
        mixer=Mixer(**told["mixer"]),
        blunt=Mixer(**told["blunt"]),
        pointers={language: Mixer(**pointer) for language, pointer in told["pointers"].items()},
        subjects={
            name: Subject(bias=bias, scale=told["scales"][f"topic {name}"], weights=tables[f"topic {name}"], cues=cues)
            for name, (bias, cues) in told["topics"].items()
        },
    )
