"""The mixer of the ear, a regression over its values and their products."""

from __future__ import annotations

from itertools import count, islice

import pytest

from mailaide.core.reading.ear.ear import Mixer


def mixer(values: int) -> Mixer:
    """One with weights that are all different."""
    weights = [*islice((0.1 * number for number in count(1)), values + values * (values + 1) // 2)]
    deviations = [1.0 + at for at in range(values)]
    return Mixer(means=[0.5] * values, deviations=deviations, weights=weights, bias=-1.0, products=True)


@pytest.mark.parametrize("last", [[0.0, 0.0], [1.5, -2.0], [0.0, 90.0]])
def test_values_that_are_known_are_weighed_beforehand(last: list[float]) -> None:
    first = [0.3, -1.0, 2.5]

    told = mixer(5).ending(last)(first)

    assert told == pytest.approx(mixer(5)([*first, *last]))


def test_each_value_counts_by_itself_and_with_all_others() -> None:
    two = Mixer(
        means=[0.0, 0.0], deviations=[1.0, 1.0], weights=[1.0, 10.0, 100.0, 1000.0, 10_000.0], bias=0.5, products=True
    )

    assert two([2.0, 3.0]) == pytest.approx(0.5 + 2 + 30 + 400 + 6000 + 90_000)
