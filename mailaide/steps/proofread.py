"""A draft that the person works on is read, version by version, for words that they may regret.

What is found is told once a draft. The text itself is theirs: it is not kept and not changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from mailaide.core import notices
from mailaide.core.intent import Intent, State
from mailaide.core.mail import Folder, Place, Role, folder_for
from mailaide.core.notices import Notice
from mailaide.core.project import Person, Project
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ours.wording import overheard
from mailaide.core.reading.text.newtext import new_text
from mailaide.errors import MailboxError
from mailaide.ports import Mailbox, Store
from mailaide.steps.report import Fault


class Proofread:
    """Call it for each account that was just read."""

    def __init__(self, store: Store, projects: Mapping[str, Project], person: Person, ear: Ear) -> None:
        self._store = store
        self._ear = ear
        self._projects = projects
        self._person = person
        self._read: dict[str, Place] = {}

    def __call__(
        self, mailbox: Mailbox, folders: Sequence[Folder], now: datetime
    ) -> tuple[Sequence[Notice], Sequence[Fault]]:
        """What is found in this account's drafts; a mailbox that fails now is read another time."""
        drafts = folder_for(Role.DRAFTS, folders)
        if drafts is None or self._person.heard_at(now) > now:
            return (), ()
        try:
            return tuple(self._regretted(mailbox, drafts, now)), ()
        except MailboxError as error:
            return (), (Fault(where=mailbox.account, error=error),)

    def _regretted(self, mailbox: Mailbox, drafts: Folder, now: datetime) -> Iterator[Notice]:
        for draft in self._store.watched(mailbox.account):
            project, place = self._projects.get(draft.project), draft.placed
            if draft.state is not State.SUPERSEDED or project is None or place is None:
                continue
            here = (place.folder, place.uidvalidity) == (drafts.name, drafts.uidvalidity)
            if not here or self._read.get(draft.message_id) == place or self._told(draft):
                continue
            there = [header.place.uid for header in mailbox.headers_at(drafts, [place.uid])]
            for message in mailbox.messages(drafts, there) if there else ():  # it may have been sent meanwhile
                text = new_text(message.text)
                if found := overheard(text, language=project.client.language, ear=self._ear):
                    yield notices.regretted(draft, found, project, self._person, now=now)
            self._read[draft.message_id] = place

    def _told(self, draft: Intent) -> bool:
        return any(one.key == notices.regretted_key(draft) for one in self._store.intents(draft.project))
