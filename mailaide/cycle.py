"""The pipeline: sync → match → read → decide → act, each step in its own module; here they are put in a row.

One account or project that fails is a fault in the report; the others go on. A cycle looks at the projects that
mail has touched and at those whose wake instant has come, so its cost grows with what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from mailaide.core.brakes import A_WEEK, Hold, Limits, brake
from mailaide.core.decide import decide
from mailaide.core.dossier import Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.matching.match import Directory
from mailaide.core.notices import Notice
from mailaide.core.obligation import Withheld
from mailaide.core.project import Practice
from mailaide.core.reading.ear.ear import Ear
from mailaide.errors import Defect, MailaideError, MailboxError, NotRestorable
from mailaide.ports import Drafts, Letters, Mailbox, NoProgress, Notifier, Progress, Store
from mailaide.steps import account_notices
from mailaide.steps.act import Act, Acted, would_do
from mailaide.steps.hand_out import hand_out
from mailaide.steps.intend import Intend, Work, restored
from mailaide.steps.proofread import Proofread
from mailaide.steps.recall import recall
from mailaide.steps.report import Fault, Held, Report
from mailaide.steps.status import note_look
from mailaide.steps.sync import News, sync
from mailaide.steps.wake import set_wakes, whose_turn
from mailaide.steps.write import Decided, write

AT_THE_SAME_TIME = 8
"""Accounts that are read and written at once."""

KEPT_FOR = timedelta(days=30)
"""How long the text of a draft is kept after it was sent or deleted, to be restored."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The ports, one mailbox an account. `notifier` is None when no push channel is configured."""

    mailboxes: Mapping[str, Mailbox]
    drafts: Mapping[str, Drafts]
    store: Store
    letters: Letters
    ear: Ear
    notifier: Notifier | None = None
    progress: Progress = field(default_factory=NoProgress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the person set. `read_back` is how far back a mailbox is read the first time."""

    practice: Practice
    limits: Limits
    read_back: timedelta = timedelta(days=365)
    alert_inbox: bool = True
    push_words: bool = False
    """Whether the words of an alert, which quote clients, go over the push channels too, or its subject only."""

    proofread: bool = True
    """Whether drafts that the person works on are read for words that they may regret."""

    secret: bytes
    rebuilt: bool = False
    """There was a store before this one: what it had put and is gone is not put again unasked."""


class Cycle:
    """`cycle.run(now)`, once or again and again."""

    def __init__(self, world: World, terms: Terms) -> None:
        self._world = world
        self._terms = terms
        self._directory = Directory(terms.practice)
        self._projects = {project.key: project for project in terms.practice.projects}
        intend = Intend(
            letters=world.letters,
            person=terms.practice.person,
            secret=terms.secret,
            alert_inbox=terms.alert_inbox,
            announcing=world.notifier is not None,
        )
        self._proofread = (
            Proofread(world.store, self._projects, terms.practice.person, world.ear) if terms.proofread else None
        )
        self._act = Act(
            drafts=world.drafts,
            store=world.store,
            notifier=world.notifier,
            intend=intend,
            push_words=terms.push_words,
        )

    def run(
        self,
        now: datetime,
        *,
        everything: bool = False,
        resting: Collection[str] = (),
        only: Collection[str] | None = None,
        dry: bool = False,
    ) -> Report:
        """One cycle at `now`. `everything` decides for every project, as is needed when the configuration changed.

        `resting` accounts are left alone after an error, but their alerts still reach the push channels. With `only`,
        these accounts are looked at, and whatever concerns others waits for the next whole cycle. A `dry` cycle reads
        and decides, and touches no mailbox. Raises StoreError: without its memory nothing may be done.
        """
        accounts = frozenset(self._world.mailboxes if only is None else only)
        began = self._world.store.began_at(now)
        if everything:
            self._world.store.forget_texts(now - KEPT_FOR)
        news, unread = self._sync(now, accounts.difference(resting))
        for one in news:
            note_look(self._world.store, one.account, now)
        came = frozenset(project for one in news for project in one.touched)
        touched = whose_turn(self._world.store, self._projects, accounts, came, everything=everything, now=now)
        regretted, unseen = self._regretted(news, now)
        report, changed = self._round(touched, accounts, news, began, now, dry=dry, more=regretted)
        again, _ = self._round(sorted(changed), accounts, news, began, now, dry=dry) if changed else (Report(), changed)
        return Report(
            count=sum(one.count for one in news),
            touched=came,
            read=tuple(one for item in news for one in item.read),
            done=(*report.done, *again.done),
            held=(*report.held, *again.held),
            faults=(*unread, *unseen, *report.faults, *again.faults),
        )

    def restore(self, key: str, now: datetime) -> Intent:
        """Put the latest draft of an obligation once more. Raises NotRestorable, MailboxError."""
        found = [one for project in self._projects for one in self._world.store.intents(project) if one.key == key]
        drafts = sorted((one for one in found if one.kind is Kind.DRAFT), key=lambda one: one.revision)
        if not drafts:
            raise NotRestorable(f"there is no draft with the key {key!r}. Nothing was done. See: mailaide drafts --all")
        latest = drafts[-1]
        if latest.watched and not latest.missed:
            raise NotRestorable(f"the draft {key!r} is {latest.state} and needs no restoring. Nothing was done.")
        if not latest.raw:
            raise NotRestorable(f"the text of {key!r} was kept for {KEPT_FOR.days} days and is gone. Nothing was done.")
        folders = self._world.mailboxes[latest.account].folders()
        if latest.missed:
            self._world.store.save(replace(latest, state=State.DISCARDED, settled_at=now))
        again = restored(latest, folders, self._terms.secret, self._terms.practice.person, now)
        return self._act.put_again(again, now=now)

    def _round(
        self,
        touched: Sequence[str],
        accounts: Collection[str],
        news: Sequence[News],
        began: datetime,
        now: datetime,
        *,
        dry: bool,
        more: Sequence[Notice] = (),
    ) -> tuple[Report, frozenset[str]]:
        """Decide for some projects, and act; with the projects to decide anew, of which a draft was taken back."""
        waiting = self._world.store.unassigned()
        lost_before = began if self._terms.rebuilt else None
        decided = [self._decide(project, waiting, now, lost_before=lost_before) for project in touched]
        braked = self._brake(decided, began, now)
        held = dict(why for one in decided for why in one.plan.withheld)  # why a letter that is due is not put, by key
        held |= {key: hold.why for key, hold in braked.items()}
        book = write(decided, self._world.letters, held=held)
        work = hand_out(
            [one for one in self._world.mailboxes if one in accounts],
            decided,
            book,
            held={**held, **dict.fromkeys(book.unwritable, Withheld.LETTER)},
            folders={one.account: one.folders for one in news},
            of_accounts=[*self._of_accounts(accounts, waiting, began, now), *more],
            began=began,
            now=now,
        )
        acted = would_do(work) if dry else self._do(work, now)
        if not dry:
            set_wakes(self._world.store, decided, acted.done, braked=braked, unwritable=book.unwritable, now=now)
        projects = {key: one.plan.project for one in decided for key in one.timely()}
        report = Report(
            done=acted.done,
            held=tuple(Held(project=projects[key], key=key, why=why) for key, why in held.items()),
            faults=(*book.unwritable.values(), *acted.faults),
        )
        return report, acted.changed

    def _sync(self, now: datetime, accounts: Collection[str]) -> tuple[list[News], list[Fault]]:
        since = now - self._terms.read_back

        def read(mailbox: Mailbox) -> News | Fault:
            try:
                return sync(
                    mailbox,
                    self._world.store,
                    self._directory,
                    self._world.progress,
                    ear=self._world.ear,
                    since=since,
                )
            except MailboxError as error:
                return Fault(where=mailbox.account, error=error)
            except MailaideError:
                raise
            except Exception as error:  # noqa: BLE001  # one account must not stop the others
                return Fault(where=mailbox.account, error=Defect.of(mailbox.account, error))

        results = _at_the_same_time(read, [one for one in self._world.mailboxes.values() if one.account in accounts])
        news = [one for one in results if isinstance(one, News)]
        return news, [one for one in results if isinstance(one, Fault)]

    def _decide(self, key: str, waiting: Iterable[Filed], now: datetime, *, lost_before: datetime | None) -> Decided:
        dossier = recall(self._world.store, self._terms.practice, key, waiting)
        old = timedelta(days=self._terms.limits.backlog_days)
        return Decided.of(dossier, decide(dossier, now=now, old=old), lost_before=lost_before)

    def _brake(self, decided: Sequence[Decided], began: datetime, now: datetime) -> Mapping[str, Hold]:
        return brake(
            [one.plan for one in decided],
            self._terms.limits,
            lately=self._world.store.drafted_since(now - A_WEEK),
            clients={key: project.client.key for key, project in self._projects.items()},
            began=began,
            now=now,
        )

    def _of_accounts(
        self, accounts: Collection[str], waiting: Iterable[Filed], began: datetime, now: datetime
    ) -> Iterator[Notice]:
        store, person = self._world.store, self._terms.practice.person
        since = began - timedelta(days=self._terms.limits.backlog_days)
        yield from account_notices.questions(store, waiting, self._projects, person, since=since, now=now)
        yield from account_notices.full(store, accounts, self._projects, person)

    def _regretted(self, news: Iterable[News], now: datetime) -> tuple[list[Notice], list[Fault]]:
        if self._proofread is None:
            return [], []
        found = [self._proofread(self._world.mailboxes[one.account], one.folders, now) for one in news]
        return [notice for told, _ in found for notice in told], [fault for _, faults in found for fault in faults]

    def _do(self, work: Iterable[Work], now: datetime) -> Acted:
        def act(one: Work) -> Acted:
            try:
                return self._act(one, now=now)
            except MailaideError:
                raise
            except Exception as error:  # noqa: BLE001  # one account must not stop the others
                fault = Fault(where=one.account, error=Defect.of(one.account, error))
                return Acted(done=(), faults=(fault,), changed=frozenset())

        results = _at_the_same_time(act, work)
        return Acted(
            done=tuple(one for result in results for one in result.done),
            faults=tuple(one for result in results for one in result.faults),
            changed=frozenset(one for result in results for one in result.changed if one in self._projects),
        )


def _at_the_same_time(step: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    listed = list(items)
    if len(listed) < 2:  # noqa: PLR2004  # no thread is needed
        return [step(item) for item in listed]
    with ThreadPoolExecutor(max_workers=min(len(listed), AT_THE_SAME_TIME)) as pool:
        return list(pool.map(step, listed))
