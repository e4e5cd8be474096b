"""What a mark of the person's means for what is owed, from which instant on."""

from __future__ import annotations

from itertools import permutations

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    THURSDAY_9H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_mark,
    a_placed_draft,
    complaint,
    from_client,
    from_us,
    thanks,
    working_days,
)

from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier
from mailaide.core.marks import MarkKind, in_force
from mailaide.core.matters.cases import Case, cases
from mailaide.core.obligation import WithdrawDraft
from mailaide.core.timeline import Fact, timeline

FIRST = complaint(MONDAY_9H)
KEY = f"complaints/harbour/{FIRST.id}"
BY_PHONE = a_mark(MarkKind.ANSWERED, FIRST.id, TUESDAY_9H, note="phoned Piet")


def owed(dossier: Dossier) -> list[str]:
    return [one.key for one in decide(dossier, now=FRIDAY_9H).obligations]


@pytest.mark.parametrize("kind", [MarkKind.ANSWERED, MarkKind.SOLVED, MarkKind.DONE])
@pytest.mark.parametrize("about", [FIRST.id, KEY, "harbour"], ids=["message", "key", "project"])
def test_a_mark_closes_the_complaint(kind: MarkKind, about: str):
    mark = a_mark(kind, about, TUESDAY_9H)

    assert cases(a_dossier(FIRST, marks=(mark,))) == (Case(opened=FIRST, marked=mark),)


def test_a_complaint_that_comes_after_the_mark_is_a_case_of_its_own():
    later = complaint(WEDNESDAY_9H)
    about_key = a_mark(MarkKind.ANSWERED, KEY, TUESDAY_9H)

    for mark in (BY_PHONE, about_key):
        assert cases(a_dossier(FIRST, later, marks=(mark,))) == (
            Case(opened=FIRST, marked=mark),
            Case(opened=later, reopens=True),
        )


def test_what_came_before_the_mark_was_known_to_the_person():
    again = complaint(TUESDAY_9H, "Still wrong.")

    assert cases(a_dossier(FIRST, again, marks=(BY_PHONE,))) == (Case(opened=FIRST, repeats=(again,), marked=BY_PHONE),)


def test_a_mark_about_another_matter_closes_nothing():
    other = from_client(MONDAY_10H, thread="<other@harbour.example>")
    elsewhere = a_mark(MarkKind.ANSWERED, other.id, TUESDAY_9H)

    assert cases(a_dossier(FIRST, other, marks=(elsewhere,))) == (Case(opened=FIRST),)


def test_a_false_alarm_is_no_complaint_and_one_that_follows_is():
    again = complaint(WEDNESDAY_9H)
    mistaken = a_mark(MarkKind.NOT_A_COMPLAINT, FIRST.id, TUESDAY_9H)

    assert cases(a_dossier(FIRST, marks=(mistaken,))) == ()
    assert [case.opened.id for case in cases(a_dossier(FIRST, again, marks=(mistaken,)))] == [again.id]


def test_an_undone_mark_counts_no_more_and_the_one_before_it_does():
    again = a_mark(MarkKind.ANSWERED, FIRST.id, WEDNESDAY_9H)
    undo = a_mark(MarkKind.ANSWERED, FIRST.id, THURSDAY_9H, undone=True)

    assert {in_force(order) for order in permutations((BY_PHONE, again, undo))} == {(BY_PHONE,)}
    assert in_force((BY_PHONE, undo)) == ()
    assert owed(a_dossier(FIRST, marks=(BY_PHONE, undo))) == [KEY]


def test_marks_of_different_times_hold_beside_each_other():
    later = complaint(WEDNESDAY_9H)
    first, second = (a_mark(MarkKind.ANSWERED, "harbour", at) for at in (TUESDAY_9H, THURSDAY_9H))

    assert [case.marked for case in cases(a_dossier(FIRST, later, marks=(first, second)))] == [first, second]


def test_an_untouched_draft_is_withdrawn_when_its_reason_is_marked():
    draft = a_placed_draft(KEY, answers=FIRST.id, anchor="")
    plan = decide(a_dossier(FIRST, intents=(draft,), marks=(BY_PHONE,)), now=TUESDAY_10H)

    assert plan.actions == (WithdrawDraft(intent=draft, because="what it was for is settled or has changed"),)


def test_an_answer_by_phone_ends_the_silence():
    talk, mark = from_us(MONDAY_9H), a_mark(MarkKind.ANSWERED, "harbour", WEDNESDAY_9H)
    dossier = a_dossier(talk, marks=(mark,), cadence=working_days(3))
    (status,) = decide(dossier, now=FRIDAY_9H).obligations

    assert (status.since, status.key) == (WEDNESDAY_9H, f"status/harbour/marked/{WEDNESDAY_9H.isoformat()}")
    assert status.letter
    assert status.letter.parts[0].values["since"] == MONDAY_9H.date()


def test_our_next_mail_is_the_last_word_again():
    mark, talk = a_mark(MarkKind.ANSWERED, "harbour", TUESDAY_9H), from_us(WEDNESDAY_9H)

    assert owed(a_dossier(talk, marks=(mark,), cadence=working_days(3))) == [f"status/harbour/{talk.id}"]


def test_what_any_duty_owes_is_closed_by_its_key():
    dossier = a_dossier(thanks(MONDAY_9H), fees=(a_fee(),))
    (key,) = owed(dossier)
    told = a_mark(MarkKind.DONE, key, TUESDAY_9H)

    assert owed(a_dossier(thanks(MONDAY_9H), fees=(a_fee(),), marks=(told,))) == []


def test_an_answer_outside_covers_the_conversation_as_it_was_then():
    asked, more = from_client(MONDAY_9H), from_client(WEDNESDAY_9H)
    other = from_client(MONDAY_10H, thread="<other@harbour.example>")
    mark = a_mark(MarkKind.ANSWERED, asked.id, TUESDAY_9H)
    dossier = a_dossier(asked, other, more, marks=(mark,))

    assert [dossier.answered_outside(entry) for entry in (asked, other, more)] == [mark, None, None]


def test_a_mark_about_an_obligation_covers_the_message_that_it_is_about():
    asked, ours = from_client(MONDAY_9H), from_us(MONDAY_10H, thread="<other@harbour.example>")
    later = from_client(MONDAY_10H, thread="<other@harbour.example>")
    about = {f"answers/harbour/{asked.id}": asked, f"status/harbour/{ours.id}": later}
    found = {}
    for key, entry in about.items():
        dossier = a_dossier(asked, ours, later, marks=(a_mark(MarkKind.ANSWERED, key, TUESDAY_9H),))
        found[key.split("/")[0]] = dossier.answered_outside(entry) is not None

    assert found == {"answers": True, "status": False}


def test_a_mark_about_the_project_covers_all_that_was_open():
    asked, other = from_client(MONDAY_9H), from_client(MONDAY_10H, thread="<other@harbour.example>")
    mark = a_mark(MarkKind.SOLVED, "harbour", NEXT_MONDAY_9H)
    dossier = a_dossier(asked, other, marks=(mark,))

    assert [dossier.answered_outside(entry) for entry in (asked, other)] == [mark, mark]


def test_a_mark_that_ends_no_complaint_stands_in_the_timeline_too():
    mark = a_mark(MarkKind.ANSWERED, "harbour", TUESDAY_9H, note="phoned")

    assert timeline(a_dossier(from_client(MONDAY_9H), marks=(mark,)))[-1] == Fact(
        at=TUESDAY_9H, what="answered, as you marked", because="phoned"
    )


def test_a_mark_stands_in_the_timeline():
    assert timeline(a_dossier(FIRST, marks=(BY_PHONE,)))[-1] == Fact(
        at=TUESDAY_9H, what="complaint answered, as you marked", message=FIRST.id, because="phoned Piet"
    )
