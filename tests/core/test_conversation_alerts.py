"""Which alerts whole conversations raise, and how many of them a sensible person would call false."""

from __future__ import annotations

from collections import Counter

import pytest
from replay import Replay, replayed_in_memory
from system.alarms import false_alerts, missed_alerts
from system.conversations import load

from mailaide.core.intent import State

MOST = {
    "answers": (4, 0),
    "approvals": (8, 1),  # the yes stands in a mail of another project's conversation
    "complaints": (19, 0),
    "dispute": (3, 0),
    "fees": (7, 0),
    "kickoff": (7, 0),
    "promises": (22, 0),
    "questions": (10, 0),
    "revisions": (3, 2),  # a sentence of an apology, and one of a word of praise, is taken for a wish
    "status": (14, 0),
}
"""Duty → how many alerts there are at most, and how many of them are false at most. It may only get stricter,
unless more is heard, and none of it falsely."""

MISSED = {
    "conv-en-08": 1,  # a mail from an address that nobody knows
    "conv-nl-10": 1,  # "I'd have liked to hear more of him" among three wishes to alter: heard at the second mail
}
"""Conversation → how much of what had to be told was not."""


@pytest.fixture(scope="module")
def replays() -> list[Replay]:
    return [replayed_in_memory(one) for one in load()]


def test_no_duty_raises_more_alerts_than_before_and_no_more_false_ones(
    replays: list[Replay], scores: dict[str, list[str]]
):
    false = [key for one in replays for key in false_alerts(one.conversation, one.intents)]
    told = [alert for one in replays for alert in one.alerts if alert.project and alert.state is not State.COVERED]
    of_duty, wrong = Counter(one.duty for one in told), Counter(key.partition("/")[0] for key in false)
    lines = [f"{duty:<14}{of_duty[duty]:>4}{wrong[duty]:>10}" for duty in sorted(of_duty)]
    title = f"alerts of {len(replays)} conversations: {of_duty.total()}, false {wrong.total()}"
    scores[title] = ["duty         told     false", *lines]

    too_many = {
        duty: (of_duty[duty], wrong[duty])
        for duty in of_duty
        if of_duty[duty] > MOST.get(duty, (0, 0))[0] or wrong[duty] > MOST.get(duty, (0, 0))[1]
    }
    assert too_many == {}, false


def test_what_had_to_be_told_was_told(replays: list[Replay]):
    missed = {one.conversation.id: missed_alerts(one.conversation, one.intents) for one in replays}

    assert {key: found for key, found in missed.items() if len(found) > MISSED.get(key, 0)} == {}
