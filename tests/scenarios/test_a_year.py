"""A made-up practice through two months, as `./run bench year` lives a year: nothing forgotten, nobody flooded."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bench.year import BEGINS, Year


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_past_its_due_time_was_told_and_no_week_is_a_flood(tmp_path: Path, seed: int):
    year = Year(tmp_path / "year.db", projects=4, seed=seed)
    year.live(weeks=8)
    year.close()

    drafts, alerts = ([getattr(week, kind).total() for week in year.weeks] for kind in ("drafts", "alerts"))
    assert year.missed == []
    assert year.mails > 20
    assert 0 < sum(drafts) < 4 * 8 * 3
    assert 0 < sum(alerts) < 4 * 8 * 2


def test_what_no_cycle_has_told_is_seen_as_missed(tmp_path: Path):
    year = Year(tmp_path / "year.db", projects=1)
    year.mail("p0", "Could you tell me which day the homepage goes online?", BEGINS, ours=False)
    year.run(BEGINS, everything=True)

    year.look(BEGINS + timedelta(days=4))
    year.close()

    assert [one.split("/")[0] for one in year.missed] == ["questions", "kickoff", "fees"]
