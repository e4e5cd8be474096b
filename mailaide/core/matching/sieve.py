"""What one field of a header tells of a message that nobody has parsed: may it be of interest at all?

Most mail of a mailbox is neither a client's nor an answer to anything. The sieve may let through what the directory
then refuses, never the reverse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum


class Weight(IntEnum):
    """What an address among the parties of a message says about it; of several, the heaviest counts."""

    STRANGER = 0
    OURS = 1
    """The person's own: what goes to nobody else is a note."""

    DOUBTFUL = 2
    """A project's name behind our own, a mail server that may report about any message, or two things at once."""

    CLIENT = 3
    """The message is a client's, whatever else it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """Made by the directory, for what it knows. `tags`: whether projects are known by a tag in the subject."""

    weigh: Callable[[str], Weight] = field(compare=False)
    tags: bool

    def may_hold_tag(self, subject: bytes) -> bool:
        """Whether a subject as it came may hold a tag; in encoded words nobody sees it."""
        return self.tags and (b"[" in subject or b"=?" in subject)
