"""Values of the core to rows and back, spelled out: a dossier of hundreds of messages is read each cycle.

What a row holds is the format on disk. A field that is added to a value needs a default here and a migration there.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row

from mailaide.adapters.store.schema import storable
from mailaide.core.dossier import Author, Entry, Evidence, Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.reading.said import Statement
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.core.reading.sums import Price
from mailaide.ports import Found


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


def to_filed(row: Row[Any]) -> Filed:
    facts, reading = row.header, row.reading
    header = Header(
        place=Place(account=row.account, folder=row.folder, uidvalidity=row.uidvalidity, uid=row.uid),
        role=Role(row.role),
        message_id=row.message_id,
        references=tuple(facts["references"]),
        sender=_to_address(facts["sender"]) if facts["sender"] else None,
        reply_to=tuple(map(_to_address, facts["reply_to"])),
        to=tuple(map(_to_address, facts["to"])),
        cc=tuple(map(_to_address, facts["cc"])),
        subject=row.subject,
        received_at=row.received_at,
        flags=frozenset(facts["flags"]),
        marks=tuple((name, value) for name, value in facts["marks"]),
        conversation=facts.get("conversation", ""),
    )
    entry = Entry(
        message=Message(header=header, text=row.text),
        thread=row.thread,
        author=Author(row.author),
        reading=Reading(
            new_text=reading["new_text"],
            language=reading["language"],
            machine=reading["machine"],
            signals=tuple(map(_to_signal, reading["signals"])),
            sums=tuple(map(_to_price, reading.get("sums", ()))),
            said=tuple(map(_to_statement, reading.get("said", ()))),
            quoted=tuple(reading.get("quoted", ())),
            back_on=_to_day(reading.get("back_on")),
            before=tuple(reading.get("before", ())),
        ),
    )
    return Filed(
        entry=entry,
        project=row.project,
        candidates=tuple(row.candidates),
        evidence=Evidence(row.evidence),
        because=row.because,
    )


def place_of(place: Place) -> dict[str, Any]:
    return {
        "at_account": place.account,
        "at_folder": place.folder,
        "at_uidvalidity": place.uidvalidity,
        "at_uid": place.uid,
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
        "folder": place.folder,
        "uidvalidity": place.uidvalidity,
        "uid": place.uid,
        "role": found.role.value,
        "received_at": found.received_at,
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


def _to_address(pair: list[str]) -> Address:
    return Address(email=pair[0], name=pair[1])


def _from_signal(signal: Signal) -> list[Any]:
    """Kind, sentence, reason and, only where there are some, the day it is due, the score and the topics."""
    row = [signal.kind.value, signal.sentence, signal.because]
    due = signal.due.isoformat() if signal.due else None
    if signal.score or signal.topics:
        return [*row, due, signal.score, list(signal.topics)]
    return [*row, due] if due else row


def _to_signal(row: list[Any]) -> Signal:
    kind, sentence, because, *rest = row
    defaults: list[Any] = [None, 0.0, ()]
    due, score, topics = [*rest, *defaults[len(rest) :]]
    return Signal(
        kind=SignalKind(kind), sentence=sentence, because=because, due=_to_day(due), score=score, topics=tuple(topics)
    )


def _from_price(price: Price) -> list[Any]:
    return [f"{price.amount}", price.currency, price.sentence, price.charged]


def _to_price(row: list[Any]) -> Price:
    amount, currency, sentence, charged = row
    return Price(amount=Decimal(amount), currency=currency, sentence=sentence, charged=charged)


def _from_statement(said: Statement) -> list[Any]:
    return [
        " ".join(sorted(said.words)),
        said.day.isoformat() if said.day else None,
        said.sum,
        said.yes_no,
        said.replies,
        said.after,
        said.figure,
        said.blames,
    ]


def _to_statement(row: list[Any]) -> Statement:
    words, day, a_sum, yes_no, replies, after, figure, blames = (*row, False, False, False)[:8]  # older rows have five
    return Statement(
        words=frozenset(words.split()),
        day=_to_day(day),
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
