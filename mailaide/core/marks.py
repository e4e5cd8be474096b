"""What the person did or knows outside of mail: answered by phone, settled, done, or a false alarm.

A mark is an event and never changes; one that is `undone` takes back the latest before it of its kind about the same.
So marks that were kept in two places are put together by taking them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_LAST_ID = re.compile(r"<[^<>\s]+>$")


class MarkKind(StrEnum):
    ANSWERED = "answered"
    """The client has had an answer in another way: by phone, in person, from an address that is not read here."""

    SOLVED = "solved"
    """The matter is settled; nothing more is owed about it."""

    DONE = "done"
    """What was owed is done, a promise kept for instance."""

    NOT_A_COMPLAINT = "not-a-complaint"
    """The message was taken for a complaint and is none."""


CLOSING = frozenset({MarkKind.ANSWERED, MarkKind.SOLVED, MarkKind.DONE})
"""They end what they are about, as it was known at their instant; what comes later opens anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One word of the person's. `about` is an obligation's key, a Message-ID, or the project's own key.

    A Message-ID stands for its conversation as far as it had come at `at`, the project's key for all that was open.
    """

    kind: MarkKind
    project: str
    about: str
    at: datetime
    note: str = ""
    undone: bool = False

    @property
    def message(self) -> str:
        """The message it is about, or that the obligation of its key is about; or the empty string."""
        found = _LAST_ID.search(self.about)
        return found[0] if found else ""


def in_force(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Those that hold, oldest first."""
    holding: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.at, one.undone, one.kind, one.about)):
        if not mark.undone:
            holding.append(mark)
            continue
        taken_back = next((one for one in reversed(holding) if _same(one, mark)), None)
        if taken_back is not None:
            holding.remove(taken_back)
    return tuple(holding)


def _same(one: Mark, other: Mark) -> bool:
    return (one.kind, one.project, one.about) == (other.kind, other.project, other.about)
