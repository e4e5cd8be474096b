"""Do what was decided, exactly once: write it down, look in the mailbox, try, look again next time.

The only step that writes anywhere. It decides nothing: `placing.next_step` says what to do with what was seen.
One account, one project, one channel that fails is a fault in the answer and stops nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default as parsing

from mailaide.core import notices
from mailaide.core.intent import LYING, OPEN, Intent, Kind, State
from mailaide.core.mail import ANSWERED, Folder, Handle, Role
from mailaide.core.notices import Notice
from mailaide.core.obligation import WithdrawDraft
from mailaide.core.placing import Attempt, Leave, Settle, Sighting, next_step, refused
from mailaide.errors import (
    AlertFailed,
    FolderMissing,
    LoginRefused,
    MailboxError,
    MailboxFull,
    MailboxUnreachable,
    SecretMissing,
)
from mailaide.ports import Bookmark, Drafts, Notifier, Store
from mailaide.steps.intend import Intend, Seen, Work, Written
from mailaide.steps.notes import ours_in
from mailaide.steps.report import Done, Fault, Outcome, Verb, done

LOOK_AGAIN = timedelta(minutes=10)
"""How soon drafts that lie in Drafts are looked at again when no folder has new mail: a deletion shows no other way."""

UNSURE = OPEN | {State.WITHDRAWING}
"""States that the mailbox is asked about at every look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """What came of one account's work. `changed` are projects to decide anew: a draft of theirs is not what it was."""

    done: tuple[Done, ...]
    faults: tuple[Fault, ...]
    changed: frozenset[str]


@dataclass(slots=True)
class _Results:
    done: list[Done] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    room: bool = False
    """Something was put, so the mailbox is not full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    folders: tuple[Folder, ...]
    at: datetime


class Act:
    """`act(work)` for one account at a time; different accounts may be acted for at the same time."""

    def __init__(
        self,
        *,
        drafts: Mapping[str, Drafts],
        store: Store,
        notifier: Notifier | None,
        intend: Intend,
        push_words: bool = False,
    ) -> None:
        self._drafts = drafts
        self._store = store
        self._notifier = notifier
        self._intend = intend
        self._push_words = push_words
        self._looks: dict[str, _Look] = {}
        self._unmarked: dict[str, tuple[Handle, ...]] = {}

    def __call__(self, work: Work, *, now: datetime) -> Acted:
        results = _Results()
        work = replace(work, horizon=self._horizon(work))
        self._drop(work, now, results)
        planned = [
            *self._intend.drafts(work, now, results.faults),
            *self._intend.alerts(work, now, results.faults),
        ]
        perhaps = self._intend.perhaps(work, now, results.faults)
        watched = self._watched(work, results)
        seen = self._look(work, [*planned, *perhaps], watched, now, results)
        if seen is not None:
            planned += self._intend.recovered(work, perhaps, seen, now)
        planned = self._intend.told_at_once(work, planned, seen or {}, now, results.faults)
        seen = self._look_for_new(work, planned, seen, results)
        self._store.save(*planned)
        if seen is not None:
            self._settle([*watched, *planned], seen, work, now, results)
            self._see_to_refused(work.account, results)
            self._withdraw(work, now, results)
            self._mark_answered(work, results)
        # Also when the mailbox cannot be reached: an alert must not wait for it.
        self._announce(work.account, results)
        results.done.extend(self._outcomes(work))
        results.done.extend(self._told(one) for one in planned if one.duty == notices.SUMMARY and one.raw)
        if seen is not None:
            self._note_horizon(work)
        return Acted(done=tuple(results.done), faults=tuple(results.faults), changed=frozenset(results.changed))

    def put_again(self, intent: Intent, *, now: datetime) -> Intent:
        """Place one planned draft that the person asked for, so it is theirs from the start.

        Raises MailboxError; then it is tried again in the cycles to come.
        """
        self._store.save(intent)
        seen = self._drafts[intent.account].sight([intent])
        self._step(intent, seen[intent.message_id], now, _Results())
        placed = self._current(intent)
        if placed.state is State.PLACED:
            placed = replace(placed, state=State.SUPERSEDED)
            self._store.save(placed)
        return placed

    def _watched(self, work: Work, results: _Results) -> Sequence[Intent]:
        """What may have changed since. Without a Drafts folder drafts must wait, and alerts must not wait for them."""
        watched = self._store.watched(work.account)
        if not work.folders or work.folder(Role.DRAFTS):
            return watched
        alerts = [intent for intent in watched if intent.kind is Kind.ALERT]
        if work.drafts or work.perhaps or len(alerts) < len(watched):
            error = FolderMissing(
                work.account,
                "no drafts folder was found. Nothing was drafted. No folder was made. "
                f"Name the right one in accounts.{work.account}.folders.drafts.",
            )
            results.faults.append(Fault(where=work.account, error=error))
        return alerts

    # Looking and trying

    def _look(
        self, work: Work, planned: Sequence[Intent], watched: Sequence[Intent], now: datetime, results: _Results
    ) -> Seen | None:
        """What lies in the mailbox of the intents that may have changed; None when it cannot be looked at."""
        last = self._looks.get(work.account)
        lying = last is None or last.folders != work.folders or now - last.at >= LOOK_AGAIN
        wanted = [one for one in watched if one.state in UNSURE or (lying and one.state in LYING)]
        wanted += [one for one in planned if one.state in OPEN]
        if not work.folders:
            return None
        seen = self._sight(work, wanted, results)
        if lying and seen is not None:
            self._looks[work.account] = _Look(folders=work.folders, at=now)
        return seen

    def _look_for_new(self, work: Work, planned: Sequence[Intent], seen: Seen | None, results: _Results) -> Seen | None:
        """With what lies there of intents that were planned after the look, as a summary is."""
        new = [one for one in planned if one.state in OPEN and one.message_id not in (seen or {})]
        if seen is None or not new:
            return seen
        more = self._sight(work, new, results)
        return None if more is None else {**seen, **more}

    def _sight(self, work: Work, intents: Sequence[Intent], results: _Results) -> Seen | None:
        try:
            return self._drafts[work.account].sight(intents) if intents else {}
        except MailboxError as error:
            results.faults.append(Fault(where=work.account, error=error))
            return None

    def _settle(
        self,
        intents: Sequence[Intent],
        seen: Seen,
        work: Work,
        now: datetime,
        results: _Results,
    ) -> None:
        for intent in intents:
            if intent.watched and (intent.state in OPEN or intent.message_id in seen):
                try:
                    self._step(intent, seen.get(intent.message_id, ()), now, results)
                except MailboxError as error:
                    results.faults.append(Fault(where=work.account, error=error))
                    if isinstance(error, MailboxUnreachable | LoginRefused | SecretMissing):
                        return  # a refusal may be of this one message; without a connection none can be tried

    def _see_to_refused(self, account: str, results: _Results) -> None:
        """What waits for room is told of as long as it waits; it is tried at once when something else was put."""
        waiting = [one for one in self._store.watched(account) if one.refused]
        if waiting and results.room:
            self._store.save(*(replace(one, attempted_at=None) for one in waiting))
        elif waiting and not any(isinstance(fault.error, MailboxFull) for fault in results.faults):
            what = "messages wait for room in the mailbox; each is tried again once a day. Nothing is lost. Make room."
            results.faults.append(Fault(where=account, error=MailboxFull(account, what)))

    def _step(self, intent: Intent, sightings: Sequence[Sighting], now: datetime, results: _Results) -> None:
        match next_step(intent, sightings, now=now):
            case Leave():
                return
            case Settle(intent=settled, twins=twins):
                if twins:
                    self._drafts[intent.account].withdraw(settled, twins)
                self._store.save(settled)
                back = intent.missed and not settled.missed
                if settled.kind is Kind.DRAFT and (settled.state is not intent.state or back):
                    results.changed.add(settled.project)  # whether a draft waits is what others wait for
            case Attempt(intent=attempted):
                self._store.save(attempted)
                try:
                    place = self._drafts[intent.account].put(attempted)
                except MailboxFull:
                    self._store.save(refused(attempted))
                    raise
                if place is not None:
                    self._store.save(replace(attempted, state=State.PLACED, placed=place, settled_at=now))
                results.room = True

    def _drop(self, work: Work, now: datetime, results: _Results) -> None:
        """Take back what waits for room, and so lies nowhere."""
        for action in work.withdrawals:
            current = self._current(action.intent)
            if current.refused:
                self._store.save(replace(current, state=State.WITHDRAWN, settled_at=now))
                results.changed.add(current.project)
                results.done.append(_of_withdrawal(action, Outcome.DONE))

    def _withdraw(self, work: Work, now: datetime, results: _Results) -> None:
        for action in work.withdrawals if work.folder(Role.DRAFTS) else ():
            current = self._current(action.intent)
            if current.state is not State.PLACED or current.placed is None:
                continue
            # Before it is tried: gone without this word, it would look as if the person had deleted it.
            self._store.save(replace(current, state=State.WITHDRAWING))
            try:
                gone = self._drafts[work.account].withdraw(current, [current.placed])
            except MailboxError as error:
                results.faults.append(Fault(where=work.account, error=error))
                return
            gone_or_back = replace(current, state=State.WITHDRAWN, placed=None, settled_at=now) if gone else current
            self._store.save(gone_or_back)
            if gone:
                results.changed.add(current.project)
            results.done.append(_of_withdrawal(action, Outcome.DONE if gone else Outcome.WAITING))

    def _mark_answered(self, work: Work, results: _Results) -> None:
        """Known to be done only afterwards: what a kill cuts short is done again from the next start on."""
        answered = (*self._unmarked.pop(work.account, ()), *work.answered)
        if answered:
            try:
                self._drafts[work.account].mark_answered([one.place for one in answered])
            except MailboxError as error:
                self._unmarked[work.account] = answered
                results.faults.append(Fault(where=work.account, error=error))
            else:
                self._store.flagged(answered, ANSWERED)

    def _horizon(self, work: Work) -> Mapping[Role, int]:
        """Where to begin to look for what is planned now. It is noted after each look, and so travels with a backup."""
        found: dict[Role, int] = {}
        for folder in work.folders:
            if folder.role in {Role.DRAFTS, Role.INBOX}:
                noted = self._store.bookmark(work.account, ours_in(folder.name))
                known = noted is not None and noted.uidvalidity == folder.uidvalidity
                found[folder.role] = min(noted.uidnext, folder.uidnext) if noted and known else folder.uidnext
        return found

    def _note_horizon(self, work: Work) -> None:
        for folder in work.folders:
            if folder.role in {Role.DRAFTS, Role.INBOX}:
                now = Bookmark(uidvalidity=folder.uidvalidity, uidnext=folder.uidnext)
                if self._store.bookmark(work.account, ours_in(folder.name)) != now:
                    self._store.note(work.account, ours_in(folder.name), [], now)

    def _current(self, intent: Intent) -> Intent:
        same = (one for one in self._store.intents(intent.project) if one.message_id == intent.message_id)
        return next(same, intent)

    # Telling

    def _announce(self, account: str, results: _Results) -> None:
        for alert in self._store.watched(account):
            if alert.kind is Kind.ALERT and not alert.announced and self._notifier is not None:
                message = message_from_bytes(alert.raw, policy=parsing)
                try:
                    words = message.get_content() if self._push_words else ""
                    self._notifier.tell(str(message["Subject"]), words)
                except AlertFailed as error:
                    results.faults.append(Fault(where=account, error=error))
                    return
                self._store.save(replace(alert, announced=True))

    def _told(self, summary: Intent) -> Done:
        current = self._current(summary)
        return done(Verb.ALERT, current, _outcome(current), current)

    def _outcomes(self, work: Work) -> Iterator[Done]:
        """What became of this cycle's drafts and notices."""
        intents = {one.key: one for project in _projects(work) for one in self._store.intents(project)}
        for written in work.drafts:
            intent = intents.get(written.action.obligation.key)
            yield _of_draft(written, _outcome(intent), intent)
        for written in work.perhaps:
            intent = intents.get(written.action.obligation.key)
            if intent is None or (
                intent.keys == written.action.obligation.keys and intent.state is not State.DISCARDED
            ):
                yield _of_draft(written, _outcome(intent), intent)
        for notice in work.notices:
            intent = intents.get(notice.key)
            yield _of_notice(notice, _outcome(intent), intent)


def would_do(work: Iterable[Work]) -> Acted:
    """What a cycle that touches no mailbox says of this work."""
    done = [
        each
        for one in work
        for each in (
            *(_of_withdrawal(action, Outcome.PLANNED) for action in one.withdrawals),
            *(_of_draft(written, Outcome.PLANNED) for written in one.drafts),
            *(_of_notice(notice, Outcome.PLANNED) for notice in one.notices),
        )
    ]
    return Acted(done=tuple(done), faults=(), changed=frozenset())


def _of_draft(written: Written, outcome: Outcome, intent: Intent | None = None) -> Done:
    return done(Verb.DRAFT, written.action.obligation, outcome, intent)


def _of_notice(notice: Notice, outcome: Outcome, intent: Intent | None = None) -> Done:
    return done(Verb.ALERT, notice, outcome, intent)


def _of_withdrawal(action: WithdrawDraft, outcome: Outcome) -> Done:
    return done(Verb.WITHDRAW, replace(action.intent, because=action.because), outcome, action.intent)


def _outcome(intent: Intent | None) -> Outcome:
    if intent is None or intent.state in OPEN:
        return Outcome.WAITING
    return Outcome.DONE if intent.state in {State.PLACED, State.COVERED} else Outcome.FOUND


def _projects(work: Work) -> set[str]:
    letters = (*work.drafts, *work.perhaps)
    return {written.action.obligation.project for written in letters} | {notice.project for notice in work.notices}
