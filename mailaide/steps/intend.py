"""Written drafts and notices become intents: bytes, ids, and where they are to lie. Nothing is tried here.

What an earlier life of the store may have placed already is looked for from the folder's beginning; what it had
placed and the mailbox holds no more is not written again unasked, but told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mailaide.core import notices, recovery
from mailaide.core.compose import alert_bytes, draft_bytes, message_id
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.letter import Rendered, facts
from mailaide.core.mail import Folder, Handle, Role, folder_for
from mailaide.core.notices import Notice
from mailaide.core.obligation import WithdrawDraft, WriteDraft
from mailaide.core.placing import Sighting
from mailaide.core.project import Person
from mailaide.errors import FolderMissing, LetterError
from mailaide.ports import Letters
from mailaide.steps.report import Fault

Seen = Mapping[str, Sequence[Sighting]]
"""What lies in the mailbox, by the Message-ID of the intent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft to be put, in words."""

    action: WriteDraft
    rendered: Rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one account is to do. `folders` is empty when the account could not be read in this cycle.

    `began` is when the store began: what was due before may have been placed by an earlier life of it. `answered`
    are clients' messages that the person has answered and that are to be marked so.
    """

    account: str
    folders: tuple[Folder, ...]
    drafts: tuple[Written, ...] = ()
    perhaps: tuple[Written, ...] = ()
    """Letters that an earlier life of the store may have put: they are looked for, and not put again unasked."""

    lost: Mapping[str, Notice] = field(default_factory=dict)
    """What to tell, by the obligation's key, when no letter about it lies in the mailbox any more."""

    withdrawals: tuple[WithdrawDraft, ...] = ()
    notices: tuple[Notice, ...] = ()
    answered: tuple[Handle, ...] = ()
    began: datetime
    horizon: Mapping[Role, int] = field(default_factory=dict)
    """From which UID on something of ours may lie that the store does not know: where it last looked."""

    def folder(self, role: Role) -> Folder | None:
        return folder_for(role, self.folders)


class Intend:
    """Makes the intents of one account's work. `announcing` tells that there are push channels."""

    def __init__(self, *, letters: Letters, person: Person, secret: bytes, alert_inbox: bool, announcing: bool) -> None:
        self._letters = letters
        self._person = person
        self._secret = secret
        self._alert_inbox = alert_inbox
        self._announcing = announcing

    def drafts(self, work: Work, now: datetime, faults: list[Fault]) -> Iterator[Intent]:
        """What is to be put. Without a Drafts folder none; a letter that cannot be composed is a fault."""
        return self._drafts(work.drafts, work, now, faults)

    def perhaps(self, work: Work, now: datetime, faults: list[Fault]) -> list[Intent]:
        """What an earlier life of the store may have put."""
        return list(self._drafts(work.perhaps, work, now, faults))

    def _drafts(self, letters: Iterable[Written], work: Work, now: datetime, faults: list[Fault]) -> Iterator[Intent]:
        home = work.folder(Role.DRAFTS)
        for written in letters if home else ():
            action, obligation, letter = written.action, written.action.obligation, written.action.letter
            answers = letter.answers.message_id if letter.answers and not letter.answers.id_is_made_up else ""
            rests_on = facts(letter)
            # Not the revision: a store that was built anew does not know how often a draft was rewritten.
            purpose = (work.account, "draft", obligation.key, repr(rests_on))
            identifier, anchor = self._id(*purpose), "" if answers else self._id(*purpose, "anchor")
            try:
                raw = draft_bytes(
                    letter, written.rendered, self._person, identifier=identifier, anchor=anchor, date=now
                )
            except LetterError as error:
                faults.append(Fault(where=obligation.project, error=error))
                continue
            yield Intent(
                kind=Kind.DRAFT,
                key=obligation.key,
                covers=obligation.covers,
                revision=action.revision,
                message_id=identifier,
                account=work.account,
                project=obligation.project,
                duty=obligation.duty,
                answers=answers,
                anchor=anchor,
                raw=raw,
                because=obligation.because,
                evidence=obligation.evidence,
                due=obligation.due,
                facts=rests_on,
                folder=home.name if home else "",
                uidvalidity=home.uidvalidity if home else 0,
                uidnext=work.horizon.get(Role.DRAFTS, 1) if obligation.draft_at > work.began else 1,
                planned_at=now,
            )

    def alerts(self, work: Work, now: datetime, faults: list[Fault]) -> list[Intent]:
        return [self._alert(notice, work, now, faults) for notice in work.notices]

    def recovered(self, work: Work, perhaps: Sequence[Intent], seen: Seen, now: datetime) -> list[Intent]:
        """What of it lies in the mailbox, and for the rest a record that it is not to be written again unasked."""
        found = recovery.found(perhaps, seen)
        known = {key for one in found for key in one.keys}
        alone = {one.key: one for one in perhaps if not one.covers}
        gone = [
            replace(alone[key], state=State.DISCARDED, settled_at=now)
            for key in (work.lost.keys() - known) & alone.keys()
        ]
        return [*found, *sorted(gone, key=lambda one: one.key)]

    def told_at_once(
        self, work: Work, planned: Sequence[Intent], seen: Seen, now: datetime, faults: list[Fault]
    ) -> list[Intent]:
        """The same, with one summary in place of what was due before the store began, and records of what it covers."""
        gone = {one.key for one in planned if one.state is State.DISCARDED and one.key in work.lost}
        old = [one for one in planned if one.project and one.kind is Kind.ALERT and one.due < work.began]
        old = [one for one in old if not seen.get(one.message_id)]
        if len(old) == 1 and not gone:  # one alert is no flood
            old = []
        lost = [work.lost[key] for key in sorted(gone - {one.key.partition("#")[0] for one in old})]
        by_key = {notice.key: notice for notice in work.notices}
        told = list(planned)
        covering = [notice for notice in work.notices if notice.covers]
        if items := [*(by_key[one.key] for one in old), *lost]:
            summary = notices.summary(items, self._person, now=now, rebuilt=bool(gone))
            covering.append(summary)
            told.append(replace(self._alert(summary, work, now, faults), uidnext=1))
        covered = [one for notice in covering for one in self._covered(notice, told, work, now)]
        replaced = {one.message_id for one in covered}
        return [*(one for one in told if one.message_id not in replaced), *covered]

    def _alert(self, notice: Notice, work: Work, now: datetime, faults: list[Fault]) -> Intent:
        home = work.folder(Role.INBOX)
        identifier = self._id(work.account, "alert", notice.key)
        try:
            rendered = self._letters.render(notice.letter)
        except LetterError as error:  # a broken template must not hide a complaint
            faults.append(Fault(where=notice.project or work.account, error=error))
            rendered = Rendered(subject=f"mailaide: {notice.duty} {notice.project}", text=f"{notice.because}.\n")
        return Intent(
            kind=Kind.ALERT,
            key=notice.key,
            message_id=identifier,
            account=work.account,
            project=notice.project,
            duty=notice.duty,
            raw=alert_bytes(rendered, self._person, identifier=identifier, references=notice.references, date=now),
            because=notice.because,
            evidence=notice.evidence,
            due=notice.due,
            folder=home.name if home else "INBOX",
            uidvalidity=home.uidvalidity if home else 0,
            uidnext=work.horizon.get(Role.INBOX, 1) if notice.due > work.began else 1,
            planned_at=now,
            state=State.PLANNED if self._alert_inbox else State.PLACED,
            announced=not self._announcing,
        )

    def _covered(self, notice: Notice, intents: Sequence[Intent], work: Work, now: datetime) -> Iterator[Intent]:
        """The records of what is told inside this notice, so that it is not told again."""
        by_key = {intent.key: intent for intent in intents if intent.kind is Kind.ALERT}
        own = by_key[notice.key]
        for key in notice.covers:
            yield replace(
                by_key.get(key, own),
                key=key,
                message_id=self._id(work.account, "alert", key),
                raw=b"",
                state=State.COVERED,
                settled_at=now,
                announced=True,
            )

    def _id(self, *purpose: str) -> str:
        return message_id(self._secret, self._person, *purpose)


def drafts_folder(account: str, folders: Sequence[Folder]) -> Folder:
    """Raises FolderMissing."""
    home = folder_for(Role.DRAFTS, folders)
    if home is None:
        raise FolderMissing(account, "no drafts folder was found. Nothing was written. Name it in folders.drafts.")
    return home


def restored(intent: Intent, folders: Sequence[Folder], secret: bytes, person: Person, now: datetime) -> Intent:
    """The same draft to be put once more, under the next revision and ids of its own."""
    home = drafts_folder(intent.account, folders)
    purpose = (intent.account, "draft", intent.key, str(intent.revision + 1), "restored")
    identifier = message_id(secret, person, *purpose)
    anchor = message_id(secret, person, *purpose, "anchor") if intent.anchor else ""
    raw = intent.raw.replace(intent.message_id.encode(), identifier.encode())
    return replace(
        intent,
        revision=intent.revision + 1,
        message_id=identifier,
        anchor=anchor,
        raw=raw.replace(intent.anchor.encode(), anchor.encode()) if anchor else raw,
        folder=home.name,
        uidvalidity=home.uidvalidity,
        uidnext=home.uidnext,
        planned_at=now,
        state=State.PLANNED,
        attempted_at=None,
        placed=None,
        settled_at=None,
    )
