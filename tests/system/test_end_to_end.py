"""The real command against a real IMAP server: what lies in the mailbox after days, stops, kills and losses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from system.deployment import Deployment, Lying, eventually
from system.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

SUNDAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
MONDAY_9H = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""Nine o'clock in Amsterdam."""

MONDAY_DUE = MONDAY_9H + timedelta(hours=1)
SETTLED = timedelta(minutes=11)
"""After an APPEND whose answer is not known it is looked for anew, and written again only after ten minutes."""

STOPPED_WITHIN_SECONDS = 5.0
KILLS = 5
CANARIES = ("Zeppelinpost", "Kolibrievlucht")


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot) -> Deployment:
    return Deployment(tmp_path, dovecot)


# A day with the daemon


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A new complaint of harbour, and one of bridge that is due already, both come while the daemon runs."""

    new: str
    drafts: dict[str, Lying]
    alerts: list[Lying]
    before: dict[tuple[str, str], list[Lying]]
    after: dict[tuple[str, str], list[Lying]]
    after_restart: dict[tuple[str, str], list[Lying]]
    seconds_to_stop: tuple[float, ...]
    statuses: tuple[int | None, ...]
    said: str


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot) -> Day:
    deployment = Deployment(tmp_path_factory.mktemp("day"), dovecot)
    user, now = deployment.users["studio"], datetime.now(UTC)
    for folder, flags in (("INBOX", ()), ("Verzonden items", ("\\Seen", "\\Answered")), ("Drafts", ("\\Draft",))):
        dovecot.deliver(user, folder, b"From: me@else.example\r\nSubject: Old\r\n\r\nOld.\r\n", now, flags)
    deployment.once(now - timedelta(days=3))
    with deployment.running() as running:
        text = f"De {CANARIES[0]} is er nog niet. Ik ben erg ontevreden over de {CANARIES[1]}!"
        new = deployment.client_complains("harbour", now, text=text, references="<a@x.example> <b@x.example>")
        deployment.client_complains("bridge", now - timedelta(hours=2), text=text)
        before = deployment.everything()
        eventually(lambda: len(deployment.drafts()) == 3 and deployment.alerts())
        seconds, status, said = running.stop(), running.process.returncode, running.said
    after = deployment.everything()
    with deployment.running() as again:
        eventually(lambda: "Drafts" in str(deployment.mailaide("once").stderr) or True)
        more_seconds, more_status = again.stop(), again.process.returncode
    print(f"`mailaide run` ended {seconds:.2f} s and {more_seconds:.2f} s after SIGTERM")
    return Day(
        new=new,
        drafts={str(one.message["To"].addresses[0].addr_spec): one for one in after["studio", "Drafts"][1:]},
        alerts=deployment.alerts(),
        before=before,
        after=after,
        after_restart=deployment.everything(),
        seconds_to_stop=(seconds, more_seconds),
        statuses=(status, more_status),
        said=said + again.said,
    )
