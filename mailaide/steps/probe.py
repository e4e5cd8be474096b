"""What a server keeps of a draft, found out with one that is harmless and is gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailaide.core.compose import draft_bytes, message_id
from mailaide.core.intent import Intent, Kind
from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Address, Folder, Role
from mailaide.core.placing import digest
from mailaide.core.project import Form, Person
from mailaide.ports import Drafts
from mailaide.steps.intend import drafts_folder

SUBJECT = "mailaide: a trial draft, removed at once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `well` tells whether mailaide can rely on it."""

    well: bool
    says: str


def trial(account: str, folders: Sequence[Folder], person: Person, secret: bytes, now: datetime) -> Intent:
    """A harmless draft to the person. Raises FolderMissing without a Drafts folder."""
    home = drafts_folder(account, folders)
    own = Address(email=person.addresses[0], name=person.name)
    letter = Letter(language=person.language, form=Form.INFORMAL, to=own, greeting=person.name, parts=())
    rendered = Rendered(subject=SUBJECT, text="This draft is a trial and is removed at once.\n")
    purpose = (account, "probe", now.isoformat())
    identifier, anchor = (message_id(secret, person, *purpose, part) for part in ("id", "anchor"))
    return Intent(
        kind=Kind.DRAFT,
        key="probe",
        message_id=identifier,
        account=account,
        project="",
        duty="probe",
        anchor=anchor,
        raw=draft_bytes(letter, rendered, person, identifier=identifier, anchor=anchor, date=now),
        because="a trial",
        due=now,
        folder=home.name,
        uidvalidity=home.uidvalidity,
        uidnext=home.uidnext,
        planned_at=now,
    )


def probe(drafts: Drafts, intent: Intent) -> Iterator[Finding]:
    """Put, look, compare, remove. Raises MailboxError; what was put is named in Drafts by its subject."""
    named = drafts.put(intent)
    yield Finding(
        well=named is not None,
        says="the server says where it put the draft" if named else "the server does not say where; mailaide looks",
    )
    seen = [one for one in drafts.sight([intent])[intent.message_id] if one.role is Role.DRAFTS]
    if not seen:
        yield Finding(well=False, says="the draft cannot be found again under its Message-ID; remove it yourself")
        return
    found = seen[0]
    kept = found.references == (intent.anchor,)
    yield Finding(
        well=kept, says="References are kept" if kept else "References are lost: drafts may leave their thread"
    )
    yield Finding(well=found.draft, says=r"the flag \Draft is kept" if found.draft else r"the flag \Draft is lost")
    same = found.digest == digest(intent.raw)
    yield Finding(
        well=same,
        says="every byte is kept" if same else "the server changes drafts, so mailaide takes them for yours at once",
    )
    gone = drafts.withdraw(intent, [found.place])
    left = "the draft cannot be removed; do it yourself"
    yield Finding(well=gone, says="the draft is removed again" if gone else left)
