r"""What a text must hold for a pattern to have a chance, told from the pattern itself, one alternative at a time.

Of "\b(?:mag|moet) er nog iets bij\b" each match holds a word that begins with "mag" or "moet", and one with "iets". A
need is a set of such beginnings, signs or figures, one of which is always there; of several the one that is met least
often comes first. Whatever is not understood needs nothing, so the worst is that a pattern is asked in vain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mailaide.core.reading.text.stems import STOP

KEPT = 4
"""Letters of a word that are looked at."""

COMMON = 8
"""A sign, or a word that means little, is met as often as so many words of substance."""

FIGURE = "0"
"""Stands for all of them."""

Need = frozenset[str]

_OFFERED = re.compile(r"\w+|[^\w\s]")
_FIGURE = re.compile(r"\d")
_TOKEN = re.compile(
    r"(?P<bound>\\b|[\^$])|(?P<figure>\\d)|(?P<gap>\\[sW]|\\[^\w]|\[-?[^\w\\^\]-]+-?\]|[^\w()|\[\].*+?{}\\])"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>[*+?]\??|\{\d*(?:,\d*)?\}\??)|(?P<letters>\w+(?![*+?{])|\w)|(?P<other>\\.|\[(?:\\.|[^\]\\])*\]|.)",
    re.DOTALL,
)
_MAYBE = ("?", "*", "{0", "{,")


def offered(text: str) -> Need:
    """What a text has to offer: the beginnings of its words, its signs, and whether there is a figure in it."""
    found = [word[:KEPT] for word in _OFFERED.findall(text)]
    return frozenset([*found, FIGURE] if _FIGURE.search(text) else found)


def needs(pattern: str) -> list[tuple[str, tuple[Need, ...]]]:
    """The alternatives of a pattern, in order, each with its needs; empty: nothing that we know of."""
    found = []
    for way in _Parser(pattern).alternatives():
        before, group, after = _around(way.parts)
        if group is None:
            found.append((pattern[way.start : way.end], _needed(way.parts, edge=False, closed=False)[0]))
            continue
        head, tail = ("".join(part.text for part in side) for side in (before, after))
        for one in group.inner:
            wanted, _ = _needed(one.parts, edge=bool(before), closed=bool(after))
            found.append((head + pattern[one.start : one.end] + tail, wanted))
    return found


class _Part(NamedTuple):
    """One thing that a pattern asks for: `kind` as the tokens name them; a group holds its alternatives."""

    kind: str
    text: str
    times: str
    inner: tuple[_Way, ...] = ()

    @property
    def maybe(self) -> bool:
        return self.times.startswith(_MAYBE)


class _Way(NamedTuple):
    """Parts in a row, and where they stand in the pattern."""

    parts: tuple[_Part, ...]
    start: int
    end: int


class _Parser:
    """Takes a pattern apart, as far as it matters here."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [(one.lastgroup or "", one[0], one.start()) for one in _TOKEN.finditer(pattern)]
        self._tokens.append(("end", "", len(pattern)))
        self._at = 0

    def alternatives(self) -> tuple[_Way, ...]:
        found = [self._way()]
        while self._tokens[self._at][0] == "bar":
            self._at += 1
            found.append(self._way())
        return tuple(found)

    def _way(self) -> _Way:
        parts, start = [], self._tokens[self._at][2]
        while self._tokens[self._at][0] not in {"bar", "close", "end"}:
            parts.append(self._part())
        return _Way(tuple(parts), start, self._tokens[self._at][2])

    def _part(self) -> _Part:
        kind, text, _ = self._tokens[self._at]
        inner: tuple[_Way, ...] = ()
        self._at += 1
        if kind == "open":
            kind = "look" if text.endswith(("=", "!")) else "group"
            inner = self.alternatives()
            self._at += 1
        times = ""
        if self._tokens[self._at][0] == "times":
            times = self._tokens[self._at][1]
            self._at += 1
        return _Part(kind, text, times, inner)


def _around(parts: Sequence[_Part]) -> tuple[Sequence[_Part], _Part | None, Sequence[_Part]]:
    r"""One group between boundaries, "\b(?:…)\b", is as many ways as the group has."""
    others = [at for at, part in enumerate(parts) if part.kind != "bound"]
    if len(others) != 1 or parts[others[0]].kind != "group" or parts[others[0]].times:
        return (), None, ()
    return parts[: others[0]], parts[others[0]], parts[others[0] + 1 :]


def _needed(parts: Sequence[_Part], *, edge: bool, closed: bool) -> tuple[tuple[Need, ...], bool]:
    """The needs of parts in a row, and whether only the beginning of a word can follow them.

    `edge`: that is so before them; `closed`: no letter follows them.
    """
    found: list[Need] = []
    word = ""
    for at, part in enumerate(parts):
        if part.kind == "look":
            continue
        if part.kind == "letters" and not part.times and (word or edge):
            word, edge = word + part.text, False
            continue
        ends = part.kind in {"bound", "gap"}
        if word:
            found += _beginning(word, closed=ends and not part.maybe)
            word = ""
        after = ends
        if part.kind == "group":
            inner = [_needed(one.parts, edge=edge, closed=_closes(parts[at + 1 :], closed)) for one in part.inner]
            found += [] if part.maybe else _either([wanted for wanted, _ in inner])
            after = all(follows for _, follows in inner)
        elif not part.maybe:
            found += _sign(part)
        edge = after and (edge or not part.maybe)
    if word:
        found += _beginning(word, closed=closed)
    return tuple(sorted(dict.fromkeys(found), key=_met)), edge


def _closes(parts: Sequence[_Part], closed: bool) -> bool:
    """Whether no letter can follow at this place."""
    for part in parts:
        if part.kind not in {"look", "bound", "gap"}:
            return False
        if part.kind != "look" and not part.maybe:
            return True
    return closed


def _beginning(word: str, *, closed: bool) -> list[Need]:
    return [frozenset({word[:KEPT]})] if closed or len(word) >= KEPT else []


def _sign(part: _Part) -> list[Need]:
    if part.kind == "figure":
        return [frozenset(FIGURE)]
    signs = part.text.removeprefix("\\").strip("[]") if part.kind == "gap" else ""
    return [frozenset(signs)] if signs and _OFFERED.sub("", signs) == "" and not signs.isalpha() else []


def _either(ways: Sequence[tuple[Need, ...]]) -> list[Need]:
    """What one of several needs, each by its first need; nothing when one of them needs nothing."""
    return [frozenset().union(*(wanted[0] for wanted in ways))] if all(ways) else []


def _met(need: Need) -> int:
    """How often it is met, roughly: short words are common, and so are signs."""
    return sum(map(_common, need))


def _common(one: str) -> int:
    if one in STOP or not one.isalpha():
        return COMMON
    return int(4 ** (KEPT - len(one)))
