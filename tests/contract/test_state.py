"""The state directory: private, one holder at a time, one secret for good."""

from __future__ import annotations

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from mailaide.adapters.state import SECRET_BYTES, StateDirectory
from mailaide.errors import AlreadyRunning, StoreError


@pytest.fixture
def state(tmp_path: Path) -> StateDirectory:
    return StateDirectory(tmp_path / "state")


def test_everything_in_it_is_for_its_user_only(state: StateDirectory):
    state.secret()
    with state.held():
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (state.path, *state.path.iterdir())}

    assert modes == {"state": 0o700, "secret": 0o600, "lock": 0o600}


def test_the_secret_is_made_once(state: StateDirectory):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: StateDirectory(state.path).secret(), range(8)))

    assert [len(secret) for secret in secrets] == [SECRET_BYTES]
    assert [path.name for path in state.path.iterdir()] == ["secret"]


def test_a_look_leaves_no_secret_behind(state: StateDirectory):
    state.try_out()

    assert len(state.secret(keep=False)) == SECRET_BYTES
    assert list(state.path.iterdir()) == []


def test_a_secret_that_was_cut_short_is_refused(state: StateDirectory):
    state.secret()
    (state.path / "secret").write_bytes(b"short")

    with pytest.raises(StoreError, match=r"5 bytes instead of 32.*Put it back from a backup"):
        state.secret()


def test_a_second_holder_is_refused(state: StateDirectory):
    with state.held(), pytest.raises(AlreadyRunning, match="Another mailaide"), StateDirectory(state.path).held():
        pass


def test_what_is_let_go_can_be_held_again(state: StateDirectory):
    with state.held():
        pass

    with state.held():
        pass


def test_a_scratch_copy_leaves_the_store_alone(state: StateDirectory):
    with closing(sqlite3.connect(state.database)) as database:
        database.execute("create table fact (word)")

    with state.scratch_database() as copy, closing(sqlite3.connect(copy)) as scratch:
        scratch.execute("drop table fact")

    with closing(sqlite3.connect(state.database)) as database:
        assert database.execute("select name from sqlite_master").fetchall() == [("fact",)]
    assert not copy.exists()


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreError, match=r"file/state cannot be used: Not a directory.*state_directory"):
        StateDirectory(tmp_path / "file" / "state")


def test_whether_somebody_works_here_is_seen_without_disturbing(state: StateDirectory):
    seen = [state.in_use()]
    with state.held():
        seen.append(state.in_use())
    seen.append(state.in_use())

    assert seen == [False, True, False]
