"""What may stand under a single key: each type reads what was written, and says what to write instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema

from mailaide.config import values
from mailaide.core.hosts import is_this_computer
from mailaide.core.worktime import Span

DURATION = {"type": "string", "examples": ["2 days", "4 working hours", "2 werkdagen"]}
NEVER = "never"
NONE = "none"


def cadence(written: object) -> Span | None:
    """A duration, or "never" for None."""
    return None if written == NEVER else values.span(written)


def quiet_hours(written: object) -> values.Slot | None:
    """A stretch of time, or "none" for None."""
    if written == NONE:
        return None
    begins, ends = values.slot(written)
    if begins == ends:
        raise ValueError(f'"{written}" is the whole day, so nothing would ever be told; write it like 22:00-07:00')
    return begins, ends


def a_week(written: dict[str, list[values.Slot]]) -> dict[str, list[values.Slot]]:
    """The same, once `values.week` can read it: errors in a slot keep the place of that slot."""
    values.week(written)
    return written


def key_words(written: dict[str, int]) -> dict[str, int]:
    """Words that can be heard: a keyword without a letter or digit never would."""
    for word in written:
        if not any(letter.isalnum() for letter in word):
            raise ValueError(f'"{word}" holds no word')
    return written


def reader_url(written: object) -> str:
    url = values.text(written)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError('this is not the address of a reader; write it like "http://127.0.0.1:11434/v1"')
    return url


def token_endpoint(written: object) -> str:
    url = values.text(written)
    parts = urlsplit(url)
    if not parts.hostname or parts.username or parts.fragment or parts.scheme not in {"http", "https"}:
        raise ValueError('this is not an address; write it like "https://login.example.com/oauth2/token"')
    if parts.scheme == "http" and not is_this_computer(parts.hostname):
        raise ValueError("the refresh token could be read on its way there; write https")
    return url


def store_url(written: object) -> str:
    url = values.text(written)
    parts = urlsplit(url)
    if parts.password is not None:
        # It is not repeated.
        raise ValueError(
            'this URL holds a password; take it out and run "mailaide password store", or supply a systemd '
            'credential, or write "password_file" with a path'
        )
    if parts.scheme != "postgresql" or not parts.path.strip("/") or parts.fragment:
        raise ValueError('this names no database; write it like "postgresql://mailaide@db.example.com/mailaide"')
    return url


def push_url(written: object) -> str:
    url = values.text(written)
    if "://" not in url:
        # The URL holds a secret, so it is not repeated.
        raise ValueError('this is not an Apprise URL; write it like "ntfy://my-topic" (see github.com/caronc/apprise)')
    return url


def _string(**more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **more})


Text = Annotated[str, PlainValidator(values.text), _string()]
Key = Annotated[str, AfterValidator(values.key)]
EmailAddress = Annotated[str, PlainValidator(values.address), _string(format="email")]
ClientDomain = Annotated[str, PlainValidator(values.client_domain), _string(format="hostname")]
Day = Annotated[date, PlainValidator(values.day), _string(format="date")]
Duration = Annotated[Span, PlainValidator(values.span), WithJsonSchema(DURATION)]
Cadence = Annotated[
    Span | None, PlainValidator(cadence), WithJsonSchema({**DURATION, "examples": ["5 working days", NEVER]})
]
Quiet = Annotated[values.Slot | None, PlainValidator(quiet_hours), _string(examples=["22:00-07:00", NONE])]
Amount = Annotated[Decimal, PlainValidator(values.amount), WithJsonSchema({"type": ["number", "string"]})]
Currency = Annotated[str, PlainValidator(values.currency), _string(examples=["EUR"])]
TimeZone = Annotated[ZoneInfo, PlainValidator(values.zone), _string(examples=["Europe/Amsterdam"])]
Slots = Annotated[values.Slot, PlainValidator(values.slot), _string(examples=["09:00-12:30"])]
Weight = Annotated[int, Field(ge=1, le=10)]
TokenEndpoint = Annotated[str, PlainValidator(token_endpoint), _string(format="uri")]
ReaderUrl = Annotated[str, PlainValidator(reader_url), _string(format="uri")]
StoreUrl = Annotated[str, PlainValidator(store_url), _string(format="uri")]
PushUrl = Annotated[str, PlainValidator(push_url), _string(format="uri")]
Progress = Annotated[tuple[str, bool], PlainValidator(values.step), _string(examples=["[x] texts", "[ ] photos"])]
Language = Literal["nl", "en"]
ClientLanguage = Literal["nl", "en", "de", "fr", "es"]
