"""What the person is told, and how it is laid in their INBOX: one notice a rung of an obligation.

A notice is written in the person's language from facts; `because` travels along for logs and reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailaide.core.compose import reply_references
from mailaide.core.dossier import Dossier, Evidence, Filed
from mailaide.core.intent import OPEN, Intent, Kind, State
from mailaide.core.letter import Letter, Part
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation, RaiseAlert, Rung, Withheld
from mailaide.core.project import Form, Person, Project
from mailaide.core.reading.ours.wording import Wording

QUESTION = "question"
SUMMARY = "summary"
FULL = "full"

LAID = OPEN | {State.PLACED, State.SUPERSEDED}
"""States of a draft that the person still finds in Drafts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message to the person. `project` is empty when it is about none, or about several."""

    key: str
    account: str
    project: str = ""
    duty: str
    letter: Letter
    thread: str = ""
    references: tuple[str, ...] = ()
    because: str
    evidence: tuple[str, ...] = ()
    due: datetime
    covers: tuple[str, ...] = ()
    """Keys of the notices that are told inside this one."""


def alert(action: RaiseAlert, dossier: Dossier, *, drafting: bool, held: Withheld | None) -> Notice:
    """One obligation that has reached a rung.

    `drafting` tells that its draft is written in this very cycle, `held` why it was not.
    """
    if action.changes:
        return _stale(action, dossier)
    obligation, project, person = action.obligation, dossier.project, dossier.person
    told = (obligation, *(one.obligation for one in action.also))
    waiting = drafting or _draft_lies_ready(obligation, dossier)
    opened = dossier.entry(obligation.evidence[0]) if obligation.urgent and obligation.evidence else None
    return Notice(
        key=action.key,
        account=project.account,
        project=project.key,
        duty=obligation.duty,
        letter=to_person(
            "alert",
            person,
            duty=obligation.duty,
            project=project,
            client_name=project.client.name,
            due=obligation.due.astimezone(person.zone),
            rung=action.rung.name,
            draft="waiting" if waiting else "none",
            why_none="" if waiting else held or ("unlisted" if obligation.facts.get("unlisted") else ""),
            facts=dict(obligation.facts),
            also=tuple({"duty": one.duty, "facts": dict(one.facts)} for one in told[1:]),
        ),
        thread=obligation.thread,
        references=reply_references(opened.header) if opened else (),
        because="; ".join(one.because for one in told),
        evidence=tuple(dict.fromkeys(identifier for one in told for identifier in one.evidence)),
        due=obligation.due,
        covers=action.keys[1:],
    )


def lost(obligation: Obligation, dossier: Dossier) -> Notice:
    """What an earlier life of the store may have written about, as one item of a summary."""
    rung = Rung(name="lost", at=obligation.draft_at)
    return alert(RaiseAlert(obligation=obligation, rung=rung), dossier, drafting=False, held=None)


def _stale(action: RaiseAlert, dossier: Dossier) -> Notice:
    obligation, project = action.obligation, dossier.project
    names = ", ".join(change.name for change in action.changes)
    return Notice(
        key=action.key,
        account=project.account,
        project=project.key,
        duty=obligation.duty,
        letter=to_person(
            "stale",
            dossier.person,
            duty=obligation.duty,
            project=project,
            client_name=project.client.name,
            changes=action.changes,
        ),
        thread=obligation.thread,
        because=f"a draft that you changed rests on what is not so any more: {names}",
        evidence=obligation.evidence,
        due=action.rung.at,
    )


def summary(notices: Sequence[Notice], person: Person, *, now: datetime, rebuilt: bool = False) -> Notice:
    """One notice instead of many: what was due before the store began. Complaints first, then by their time.

    `rebuilt` tells that there was a store before, so that some of it may have been told or drafted already.
    """
    in_order = sorted(notices, key=lambda notice: (notice.duty != "complaints", notice.due, notice.key))
    return Notice(
        key=f"summary/{_digest(notice.key for notice in notices)}",
        account=notices[0].account,
        duty=SUMMARY,
        letter=to_person(
            "summary", person, items=tuple(dict(notice.letter.parts[0].values) for notice in in_order), rebuilt=rebuilt
        ),
        because=f"{len(notices)} things were due before {'the store was built anew' if rebuilt else 'mailaide began'}",
        evidence=tuple(dict.fromkeys(one for notice in in_order for one in notice.evidence)),
        due=now,
        covers=tuple(notice.key for notice in in_order),
    )


def question(asked: Mapping[str, Filed], projects: Mapping[str, Project], person: Person) -> Notice:
    """To which projects do these conversations belong? `asked` holds one message of each under what it is asked by."""
    waiting = tuple(asked.values())
    return Notice(
        key=f"question/{_digest(asked)}",
        account=waiting[0].entry.header.place.account,
        duty=QUESTION,
        letter=to_person("question", person, items=tuple(_conversation(filed, projects, person) for filed in waiting)),
        thread=waiting[0].entry.thread,
        references=reply_references(waiting[0].entry.header) if len(waiting) == 1 else (),
        because="; ".join(dict.fromkeys(filed.because for filed in waiting)),
        evidence=tuple(filed.entry.id for filed in waiting),
        due=waiting[0].entry.at,
        covers=tuple(asked),
    )


def question_key(filed: Filed, *, again: bool = False) -> str:
    """A thread is asked about at once; a message that contradicts its thread, or is the new one of it, by itself."""
    alone = again or filed.evidence is Evidence.THREAD
    return f"question/{filed.entry.id if alone else filed.entry.thread}"


def full(account: str, waiting: Sequence[Intent], projects: Mapping[str, Project], person: Person) -> Notice:
    """A mailbox has no room for what is planned; `waiting` are those intents, oldest first."""
    first = waiting[0]
    items = tuple({"draft": one.kind is Kind.DRAFT, "project": projects.get(one.project)} for one in waiting)
    return Notice(
        key=f"{FULL}/{account}/{first.message_id}",
        account=account,
        duty=FULL,
        letter=to_person("full", person, account=account, items=items, since=first.planned_at.astimezone(person.zone)),
        because=f"the mailbox {account} has no room for {len(waiting)} message{'s' if len(waiting) > 1 else ''}",
        due=first.planned_at,
    )


def regretted(draft: Intent, found: Sequence[Wording], project: Project, person: Person, *, now: datetime) -> Notice:
    """Words in a draft that the person works on which they may regret, each with better ones."""
    items = tuple({"flaw": one.flaw.value, "text": one.text, "better": one.better} for one in found)
    return Notice(
        key=regretted_key(draft),
        account=draft.account,
        project=draft.project,
        duty="wording",
        letter=to_person("wording", person, project=project, client_name=project.client.name, items=items),
        because=f"a draft that you changed holds {'; '.join(one.flaw.value for one in found)}",
        evidence=draft.evidence,
        due=now,
    )


def regretted_key(draft: Intent) -> str:
    """Once a draft, whatever else is written into it."""
    return f"wording/{draft.message_id}"


def _conversation(filed: Filed, projects: Mapping[str, Project], person: Person) -> Mapping[str, object]:
    header = filed.entry.header
    return {
        "sender": header.sender or Address(email="", name=header.message_id),
        "subject": header.subject,
        "received_on": header.received_at.astimezone(person.zone).date(),
        "candidates": tuple(projects[key] for key in filed.candidates if key in projects),
    }


def _digest(keys: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:12]


def _draft_lies_ready(obligation: Obligation, dossier: Dossier) -> bool:
    return any(obligation.key in draft.keys and draft.state in LAID for draft in dossier.drafts())


def to_person(template: str, person: Person, **values: object) -> Letter:
    """A letter to the person who uses mailaide."""
    return Letter(
        frame="notice",
        language=person.language,
        form=Form.INFORMAL,
        to=Address(email=person.addresses[0], name=person.name),
        greeting=person.name,
        parts=(Part(template=template, values=values),),
    )
