"""No client should have to ask how it stands: a status update is ready when our silence reaches the cadence.

A substantive message of ours ends the silence, and so does a marked answer by phone; a holding reply does not. While
the client waits for an answer, or another draft waits for the person, the next word is that one. Work that the client
has accepted, with no day ahead, needs no news.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from mailaide.core.clocks import day_after
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties import approvals
from mailaide.core.duties.marked import is_marked
from mailaide.core.duties.unasked import unasked
from mailaide.core.intent import LYING, State
from mailaide.core.letter import Letter, Step, to_client
from mailaide.core.marks import MarkKind
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.milestones import ahead, missing
from mailaide.core.matters.waits import waits
from mailaide.core.obligation import Obligation
from mailaide.core.project import Milestone
from mailaide.core.reading.signals import SignalKind
from mailaide.core.worktime import Span, Unit

NAME = "status"
GRACE = Span(amount=1, unit=Unit.WORKING_DAYS)
"""How long the draft may lie before the person is alerted."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One obligation for the present silence, keyed by the message, the mark or the start that began it."""
    project, person = dossier.project, dossier.person
    last, told = last_word(dossier), _told_outside(dossier)
    since = max((at for at in (last.at if last else None, told, _start(dossier)) if at is not None), default=None)
    lapses_at = project.over_at(person.zone)
    if project.cadence is None or since is None or (lapses_at is not None and now >= lapses_at):
        return
    key = f"{NAME}/{project.key}/{_began_with(last, told)}"
    coming = ahead(project, now)
    if waits(dossier) or _another_draft_waits(dossier, key) or not (coming or _goes_on(dossier)):
        return
    yield unasked(
        dossier,
        NAME,
        key,
        since=since,
        draft_at=person.hours.after(since, project.cadence),
        patience=GRACE,
        because=f"{project.client.name} has had no word from us since {since.astimezone(person.zone):%Y-%m-%d}; "
        f"the cadence is {project.cadence}",
        evidence=(last.id,) if last else (),
        letter=_letter(dossier, coming, now),
        facts={"since": last.at.astimezone(person.zone).date() if last else None},
        revise_at=day_after(coming[0].on, project.client.zone) if coming else None,
        lapses_at=lapses_at,
    )


def _letter(dossier: Dossier, coming: tuple[Milestone, ...], now: datetime) -> Letter:
    project, client = dossier.project, dossier.project.client
    written = last_word(dossier, to=client.addresses[0])  # who reads it now, not a colleague whom we wrote to since
    since = written.at.astimezone(client.zone).date() if written else None
    done = tuple(m for m in project.milestones if m.done is not None)
    return to_client(
        client,
        NAME,
        project=project,
        done=done,
        next=coming,
        slipped=missing(dossier, before=now.astimezone(client.zone).date()),
        since=since,
        next_step=project.next_step,
        progress=tuple(Step(text=text, done=is_done) for text, is_done in project.progress),
        waiting_for=tuple(dict.fromkeys(_asked_for(dossier, now))),
    )


def _asked_for(dossier: Dossier, now: datetime) -> Iterator[str]:
    """What we asked a yes to in so many words, but for that whose reminder is due: it goes along, in its own words.

    What the person says has its answer is not brought up, nor is a reminder that they deleted.
    """
    reminders = (owed for owed in approvals.owed(dossier, now) if owed.draft_at <= now or is_marked(dossier, owed))
    reminded = {one for owed in reminders for one in owed.evidence}
    deleted = {key for draft in dossier.drafts() if draft.state is State.DISCARDED for key in draft.keys}
    for request in requests(dossier):
        theirs = request.answer is None and request.asks and dossier.passed_with_client(request.entry)
        if theirs and request.entry.id not in reminded:
            keys = {f"{approvals.NAME}/{dossier.project.key}/{one.id}" for one in (request.entry, *request.reminders)}
            if keys.isdisjoint(deleted):
                yield request.sentence


def _goes_on(dossier: Dossier) -> bool:
    """Whether work goes on when no day lies ahead: not when the last of the plan was delivered and has its yes."""
    ends, last = max((one.on for one in dossier.project.milestones), default=None), requests(dossier)[-1:]
    if ends is None or not last or last[0].answer is None:
        return True
    entry, answer = last[0].entry, last[0].answer
    accepted = last[0].verdict == "yes" or answer.at < entry.at  # it carries out what an earlier yes asked for
    return not accepted or entry.at.astimezone(dossier.project.client.zone).date() < ends


def _another_draft_waits(dossier: Dossier, key: str) -> bool:
    """Whether letters wait for the person, and this news is in none of them; once it is in one, it stays there."""
    lying = [draft for draft in dossier.drafts() if draft.state in LYING]
    return bool(lying) and not any(key in draft.keys for draft in lying)


def last_word(dossier: Dossier, *, to: str = "") -> Entry | None:
    """Our last message to the client, or to one address of theirs, that said something."""
    said = (one for one in reversed(dossier.to_client()) if not one.signal(SignalKind.HOLDING_REPLY))
    return next((one for one in said if not to or any(to == reader.email for reader in one.header.recipients)), None)


def _told_outside(dossier: Dossier) -> datetime | None:
    """When the client last had word of us in another way than by mail."""
    return max((mark.at for mark in dossier.marked(MarkKind.ANSWERED)), default=None)


def _began_with(last: Entry | None, told: datetime | None) -> str:
    if told is not None and (last is None or told > last.at):
        return f"marked/{told.isoformat()}"
    return last.id if last else "start"


def _start(dossier: Dossier) -> datetime | None:
    starts, person = dossier.project.starts, dossier.person
    return datetime.combine(starts, time(), person.zone).astimezone(UTC) if starts else None
