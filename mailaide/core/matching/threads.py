"""Which messages are one conversation: those that Message-ID, In-Reply-To and References tie together (RFC 5256).

A thread is a connected part of the graph of ids, so neither the order of arrival nor a duplicate nor a cycle
changes it. A reply that names no message joins by its subject only among the same people and within 30 days.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailaide.core.mail import Header

LONGEST_CHAIN = 500
"""Of longer References the beginning and the end count; no mail client writes such a field."""

SUBJECT_REACH = timedelta(days=30)

_MARK = r"\s*(?:{words})(?:\s?\[\d{{1,3}}\]|\s?\(\d{{1,3}}\))?\s*:"
_REPLY_WORDS = "re|aw|antw|antwoord|réf|réponse"
_ANY_WORDS = _REPLY_WORDS + "|fwd?|wg|tr|rv|doorst"
_REPLY = re.compile(_MARK.format(words=_REPLY_WORDS), re.IGNORECASE)
_MARKS = re.compile(f"^(?:{_MARK.format(words=_ANY_WORDS)})+", re.IGNORECASE)
_WAS = re.compile(r"\s*\(was:?\s[^()]*\)\s*$", re.IGNORECASE)


def base_subject(subject: str) -> str:
    """The subject without reply and forward marks and "(was: …)", in lower case (RFC 5256, 2.1, simplified)."""
    return " ".join(_WAS.sub("", _MARKS.sub("", subject)).split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What one message ties together.

    `ids` are its References, oldest first, its own id, and last what the server calls the conversation. `kin` stands
    for its base subject and its people, or is empty when it must not be found by them; `seeks` tells that it is a
    reply which names no message.
    """

    message_id: str
    ids: tuple[str, ...]
    at: datetime
    kin: str = ""
    seeks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A conversation. `name` is the id of one of its messages, the first that was heard of.

    `projects` are those its messages are filed in; `settled` tells that the person said so, and nothing that a
    message says counts against it. `candidates` are those that its messages may be of while they wait, as far as the
    caller told; no store keeps them here.
    """

    name: str
    projects: tuple[str, ...] = ()
    settled: bool = False
    candidates: tuple[str, ...] = ()

    def in_project(self, project: str) -> Thread:
        """The thread, now that a message of it is filed there."""
        return self if project in self.projects else replace(self, projects=tuple(sorted((*self.projects, project))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What became of the threads: ids that have one now, threads that are new or changed, old name → new name."""

    ids: Mapping[str, str]
    threads: Mapping[str, Thread]
    renamed: Mapping[str, str]


def tie(header: Header) -> Tie:
    chain = header.references
    if len(chain) > LONGEST_CHAIN:
        chain = chain[: LONGEST_CHAIN // 2] + chain[-LONGEST_CHAIN // 2 :]
    return Tie(
        message_id=header.message_id,
        ids=(*chain, header.message_id, *_conversation(header)),
        at=header.received_at,
        kin=_kin(header),
        seeks=not chain and _REPLY.match(header.subject) is not None,
    )


def _conversation(header: Header) -> Iterator[str]:
    """The server's own word for the conversation, made into an id that no message has."""
    if header.conversation:
        yield f"conversation {header.conversation} of {header.place.account}"


def _kin(header: Header) -> str:
    subject = base_subject(header.subject)
    people = {one.email for one in (*((header.sender,) if header.sender else ()), *header.recipients)}
    if not subject or len(people) < 2:  # noqa: PLR2004  # one alone is not among the same people
        return ""
    told = "\n".join((subject, *sorted(people))).encode("utf-8", "replace")
    return hashlib.blake2b(told, digest_size=12).hexdigest()


def kindred(ties: Iterable[Tie]) -> Iterator[tuple[str, str]]:
    """Pairs of messages that belong together by subject, people and time."""
    by_kin: dict[str, list[Tie]] = defaultdict(list)
    for one in ties:
        if one.kin:
            by_kin[one.kin].append(one)
    for same in by_kin.values():
        for reply in same:
            if reply.seeks:
                for other in same:
                    if reply.at - SUBJECT_REACH <= other.at <= reply.at and other is not reply:
                        yield reply.message_id, other.message_id


Parts = Sequence[Sequence[str]]
"""Ids that are of one thread now, part by part."""


def parts(ties: Sequence[Tie], known: Mapping[str, Thread], kin: Iterable[Tie] = ()) -> Parts:
    """What belongs together, once these messages have come.

    `known` gives the present thread of those of the ids that have one, `kin` the earlier messages that a subject may
    lead to, whose ids are in `known` as well.
    """
    sets = _Sets()
    pairs = kindred({(one.message_id, one.kin, one.at, one.seeks): one for one in (*kin, *ties)}.values())
    for ids in (*(one.ids for one in ties), *pairs):
        for one in ids:
            sets.union(ids[0], one)
    first_of: dict[str, str] = {}
    for one in sets.members():
        if one in known:
            sets.union(first_of.setdefault(known[one].name, one), one)
    found: dict[str, list[str]] = defaultdict(list)
    for one in [*sets.members()]:
        found[sets.root(one)].append(one)
    return [*found.values()]


def meeting(found: Parts, known: Mapping[str, Thread]) -> frozenset[str]:
    """The names of threads that become one with others: how large they are decides which keeps its name."""
    names = ({known[one].name for one in ids if one in known} for ids in found)
    return frozenset(name for some in names if len(some) > 1 for name in some)


def join(found: Parts, known: Mapping[str, Thread], sizes: Mapping[str, int]) -> Joined:
    """The threads of these parts. `sizes` tells of those that meet how many ids each has."""
    done = [_part(ids, known, sizes) for ids in found]
    return Joined(
        ids={one: name for part in done for one, name in part.ids.items()},
        threads={name: thread for part in done for name, thread in part.threads.items()},
        renamed={old: new for part in done for old, new in part.renamed.items()},
    )


def _part(ids: Sequence[str], known: Mapping[str, Thread], sizes: Mapping[str, int]) -> Joined:
    there = {known[one].name: known[one] for one in ids if one in known}
    # The largest keeps its name: a thread of thousands is never written anew for the sake of a small one.
    kept = min(there, key=lambda name: (-sizes.get(name, 0), name)) if there else ids[0]
    projects = tuple(sorted({key for one in there.values() for key in one.projects}))
    thread = Thread(
        name=kept,
        projects=projects,
        settled=len(projects) == 1 and all(one.settled for one in there.values() if one.projects),
    )
    return Joined(
        ids=dict.fromkeys((one for one in ids if one not in known), kept),
        threads={} if thread == there.get(kept) else {kept: thread},
        renamed={name: kept for name in there if name != kept},
    )


class _Sets:
    """Disjoint sets of ids, in the order in which they were heard of."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def members(self) -> Iterable[str]:
        return self._above

    def root(self, one: str) -> str:
        above = self._above
        if one not in above:
            above[one] = one
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def union(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._above[second] = first


class Forest:
    """Threads in memory, grown message by message."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._ids: dict[str, list[str]] = {}
        self._threads: dict[str, Thread] = {}
        self._kin: dict[str, dict[tuple[str, datetime, bool], Tie]] = defaultdict(dict)

    def thread(self, message_id: str) -> Thread | None:
        name = self._names.get(message_id)
        return None if name is None else self._threads[name]

    def named(self, name: str) -> Thread | None:
        return self._threads.get(name)

    def replace(self, thread: Thread) -> None:
        self._threads[thread.name] = thread

    def join(self, ties: Sequence[Tie]) -> Joined:
        kin = [one for key in {tie.kin for tie in ties if tie.kin} for one in self._kin[key].values()]
        ids = {one for tie in (*ties, *kin) for one in (*tie.ids, tie.message_id)}
        known = {one: thread for one in ids if (thread := self.thread(one))}
        found = parts(ties, known, kin)
        joined = join(found, known, {name: len(self._ids[name]) for name in meeting(found, known)})
        for one, name in joined.ids.items():
            self._names[one] = name
            self._ids.setdefault(name, []).append(one)
        for old, new in joined.renamed.items():
            del self._threads[old]
            for one in (moved := self._ids.pop(old)):
                self._names[one] = new
            self._ids[new] += moved
        self._threads.update(joined.threads)
        for tie in ties:
            if tie.kin:
                self._kin[tie.kin][tie.message_id, tie.at, tie.seeks] = tie
        return joined

    def partition(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(ids) for ids in self._ids.values())
