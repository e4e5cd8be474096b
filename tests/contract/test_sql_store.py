"""What only a store on a file can promise: it survives, is private, and names its troubles."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import stat
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from contract.store_values import DRAFT, FULL, MONDAY, OLD_INTENT, a_find, a_message, an_intent
from sqlalchemy import Connection, create_engine, select, text, update

from mailaide.adapters.memory.store import MemoryStore
from mailaide.adapters.store import schema
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.rows import from_found, from_intent
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.matching.threads import Forest, Thread, Tie
from mailaide.errors import StoreError
from mailaide.ports import Bookmark, Store


def test_everything_survives_reopening(store_file: Path) -> None:
    store = SqlStore(store_file)
    store.keep([FULL])
    store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=2))
    store.save(DRAFT)
    store.set_wake("häfen", MONDAY)
    store.began_at(MONDAY)
    store.close()

    again = SqlStore(f"sqlite:///{store_file}")
    assert again.entries("häfen") == [FULL.entry]
    assert again.bookmark("work", "INBOX") == Bookmark(uidvalidity=7, uidnext=2)
    assert again.noted("work", 9) == [a_find(1)]
    assert again.intents("häfen") == [DRAFT]
    assert again.due(MONDAY) == {"häfen"}
    assert again.began_at(MONDAY + timedelta(days=1)) == MONDAY
    again.close()


def test_notes_and_bookmark_are_kept_both_or_neither(store_file: Path) -> None:
    store = SqlStore(store_file)
    naive = a_find(2, received_at=datetime(2026, 3, 2))  # noqa: DTZ001

    with pytest.raises(StoreError, match="has no time zone"):
        store.note("work", "INBOX", [a_find(1), naive], Bookmark(uidvalidity=7, uidnext=3))

    with sqlite3.connect(store_file) as other:
        other.execute("CREATE TRIGGER refuse BEFORE INSERT ON bookmark BEGIN SELECT RAISE(ABORT, 'refused'); END")
    other.close()
    with pytest.raises(StoreError, match="refused"):
        store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=3))

    assert store.noted("work", 9) == []
    assert store.bookmark("work", "INBOX") is None
    store.close()


def test_fault_65_two_connections_do_not_lose_updates(store_file: Path) -> None:
    """FAULTS 65: without BEGIN IMMEDIATE half of these are lost or refused."""
    databases = [Database(store_file), Database(store_file)]
    with databases[0].writing() as connection:
        connection.execute(schema.meta.insert().values(name="count", value="0"))

    def count(database: Database) -> None:
        for _ in range(20):
            with database.writing() as connection:
                value = connection.scalars(select(schema.meta.c.value)).one()
                connection.execute(update(schema.meta).values(value=str(int(value) + 1)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, databases * 2))

    with databases[0].reading() as connection:
        assert connection.scalars(select(schema.meta.c.value)).one() == "80"
    for database in databases:
        database.close()


def test_a_commit_is_on_the_disk(store_file: Path) -> None:
    database = Database(store_file)
    with database.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    database.close()

    assert pragmas == ["wal", 2, 1, 15_000]


def test_the_store_is_private(tmp_path: Path, store_file: Path) -> None:
    inside = tmp_path / "state" / "store.sqlite3"
    shutil.copy(store_file, lax := tmp_path / "restored.sqlite3")
    lax.chmod(0o644)
    stores = [SqlStore(inside), SqlStore(lax)]
    stores[0].save(DRAFT)

    assert stat.S_IMODE(inside.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in (lax, *inside.parent.iterdir())} == {0o600}
    for store in stores:
        store.close()


def test_a_directory_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Nothing was done to the mailbox") as caught:
        SqlStore(tmp_path)

    assert str(tmp_path) in str(caught.value)


@pytest.mark.filterwarnings("error")
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    store_file = tmp_path / "store.sqlite3"
    store_file.write_bytes(b"not a database at all" * 200)

    with pytest.raises(StoreError) as caught:
        SqlStore(store_file)

    assert str(caught.value) == (
        f"The store {store_file} failed: file is not a database. Nothing was done to the mailbox. The file is damaged: "
        "put back a backup, or move it away; mailaide then builds a new store from the mailbox and adopts the drafts "
        "that are there."
    )


def test_a_full_disk_stops_writing_but_not_reading(store_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqlStore(store_file)
    store.save(DRAFT)
    monkeypatch.setattr("mailaide.adapters.store.sqlite.FREE_BYTES_NEEDED", 1 << 62)

    with pytest.raises(StoreError, match="almost full"):
        store.save(an_intent("<2@m>"))

    assert store.intents("häfen") == [DRAFT]
    assert store.intents("harbour") == []
    store.close()


def test_errors_hold_no_words_of_a_mail(store_file: Path) -> None:
    store = SqlStore(store_file)
    with sqlite3.connect(store_file) as other:
        other.execute("DROP TABLE message")
    other.close()

    with pytest.raises(StoreError) as caught:
        store.keep([a_message("<1@x>", text="CANARY")])

    assert "CANARY" not in f"{caught.value} {caught.value.__cause__}"
    store.close()


def test_a_store_of_a_newer_version_is_left_alone(store_file: Path) -> None:
    with sqlite3.connect(store_file) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()

    with pytest.raises(
        StoreError, match=rf"another version of mailaide \(schema 9999; this one knows {schema.REVISION}\)"
    ):
        SqlStore(store_file)


def test_a_row_that_cannot_be_read_is_a_store_error(store_file: Path) -> None:
    store = SqlStore(store_file)
    store.save(DRAFT)
    with sqlite3.connect(store_file) as other:
        other.execute("UPDATE intent SET evidence = '[broken'")
    other.close()

    with pytest.raises(StoreError, match="cannot be read"):
        store.intents("häfen")
    store.close()


@pytest.mark.parametrize("url", ["mysterydb://host/mail", "sqlite://", "sqlite:///:memory:", "://"])
def test_a_url_that_names_no_store_is_a_store_error(url: str) -> None:
    with pytest.raises(StoreError, match="Nothing was done to the mailbox"):
        SqlStore(url)


def test_processes_that_open_a_new_store_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: SqlStore(tmp_path / "store.sqlite3"), range(4)))

    assert [store.intents("harbour") for store in stores] == [[]] * 4
    for store in stores:
        store.close()


def tables(store_file: Path) -> tuple[set[str], set[str]]:
    """The names of tables and indexes, and the tables without a row id."""
    with sqlite3.connect(store_file) as other:
        found = other.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    other.close()
    return {name for name, _ in found}, {name for name, sql in found if "WITHOUT ROWID" in sql}


def upgraded(connection: Connection, revision: str) -> Config:
    config = Config()
    config.set_main_option("script_location", "mailaide.adapters.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    upgrade(config, revision)
    return config


def test_the_migrations_lead_to_the_schema_that_a_new_store_has(store_file: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.sqlite3'}")

    with engine.begin() as connection:
        config = upgraded(connection, "head")

    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]
    for there in (engine, Database(store_file).engine):
        with there.begin() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, schema.metadata) == []
            assert context.get_current_revision() == schema.REVISION
        there.dispose()
    assert tables(tmp_path / "migrated.sqlite3") == tables(store_file)


def some_ties(rng: random.Random) -> list[Tie]:
    ids = [f"<{number}@x>" for number in range(25)]
    return [
        Tie(
            message_id=own,
            ids=(*rng.sample(ids, rng.choice([0, 0, 1, 1, 2])), own),
            at=MONDAY + timedelta(days=rng.randrange(90)),
            kin=rng.choice(["", "a", "b", "c"]),
            seeks=rng.random() < 0.3,
        )
        for own in ids
    ]


def partition(store: Store, ids: Iterable[str]) -> frozenset[frozenset[str]]:
    threads = store.threads([*ids])
    names = {thread.name for thread in threads.values()}
    return frozenset(frozenset(one for one in threads if threads[one].name == name) for name in names)


@pytest.mark.parametrize("seed", range(8))
def test_both_stores_join_as_the_core_does_in_any_order_and_any_batches(seed: int, store_file: Path) -> None:
    rng = random.Random(seed)  # noqa: S311  # not for secrets
    ties = some_ties(rng)
    forest, stores = Forest(), (MemoryStore(), SqlStore(store_file))
    forest.join(ties)

    for store in stores:
        rng.shuffle(ties)
        for start in range(0, len(ties), batch := rng.choice([1, 4, 25])):
            store.join(ties[start : start + batch])

    for store in stores:
        assert partition(store, [one.message_id for one in ties]) == forest.partition()
        store.close()


@pytest.mark.parametrize("seed", range(6))
def test_threads_of_before_they_were_numbered_grow_on(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)  # noqa: S311  # not for secrets
    ties = some_ties(rng)
    before, forest = ties[:15], Forest()
    forest.join(before)
    engine = create_engine(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with engine.begin() as connection:
        upgraded(connection, "0007")
        for name, ids in {min(part): part for part in forest.partition()}.items():
            insert = "INSERT INTO thread (name, projects, settled) VALUES (:name, :projects, :settled)"
            connection.execute(text(insert), {"name": name, "projects": f'["{name}"]', "settled": len(ids) > 3})
            insert = "INSERT INTO thread_id (message_id, thread) VALUES (:id, :name)"
            connection.execute(text(insert), [{"id": one, "name": name} for one in ids])
        insert = "INSERT INTO kin (kin, seeks, at, message_id) VALUES (:kin, :seeks, :at, :id)"
        told = [
            {"kin": one.kin, "seeks": one.seeks, "at": f"{one.at:%Y-%m-%d %H:%M:%S}.000000", "id": one.message_id}
            for one in before
            if one.kin
        ]
        connection.execute(text(insert), told)
    engine.dispose()

    store = SqlStore(tmp_path / "store.sqlite3")

    assert store.threads([one for part in forest.partition() for one in part]) == {
        one: Thread(name=min(part), projects=(min(part),), settled=len(part) > 3)
        for part in forest.partition()
        for one in part
    }
    store.join(ties[15:])
    forest.join(ties[15:])
    assert partition(store, [one.message_id for one in ties]) == forest.partition()
    store.close()


def test_what_was_noted_is_read_on_when_notes_come_to_lie_by_time(tmp_path: Path) -> None:
    noted = [a_find(2), a_find(1, received_at=MONDAY + timedelta(days=1))]
    engine = create_engine(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with engine.begin() as connection:
        upgraded(connection, "0008")
        for one in noted:
            told = from_found(one)
            insert = f"INSERT INTO noted ({', '.join(told)}) VALUES (:{', :'.join(told)})"  # noqa: S608  # names of ours
            connection.execute(text(insert), {**told, "received_at": f"{one.received_at:%Y-%m-%d %H:%M:%S}.000000"})
    engine.dispose()

    store = SqlStore(tmp_path / "store.sqlite3")

    assert store.noted("work", 9) == noted
    store.close()


def test_messages_are_read_anew_and_intents_keep_their_thread_when_threads_come(tmp_path: Path) -> None:
    store_file = tmp_path / "store.sqlite3"
    engine = create_engine(f"sqlite:///{store_file}")
    with engine.begin() as connection:
        upgraded(connection, "0002")
        connection.execute(
            text("INSERT INTO bookmark (account, folder, uidvalidity, uidnext) VALUES ('work', 'INBOX', 7, 9)")
        )
        for one in (an_intent("<reply@m>", answers="<2@x>"), an_intent("<new@m>", anchor="<anchor@m>", project="")):
            values = {name: value for name, value in from_intent(one).items() if name in OLD_INTENT}
            names = ", ".join(values)
            places = ", ".join(f":{name}" for name in values)
            statement = text(f"INSERT INTO intent ({names}) VALUES ({places})")  # noqa: S608  # names of ours
            told = {
                name: json.dumps(value) if name in {"evidence", "facts", "placed"} else value
                for name, value in values.items()
            }
            connection.execute(statement, told)
    engine.dispose()

    store = SqlStore(store_file)

    assert store.bookmark("work", "INBOX") is None
    assert store.threads(["<2@x>", "<reply@m>", "<anchor@m>"]) == {
        "<2@x>": Thread(name="<2@x>", projects=("harbour",)),
        "<reply@m>": Thread(name="<2@x>", projects=("harbour",)),
        "<anchor@m>": Thread(name="<anchor@m>"),
    }
    store.close()
