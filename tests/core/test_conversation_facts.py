"""The facts that the timeline tells of whole conversations, scored against those that the records tell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from replay import Replay, replayed_in_memory
from system.conversations import KINDS, Score, load, not_read_yet, score, table

CONVERSATIONS = load()

FLOOR = {
    "complaint opened": (12, 2),  # a false one less, and one is a doubt: "Did you read the brief at all?"
    "complaint repeated": (6, 0),
    "complaint reopened": (1, 0),
    "complaint answered": (15, 0),  # the answers to what is a doubt now
    "reply blames the client": (0, 0),
    "holding reply": (7, 0),
    "fee disclosed": (30, 2),
    "automatic reply, ignored": (8, 0),
    "client writes from another address": (6, 2),
    "subject changed": (4, 4),
    "no news from us": (36, 1),
    "question asked": (31, 6),
    "question answered": (30, 6),
    "revision round": (32, 2),
    "revision delivered outside the rounds": (1, 0),
    "change requested after approval": (1, 0),
    "approval given": (24, 2),
    "conditional approval given": (4, 0),
    "fee disputed": (3, 0),
    "promise made, due": (49, 0),
    "promise made, recurring": (1, 0),
    "promise made, no date": (3, 0),
    "promise kept": (34, 0),
    "promise broken": (10, 0),
    "promise moved": (1, 0),
    "question left unanswered": (5, 0),
    "delivery made": (29, 5),
    "no approval after delivery": (4, 1),
    "fee accepted": (8, 1),
    "fee declined": (1, 0),
    "fee named only on the invoice": (1, 0),
    "fee dispute withdrawn": (2, 0),
    "praise": (10, 3),
    "thanks, no action": (6, 0),
    "not a complaint": (3, 0),
    "no complaint but haggling": (1, 0),
    "not an approval": (1, 0),
}
"""Kind → how many are found at least, and how many wrong ones are told at most. It may only get stricter."""


@pytest.fixture(scope="module")
def replays() -> list[Replay]:
    return [replayed_in_memory(one) for one in CONVERSATIONS]


@pytest.fixture(scope="module")
def scored(replays: list[Replay], scores: dict[str, list[str]]) -> Mapping[str, Score]:
    """The score of all conversations together, by kind; it is printed when the run ends."""
    each = [score(replay.conversation, replay.facts) for replay in replays]
    total = {kind.name: sum((one[kind.name] for one in each), Score()) for kind in KINDS}
    messages = sum(len(one.mails) for one in CONVERSATIONS)
    cycles = sum(replay.cycles for replay in replays)
    title = f"facts of {len(CONVERSATIONS)} conversations, {messages} messages, {cycles} cycles"
    scores[title] = table(total, not_read_yet(CONVERSATIONS))
    return total


@pytest.mark.parametrize("kind", FLOOR)
def test_the_facts_reach_their_floor(kind: str, scored: Mapping[str, Score]) -> None:
    at_least, at_most = FLOOR[kind]

    assert len(scored[kind].found) >= at_least, sorted(scored[kind].missed)
    assert len(scored[kind].wrong) <= at_most, sorted(scored[kind].wrong)


def test_every_kind_has_a_floor() -> None:
    assert list(FLOOR) == [kind.name for kind in KINDS]
