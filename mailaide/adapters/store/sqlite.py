"""What is different with SQLite: a private file with room beside it, its pragmas, one writer, words for faults.

A writer takes the write lock when it begins: a transaction that reads first and locks later loses updates.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from mailaide.errors import StoreError

FREE_BYTES_NEEDED = 32 * 1024 * 1024
"""SQLite in WAL mode dies of SIGBUS, not of an error, when a small file system is full."""

BUSY_SECONDS = 15
ARGUMENTS = {"timeout": BUSY_SECONDS}
PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "foreign_keys=ON",
    "cache_size=-1000",  # one megabyte a connection: the kernel keeps the pages of the file as well
    "wal_autocheckpoint=4000",  # 16 MB: pages that change again and again are put in their place once for all
)
DAMAGED = (
    "The file is damaged: put back a backup, or move it away; "
    "mailaide then builds a new store from the mailbox and adopts the drafts that are there."
)


def make_private(file: Path) -> None:
    """The file is made before SQLite does, because SQLite would make it readable for all."""
    if file.name in {"", ":memory:"}:
        raise StoreError(
            "The store needs a file and was given none. Nothing was done to the mailbox. Name a file for the state."
        )
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except OSError as error:
        raise StoreError(
            f"The store {file} cannot be opened: {error.strerror}. Nothing was done to the mailbox. "
            "Make it a file that this user may read and write, in a directory of this user's own."
        ) from error


def need_space(file: Path) -> None:
    """Raises StoreError while the disk is almost full."""
    try:
        free = shutil.disk_usage(file.parent).free
    except OSError as error:
        raise StoreError(
            f"The directory of the store {file} is gone: {error.strerror}. Nothing was done to the mailbox. "
            "Put it back, or restart mailaide to build a new one."
        ) from error
    if free < FREE_BYTES_NEEDED:
        raise StoreError(
            f"The disk of the store {file} is almost full: {free // 1024**2} MB free, "
            f"{FREE_BYTES_NEEDED // 1024**2} MB needed. Nothing was done to the mailbox. "
            "Free some space; mailaide goes on by itself."
        )


def prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
    _into_wal(connection)


def _into_wal(connection: Any) -> None:
    """SQLite does not wait for others here: of several that turn a new file to WAL at once, all but one are refused."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def begin(connection: Connection, *, writing: bool, lasting: bool) -> None:
    if writing:
        # With NORMAL the file stays whole, and what is written lies on the disk once something that lasts does.
        connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def remedy(cause: str) -> str:
    """What the person can do, by the words of SQLite's message."""
    words = cause.lower()
    if "locked" in words:
        return "Another program holds the file: stop it, then mailaide goes on by itself."
    if "not a database" in words or "malformed" in words:
        return DAMAGED
    if "full" in words or "disk i/o" in words:
        return "Look at the disk and its free space; mailaide goes on by itself."
    if "unable to open" in words or "readonly" in words:
        return "Make the file and its directory writable for the user that runs mailaide."
    return "Look at the file and its disk; mailaide tries again in the next cycle."
