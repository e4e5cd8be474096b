"""What a person teaches the ear."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from mailaide.core.reading.ear.tuning import FARTHEST, STEP, WITHOUT, Verdict, shifted, shifts, told

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def a_verdict(message_id: str = "<1@x>", *cues: str, complaint: bool = False) -> Verdict:
    return Verdict(message_id=message_id, at=MONDAY, cues=cues or ("late",), complaint=complaint)


def test_not_a_complaint_makes_its_cues_count_less() -> None:
    learnt = shifts([a_verdict()])

    assert learnt == {"late": -STEP}
    assert shifted(0.6, ["late"], learnt) < 0.6
    assert shifted(0.6, ["money"], learnt) == 0.6


def test_a_verdict_taken_back_leaves_no_trace() -> None:
    assert shifts([]) == {}
    assert shifts([a_verdict(), a_verdict(complaint=True)]) == {"late": STEP}


def test_a_message_without_a_cue_teaches_something_too() -> None:
    learnt = shifts([Verdict(message_id="<1@x>", at=MONDAY, cues=(), complaint=False)])

    assert learnt == {WITHOUT: -STEP}
    assert shifted(0.6, [], learnt) < 0.6


def test_nobody_talks_the_ear_deaf() -> None:
    learnt = shifts([a_verdict(f"<{number}@x>") for number in range(100)])

    assert learnt == {"late": -FARTHEST}
    assert shifted(0.95, ["late"], learnt) > 0.5


def test_what_was_learnt_can_be_told() -> None:
    learnt = shifts(
        [a_verdict(), a_verdict("<2@x>", "money", complaint=True), a_verdict("<3@x>", "money", complaint=True)]
    )

    assert told(learnt) == [
        "money: more often a complaint (+0.50)",
        "late: less often a complaint (-0.25)",
    ]


@given(st.floats(0, 1), st.lists(st.sampled_from(["late", "money"])), st.lists(st.booleans(), max_size=20))
def test_a_score_stays_a_score(score: float, cues: list[str], words: list[bool]) -> None:
    learnt = shifts(a_verdict(f"<{number}@x>", complaint=word) for number, word in enumerate(words))

    assert 0 <= shifted(score, cues, learnt) <= 1
