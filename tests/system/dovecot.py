"""A private Dovecot on free loopback ports: a real IMAP server for tests, gone with the `with` block.

Any user name may log in with PASSWORD and gets an own maildir; `UMLAUT_USER` has a password that is not ASCII.
Started by root it runs as `nobody`, because Dovecot refuses to handle mail as root.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import string
import subprocess
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from select import select
from typing import Any, Self

from imapclient import IMAPClient
from system.certificate import certify

from mailaide.adapters.imap.session import Account

PASSWORD = "secret"
UMLAUT_USER, UMLAUT_PASSWORD = "umlaut", "gehéim-ñ"
FOLDERS = """\
  mailbox Drafts {
    special_use = \\Drafts
    auto = subscribe
  }
  mailbox "Verzonden items" {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Trash {
    special_use = \\Trash
    auto = subscribe
  }
"""
numbers = count(1)
CONF = string.Template("""\
base_dir = $base/run
state_dir = $base/state
log_path = /dev/stderr
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
default_vsz_limit = 0
first_valid_uid = 1
protocols = imap
listen = 127.0.0.1
shutdown_clients = yes
ssl = yes
ssl_cert = <$base/cert.pem
ssl_key = <$base/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = $base/users
}
passdb {
  driver = static
  args = password=$password
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$base/home/%u allow_all_users=yes
}
mail_location = maildir:~/mail
mail_max_userip_connections = 0
namespace inbox {
  inbox = yes
  separator = /
$folders}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    address = 127.0.0.1
    port = $port
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = $tls_port
    ssl = yes
  }
}
""")


def executable() -> str | None:
    return shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def version() -> str:
    told = subprocess.run([executable() or "dovecot", "--version"], capture_output=True, text=True, check=True)
    return told.stdout.split()[0]


class Dovecot:
    """Start with `with Dovecot() as server:`; `server.account(user)` is what ImapMailbox takes."""

    host = "localhost"

    def __init__(self, folders: str = FOLDERS, more: str = "") -> None:
        """`folders` are those a user gets beside the INBOX, `more` is any other setting, in Dovecot's words."""
        self._folders = folders
        self._more = more

    def __enter__(self) -> Self:
        # Not pytest's own directory: that one is closed to the user Dovecot runs as.
        self.base = Path(tempfile.mkdtemp(prefix="mailaide-dovecot-"))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        process = getattr(self, "_process", None)
        if process is not None:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.base, ignore_errors=True)

    @property
    def pid(self) -> int:
        """Of the process whose children serve the mailboxes."""
        return self._process.pid

    @property
    def ca_file(self) -> Path:
        return self.base / "cert.pem"

    def account(self, user: str, **changes: Any) -> Account:
        settings = {"name": user, "host": self.host, "port": self.tls_port, "user": user, "ca_file": self.ca_file}
        return Account(**{**settings, **changes})

    @contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """A session of a person's mail client."""
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=30) as client:
            client.login(user, PASSWORD)
            yield client

    def deliver(self, user: str, folder: str, raw: bytes, when: datetime, flags: Collection[str] = ()) -> None:
        """A message arrives: APPEND with this INTERNALDATE."""
        with self.client(user) as client:
            client.append(folder, raw, tuple(flags), when)

    def drop(self, user: str, raw: bytes, when: datetime) -> None:
        """A message arrives as its bytes are, in the INBOX of a user who has logged in before: APPEND takes no NUL."""
        maildir = self.base / "home" / user / "mail"
        file = maildir / "tmp" / f"{next(numbers)}.test"
        file.write_bytes(raw)
        os.utime(file, (when.timestamp(), when.timestamp()))
        if os.geteuid() == 0:
            os.chown(file, maildir.stat().st_uid, maildir.stat().st_gid)
        file.rename(maildir / "new" / file.name)

    def _start(self) -> None:
        me = pwd.getpwuid(os.geteuid())
        runner = pwd.getpwnam("nobody") if me.pw_uid == 0 else me
        for name in ("run", "state", "home"):
            (self.base / name).mkdir()
        certify(self.base, "DNS:localhost")
        (self.base / "users").write_text(f"{UMLAUT_USER}:{{PLAIN}}{UMLAUT_PASSWORD}\n", encoding="utf-8")
        self.port, self.tls_port = _free_ports()
        conf = self.base / "dovecot.conf"
        group = subprocess.run(["id", "-gn", runner.pw_name], capture_output=True, text=True, check=True).stdout.strip()
        values = {"base": self.base, "user": runner.pw_name, "group": group, "password": PASSWORD}
        text = CONF.substitute(values, port=self.port, tls_port=self.tls_port, folders=self._folders)
        conf.write_text(text + self._more)
        self.base.chmod(0o755)
        as_user: dict[str, Any] = {}
        if me.pw_uid == 0:
            as_user = {"user": runner.pw_uid, "group": runner.pw_gid, "extra_groups": []}
            for path in (self.base, *self.base.rglob("*")):
                os.chown(path, runner.pw_uid, runner.pw_gid)
        with (self.base / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [str(executable()), "-F", "-c", str(conf)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
                **as_user,
            )
        self._wait()

    def _wait(self) -> None:
        """The listening socket exists before Dovecot answers on it, so the greeting is what counts."""
        for _ in range(400):
            if self._process.poll() is not None:
                raise RuntimeError("dovecot did not start: " + (self.base / "log").read_text())
            try:
                with socket.create_connection(("127.0.0.1", self.port), 10) as connection:
                    if connection.recv(4) == b"* OK":
                        return
            except OSError:
                select([], [], [], 0.05)
        raise RuntimeError("dovecot does not answer: " + (self.base / "log").read_text())


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        return one.getsockname()[1], two.getsockname()[1]
