"""The shape of the configuration file: which keys there are and what may stand under each.

One class a section; what depends on several places is checked in `checks`. The docstrings under the fields are
what an editor shows (see `json_schema`), the comments in `config.example.yaml` are for the person who starts.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from mailaide.config.fields import (
    Amount,
    Cadence,
    ClientDomain,
    ClientLanguage,
    Currency,
    Day,
    Duration,
    EmailAddress,
    Key,
    Language,
    Progress,
    PushUrl,
    Quiet,
    ReaderUrl,
    Slots,
    StoreUrl,
    Text,
    TimeZone,
    TokenEndpoint,
    Weight,
    a_week,
    key_words,
)
from mailaide.core.hosts import is_this_computer


class Section(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True, hide_input_in_errors=True
    )

    @model_validator(mode="before")
    @classmethod
    def _leave_out_what_has_no_value(cls, written: object) -> object:
        """`tag:` with nothing after it is a line that was not filled in."""
        return (
            {key: value for key, value in written.items() if value is not None}
            if isinstance(written, dict)
            else written
        )


class Away(Section):
    first: Day = Field(alias="from")
    """The first day away."""
    last: Day = Field(alias="to")
    """The last day away."""


class Holidays(Section):
    country: Text
    """Two letters: NL, DE, BE, GB."""
    region: Text | None = None
    """A part of the country with holidays of its own, such as BY for Bavaria."""
    add: list[Day] = []
    """Days that count as a holiday for you."""
    strike: list[Day] = []
    """Public holidays on which you work."""


class PersonSection(Section):
    name: Text
    """Your name as clients know it."""
    addresses: Annotated[list[EmailAddress], Field(min_length=1)]
    """Every address you write from; drafts come from the first."""
    signature: Text | None = None
    """What stands under each draft."""
    signature_file: Text | None = None
    """A text file with the signature, instead of `signature`."""
    language: Language = "en"
    """The language of drafts and alerts unless a client has its own."""
    time_zone: TimeZone
    """Where you work."""
    working_hours: Annotated[dict[str, list[Slots]], AfterValidator(a_week)] = Field(
        default={"mon-fri": ["09:00-17:00"]}, validate_default=True
    )
    """Days or ranges of days, each with stretches of time."""
    holidays: Holidays | None = None
    """Public holidays; left out, no day is a holiday."""
    away: list[Away] = []
    """Days on which you do not work."""


class Folders(Section):
    """Names of folders; only needed when the server does not say which folder is which."""

    sent: Text | None = None
    drafts: Text | None = None
    trash: Text | None = None
    archive: Text | None = None


class OAuthSection(Section):
    """For a mail provider that takes no password from programs. The refresh token is kept where a password would be."""

    provider: Literal["google", "microsoft"] | None = None
    """Whose endpoint and scope to use; or name token_endpoint yourself."""
    client_id: Text
    """The id of the application that you registered with the provider."""
    client_secret_file: Text | None = None
    """A file with the application's own secret, when the provider gave it one (Google does)."""
    token_endpoint: TokenEndpoint | None = None
    """Where access tokens are given, at another provider."""
    authorization_endpoint: TokenEndpoint | None = None
    """The page on which you let mailaide in, at another provider; only `mailaide connect` needs it."""
    scope: Text | None = None
    """What access is asked for, when the provider wants to hear it; left out, that of the provider named."""

    @model_validator(mode="after")
    def _somewhere_to_ask(self) -> Self:
        if (self.provider is None) == (self.token_endpoint is None):
            raise ValueError('write either "provider" or "token_endpoint"')
        return self


class AccountSection(Section):
    host: Text
    """The server for incoming mail (IMAP)."""
    port: Annotated[int, Field(ge=1, le=65535)] = 993
    """993 unless your provider says otherwise."""
    user: Text
    """Often your address."""
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    """implicit for port 993, starttls for port 143, none only on this computer."""
    ca_file: Text | None = None
    """A certificate to trust, when the server has its own."""
    folders: Folders = Field(default={}, validate_default=True)
    """Names of folders, when the server does not tell them."""
    password_file: Text | None = None
    """A file with nothing but the password; the key ring is safer."""
    oauth: OAuthSection | None = None
    """Log in by OAuth instead of a password."""
    token_command: Text | None = None
    """A command that prints an access token, instead of oauth."""
    alarms: Literal["strict", "normal", "cautious"] = "normal"
    """How sure a complaint must be: strict for few alarms, cautious for rather one too many."""
    push: bool = True
    """Be told of new mail at once, over a second connection (IDLE)."""
    authserv_id: Text | None = None
    """How your server names itself in Authentication-Results fields; then forged senders are noticed."""

    def is_local(self) -> bool:
        """Whether the host is this computer."""
        return is_this_computer(self.host)


class ColleagueSection(Section):
    name: Text | None = None
    """Who it is."""
    addresses: Annotated[list[EmailAddress], Field(min_length=1)]
    """Every address they write from."""
    speaks_for_us: bool = False
    """Whether their mail to a client counts as your answer."""


class PersonAtClientSection(Section):
    address: EmailAddress
    """Where they write from; it need not be under `addresses` as well."""
    name: Text | None = None
    """Who it is."""
    role: Text | None = None
    """What they do there, in your words: decides, pays, checks the texts."""


class ClientSection(Section):
    name: Text
    """The person or company you work for."""
    contact: Text | None = None
    """Whom you write to."""
    greeting: Text | None = None
    """The name after "Dear", when it is not the contact's."""
    addresses: Annotated[list[EmailAddress], Field(min_length=1)]
    """Addresses this client writes from."""
    domains: list[ClientDomain] = []
    """Domains that belong to this client alone."""
    people: list[PersonAtClientSection] = []
    """Those you deal with there, each with their role."""
    language: ClientLanguage | None = None
    """The language of your letters to them; left out, yours."""
    form: Literal["formal", "informal"] = "formal"
    """u or je, Sie or du, vous or tu, usted or tú."""
    time_zone: TimeZone | None = None
    """Left out: yours."""


class MilestoneSection(Section):
    name: Text
    """What will be there."""
    date: Day
    """When it will be there."""
    done: Day | None = None
    """The day it was there."""


class FeeSection(Section):
    what: Text
    """What is paid for."""
    amount: Amount
    """The price, like 95 or 95.50."""
    currency: Currency
    """Three letters."""
    unit: Text | None = None
    """hour, page, ...; left out, the amount is a fixed price."""
    condition: Text | None = None
    """When it is owed."""
    tax: Text | None = None
    """How tax is treated."""


class ComplaintsSection(Section):
    answer_within: Duration
    """The time in which a complaint gets a real answer."""
    warn_after: Duration | None = None
    """When you are first alerted; left out, at half of that time."""
    repeat_every: Duration | None = None
    """How long until you are alerted again, once the time has passed."""
    repeats: Annotated[int, Field(ge=0, le=20)] | None = None
    """How often at most."""


class ProjectSection(Section):
    client: Text
    """One of the names under `clients`."""
    title: Text
    """What you call it towards the client."""
    tag: Text | None = None
    """A mail with this in square brackets in its subject belongs to this project."""
    keywords: Annotated[dict[str, Weight], AfterValidator(key_words)] = {}
    """Words that only this one of the client's projects is spoken of with, each with its weight from 1 to 10."""
    account: Text | None = None
    """Where the drafts are put; left out, your first account."""
    starts: Day | None = None
    """The first day."""
    ends: Day | None = None
    """The last day; after it no status updates are written."""
    milestones: list[MilestoneSection] = []
    """What will be there, and when."""
    fees: list[FeeSection] = []
    """What it costs."""
    revision_rounds: Annotated[int, Field(ge=0, le=1000)] | None = None
    """Rounds of changes in the price."""
    requirements: list[Text] = []
    """What you need from the client."""
    drawbacks: list[Text] = []
    """What the client should know beforehand."""
    remedies: list[Text] = []
    """Ways out you are ready to offer after a complaint."""
    cadence: Cadence = Field(default=None)
    """The longest time without a word from you; "never" for no status updates. Left out: as under `policy`."""
    complaints: ComplaintsSection | None = None
    """Left out: as under `policy`."""
    answer_within: Duration | None = None
    """The time in which any other message gets an answer. Left out: as under `policy`."""
    approve_within: Duration | None = None
    """How long a client may take to say yes or no before you remind them. Left out: as under `policy`."""
    progress: list[Progress] = []
    """The steps of the work, for status updates: "[x] texts", "[ ] photos"."""
    next_step: Text | None = None
    """What you will do next."""


class PolicySection(Section):
    """What holds for every project that does not say otherwise."""

    cadence: Cadence = Field(default="5 working days", validate_default=True)
    """The longest time without a word from you; "never" for no status updates."""
    complaints: ComplaintsSection = Field(default={"answer_within": "8 working hours"}, validate_default=True)
    """How complaints are handled."""
    answer_within: Duration = Field(default="2 working days", validate_default=True)
    """The time in which any other message that expects an answer gets one."""
    approve_within: Duration = Field(default="3 working days", validate_default=True)
    """How long a client may take to say yes or no before you remind them."""


class AlertsSection(Section):
    inbox: bool = True
    """Put alerts in your own inbox."""
    apprise: list[PushUrl] = []
    """Push messages: Apprise URLs."""
    push_words: bool = False
    """Push what an alert says, your clients' words with it, and not its subject only: others may run the channel."""
    blind_after_minutes: Annotated[int, Field(ge=5, le=10_080)] = 30
    """How long an account may stay unread before that is an alert of its own."""
    quiet_hours: Quiet = Field(default="22:00-07:00", validate_default=True)
    """When nothing is told, in your time zone; "none" for never."""
    wording: bool = True
    """Tell you once of words in a draft you are working on that you may regret."""


class ReaderSection(Section):
    """A language model that you run yourself and that is asked about clients' messages, beside the built-in ear."""

    url: ReaderUrl
    """Where it listens: the OpenAI-compatible address of Ollama, llama.cpp and others."""
    model: Text
    """Which model it is to use."""
    timeout_seconds: Annotated[int, Field(ge=1, le=30)] = 20
    """How long an answer may take."""
    allow_host: Text | None = None
    """The host in `url`, once more, when it is not this computer: clients' mail is sent to it."""

    @model_validator(mode="after")
    def _stays_here_unless_allowed(self) -> Self:
        host = urlsplit(self.url).hostname or ""
        if is_this_computer(host):
            return self
        if (self.allow_host or "").lower() != host:
            raise ValueError(
                f'clients\' mail would be sent to "{host}", which is not this computer; if that is what you want, '
                f'write "allow_host: {host}" below the url'
            )
        if not self.url.startswith("https:"):
            raise ValueError(f'clients\' mail could be read on its way to "{host}"; write https')
        return self


class StoreSection(Section):
    """A PostgreSQL database in which mailaide remembers, instead of a file in the state directory."""

    url: StoreUrl
    """Where it is, and as whom to log in; the password stands elsewhere."""
    password_file: Text | None = None
    """A file whose first line is the password; else a systemd credential or the keyring, if it needs one."""


class SyncSection(Section):
    poll_seconds: Annotated[int, Field(ge=1, le=86_400)] = 60
    """How often mail is read."""
    since_days: Annotated[int, Field(ge=1, le=36_500)] = 365
    """How far back mail is read the first time."""


class LimitsSection(Section):
    drafts_per_day: Annotated[int, Field(ge=1, le=10_000)] = 20
    """No more drafts a day than this."""
    drafts_at_first: Annotated[int, Field(ge=1, le=10_000)] = 5
    """No more drafts a day than this in the first week."""
    letters_per_week: Annotated[int, Field(ge=1, le=100)] = 3
    """No more letters to one client in a week than this; replies do not count."""
    backlog_days: Annotated[int, Field(ge=1, le=36_500)] = 30
    """Nothing is written about what happened longer ago."""
    megabytes_per_day: Annotated[int, Field(ge=10, le=1_000_000)] = 1_500
    """No more is read from an account in a day than this."""


class Root(Section):
    version: Literal[1]
    """The version of this format."""
    person: PersonSection
    """You."""
    accounts: Annotated[dict[Key, AccountSection], Field(min_length=1)]
    """Your mail accounts, each under a name you choose."""
    colleagues: dict[Key, ColleagueSection] = {}
    """Those you work with, each under a name you choose."""
    clients: dict[Key, ClientSection] = {}
    """Those you work for, each under a name you choose."""
    projects: dict[Key, ProjectSection] = {}
    """Your projects, each under a name you choose; or a file each in projects.d."""
    policy: PolicySection = Field(default={}, validate_default=True)
    """What holds for every project that does not say otherwise."""
    alerts: AlertsSection = Field(default={}, validate_default=True)
    """Where alerts go."""
    reader: ReaderSection | None = None
    """A language model of your own that helps to hear complaints; left out, none is asked."""
    sync: SyncSection = Field(default={}, validate_default=True)
    """How mail is read."""
    limits: LimitsSection = Field(default={}, validate_default=True)
    """Brakes."""
    store: StoreSection | None = None
    """A database server to remember in; left out, a file in the state directory."""
    state_directory: Text | None = None
    """Where mailaide remembers what it did."""
    templates_directory: Text | None = None
    """Your own letters, instead of those that come with mailaide."""
