"""A letter as values: who gets it, in which language, and what it has to say. Templates give it its words.

Values are facts of the project or quotes of the client; a value that is missing makes the letter impossible,
never vague.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from mailaide.core.mail import Address, Header
from mailaide.core.project import Client, Fee, Form, Milestone, Project
from mailaide.core.salutation import greeting_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a letter says: the template that words it, and what that is worded of."""

    template: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a draft must say, part by part, in one frame: greeting, parts, closing, signature.

    `answers` is the message it replies to; without it a new conversation begins, under the first part's subject. `cc`
    are those of the client's own people who read along.
    """

    frame: str = "letter"
    language: str
    form: Form
    to: Address
    greeting: str
    cc: tuple[Address, ...] = ()
    answers: Header | None = None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFee:
    """A fee of which the client was told another amount before."""

    fee: Fee
    before: Decimal
    told_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What we said we would do, in our own words, and by when."""

    sentence: str
    made_on: date
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fee with the day on which the client was told of it, and the day on which they agreed, or None."""

    fee: Fee
    on: date
    acknowledged_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criticism:
    """What the client was unhappy about, and the day on which we answered it, or None."""

    sentence: str
    heard_on: date
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A piece of the work that the client can recognise."""

    text: str
    done: bool


def to_client(
    client: Client,
    template: str,
    *,
    to: Address | None = None,
    cc: tuple[Address, ...] = (),
    answers: Header | None = None,
    **values: object,
) -> Letter:
    """A letter of one part in the client's language and form: to their first address, or to the one given."""
    address = to or Address(email=client.addresses[0], name=client.contact or client.name)
    return Letter(
        language=client.language,
        form=client.form,
        to=address,
        greeting=greeting_for(client, address),
        cc=cc,
        answers=answers,
        parts=(Part(template=template, values=values),),
    )


SHARED = frozenset({"project"})


def facts(letter: Letter, *, several: bool = False) -> tuple[tuple[str, str], ...]:
    """What a letter rests on, fact by fact in words: to tell whether it still holds, and what changed.

    The order is that of the names, so the same letter has the same facts in a rebuilt store. In a letter of several
    parts, or one that is to be compared with such, a name begins with its part: `status.since`.
    """
    found = dict(_named(letter.parts, several=several or len(letter.parts) > 1))
    found |= {"to": letter.to.email, "answers": letter.answers.message_id if letter.answers else ""}
    if letter.cc:
        found["cc"] = ", ".join(one.email for one in letter.cc)
    return tuple(sorted(found.items()))


def _named(parts: tuple[Part, ...], *, several: bool) -> Iterator[tuple[str, str]]:
    times: Counter[str] = Counter()
    for part in parts:
        times[part.template] += 1
        number = f"-{times[part.template]}" if times[part.template] > 1 else ""
        for name, value in part.values.items():
            alone = not several or name in SHARED
            yield name if alone else f"{part.template}{number}.{name}", _in_words(value)


def _in_words(value: object) -> str:
    match value:
        case None | False:
            words = ""
        case Project():
            words = value.title
        case Fee():
            unit = f"/{value.unit}" if value.unit else ""
            terms = ", ".join(term for term in (value.condition, value.tax) if term)
            words = f"{value.what} {value.currency} {_plain(value.amount)}{unit}" + (f" ({terms})" if terms else "")
        case Decimal():
            words = _plain(value)
        case Milestone():
            words = f"{value.name} {value.on.isoformat()}" + (f" done {value.done.isoformat()}" if value.done else "")
        case ChangedFee() | Promised() | Told() | Criticism() | Step():
            words = ", ".join(filter(None, (_in_words(getattr(value, field.name)) for field in fields(value))))
        case tuple():
            words = "; ".join(_in_words(one) for one in value)
        case _:
            words = str(value)
    return words


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A letter in words. `subject` is used for a new conversation only; a reply keeps the subject it answers."""

    subject: str
    text: str
