"""What a command costs: wall, CPU, memory, bytes and round trips. Each run is a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

Figures = dict[str, float]


class Proxy:
    """Passes one port on and counts. A round trip is a burst of the client's after the server has spoken."""

    def __init__(self, port: int) -> None:
        self._server_port = port
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listening.getsockname()[1]
        self.up = self.down = self.round_trips = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def counts(self) -> Figures:
        return {"up": self.up, "down": self.down, "round_trips": self.round_trips}

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection(("127.0.0.1", self._server_port))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        spoke, other = server, {client: server, server: client}
        with contextlib.suppress(OSError), client, server:
            while True:
                for one in select.select([client, server], [], [])[0]:
                    data = one.recv(1 << 18)
                    if not data:
                        return
                    if one is client:
                        self.round_trips += spoke is server
                        self.up += len(data)
                    else:
                        self.down += len(data)
                    spoke = one
                    other[one].sendall(data)


def run(command: Sequence[str | Path], **settings: Any) -> Figures:
    """Run a command to its end. The last line it prints may be figures of its own, as JSON."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdout=said, stderr=subprocess.STDOUT, **settings)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{text[-2_000:]}")
    figures: Figures = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "rss_mb": used.ru_maxrss / 1024}
    with contextlib.suppress(ValueError, IndexError):
        told = json.loads(text.strip().splitlines()[-1])
        figures |= told if isinstance(told, dict) else {}
    return figures


def median(runs: Sequence[Mapping[str, float]]) -> Figures:
    names = set.intersection(*(set(one) for one in runs))
    return {name: statistics.median(one[name] for one in runs) for name in names}
