"""One calm message: what is owed to a reader at the same time goes into one letter, in the order of the duties.

A reply stays a reply: what answers a message goes together, and what answers none is added to the newest reply to
the same reader, so that a client never gets two letters where one will do. A complaint goes alone and first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from mailaide.core.letter import Letter
from mailaide.core.obligation import Obligation, RaiseAlert


def in_turn(obligations: Sequence[Obligation], now: datetime) -> Sequence[Obligation]:
    """All of them, or only the most urgent one: nothing else is written or raised while a client is unhappy.

    What went wrong with mail is told all the same.
    """
    urgent = [obligation for obligation in obligations if obligation.urgent and obligation.draft_at <= now]
    if not urgent:
        return obligations
    first = min(urgent, key=lambda obligation: obligation.due)
    return [one for one in obligations if one is first or one.at_once]


def letters(owed: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The obligations as they are to be told: each with its letter, those that share one joined. Order is kept."""
    groups: dict[str, list[Obligation]] = {}
    own: dict[frozenset[str], list[Obligation]] = {}
    for one in owed:
        if one.letter is not None:
            answered = _answered(one.letter)
            (groups.setdefault(answered, []) if answered else own.setdefault(_readers(one), [])).append(one)
    for readers, told in own.items():
        replies = (group for group in groups.values() if _readers(group[0]) == readers)
        reply = max(replies, key=_answered_at, default=None)
        if reply is None:
            groups[", ".join(sorted(readers))] = told
        else:
            reply += told
    return tuple(joined(group) for group in groups.values())


def one_a_letter(alerts: Iterable[RaiseAlert], told_in: Iterable[Collection[str]]) -> list[RaiseAlert]:
    """One letter, one alert: of the first of what it tells, with the others inside. `told_in` are keys, by letter."""
    by_letter = {key: number for number, keys in enumerate(told_in) for key in keys}
    groups: dict[int | str, list[RaiseAlert]] = {}
    for alert in alerts:
        key = alert.obligation.key
        groups.setdefault(by_letter.get(key, key), []).append(alert)
    return [replace(first, also=tuple(others)) for first, *others in groups.values()]


def joined(group: Sequence[Obligation]) -> Obligation:
    """Several obligations as one: its key and thread are those of the first, its letter has the parts of all."""
    first, *others = group
    if not others:
        return first
    written = [one.letter for one in group if one.letter is not None]
    return replace(
        first,
        covers=tuple(one.key for one in others),
        since=min(one.since for one in group),
        due=min(one.due for one in group),
        draft_at=max(one.draft_at for one in group),
        because="; ".join(one.because for one in group),
        evidence=tuple(dict.fromkeys(identifier for one in group for identifier in one.evidence)),
        letter=replace(written[0], parts=tuple(part for letter in written for part in letter.parts)),
    )


def _answered(letter: Letter) -> str:
    return letter.answers.message_id if letter.answers else ""


def _answered_at(group: Sequence[Obligation]) -> datetime:
    letter = group[0].letter
    return letter.answers.received_at if letter and letter.answers else group[0].since


def _readers(owed: Obligation) -> frozenset[str]:
    """Costs are told to the one who decides, not to a colleague of theirs who asked something, or who reads along."""
    letter = owed.letter
    return frozenset(one.email for one in (letter.to, *letter.cc)) if letter else frozenset()
