"""What became of a promise: kept, moved, or neither."""

from __future__ import annotations

from datetime import date

from builders import FRIDAY_9H, MONDAY_9H, NEXT_MONDAY_9H, TUESDAY_9H, WEDNESDAY_9H, a_dossier, from_us, local, we_say

from mailaide.core.matters.promises import Promise, promises
from mailaide.core.reading.signals import SignalKind

FRIDAY, NEXT_FRIDAY = date(2026, 3, 6), date(2026, 3, 13)
PROMISED = we_say(SignalKind.PROMISE, MONDAY_9H, "You have the proof on Friday.", FRIDAY)


def promised(**outcome: object) -> tuple[Promise, ...]:
    return (Promise(entry=PROMISED, signal=PROMISED.reading.signals[0], **outcome),)  # type: ignore[arg-type]


def test_a_promise_runs():
    assert promises(a_dossier(PROMISED, from_us(TUESDAY_9H, "The photos came out well."))) == promised()


def test_a_delivery_in_time_keeps_it():
    proof = we_say(SignalKind.DELIVERY, FRIDAY_9H, "Here is the proof.")

    assert promises(a_dossier(PROMISED, proof)) == promised(kept=proof)


def test_a_delivery_after_its_day_does_not():
    proof = we_say(SignalKind.DELIVERY, NEXT_MONDAY_9H, "Here is the proof.")

    assert promises(a_dossier(PROMISED, proof)) == promised(broken_at=local(2026, 3, 7))


def test_another_day_in_time_moves_it():
    later = we_say(SignalKind.PROMISE, WEDNESDAY_9H, "You have the proof a week later.", NEXT_FRIDAY)

    assert promises(a_dossier(PROMISED, later))[:1] == promised(moved=later)


def test_a_promise_without_a_day_is_none():
    assert promises(a_dossier(we_say(SignalKind.PROMISE, MONDAY_9H, "I'll see to it."))) == ()
