"""A sample of what `./run crash` does at length: killed, cut off or without a disk, it ends as if nothing had happened.

The seed is fixed, so that a failure comes again; another one is taken by `./run crash --seed`.
"""

from __future__ import annotations

import pytest
from system.crash import plan
from system.crash.__main__ import about_what
from system.crash.rig import Rig
from system.crash.scenes import Scene

pytestmark = pytest.mark.dovecot

SEED = 20
SAMPLES = {"kills": 10, "line_faults": 8, "disk_faults": 5}
"""How many, over all scenes."""


@pytest.mark.parametrize("kind", SAMPLES)
def test_after_a_fault_there_is_one_draft_and_one_alert_each_and_nothing_else(
    kind: str, rig: Rig, scores: dict[str, list[str]]
):
    number, scenes = SAMPLES[kind], tuple(Scene)
    results = [rig.run(case) for case in getattr(plan, kind)(rig, number, SEED, scenes)]

    scores.setdefault("crash rig, a sample", []).append(about_what(results))
    assert sum(result.struck for result in results) > number // 2
    assert [result for result in results if not result.exact] == []
