"""The memory of a process that runs for months: seldom looked through, and what was freed goes back to the system."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from functools import cache

YOUNG = 10_000
"""After so many new values Python looks for circles among them. A first sync makes ten times as many, and no circle."""


def settle() -> None:
    """What there is now stays and is looked through no more, what comes more seldom: a fifth of a first sync's time."""
    gc.freeze()
    gc.set_threshold(YOUNG)


def give_back() -> None:
    """glibc keeps what was freed, and a first sync leaves megabytes of it; other libraries do not, or never give back.

    Takes a tenth of a millisecond when there is nothing to give.
    """
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # no glibc
        return lambda _: None
    return trim
