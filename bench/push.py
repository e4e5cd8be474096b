"""`./run bench push`: how soon a draft lies in Drafts after a delivery, and what many idle accounts cost.

The first part runs the real daemon against a private Dovecot, beside a bare socket that idles on the same INBOX: what
the server itself takes to tell of a mail is the floor, measured for the same deliveries. The second part holds many TLS
connections to a small server of its own, with time running faster, so that half a minute shows hours.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from imapclient import IMAPClient
from rich.console import Console
from rich.table import Table
from system.deployment import COMPLAINT, Deployment, sender
from system.dovecot import PASSWORD, Dovecot

from mailaide.adapters.imap.idle import ANEW_AFTER
from mailaide.adapters.imap.push import Push, opener
from mailaide.adapters.imap.session import Account
from mailaide.errors import MailboxError

ROOT = Path(__file__).resolve().parent.parent
AN_HOUR = 3_600
FASTER = 20.0
"""How much faster time runs for the idle accounts."""

STILL_HERE_AFTER = 120.0
"""What Dovecot waits before it says so."""

A_PAGE_OF_TIME = 0.002
PATIENCE_SECONDS = 30.0

screen = Console(width=120)


# From delivery to draft


class BareIdle:
    """A socket that idles on the INBOX; `told` holds the instants at which the server told of new mail."""

    def __init__(self, port: int, user: str) -> None:
        self.told: Queue[float] = Queue()
        self._socket = socket.create_connection(("127.0.0.1", port))
        lines = self._socket.makefile("rwb", buffering=0)
        for command in (f"LOGIN {user} {PASSWORD}", "EXAMINE INBOX", "IDLE"):
            lines.write(f"a {command}\r\n".encode())
            while not (line := lines.readline()).startswith((b"a ", b"+")):
                assert line
        threading.Thread(target=self._listen, args=(lines,), daemon=True).start()

    def _listen(self, lines: Any) -> None:
        while line := lines.readline():
            if line.rstrip().endswith(b" EXISTS"):
                self.told.put(time.perf_counter())


def deliveries(server: Dovecot, work: Path, times: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds from delivery to notice, from delivery to draft, and from notice to draft, of each delivery."""
    deployment = Deployment(work, server, projects={f"p{number}": "studio" for number in range(times)})
    deployment.settings["sync"]["poll_seconds"] = AN_HOUR
    deployment.settings["limits"] = {"drafts_per_day": 10_000, "drafts_at_first": 10_000}
    user = deployment.users["studio"]
    told, drafted, own = [], [], []
    with deployment.running() as running, server.client(user) as eye, server.client(user) as post:
        _until(lambda: "tells of new mail at once" in running.said)
        bare = BareIdle(server.port, user)
        for number in range(times):
            raw = _complaint(f"p{number}", number)
            before = _drafts(eye)
            began = time.perf_counter()
            post.append("INBOX", raw, (), datetime.now(UTC))
            _until(lambda before=before: _drafts(eye) > before)
            seen = time.perf_counter()
            notice = bare.told.get(timeout=PATIENCE_SECONDS)
            told.append(notice - began)
            drafted.append(seen - began)
            own.append(seen - notice)
            _settle(bare)
        running.stop()
    return told, drafted, own


def _complaint(project: str, number: int) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = sender(project), "Anna de Vries <anna@devries.example>"
    message["Subject"], message["Message-ID"] = f"Waar blijft het ({project})", f"<push{number}@bench.example>"
    message.set_content(COMPLAINT)
    return message.as_bytes()


def _drafts(eye: IMAPClient) -> int:
    count: int = eye.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"]
    return count


def _settle(bare: BareIdle) -> None:
    """Two mails within the server's notify delay would be told of at once."""
    time.sleep(0.7)
    while True:
        try:
            bare.told.get_nowait()
        except Empty:
            return


def _until(done: Any) -> None:
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while not done():
        if time.perf_counter() > deadline:
            raise TimeoutError("it did not come")
        time.sleep(A_PAGE_OF_TIME)


# Many idle accounts


class Counting:
    def __init__(self) -> None:
        self.watched_count = self.lost_count = 0

    def watched(self, account: str) -> None:
        self.watched_count += 1

    def news(self, account: str) -> None:
        pass

    def unwatched(self, account: str, error: MailboxError) -> None:
        self.lost_count += 1


@contextmanager
def idlers(server: Dovecot) -> Iterator[int]:
    command = [sys.executable, "-m", "bench.idlers", server.base / "cert.pem", server.base / "key.pem"]
    words = [str(word) for word in (*command, STILL_HERE_AFTER / FASTER)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def many(port: int, ca_file: str, accounts: int, seconds: float) -> dict[str, float]:
    """What so many cost this process, which must be a fresh one."""
    listener = Counting()
    push = Push(listener, anew_after=ANEW_AFTER / FASTER)

    def watch(first: int, last: int) -> None:
        for number in range(first, last):
            account = Account(name=f"a{number}", host="localhost", port=port, user="me", ca_file=Path(ca_file))
            push.watch(account.name, opener(account, lambda: "secret"))
        _until(lambda: listener.watched_count == last)

    watch(0, 1)  # libraries and certificates are loaded once, whatever the number
    _until(lambda: threading.active_count() == 2)  # this one and that of push
    gc.collect()
    before = _resident()
    watch(1, accounts + 1)
    _until(lambda: threading.active_count() == 2)
    gc.collect()
    after = _resident()
    used = time.process_time()
    time.sleep(seconds)
    used = time.process_time() - used
    found = {
        "accounts": float(accounts),
        "lost": float(listener.lost_count),
        "threads": float(threading.active_count() - 1),
        "kb_each": (after - before) / accounts / 1024,
        "cpu_percent": 100 * used / seconds / FASTER,
    }
    push.close()
    return found


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


# What is shown


def show_deliveries(told: Sequence[float], drafted: Sequence[float], own: Sequence[float]) -> None:
    table = Table(title=f"From delivery to draft, {len(own)} deliveries, poll every hour", title_justify="left")
    for column in ("ms", "median", "p95", "most"):
        table.add_column(column, justify="left" if column == "ms" else "right")
    rows = {
        "delivery → a bare socket is told (the server's notify delay)": told,
        "delivery → the draft is seen in Drafts": drafted,
        "the difference: what mailaide takes": own,
    }
    for name, seconds in rows.items():
        ninety_fifth = statistics.quantiles(seconds, n=20)[-1]
        table.add_row(name, *(f"{1000 * one:.0f}" for one in (statistics.median(seconds), ninety_fifth, max(seconds))))
    screen.print(table)


def show_many(found: dict[str, float]) -> None:
    table = Table(title="Idle accounts over TLS", title_justify="left")
    for column in ("accounts", "threads", "KB each", "% CPU", "lost"):
        table.add_column(column, justify="right")
    shown = ("accounts", "threads", "kb_each", "cpu_percent", "lost")
    decimals = {"kb_each": 1, "cpu_percent": 3}
    table.add_row(*(f"{found[name]:.{decimals.get(name, 0)}f}" for name in shown))
    screen.print(table)


def main() -> None:
    options = argparse.ArgumentParser(prog="./run bench push", description=__doc__)
    options.add_argument("--deliveries", type=int, default=40)
    options.add_argument("--accounts", type=int, default=200)
    options.add_argument("--seconds", type=float, default=30.0, help="how long the idle accounts are watched")
    options.add_argument("--many", nargs=2, metavar=("PORT", "CA_FILE"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.many:
        port, ca_file = chosen.many
        print(json.dumps(many(int(port), ca_file, chosen.accounts, chosen.seconds)))
        return
    with tempfile.TemporaryDirectory(prefix="mailaide-bench-") as work, Dovecot() as server:
        screen.print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        if chosen.deliveries:
            show_deliveries(*deliveries(server, Path(work), chosen.deliveries))
        if chosen.accounts:
            with idlers(server) as port:
                fresh = [sys.executable, "-m", "bench.push", "--many", str(port), str(server.ca_file)]
                fresh += ["--accounts", str(chosen.accounts), "--seconds", str(chosen.seconds)]
                done = subprocess.run(fresh, cwd=ROOT, capture_output=True, text=True, check=True)
            show_many(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main()
