"""Three weeks in the mailbox of Anna de Vries, who designs for a bakery and a wine merchant: INBOX and Sent.

Each mail is there for a reason, told at its place. Times are working days before `now`, and the same `now` gives
the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from mailaide.core.mail import Role
from mailaide.demo import bakery, wine_merchant
from mailaide.demo.days import WorkingDays, working_days
from mailaide.demo.people import ANNA, FLEUR, PAPER_SHOP, begin
from mailaide.demo.writing import Written, raw

UNREAD_FOR = timedelta(hours=20)
"""Anna has opened what is older."""

BARGAIN = """\
Beste ontwerper,

Deze week krijg je 15 % korting op al het katoenpapier van 300 grams en zwaarder. De actie loopt tot en met zondag.

Papierpracht, Zaandam
"""
MAILING_LIST = (
    ("List-Id", "Nieuws van Papierpracht <nieuws.papierpracht.example>"),
    ("List-Unsubscribe", "<https://papierpracht.example/afmelden>"),
    ("Precedence", "bulk"),
)
ENQUIRY = """\
Beste Anna,

Via Bakkerij van den Berg kreeg ik je naam. Ik open in het voorjaar een bloemenzaak en zoek iemand voor het logo.
Heb je tijd en wat kost dat ongeveer?

Vriendelijke groet,
Fleur Bos
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMail:
    """One mail to put in the folder of that role, as received at `received_at`."""

    role: Role
    raw: bytes
    received_at: datetime
    flags: tuple[str, ...] = ()


def sample(now: datetime) -> Sequence[SampleMail]:
    """The mailbox as it is at `now` (aware), oldest mail first."""
    days = working_days(now)
    written = [
        *bakery.webshop(days),
        *bakery.identity(days),
        *bakery.ambiguous(days),
        *wine_merchant.annual_report(days),
        *wine_merchant.newsletter(days),
        *_others(days),
    ]
    answered = {one.answers.message_id for one in written if one.answers and one.sender == ANNA}
    mails = (_mail(one, now, answered=one.message_id in answered) for one in written)
    return sorted(mails, key=lambda mail: mail.received_at)


def _others(days: WorkingDays) -> Sequence[Written]:
    """Nobody's client: mailaide reads the headers and leaves the rest alone."""
    subject = "Deze week: 15 % korting op katoenpapier"
    bargain = begin(PAPER_SHOP, ANNA, subject, BARGAIN, days.at(2, "06:30"), language="nl")
    enquiry = begin(FLEUR, ANNA, "Logo voor mijn bloemenzaak", ENQUIRY, days.at(1, "12:08"), language="nl")
    return replace(bargain, fields=MAILING_LIST), enquiry


def _mail(written: Written, now: datetime, *, answered: bool) -> SampleMail:
    ours = written.sender == ANNA
    seen = ours or answered or now - written.at > UNREAD_FOR
    return SampleMail(
        role=Role.SENT if ours else Role.INBOX,
        raw=raw(written),
        received_at=written.at.astimezone(UTC),
        flags=(*(("\\Seen",) if seen else ()), *(("\\Answered",) if answered else ())),
    )
