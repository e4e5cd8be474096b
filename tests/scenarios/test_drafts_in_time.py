"""What becomes of a draft when facts change, when the person works on it, and when the store is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from builders import MONDAY_9H, MONDAY_10H, TUESDAY_9H, TUESDAY_10H, WEDNESDAY_9H, a_fee, a_project, local
from scenarios.office import Office

from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.core.intent import State
from mailaide.core.mail import Place, Role
from mailaide.errors import NotRestorable
from mailaide.steps.report import Outcome, Verb

LATE = "You promised the design last Friday and it is still not here. I am very disappointed."
WORSE = "Still nothing. This is unacceptable, I am really angry now."
SUNDAY = local(2026, 3, 1, 12)
STARTS = local(2026, 3, 2).date()
DEAR = a_project(fees=(a_fee("95"),), starts=STARTS)
DEARER = a_project(fees=(a_fee("105"),), starts=STARTS)


def texts(office: Office, role: Role = Role.DRAFTS) -> list[str]:
    found = []
    for place in office.mailbox.places(role):
        kept = office.mailbox.kept(place)
        assert kept
        found.append(message_from_bytes(kept.raw, policy=default).get_content())
    return found


def touch(office: Office) -> None:
    """The person writes a line under the only draft."""
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    office.mailbox.edit(place, kept.raw + b"See you soon.\r\n")


def an_office_with_a_fee_draft() -> Office:
    office = Office(DEAR)
    office.cycle(SUNDAY)
    office.cycle(MONDAY_10H)
    return office


def test_a_price_that_changes_gives_an_untouched_draft_the_new_one():
    office = an_office_with_a_fee_draft()

    office.restart(DEARER)
    office.cycle(TUESDAY_9H)

    (text,) = texts(office)
    assert "€105" in text
    assert "€95" not in text


def test_a_price_that_changes_is_told_of_a_touched_draft_once_and_the_draft_is_left():
    office = an_office_with_a_fee_draft()
    touch(office)
    office.cycle(MONDAY_10H + timedelta(minutes=11))

    office.restart(DEARER)
    office.cycle(TUESDAY_9H)
    office.cycle(TUESDAY_10H)

    (text,) = texts(office)
    (alert,) = texts(office, Role.INBOX)
    assert "€95" in text
    assert "- the costs: was design EUR 95, is now design EUR 105" in alert


def test_a_second_complaint_moves_the_draft_to_the_newer_mail():
    office = Office()
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_9H + timedelta(minutes=1))
    office.client_writes(WORSE, MONDAY_10H, "<2@harbour.example>", answers="<1@harbour.example>")

    report = office.cycle(MONDAY_10H + timedelta(minutes=1))

    assert [(one.verb, one.outcome) for one in report.done] == [
        (Verb.WITHDRAW, Outcome.DONE),
        (Verb.DRAFT, Outcome.DONE),
    ]
    ((_, draft),) = office._messages(Role.DRAFTS)
    assert draft["In-Reply-To"] == "<2@harbour.example>"


def test_an_alert_knows_of_the_letter_that_takes_the_place_of_another_one():
    office = Office(a_project(starts=date(2026, 1, 5), ends=date(2026, 2, 27)), push_words=True)
    office.cycle(local(2026, 2, 20, 9))
    office.we_write("The texts are in.", local(2026, 2, 25, 9), "<texts@me.example>")
    office.client_writes("Here are the photos of the shop.", local(2026, 2, 27, 16), "<photos@harbour.example>")
    office.cycle(local(2026, 3, 3, 12))
    before = office.drafts()

    office.cycle(local(2026, 3, 3, 16))

    assert (before, office.drafts()) == (["The harbour site: wrapping up"], ["Re: The harbour"])
    assert ["A draft is waiting for you." in text for _, text in office.notifier.told] == [True]


def test_a_touched_draft_that_is_sent_is_known_as_sent():
    office = an_office_with_a_fee_draft()
    touch(office)
    office.cycle(MONDAY_10H + timedelta(minutes=11))
    (place,) = office.mailbox.places(Role.DRAFTS)
    sent = office.mailbox.move(place, Role.SENT)
    office.mailbox.flag(sent, {"\\Seen"})

    office.cycle(MONDAY_10H + timedelta(minutes=30))

    assert [intent.state for intent in office.store.intents("harbour")] == [State.SENT]


def test_mail_that_the_person_answered_is_marked_as_answered():
    office = Office()
    office.cycle(SUNDAY)
    office.client_writes("Could you send the logo?", MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_9H + timedelta(minutes=1))
    office.we_write("Here it is.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>")

    office.cycle(MONDAY_10H + timedelta(minutes=1))

    (place,) = office.mailbox.places(Role.INBOX)
    kept = office.mailbox.kept(place)
    assert kept
    assert kept.flags == {"\\Answered"}


class EndsAtTheMark(MemoryMailbox):
    """The process ends before the flag is set, as long as it is `deadly`."""

    deadly = True

    def mark_answered(self, places: Sequence[Place]) -> None:
        if self.deadly:
            raise SystemExit
        super().mark_answered(places)


def test_a_mark_that_a_kill_cut_short_is_set_at_the_next_start_and_then_left_to_the_person():
    office = Office()
    office.mailbox = mailbox = EndsAtTheMark("work")
    office.restart()
    office.cycle(SUNDAY)
    office.client_writes("Could you send the logo?", MONDAY_9H, "<1@harbour.example>")
    office.we_write("Here it is.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>")
    with pytest.raises(SystemExit):
        office.cycle(MONDAY_10H + timedelta(minutes=1))
    mailbox.deadly = False
    (place,) = office.mailbox.places(Role.INBOX)
    flags = []

    for day in range(2):
        office.restart()
        office.cycle(MONDAY_10H + timedelta(days=day, minutes=2))
        kept = office.mailbox.kept(place)
        assert kept
        flags.append(kept.flags)
        office.mailbox.flag(place, {"\\Seen"})

    assert flags == [{"\\Answered"}, {"\\Seen"}]


def test_after_a_lost_store_an_untouched_draft_is_still_ours_and_taken_back_when_answered():
    office = Office()
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_10H)

    office.restart(without_store=True)
    office.cycle(MONDAY_10H + timedelta(minutes=30))
    office.we_write(
        "It comes tomorrow.", MONDAY_10H + timedelta(hours=1), "<2@me.example>", answers="<1@harbour.example>"
    )
    office.cycle(MONDAY_10H + timedelta(hours=2))

    assert office.drafts() == []


def test_after_a_lost_store_a_deleted_draft_is_told_and_not_written_again():
    office = Office(DEAR)
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_10H)
    (place,) = office.mailbox.places(Role.DRAFTS)
    office.mailbox.delete(place)

    office.restart(without_store=True)
    office.cycle(TUESDAY_9H)
    office.cycle(WEDNESDAY_9H)

    assert office.drafts() == []
    assert office.alerts() == ["What is still open: 2 items"]


def test_the_first_store_of_all_writes_drafts_for_what_was_due_before():
    office = Office(DEAR)

    office.cycle(TUESDAY_9H)

    assert office.drafts() == ["The harbour site: fees and terms"]


def test_a_deleted_draft_can_be_put_back_and_is_the_persons_then():
    office = an_office_with_a_fee_draft()
    (place,) = office.mailbox.places(Role.DRAFTS)
    (before,) = texts(office)
    office.mailbox.move(place, Role.TRASH)
    office.cycle(MONDAY_10H + timedelta(minutes=11))
    (draft,) = office.store.intents("harbour")

    restored = office.restore(draft.key, TUESDAY_9H)
    office.we_write("It costs € 95.", TUESDAY_9H, "<1@me.example>")
    office.cycle(TUESDAY_10H)

    assert (restored.state, restored.revision) == (State.SUPERSEDED, 1)
    assert texts(office) == [before]


def test_a_draft_that_lies_there_is_not_put_back():
    office = an_office_with_a_fee_draft()
    (draft,) = office.store.intents("harbour")

    with pytest.raises(NotRestorable, match="is placed and needs no restoring"):
        office.restore(draft.key, TUESDAY_9H)


def test_a_draft_that_never_was_cannot_be_put_back():
    with pytest.raises(NotRestorable, match="no draft with the key 'fees'"):
        an_office_with_a_fee_draft().restore("fees", TUESDAY_9H)


def test_the_text_of_a_deleted_draft_is_kept_for_thirty_days():
    office = an_office_with_a_fee_draft()
    (place,) = office.mailbox.places(Role.DRAFTS)
    office.mailbox.move(place, Role.TRASH)
    office.cycle(MONDAY_10H + timedelta(minutes=11))
    (draft,) = office.store.intents("harbour")

    office.restart()
    office.cycle(MONDAY_10H + timedelta(days=31))

    with pytest.raises(NotRestorable, match="kept for 30 days and is gone"):
        office.restore(draft.key, MONDAY_10H + timedelta(days=31))
