"""The composition root: adapters made from the configuration, and the cycle that works with them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.meter import Meter
from mailaide.adapters.imap.push import Opener, opener
from mailaide.adapters.imap.session import Account
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.marks_file import MarksFile
from mailaide.adapters.notify import AppriseNotifier
from mailaide.adapters.progress import LogProgress
from mailaide.adapters.secrets import Passwords
from mailaide.adapters.state import StateDirectory
from mailaide.adapters.store.sql import SqlStore
from mailaide.config import AccountSettings, Config
from mailaide.core.reading.ear.ear import Ear
from mailaide.cycle import Cycle, Terms, World
from mailaide.errors import SecretMissing, StoreError
from mailaide.ports import Letters, Notifier, Progress, Secrets
from mailaide.service.store import opened
from mailaide.steps import notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A wired cycle with what must be closed after it."""

    cycle: Cycle
    mailboxes: dict[str, ImapMailbox]
    store: SqlStore
    letters: Letters
    notifier: Notifier | None
    meters: dict[str, Meter]

    def keep_meter(self, account: str) -> None:
        """Have what was read from the account counted on after a restart."""
        with contextlib.suppress(StoreError):  # it is told by whatever needs the store more
            record = self.meters[account].record()
            if record != self.store.recalled(notes.read_from(account)):
                self.store.remember(notes.read_from(account), record)

    def close(self) -> None:
        for account in self.meters:
            self.keep_meter(account)
        for mailbox in self.mailboxes.values():
            mailbox.close()
        self.store.close()


def secrets(config: Config) -> Secrets:
    """Where the accounts' passwords and access tokens come from."""
    passwords = Passwords({one.name: one.password_file for one in config.accounts if one.password_file})
    by_oauth = {one.name: one.oauth for one in config.accounts if one.oauth}
    if not by_oauth:
        return passwords
    from mailaide.adapters.oauth import AccessTokens, Endpoint  # noqa: PLC0415  # most people have none

    StateDirectory(config.state_directory)  # made for this user only, before a token lies in it
    return AccessTokens(
        passwords,
        config.state_directory,
        endpoints={
            name: Endpoint(
                url=one.endpoint, client_id=one.client_id, scope=one.scope, secret_file=one.client_secret_file
            )
            for name, one in by_oauth.items()
            if one.endpoint
        },
        commands={name: one.command for name, one in by_oauth.items() if one.command},
    )


def connect(config: Config, account: str, show: Callable[[str], None]) -> None:
    """Have the person let us into the mailbox; `show` is given the page to open. Raises ConsentLost and others."""
    from mailaide.adapters.oauth import AccessTokens  # noqa: PLC0415  # most people have none
    from mailaide.adapters.oauth_consent import Consent, refresh_token  # noqa: PLC0415  # or were let in long ago

    settings, keys = config.account(account), secrets(config)
    if settings.oauth is None or not isinstance(keys, AccessTokens):
        raise SecretMissing(account, "it does not log in by OAuth. Nothing was changed.")
    consent = Consent(
        page=settings.oauth.authorization_endpoint,
        scope=settings.oauth.consent_scope,
        user=settings.user,
        host=settings.oauth.redirect_host,
    )
    keys.connect(account, lambda endpoint: refresh_token(account, endpoint, consent, show))


def mailbox(settings: AccountSettings, keys: Secrets, meter: Meter | None = None) -> ImapMailbox:
    """The mailbox of one account; it connects when it is first asked for something."""
    return ImapMailbox(_account(settings), partial(keys.password, settings.name), meter=meter)


def _account(settings: AccountSettings) -> Account:
    return Account(
        name=settings.name,
        host=settings.host,
        port=settings.port,
        user=settings.user,
        tls=settings.tls.value,
        ca_file=settings.ca_file,
        oauth=settings.oauth is not None,
        folder_names=dict(settings.folders),
    )


def openers(config: Config) -> dict[str, Opener]:
    """How to connect each account that is to be told of new mail at once."""
    keys = secrets(config)
    return {one.name: opener(_account(one), partial(keys.password, one.name)) for one in config.accounts if one.push}


def ear(config: Config) -> Ear:
    """The built-in one, or one that also asks the person's own language model."""
    if config.reader is None:
        return built_in()
    from mailaide.adapters.language_model import Endpoint, ModelEar  # noqa: PLC0415  # most people have none

    asked = config.reader
    endpoint = Endpoint(
        url=asked.url, model=asked.model, timeout=float(asked.timeout_seconds), elsewhere=asked.elsewhere
    )
    return ModelEar(endpoint, built_in())


@contextlib.contextmanager
def service(
    config: Config, state: StateDirectory, *, store: SqlStore | None = None, progress: Progress | None = None
) -> Iterator[Service]:
    """Everything wired, on the configured store, which is held meanwhile, or on a copy, to look without acting.

    Raises StoreError, and AlreadyRunning when another machine holds the store.
    `progress` shows how far a long read has come; by default the log does.
    """
    with contextlib.ExitStack() as open_until_the_end:
        acts = store is None
        if store is None:
            store = open_until_the_end.enter_context(contextlib.closing(opened(config)))
            open_until_the_end.enter_context(store.held())
        wired = _wired(config, state, store, progress or LogProgress(), acts=acts)
        try:
            yield wired
        finally:
            wired.close()


def _wired(config: Config, state: StateDirectory, store: SqlStore, progress: Progress, *, acts: bool) -> Service:
    keys = secrets(config)
    most = config.sync.megabytes_per_day
    meters = {
        one.name: Meter(one.name, most, known=store.recalled(notes.read_from(one.name))) for one in config.accounts
    }
    mailboxes = {one.name: mailbox(one, keys, meters[one.name]) for one in config.accounts}
    store.mark(*MarksFile(state.marks).read())
    letters = JinjaLetters(config.practice.person, config.templates_directory)
    notifier = AppriseNotifier(config.alerts.apprise) if config.alerts.apprise else None
    world = World(
        mailboxes=mailboxes,
        drafts=mailboxes,
        store=store,
        letters=letters,
        ear=ear(config),
        notifier=notifier,
        progress=progress,
    )
    terms = Terms(
        practice=config.practice,
        limits=config.limits,
        read_back=timedelta(days=config.sync.since_days),
        alert_inbox=config.alerts.inbox,
        push_words=config.alerts.push_words,
        proofread=config.alerts.wording,
        # In this order: a start that is cut short between the two must not look like a lost store.
        rebuilt=store.rebuilt(told=state.has_secret()),
        secret=state.secret(keep=acts),
    )
    return Service(
        cycle=Cycle(world, terms), mailboxes=mailboxes, store=store, letters=letters, notifier=notifier, meters=meters
    )
