"""Whole invented conversations: loaded as a practice with its mail, and a score of the facts read from them.

Each record tells what happened, fact by fact. A claimed fact is found when its kind, its message and what it says
in figures agree with one that is told; otherwise it is wrong. A kind of fact that is read from now on is one line
in KINDS; what stands in no line is counted as not read yet.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import holidays

from mailaide.config.closed import public_holidays
from mailaide.core.closed import ClosedDays
from mailaide.core.mail import Role
from mailaide.core.project import Client, ComplaintPolicy, Fee, Milestone, Person, Practice, Project
from mailaide.core.reading.text.sums import sums
from mailaide.core.timeline import Fact
from mailaide.core.worktime import Span, Unit, WorkingHours

RECORDS = Path(__file__).parents[1] / "data" / "conversations.jsonl"
COUNTRIES = {
    "NL": ("NL", None, "Europe/Amsterdam"),
    "UK": ("GB", "ENG", "Europe/London"),
    "US": ("US", None, "America/New_York"),
    "DK": ("DK", None, "Europe/Copenhagen"),
    "ZA": ("ZA", None, "Africa/Johannesburg"),
}
"""How a record names a country → its holidays and its time."""

AT_WORK = {"NL": ("Good Friday",)}
"""Public holidays that are working days for the people of the records, as their configuration would say."""

ABROAD = ("Asia/Singapore",)
"""Where a person lives who does not live where the client does."""

Key = tuple[str, str, str]
"""Kind, message, figure: what must agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One message as the mail server gets it."""

    id: str
    role: Role
    at: datetime
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A record. `homes` names the projects a message may be filed in; `machines` are the automatic replies."""

    id: str
    practice: Practice
    mails: tuple[Mail, ...]
    expected: tuple[Mapping[str, Any], ...]
    homes: Mapping[str, frozenset[str]]
    machines: frozenset[str]


def load(path: Path = RECORDS) -> tuple[Conversation, ...]:
    """All conversations. The projects of the others are in each practice too, so that a message can go astray."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    owing_nothing = {
        project.key: replace(project, fees=(), cadence=None, starts=None)
        for record in records
        for project in _projects(record)
    }
    return tuple(_conversation(record, owing_nothing) for record in records)


def _conversation(record: Mapping[str, Any], strangers: Mapping[str, Project]) -> Conversation:
    projects = _projects(record)
    own = {project.key: project for project in projects}
    by_title = {project.title: project.key for project in projects}
    homes: dict[str, set[str]] = {}
    for fact in record["expected"]:
        if fact["message"] and "project" in fact:
            homes.setdefault(fact["message"], set()).add(by_title[fact["project"]])
    return Conversation(
        id=record["id"],
        practice=Practice(person=_person(record), projects=tuple({**strangers, **own}.values())),
        mails=tuple(sorted((_mail(message) for message in record["messages"]), key=lambda mail: mail.at)),
        expected=tuple(_with_days(record["expected"])),
        homes={one["id"]: frozenset(homes.get(one["id"], own)) for one in record["messages"]},
        machines=frozenset(fact["message"] for fact in record["expected"] if fact["what"].startswith("auto-reply")),
    )


def _with_days(facts: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """What became of a promise is told with its day, as the timeline does; a broken one of the mail that made it.

    One for each week has in each the day on which it was kept or not.
    """
    made: dict[str, Mapping[str, Any]] = {}
    for fact in facts:
        promise = made.get(fact.get("promise", ""))
        if fact["what"].startswith("promise made"):
            made[fact["promise"]] = fact
        if promise is None:
            yield fact
        else:
            made_by = {"message": promise["message"]} if fact["what"].startswith("promise broken") else {}
            due = fact["at"][:10] if promise["what"].endswith("recurring") else promise.get("due", "never")
            yield {**fact, **made_by, "what": f"{fact['what']}, due {due}"}


def _person(record: Mapping[str, Any]) -> Person:
    """Who sent what lies in Sent; at work Monday to Friday, nine to five, in the zone that their dates show."""
    sent = [message for message in record["messages"] if message["folder"] == "Sent"]
    senders = [parseaddr(message["from"]) for message in sent]
    country, part, at_home = COUNTRIES[record["project"]["country"]]
    dates = [datetime.fromisoformat(message["date"]) for message in sent]
    zones = [ZoneInfo(name) for name in (at_home, *ABROAD)]
    zone = next(one for one in zones if all(at.astimezone(one).utcoffset() == at.utcoffset() for at in dates))
    return Person(
        name=senders[0][0],
        addresses=tuple(dict.fromkeys(email for _, email in senders)),
        language=record["lang"],
        zone=zone,
        hours=WorkingHours(
            zone=zone,
            week={day: ((time(9), time(17)),) for day in range(5)},
            closed=ClosedDays(public=public_holidays(country, part), struck=_worked(country, dates)),
        ),
    )


def _worked(country: str, dates: Iterable[datetime]) -> frozenset[date]:
    """Public holidays on which these people are at work, of the years of these dates and the next."""
    years = {year for at in dates for year in (at.year, at.year + 1)}
    calendar = holidays.country_holidays(country, years=years, language="en_US")
    return frozenset(day for name in AT_WORK.get(country, ()) for day in calendar.get_named(name))


def _projects(record: Mapping[str, Any]) -> tuple[Project, ...]:
    told = [record["project"], *record.get("other_projects", ())]
    return tuple(_project(one, f"{record['id']}-{number}", record["lang"]) for number, one in enumerate(told))


def _project(told: Mapping[str, Any], key: str, language: str) -> Project:
    client = told["client"]
    return Project(
        key=key,
        title=told["title"],
        client=Client(
            key=key,
            name=client["name"],
            contact=client.get("contact", ""),
            addresses=tuple(client["addresses"]),
            language=language,
            zone=ZoneInfo(COUNTRIES[told["country"]][2]),
        ),
        account="work",
        starts=date.fromisoformat(told["start"]),
        milestones=tuple(Milestone(name=m["name"], on=date.fromisoformat(m["date"])) for m in told["milestones"]),
        fees=tuple(
            Fee(what=fee["what"], amount=Decimal(str(fee["amount"])), currency=fee["currency"]) for fee in told["fees"]
        ),
        revision_rounds=told["revision_rounds_included"],
        requirements=tuple(told["requirements"]),
        drawbacks=tuple(told["drawbacks"]),
        cadence=Span(amount=5, unit=Unit.WORKING_DAYS),
        complaints=ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS)),
    )


def _mail(message: Mapping[str, Any]) -> Mail:
    at = datetime.fromisoformat(message["date"])
    raw = EmailMessage(policy=SMTP)
    raw["From"] = message["from"]
    raw["To"] = ", ".join(message["to"])
    if message["cc"]:
        raw["Cc"] = ", ".join(message["cc"])
    raw["Subject"] = message["subject"]
    raw["Date"] = at
    raw["Message-ID"] = message["id"]
    if message["in_reply_to"]:
        raw["In-Reply-To"] = message["in_reply_to"]
    if message["references"]:
        raw["References"] = " ".join(message["references"])
    raw.set_content(message["body"])
    role = Role.SENT if message["folder"] == "Sent" else Role.INBOX
    return Mail(id=message["id"], role=role, at=at.astimezone(UTC), raw=raw.as_bytes())


# Scoring

_DAYS = re.compile(r"\bfor (\d+) working days")


def _nothing(_what: str) -> Sequence[str]:
    return ("",)


def _days(what: str) -> Sequence[str]:
    return _DAYS.findall(what)


def _end(what: str) -> Sequence[str]:
    """Which end of a round."""
    return re.findall(r"\b(?:requested|delivered)\b", what)


def _due(what: str) -> Sequence[str]:
    return re.findall(r"\bdue (\d{4}-\d\d-\d\d|never)", what)


def _sums(what: str) -> Sequence[str]:
    """Each sum that is named: a fact that tells of two is two."""
    return sorted({f"{price.amount.normalize():f}" for price in sums(what)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact that the timeline claims to know.

    `told` is how the records begin it, when they use other words; `figures` reads what has to agree in figures. Of a
    kind that they tell only here and there (`partly`) nothing more is wrong. A `denied` kind is found where the
    timeline tells none of it: the records call a message "not a complaint".
    """

    name: str
    told: str = ""
    figures: Callable[[str], Sequence[str]] = _nothing
    partly: bool = False
    denied: tuple[str, ...] = ()


KINDS = (
    Kind(name="complaint opened"),
    Kind(name="complaint repeated"),
    Kind(name="complaint reopened"),
    Kind(name="complaint answered"),
    Kind(name="reply blames the client"),
    Kind(name="holding reply"),
    Kind(name="fee disclosed", figures=_sums),
    Kind(name="automatic reply, ignored", told="auto-reply, ignored"),
    Kind(name="client writes from another address"),
    Kind(name="subject changed"),
    Kind(name="no news from us", figures=_days),
    Kind(name="question asked"),
    Kind(name="question answered"),
    Kind(name="revision round", figures=_end),
    Kind(name="revision delivered outside the rounds"),
    Kind(name="change requested after approval"),
    Kind(name="approval given"),
    Kind(name="conditional approval given"),
    Kind(name="fee disputed"),
    Kind(name="promise made, due", figures=_due),
    Kind(name="promise made, recurring"),
    Kind(name="promise made, no date", partly=True),
    Kind(name="promise kept", figures=_due),
    Kind(name="promise broken", figures=_due),
    Kind(name="promise moved", told="promise replaced", figures=_due),
    Kind(name="question left unanswered"),
    Kind(name="delivery made"),
    Kind(name="no approval after delivery", told="no approval"),
    Kind(name="fee accepted"),
    Kind(name="fee declined"),
    Kind(name="fee named only on the invoice", figures=_sums),
    Kind(name="fee dispute withdrawn"),
    Kind(name="praise"),
    Kind(name="thanks, no action", told="thanks"),
    Kind(name="not a complaint", denied=("complaint opened", "complaint repeated", "complaint reopened")),
    Kind(name="no complaint but haggling", told="negotiation, not a complaint", denied=("complaint opened",)),
    Kind(name="not an approval", denied=("approval given", "conditional approval given")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What became of the facts of one kind; each is given as kind, message and figure."""

    found: frozenset[Key] = frozenset()
    missed: frozenset[Key] = frozenset()
    wrong: frozenset[Key] = frozenset()

    def __add__(self, other: Score) -> Score:
        return Score(found=self.found | other.found, missed=self.missed | other.missed, wrong=self.wrong | other.wrong)

    @property
    def expected(self) -> int:
        return len(self.found) + len(self.missed)


def score(conversation: Conversation, claimed: Iterable[Fact]) -> dict[str, Score]:
    """How the facts claimed of one conversation compare with those that are told, by kind."""
    told = {key for fact in conversation.expected for key in _told(fact)}
    said = {key for fact in claimed for key in _said(fact)}
    scores = {}
    for kind in KINDS:
        right, ours = ({key for key in keys if key[0] == kind.name} for keys in (told, said))
        if kind.denied:
            ours = {key for key in right if not any((name, key[1], "") in said for name in kind.denied)}
        scores[kind.name] = Score(
            found=frozenset(right & ours),
            missed=frozenset(right - ours),
            wrong=frozenset() if kind.partly else frozenset(ours - right),
        )
    return scores


def not_read_yet(conversations: Iterable[Conversation]) -> Counter[str]:
    """How many facts there are of each kind that the timeline does not know."""
    whats = (fact["what"] for one in conversations for fact in one.expected if not _told(fact))
    return Counter(" ".join(re.sub(r"[:,(].*|\d+", "", what).split()) for what in whats)


def table(scores: Mapping[str, Score], unread: Counter[str]) -> list[str]:
    """The lines of the table, a total under it, and then what is not read yet."""
    rows = [(name, str(s.expected), *(str(len(x)) for x in (s.found, s.missed, s.wrong))) for name, s in scores.items()]
    total = sum(scores.values(), Score())
    rows.append(("total", str(total.expected), *(str(len(x)) for x in (total.found, total.missed, total.wrong))))
    heads = ("fact", "expected", "found", "missed", "wrong")
    lines = [f"{name:<36}" + "".join(f"{figure:>10}" for figure in figures) for name, *figures in (heads, *rows)]
    listed = ", ".join(f"{name} {count}" for name, count in unread.most_common())
    return [*lines, f"not read yet: {unread.total()} facts ({listed})"]


def _told(fact: Mapping[str, Any]) -> list[Key]:
    for kind in KINDS:
        if fact["what"].startswith(kind.told or kind.name):
            return [(kind.name, fact["message"] or fact["next"], figure) for figure in kind.figures(fact["what"])]
    return []


def _said(fact: Fact) -> list[Key]:
    """A fact that no kind knows is a key of its own, which is never right."""
    for kind in KINDS:
        if fact.what.startswith(kind.name):
            message = fact.message or fact.between[1]
            return [(kind.name, message, figure) for figure in kind.figures(fact.what)]
    raise AssertionError(f"the timeline tells {fact.what!r}, and KINDS has no line for it")
