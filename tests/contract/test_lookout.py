"""The alarm about blindness: over the push channels, once a spell, also over a restart; one word when it is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from contract.letter_values import AMSTERDAM, PERSON

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.store import MemoryStore
from mailaide.adapters.progress import LogProgress
from mailaide.core.letter import Letter, Rendered
from mailaide.core.worktime import QuietHours
from mailaide.errors import (
    AlertFailed,
    BudgetSpent,
    CertificateRefused,
    FolderMissing,
    LetterError,
    LoginRefused,
    MailboxBusy,
    MailboxError,
    MailboxUnreachable,
    SecretMissing,
    StoreError,
)
from mailaide.service.lookout import Lookout, ProgressSeen

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
"""Twelve o'clock in Amsterdam."""

HALF_AN_HOUR = timedelta(minutes=30)
LONG = 31 * 60.0


class Channel:
    """A push channel that keeps what it was told, or takes nothing."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.works = True

    def tell(self, title: str, text: str) -> None:
        if not self.works:
            raise AlertFailed("the network is down")
        self.told.append((title, text))


class Watch:
    """A lookout with all it needs; `at` looks at a tick."""

    def __init__(self, store: MemoryStore | None = None, *accounts: str, language: str = "nl") -> None:
        self.store = store or MemoryStore()
        self.channel = Channel()
        self.letters = JinjaLetters(PERSON, None)
        self.lookout = Lookout(
            accounts or ("studio",), replace(PERSON, language=language), after=HALF_AN_HOUR, tick=0.0
        )
        self.lookout.recall(self.store)

    def at(self, tick: float) -> list[str]:
        """The titles of what is told at this tick."""
        before = len(self.channel.told)
        now = NOON + timedelta(seconds=tick)
        self.lookout.look(self.letters, self.channel, self.store, tick=tick, now=now)
        return [title for title, _ in self.channel.told[before:]]


def unreachable(account: str = "studio") -> MailboxError:
    return MailboxUnreachable(account, "no route to host")


BLIND, BACK = "I cannot read your mail: studio", "I can read your mail again: studio"


@pytest.fixture
def watch() -> Watch:
    return Watch(language="en")


def test_a_spell_of_blindness_is_one_alert_and_its_end_one_word(watch: Watch):
    watch.lookout.failed("studio", unreachable(), hopeless=False)
    told = [watch.at(tick) for tick in (60.0, LONG, LONG + 15, 10 * LONG)]
    watch.lookout.well(["studio"], 10 * LONG)
    told += [watch.at(tick) for tick in (10 * LONG + 1, 10 * LONG + 30)]

    assert told == [[], [BLIND], [], [], [BACK], []]


def test_a_short_spell_is_not_worth_a_word(watch: Watch):
    watch.lookout.failed("studio", unreachable(), hopeless=False)
    told = [watch.at(600.0)]
    watch.lookout.well(["studio"], 700.0)

    assert [*told, watch.at(701.0), watch.at(LONG)] == [[], [], []]


def test_the_next_spell_is_told_of_again(watch: Watch):
    watch.at(LONG)
    watch.lookout.well(["studio"], LONG)
    watch.at(LONG + 1)

    assert [watch.at(2 * LONG - 120), watch.at(2 * LONG + 60)] == [[], [BLIND]]


def test_a_restart_in_the_middle_repeats_nothing_and_forgets_nothing(watch: Watch):
    watch.at(LONG)
    after = Watch(watch.store, language="en")
    after.lookout.failed("studio", unreachable(), hopeless=False)
    told = [after.at(60.0), after.at(LONG)]
    after.lookout.well(["studio"], LONG)

    assert [*told, after.at(LONG + 1)] == [[], [], [BACK]]


def test_quiet_hours_are_kept(watch: Watch):
    """Nobody can do anything about it at night, and what is over in the morning was not worth a word."""
    noon = time(12)
    watch.lookout._person = replace(PERSON, quiet=QuietHours(zone=AMSTERDAM, begins=noon, ends=time(13)))
    told = [watch.at(LONG), watch.at(59 * 60.0), watch.at(60 * 60.0)]

    assert told == [[], [], [BLIND]]


def test_what_no_channel_takes_is_tried_again_until_sight_is_back(watch: Watch):
    watch.channel.works = False
    told = [watch.at(LONG)]
    watch.channel.works = True
    told += [watch.at(LONG + 15), watch.at(LONG + 301)]

    assert told == [[], [], [BLIND]]


def test_a_spell_that_nobody_could_be_told_of_ends_without_a_word(watch: Watch):
    """As when the whole network was away."""
    watch.channel.works = False
    watch.at(LONG)
    watch.channel.works = True
    watch.lookout.well(["studio"], LONG + 20)

    assert watch.at(LONG + 301) == []


def test_one_message_tells_of_all_accounts_that_went_dark_together():
    watch = Watch(None, "studio", "office", language="en")
    for at, account in enumerate(("studio", "office")):
        watch.lookout.well([account], float(at))
        watch.lookout.failed(account, unreachable(account), hopeless=False)

    assert watch.at(LONG) == ["I cannot read your mail: studio, office"]


def test_progress_of_a_long_read_keeps_the_alarm_quiet(watch: Watch):
    ticks = iter((20 * 60.0, 40 * 60.0))
    progress = ProgressSeen(LogProgress(), lambda account: watch.lookout.alive(account, next(ticks)))
    progress.show("studio", "INBOX", 1, 9)
    progress.show("studio", "INBOX", 2, 9)

    assert [watch.at(60 * 60.0), watch.at(71 * 60.0)] == [[], [BLIND]]


def test_without_a_channel_the_log_has_it_once(watch: Watch, caplog: pytest.LogCaptureFixture):
    for tick in (LONG, LONG + 15):
        watch.lookout.look(watch.letters, None, watch.store, tick=tick, now=NOON)

    assert [record.getMessage() for record in caplog.records] == ["not read any more: studio"]


def test_a_store_that_cannot_remember_keeps_no_alarm_back(watch: Watch):
    class Broken(MemoryStore):
        def remember(self, name: str, value: str) -> None:
            raise StoreError("the disk is full")

    watch.store = Broken()

    assert [watch.at(LONG), watch.at(LONG + 15)] == [[BLIND], []]


def test_a_broken_template_keeps_no_alarm_back(watch: Watch):
    class Broken(JinjaLetters):
        def render(self, letter: Letter) -> Rendered:
            raise LetterError("en/blind.j2: broken")

    watch.letters = Broken(PERSON, None)
    watch.lookout.failed("studio", unreachable(), hopeless=False)

    assert watch.at(LONG) == ["mailaide: blind: studio"]
    assert watch.channel.told[0][1] == "account studio: no route to host"


ERRORS: dict[str, Callable[[], MailboxError]] = {
    "weigert de gebruikersnaam of het wachtwoord": lambda: LoginRefused("studio", "no"),
    "Ik kan het wachtwoord niet vinden": lambda: SecretMissing("studio", "no"),
    "niet te vertrouwen": lambda: CertificateRefused("studio", "no"),
    "even met rust gelaten": lambda: MailboxBusy("studio", "no"),
    "limits.megabytes_per_day": lambda: BudgetSpent("studio", "no"),
    "niet te bereiken": unreachable,
    "In het logboek staat": lambda: FolderMissing("studio", "no"),
}


@pytest.mark.parametrize(("words", "error"), ERRORS.items(), ids=ERRORS)
def test_the_alert_says_since_when_why_and_what_to_do(words: str, error: Callable[[], MailboxError]):
    watch = Watch(language="nl")
    watch.lookout.failed("studio", error(), hopeless=False)

    watch.at(LONG)

    [(title, text)] = watch.channel.told
    assert title == "Ik kan je mail niet lezen: studio"
    assert "Sinds maandag 2 maart 2026 om 12:00 kan ik de mailbox “studio” niet lezen." in text
    assert words in text
    assert "{" not in text
    assert "\n\n\n" not in text.removesuffix("mailaide\n").rstrip()
    assert NOON.astimezone(AMSTERDAM).hour == 12


def test_the_last_word_says_what_is_well_again():
    watch = Watch(language="nl")
    watch.at(LONG)
    watch.lookout.well(["studio"], LONG)

    watch.at(LONG + 15)

    title, text = watch.channel.told[-1]
    assert title == "Ik kan je mail weer lezen: studio"
    assert "De mailbox “studio”, die ik sinds maandag 2 maart 2026 om 12:00 niet kon lezen, lees ik weer." in text
