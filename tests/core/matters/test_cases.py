"""When a complaint waits, since when, and what ends the wait."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    PIET,
    STRANGER,
    THURSDAY_9H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    a_dossier,
    a_signal,
    complaint,
    from_client,
    from_us,
    holding_reply,
    saying,
    thanks,
    we_say,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.mail import Address, Role
from mailaide.core.matching.threads import base_subject
from mailaide.core.matters.cases import Case, cases, open_case
from mailaide.core.reading.signals import SignalKind

FIRST = complaint(MONDAY_9H)


def test_a_project_without_complaints_has_no_cases():
    assert cases(a_dossier(from_client(MONDAY_9H), from_us(MONDAY_10H), thanks(TUESDAY_9H))) == ()


def test_a_reminder_does_not_restart_the_clock():
    reminder = complaint(TUESDAY_9H)

    assert open_case(a_dossier(FIRST, reminder)) == Case(opened=FIRST, repeats=(reminder,))


def test_a_holding_reply_does_not_answer():
    held = holding_reply(MONDAY_10H)

    assert open_case(a_dossier(FIRST, held)) == Case(opened=FIRST, held=(held,))


def test_a_substantive_mail_answers():
    held, answer = holding_reply(MONDAY_10H), from_us(TUESDAY_9H)
    dossier = a_dossier(FIRST, held, answer)

    assert cases(dossier) == (Case(opened=FIRST, held=(held,), answered=answer),)
    assert open_case(dossier) is None


def test_thanks_never_reopen():
    answer = from_us(TUESDAY_9H)

    assert cases(a_dossier(FIRST, answer, thanks(WEDNESDAY_9H))) == (Case(opened=FIRST, answered=answer),)


def test_thanks_and_other_mail_do_not_answer_either():
    dossier = a_dossier(FIRST, from_client(MONDAY_10H), thanks(TUESDAY_9H))

    assert open_case(dossier) == Case(opened=FIRST)


def test_a_complaint_that_breaks_out_again_is_a_case_of_its_own():
    answer, again, second = from_us(TUESDAY_9H), complaint(WEDNESDAY_9H), from_us(THURSDAY_9H)

    assert cases(a_dossier(FIRST, answer, again, second)) == (
        Case(opened=FIRST, answered=answer),
        Case(opened=again, answered=second, reopens=True),
    )


def test_a_later_complaint_about_something_else_does_not_reopen():
    answer, other = from_us(TUESDAY_9H), complaint(WEDNESDAY_9H, thread="<other@harbour.example>", subject="Invoice")

    assert cases(a_dossier(FIRST, answer, other)) == (Case(opened=FIRST, answered=answer), Case(opened=other))


@pytest.mark.parametrize(
    "answer",
    [
        from_us(TUESDAY_9H, subject="Re: The harbour"),
        from_us(TUESDAY_9H, subject="Antw: RE: the  HARBOUR", thread="<new@me.example>"),
        from_us(TUESDAY_9H, subject="About it", thread="<new@me.example>", references=(FIRST.id,)),
    ],
    ids=["in the thread", "under the same subject", "by a reference"],
)
def test_an_answer_may_come_in_three_ways(answer: Entry):
    assert cases(a_dossier(FIRST, answer)) == (Case(opened=FIRST, answered=answer),)


@pytest.mark.parametrize(
    "other",
    [
        from_us(TUESDAY_9H, subject="The invoice", thread="<new@me.example>"),
        from_us(TUESDAY_9H, machine="Auto-Submitted: auto-replied"),
        from_us(TUESDAY_9H, to=(STRANGER,)),
        from_us(TUESDAY_9H, to=(Address(email="rik@home.example"),)),
        from_client(TUESDAY_9H),
    ],
    ids=["about something else", "by a machine", "to somebody else", "to ourselves", "by the client"],
)
def test_nothing_else_answers(other: Entry):
    assert open_case(a_dossier(FIRST, other)) == Case(opened=FIRST)


def test_our_address_in_the_inbox_answers_only_beside_the_id_of_the_complaint():
    anybodys = from_us(TUESDAY_9H, role=Role.INBOX)
    ours = from_us(TUESDAY_9H, role=Role.INBOX, references=(FIRST.id,))

    assert open_case(a_dossier(FIRST, anybodys)) == Case(opened=FIRST)
    assert cases(a_dossier(FIRST, ours)) == (Case(opened=FIRST, answered=ours),)


def test_no_subject_is_not_the_same_subject():
    nameless = complaint(MONDAY_9H, subject="")
    unrelated = from_us(TUESDAY_9H, subject="Re:", thread="<new@me.example>")

    assert open_case(a_dossier(nameless, unrelated)) == Case(opened=nameless)


def test_what_we_wrote_before_does_not_answer():
    assert open_case(a_dossier(from_us(MONDAY_9H), complaint(MONDAY_10H))) == Case(opened=complaint(MONDAY_10H))


def test_a_machine_never_complains():
    assert cases(a_dossier(complaint(MONDAY_9H, machine="Precedence: bulk"))) == ()


def test_the_client_at_home_complains_and_is_answered_there():
    home = Address(email="piet@home.example")
    private = complaint(TUESDAY_9H, sender=home, author=Author.OTHER)
    answer = from_us(TUESDAY_10H, to=(home,))

    assert open_case(a_dossier(from_us(MONDAY_9H), private)) == Case(opened=private)
    assert cases(a_dossier(from_client(MONDAY_9H), private, answer)) == (Case(opened=private, answered=answer),)


def test_a_stranger_opens_no_case_but_one_who_has_the_client_read_along_does():
    alone = complaint(TUESDAY_9H, sender=STRANGER, author=Author.OTHER, thread="<theirs@elsewhere.example>")
    copied = replace(alone, message=complaint(TUESDAY_9H, sender=STRANGER, cc=(PIET,)).message)

    assert cases(a_dossier(from_us(MONDAY_9H), alone)) == ()
    assert open_case(a_dossier(from_us(MONDAY_9H), copied)) == Case(opened=copied)


def test_an_answer_ends_the_wait_of_every_repeat():
    second, third, answer = complaint(TUESDAY_9H), complaint(WEDNESDAY_9H), from_us(FRIDAY_9H)

    assert cases(a_dossier(FIRST, second, third, answer)) == (
        Case(opened=FIRST, repeats=(second, third), answered=answer),
    )


@pytest.mark.parametrize(
    "subject",
    ["The harbour", "Re: The harbour", "RE: Fwd: the  harbour", "Antw: Re[2]: THE HARBOUR", " AW : the harbour"],
)
def test_a_subject_is_the_same_under_every_mark_of_a_reply(subject: str):
    assert base_subject(subject) == "the harbour"


@pytest.mark.parametrize("subject", ["Reply: all", "Regarding: the harbour", "Re the harbour"])
def test_a_word_is_not_a_mark(subject: str):
    assert base_subject(subject) == subject.casefold()


def test_another_subject_in_the_same_thread_is_another_case():
    answer = from_us(TUESDAY_9H)
    later = complaint(WEDNESDAY_9H, subject="The jetty")

    assert [case.reopens for case in cases(a_dossier(FIRST, answer, later))] == [False, False]


def test_a_complaint_under_the_subject_of_our_answer_reopens():
    answer = from_us(TUESDAY_9H, subject="What went wrong")
    later = complaint(WEDNESDAY_9H, subject="Re: What went wrong")

    assert [case.reopens for case in cases(a_dossier(FIRST, answer, later))] == [False, True]


def test_the_old_subject_in_brackets_is_no_part_of_the_new_one():
    assert base_subject("Re: The jetty (was: The harbour)") == "the jetty"


def test_blame_answers_nothing_and_more_than_blame_does():
    blame = "You should have sent us the right file."
    only, helps = from_us(TUESDAY_9H, blame), we_say(SignalKind.PROMISE, TUESDAY_9H, blame)

    (open_,), (closed,) = cases(a_dossier(FIRST, only)), cases(a_dossier(FIRST, helps))

    assert (open_.blamed, open_.answered) == ((only,), None)
    assert (closed.blamed, closed.answered) == ((), helps)


def test_the_client_may_say_that_it_has_been_resolved():
    by_itself = saying(SignalKind.RESOLVED, TUESDAY_9H, "It's all sorted now.")
    of_another = saying(SignalKind.RESOLVED, TUESDAY_9H, "It's all sorted now.", sender=STRANGER, author=Author.OTHER)
    asks = a_signal(SignalKind.QUESTION, "Could you write it down?")
    partly = from_client(TUESDAY_9H, signals=(*by_itself.reading.signals, asks))

    assert cases(a_dossier(FIRST, by_itself)) == (Case(opened=FIRST, resolved=by_itself),)
    assert cases(a_dossier(FIRST, of_another)) == cases(a_dossier(FIRST, partly)) == (Case(opened=FIRST),)
