"""Who works for whom, on what, on which terms. Plain values, made from the configuration.

Nothing here knows YAML; nothing here knows a mailbox. Names are unique within their kind: a project is
referred to by its key (`harbour`), an account by its name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from mailaide.core.mail import Address
from mailaide.core.reading.ear.levels import Budget
from mailaide.core.worktime import QuietHours, Span, Unit, WorkingHours

A_WORKING_DAY = Span(amount=1, unit=Unit.WORKING_DAYS)
TWO_WORKING_DAYS = Span(amount=2, unit=Unit.WORKING_DAYS)
THREE_WORKING_DAYS = Span(amount=3, unit=Unit.WORKING_DAYS)


class Form(StrEnum):
    """How the client is addressed: u or je, Sie or du, vous or tu."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody on our side. What they write to a client is an answer of ours only if they speak for us."""

    addresses: tuple[str, ...]
    name: str = ""
    speaks_for_us: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody on the client's side; `role` is the person's own word for it ("decides", "pays")."""

    email: str
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The freelancer (or the agency's sender) in whose name drafts are written.

    The first of `addresses` writes; all of them, on every account and with a "+detail" before the "@", are "us".
    `signature` is put under each draft as it stands, or nothing.
    """

    name: str
    addresses: tuple[str, ...]
    colleagues: tuple[Colleague, ...] = ()
    signature: str = ""
    language: str = "en"
    zone: ZoneInfo
    hours: WorkingHours
    quiet: QuietHours | None = None

    def heard_at(self, at: datetime) -> datetime:
        """When an alert of that instant is raised: then, or at the end of the quiet hours that it falls in."""
        return self.quiet.over(at) if self.quiet else at

    def is_self(self, address: Address | None) -> bool:
        return address is not None and (address.email in self.addresses or bool(self.detail(address)))

    def detail(self, address: Address) -> str:
        """What stands after the "+" in an address of our own: "harbour" in rik+harbour@me.example (RFC 5233)."""
        local, at, domain = address.email.rpartition("@")
        name, _, detail = local.partition("+")
        return detail if detail and f"{name}{at}{domain}" in self.addresses else ""

    def colleague(self, address: Address | None) -> Colleague | None:
        if address is None:
            return None
        return next((one for one in self.colleagues if address.email in one.addresses), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The person or company that is worked for.

    `greeting` is the name after "Dear" when the person set it; otherwise `contact`, otherwise `name` is used.
    `domains` cover every address under them; a domain that many people share is refused by the configuration.
    The addresses of `people` are among `addresses`.
    """

    key: str
    name: str
    contact: str = ""
    greeting: str = ""
    addresses: tuple[str, ...]
    domains: tuple[str, ...] = ()
    people: tuple[Contact, ...] = ()
    language: str
    form: Form = Form.FORMAL
    zone: ZoneInfo

    def owns(self, address: Address | None) -> bool:
        return address is not None and (address.email in self.addresses or address.domain in self.domains)

    def contact_at(self, address: Address | None) -> Contact | None:
        return next((one for one in self.people if address is not None and one.email == address.email), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that will be there `on` a day; `done` is the day it was, or None."""

    name: str
    on: date
    done: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A price the client must know before it is charged.

    `unit` is empty for a fixed amount ("hour", "page" otherwise, in the client's language); `condition` says when
    it is owed, `tax` how tax is treated ("excl. btw"); both are the person's words or empty.
    """

    what: str
    amount: Decimal
    currency: str
    unit: str = ""
    condition: str = ""
    tax: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintPolicy:
    """How soon a complaint must have a substantive answer, and when the person is told.

    The first alert comes `warn_after` the complaint (None: at half of the working time), one when the time has
    passed, then one every `repeat_every`, at most `repeats` times.
    """

    answer_within: Span
    warn_after: Span | None = None
    repeat_every: Span = A_WORKING_DAY
    repeats: int = 3


_OF_A_ROUND = re.compile(
    r"ronde|revisi|correct|wijzig|\brounds?\b|runde|korrektur|änderung|\btour|révision|modification|ronda|cambio",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One piece of work for one client.

    `tag` in square brackets in a subject names the project outright. `account` is where its drafts are put.
    `cadence` is the longest time without a word from us; None turns status updates off. `ends` is the last day on
    which the project asks for status updates. `remedies` are the ways out that may be offered after a complaint.
    `answer_within` holds for any message that expects an answer; after `approve_within` the client is reminded that we
    wait for a yes. `progress` are the steps of the work, each with whether it is done.
    """

    key: str
    title: str
    client: Client
    account: str
    tag: str = ""
    keywords: tuple[tuple[str, int], ...] = ()
    starts: date | None = None
    ends: date | None = None
    milestones: tuple[Milestone, ...] = ()
    fees: tuple[Fee, ...] = ()
    revision_rounds: int | None = None
    requirements: tuple[str, ...] = ()
    drawbacks: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    cadence: Span | None = None
    complaints: ComplaintPolicy
    answer_within: Span = TWO_WORKING_DAYS
    approve_within: Span = THREE_WORKING_DAYS
    next_step: str = ""
    progress: tuple[tuple[str, bool], ...] = ()

    @property
    def round_fee(self) -> Fee | None:
        """What a round of changes costs that is not in the price: the fee whose name speaks of one."""
        return next((fee for fee in self.fees if _OF_A_ROUND.search(fee.what)), None)

    @property
    def ended_on(self) -> date | None:
        """The last day of the work: when its last milestone was reached, or the end date; None while it runs on."""
        if self.milestones and all(one.done is not None for one in self.milestones):
            last = max(one.done for one in self.milestones if one.done is not None)
            return max(last, self.ends) if self.ends else last
        return self.ends

    def over_at(self, zone: ZoneInfo) -> datetime | None:
        """The instant after the project's last day, or None when it has no end."""
        return _after(self.ends, zone) if self.ends else None

    def ended_at(self, zone: ZoneInfo) -> datetime | None:
        """The instant after the day on which the work ended, or None while it runs on."""
        return _after(self.ended_on, zone) if self.ended_on else None


def _after(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Everything the person told us about their work: the core's whole view of the configuration.

    `authserv_ids` names, by account, the server whose Authentication-Results are believed (RFC 8601); `budgets` say,
    by account, how many alarms about complaints are wanted.
    """

    person: Person
    projects: tuple[Project, ...] = ()
    authserv_ids: tuple[tuple[str, str], ...] = ()
    budgets: tuple[tuple[str, Budget], ...] = ()

    def budget(self, account: str) -> Budget:
        return dict(self.budgets).get(account, Budget.NORMAL)

    def project(self, key: str) -> Project:
        """The project of that key; KeyError when there is none."""
        for project in self.projects:
            if project.key == key:
                return project
        raise KeyError(key)
