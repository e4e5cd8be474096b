"""After the store was lost: which letters an earlier life of it may have put, and which of them lie in the mailbox.

What was told together then need not be what would be told together now: a part may have been sent or deleted since,
which nobody remembers. So every letter that could have been written is looked for, by the Message-ID it would bear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from mailaide.core.calm import joined
from mailaide.core.intent import Intent
from mailaide.core.mail import Place
from mailaide.core.obligation import Obligation
from mailaide.core.placing import Sighting

MANY = 4
"""From more parts than this on, only the whole and the single ones are looked for."""


def possible(owed: Iterable[Obligation]) -> Iterator[Obligation]:
    """Every letter that could have told some of these: to each answered message, with or without what answers none.

    The likelier come first: a reply in full, and by itself.
    """
    replies: dict[str, list[Obligation]] = {}
    own: list[Obligation] = []
    for one in owed:
        if one.letter is not None and one.letter.answers is not None:
            replies.setdefault(one.letter.answers.message_id, []).append(one)
        elif one.letter is not None:
            own.append(one)
    along = _parts(own)
    for group in replies.values():
        yield from (joined([*some, *more]) for some in _parts(group) for more in [(), *along])
    yield from (joined(some) for some in along)


def _parts(group: Sequence[Obligation]) -> list[tuple[Obligation, ...]]:
    """The choices out of a group, the largest first."""
    if len(group) > MANY:
        return [tuple(group), *((one,) for one in group)]
    return list(chain.from_iterable(combinations(group, size) for size in range(len(group), 0, -1)))


def found(candidates: Iterable[Intent], seen: Mapping[str, Sequence[Sighting]]) -> list[Intent]:
    """Those that lie in the mailbox, none of them about what another one is about.

    One that is known by its own Message-ID goes first. What only answers the same message may be any of them, and is
    taken for the likeliest.
    """
    chosen: list[Intent] = []
    taken: set[str] = set()
    places: set[Place] = set()
    there = [one for one in candidates if seen.get(one.message_id)]
    for one in sorted(there, key=lambda one: _likelihood(one, seen[one.message_id]), reverse=True):
        at = {sighting.place for sighting in seen[one.message_id]}
        if taken.isdisjoint(one.keys) and places.isdisjoint(at):
            chosen.append(one)
            taken.update(one.keys)
            places |= at
    return chosen


def _likelihood(one: Intent, sightings: Sequence[Sighting]) -> tuple[bool, int]:
    exact = any(sighting.message_id == one.message_id for sighting in sightings)
    return exact, len(one.keys) if exact else 0
