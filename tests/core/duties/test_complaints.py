"""A complaint gets a substantive answer within its time: when, why, to whom, in which words' values."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    PIET,
    RIK,
    STRANGER,
    THREAD,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_client,
    a_dossier,
    a_project,
    complaint,
    from_client,
    from_us,
    holding_reply,
    local,
    thanks,
    to_piet,
)

from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.duties.complaints import owed
from mailaide.core.duties.replies import reply_address
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation, Rung

FIRST = complaint(MONDAY_9H)
MONDAY_13H = local(2026, 3, 2, 13)
HOME = Address(email="piet@home.example")
EVIL = Address(email="piet@harbour-example.evil.example")


def obligations(dossier: Dossier, now: datetime = MONDAY_10H) -> list[Obligation]:
    return list(owed(dossier, now))


def the_obligation(*entries: Entry) -> Obligation:
    (obligation,) = obligations(a_dossier(*entries))
    return obligation


def letter_to(entry: Entry, *others: Entry) -> Address | None:
    letter = the_obligation(*others, entry).letter
    return letter.to if letter else None


def test_a_complaint_is_owed_an_answer():
    assert obligations(a_dossier(FIRST, remedies=("a new drawing",))) == [
        Obligation(
            duty="complaints",
            project="harbour",
            key=f"complaints/harbour/{FIRST.id}",
            since=MONDAY_9H,
            due=MONDAY_13H,
            because=(
                'the client wrote "This is not what we agreed." on 2026-03-02 09:00; answer within 4 working hours'
            ),
            evidence=(FIRST.id,),
            thread=THREAD,
            draft_at=MONDAY_9H,
            letter=to_piet(
                "complaint",
                answers=FIRST.header,
                project=a_project(remedies=("a new drawing",)),
                sentences=("This is not what we agreed.",),
                heard_on=date(2026, 3, 2),
                remedies=("a new drawing",),
                answer_by=date(2026, 3, 3),  # a working day after the answer is due
                owner="Rik",
            ),
            facts={
                "sentence": "This is not what we agreed.",
                "heard_on": date(2026, 3, 2),
                "repeats": 0,
                "held": False,
                "unlisted": "",
            },
            alerts=(Rung(name="due", at=MONDAY_13H),),
            urgent=True,
            revise_at=local(2026, 3, 4, 0),
        )
    ]


def test_what_the_answer_promises_comes_after_it_and_is_open_once_its_day_has_passed():
    written = [obligations(a_dossier(FIRST), now)[0].letter for now in (MONDAY_10H, TUESDAY_9H + timedelta(days=1))]

    assert [letter.parts[0].values["answer_by"] for letter in written if letter] == [date(2026, 3, 3), None]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (from_client(MONDAY_9H),),
        (thanks(MONDAY_9H),),
        (FIRST, from_us(MONDAY_10H)),
        (FIRST, from_us(MONDAY_10H), thanks(TUESDAY_9H)),
        (complaint(MONDAY_9H, machine="Auto-Submitted: auto-replied"),),
    ],
    ids=["no mail", "no complaint", "thanks", "answered", "answered and thanked", "by a machine"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(a_dossier(*entries)) == []


def test_repeats_and_a_holding_reply_change_the_words_and_not_the_clock():
    held, second, third = holding_reply(MONDAY_10H), complaint(TUESDAY_9H, "Still wrong."), complaint(WEDNESDAY_9H)

    now_owed = the_obligation(FIRST, held, second, third)

    assert (now_owed.key, now_owed.since, now_owed.due) == (f"complaints/harbour/{FIRST.id}", MONDAY_9H, MONDAY_13H)
    assert now_owed.because == (
        'the client wrote "This is not what we agreed." on 2026-03-02 09:00, and complained again 2 times'
        "; a holding reply was sent, an answer was not; answer within 4 working hours"
    )
    assert now_owed.evidence == (FIRST.id, second.id, third.id, held.id)
    assert (now_owed.facts["repeats"], now_owed.facts["held"]) == (2, True)


def test_the_letter_answers_the_latest_mail_and_quotes_every_point():
    second = complaint(TUESDAY_9H, "Still wrong.", subject="Again")

    letter = the_obligation(FIRST, second).letter

    assert letter
    assert letter.answers == second.header
    assert (letter.parts[0].values["sentences"], letter.parts[0].values["heard_on"]) == (
        ("This is not what we agreed.", "Still wrong."),
        date(2026, 3, 3),
    )


def test_a_complaint_that_breaks_out_again_is_owed_a_new_answer():
    again = complaint(WEDNESDAY_9H)

    assert the_obligation(FIRST, from_us(TUESDAY_9H), again).key == f"complaints/harbour/{again.id}"


def test_a_complaint_at_night_is_due_in_working_time():
    assert the_obligation(complaint(local(2026, 3, 7, 23))).due == local(2026, 3, 9, 13)


@pytest.mark.parametrize(
    ("client", "greeting"),
    [
        (a_client(greeting="Mr Haven"), "Mr Haven"),
        (a_client(), "Piet"),
        (a_client(contact=""), "Harbour Ltd"),
    ],
)
def test_the_greeting_is_what_the_person_set_else_the_contact_else_the_name(client: object, greeting: str):
    (obligation,) = obligations(a_dossier(FIRST, client=client))

    assert obligation.letter
    assert obligation.letter.greeting == greeting


def test_a_reply_goes_to_reply_to_else_to_the_sender():
    assert reply_address(FIRST) == PIET
    assert reply_address(complaint(MONDAY_9H, reply_to=(HOME,))) == HOME
    assert reply_address(complaint(MONDAY_9H, sender=None)) is None


def test_a_listed_reply_to_is_used():
    office = Address(email="office@harbour.example")
    (obligation,) = obligations(
        a_dossier(complaint(MONDAY_9H, reply_to=(office,)), client=a_client(domains=("harbour.example",)))
    )

    assert obligation.letter
    assert obligation.letter.to == office


@pytest.mark.parametrize("others", [(), (from_us(MONDAY_9H, to=(EVIL,)),)], ids=["never met", "written to before"])
def test_a_reply_to_that_leads_elsewhere_is_never_used(others: tuple[Entry, ...]):
    now_owed = the_obligation(*others, complaint(MONDAY_10H, reply_to=(EVIL,)))

    assert now_owed.letter is None
    assert now_owed.facts["unlisted"] == EVIL.email
    assert now_owed.alerts == (Rung(name="due", at=local(2026, 3, 2, 14)),)


def test_an_unlisted_address_gets_no_letter_but_the_person_is_alerted():
    now_owed = the_obligation(from_us(local(2026, 2, 27, 9)), complaint(MONDAY_9H, sender=HOME, author=Author.OTHER))

    assert (now_owed.letter, now_owed.facts["unlisted"]) == (None, HOME.email)
    assert now_owed.alerts == (Rung(name="due", at=MONDAY_13H),)


def test_an_unlisted_address_that_we_wrote_to_ourselves_gets_a_letter():
    private = complaint(TUESDAY_9H, sender=HOME, author=Author.OTHER)

    assert letter_to(private, from_us(MONDAY_9H, to=(HOME,))) == HOME
    assert letter_to(private, from_us(MONDAY_9H, to=(PIET,), cc=(HOME,))) == HOME
    assert letter_to(private, from_us(MONDAY_9H)) is None
    assert letter_to(private, from_client(MONDAY_9H, to=(RIK, HOME))) is None


def test_a_stranger_who_answers_to_us_through_another_gets_no_letter():
    private = complaint(TUESDAY_9H, sender=STRANGER, reply_to=(EVIL,), author=Author.OTHER)

    assert letter_to(private, from_us(MONDAY_9H, to=(STRANGER,))) is None


def test_a_complaint_without_sender_gets_no_letter():
    now_owed = the_obligation(from_us(local(2026, 2, 27, 9)), complaint(MONDAY_9H, sender=None, author=Author.OTHER))

    assert (now_owed.letter, now_owed.facts["unlisted"]) == (None, "")


def test_the_key_survives_that_the_message_moves():
    moved = FIRST.header.place._replace(folder="Harbour", uid=77)

    assert the_obligation(complaint(MONDAY_9H, place=moved)).key == the_obligation(FIRST).key
