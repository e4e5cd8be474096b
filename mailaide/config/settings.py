"""What the configuration says beside the core's own words: plain values, checked, with paths resolved.

Nothing here holds a password; a push channel's URL does, so it is kept out of every `repr`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from mailaide.core.brakes import Limits
from mailaide.core.mail import Role
from mailaide.core.project import Practice


class Tls(StrEnum):
    """How the connection to a server is kept private."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"
    """Not at all; the configuration allows it for this machine only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthSettings:
    """How an account gets access tokens: from the provider's endpoint, as this client, or from a command.

    `authorization_endpoint` is the page on which the person lets us in, for `consent_scope`; its answer comes to this
    computer under the name `redirect_host`.
    """

    endpoint: str = ""
    client_id: str = ""
    scope: str = ""
    authorization_endpoint: str = ""
    consent_scope: str = ""
    redirect_host: str = "127.0.0.1"
    client_secret_file: Path | None = None
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSettings:
    """One mail account. `folders` holds only the names the person gave; the others the server tells.

    `password_file` is one of several ways to supply the password; it may be missing when another is used.
    """

    name: str
    host: str
    port: int
    user: str
    tls: Tls = Tls.IMPLICIT
    ca_file: Path | None = None
    folders: tuple[tuple[Role, str], ...] = ()
    password_file: Path | None = None
    oauth: OAuthSettings | None = None
    push: bool = True

    def folder(self, role: Role) -> str:
        """The name the person gave for this role, or the empty string."""
        return dict(self.folders).get(role, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSettings:
    """Where alerts go: the person's own INBOX, and push channels as Apprise URLs, there with their words or without.

    An account that could not be read for `blind_after_minutes` is told of over the push channels.
    """

    inbox: bool = True
    apprise: tuple[str, ...] = field(default=(), repr=False)
    push_words: bool = False
    blind_after_minutes: int = 30
    wording: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncSettings:
    """How often mail is read, how many days back the first time, and how much of an account in a day."""

    poll_seconds: int = 60
    since_days: int = 365
    megabytes_per_day: int = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSettings:
    """A language model to ask. `elsewhere`: it is on another machine, which the person allowed by name."""

    url: str
    model: str
    timeout_seconds: int
    elsewhere: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSettings:
    """A database server to remember in. The password may stand in other places than `password_file`, or be none."""

    url: str
    password_file: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration, ready to use. `source` is the file it was read from."""

    practice: Practice
    accounts: tuple[AccountSettings, ...]
    alerts: AlertSettings
    sync: SyncSettings
    reader: ReaderSettings | None = None
    store: StoreSettings | None = None
    limits: Limits
    state_directory: Path
    templates_directory: Path | None
    source: Path

    def account(self, name: str) -> AccountSettings:
        """The account of that name; KeyError when there is none."""
        for account in self.accounts:
            if account.name == name:
                return account
        raise KeyError(name)
