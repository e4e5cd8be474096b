"""A mail of ours that came back is told at once, as long as nothing later got there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    PIET,
    THREAD,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    complaint,
    from_client,
    from_us,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.duties.returned import owed
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation, Rung

SENT = from_us(MONDAY_9H)
MAIL_SERVER = Address(email="mailer-daemon@mx.me.example", name="Mail Delivery System")


def report(ours: Entry = SENT, subject: str = "Undelivered Mail Returned to Sender") -> Entry:
    return from_client(
        MONDAY_10H,
        sender=MAIL_SERVER,
        author=Author.OTHER,
        subject=subject,
        references=(ours.id,),
        machine="delivery report",
    )


def test_the_person_is_told_what_did_not_arrive():
    back = report()

    assert list(owed(a_dossier(SENT, back), TUESDAY_9H)) == [
        Obligation(
            duty="returned",
            project="harbour",
            key=f"returned/harbour/{SENT.id}",
            since=MONDAY_10H,
            due=MONDAY_10H,
            because='the mail "The harbour" could not be delivered',
            evidence=(back.id, SENT.id),
            thread=THREAD,
            draft_at=MONDAY_10H,
            facts={"subject": "The harbour", "sent_on": date(2026, 3, 2), "recipients": PIET.email},
            alerts=(Rung(name="seen", at=MONDAY_10H),),
            lapses_at=MONDAY_10H + timedelta(days=14),
            at_once=True,
        )
    ]


@pytest.mark.parametrize(
    "entries",
    [
        (SENT,),
        (SENT, report(), from_us(TUESDAY_9H)),
        (SENT, report(subject="Warning: could not send message for past 4 hours")),
        (complaint(MONDAY_9H), report(complaint(MONDAY_9H))),
        (report(),),
    ],
    ids=["nothing came back", "sent again", "not given up yet", "not ours", "not known"],
)
def test_nothing_is_told(entries: tuple[Entry, ...]):
    assert list(owed(a_dossier(*entries), WEDNESDAY_9H)) == []


def test_it_is_told_for_two_weeks():
    assert list(owed(a_dossier(SENT, report()), MONDAY_10H + timedelta(days=14))) == []
