"""`ports.Progress`: a bar for a person at a terminal, now and then a line for the log.

A read that is over at once shows nothing: an ordinary cycle is not worth a word.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mailaide.ports import NoProgress, Progress

FIRST_AFTER_SECONDS = 5.0
THEN_EVERY_SECONDS = 30.0

log = logging.getLogger(__name__)


class LogProgress:
    """A line when a step has taken a while, and another from time to time. Accounts may share it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._due: dict[tuple[str, str], float] = {}

    def show(self, account: str, what: str, done: int, total: int) -> None:
        now, step = self._clock(), (account, what)
        with self._lock:
            due = self._due.setdefault(step, now + FIRST_AFTER_SECONDS)
            told = now >= due
            if told:
                self._due[step] = now + THEN_EVERY_SECONDS
            if done >= total:
                del self._due[step]
        if told:
            log.info("account %s: %s, %d of %d (%d %%)", account, what, done, total, 100 * done // max(1, total))


@contextmanager
def shown(*, on_terminal: bool) -> Iterator[Progress]:
    """Bars on the terminal's error output while the block runs, or nothing."""
    if not on_terminal:
        yield NoProgress()
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Bars(bars.add_task, bars.update)


class _Bars:
    """One bar a step; rich's own lock makes them safe to share."""

    def __init__(self, add: Callable[..., int], update: Callable[..., None]) -> None:
        self._add, self._update = add, update
        self._bars: dict[tuple[str, str], int] = {}

    def show(self, account: str, what: str, done: int, total: int) -> None:
        bar = self._bars.get((account, what))
        if bar is None:
            if done >= total:
                return  # over at once
            bar = self._bars[account, what] = self._add(f"{account}: {what}", total=total)
        self._update(bar, completed=done, total=total)
