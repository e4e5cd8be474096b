"""What became of a promise: kept, moved, or neither."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    NEXT_MONDAY_9H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_signal,
    complaint,
    from_client,
    from_us,
    holding_reply,
    local,
    saying,
    thanks,
    we_say,
)

from mailaide.core.matters.promises import Promise, promises, undated
from mailaide.core.reading.ours.promise_matter import Matter, matter
from mailaide.core.reading.signals import SignalKind

FRIDAY, NEXT_FRIDAY = date(2026, 3, 6), date(2026, 3, 13)
FEBRUARY, MONDAY_8H = local(2026, 2, 27, 9), local(2026, 3, 2, 8)
PROMISED = we_say(SignalKind.PROMISE, MONDAY_9H, "You have the proof on Friday.", FRIDAY)

PAGE = we_say(SignalKind.PROMISE, MONDAY_9H, "And the page next Friday.", NEXT_FRIDAY, message_id="<page@me.example>")


def promised(**outcome: Any) -> tuple[Promise, ...]:
    return (Promise(entry=PROMISED, signal=PROMISED.reading.signals[0], due=FRIDAY, **outcome),)


def test_a_promise_runs():
    assert promises(a_dossier(PROMISED, from_us(TUESDAY_9H, "The photos came out well."))) == promised()


def test_a_delivery_in_time_keeps_it():
    proof = we_say(SignalKind.DELIVERY, FRIDAY_9H, "Here is the proof.")

    assert promises(a_dossier(PROMISED, proof)) == promised(kept=proof)


def test_a_delivery_after_its_day_keeps_it_late():
    proof = we_say(SignalKind.DELIVERY, NEXT_MONDAY_9H, "Here is the proof.")

    assert promises(a_dossier(PROMISED, proof)) == promised(kept=proof, broken=True)


def test_another_day_in_time_moves_it():
    later = we_say(SignalKind.PROMISE, WEDNESDAY_9H, "You have the proof a week later.", NEXT_FRIDAY)

    assert promises(a_dossier(PROMISED, later))[:1] == promised(moved=later)


def test_who_says_that_the_day_stands_promises_nothing_new():
    stands = we_say(SignalKind.PROMISE, WEDNESDAY_9H, "Friday stays Friday.", FRIDAY)

    assert promises(a_dossier(PROMISED, stands)) == promised()
    assert [one.entry for one in promises(a_dossier(stands))] == [stands]


def test_a_promise_without_a_day_is_none():
    assert promises(a_dossier(we_say(SignalKind.PROMISE, MONDAY_9H, "I'll see to it."))) == ()


def test_what_ends_a_round_keeps_what_was_promised_for_it_whatever_its_words():
    before = we_say(
        SignalKind.PROMISE, FEBRUARY, "You have the flyer on Friday.", FRIDAY, message_id="<flyer@me.example>"
    )
    shown = we_say(SignalKind.DELIVERY, FEBRUARY, "Version 1 is attached.")
    change = saying(SignalKind.CHANGE, MONDAY_8H, "The logo may be larger.")
    version = we_say(SignalKind.DELIVERY, FRIDAY_9H, "Here is the new version.")

    kept = {one.entry: one.kept for one in promises(a_dossier(before, shown, change, PROMISED, PAGE, version))}

    assert kept == {before: None, PROMISED: version, PAGE: None}


def test_an_early_delivery_of_something_else_does_not():
    project = a_dossier(PROMISED, PAGE, we_say(SignalKind.DELIVERY, TUESDAY_9H, "The photos are attached."))

    assert promises(project)[:1] == promised()


def test_an_early_delivery_of_it_keeps_it():
    proof = we_say(SignalKind.DELIVERY, TUESDAY_9H, "The proof is attached.")

    assert promises(a_dossier(PROMISED, PAGE, proof))[:1] == promised(kept=proof)


def test_a_promised_word_is_kept_by_any_word_in_that_conversation():
    word = we_say(SignalKind.PROMISE, MONDAY_9H, "You will have an answer by Friday.", FRIDAY)
    answer, held = from_us(TUESDAY_9H, "They say no."), holding_reply(TUESDAY_9H)

    assert [one.kept for one in promises(a_dossier(word, answer))] == [answer]
    assert [one.kept for one in promises(a_dossier(word, held))] == [None]


def test_who_says_that_it_is_solved_waits_for_no_word():
    word = we_say(SignalKind.PROMISE, MONDAY_9H, "You will have news by Friday.", FRIDAY)
    content, not_yet = saying(SignalKind.RESOLVED, TUESDAY_9H, "It is solved."), thanks(TUESDAY_9H, "Thanks for that.")
    page = a_signal(SignalKind.QUESTION, "When is the next page due?")
    asks = from_client(TUESDAY_9H, signals=(*content.reading.signals, page))

    assert [[one.kept for one in promises(a_dossier(word, mail))] for mail in (content, not_yet, asks)] == [
        [content],
        [None],
        [None],
    ]


def test_a_promised_call_is_kept_only_by_a_mail_that_looks_back_at_it():
    call = we_say(SignalKind.PROMISE, MONDAY_9H, "I'll call you on Friday.", FRIDAY)
    mail, after = from_us(FRIDAY_9H), we_say(SignalKind.MET, NEXT_MONDAY_9H, "As discussed on the phone: blue.")

    assert [(one.kept, one.broken) for one in promises(a_dossier(call, mail))] == [(None, False)]
    assert [(one.kept, one.broken) for one in promises(a_dossier(call, mail, after))] == [(after, False)]


def test_a_complaint_after_its_day_shows_it_broken():
    late = complaint(NEXT_MONDAY_9H, "Where is the proof?")

    assert promises(a_dossier(PROMISED, late)) == promised(broken=True)


def test_another_day_named_late_moves_what_is_broken():
    later = we_say(SignalKind.PROMISE, NEXT_MONDAY_9H, "You have the proof next Friday.", NEXT_FRIDAY)

    assert promises(a_dossier(PROMISED, later))[:1] == promised(moved=later, broken=True)


def test_who_thanks_after_its_day_has_got_it():
    cheers = thanks(NEXT_MONDAY_9H)

    assert promises(a_dossier(PROMISED, cheers)) == promised(kept=cheers)


def test_what_is_promised_for_a_week_after_the_yes_has_its_day_from_that_yes():
    offer = we_say(SignalKind.PROMISE, MONDAY_9H, "You have it a week after your approval.")
    yes = saying(SignalKind.APPROVAL, FRIDAY_9H, "Approved.")

    assert promises(a_dossier(offer)) == ()
    assert [one.due for one in promises(a_dossier(offer, yes))] == [NEXT_FRIDAY]


def test_what_is_promised_for_each_week_is_followed_from_week_to_week():
    weekly = we_say(SignalKind.PROMISE, MONDAY_9H, "I'll write to you every Friday.", FRIDAY)
    first, late = from_us(FRIDAY_9H, "Two pages stand."), from_us(local(2026, 3, 16, 9), "Four pages stand.")

    found = promises(a_dossier(weekly, first, late))

    assert [(one.due, one.kept, one.broken) for one in found] == [(FRIDAY, first, False), (NEXT_FRIDAY, late, True)]


def test_a_promise_without_a_day_is_told_all_the_same():
    vague = we_say(SignalKind.PROMISE, MONDAY_9H, "I'll see to it.")

    assert undated(a_dossier(vague, PROMISED)) == ((vague, vague.reading.signals[0]),)


def test_a_span_in_an_offer_is_a_term_of_which_nobody_has_said_from_when_it_counts():
    words = "The photos are there within eight weeks."
    promised = (a_signal(SignalKind.PROMISE, words, due=date(2026, 4, 27), topics=("work",)),)

    assert promises(a_dossier(from_us(MONDAY_9H, f"The shoot costs € 1,850. {words}", signals=promised))) == ()
    assert len(promises(a_dossier(from_us(MONDAY_9H, words, signals=promised)))) == 1


def test_what_is_done_on_a_visit_is_seen_there():
    come = "On Tuesday at three we walk through it."
    work = "Tomorrow we finish the bathroom."
    promised = tuple(
        a_signal(SignalKind.PROMISE, words, due=date(2026, 3, 3), topics=(matter,))
        for words, matter in ((work, "work"), (come, "meeting"))
    )
    upset = complaint(WEDNESDAY_9H, "There is water under the new bathroom.")

    found = promises(a_dossier(from_us(MONDAY_9H, f"{work} {come}", signals=promised), upset))

    assert [one.broken for one in found] == [False, False]


def test_who_waited_speaks_of_the_last_visit_or_call():
    visit = we_say(SignalKind.PROMISE, MONDAY_9H, "I'll be with you on Monday.", date(2026, 3, 2))
    call = we_say(SignalKind.PROMISE, TUESDAY_9H, "I'll call you today.", date(2026, 3, 3))
    upset = complaint(WEDNESDAY_9H, "You were to call yesterday.")

    assert [one.broken for one in promises(a_dossier(visit, call, upset))] == [False, True]


def test_what_hangs_on_a_yes_is_promised_from_the_yes_on():
    words = "If you agree, it leaves on Friday."
    asks = (
        a_signal(SignalKind.PROMISE, words, due=date(2026, 3, 6), topics=("work",)),
        a_signal(SignalKind.APPROVAL_REQUEST, words),
    )
    offer = from_us(MONDAY_9H, words, signals=asks)

    assert promises(a_dossier(offer)) == ()
    assert len(promises(a_dossier(offer, saying(SignalKind.APPROVAL, TUESDAY_9H, "Agreed.")))) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Uiterlijk woensdag 18 maart laat ik u weten hoe het verdergaat."),
        ("en", "I will let you know how it proceeds by Wednesday 18 March."),
        ("de", "Spätestens am Mittwoch, 18. März sage ich Ihnen, wie es weitergeht."),
        ("fr", "Je vous dirai la suite au plus tard le mercredi 18 mars."),
        ("es", "Le diré cómo sigue a más tardar el miércoles 18 de marzo."),
    ],
)
def test_the_news_that_an_answer_to_a_complaint_promises_is_a_word(language: str, sentence: str):
    assert matter(sentence, language=language) is Matter.WORD
