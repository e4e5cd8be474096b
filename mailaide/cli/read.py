"""`mailaide read`: what the readers make of messages, one line of JSON each. Needs no account and no configuration."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mailaide.core.mail import Message

DAY_OF_NOTHING = datetime(2000, 1, 3, tzinfo=UTC)
"""When a message does not say when it was sent."""


@click.command("read")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--jsonl", type=click.File("r", encoding="utf-8"), help="Lines with id, subject and body; - for input.")
@click.option("--language", default="en", show_default=True, help="The client's language, where the text leaves doubt.")
@click.option("--own", is_flag=True, help="The FILES are mail of our own.")
def command(files: tuple[Path, ...], *, jsonl: Any, language: str, own: bool) -> None:
    """Print what is read in mails, a line of JSON each.

    Complaint, questions, changes, approval, promises, wording. Nothing is stored or sent.

    A line of --jsonl holds id, subject, body, and where known language, own (true: we wrote it) and date.
    """
    from mailaide.adapters.ear_model import built_in
    from mailaide.core.reading.told import told

    for identifier, message, ours, spoken in chain(_of_files(files, language, own=own), _of_lines(jsonl, language)):
        line = {"id": identifier, **told(message, own=ours, language=spoken, ear=built_in())}
        click.echo(json.dumps(line, ensure_ascii=False))


def _of_files(files: tuple[Path, ...], language: str, *, own: bool) -> Iterator[tuple[str, Message, bool, str]]:
    from mailaide.adapters.imap import body, parse
    from mailaide.core.mail import Message, Role

    for number, file in enumerate(files):
        raw = file.read_bytes()
        place, role = _place(number), Role.SENT if own else Role.INBOX
        header = parse.header(raw, place=place, role=role, received_at=_sent(raw), flags=frozenset())
        yield file.name, Message(header=header, text=body.text(raw)), own, language


def _of_lines(lines: Any, language: str) -> Iterator[tuple[str, Message, bool, str]]:
    for number, line in enumerate(lines or ()):
        if line.strip():
            record = _record(line, number + 1)
            yield (
                str(record.get("id", number + 1)),
                _message(record, number),
                record.get("own") is True,
                str(record.get("language") or record.get("lang") or language),
            )


def _record(line: str, number: int) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise click.ClickException(f"line {number} is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise click.ClickException(f"line {number} is not an object with id, subject and body")
    return record


def _message(record: Mapping[str, Any], number: int) -> Message:
    from mailaide.core.mail import Header, Message, Role

    header = Header(
        place=_place(number),
        role=Role.SENT if record.get("own") is True else Role.INBOX,
        message_id=f"<{number}@read>",
        subject=str(record.get("subject") or ""),
        received_at=_instant(str(record.get("date") or "")),
    )
    return Message(header=header, text=str(record.get("body") or ""))


def _place(number: int) -> Any:
    from mailaide.core.mail import Place

    return Place(account="read", folder="read", uidvalidity=1, uid=number + 1)


def _sent(raw: bytes) -> datetime:
    from email.parser import BytesHeaderParser
    from email.utils import parsedate_to_datetime

    try:
        return _aware(parsedate_to_datetime(str(BytesHeaderParser().parsebytes(raw)["Date"])))
    except (TypeError, ValueError):
        return DAY_OF_NOTHING


def _instant(written: str) -> datetime:
    try:
        return _aware(datetime.fromisoformat(written))
    except ValueError:
        return DAY_OF_NOTHING


def _aware(instant: datetime) -> datetime:
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
