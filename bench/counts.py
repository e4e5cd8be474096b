"""What the readers found in labelled mail, beside what is there: counts, by reader and group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mailaide.core.mail import Header, Message, Place, Role

NOBODY_SAYS = datetime.fromisoformat("2026-01-05T09:00:00+00:00")


@dataclass(kw_only=True)
class Count:
    """How many were found, were there, and were claimed."""

    hits: int = 0
    true: int = 0
    claimed: int = 0

    def add(self, hits: int, true: int, claimed: int) -> None:
        self.hits, self.true, self.claimed = self.hits + hits, self.true + true, self.claimed + claimed

    @property
    def recall(self) -> float:
        return self.hits / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        return self.hits / self.claimed if self.claimed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.true + self.claimed) if self.true + self.claimed else 1.0


@dataclass(kw_only=True)
class Scores:
    """Counts by reader and group; a group is "seen", "held out" or a language."""

    counts: dict[str, dict[str, Count]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Count)))

    def spans(self, name: str, groups: Sequence[str], wanted: Sequence[str], found: Sequence[str], text: str) -> None:
        hits = len(overlapping(wanted, found, text))
        self.flag(name, groups, hits, len(wanted), len(found))

    def flag(self, name: str, groups: Sequence[str], hits: int, true: int, claimed: int) -> None:
        for group in groups:
            self.counts[name][group].add(hits, true, claimed)


def overlapping(wanted: Sequence[str], found: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Pairs of places (wanted, found) that overlap by half of the shorter."""
    pairs: list[tuple[int, int]] = []
    for place, one in enumerate(wanted):
        start = text.find(one)
        for other, claimed in enumerate(found):
            begin = text.find(claimed)
            shared = min(start + len(one), begin + len(claimed)) - max(start, begin)
            fresh = other not in {used for _, used in pairs}
            if fresh and shared > 0 and 2 * shared >= min(len(one), len(claimed)):
                pairs.append((place, other))
                break
    return pairs


def cell(count: Count | None) -> str:
    """Recall / precision (F1), and how many there are."""
    if count is None or not (count.true or count.claimed):
        return "–"
    return f"{count.recall:.2f} / {count.precision:.2f} ({count.f1:.2f}) {count.true}"


def message(record: Mapping[str, Any], *, own: bool) -> Message:
    """A labelled record as it came in or went out."""
    at = datetime.fromisoformat(record["date"]) if "date" in record else NOBODY_SAYS
    header = Header(
        place=Place(account="bench", folder="bench", uidvalidity=1, uid=1),
        role=Role.SENT if own else Role.INBOX,
        message_id="<bench@example.com>",
        subject=record["subject"],
        received_at=at,
    )
    return Message(header=header, text=record.get("body") or record["text"])
