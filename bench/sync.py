"""`./run bench sync`: what a first sync and a poll cost, beside a bare socket, imap_tools and mbsync, in one run.

A private Dovecot holds a mailbox that is always the same. Tools take turns, so that what else the machine does falls
on all of them; a round's ratio is to the floor of the same round. Byte counts come from runs of their own.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table
from system.dovecot import PASSWORD, Dovecot

from bench import mailbox, measure, polls
from bench.measure import Figures

ROOT = Path(__file__).resolve().parent.parent
USER = "bench"
FOLDERS = "".join(
    f"  mailbox {name} {{\n    special_use = \\{name}\n    auto = subscribe\n  }}\n"
    for name in ("Drafts", "Sent", "Trash")
)
EVER = mailbox.END - timedelta(days=9_999)
A_YEAR = mailbox.END - timedelta(days=365)
IMAP_TOOLS = "imap_tools==1.16.0"
MBSYNC = """\
FSync no

IMAPAccount bench
Host 127.0.0.1
Port {port}
User {user}
Pass {password}
SSLType None
AuthMechs LOGIN

IMAPStore remote
Account bench

MaildirStore local
Path {box}/
Inbox {box}/INBOX
SubFolders Verbatim

Channel bench
Far :remote:
Near :local:
Patterns INBOX Sent
Sync Pull
Create Near
SyncState {box}/state-
"""

screen = Console(width=120)
aside = Console(stderr=True)


class Bench:
    """A server with the mailbox on it, and the tools that can be run here."""

    def __init__(self, server: Dovecot, work: Path, messages: int, *, alone: bool = False) -> None:
        self.server, self.work = server, work
        self.home = server.base / "home" / USER / "mail"
        aside.print(f"writing {messages} messages")
        self.size = mailbox.fill(self.home, messages)
        subprocess.run(["chown", "-R", f"--reference={server.base}", str(server.base / "home")], check=True)
        self.config = self._configuration()
        self.mbsync = "" if alone else _mbsync()
        self.imap_tools = None if alone else _imap_tools(work)
        self._numbers = iter(range(1_000_000))

    def workload(self, name: str, *, since: datetime = EVER, port: int = 0, python: Path | None = None) -> Figures:
        settings = {
            "port": port or self.server.port,
            "user": USER,
            "password": PASSWORD,
            "config": str(self.config),
            "store": str(self.work / f"store-{next(self._numbers)}.sqlite3"),
            "since": since.isoformat(),
            "now": mailbox.END.isoformat(),
            "asked": str(self.work / "asked.json"),
        }
        command = [python or sys.executable, "-m", "bench.workloads", name, json.dumps(settings)]
        return measure.run(command, cwd=ROOT)

    def counted(self, name: str, **settings: Any) -> Figures:
        with measure.Proxy(self.server.port) as proxy:
            figures = self.workload(name, port=proxy.port, **settings)
            return {**figures, **proxy.counts()}

    def full_pull(self, port: int = 0) -> Figures:
        """mbsync fetches the mailbox whole."""
        box = self.work / f"mbsync-{next(self._numbers)}"
        box.mkdir()
        told = {"port": port or self.server.port, "user": USER, "password": PASSWORD, "box": box}
        (box / "mbsyncrc").write_text(MBSYNC.format(**told), encoding="utf-8")
        try:
            return measure.run(
                [self.mbsync, "-q", "-c", box / "mbsyncrc", "bench"], env={**os.environ, "HOME": str(box)}
            )
        finally:
            shutil.rmtree(box)

    def forget_cache(self) -> None:
        """Drop what the server remembers of headers; the kernel still has the files."""
        for file in self.home.rglob("dovecot.index.cache*"):
            file.unlink()

    def _configuration(self) -> Path:
        clients = mailbox.clients()
        told = {
            "version": 1,
            "person": {"name": mailbox.PERSON[0], "addresses": [mailbox.PERSON[1]], "time_zone": "Europe/Amsterdam"},
            "accounts": {
                "me": {
                    "host": "127.0.0.1",
                    "port": self.server.port,
                    "user": USER,
                    "tls": "none",
                    "password_file": str(self.work / "password"),
                }
            },
            "clients": {
                one.key: {
                    "name": one.key,
                    "addresses": [address for _, address in one.people],
                    "domains": [one.domain],
                    "language": one.language,
                }
                for one in clients
            },
            "projects": {one.key: {"client": one.key, "title": f"Website {one.key}"} for one in clients},
            "state_directory": str(self.work / "state"),
        }
        (self.work / "password").write_text(PASSWORD, encoding="utf-8")
        (self.work / "password").chmod(0o600)
        file = self.work / "config.yaml"
        file.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        return file


def _mbsync() -> str:
    if not shutil.which("mbsync") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-qq", "isync"], check=False, capture_output=True)
    return shutil.which("mbsync") or ""


def _imap_tools(work: Path) -> Path | None:
    """A Python of its own that has imap_tools: mailaide does not depend on it."""
    venv = work / "imap_tools"
    made = subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False, capture_output=True)
    pip = [str(venv / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", IMAP_TOOLS]
    if made.returncode or subprocess.run(pip, check=False, capture_output=True).returncode:
        return None
    return venv / "bin" / "python"


def first_sync(bench: Bench, runs: int) -> tuple[dict[str, Figures], dict[str, float]]:
    """Each workload's medians, and its wall against the floor of the same round."""
    works: dict[str, dict[str, Any]] = {
        "bare socket, same commands": {"name": "floor"},
        "mailaide, headers → store": {"name": "headers"},
    }
    if bench.imap_tools:
        works["imap_tools, headers"] = {"name": "imap_tools", "python": bench.imap_tools}
    return _rounds(bench, works, runs)


def cold_sync(bench: Bench, runs: int) -> tuple[dict[str, Figures], dict[str, float]]:
    works = {"bare socket, same commands": {"name": "floor"}, "mailaide, headers → store": {"name": "headers"}}
    return _rounds(bench, works, runs, cold=True)


def _rounds(
    bench: Bench, works: Mapping[str, dict[str, Any]], runs: int, *, cold: bool = False
) -> tuple[dict[str, Figures], dict[str, float]]:
    done: dict[str, list[Figures]] = {label: [] for label in works}
    for _ in range(runs):
        for label, settings in works.items():
            if cold:
                bench.forget_cache()
            done[label].append(bench.workload(**settings))
            aside.print(f"{label}: {done[label][-1]['wall']:.2f} s")
    floors = done["bare socket, same commands"]
    ratios = {
        label: measure.median([{"x": _inner(one) / _inner(floor)} for one, floor in zip(found, floors, strict=True)])[
            "x"
        ]
        for label, found in done.items()
    }
    return {label: measure.median(found) for label, found in done.items()}, ratios


def with_text(bench: Bench, runs: int) -> dict[str, Figures]:
    works: dict[str, dict[str, Any]] = {
        "mailaide, client mail of a year: text read": {"name": "texts", "since": A_YEAR},
        "bare socket, the same beginnings of the same": {"name": "texts_floor"},
        "mailaide, client mail of a year: understood, filed": {"name": "whole", "since": A_YEAR},
        "mailaide, client mail of three years: text read": {"name": "texts"},
        "bare socket, all messages whole": {"name": "whole_floor"},
    }
    done: dict[str, list[Figures]] = {}
    for _ in range(runs):
        for label, settings in works.items():
            done.setdefault(label, []).append(bench.workload(**settings))
            aside.print(f"{label}: {done[label][-1]['wall']:.2f} s")
        if bench.mbsync:
            done.setdefault("mbsync, full pull", []).append(bench.full_pull())
            aside.print(f"mbsync: {done['mbsync, full pull'][-1]['wall']:.2f} s")
    return {label: measure.median(found) for label, found in done.items()}


def _inner(figures: Figures) -> float:
    """From connecting to having all, without the interpreter's start."""
    return figures.get("inner", figures["wall"])


def _megabytes(count: float) -> str:
    return f"{count / 1e6:.1f}"


def show_first_sync(
    title: str, medians: Mapping[str, Figures], ratios: Mapping[str, float], counted: Mapping[str, Figures]
) -> None:
    table = Table(title=title, title_justify="left")
    for column in ("what", "wall s", "process s", "CPU s", "× floor", "MB down", "round trips", "RSS MB"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for label, one in medians.items():
        counts = counted.get(label, {})
        table.add_row(
            label,
            f"{_inner(one):.2f}",
            f"{one['wall']:.2f}",
            f"{one.get('inner_cpu', one['cpu']):.2f}",
            f"{ratios[label]:.2f}",
            _megabytes(counts["down"]) if counts else "",
            f"{counts['round_trips']:.0f}" if counts else "",
            f"{one['rss_mb']:.0f}" + (f" (+{one['added_mb']:.0f})" if "added_mb" in one else ""),
        )
    screen.print(table)


def show_texts(medians: Mapping[str, Figures]) -> None:
    table = Table(title="First sync with text", title_justify="left")
    for column in ("what", "wall s", "CPU s", "RSS MB", "mbsync takes"):
        table.add_column(column, justify="left" if column == "what" else "right")
    pull = medians.get("mbsync, full pull")
    for label, one in medians.items():
        ratio = f"{pull['wall'] / _inner(one):.1f}×" if pull else ""
        added = f" (+{one['added_mb']:.0f})" if "added_mb" in one else ""
        table.add_row(
            label, f"{_inner(one):.2f}", f"{one.get('inner_cpu', one['cpu']):.2f}", f"{one['rss_mb']:.0f}{added}", ratio
        )
    screen.print(table)


def show_polls(found: Sequence[polls.Poll]) -> None:
    table = Table(title="Looking for news (client side, payload of TCP)", title_justify="left")
    for column in ("what", "round trips", "bytes up", "bytes down", "ms"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for one in found:
        table.add_row(one.what, f"{one.round_trips:.0f}", f"{one.up:.0f}", f"{one.down:.0f}", f"{one.milliseconds:.1f}")
    screen.print(table)


def main() -> None:
    options = argparse.ArgumentParser(prog="./run bench sync", description=__doc__)
    options.add_argument("--messages", type=int, default=100_000, help="in the INBOX; what was sent comes on top")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--only", choices=("headers", "cold", "text", "polls", "daemon"), action="append")
    options.add_argument("--alone", action="store_true", help="without other tools, which may have to be installed")
    options.add_argument("--work", type=Path, help="a directory for what the tools write; by default a temporary one")
    chosen = options.parse_args()
    wanted = chosen.only or ("headers", "cold", "text", "polls", "daemon")
    with tempfile.TemporaryDirectory(prefix="mailaide-bench-", dir=chosen.work) as work, Dovecot(FOLDERS) as server:
        bench = Bench(server, Path(work), chosen.messages, alone=chosen.alone)
        size = bench.size
        screen.print(
            f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores; {size['INBOX']} messages in INBOX, "
            f"{size['Sent']} in Sent, {size['bytes'] / 1e6:.0f} MB; medians of {chosen.runs}"
        )
        bench.workload("floor")  # the server's own index and cache are made now
        if "headers" in wanted:
            counted = {
                "bare socket, same commands": bench.counted("floor"),
                "mailaide, headers → store": bench.counted("headers"),
            }
            show_first_sync("First sync, header facts of all", *first_sync(bench, chosen.runs), counted)
        if "cold" in wanted:
            show_first_sync("The same, the server's cache dropped", *cold_sync(bench, chosen.runs), {})
        if "text" in wanted:
            show_texts(with_text(bench, chosen.runs))
        if "polls" in wanted:
            show_polls(polls.measured(server, USER, bench.home, max(3, chosen.runs)))
        if "daemon" in wanted:
            after = bench.workload("cycle")
            screen.print(f"The daemon after a first cycle: {after['now_mb']:.0f} MB, at most {after['rss_mb']:.0f} MB")


if __name__ == "__main__":
    main()
