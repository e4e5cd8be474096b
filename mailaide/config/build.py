"""The checked sections as the values the rest of the program works with: defaults filled in, paths resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from mailaide.config import values
from mailaide.config.closed import public_holidays
from mailaide.config.model import (
    AccountSection,
    ClientSection,
    ColleagueSection,
    ComplaintsSection,
    Folders,
    PersonSection,
    PolicySection,
    ProjectSection,
    ReaderSection,
    Root,
    StoreSection,
)
from mailaide.config.settings import (
    AccountSettings,
    AlertSettings,
    Config,
    OAuthSettings,
    ReaderSettings,
    StoreSettings,
    SyncSettings,
    Tls,
)
from mailaide.core.brakes import Limits
from mailaide.core.closed import ClosedDays
from mailaide.core.hosts import is_this_computer
from mailaide.core.mail import Role
from mailaide.core.project import (
    Client,
    Colleague,
    ComplaintPolicy,
    Contact,
    Fee,
    Form,
    Milestone,
    Person,
    Practice,
    Project,
)
from mailaide.core.reading.ear.levels import Budget
from mailaide.core.worktime import QuietHours, WorkingHours

OAUTH = {
    "google": OAuthSettings(
        endpoint="https://oauth2.googleapis.com/token",
        # Only who asks for both is given a refresh token each time.
        authorization_endpoint="https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent",
        consent_scope="https://mail.google.com/",
    ),
    "microsoft": OAuthSettings(
        endpoint="https://login.microsoftonline.com/common/oauth2/v2.0/token",
        scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        authorization_endpoint="https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        consent_scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        redirect_host="localhost",  # the only one for which it does not look at the port
    ),
}
"""What is known of providers; Google wants to hear a scope when it asks the person, and none later."""


def build(root: Root, *, source: Path, signature: str, environment: Mapping[str, str]) -> Config:
    """`source` is absolute; other paths are taken from its folder."""
    folder = source.parent
    colleagues = tuple(a_colleague(key, section) for key, section in root.colleagues.items())
    person = a_person(root.person, signature=signature, quiet=root.alerts.quiet_hours)
    person = replace(person, colleagues=colleagues)
    clients = {key: a_client(key, section, person) for key, section in root.clients.items()}
    first_account = next(iter(root.accounts))
    projects = tuple(
        a_project(key, section, clients[section.client], root.policy, first_account)
        for key, section in root.projects.items()
    )
    return Config(
        practice=Practice(
            person=person,
            projects=projects,
            authserv_ids=tuple((name, one.authserv_id) for name, one in root.accounts.items() if one.authserv_id),
            budgets=tuple((name, Budget(one.alarms)) for name, one in root.accounts.items()),
        ),
        accounts=tuple(an_account(name, section, folder) for name, section in root.accounts.items()),
        alerts=AlertSettings(
            inbox=root.alerts.inbox,
            apprise=tuple(root.alerts.apprise),
            push_words=root.alerts.push_words,
            blind_after_minutes=root.alerts.blind_after_minutes,
            wording=root.alerts.wording,
        ),
        sync=SyncSettings(
            poll_seconds=root.sync.poll_seconds,
            since_days=root.sync.since_days,
            megabytes_per_day=root.limits.megabytes_per_day,
        ),
        reader=a_reader(root.reader) if root.reader else None,
        store=a_store(root.store, folder) if root.store else None,
        limits=Limits(**root.limits.model_dump(exclude={"megabytes_per_day"})),
        state_directory=resolved(root.state_directory, folder) or default_state_directory(environment),
        templates_directory=resolved(root.templates_directory, folder),
        source=source,
    )


def a_person(section: PersonSection, *, signature: str, quiet: values.Slot | None) -> Person:
    holidays, zone = section.holidays, section.time_zone
    closed = ClosedDays(
        public=public_holidays(holidays.country, holidays.region) if holidays else {},
        added=frozenset(holidays.add if holidays else ()),
        struck=frozenset(holidays.strike if holidays else ()),
        away=tuple((away.first, away.last) for away in section.away),
    )
    return Person(
        name=section.name,
        addresses=tuple(section.addresses),
        signature=signature,
        language=section.language,
        zone=zone,
        hours=WorkingHours(zone=zone, week=values.week(section.working_hours), closed=closed),
        quiet=QuietHours(zone=zone, begins=quiet[0], ends=quiet[1]) if quiet else None,
    )


def a_colleague(key: str, section: ColleagueSection) -> Colleague:
    return Colleague(name=section.name or key, addresses=tuple(section.addresses), speaks_for_us=section.speaks_for_us)


def a_client(key: str, section: ClientSection, person: Person) -> Client:
    return Client(
        key=key,
        name=section.name,
        contact=section.contact or "",
        greeting=section.greeting or "",
        addresses=tuple(dict.fromkeys((*section.addresses, *(one.address for one in section.people)))),
        domains=tuple(section.domains),
        people=tuple(Contact(email=one.address, name=one.name or "", role=one.role or "") for one in section.people),
        language=section.language or person.language,
        form=Form(section.form),
        zone=section.time_zone or person.zone,
    )


def a_project(key: str, section: ProjectSection, client: Client, policy: PolicySection, first_account: str) -> Project:
    return Project(
        key=key,
        title=section.title,
        client=client,
        account=section.account or first_account,
        tag=section.tag or "",
        keywords=tuple(section.keywords.items()),
        starts=section.starts,
        ends=section.ends,
        milestones=tuple(Milestone(name=one.name, on=one.date, done=one.done) for one in section.milestones),
        fees=tuple(
            Fee(
                what=fee.what,
                amount=fee.amount,
                currency=fee.currency,
                unit=fee.unit or "",
                condition=fee.condition or "",
                tax=fee.tax or "",
            )
            for fee in section.fees
        ),
        revision_rounds=section.revision_rounds,
        requirements=tuple(section.requirements),
        drawbacks=tuple(section.drawbacks),
        remedies=tuple(section.remedies),
        # "never" is None as well, but it was written
        cadence=section.cadence if "cadence" in section.model_fields_set else policy.cadence,
        complaints=a_complaint_policy(section.complaints or policy.complaints, policy.complaints),
        answer_within=section.answer_within or policy.answer_within,
        approve_within=section.approve_within or policy.approve_within,
        progress=tuple(section.progress),
        next_step=section.next_step or "",
    )


def a_complaint_policy(section: ComplaintsSection, common: ComplaintsSection) -> ComplaintPolicy:
    """What a project leaves out is as under `policy`; a warning belongs to the time that stands beside it."""
    usual = ComplaintPolicy(answer_within=section.answer_within)
    repeats = section.repeats if section.repeats is not None else common.repeats
    return ComplaintPolicy(
        answer_within=section.answer_within,
        warn_after=section.warn_after,
        repeat_every=section.repeat_every or common.repeat_every or usual.repeat_every,
        repeats=usual.repeats if repeats is None else repeats,
    )


def an_account(name: str, section: AccountSection, folder: Path) -> AccountSettings:
    named = ((role, getattr(section.folders, role.value)) for role in Role if role.value in Folders.model_fields)
    return AccountSettings(
        name=name,
        host=section.host,
        port=section.port,
        user=section.user,
        tls=Tls(section.tls),
        ca_file=resolved(section.ca_file, folder),
        folders=tuple((role, given) for role, given in named if given),
        password_file=resolved(section.password_file, folder),
        oauth=an_oauth(section, folder),
        push=section.push,
    )


def an_oauth(section: AccountSection, folder: Path) -> OAuthSettings | None:
    if section.token_command is not None:
        return OAuthSettings(command=section.token_command)
    given = section.oauth
    if given is None:
        return None
    known = OAUTH.get(given.provider or "", OAuthSettings())
    return replace(
        known,
        endpoint=given.token_endpoint or known.endpoint,
        client_id=given.client_id,
        scope=given.scope or known.scope,
        authorization_endpoint=given.authorization_endpoint or known.authorization_endpoint,
        consent_scope=given.scope or known.consent_scope,
        client_secret_file=resolved(given.client_secret_file, folder),
    )


def a_reader(section: ReaderSection) -> ReaderSettings:
    return ReaderSettings(
        url=section.url,
        model=section.model,
        timeout_seconds=section.timeout_seconds,
        elsewhere=not is_this_computer(urlsplit(section.url).hostname or ""),
    )


def a_store(section: StoreSection, folder: Path) -> StoreSettings:
    return StoreSettings(url=section.url, password_file=resolved(section.password_file, folder))


def resolved(written: str | None, folder: Path) -> Path | None:
    """An absolute path; `~` is the home folder."""
    return None if written is None else folder / Path(written).expanduser()


def default_state_directory(environment: Mapping[str, str]) -> Path:
    """systemd's, which may name several, else the desktop's, else ~/.local/state/mailaide."""
    if service := environment.get("STATE_DIRECTORY"):
        return Path(service.partition(":")[0])
    if desktop := environment.get("XDG_STATE_HOME"):
        return Path(desktop) / "mailaide"
    return Path.home() / ".local" / "state" / "mailaide"
