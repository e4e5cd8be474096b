"""The configuration, read in a process that ends: what only reading takes must not stay in a daemon.

That is pydantic, the YAML parser and the calendars of all countries, together more than twenty megabytes. What comes
back are plain values.
"""

from __future__ import annotations

import os
import pickle
import warnings
from datetime import date
from pathlib import Path
from typing import Any

from mailaide.config import load
from mailaide.config.settings import Config

YEARS = range(1990, 2071)
"""Of these the public holidays come along: any mail there is, and longer than a daemon runs."""


def load_apart(path: Path) -> Config:
    """As `load`. To be called before there are threads."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        _tell(path, sender)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    if status == 0:
        config: Config = pickle.loads(told)  # noqa: S301  # our own child wrote it
        return config
    return load(path)  # something is wrong in it, and here it is said


def _tell(path: Path, sender: int) -> None:
    """Write down the configuration and end, with a status that says whether all of it is there."""
    status = 1
    try:
        warnings.simplefilter("ignore")
        config = load(path)
        with os.fdopen(sender, "wb") as pipe:
            _Plain(pipe).dump(config)
        status = 0
    finally:
        os._exit(status)


class _Plain(pickle.Pickler):
    """Turns a calendar, which reckons any year when it is asked for one, into its days."""

    def reducer_override(self, value: object) -> Any:
        if not isinstance(value, dict) or type(value) is dict:
            return NotImplemented
        for year in YEARS:
            value.get(date(year, 1, 1))
        return dict, (dict(value),)
