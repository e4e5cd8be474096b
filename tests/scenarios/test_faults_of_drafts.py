"""Rows 7 to 16 of the fault catalogue, by number: what persons and servers do to drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY_9H, MONDAY_10H, TUESDAY_9H, a_person, local
from scenarios.office import Office

from mailaide.adapters.imap.folders import listed, roles
from mailaide.adapters.memory.mailbox import NAMES, MemoryMailbox
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Place, Role
from mailaide.errors import FolderMissing, MailboxFull
from mailaide.steps.probe import probe, trial

LATE = "You promised the design last Friday and it is still not here. I am very disappointed."
SUNDAY = local(2026, 3, 1, 12)
A_LOOK_LATER = MONDAY_10H + timedelta(minutes=11)


def an_office_with_a_draft(names: dict[Role, str] | None = None) -> Office:
    office = Office()
    if names:
        office.mailbox = MemoryMailbox("work", names)
        office.restart()
    office.cycle(SUNDAY)
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_10H)
    return office


def the_draft(office: Office) -> tuple[Place, bytes]:
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    return place, kept.raw


def states(office: Office) -> list[State]:
    return [intent.state for intent in office.store.intents("harbour")]


def test_fault_07_an_edited_draft_is_never_touched_again():
    office = an_office_with_a_draft()
    place, raw = the_draft(office)
    edited = office.mailbox.edit(place, raw.replace(b"Message-ID: <", b"Message-ID: <new-") + b"More.\r\n")

    office.cycle(A_LOOK_LATER)
    office.cycle(TUESDAY_9H)

    assert (office.mailbox.places(Role.DRAFTS), states(office)[0]) == ([edited], State.SUPERSEDED)


def test_fault_08_a_deleted_draft_is_never_written_again():
    office = an_office_with_a_draft()
    office.mailbox.delete(the_draft(office)[0])

    office.cycle(A_LOOK_LATER)
    office.cycle(A_LOOK_LATER + timedelta(days=2))
    office.cycle(A_LOOK_LATER + timedelta(days=4))

    assert (office.mailbox.places(Role.DRAFTS), states(office)[0]) == ([], State.DISCARDED)


def test_fault_08_a_draft_that_turns_up_again_when_its_reason_is_gone_is_taken_back_at_that_look():
    office = an_office_with_a_draft()
    place, raw = the_draft(office)
    office.mailbox.delete(place)
    office.cycle(A_LOOK_LATER)
    office.we_write("You are right. The page is as agreed now.", A_LOOK_LATER, "<answer@me.example>")
    office.cycle(A_LOOK_LATER + timedelta(minutes=20))
    office.mailbox.deliver(Role.DRAFTS, raw, A_LOOK_LATER, {"\\Draft", "\\Seen"})

    office.cycle(A_LOOK_LATER + timedelta(minutes=40))

    assert (office.drafts(), states(office)[0]) == ([], State.WITHDRAWN)


def test_fault_09_a_sent_copy_with_the_drafts_own_id_is_read_as_our_answer():
    office = an_office_with_a_draft()
    place, raw = the_draft(office)
    office.mailbox.delete(place)
    office.mailbox.deliver(Role.SENT, raw, A_LOOK_LATER, {"\\Seen"})

    office.cycle(A_LOOK_LATER + timedelta(minutes=1))
    office.cycle(TUESDAY_9H)

    assert len(office.store.entries("harbour")) == 2
    assert [one.state for one in office.store.intents("harbour") if one.duty == "complaints"] == [State.SENT]
    assert office.alerts()[0] == "A message with an open blank went to Harbour Ltd (The harbour site)"


def test_fault_17_a_full_mailbox_is_told_once_and_tried_once_a_day():
    office = Office()
    office.cycle(SUNDAY)
    office.mailbox.full = True
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    reports = [office.cycle(MONDAY_10H + timedelta(minutes=10 * look)) for look in range(60)]

    draft = next(intent for intent in office.store.intents("harbour") if intent.kind is Kind.DRAFT)
    titles = [title for title, _ in office.notifier.told]
    assert (draft.state, draft.attempts) == (State.PLANNED, 1)
    assert titles == [
        "There was no room in your mailbox work",
        "Complaint from Harbour Ltd is waiting for an answer (The harbour site)",
    ]
    assert all(any(isinstance(fault.error, MailboxFull) for fault in report.faults) for report in reports)


def test_fault_17_what_a_full_mailbox_refused_is_put_once_when_there_is_room():
    office = Office()
    office.cycle(SUNDAY)
    office.mailbox.full = True
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    for hour in range(24):
        office.cycle(MONDAY_10H + timedelta(hours=hour))
    office.mailbox.full = False
    reports = [office.cycle(MONDAY_10H + timedelta(hours=hour)) for hour in range(24, 60)]

    assert office.drafts() == ["Re: The harbour"]
    assert sorted(office.alerts()) == [
        "Complaint from Harbour Ltd is waiting for an answer (The harbour site)",
        "There was no room in your mailbox work",
    ]
    assert reports[-1].faults == ()


def test_fault_17_what_waits_for_room_is_taken_back_when_its_reason_is_gone():
    office = Office()
    office.cycle(SUNDAY)
    office.mailbox.full = True
    office.client_writes(LATE, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_10H)
    office.we_write("Here it is.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>")
    office.cycle(A_LOOK_LATER)
    office.mailbox.full = False
    office.cycle(A_LOOK_LATER + timedelta(days=2))

    assert (office.drafts(), states(office)) == ([], [State.WITHDRAWN])


def test_fault_11_our_own_draft_is_no_message_of_the_conversation():
    office = an_office_with_a_draft()

    for hour in range(24):
        office.cycle(A_LOOK_LATER + timedelta(hours=hour))

    assert [entry.id for entry in office.store.entries("harbour")] == ["<1@harbour.example>"]
    assert len(office.mailbox.places(Role.DRAFTS)) == 1


def test_fault_12_a_drafts_folder_that_was_named_and_is_not_there_is_not_made():
    there = [listed(b"INBOX", b"/", ()), listed(b"Entwuerfe", b"/", ())]

    with pytest.raises(FolderMissing, match="'Concepten' is not there; the server has 'INBOX', 'Entwuerfe'"):
        roles(there, {Role.DRAFTS: "Concepten"}, "work")


@pytest.mark.parametrize("flag", [b"\\Drafts", b"\\drafts", b"\\DRAFTS"])
def test_fault_13_the_use_of_a_folder_is_known_in_any_letter_case(flag: bytes):
    there = [listed(b"INBOX", b"/", ()), listed(b"Kladjes", b"/", (flag,))]

    assert roles(there, {}, "work")[Role.DRAFTS] == "Kladjes"


@pytest.mark.parametrize(("raw", "name"), [(b"Entw&APw-rfe", "Entwürfe"), (b"bad&name", "bad&name")])
def test_fault_14_a_name_in_modified_utf_7_is_read_and_a_bad_one_is_kept(raw: bytes, name: str):
    folder = listed(raw, b"/", (b"\\Drafts",))

    assert (folder.raw, roles([folder], {}, "work")[Role.DRAFTS]) == (raw, name)


@pytest.mark.parametrize(("role", "state"), [(Role.TRASH, State.DISCARDED), (Role.ARCHIVE, State.SENT)])
def test_fault_15_all_mail_and_the_trash_are_looked_at_before_a_second_try(role: Role, state: State):
    office = an_office_with_a_draft({**NAMES, Role.ARCHIVE: "All Mail"})
    place, _ = the_draft(office)
    (draft,) = office.store.intents("harbour")
    office.store.save(replace(draft, state=State.ATTEMPTED, placed=None))
    office.mailbox.flag(office.mailbox.move(place, role), {"\\Seen"})

    office.cycle(A_LOOK_LATER)

    assert (office.mailbox.places(Role.DRAFTS), states(office)) == ([], [state])


class Forgetful(MemoryMailbox):
    """A server that keeps no References."""

    def put(self, intent: Intent) -> Place | None:
        lines = intent.raw.split(b"\r\n")
        return super().put(replace(intent, raw=b"\r\n".join(one for one in lines if not one.startswith(b"References"))))


def test_fault_16_a_server_that_drops_references_is_found_out():
    mailbox = Forgetful("work")
    intent = trial("work", mailbox.folders(), a_person(), b"s" * 32, MONDAY_9H)

    findings = [finding.says for finding in probe(mailbox, intent) if not finding.well]

    assert "the server changes drafts, so mailaide takes them for yours at once" in findings
