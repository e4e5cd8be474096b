"""Mails as mail clients write them: an answer quotes what it answers and carries the whole chain of References."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage

from babel.dates import format_datetime

from mailaide.core.compose import POLICY, reply_subject
from mailaide.core.mail import Address

ATTRIBUTIONS: Mapping[str, tuple[str, str]] = {
    "nl": ("EEE d MMM y 'om' HH:mm", "Op {when} schreef {name} <{email}>:"),
    "en": ("EEE, d MMM y 'at' HH:mm", "On {when}, {name} <{email}> wrote:"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A mail as its writer thought of it.

    The subject may be left out of an answer. `fields` are header fields that tell of a machine. `charset` is how the
    text is really encoded, `claimed` what the header says instead, when the writer's program is wrong about it.
    """

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    subject: str = ""
    text: str
    at: datetime
    language: str
    answers: Written | None = None
    fields: tuple[tuple[str, str], ...] = ()
    charset: str = "utf-8"
    claimed: str = ""

    @property
    def heading(self) -> str:
        return self.subject or (reply_subject(self.answers.heading) if self.answers else "")

    @property
    def message_id(self) -> str:
        """Opaque, and the same for the same mail."""
        digest = hashlib.sha256(f"{self.heading}\0{self.text}".encode()).hexdigest()
        return f"<{self.at:%Y%m%d%H%M}.{digest[:12]}@{self.sender.domain}>"

    @property
    def references(self) -> tuple[str, ...]:
        return (*self.answers.references, self.answers.message_id) if self.answers else ()

    @property
    def body(self) -> str:
        """The text with the quoted history under it."""
        text = self.text.strip() + "\n"
        return f"{text}\n{_quoted(self.answers, self.language)}" if self.answers else text


def raw(written: Written) -> bytes:
    message = EmailMessage(policy=POLICY)
    message["From"] = _mailbox(written.sender)
    message["To"] = [_mailbox(address) for address in written.to]
    if written.cc:
        message["Cc"] = [_mailbox(address) for address in written.cc]
    message["Subject"] = written.heading
    message["Date"] = written.at
    message["Message-ID"] = written.message_id
    if written.answers:
        message["In-Reply-To"] = written.answers.message_id
        message["References"] = " ".join(written.references)
    for name, value in written.fields:
        message[name] = value
    message.set_content(written.body, charset=written.charset, cte="8bit")
    content = message.as_bytes()
    if written.claimed:
        # No library writes a false charset on purpose, so the true one is overwritten.
        true = str(message["Content-Type"].params["charset"])
        content = content.replace(f'charset="{true}"'.encode(), f'charset="{written.claimed}"'.encode(), 1)
    return content


def _quoted(answered: Written, language: str) -> str:
    pattern, line = ATTRIBUTIONS[language]
    when = format_datetime(answered.at, pattern, tzinfo=answered.at.tzinfo, locale=language)
    attribution = line.format(when=when, name=answered.sender.name, email=answered.sender.email)
    quoted = [f"> {text}" if text and not text.startswith(">") else f">{text}" for text in answered.body.splitlines()]
    return "\n".join([attribution, *quoted]) + "\n"


def _mailbox(address: Address) -> HeaderAddress:
    return HeaderAddress(display_name=address.name, addr_spec=address.email)
