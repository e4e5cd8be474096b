"""A private PostgreSQL on a socket and a loopback port of its own: a real server, gone with the `with` block.

Started by root it runs as `postgres`, because PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

from system.certificate import certify

USER, PASSWORD = "mail", "geheim-ñ"


def programs() -> Path | None:
    """The folder of initdb and postgres; Debian has a folder a version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    here = shutil.which("initdb")
    return found[-1].parent if found else Path(here).parent if here else None


class Postgresql:
    """Start with `with Postgresql() as server:`; each `server.database(name)` is a new, empty one."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="mailaide-pg-")
        self._as: dict[str, Any] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        self.home, self.port = Path(self._folder.name), _free_port()

    @property
    def version(self) -> str:
        return self._run("postgres", "--version").split()[2]

    def __enter__(self) -> Self:
        if self._as:
            shutil.chown(self.home, **self._as)
        (self.home / "password").write_text(PASSWORD, "utf-8")
        login = ("--username", USER, "--pwfile", str(self.home / "password"))
        self._run("initdb", "--pgdata", str(self.home / "data"), *login, "--auth-host", "scram-sha-256", "--no-sync")
        certify(self.home, "IP:127.0.0.1", **self._as)
        settings = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.home),
            "fsync": "off",
            "ssl": "on",
            "ssl_cert_file": str(self.certificate),
            "ssl_key_file": str(self.home / "key.pem"),
        }
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self._pg_ctl("start", "--wait", "--options", f"-p {self.port} {options}", "--log", str(self.home / "log"))
        return self

    def __exit__(self, *_: object) -> None:
        self._pg_ctl("stop", "--mode", "immediate")
        self._folder.cleanup()

    @property
    def certificate(self) -> Path:
        """Signed by itself."""
        return self.home / "cert.pem"

    def restart(self) -> None:
        self._pg_ctl("restart", "--wait", "--mode", "fast", "--log", str(self.home / "log"))

    def say(self, sql: str, database: str = "postgres") -> str:
        place = ("--host", str(self.home), "--port", str(self.port), "--username", USER, "--dbname", database)
        return self._run("psql", "--no-align", "--tuples-only", *place, "--command", sql).strip()

    def database(self, name: str) -> str:
        """The URL of a new database; the password is not in it."""
        self.say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.say(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{name}"

    def _pg_ctl(self, *words: str) -> None:
        self._run("pg_ctl", "--pgdata", str(self.home / "data"), "--silent", *words)

    def _run(self, program: str, *words: str) -> str:
        command = [str((programs() or Path()) / program), *words]
        done: subprocess.CompletedProcess[str] = subprocess.run(
            command, cwd=self.home, stdout=subprocess.PIPE, check=True, text=True, **self._as
        )
        return done.stdout


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
