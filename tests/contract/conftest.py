"""What contracts are run on: each kind of store and of mailbox, and the directory of a person with one client."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from builders import a_client, a_practice, a_project
from contract.mailbox_benches import Bench, DovecotBench, MemoryBench
from system.postgresql import PASSWORD, Postgresql

from mailaide.adapters.memory.store import MemoryStore
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.matching.match import Directory
from mailaide.ports import Store

numbers = count(1)


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty store to copy: migrating for each test would cost a second."""
    file = tmp_path_factory.mktemp("fresh") / "store.sqlite3"
    SqlStore(file).close()
    return file


@pytest.fixture
def store_file(fresh_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(fresh_store, tmp_path / "store.sqlite3"))


@pytest.fixture
def database_url(postgresql: Postgresql) -> str:
    """An empty database on the server."""
    return postgresql.database(f"mail{next(numbers)}")


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.real)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Each kind of store in turn."""
    if request.param == "memory":
        yield MemoryStore()
        return
    if request.param == "sqlite":
        store = SqlStore(request.getfixturevalue("store_file"))
    else:
        store = SqlStore(request.getfixturevalue("database_url"), PASSWORD)
    yield store
    store.close()


@pytest.fixture(params=["memory", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Each kind of mailbox in turn."""
    bench = MemoryBench() if request.param == "memory" else DovecotBench(request.getfixturevalue("dovecot"))
    yield bench
    bench.mailbox.close()


@pytest.fixture
def directory() -> Directory:
    """That of Anna, who does one project for Bob: the two whose mail lies in the benches' mailboxes."""
    bob = a_client(key="bob", name="Bob", addresses=("bob@client.example",))
    return Directory(a_practice(a_project(key="plan", client=bob, account="anna"), addresses=("anna@me.example",)))
