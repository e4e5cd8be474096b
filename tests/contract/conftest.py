"""A store on a file for each test that asks for one, copied because migrating would cost a second."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mailaide.adapters.store.sql import SqlStore


@pytest.fixture(scope="session")
def fresh_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty store to copy: migrating for each test would cost a second."""
    file = tmp_path_factory.mktemp("fresh") / "store.sqlite3"
    SqlStore(file).close()
    return file


@pytest.fixture
def store_file(fresh_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(fresh_store, tmp_path / "store.sqlite3"))
