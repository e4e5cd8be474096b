"""Memory that was freed goes back to the system: glibc keeps it, and a first sync leaves megabytes of it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Takes a tenth of a millisecond when there is nothing to give. Other C libraries do it by themselves, or never."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    try:
        trim: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # no glibc
        return lambda _: None
    return trim
