"""A status update is ready when our silence reaches the cadence, and not before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    NEXT_TUESDAY_9H,
    PIET,
    STRANGER,
    THURSDAY_9H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_client,
    a_dossier,
    a_milestone,
    a_placed_draft,
    a_project,
    a_signal,
    an_intent,
    complaint,
    from_client,
    from_us,
    holding_reply,
    local,
    thanks,
    to_piet,
    working_days,
)

from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties.status import last_word, owed
from mailaide.core.intent import State
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.reading.signals import SignalKind

CADENCE = working_days(5)
LAST = from_us(MONDAY_9H)


def obligations(dossier: Dossier, now: datetime = NEXT_MONDAY_9H) -> list[Obligation]:
    return list(owed(dossier, now))


def the_obligation(*entries: Entry, now: datetime = NEXT_MONDAY_9H, **project: Any) -> Obligation:
    (obligation,) = obligations(a_dossier(*entries, cadence=CADENCE, **project), now)
    return obligation


def test_a_silence_is_owed_a_word():
    first = a_milestone("Sketch", date(2026, 2, 20), done=date(2026, 2, 19))
    slipped, today = a_milestone("Text", date(2026, 3, 8)), a_milestone("Site", date(2026, 3, 9))
    later = a_milestone("Launch", date(2026, 4, 1))
    project: dict[str, Any] = {
        "cadence": CADENCE,
        "milestones": (later, first, today, slipped),
        "next_step": "the site",
    }

    assert obligations(a_dossier(LAST, **project)) == [
        Obligation(
            duty="status",
            project="harbour",
            key=f"status/harbour/{LAST.id}",
            since=MONDAY_9H,
            due=NEXT_TUESDAY_9H,
            because="Harbour Ltd has had no word from us since 2026-03-02; the cadence is 5 working days",
            evidence=(LAST.id,),
            draft_at=NEXT_MONDAY_9H,
            letter=to_piet(
                "status",
                project=a_project(**project),
                done=(first,),
                next=(today, later),
                slipped=(slipped,),
                since=date(2026, 3, 2),
                next_step="the site",
                progress=(),
                waiting_for=(),
            ),
            facts={"since": date(2026, 3, 2)},
            alerts=(Rung(name="due", at=NEXT_TUESDAY_9H),),
            patience=working_days(1),
            revise_at=local(2026, 3, 10),
        )
    ]


def test_the_letter_speaks_of_what_its_reader_was_written():
    to_ann = from_us(TUESDAY_9H, to=(Address(email="ann@harbour.example", name="Ann"),))
    client = a_client(addresses=(PIET.email, "ann@harbour.example"))
    both = the_obligation(LAST, to_ann, now=NEXT_TUESDAY_9H, client=client)
    ann_only = the_obligation(to_ann, now=NEXT_TUESDAY_9H, client=client)

    told = [one.letter.parts[0].values["since"] for one in (both, ann_only) if one.letter]
    assert told == [date(2026, 3, 2), None]
    assert both.since == TUESDAY_9H


def test_before_the_first_word_the_silence_began_with_the_project():
    now_owed = the_obligation(starts=date(2026, 3, 2))

    assert (now_owed.key, now_owed.since, now_owed.evidence) == ("status/harbour/start", local(2026, 3, 2), ())
    assert now_owed.draft_at == NEXT_MONDAY_9H
    assert now_owed.letter
    assert (now_owed.letter.parts[0].values["since"], now_owed.facts) == (None, {"since": None})


@pytest.mark.parametrize(
    "dossier",
    [
        a_dossier(LAST),
        a_dossier(from_client(MONDAY_9H), cadence=CADENCE),
        a_dossier(LAST, cadence=CADENCE, ends=date(2026, 3, 8)),
    ],
    ids=["no cadence", "neither start nor word", "over"],
)
def test_nothing_is_owed(dossier: Dossier):
    assert obligations(dossier) == []


def test_it_brings_up_what_we_asked_a_yes_to_and_no_reminder_that_was_deleted():
    asked = from_us(MONDAY_9H, signals=(a_signal(SignalKind.APPROVAL_REQUEST, "Is that all right?"),))
    here = (a_signal(SignalKind.DELIVERY, "Here it is."),)
    delivered = from_us(MONDAY_10H, signals=here, thread="<other@harbour.example>")
    deleted = an_intent(key=f"approvals/harbour/{asked.id}", duty="approvals", state=State.DISCARDED)
    found = [
        obligations(a_dossier(asked, delivered, intents=intents, cadence=CADENCE))[0].letter
        for intents in ((), (deleted,))
    ]

    assert [letter.parts[0].values["waiting_for"] for letter in found if letter] == [("Is that all right?",), ()]


def test_what_a_reminder_asks_that_goes_along_is_not_said_twice():
    asked = from_us(MONDAY_9H, signals=(a_signal(SignalKind.APPROVAL_REQUEST, "Is that all right?"),))
    dossier = a_dossier(asked, cadence=working_days(5), approve_within=working_days(2))
    letters = [obligations(dossier, now)[0].letter for now in (MONDAY_10H, NEXT_MONDAY_9H)]

    assert [one.parts[0].values["waiting_for"] for one in letters if one] == [("Is that all right?",), ()]


def test_the_last_day_of_the_project_still_counts():
    assert the_obligation(LAST, ends=date(2026, 3, 9)).draft_at == NEXT_MONDAY_9H


def test_it_is_known_before_it_is_time():
    assert the_obligation(LAST, now=MONDAY_10H) == the_obligation(LAST)


@pytest.mark.parametrize(
    "later",
    [
        holding_reply(THURSDAY_9H),
        thanks(THURSDAY_9H),
        from_us(THURSDAY_9H, machine="Auto-Submitted: auto-replied"),
        from_us(THURSDAY_9H, to=(STRANGER,)),
    ],
    ids=["a holding reply", "thanks", "our out-of-office", "a word to somebody else"],
)
def test_our_silence_goes_on(later: Entry):
    assert the_obligation(LAST, later) == the_obligation(LAST)


@pytest.mark.parametrize("later", [from_client(THURSDAY_9H), complaint(THURSDAY_9H)], ids=["a word", "a complaint"])
def test_while_the_client_waits_for_an_answer_the_next_word_is_that(later: Entry):
    assert obligations(a_dossier(LAST, later, cadence=CADENCE)) == []


def test_while_another_draft_waits_there_is_no_second():
    fees = a_placed_draft("fees/harbour/1")
    told_too = a_placed_draft("fees/harbour/1", covers=(the_obligation(LAST).key,))

    assert obligations(a_dossier(LAST, cadence=CADENCE, intents=(fees,))) == []
    assert len(obligations(a_dossier(LAST, cadence=CADENCE, intents=(told_too,)))) == 1


def test_a_substantive_word_begins_a_new_silence():
    word = from_us(TUESDAY_9H, thread="<other@me.example>", subject="The invoice")

    assert last_word(a_dossier(LAST, word)) == word
    assert (the_obligation(LAST, word).key, the_obligation(LAST, word).draft_at) == (
        f"status/harbour/{word.id}",
        NEXT_TUESDAY_9H,
    )


def test_weekends_do_not_count():
    (obligation,) = obligations(a_dossier(from_us(FRIDAY_9H), cadence=working_days(2)))

    assert (obligation.draft_at, obligation.due) == (NEXT_TUESDAY_9H, local(2026, 3, 11, 9))


def test_what_has_slipped_is_seen_from_the_clients_day():
    text = a_milestone("Text", date(2026, 3, 4))

    on_time, late = (
        the_obligation(LAST, now=WEDNESDAY_9H, milestones=(text,)),
        the_obligation(LAST, now=THURSDAY_9H, milestones=(text,)),
    )

    assert on_time.letter
    assert late.letter
    assert (on_time.letter.parts[0].values["next"], on_time.letter.parts[0].values["slipped"]) == ((text,), ())
    assert (late.letter.parts[0].values["next"], late.letter.parts[0].values["slipped"]) == ((), (text,))
