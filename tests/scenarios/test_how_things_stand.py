"""`mailaide status`: how things stand after what happened, in the words that are shown."""

from __future__ import annotations

from datetime import timedelta

from builders import MONDAY_9H
from scenarios.office import Office

from mailaide.cli.status import in_words
from mailaide.core.mail import Place
from mailaide.steps.notes import BLIND
from mailaide.steps.quarantine import TRIES, Quarantine
from mailaide.steps.status import EVERY, note_look, status

LATE = "You promised the design last Friday and it is still not here. I am very disappointed."
LATER = MONDAY_9H + timedelta(minutes=10)


def shown(office: Office, now=LATER) -> list[str]:
    return [
        *in_words(
            status(office.store, office.terms.practice, [office.mailbox.account], now), office.terms.practice, now
        )
    ]


def test_nothing_has_happened():
    office = Office()

    assert shown(office) == [
        "Account work: has not been read yet",
        "Projects: 1",
        "Open complaints: none",
        "Drafts that wait for you: none",
        "Mails that could not be read: none",
    ]


def test_an_open_complaint_its_draft_and_a_mail_that_could_not_be_read_are_listed():
    office = Office()
    office.client_writes(LATE, MONDAY_9H, "<1@x>")
    office.cycle(LATER)
    quarantine = Quarantine(office.store, "work")
    for _ in range(TRIES):
        quarantine.failed(Place(account="work", folder="INBOX", uidvalidity=1, uid=7), MONDAY_9H, "ValueError in text")

    lines = shown(office)

    assert lines[0] == "Account work: last read Mon 02 Mar 2026 09:10"
    assert lines[2] == "Open complaints: 1"
    assert lines[3].startswith("  harbour: answer by Mon 02 Mar 2026 ")
    assert lines[4] == "Drafts that wait for you: 1"
    assert lines[5].startswith("  harbour: in Drafts since Mon 02 Mar 2026 09:10: ")
    assert lines[6:] == [
        "Mails that could not be read: 1",
        "  work: INBOX, received Mon 02 Mar 2026 09:00, UID 7: ValueError in text. Look at it yourself.",
    ]


def test_an_account_that_went_dark_says_since_when():
    office = Office()
    office.store.remember(BLIND, f'{{"work": "{MONDAY_9H.isoformat()}"}}')

    assert shown(office)[0] == "Account work: CANNOT BE READ since Mon 02 Mar 2026 09:00. See: mailaide check"


def test_a_look_is_noted_every_five_minutes_and_when_the_clock_was_set_back():
    office = Office()
    noted = []
    for minutes in (0, 4, 5, 1):
        note_look(office.store, "work", MONDAY_9H + timedelta(minutes=minutes))
        [account] = status(office.store, office.terms.practice, [office.mailbox.account], LATER).accounts
        noted.append(account.looked_at)

    assert timedelta(minutes=5) == EVERY
    assert noted == [MONDAY_9H + timedelta(minutes=minutes) for minutes in (0, 0, 5, 1)]
