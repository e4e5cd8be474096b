"""The trained model of what sentences do that comes with the program: one read-only file, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mailaide.adapters.model_file import DamagedModelError, unpacked
from mailaide.core.reading.ear.acts import SIZES, Act, Acts, Weights

FILE = "acts_model.bin"
FORMAT = 1


@cache
def built_in() -> Acts:
    """The model that comes with the program."""
    return parse(Path(__file__).with_name(FILE).read_bytes())


def parse(data: bytes) -> Acts:
    """The model in the bytes of a file; raises DamagedModelError."""
    told, take = unpacked(data, name=FILE, form=FORMAT)
    if told["sizes"] != [*SIZES]:
        raise DamagedModelError(f"{FILE} was trained for another version of mailaide; install mailaide again")
    return Acts(
        languages=frozenset(told["languages"]),
        weights={
            Act(name): Weights(tables=[take(size) for size in SIZES], **one) for name, one in told["acts"].items()
        },
    )
