"""What it costs to look for news: on an open session, with ten new messages, and from connecting to logging out."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from system.dovecot import PASSWORD, Dovecot

from bench import mailbox
from bench.measure import Proxy
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account
from mailaide.core.mail import Folder, Role

NEW = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    what: str
    round_trips: float
    up: float
    down: float
    milliseconds: float


def measured(server: Dovecot, user: str, maildir: Path, runs: int) -> list[Poll]:
    with Proxy(server.port) as proxy:
        account = Account(name="me", host="127.0.0.1", port=proxy.port, user=user, tls="none")
        box = ImapMailbox(account, lambda: PASSWORD)

        def cold() -> None:
            box.folders()
            box.close()

        box.folders()
        box.close()
        from_nothing = _counted("cold poll, connect to logout, 4 folders", proxy, cold, runs)
        box.folders()
        quiet = _counted("nothing new, open session, 4 folders", proxy, box.folders, runs)
        before = _inbox(box)
        arrivals = []
        for _ in range(runs):
            _arrive(server, maildir, NEW)
            news = partial(_news, box, before.uidnext)
            arrivals.append(_counted("10 new: look and read their headers", proxy, news, 1))
            before = _inbox(box)
        box.close()
    one_folder = Poll(
        what="nothing new, for each folder",
        round_trips=quiet.round_trips / 4,
        up=quiet.up / 4,
        down=quiet.down / 4,
        milliseconds=quiet.milliseconds / 4,
    )
    return [quiet, one_folder, _median(arrivals), from_nothing]


def _counted(what: str, proxy: Proxy, step: Callable[[], object], runs: int) -> Poll:
    found = []
    for _ in range(runs):
        before, began = proxy.counts(), time.perf_counter()
        step()
        took = time.perf_counter() - began
        time.sleep(0.05)  # the proxy's thread may be a little late
        counts = {name: count - before[name] for name, count in proxy.counts().items()}
        found.append(Poll(what=what, milliseconds=took * 1_000, **counts))
    return _median(found)


def _median(found: Sequence[Poll]) -> Poll:
    def middle(name: str) -> float:
        return float(statistics.median(getattr(one, name) for one in found))

    return Poll(
        what=found[0].what,
        round_trips=middle("round_trips"),
        up=middle("up"),
        down=middle("down"),
        milliseconds=middle("milliseconds"),
    )


def _inbox(box: ImapMailbox) -> Folder:
    return next(folder for folder in box.folders() if folder.role is Role.INBOX)


def _news(box: ImapMailbox, first_uid: int) -> None:
    found = [header for window in box.headers(_inbox(box), first_uid) for header in window.headers]
    if len(found) != NEW:
        raise RuntimeError(f"{len(found)} of {NEW} new messages were seen")


def _arrive(server: Dovecot, maildir: Path, count: int) -> None:
    """Mail comes into the INBOX, and the server takes it in before the count begins."""
    number = time.time_ns() % 1_000_000_000
    for at, one in zip(range(count), (one for one in mailbox.mailbox(99) if one.folder == "INBOX"), strict=False):
        late = mailbox.Delivery(folder="INBOX", at=mailbox.END + timedelta(seconds=number // 1_000 + at), raw=one.raw)
        file = mailbox.deliver(maildir, late, number + at)
        if os.geteuid() == 0:
            os.chown(file, maildir.stat().st_uid, maildir.stat().st_gid)
    with server.client(maildir.parent.name) as client:
        client.select_folder("INBOX", readonly=True)
