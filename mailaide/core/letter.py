"""A letter as values: who gets it, in which language, and what it has to say. Templates give it its words.

Values are facts of the project or quotes of the client; a value that is missing makes the letter impossible,
never vague.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mailaide.core.mail import Address, Header
from mailaide.core.project import Client, Fee, Form, Milestone, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a draft must say. `answers` is the message it replies to; without it a new conversation begins."""

    template: str
    language: str
    form: Form
    to: Address
    greeting: str
    answers: Header | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def to_client(client: Client, template: str, *, answers: Header | None = None, **values: object) -> Letter:
    """A letter in the client's language and form, to their first address."""
    return Letter(
        template=template,
        language=client.language,
        form=client.form,
        to=Address(email=client.addresses[0], name=client.contact or client.name),
        greeting=client.greeting or client.contact or client.name,
        answers=answers,
        values=values,
    )


def facts(letter: Letter) -> tuple[tuple[str, str], ...]:
    """What a letter rests on, fact by fact in words: to tell whether it still holds, and what changed.

    The order is that of the names, so the same letter has the same facts in a rebuilt store. A day that the draft
    itself proposes is no fact: that it has passed is told by the alert.
    """
    found = {name: _in_words(value) for name, value in letter.values.items() if name != "answer_by"}
    found |= {"to": letter.to.email, "answers": letter.answers.message_id if letter.answers else ""}
    return tuple(sorted(found.items()))


def _in_words(value: object) -> str:
    match value:
        case None:
            return ""
        case Project():
            return value.title
        case Fee():
            unit = f"/{value.unit}" if value.unit else ""
            terms = ", ".join(term for term in (value.condition, value.tax) if term)
            return f"{value.what} {value.currency} {value.amount.normalize():f}{unit}" + (
                f" ({terms})" if terms else ""
            )
        case Milestone():
            return f"{value.name} {value.on.isoformat()}" + (f" done {value.done.isoformat()}" if value.done else "")
        case tuple():
            return "; ".join(_in_words(one) for one in value)
        case _:
            return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A letter in words. `subject` is used for a new conversation only; a reply keeps the subject it answers."""

    subject: str
    text: str
