"""The trained ear that comes with the program: one read-only file, read once.

Its line of JSON holds what it was trained on and the small numbers, its tables are the views in the order that the
line names them. `./run train` writes it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mailaide.adapters import acts_model
from mailaide.adapters.model_file import DamagedModelError, unpacked
from mailaide.core.reading.ear.ear import VALUES, Mixer, Model, TrainedEar, View, Views
from mailaide.core.reading.ear.topics import Subject

FILE = "ear_model.bin"
FORMAT = 5


@cache
def built_in() -> TrainedEar:
    """The ear that comes with the program."""
    return TrainedEar(model=parse(Path(__file__).with_name(FILE).read_bytes()), acts=acts_model.built_in())


def parse(data: bytes) -> Model:
    """The model in the bytes of a file; raises DamagedModelError."""
    told, take = unpacked(data, name=FILE, form=FORMAT)
    if len(told["mixer"]["means"]) != VALUES:
        raise DamagedModelError(f"{FILE} was trained for another version of mailaide; install mailaide again")
    tables = {name: take(size) for name, size in told["tables"]}

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
