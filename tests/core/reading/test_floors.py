"""How well each reader must read all labelled mails at the least."""

from __future__ import annotations

import pytest

from bench.counts import Count, Scores
from bench.reading import TARGETS, score


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score()


FLOORS = {
    "new text, exact": (0.98, 0.98),
    "automatic reply": (1.0, 1.0),
    "questions": (0.93, 0.94),
    "changes": (0.72, 0.75),
    "revision request": (0.83, 0.9),
    "approval explicit": (0.92, 1.0),
    "approval conditional": (0.77, 1.0),
    "praise": (0.68, 0.88),
    "price dispute": (0.7, 0.85),
    "promises": (0.93, 0.91),
    "promises, date right": (0.96, 0.96),
    "wording": (0.87, 0.9),
    "fees named": (0.93, 0.93),
    "holding reply": (1.0, 1.0),
    "answers": (0.94, 0.85),
}
"""Reader → least recall and precision over all labelled mails. They may only rise."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_readers_reach_their_floor(name: str, scores: Scores) -> None:
    recall, precision = FLOORS[name]
    count: Count = scores.counts[name]["all"]

    assert (count.recall >= recall, count.precision >= precision) == (True, True), (count.recall, count.precision)


def test_every_target_has_a_floor() -> None:
    assert set(TARGETS) <= set(FLOORS)
