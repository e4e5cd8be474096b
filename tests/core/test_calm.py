"""One calm message: what is owed at the same time goes into one letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from builders import MONDAY_9H, MONDAY_10H, PIET, STRANGER, TUESDAY_9H, a_client, from_client

from mailaide.core.calm import in_turn, joined, letters, one_a_letter
from mailaide.core.letter import Letter, to_client
from mailaide.core.obligation import Obligation, RaiseAlert, Rung

ASKED = from_client(MONDAY_9H, "When is it ready?")
LATER = from_client(MONDAY_10H, "And who brings it?")


def letter(template: str, **fields: Any) -> Letter:
    return to_client(a_client(), template, **fields)


def an_obligation(duty: str, **changes: Any) -> Obligation:
    fields: dict[str, Any] = {
        "duty": duty,
        "project": "harbour",
        "key": f"{duty}/harbour",
        "since": MONDAY_9H,
        "due": TUESDAY_9H,
        "because": f"{duty} is owed",
        "draft_at": MONDAY_9H,
        "letter": letter(duty),
    }
    return Obligation(**{**fields, **changes})


def told(*owed: Obligation) -> list[tuple[str, tuple[str, ...]]]:
    """For each letter the parts, after the duty that leads."""
    return [(one.duty, tuple(part.template for part in one.letter.parts)) for one in letters(owed) if one.letter]


def test_letters_of_our_own_accord_become_one():
    assert told(an_obligation("fees"), an_obligation("status")) == [("fees", ("fees", "status"))]


def test_each_reader_gets_a_letter_of_their_own():
    to_stranger = letter("promises", to=STRANGER)

    assert told(an_obligation("fees"), an_obligation("promises", letter=to_stranger), an_obligation("status")) == [
        ("fees", ("fees", "status")),
        ("promises", ("promises",)),
    ]


def test_costs_are_not_told_in_a_reply_that_others_read_along_with():
    reply = letter("questions", answers=ASKED.header, cc=(STRANGER,))

    assert told(an_obligation("questions", letter=reply), an_obligation("fees")) == [
        ("questions", ("questions",)),
        ("fees", ("fees",)),
    ]


def test_what_has_no_letter_is_in_none():
    assert told(an_obligation("fees"), an_obligation("status", letter=None)) == [("fees", ("fees",))]


def test_replies_go_together_by_the_message_that_they_answer():
    first, second = (letter("questions", answers=one.header) for one in (ASKED, LATER))
    changes = letter("revisions", answers=ASKED.header)

    assert told(
        an_obligation("questions", letter=first),
        an_obligation("answers", letter=second),
        an_obligation("revisions", letter=changes),
    ) == [("questions", ("questions", "revisions")), ("answers", ("questions",))]


def test_a_letter_of_our_own_accord_goes_along_with_the_newest_reply():
    first, second = (letter("questions", answers=one.header) for one in (ASKED, LATER))

    assert told(
        an_obligation("questions", letter=first), an_obligation("answers", letter=second), an_obligation("fees")
    ) == [("questions", ("questions",)), ("answers", ("questions", "fees"))]


def test_news_does_not_go_along_to_another_reader():
    reply = letter("questions", answers=ASKED.header, to=STRANGER)

    assert told(an_obligation("questions", letter=reply), an_obligation("fees")) == [
        ("questions", ("questions",)),
        ("fees", ("fees",)),
    ]


def test_joined_they_are_known_by_the_first_and_due_by_the_earliest():
    early = MONDAY_10H
    fees = an_obligation("fees", evidence=("<1@m>", "<2@m>"))
    status = an_obligation("status", due=early, since=MONDAY_9H - timedelta(days=1), evidence=("<2@m>",))

    one = joined([fees, status])

    assert (one.key, one.covers, one.keys) == ("fees/harbour", ("status/harbour",), ("fees/harbour", "status/harbour"))
    assert (one.since, one.due) == (status.since, early)
    assert (one.because, one.evidence) == ("fees is owed; status is owed", ("<1@m>", "<2@m>"))


def test_one_alone_stays_as_it_is():
    fees = an_obligation("fees")

    assert letters([fees]) == (fees,)


def test_a_complaint_goes_alone_and_first():
    complaint = an_obligation("complaints", urgent=True, letter=letter("complaint", answers=ASKED.header, to=PIET))

    assert in_turn([an_obligation("fees"), complaint], MONDAY_10H) == [complaint]
    assert in_turn([an_obligation("fees"), complaint], MONDAY_9H - timedelta(hours=1)) == [
        an_obligation("fees"),
        complaint,
    ]


def test_one_letter_is_one_alert_of_the_first_that_it_tells():
    plan, costs, promise = (
        RaiseAlert(obligation=an_obligation(duty), rung=Rung(name="due", at=TUESDAY_9H))
        for duty in ("kickoff", "fees", "promises")
    )

    found = one_a_letter([plan, costs, promise], [("kickoff/harbour", "fees/harbour")])

    assert found == [replace(plan, also=(costs,)), promise]
    assert [alert.keys for alert in found] == [("kickoff/harbour#due", "fees/harbour#due"), ("promises/harbour#due",)]
