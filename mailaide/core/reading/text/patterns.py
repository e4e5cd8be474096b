"""A pattern of many alternatives, of which a sentence is only asked those that its words give a chance.

Most sentences hold none of the words that a kind of remark cannot do without, and such a remark has hundreds of ways
to be made. What is found is what the whole pattern would find; an alternative is compiled when it is first asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from mailaide.core.reading.text.needs import Need, needs, offered

at_hand = lru_cache(maxsize=512)(offered)
"""Remembered: a sentence is asked dozens of patterns, each of all sentences in turn."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compiled at first use: who reads Dutch does not pay for Spanish."""
    return re.compile(pattern)


@cache
def pattern(text: str) -> Pattern:
    """Taken apart at first use."""
    return Pattern(text)


class Pattern:
    """A regular expression over small letters, given by its text."""

    __slots__ = ("_also", "_by_need", "_ways", "always", "needed")

    def __init__(self, text: str) -> None:
        self._ways, wanted = zip(*needs(text), strict=True)
        self.always = [number for number, needed in enumerate(wanted) if not needed]
        self._also = {number: needed[1] for number, needed in enumerate(wanted) if needed[1:]}
        self._by_need: dict[str, list[int]] = {}
        for number, needed in enumerate(wanted):
            for one in needed[0] if needed else ():
                self._by_need.setdefault(one, []).append(number)
        self.needed = frozenset(self._by_need)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The leftmost match, of the first alternative that matches there; its groups are those of that one."""
        has = at_hand(text)
        possible = self.always if self.needed.isdisjoint(has) else self._possible(has)
        best: re.Match[str] | None = None
        for number in possible:
            found = compiled(self._ways[number]).search(text, start)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best

    def _possible(self, has: Need) -> list[int]:
        """The numbers of the alternatives that may match, in order: of their needs the two rarest are met."""
        met = set(self.always).union(*map(self._by_need.__getitem__, self.needed & has))
        also = self._also
        return [number for number in sorted(met) if number not in also or not also[number].isdisjoint(has)]

    def count(self, text: str) -> int:
        """How many matches there are that do not overlap."""
        count = start = 0
        while found := self.search(text, start):
            count, start = count + 1, found.end() + (not found[0])
        return count


class Kinds:
    """Several patterns that a text is asked together: how often does each kind of remark stand in it?"""

    __slots__ = ("_always", "_by_need", "_needed", "_patterns")

    def __init__(self, texts: Iterable[str]) -> None:
        self._patterns = [pattern(text) for text in texts]
        self._always = [kind for kind, one in enumerate(self._patterns) if one.always]
        self._by_need: dict[str, list[int]] = {}
        for kind, one in enumerate(self._patterns):
            for need in one.needed:
                self._by_need.setdefault(need, []).append(kind)
        self._needed = frozenset(self._by_need)

    def counts(self, text: str, most: int) -> tuple[int, ...]:
        """For each kind, in their order; more than `most` say no more."""
        found = [0] * len(self._patterns)
        possible = {kind for one in self._needed & at_hand(text) for kind in self._by_need[one]}
        for kind in possible.union(self._always):
            found[kind] = min(most, self._patterns[kind].count(text))
        return tuple(found)
