"""One piece of work a process, so that its time and memory are its own: `python -m bench.workloads WORK SETTINGS`.

SETTINGS is JSON: port, user, password, config, store, since. The last line printed is what was counted, as JSON.
"""

from __future__ import annotations

import contextlib
import json
import re
import resource
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDERS = ("INBOX", "Sent")
Counted = dict[str, float]


def floor(settings: dict[str, Any]) -> Counted:
    """The same commands on a bare socket; what comes is thrown away."""
    from mailaide.adapters.imap import fetched, parse

    return _thrown_away(settings, fetched.items(parse.MATCHING, parse.FIELD_LIMIT), 1_000)


def whole_floor(settings: dict[str, Any]) -> Counted:
    """All messages whole, thrown away: what a full pull has to carry."""
    return _thrown_away(settings, "UID FLAGS BODY.PEEK[]", 200)


def headers(settings: dict[str, Any]) -> Counted:
    """mailaide's sync without the texts: header facts of all, matched, and what is a client's noted in the store."""
    from mailaide.adapters.imap.mailbox import ImapMailbox

    return _synced(settings, ImapMailbox, texts=False)


def texts(settings: dict[str, Any]) -> Counted:
    """The same, and the texts read off the wire and out of their MIME parts, but neither understood nor filed."""
    from mailaide.adapters.imap.mailbox import ImapMailbox
    from mailaide.core.mail import Folder, Message

    asked: dict[str, list[int]] = {}

    class Unread(ImapMailbox):
        def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
            asked.setdefault(folder.name, []).extend(uids)
            for _ in super().messages(folder, uids):
                pass
            return iter(())

    counted = _synced(settings, Unread)
    Path(settings["asked"]).write_text(json.dumps(asked), encoding="utf-8")
    return counted


def texts_floor(settings: dict[str, Any]) -> Counted:
    """Headers of all and the same beginnings of the same messages on a bare socket, folder by folder, thrown away."""
    from mailaide.adapters.imap.mailbox import MESSAGE

    began = time.perf_counter()
    asked = json.loads(Path(settings["asked"]).read_text(encoding="utf-8"))
    with _logged_in(settings) as wire:
        for folder, uids in asked.items():
            _ask(wire, 1, f"EXAMINE {folder}")
            for first in range(0, len(uids), 200):
                some = ",".join(map(str, sorted(uids)[first : first + 200]))
                _ask(wire, 2 + first, f"UID FETCH {some} ({MESSAGE})")
    texts = time.perf_counter() - began
    return {"inner": texts + floor(settings)["inner"], "texts": texts}


def whole(settings: dict[str, Any]) -> Counted:
    """mailaide's first sync: everything noted, read, understood and filed."""
    from mailaide.adapters.imap.mailbox import ImapMailbox

    return _synced(settings, ImapMailbox)


def cycle(settings: dict[str, Any]) -> Counted:
    """The daemon's first cycle and a second one, without touching the mailbox."""
    from mailaide.adapters import heap
    from mailaide.adapters.state import StateDirectory
    from mailaide.config.apart import load_apart
    from mailaide.service.wiring import service

    config = load_apart(Path(settings["config"]))
    with service(config, StateDirectory(config.state_directory)) as wired:
        for _ in range(2):
            wired.cycle.run(datetime.fromisoformat(settings["now"]), everything=True, dry=True)
            heap.give_back()
    return {"now_mb": _rss_mb()}


def imap_tools(settings: dict[str, Any]) -> Counted:
    from imap_tools import MailBoxUnencrypted

    count = 0
    with MailBoxUnencrypted("127.0.0.1", settings["port"]).login(settings["user"], settings["password"]) as box:
        for name in FOLDERS:
            box.folder.set(name, readonly=True)
            for one in box.fetch("ALL", headers_only=True, mark_seen=False, bulk=1_000):
                count += bool((one.uid, one.from_, one.to, one.subject, one.headers.get("references")))
    return {"messages": count}


def _synced(settings: dict[str, Any], kind: Callable[..., Any], *, texts: bool = True) -> Counted:
    from mailaide.adapters import heap
    from mailaide.adapters.ear_model import built_in
    from mailaide.adapters.imap.session import Account
    from mailaide.adapters.store.sql import SqlStore
    from mailaide.config import load
    from mailaide.core.matching.match import Directory
    from mailaide.ports import NoProgress
    from mailaide.steps.sync import go_through, sync

    directory = Directory(load(Path(settings["config"])).practice)
    account = Account(name="me", host="127.0.0.1", port=settings["port"], user=settings["user"], tls="none")
    mailbox, store = kind(account, lambda: settings["password"]), SqlStore(settings["store"])
    heap.settle()  # as the daemon does before its first cycle
    before, began, used = _rss_mb(), time.perf_counter(), time.process_time()
    since, read = datetime.fromisoformat(settings["since"]), 0
    if texts:
        news = sync(mailbox, store, directory, NoProgress(), ear=built_in(), since=since)
        folders, read = news.folders, news.count
    else:
        folders = go_through(mailbox, store, directory, NoProgress(), since=since)
    inner, cpu = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mailbox.close()
    store.close()
    passed = sum(folder.messages for folder in folders if folder.name in FOLDERS)
    counted = {"messages": passed, "read": read, "inner": inner, "inner_cpu": cpu}
    return {**counted, "added_mb": max(0.0, peak - before), "now_mb": _rss_mb()}


def _rss_mb() -> float:
    [pages] = re.findall(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(pages) / 1024


def _thrown_away(settings: dict[str, Any], items: str, window: int) -> Counted:
    began = time.perf_counter()
    count = 0
    with _logged_in(settings) as wire:
        for folder in FOLDERS:
            [exists] = re.findall(rb"\* (\d+) EXISTS", _ask(wire, 1, f"EXAMINE {folder}"))
            for first in range(1, int(exists) + 1, window):
                _ask(wire, first + 1, f"UID FETCH {first}:{first + window - 1} ({items})")
            count += int(exists)
    return {"messages": count, "inner": time.perf_counter() - began}


@contextlib.contextmanager
def _logged_in(settings: dict[str, Any]) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", settings["port"]), timeout=600) as wire:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        wire.recv(4_096)
        _ask(wire, 0, f"LOGIN {settings['user']} {settings['password']}")
        yield wire
        _ask(wire, 0, "LOGOUT")


def _ask(wire: socket.socket, number: int, command: str) -> bytes:
    """Read up to the tagged answer; only the end of it is kept."""
    wire.sendall(f"t{number} {command}\r\n".encode())
    buffer, end, kept = bytearray(1 << 20), b"\r\nt%d " % number, b"\r\n"
    while not (kept.endswith(b"\r\n") and end in kept):
        size = wire.recv_into(buffer)
        if not size:
            raise EOFError(command)
        kept = (kept + bytes(buffer[max(0, size - 4_096) : size]))[-4_096:]
    return kept


WORKS = (floor, whole_floor, headers, texts, texts_floor, whole, cycle, imap_tools)
WORKLOADS = {work.__name__: work for work in WORKS}

if __name__ == "__main__":
    print(json.dumps(WORKLOADS[sys.argv[1]](json.loads(sys.argv[2]))))
