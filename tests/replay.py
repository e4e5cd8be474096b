"""A conversation lived through by the whole pipeline, message by message, with a cycle at every wake instant between.

The mailbox is given: a real server's, or its twin in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from system.conversations import Conversation, Mail

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.letters import RecordingNotifier
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.memory.store import MemoryStore
from mailaide.core.brakes import Limits
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.intent import Intent, Kind
from mailaide.core.project import Practice
from mailaide.core.timeline import Fact, timeline
from mailaide.cycle import Cycle, Terms, World
from mailaide.ports import Drafts, Mailbox
from mailaide.steps.recall import recall

SOON = timedelta(minutes=1)
"""How long after its arrival a message is read."""

AFTERWARDS = timedelta(days=14)
"""How long the mailbox is watched after the last message."""

SILENCE = "no news from us"

Lying = Sequence[tuple[str, str]]
"""What lies in Drafts: each draft's id and the id that it answers."""


class Box(Mailbox, Drafts, Protocol):
    """A mailbox that drafts can be put into."""


@dataclass(kw_only=True)
class Replay:
    """What came of one conversation. `lying` holds, for each look into Drafts, what lay there: id and answered id."""

    conversation: Conversation
    facts: list[Fact] = field(default_factory=list)
    filed: dict[str, str] = field(default_factory=dict)
    unfiled: dict[str, str] = field(default_factory=dict)
    intents: list[Intent] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    lying: list[Lying] = field(default_factory=list)
    cycles: int = 0

    @property
    def drafts(self) -> list[Intent]:
        return [intent for intent in self.intents if intent.kind is Kind.DRAFT]

    @property
    def alerts(self) -> list[Intent]:
        return [intent for intent in self.intents if intent.kind is Kind.ALERT]


def replayed(
    conversation: Conversation,
    mailbox: Box,
    deliver: Callable[[Mail], None],
    lying: Callable[[], Lying] = tuple,
) -> Replay:
    """The conversation, lived through with a clock that steps from message to wake instant to message.

    `deliver` puts a mail into the mailbox; `lying` looks into Drafts.
    """
    replay = Replay(conversation=conversation)
    store = MemoryStore()
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
            replay.lying.append(lying())

    def wake_until(instant: datetime, last: datetime) -> datetime:
        while wakes := [at for at in store.wakes().values() if at < instant]:
            last = max(min(wakes), last + SOON)
            look(last)
        return last

    now = conversation.mails[0].at
    for mail in conversation.mails:
        now = max(wake_until(mail.at, now), mail.at) + SOON
        deliver(mail)
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


def replayed_in_memory(conversation: Conversation) -> Replay:
    """The same on the twin of a mailbox."""
    mailbox = MemoryMailbox("work")

    def deliver(mail: Mail) -> None:
        mailbox.now = mail.at
        mailbox.deliver(mail.role, mail.raw, received_at=mail.at)

    return replayed(conversation, mailbox, deliver)
