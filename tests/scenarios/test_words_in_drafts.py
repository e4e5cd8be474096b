"""Words that the person may regret in a draft they work on: told once a draft, never changed, and not at night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from builders import AMSTERDAM, MONDAY_9H, MONDAY_10H, TUESDAY_9H, a_fee, a_person, a_project, local
from scenarios.office import Office

from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.core.mail import Folder, Message, Role
from mailaide.core.worktime import QuietHours

SUNDAY = local(2026, 3, 1, 12)
DEAR = a_project(fees=(a_fee("95"),), starts=local(2026, 3, 2).date())
SOON = timedelta(minutes=11)
"""Drafts that lie in Drafts are looked at again after ten minutes."""

TOLD = "Please read your draft to Harbour Ltd once more (The harbour site)"
OVERPROMISE = b"I guarantee that it will never fail.\r\n"


def an_office_with_a_draft(**terms: Any) -> Office:
    office = Office(DEAR, push_words=True, **terms)
    office.cycle(SUNDAY)
    office.cycle(MONDAY_9H)
    assert len(office.drafts()) == 1
    return office


def write(office: Office, line: bytes) -> bytes:
    """Above the closing of the only draft; the whole of it."""
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    changed = kept.raw.replace(b"Kind regards", line + b"\r\nKind regards")
    office.mailbox.edit(place, changed)
    return changed


def alerts(office: Office) -> list[str]:
    return [subject for subject in office.alerts() if subject == TOLD]


def look(office: Office, *, times: int = 1) -> None:
    for number in range(times):
        office.cycle(MONDAY_10H + SOON * number)
        office.cycle(MONDAY_10H + SOON * number + timedelta(minutes=1))


def test_words_that_one_may_regret_are_told_once_and_the_draft_is_left():
    office = an_office_with_a_draft()
    write(office, OVERPROMISE)

    look(office, times=3)
    written = write(office, b"I guarantee that as well.\r\n")
    look(office, times=2)
    office.restart()
    office.cycle(TUESDAY_9H)

    assert alerts(office) == [TOLD]
    [text] = [text.replace("\r\n", "\n") for subject, text in office.notifier.told if subject == TOLD]
    assert "- “I guarantee that it will never fail.” (promises too much)\n  Say what you do" in text
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    assert kept.raw == written


def test_nothing_is_told_of_sound_words_until_others_are_written():
    office = an_office_with_a_draft()
    write(office, b"I will call you on Friday.\r\n")
    look(office)
    before = alerts(office)

    write(office, OVERPROMISE)
    look(office, times=2)

    assert (before, alerts(office)) == ([], [TOLD])


def test_what_stands_in_the_draft_untouched_is_not_looked_at():
    office = an_office_with_a_draft()

    look(office, times=3)

    assert alerts(office) == []


def test_it_can_be_switched_off():
    office = an_office_with_a_draft(proofread=False)
    write(office, OVERPROMISE)

    look(office, times=3)

    assert alerts(office) == []


def test_a_text_is_read_once_a_version(monkeypatch: pytest.MonkeyPatch):
    office = an_office_with_a_draft()
    write(office, b"I will call you on Friday.\r\n")
    look(office)
    asked: list[int] = []
    read = MemoryMailbox.messages

    def counted(folder: Folder, uids: list[int]) -> Iterator[Message]:
        asked.extend(uids if folder.role is Role.DRAFTS else ())
        return read(office.mailbox, folder, uids)

    monkeypatch.setattr(office.mailbox, "messages", counted)
    look(office, times=3)

    assert asked == []


def test_nothing_is_told_in_the_quiet_hours():
    office = an_office_with_a_draft()
    quiet = QuietHours(zone=AMSTERDAM, begins=time(9), ends=time(17))
    practice = replace(office.terms.practice, person=a_person(quiet=quiet))
    office.terms = replace(office.terms, practice=practice)
    office.restart()
    write(office, OVERPROMISE)
    look(office, times=3)
    by_day = alerts(office)

    office.cycle(local(2026, 3, 2, 18))

    assert (by_day, alerts(office)) == ([], [TOLD])
