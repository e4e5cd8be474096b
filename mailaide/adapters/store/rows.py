"""Values of the core to rows and back, spelled out: a dossier of hundreds of messages is read each cycle.

What a row holds is the format on disk. A field that is added to a value needs a default here and a migration there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Row, Text, cast

from mailaide.adapters.store.schema import message, storable
from mailaide.core.dossier import Author, Entry, Evidence, Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.reading.signals import Reading, Signal, SignalKind, Statement
from mailaide.core.reading.text.sums import Price
from mailaide.ports import Found

_ROLES = {one.value: one for one in Role}
_AUTHORS = {one.value: one for one in Author}
_SIGNALS = {one.value: one for one in SignalKind}
_DECODER = json.JSONDecoder()


def _decoded(text: str) -> Any:
    return _DECODER.raw_decode(text)[0]


def from_filed(filed: Filed) -> dict[str, Any]:
    entry, header, place = filed.entry, filed.entry.header, filed.entry.header.place
    return {
        "account": place.account,
        "role": header.role.value,
        "message_id": header.message_id,
        "folder": place.folder,
        "uidvalidity": place.uidvalidity,
        "uid": place.uid,
        "received_at": header.received_at,
        "subject": header.subject,
        "header": {
            "references": header.references,
            "sender": _from_address(header.sender) if header.sender else None,
            "reply_to": [_from_address(address) for address in header.reply_to],
            "to": [_from_address(address) for address in header.to],
            "cc": [_from_address(address) for address in header.cc],
            "flags": sorted(header.flags),
            "marks": header.marks,
            "conversation": header.conversation,
        },
        "text": entry.message.text,
        "thread": entry.thread,
        "author": entry.author.value,
        "reading": {
            "new_text": entry.reading.new_text,
            "language": entry.reading.language,
            "machine": entry.reading.machine,
            "signals": [_from_signal(signal) for signal in entry.reading.signals],
            "sums": [_from_price(price) for price in entry.reading.sums],
            "said": [_from_statement(statement) for statement in entry.reading.said],
            "quoted": entry.reading.quoted,
            "back_on": entry.reading.back_on.isoformat() if entry.reading.back_on else None,
            **({"before": entry.reading.before} if entry.reading.before else {}),
        },
        "project": filed.project,
        "candidates": filed.candidates,
        "evidence": filed.evidence.value,
        "because": filed.because,
    }


def key_of(filed: Filed) -> tuple[str, str, str]:
    """Account, role and Message-ID as they stand in the row."""
    header = filed.entry.header
    return header.place.account, header.role.value, storable(header.message_id)


ENTRY = (
    *(message.c[name] for name in ("received_at", "message_id", "role", "account", "folder", "uidvalidity", "uid")),
    *(message.c[name] for name in ("subject", "text", "thread", "author")),
    *(cast(message.c[name], Text) for name in ("header", "reading")),
)
"""What `to_entry` reads, in its order; JSON as it was written, which here is decoded faster."""

FILED = (*ENTRY, message.c.project, cast(message.c.candidates, Text), message.c.evidence, message.c.because)
"""What `to_filed` reads."""


def to_entry(row: Sequence[Any]) -> Entry:
    received_at, message_id, role, account, folder, uidvalidity, uid, subject, text, thread, author, told, read = row
    facts, reading = _decoded(told), _decoded(read)
    sender, signals, said, sums = facts["sender"], reading["signals"], reading.get("said"), reading.get("sums")
    header = Header(
        place=Place(account=account, folder=folder, uidvalidity=uidvalidity, uid=uid),
        role=_ROLES[role],
        message_id=message_id,
        references=tuple(facts["references"]),
        sender=_address(*sender) if sender else None,
        reply_to=_addresses(facts["reply_to"]) if facts["reply_to"] else (),
        to=_addresses(facts["to"]),
        cc=_addresses(facts["cc"]) if facts["cc"] else (),
        subject=subject,
        received_at=received_at,
        flags=frozenset(facts["flags"]),
        marks=tuple([(name, value) for name, value in facts["marks"]]) if facts["marks"] else (),
        conversation=facts.get("conversation", ""),
    )
    return Entry(
        message=Message(header=header, text=text),
        thread=thread,
        author=_AUTHORS[author],
        reading=Reading(
            new_text=reading["new_text"],
            language=reading["language"],
            machine=reading["machine"],
            signals=tuple([_to_signal(*one) for one in signals]) if signals else (),
            sums=tuple([_to_price(*one) for one in sums]) if sums else (),
            said=tuple([_to_statement(*one) for one in said]) if said else (),
            quoted=tuple(reading.get("quoted", ())),
            back_on=_to_day(reading.get("back_on")),
            before=tuple(reading.get("before", ())),
        ),
    )


def to_filed(row: Sequence[Any]) -> Filed:
    *entry, project, candidates, evidence, because = row
    return Filed(
        entry=to_entry(entry),
        project=project,
        candidates=tuple(_decoded(candidates)),
        evidence=Evidence(evidence),
        because=because,
    )


def key_of_found(found: Found) -> dict[str, Any]:
    place = found.place
    return {
        "of_account": place.account,
        "of_received_at": found.received_at,
        "of_folder": place.folder,
        "of_uidvalidity": place.uidvalidity,
        "of_uid": place.uid,
    }


def from_move(found: Found) -> dict[str, Any]:
    """A message that is filed, and where it lies now."""
    place = found.place
    return {
        "of_account": place.account,
        "of_role": found.role.value,
        "of_message_id": found.message_id,
        "to_folder": place.folder,
        "to_uidvalidity": place.uidvalidity,
        "to_uid": place.uid,
    }


def from_found(found: Found) -> dict[str, Any]:
    place = found.place
    return {
        "account": place.account,
        "received_at": found.received_at,
        "folder": place.folder,
        "uidvalidity": place.uidvalidity,
        "uid": place.uid,
        "role": found.role.value,
        "message_id": found.message_id,
    }


def to_found(row: Row[Any]) -> Found:
    return Found(
        place=Place(account=row.account, folder=row.folder, uidvalidity=row.uidvalidity, uid=row.uid),
        role=Role(row.role),
        received_at=row.received_at,
        message_id=row.message_id,
    )


def from_intent(intent: Intent) -> dict[str, Any]:
    placed = intent.placed
    return {
        "message_id": intent.message_id,
        "kind": intent.kind.value,
        "key": intent.key,
        "covers": intent.covers,
        "revision": intent.revision,
        "account": intent.account,
        "project": intent.project,
        "duty": intent.duty,
        "answers": intent.answers,
        "anchor": intent.anchor,
        "raw": intent.raw,
        "because": intent.because,
        "evidence": intent.evidence,
        "due": intent.due,
        "facts": intent.facts,
        "folder": intent.folder,
        "uidvalidity": intent.uidvalidity,
        "uidnext": intent.uidnext,
        "planned_at": intent.planned_at,
        "state": intent.state.value,
        "attempts": intent.attempts,
        "attempted_at": intent.attempted_at,
        "placed": [placed.account, placed.folder, placed.uidvalidity, placed.uid] if placed else None,
        "settled_at": intent.settled_at,
        "announced": intent.announced,
    }


def to_intent(row: Row[Any]) -> Intent:
    placed = None
    if row.placed:
        account, folder, uidvalidity, uid = row.placed
        placed = Place(account=account, folder=folder, uidvalidity=uidvalidity, uid=uid)
    return Intent(
        message_id=row.message_id,
        kind=Kind(row.kind),
        key=row.key,
        covers=tuple(row.covers),
        revision=row.revision,
        account=row.account,
        project=row.project,
        duty=row.duty,
        answers=row.answers,
        anchor=row.anchor,
        raw=row.raw,
        because=row.because,
        evidence=tuple(row.evidence),
        due=row.due,
        facts=tuple((name, value) for name, value in row.facts),
        folder=row.folder,
        uidvalidity=row.uidvalidity,
        uidnext=row.uidnext,
        planned_at=row.planned_at,
        state=State(row.state),
        attempts=row.attempts,
        attempted_at=row.attempted_at,
        placed=placed,
        settled_at=row.settled_at,
        announced=row.announced,
    )


def _from_address(address: Address) -> list[str]:
    return [address.email, address.name]


@lru_cache(maxsize=2_048)  # the people of a project are few, and in each of its messages
def _address(email: str, name: str) -> Address:
    return Address(email=email, name=name)


def _addresses(pairs: list[list[str]]) -> tuple[Address, ...]:
    return tuple([_address(email, name) for email, name in pairs])


def _from_signal(signal: Signal) -> list[Any]:
    """Kind, sentence, reason and, only where there are some, the day it is due, the score and the topics."""
    row = [signal.kind.value, signal.sentence, signal.because]
    due = signal.due.isoformat() if signal.due else None
    if signal.score or signal.topics:
        return [*row, due, signal.score, list(signal.topics)]
    return [*row, due] if due else row


def _to_signal(  # noqa: PLR0917  # as it stands in the row
    kind: str, sentence: str, because: str, due: str | None = None, score: float = 0.0, topics: Sequence[str] = ()
) -> Signal:
    return Signal(
        kind=_SIGNALS[kind],
        sentence=sentence,
        because=because,
        due=date.fromisoformat(due) if due else None,
        score=score,
        topics=tuple(topics),
    )


def _from_price(price: Price) -> list[Any]:
    return [f"{price.amount}", price.currency, price.sentence, price.charged]


def _to_price(amount: str, currency: str, sentence: str, charged: bool) -> Price:
    return Price(amount=Decimal(amount), currency=currency, sentence=sentence, charged=charged)


def _from_statement(said: Statement) -> list[Any]:
    return [
        " ".join(said.words),
        said.day.isoformat() if said.day else None,
        said.sum,
        said.yes_no,
        said.replies,
        said.after,
        said.figure,
        said.blames,
    ]


def _to_statement(  # noqa: PLR0917  # as it stands in the row; older ones end sooner
    words: str,
    day: str | None,
    a_sum: bool,
    yes_no: bool,
    replies: bool,
    after: bool = False,
    figure: bool = False,
    blames: bool = False,
) -> Statement:
    return Statement(
        words=tuple(map(intern, words.split())),  # the same few thousand in all mail
        day=date.fromisoformat(day) if day else None,
        sum=a_sum,
        yes_no=yes_no,
        replies=replies,
        after=after,
        figure=figure,
        blames=blames,
    )


def _to_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def from_mark(mark: Mark) -> dict[str, Any]:
    return {
        "project": mark.project,
        "at": mark.at,
        "kind": mark.kind.value,
        "about": mark.about,
        "undone": mark.undone,
        "note": mark.note,
    }


def to_mark(row: Row[Any]) -> Mark:
    return Mark(
        kind=MarkKind(row.kind), project=row.project, about=row.about, at=row.at, note=row.note, undone=row.undone
    )
