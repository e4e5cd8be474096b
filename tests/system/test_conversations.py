"""Whole conversations, message by message on a real mail server, with a cycle after each and at every wake instant.

The facts that the timeline tells in the end are scored against those that the records tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from imapclient import IMAPClient
from system.conversations import KINDS, Conversation, Score, load, not_read_yet, score, table
from system.dovecot import Dovecot

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.letters import JinjaLetters
from mailaide.adapters.memory_letters import RecordingNotifier
from mailaide.adapters.memory_store import MemoryStore
from mailaide.core.brakes import Limits
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Role
from mailaide.core.project import Practice
from mailaide.core.timeline import Fact, timeline
from mailaide.cycle import Cycle, Terms, World
from mailaide.recall import recall

pytestmark = pytest.mark.dovecot

CONVERSATIONS = {conversation.id: conversation for conversation in load()}
FOLDERS = {Role.INBOX: "INBOX", Role.SENT: "Verzonden items", Role.DRAFTS: "Drafts"}
SOON = timedelta(minutes=1)
"""How long after its arrival a message is read."""

AFTERWARDS = timedelta(days=14)
"""How long the mailbox is watched after the last message."""

SILENCE = "no news from us"

AT_THE_SAME_TIME = 2

FLOOR = {
    "complaint opened": (12, 4),  # two of the wrong repeat what was first said in a mail about another project
    "complaint repeated": (5, 1),
    "complaint reopened": (1, 2),
    "complaint answered": (15, 3),
    "holding reply": (7, 0),
    "fee disclosed": (30, 2),
    "automatic reply, ignored": (8, 0),
    "client writes from another address": (5, 2),
    "subject changed": (4, 3),
    "no news from us": (36, 1),
    "question asked": (20, 6),
    "question answered": (12, 4),
    "revision round": (14, 1),
    "approval given": (17, 3),
    "conditional approval given": (3, 0),
    "fee disputed": (3, 0),
    "promise made, due": (39, 5),
}
"""Kind → how many are found at least, and how many wrong ones are told at most. It may only get stricter."""


class WakefulStore(MemoryStore):
    """Remembers when the projects are to be looked at again, as a daemon's timer would."""

    def __init__(self) -> None:
        super().__init__()
        self.wakes: dict[str, datetime] = {}

    def set_wake(self, project: str, at: datetime | None) -> None:
        super().set_wake(project, at)
        self.wakes.pop(project, None)
        if at is not None:
            self.wakes[project] = at


@dataclass(kw_only=True)
class Replay:
    """What came of one conversation. `lying` holds, for each look into Drafts, what lay there: id and answered id."""

    conversation: Conversation
    facts: list[Fact] = field(default_factory=list)
    filed: dict[str, str] = field(default_factory=dict)
    unfiled: dict[str, str] = field(default_factory=dict)
    intents: list[Intent] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lying: list[list[tuple[str, str]]] = field(default_factory=list)
    cycles: int = 0

    @property
    def drafts(self) -> list[Intent]:
        return [intent for intent in self.intents if intent.kind is Kind.DRAFT]

    @property
    def alerts(self) -> list[Intent]:
        return [intent for intent in self.intents if intent.kind is Kind.ALERT]


def replayed(conversation: Conversation, server: Dovecot) -> Replay:
    """The conversation, lived through with a clock that steps from message to wake instant to message."""
    replay = Replay(conversation=conversation)
    account = server.account(conversation.id, name="work", port=server.port, tls="none")
    mailbox, store = ImapMailbox(account, lambda: "secret"), WakefulStore()
    practice = conversation.practice
    world = World(
        mailboxes={"work": mailbox},
        drafts={"work": mailbox},
        store=store,
        letters=JinjaLetters(practice.person, None),
        ear=built_in(),
        notifier=RecordingNotifier(),
    )
    cycle = Cycle(world, Terms(practice=practice, limits=Limits(), secret=b"s" * 32))

    def look(now: datetime) -> None:
        report = cycle.run(now, everything=replay.cycles == 0)
        replay.cycles += 1
        replay.faults += [f"{now}: {fault}" for fault in report.faults]
        if report.done:
            replay.lying.append(_lying(client))

    def wake_until(instant: datetime, last: datetime) -> datetime:
        while wakes := [at for at in store.wakes.values() if at < instant]:
            last = max(min(wakes), last + SOON)
            look(last)
        return last

    with closing(mailbox), server.client(conversation.id) as client:
        now = conversation.mails[0].at
        for mail in conversation.mails:
            now = max(wake_until(mail.at, now), mail.at) + SOON
            client.append(FOLDERS[mail.role], mail.raw, (), mail.at)
            look(now)
        wake_until(now + AFTERWARDS, now)
    everything: list[Entry] = []
    for project in practice.projects:
        dossier = recall(store, practice, project.key)
        entries = dossier.entries
        everything += entries
        told = timeline(dossier)
        replay.facts += [fact for fact in told if not fact.what.startswith(SILENCE)]
        replay.filed |= {entry.id: project.key for entry in entries}
        replay.intents += store.intents(project.key)
    replay.facts += _silences(practice, everything)
    waiting = {filed.entry.id: filed.because for filed in store.unassigned()}
    unfiled = [mail.id for mail in conversation.mails if mail.id not in replay.filed]
    replay.unfiled = {one: waiting.get(one, "not a client's") for one in unfiled}
    replay.intents += store.intents("")
    return replay


def _silences(practice: Practice, entries: Iterable[Entry]) -> list[Fact]:
    """The records tell how long the client heard nothing, of whichever project; a dossier knows its own."""
    whose = next(one for one in practice.projects if one.key.endswith("-0") and one.starts is not None)
    in_time = tuple(sorted(entries, key=lambda entry: entry.at))
    told = timeline(Dossier(project=whose, person=practice.person, entries=in_time))
    return [fact for fact in told if fact.what.startswith(SILENCE)]


def _lying(client: IMAPClient) -> list[tuple[str, str]]:
    client.select_folder(FOLDERS[Role.DRAFTS], readonly=True)
    rows = client.fetch(client.search(), ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO)]"])
    found = []
    for row in rows.values():
        header = next(value for key, value in row.items() if key.startswith(b"BODY[")).decode()
        fields = {name.lower(): value for name, value in re.findall(r"(?m)^([\w-]+):\s*(\S+)", header)}
        found.append((fields["message-id"], fields.get("in-reply-to", "")))
    return found


@pytest.fixture(scope="module")
def replays(dovecot: Dovecot) -> Mapping[str, Replay]:
    with ThreadPoolExecutor(AT_THE_SAME_TIME) as pool:
        found = list(pool.map(lambda one: replayed(one, dovecot), CONVERSATIONS.values()))
    return {replay.conversation.id: replay for replay in found}


@pytest.fixture(scope="module")
def scored(replays: Mapping[str, Replay], scores: dict[str, list[str]]) -> Mapping[str, Score]:
    """The score of all conversations together, by kind; it is printed when the run ends."""
    each = [score(replay.conversation, replay.facts) for replay in replays.values()]
    total = {kind.name: sum((one[kind.name] for one in each), Score()) for kind in KINDS}
    messages = sum(len(one.mails) for one in CONVERSATIONS.values())
    cycles = sum(replay.cycles for replay in replays.values())
    title = f"facts of {len(CONVERSATIONS)} conversations, {messages} messages, {cycles} cycles"
    scores[title] = table(total, not_read_yet(CONVERSATIONS.values()))
    return total


@pytest.fixture(params=CONVERSATIONS)
def replay(request: pytest.FixtureRequest, replays: Mapping[str, Replay]) -> Replay:
    return replays[request.param]


def test_something_is_done(replays: Mapping[str, Replay]) -> None:
    assert all(replay.filed for replay in replays.values())
    assert any(replay.lying and replay.drafts for replay in replays.values())
    assert any(replay.alerts for replay in replays.values())


def test_every_cycle_goes_through(replay: Replay) -> None:
    assert replay.faults == []


def test_no_message_is_filed_in_another_project(replay: Replay) -> None:
    homes = replay.conversation.homes
    astray = {one: project for one, project in replay.filed.items() if project not in homes[one]}

    assert astray == {}


def test_nearly_all_messages_are_filed(replays: Mapping[str, Replay], scores: dict[str, list[str]]) -> None:
    filed = sum(len(replay.filed) for replay in replays.values())
    unfiled = {one: why for replay in replays.values() for one, why in replay.unfiled.items()}
    scores[f"projects of {filed + len(unfiled)} messages"] = [
        f"in the right project {filed}, in a wrong one 0, in none {len(unfiled)}",
        *(f"{one}: {why}" for one, why in unfiled.items()),
    ]

    assert filed >= 0.97 * (filed + len(unfiled)), unfiled


def test_no_draft_answers_a_machine(replay: Replay) -> None:
    assert {draft.answers for draft in replay.drafts}.isdisjoint(replay.conversation.machines)


def test_no_draft_lies_there_twice(replay: Replay) -> None:
    for lying in replay.lying:
        assert _twice(identifier for identifier, _ in lying) == []
        assert _twice(answers for _, answers in lying if answers) == []


def test_no_alert_comes_before_its_time(replay: Replay) -> None:
    early = [alert.key for alert in replay.alerts if alert.duty != "question" and alert.planned_at < alert.due]

    assert early == []


@pytest.mark.parametrize("kind", FLOOR)
def test_the_facts_reach_their_floor(kind: str, scored: Mapping[str, Score]) -> None:
    at_least, at_most = FLOOR[kind]

    assert len(scored[kind].found) >= at_least, sorted(scored[kind].missed)
    assert len(scored[kind].wrong) <= at_most, sorted(scored[kind].wrong)


def test_every_kind_has_a_floor() -> None:
    assert list(FLOOR) == [kind.name for kind in KINDS]


def _twice(items: Iterable[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]
