"""The person's marks as lines of a file, beside the store: what no mailbox can tell survives a store that is lost.

A line is added and never changed. One that was cut short or damaged is left out, and said so.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from mailaide.core.marks import Mark, MarkKind
from mailaide.errors import StoreError

log = logging.getLogger(__name__)


class MarksFile:
    """Lines of JSON, for their user only. Raises StoreError when the file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, mark: Mark) -> None:
        """Durable when it returns; several processes may add at once."""
        line = json.dumps(_told(mark), ensure_ascii=False) + "\n"
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "r+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                before = b"" if _ends_with_a_line(file.fileno()) else b"\n"
                file.write(before + line.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _failed(self._path, error) from error

    def read(self) -> list[Mark]:
        """All marks in the order in which they were made; none when there is no file."""
        try:
            text = self._path.read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _failed(self._path, error) from error
        return list(self._marks(text))

    def _marks(self, text: str) -> Iterator[Mark]:
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip():
                continue
            try:
                yield _mark(json.loads(line))
            except (ValueError, KeyError, TypeError):
                log.error(
                    "%s:%d cannot be read and is left out; the other marks hold. Make the mark again.",
                    self._path,
                    number,
                )


def _ends_with_a_line(descriptor: int) -> bool:
    """Whether nothing was cut short."""
    size = os.fstat(descriptor).st_size
    return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"


def _told(mark: Mark) -> dict[str, object]:
    return {
        "at": mark.at.isoformat(),
        "mark": mark.kind.value,
        "project": mark.project,
        "about": mark.about,
        **({"note": mark.note} if mark.note else {}),
        **({"undone": True} if mark.undone else {}),
    }


def _mark(told: dict[str, object]) -> Mark:
    at = datetime.fromisoformat(str(told["at"]))
    if at.tzinfo is None:
        raise ValueError(at)
    return Mark(
        kind=MarkKind(str(told["mark"])),
        project=str(told["project"]),
        about=str(told["about"]),
        at=at,
        note=str(told.get("note", "")),
        undone=told.get("undone") is True,
    )


def _failed(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{path} cannot be used: {error.strerror or error}. No mark was lost that was confirmed before. "
        "Make it a file that this user may read and write, on a disk with room."
    )
