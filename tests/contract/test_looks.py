"""A look at one account: what follows from how it went, and that accounts do not wait for each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

import pytest
from contract.letter_values import PERSON

from mailaide.core.obligation import Withheld
from mailaide.errors import LoginRefused, MailaideError, MailboxFull, MailboxUnreachable, StoreError
from mailaide.service.hints import Hints
from mailaide.service.lookout import Lookout
from mailaide.service.looks import Looks, tell
from mailaide.steps.report import WITHHELD, Fault, Held, Report

PATIENCE_SECONDS = 10.0


class World:
    """Looks at two accounts with a cycle that says what a test wants, and what it was asked for."""

    def __init__(self) -> None:
        self.errors: dict[str, MailaideError] = {}
        self.touched: frozenset[str] = frozenset()
        self.during: Callable[[str], None] = lambda account: None
        self.asked: list[tuple[str, bool, bool]] = []
        self.woken: list[str] = []
        self.hints = Hints({}, wake=lambda account, seconds: self.woken.append(account))
        self.lookout = Lookout(("studio", "office"), PERSON, after=timedelta(minutes=30), tick=0.0)
        homes = {"harbour": "studio", "bridge": "office"}
        self.looks = Looks(self._cycle, homes, ("studio", "office"), hints=self.hints, lookout=self.lookout)

    def _cycle(
        self, now: datetime, *, everything: bool, resting: Collection[str], only: Collection[str], **_: Any
    ) -> Report:
        [account] = only
        self.asked.append((account, everything, account in resting))
        self.during(account)
        error = self.errors.get(account)
        if error is not None and not isinstance(error, (MailboxUnreachable, LoginRefused, MailboxFull)):
            raise error
        faults = (Fault(where=account, error=error),) if error is not None and account not in resting else ()
        return Report(touched=self.touched, faults=faults)


@pytest.fixture
def world():
    world = World()
    yield world
    world.hints.close()


def test_everything_is_decided_at_the_first_look_only(world: World):
    world.looks.at("studio")
    world.looks.at("studio")
    world.looks.at("office")

    assert world.asked == [("studio", True, False), ("studio", False, False), ("office", True, False)]


def test_fault_24_an_account_that_failed_rests_and_the_other_does_not(world: World):
    world.errors = {"studio": MailboxUnreachable("studio", "no route")}
    for account in ("studio", "office", "studio", "office"):
        world.looks.at(account)

    assert [(account, resting) for account, _, resting in world.asked] == [
        ("studio", False),
        ("office", False),
        ("studio", True),
        ("office", False),
    ]


def test_fault_24_an_account_that_hangs_holds_up_no_other(world: World):
    hangs, others_done = threading.Event(), threading.Event()

    def during(account: str) -> None:
        if account == "studio":
            hangs.set()
            assert others_done.wait(PATIENCE_SECONDS)

    world.during = during
    hanging = threading.Thread(target=world.looks.at, args=("studio",))
    hanging.start()
    assert hangs.wait(PATIENCE_SECONDS)

    world.looks.at("office")

    others_done.set()
    hanging.join()
    assert [account for account, _, _ in world.asked] == ["studio", "office"]


def test_a_hint_during_a_look_brings_one_more_look(world: World):
    hints = iter((3, 0))

    def during(account: str) -> None:
        for _ in range(next(hints)):
            world.looks.at(account)

    world.during = during

    world.looks.at("studio")

    assert [account for account, _, _ in world.asked] == ["studio", "studio"]


def test_news_for_a_project_of_another_account_brings_a_look_at_that_one(world: World):
    world.touched = frozenset({"harbour", "bridge", "gone"})

    world.looks.at("studio")

    assert world.woken == ["office"]


def test_a_fault_is_logged_once_and_its_end_too(world: World, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    world.errors = {"studio": MailboxUnreachable("studio", "no route")}
    for _ in range(3):
        world.looks.at("studio")
    world.errors.clear()
    world.looks._resting.recovered("studio")
    world.looks.at("studio")

    assert [record.getMessage() for record in caplog.records] == [
        "account studio: no route",
        "account studio works again",
    ]


def test_a_full_mailbox_is_read_as_ever(world: World):
    world.errors = {"studio": MailboxFull("studio", "full")}
    for _ in range(2):
        world.looks.at("studio")

    assert [resting for _, _, resting in world.asked] == [False, False]


def test_a_store_that_broke_ends_no_more_than_this_look(world: World, caplog: pytest.LogCaptureFixture):
    world.errors = {"studio": StoreError("the disk is full")}
    world.looks.at("studio")
    world.looks.at("office")

    assert [record.getMessage() for record in caplog.records] == ["studio: the disk is full"]
    assert len(world.asked) == 2


def test_fault_25_three_refused_logins_are_an_alert_at_once(world: World):
    world.errors = {"studio": LoginRefused("studio", "wrong password")}
    hopeless = []
    for _ in range(3):
        world.looks.at("studio")
        hopeless.append(world.lookout._sights["studio"].hopeless)
        world.looks._resting._rests["studio"].until = 0.0

    assert hopeless == [False, False, True]


@pytest.mark.parametrize("why", Withheld)
def test_each_reason_to_keep_a_draft_back_is_logged_in_words(why: Withheld, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")

    tell(Report(held=(Held(project="harbour", key="status/harbour/1", why=why),)))

    assert caplog.messages == [f"No draft for harbour: {WITHHELD[why]}."]
