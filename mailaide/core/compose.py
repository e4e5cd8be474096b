"""A letter becomes bytes: the same values give the same bytes, in the shape that every mail client leaves whole.

One text/plain part in UTF-8, From a person's own address, both thread headers on a reply, no X- header: nothing
a client receives tells that a tool wrote it. Header values are cleaned, and the bytes are parsed again to prove it.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import getaddresses

from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Address, Header
from mailaide.core.project import Person
from mailaide.errors import LetterError


class _Folding(EmailPolicy):
    """Ids and addresses stay whole: folded at 78, long Message-IDs become encoded words (measured).

    A subject is encoded here, because the library drops spaces where it folds one (measured).
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() != "subject" or value.isascii():
            return super().fold_binary(name, value)
        return f"{name}: {self.linesep.join(_encoded_words(str(value)))}{self.linesep}".encode("ascii")


TEXT_POLICY = SMTP.clone(max_line_length=76)  # RFC 2045, 6.7
POLICY = _Folding(linesep="\r\n", max_line_length=998)
ENCODED_BYTES = 39  # with "Subject: " and the marks around it 73 of the 76 characters of RFC 2047, 2
REFERENCES_LIMIT = 986
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ENCODED_BREAK = re.compile(r"=\?[^?\s]*\?[bq]\?[^?\s]*\?=", re.IGNORECASE)
_REPLY = re.compile(r"^\s*(?:re|aw|antw|antwoord|sv|rif)(?:\[\d+\])?\s*:", re.IGNORECASE)


def message_id(secret: bytes, person: Person, *purpose: str) -> str:
    """An opaque Message-ID that is the same for the same purpose under the same secret, also after a rebuild."""
    digest = hmac.new(secret, "\0".join(purpose).encode(), "sha256").hexdigest()
    return f"<{digest[:32]}@{person.addresses[0].rpartition('@')[2]}>"


def clean(value: str) -> str:
    """A header value without controls, direction marks and leftovers of encoded words that hide a line break."""
    return " ".join(_ENCODED_BREAK.sub(" ", _UNSAFE.sub(" ", value)).split())


def reply_subject(subject: str) -> str:
    """The subject of an answer: one "Re: " in front, none added to one that has it."""
    cleaned = clean(subject)
    return cleaned if _REPLY.match(cleaned) else f"Re: {cleaned}".rstrip()


def reply_references(answers: Header) -> tuple[str, ...]:
    """The chain of the answered message and its own id; when too long, the first and the latest are kept.

    Empty for a message that had no Message-ID and continues nothing.
    """
    own = () if answers.id_is_made_up else (answers.message_id,)
    chain = [*dict.fromkeys(answers.references), *own]
    while len(" ".join(chain)) > REFERENCES_LIMIT and len(chain) > 2:  # noqa: PLR2004  # a chain keeps its two ends
        del chain[1]
    return tuple(chain)


def draft_bytes(
    letter: Letter, rendered: Rendered, person: Person, *, identifier: str, anchor: str, date: datetime
) -> bytes:
    """The draft as it will lie in Drafts. Raises LetterError when a value would add or break a header."""
    if letter.answers is not None:
        subject = reply_subject(letter.answers.subject)
        references = reply_references(letter.answers) or (anchor,)
    else:
        subject, references = clean(rendered.subject), (anchor,)
    return _message(
        person=person,
        to=letter.to,
        cc=letter.cc,
        subject=subject,
        text=rendered.text,
        identifier=identifier,
        references=references,
        in_reply_to=references[-1],
        date=date,
    )


def alert_bytes(
    rendered: Rendered, person: Person, *, identifier: str, references: tuple[str, ...], date: datetime
) -> bytes:
    """An alert as it will lie in the person's INBOX: from and to the person, marked as written by a machine."""
    own = Address(email=person.addresses[0], name=person.name)
    return _message(
        person=person,
        to=own,
        subject=clean(rendered.subject),
        text=rendered.text,
        identifier=identifier,
        references=references,
        in_reply_to=references[-1] if references else "",
        date=date,
        extra=(("Auto-Submitted", "auto-generated"),),
    )


def _message(
    *,
    person: Person,
    to: Address,
    cc: tuple[Address, ...] = (),
    subject: str,
    text: str,
    identifier: str,
    references: tuple[str, ...],
    in_reply_to: str,
    date: datetime,
    extra: tuple[tuple[str, str], ...] = (),
) -> bytes:
    message = EmailMessage(policy=TEXT_POLICY)
    try:
        message["From"] = _mailbox(Address(email=person.addresses[0], name=person.name))
        message["To"] = _mailbox(to)
        if cc:
            message["Cc"] = [_mailbox(one) for one in cc]
        message["Subject"] = subject
        message["Date"] = date
        message["Message-ID"] = identifier
        if references:
            message["In-Reply-To"] = in_reply_to
            message["References"] = " ".join(references)
        for name, value in extra:
            message[name] = value
        message.set_content(text.replace("\x00", ""), charset="utf-8", cte="quoted-printable")
        raw = message.as_bytes(policy=POLICY)
    except (MessageError, ValueError, IndexError) as error:
        raise LetterError(f"a draft to {to.email} cannot be written: {error}. Nothing was drafted.") from error
    read = message_from_bytes(raw)
    if sorted(map(str.lower, read.keys())) != sorted(map(str.lower, message.keys())):
        raise LetterError(f"a draft to {to.email} would have had other headers than intended. Nothing was drafted.")
    readers = [email for _, email in getaddresses([*read.get_all("To", []), *read.get_all("Cc", [])])]
    if readers != [_mailbox(one).addr_spec for one in (to, *cc)]:
        raise LetterError(f"a draft to {to.email} would have had other readers than intended. Nothing was drafted.")
    return raw


def _encoded_words(text: str) -> Iterator[str]:
    """The text in encoded words of whole characters; each but the first begins with the space that continues a line."""
    rest, start = text, ""
    while rest:
        word = rest[:ENCODED_BYTES]
        while len(word.encode()) > ENCODED_BYTES:
            word = word[:-1]
        yield f"{start}=?utf-8?b?{b64encode(word.encode()).decode('ascii')}?="
        rest, start = rest[len(word) :], " "


def _mailbox(address: Address) -> HeaderAddress:
    local, _, domain = address.email.rpartition("@")
    spec = address.email if domain.isascii() else f"{local}@{domain.encode('idna').decode('ascii')}"
    # A name with half an encoded word in it is written without its quotation marks (measured).
    return HeaderAddress(display_name=clean(address.name).replace("=?", "?"), addr_spec=spec)
