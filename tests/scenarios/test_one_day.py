"""The whole pipeline on the twins: what lies in Drafts and in the INBOX after each step of a story."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import MONDAY_9H, MONDAY_10H, TUESDAY_9H, TUESDAY_10H, WEDNESDAY_9H, a_fee, a_project, local, working_days
from scenarios.office import US, Office

from mailaide.core.brakes import Limits
from mailaide.core.mail import Role
from mailaide.core.obligation import Withheld
from mailaide.errors import MailboxUnreachable
from mailaide.steps.report import Outcome, Verb

LATE = "You promised the design last Friday and it is still not here. I am very disappointed."
SUNDAY = local(2026, 3, 1, 12)
AFTER_DUE = local(2026, 3, 2, 14)


def done(report) -> list[tuple[Verb, str, Outcome]]:
    return [(one.verb, one.duty, one.outcome) for one in report.done]


def after_a_complaint() -> Office:
    """An office that has looked once, before the client complained on Monday at nine."""
    office = Office()
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    return office


def test_a_complaint_gets_a_draft_at_once_and_one_alert_when_it_is_due():
    office = after_a_complaint()

    first = office.cycle(MONDAY_10H)
    second = office.cycle(MONDAY_10H + timedelta(hours=1))
    due = office.cycle(AFTER_DUE)
    later = office.cycle(AFTER_DUE + timedelta(hours=1))

    assert done(first) == [(Verb.DRAFT, "complaints", Outcome.DONE)]
    assert done(second) == []
    assert done(due) == [(Verb.ALERT, "complaints", Outcome.DONE)]
    assert done(later) == []
    assert office.drafts() == ["Re: The harbour"]
    assert office.alerts() == ["Complaint from Harbour Ltd is waiting for an answer (The harbour site)"]
    assert [title for title, _ in office.notifier.told] == office.alerts()


def test_an_answer_ends_the_wait_and_takes_the_untouched_draft_back():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)
    office.we_write(
        "You are right, it is late, and the fault is ours. The design is in the folder.",
        MONDAY_10H,
        "<2@me.example>",
        answers="<1@harbour.example>",
    )

    office.cycle(MONDAY_10H + timedelta(hours=1))
    office.cycle(WEDNESDAY_9H)

    assert office.drafts() == []
    assert office.alerts() == []


def test_a_holding_reply_does_not_keep_the_draft_away():
    office = after_a_complaint()
    office.we_write(
        "I have seen it and will get back to you.",
        MONDAY_10H,
        "<2@me.example>",
        answers="<1@harbour.example>",
    )

    report = office.cycle(MONDAY_10H + timedelta(minutes=5))

    assert done(report) == [(Verb.DRAFT, "complaints", Outcome.DONE)]
    assert office.drafts() == ["Re: The harbour"]


def test_a_draft_written_after_its_time_leaves_the_new_date_to_the_person():
    office = after_a_complaint()

    office.cycle(WEDNESDAY_9H)

    ((_, draft),) = office._messages(Role.DRAFTS)
    assert "by [[a date]] at the latest" in draft.get_content()


def test_a_touched_draft_is_left_to_the_person():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    office.mailbox.edit(place, kept.raw + b"I was ill.\r\n")
    office.we_write("It is in the folder.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>")

    office.cycle(MONDAY_10H + timedelta(hours=1))
    office.cycle(TUESDAY_9H)

    assert office.drafts() == ["Re: The harbour"]


def test_a_deleted_draft_is_not_written_again():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)
    (place,) = office.mailbox.places(Role.DRAFTS)
    office.mailbox.move(place, Role.TRASH)

    office.cycle(MONDAY_10H + timedelta(hours=1))
    office.cycle(TUESDAY_9H)
    office.cycle(WEDNESDAY_9H)

    assert office.drafts() == []


def test_a_lost_store_finds_the_draft_and_the_alert_again():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)
    office.cycle(AFTER_DUE)

    office.restart(without_store=True)
    office.cycle(TUESDAY_9H)
    office.cycle(TUESDAY_10H)

    assert office.drafts() == ["Re: The harbour"]
    assert office.alerts() == ["Complaint from Harbour Ltd is waiting for an answer (The harbour site)"]


def test_an_answer_that_lay_until_the_day_it_names_is_written_anew():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)

    later = office.cycle(WEDNESDAY_9H)

    assert (Verb.DRAFT, "complaints", Outcome.DONE) in done(later)
    ((_, draft),) = office._messages(Role.DRAFTS)
    assert "by [[a date]] at the latest" in draft.get_content()


def test_what_was_overdue_before_the_first_run_comes_in_one_summary():
    starts = local(2026, 2, 2).date()
    one = a_project(key="harbour", title="The harbour site", tag="H-1", fees=(a_fee(),), starts=starts)
    two = a_project(key="bridge", title="The bridge", tag="B-1", fees=(a_fee(),), starts=starts)
    office = Office(one, two)
    office.client_writes(LATE, local(2026, 2, 25, 9), "<1@harbour.example>", subject="[H-1] design")

    first = office.cycle(MONDAY_9H)
    office.cycle(TUESDAY_9H)

    assert office.alerts() == ["What is still open: 2 items"]
    assert len(office.notifier.told) == 1
    assert [one.outcome for one in first.done if one.verb is Verb.ALERT] == [Outcome.DONE] * 3  # two, and the summary


def test_fees_and_a_status_update_are_drafted_for_a_quiet_project():
    project = a_project(fees=(a_fee(),), cadence=working_days(2), starts=local(2026, 3, 2).date())
    office = Office(project)
    office.cycle(SUNDAY)

    office.cycle(MONDAY_10H)
    office.we_write("The design will cost € 1,450.", MONDAY_10H, "<1@me.example>")
    office.cycle(TUESDAY_9H)
    office.cycle(local(2026, 3, 4, 11))

    assert office.drafts() == ["The harbour site: where things stand"]


def test_a_conversation_that_may_be_of_two_projects_is_asked_about_once_and_gets_no_draft():
    office = Office(a_project(key="harbour", tag="H-1"), a_project(key="bridge", title="The bridge", tag="B-1"))
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>", subject="Hello")

    office.cycle(MONDAY_10H)
    office.cycle(TUESDAY_9H)

    assert office.drafts() == []
    assert len(office.alerts()) == 1


def test_what_we_wrote_in_a_waiting_conversation_is_news_for_each_project_it_may_belong_to():
    starts = local(2026, 3, 2).date()
    projects = [a_project(key=key, title=key, tag=key, cadence=working_days(2), starts=starts) for key in ("a", "b")]
    office = Office(*projects)
    office.cycle(SUNDAY)
    office.we_write("The drawings are ready, have a look.", TUESDAY_9H, "<1@me.example>", subject="Drawings")

    office.cycle(TUESDAY_10H)
    office.cycle(local(2026, 3, 4, 12))

    assert office.drafts() == []


def test_our_answer_with_a_tag_gives_the_conversation_its_project():
    office = Office(a_project(key="harbour", tag="H-1"), a_project(key="bridge", title="The bridge", tag="B-1"))
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>", subject="Hello")
    office.cycle(MONDAY_10H)
    office.we_write(
        "I will look into it.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>", subject="Re: Hello [B-1]"
    )

    office.cycle(MONDAY_10H + timedelta(hours=1))

    assert [entry.id for entry in office.store.entries("bridge")] == ["<1@harbour.example>", "<2@me.example>"]


def test_mail_of_strangers_is_not_kept():
    office = Office()
    office.client_writes("Buy this now.", MONDAY_9H, "<spam@shop.example>", sender="Shop <shop@shop.example>")

    report = office.cycle(MONDAY_10H)

    assert report.read == ()
    assert office.store.known("work", Role.INBOX, ["<spam@shop.example>"]) == {}


def test_no_flag_of_any_other_message_changes():
    office = after_a_complaint()
    (place,) = office.mailbox.places(Role.INBOX)

    office.cycle(MONDAY_10H)

    kept = office.mailbox.kept(place)
    assert kept
    assert kept.flags == frozenset()


def test_a_draft_lies_there_as_mail_clients_want_it():
    office = after_a_complaint()

    office.cycle(MONDAY_10H)

    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    assert kept.flags == {"\\Draft", "\\Seen"}
    ((_, message),) = office._messages(Role.DRAFTS)
    shown = {name: message[name] for name in ("From", "To", "In-Reply-To", "References")}
    assert shown == {
        "From": US,
        "To": "Piet <piet@harbour.example>",
        "In-Reply-To": "<1@harbour.example>",
        "References": "<1@harbour.example>",
    }


def test_the_daily_limit_holds_drafts_back_until_there_is_room():
    starts = local(2026, 3, 2).date()
    projects = [a_project(key=key, title=key, tag=key, fees=(a_fee(),), starts=starts) for key in ("a", "b", "c")]
    office = Office(*projects, limits=Limits(drafts_per_day=2))
    office.cycle(SUNDAY)

    first = office.cycle(MONDAY_9H)
    office.cycle(TUESDAY_10H)

    assert [(held.project, held.why) for held in first.held] == [("c", Withheld.LIMIT)]
    assert len(office.drafts()) == 3


def test_what_happened_too_long_ago_gets_an_alert_but_no_draft():
    office = Office()
    office.client_writes(LATE, local(2026, 1, 12, 9), "<1@harbour.example>")

    report = office.cycle(MONDAY_9H)

    assert done(report) == [(Verb.ALERT, "complaints", Outcome.DONE)]
    assert office.drafts() == []


@pytest.mark.parametrize("push_words", [False, True])
def test_a_clients_words_are_pushed_only_when_the_person_wants_it(push_words: bool):
    office = Office(push_words=push_words)
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_10H)
    office.cycle(AFTER_DUE)

    told = " ".join(f"{title} {text}" for title, text in office.notifier.told)
    assert "Harbour Ltd" in told
    assert ("disappointed" in told) is push_words


def test_an_unreachable_mailbox_is_told_and_nothing_is_lost():
    office = after_a_complaint()
    office.cycle(MONDAY_10H)
    office.mailbox.broken = MailboxUnreachable("work", "no route")

    report = office.cycle(AFTER_DUE)
    pushed = list(office.notifier.told)
    office.mailbox.broken = None
    office.cycle(AFTER_DUE + timedelta(minutes=1))

    assert [fault.where for fault in report.faults] == ["work"]
    assert len(pushed) == 1
    assert len(office.alerts()) == 1
    assert len(office.notifier.told) == 1


def test_a_dry_cycle_touches_nothing():
    office = Office()
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")

    report = office.cycle(AFTER_DUE, dry=True)

    assert done(report) == [
        (Verb.DRAFT, "complaints", Outcome.PLANNED),
        (Verb.ALERT, "complaints", Outcome.PLANNED),
    ]
    assert (office.drafts(), office.alerts(), office.notifier.told) == ([], [], [])


def test_an_account_that_was_never_read_raises_nothing_until_it_is():
    office = Office(a_project(fees=(a_fee(),), starts=local(2026, 3, 2).date()))
    office.we_write("The design will cost € 1,450.", SUNDAY, "<1@me.example>")
    office.mailbox.broken = MailboxUnreachable("work", "no route")

    blind = office.cycle(TUESDAY_10H)
    office.mailbox.broken = None
    office.cycle(WEDNESDAY_9H)

    assert (done(blind), [fault.where for fault in blind.faults]) == ([], ["work"])
    assert (office.drafts(), office.alerts(), office.notifier.told) == ([], [], [])
