"""What no single value can show: that names lead somewhere, that dates are in order, that nothing is claimed twice.

Works on the sections that are sound by themselves, so one report holds these problems beside all others.
A name whose own section has a problem counts as there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mailaide.config.closed import public_holidays
from mailaide.config.model import (
    AccountSection,
    ClientSection,
    ColleagueSection,
    ComplaintsSection,
    PersonSection,
    PolicySection,
    ProjectSection,
)
from mailaide.config.yaml_lines import Path
from mailaide.core.worktime import Span, Unit

Finding = tuple[Path, str]
WORKING = frozenset({Unit.WORKING_HOURS, Unit.WORKING_DAYS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The sections without a problem of their own; `names` are those given per kind, sound or not."""

    person: PersonSection | None
    policy: PolicySection | None
    accounts: Mapping[str, AccountSection]
    clients: Mapping[str, ClientSection]
    projects: Mapping[str, ProjectSection]
    names: Mapping[str, frozenset[str]]
    colleagues: Mapping[str, ColleagueSection]
    where: Callable[[Path], str]
    """Where a path stands, as file:line:column."""


def findings(sound: Sound) -> Iterator[Finding]:
    if sound.person is not None:
        yield from _person(sound.person)
    yield from _accounts(sound.accounts)
    yield from _addresses(sound)
    if sound.policy is not None:
        yield from _ladder(("policy", "complaints"), sound.policy.complaints)
    for key, project in sound.projects.items():
        yield from _names(("projects", key), project, sound.names)
        if project.complaints is not None:
            yield from _ladder(("projects", key, "complaints"), project.complaints)
        yield from _dates(("projects", key), project)
    yield from _called(sound.projects)


def _person(person: PersonSection) -> Iterator[Finding]:
    if person.signature is not None and person.signature_file is not None:
        yield ("person", "signature_file"), 'there is a "signature" as well; keep one of the two'
    for position, address in enumerate(person.addresses):
        if address in person.addresses[:position]:
            yield ("person", "addresses", position), f'"{address}" is given twice'
    if person.holidays is not None:
        try:
            public_holidays(person.holidays.country, person.holidays.region)
        except ValueError as error:
            yield ("person", "holidays"), str(error)
    for position, away in enumerate(person.away):
        if away.last < away.first:
            yield ("person", "away", position), f'"to" ({away.last}) is before "from" ({away.first})'


def _accounts(accounts: Mapping[str, AccountSection]) -> Iterator[Finding]:
    for name, account in accounts.items():
        if account.tls == "none" and not account.is_local():
            yield (
                ("accounts", name, "tls"),
                "without TLS the password could be read on its way; write implicit or starttls "
                "(none is only for a server on this computer)",
            )
        if account.oauth is not None and account.token_command is not None:
            yield ("accounts", name, "token_command"), 'there is "oauth" as well; keep one of the two'


def _addresses(sound: Sound) -> Iterator[Finding]:
    """Whose mail it is must be plain from the address alone."""
    own = frozenset(sound.person.addresses if sound.person else ())
    colleagues = [
        (("colleagues", key, "addresses", position), address)
        for key, colleague in sound.colleagues.items()
        for position, address in enumerate(colleague.addresses)
    ]
    clients = [claim for key, client in sound.clients.items() for claim in _of_client(key, client)]
    for path, address in (*colleagues, *clients):
        if address in own:
            yield path, f'"{address}" is your own address (see person.addresses)'
    yield from _twice(colleagues, "an address of a colleague", sound.where)
    taken = {address: path for path, address in reversed(colleagues)}
    for path, address in clients:
        if address in taken:
            at = taken[address]
            yield path, f'"{address}" is the address of your colleague {at[1]} ({sound.where(at)}); keep one of the two'
    yield from _twice(clients, "an address of a client", sound.where)
    domains = [
        (("clients", key, "domains", position), domain)
        for key, client in sound.clients.items()
        for position, domain in enumerate(client.domains)
    ]
    yield from _twice(domains, "a domain of a client", sound.where)


def _of_client(key: str, client: ClientSection) -> Iterator[tuple[Path, str]]:
    """Every address once; somebody among `people` may stand under `addresses` too."""
    yield from ((("clients", key, "addresses", position), one) for position, one in enumerate(client.addresses))
    for position, one in enumerate(client.people):
        if one.address not in client.addresses:
            yield ("clients", key, "people", position, "address"), one.address


def _twice(claims: Iterable[tuple[Path, str]], what: str, where: Callable[[Path], str]) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, value in claims:
        if value in first:
            at = first[value]
            yield path, f'"{value}" is {what} already (under {at[1]}, {where(at)}); keep one of the two'
        first.setdefault(value, path)


def _names(path: Path, project: ProjectSection, names: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    if project.client not in names["clients"]:
        yield (*path, "client"), f'there is no client "{project.client}"; {_there_are(names["clients"])}'
    if project.account is not None and project.account not in names["accounts"]:
        yield (*path, "account"), f'there is no account "{project.account}"; {_there_are(names["accounts"])}'


def _there_are(names: frozenset[str]) -> str:
    return f"there is {', '.join(sorted(names))}" if names else "there is none yet"


def _ladder(path: Path, complaints: ComplaintsSection) -> Iterator[Finding]:
    """A warning comes before the time is up. Working time and time of the clock cannot be compared here."""
    warn, answer = complaints.warn_after, complaints.answer_within
    if warn is not None and (warn.unit in WORKING) == (answer.unit in WORKING) and _hours(warn) >= _hours(answer):
        yield (*path, "warn_after"), f"{warn} is not before the time is up (answer_within is {answer})"


def _hours(span: Span) -> int:
    """A working day is taken to have eight working hours."""
    return span.amount * {Unit.HOURS: 1, Unit.DAYS: 24, Unit.WORKING_HOURS: 1, Unit.WORKING_DAYS: 8}[span.unit]


def _dates(path: Path, project: ProjectSection) -> Iterator[Finding]:
    starts, ends = project.starts, project.ends
    if starts is not None and ends is not None and ends < starts:
        yield (*path, "ends"), f"{ends} is before the project starts ({starts})"
    for position, milestone in enumerate(project.milestones):
        if starts is not None and milestone.date < starts:
            yield (
                (*path, "milestones", position, "date"),
                f'"{milestone.name}" on {milestone.date} is before the project starts ({starts})',
            )
        if starts is not None and milestone.done is not None and milestone.done < starts:
            yield (
                (*path, "milestones", position, "done"),
                f'"{milestone.name}" was done on {milestone.done}, before the project starts ({starts})',
            )
    # A milestone is known by its name, in letters and in what was said about it before.
    seen: set[str] = set()
    for position, milestone in enumerate(project.milestones):
        if milestone.name.casefold() in seen:
            yield (*path, "milestones", position, "name"), f'two milestones are called "{milestone.name}"'
        seen.add(milestone.name.casefold())


def _called(projects: Mapping[str, ProjectSection]) -> Iterator[Finding]:
    """A folder, a keyword and a plus-address name a project by its tag or its key, in capitals or not."""
    first: dict[str, tuple[str, str]] = {}
    for key in projects:
        if key.casefold() in first:
            yield ("projects", key), f'"{key}" differs from {first[key.casefold()][1]} only in capitals'
        first.setdefault(key.casefold(), ("the name", key))
    for key, project in projects.items():
        if project.tag is None:
            continue
        path: Path = ("projects", key, "tag")
        if set("[]") & set(project.tag):
            yield path, f'write the tag without brackets: "{project.tag.strip("[] ")}"'
        what, owner = first.setdefault(project.tag.casefold(), ("the tag", key))
        if owner != key:
            yield path, f'"{project.tag}" is {what} of {owner} already'
