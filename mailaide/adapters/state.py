"""The directory in which mailaide remembers: the store, the instance's secret, the marks, the lock of whoever runs.

Everything in it is for its user only. Keep secret and marks with your backups: without the secret a rebuilt store does
not know its own drafts again, and the marks stand in no mailbox.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mailaide.errors import AlreadyRunning, StoreError

SECRET_BYTES = 32


class StateDirectory:
    """The directory, made when it is missing. Raises StoreError when it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _failing_clearly(path):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def database(self) -> Path:
        return self.path / "mailaide.db"

    @property
    def marks(self) -> Path:
        return self.path / "marks.jsonl"

    def has_secret(self) -> bool:
        """Whether an instance has lived here before."""
        return (self.path / "secret").exists()

    def secret(self, *, keep: bool = True) -> bytes:
        """The instance's secret, made the first time. Raises StoreError when it was cut short.

        Whoever only looks does not `keep` a new one: that would make the first true start look like a lost store.
        """
        file = self.path / "secret"
        with _failing_clearly(file):
            if not file.exists():
                if not keep:
                    return secrets.token_bytes(SECRET_BYTES)
                self._make_secret(file)
            secret = file.read_bytes()
        if len(secret) != SECRET_BYTES:
            raise StoreError(
                f"The secret {file} has {len(secret)} bytes instead of {SECRET_BYTES}. Nothing was written to any "
                "mailbox. Put it back from a backup; without one, remove it and look for drafts that come twice."
            )
        return secret

    def try_out(self) -> None:
        """Raises StoreError when nothing can be kept here, or what is kept is damaged. Leaves nothing behind."""
        with _failing_clearly(self.path), tempfile.TemporaryFile(dir=self.path):
            self.secret(keep=False)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """The right to act from this directory. Raises AlreadyRunning when another process has it."""
        file = self.path / "lock"
        with _failing_clearly(file):
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyRunning(
                    f"Another mailaide works with {self.path}. This one did nothing. Stop the other first "
                    "(systemctl stop mailaide), or look without acting: mailaide once --dry-run."
                ) from None
            for left in self.path.glob("secret-*"):  # by a start that was cut short
                left.unlink(missing_ok=True)
            yield
        finally:
            os.close(descriptor)

    def in_use(self) -> bool:
        """Whether another process has the right to act from here now."""
        with contextlib.suppress(FileNotFoundError), (self.path / "lock").open("rb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    @contextlib.contextmanager
    def scratch_database(self) -> Iterator[Path]:
        """A copy of the store for as long as the block lasts, to try things on."""
        with tempfile.TemporaryDirectory(prefix="mailaide-") as folder:
            copy = Path(folder, "mailaide.db")
            if self.database.exists():
                _copy(self.database, copy)
            yield copy

    def _make_secret(self, file: Path) -> None:
        # Written aside and linked, so that a cut in the middle leaves no half secret and two starts agree on one.
        with tempfile.NamedTemporaryFile(dir=self.path, prefix="secret-") as fresh:
            fresh.write(secrets.token_bytes(SECRET_BYTES))
            fresh.flush()
            os.fsync(fresh.fileno())
            with contextlib.suppress(FileExistsError):
                os.link(fresh.name, file)


def _copy(database: Path, copy: Path) -> None:
    with (
        _failing_clearly(database),
        contextlib.closing(sqlite3.connect(database)) as source,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)


@contextlib.contextmanager
def _failing_clearly(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{path} cannot be used: {getattr(error, 'strerror', None) or error}. Nothing was written to any mailbox. "
            "Make state_directory a directory that this user may read and write."
        ) from error
