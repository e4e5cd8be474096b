"""The store on a real PostgreSQL: what only a server can do to us."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from contract.store_values import DRAFT, FULL, MARK, MONDAY, a_message, an_intent
from contract.test_sql_store import upgraded
from sqlalchemy import make_url
from system.postgresql import PASSWORD, Postgresql

from mailaide.adapters.store import schema
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.postgresql import UNVERIFIED, prepared
from mailaide.adapters.store.sql import SqlStore
from mailaide.errors import AlreadyRunning, StoreError

pytestmark = pytest.mark.real


def test_everything_survives_reopening(database_url: str):
    store = SqlStore(database_url, PASSWORD)
    store.keep([FULL])
    store.save(DRAFT)
    store.close()

    again = SqlStore(database_url, PASSWORD)
    assert again.entries("häfen") == [FULL.entry]
    assert again.intents("häfen") == [DRAFT]
    again.close()


def test_a_nul_in_a_mail_keeps_nothing_out(database_url: str):
    store = SqlStore(database_url, PASSWORD)

    store.keep([a_message("<1\x00@x>", text="a\x00b")])

    assert [entry.id for entry in store.entries("harbour")] == ["<1\ufffd@x>"]
    assert set(store.threads(["<1\x00@x>"])) == {"<1\x00@x>"}
    store.close()


def test_the_migrations_lead_to_the_schema_that_a_new_store_has(database_url: str):
    database = Database(database_url, PASSWORD, as_it_is=True)
    with database.writing() as connection:
        upgraded(connection, "head")

    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
    assert database.promise() == "up to date"
    database.close()


def test_a_copy_has_everything(database_url: str, tmp_path: Path):
    store = SqlStore(database_url, PASSWORD)
    store.keep([FULL])
    store.save(DRAFT)
    store.mark(MARK)

    store.copy_to(tmp_path / "copy.db")

    copy = SqlStore(tmp_path / "copy.db")
    assert copy.entries("häfen") == [FULL.entry]
    assert copy.intents("häfen") == [DRAFT]
    assert copy.marks() == [MARK]
    assert copy.threads(["<full@client.example>"]) == store.threads(["<full@client.example>"])
    for one in (store, copy):
        one.close()


def test_several_that_open_a_new_database_at_once_agree(database_url: str):
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: SqlStore(database_url, PASSWORD), range(4)))

    assert [store.intents("harbour") for store in stores] == [[]] * 4
    for store in stores:
        store.close()


def test_writers_stand_in_a_row(database_url: str):
    """FAULTS 65: who reads first and writes then loses updates where two do it at once."""
    stores = [SqlStore(database_url, PASSWORD) for _ in range(2)]

    def keep(number: int) -> None:
        stores[number % 2].keep([a_message(f"<{number}@x>")])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(keep, range(20)))

    assert len(stores[0].scores("work", 99)) == 20
    for store in stores:
        store.close()


def test_a_server_that_was_restarted_is_found_again(database_url: str, postgresql: Postgresql):
    store = SqlStore(database_url, PASSWORD)
    store.save(DRAFT)

    postgresql.restart()

    assert store.intents("häfen") == [DRAFT]
    store.close()


def test_fault_67_a_second_daemon_is_refused_wherever_it_runs(database_url: str):
    here, there = SqlStore(database_url, PASSWORD), SqlStore(database_url, PASSWORD)

    with here.held(), pytest.raises(AlreadyRunning, match="perhaps on another machine"), there.held():
        pass
    with there.held():
        there.save(DRAFT)

    here.save(an_intent("<by-hand@m>"))  # who never held it, a command say, may write
    for store in (here, there):
        store.close()


def test_fault_67_whoever_was_replaced_writes_nothing_more(database_url: str, postgresql: Postgresql):
    here, there = SqlStore(database_url, PASSWORD), SqlStore(database_url, PASSWORD)
    database = database_url.rpartition("/")[2]

    with here.held():
        ends = "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7150002"
        postgresql.say(ends, database)
        with there.held():
            there.save(DRAFT)
            with pytest.raises(StoreError, match="has taken over the store"):
                here.save(an_intent("<late@m>"))
            assert there.intents("harbour") == []

    for store in (here, there):
        store.close()


@pytest.mark.parametrize(
    ("url", "environment"),
    [
        ("postgresql://mail@db.example/mail", {}),
        ("postgresql://mail@localhost/mail?hostaddr=192.0.2.7", {}),
        ("postgresql://mail@/mail?host=127.0.0.1,db.example", {}),
        ("postgresql://mail@localhost/mail?service=office", {}),
        ("postgresql:///mail", {"PGHOST": "db.example"}),
        ("postgresql://localhost/mail", {"PGHOSTADDR": "192.0.2.7"}),
    ],
)
def test_fault_29_whatever_leads_to_another_machine_needs_tls(
    url: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    query = prepared(make_url(url), "").query
    assert (query["sslmode"], query["sslrootcert"]) == ("verify-full", "system")
    with pytest.raises(StoreError, match="sslmode=prefer"):
        prepared(make_url(url).update_query_dict({"sslmode": "prefer"}), "")


def test_an_authority_of_ones_own_is_asked_and_less_is_taken_only_where_it_is_written():
    own = prepared(make_url("postgresql://mail@db.example/mail?sslrootcert=/ca.pem"), "").query
    none = prepared(make_url("postgresql://mail@db.example/mail?sslmode=require"), "").query

    assert own == {"sslmode": "verify-full", "sslrootcert": "/ca.pem"}
    assert none == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["postgresql:///mail", "postgresql://[::1]/mail", "postgresql:///mail?host=/run/pg"])
def test_this_computer_may_go_without(url: str):
    assert "sslmode" not in prepared(make_url(url), "").query


def test_fault_29_a_certificate_is_verified_unless_the_url_says_that_it_need_not_be(
    database_url: str, postgresql: Postgresql
):
    told = []
    for way in (f"verify-full&sslrootcert={postgresql.certificate}", "require"):
        database = Database(f"{database_url}?sslmode={way}", PASSWORD, as_it_is=True)
        told.append(database.promise())
        database.close()

    empty = "it is empty, and made at the first start"
    assert told == [empty, f"{empty}. {UNVERIFIED}"]
    with pytest.raises(StoreError, match=r"certificate verify failed.* add \?sslmode=verify-full&sslrootcert="):
        SqlStore(f"{database_url}?sslmode=verify-full&sslrootcert=system", PASSWORD)


def test_what_is_wrong_is_said_plainly(database_url: str, monkeypatch: pytest.MonkeyPatch):
    host, _, database = database_url.rpartition("/")
    troubles = {
        "password authentication failed": (database_url, "wrong", "mailaide password store"),
        "no password supplied": (database_url, "", "store.password_file"),
        f'database "{database}x" does not exist': (f"{host}/{database}x", PASSWORD, "createdb"),
        "connection failed": ("postgresql://mail@127.0.0.1:9/mail", PASSWORD, "Look whether the database server runs"),
        "sslmode=disable": ("postgresql://mail@db.example/mail?sslmode=disable", PASSWORD, "Leave sslmode out"),
    }

    for what, (place, password, remedy) in troubles.items():
        with pytest.raises(StoreError) as caught:
            SqlStore(place, password)
        assert what in str(caught.value)
        assert remedy in str(caught.value)
        assert PASSWORD not in str(caught.value)
        assert "\n" not in str(caught.value)

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"needs a driver that is not installed .* pip install 'mailaide\[postgres\]'"):
        SqlStore(database_url, PASSWORD)


def test_errors_hold_no_words_of_a_mail(database_url: str, postgresql: Postgresql):
    store = SqlStore(database_url, PASSWORD)
    postgresql.say("ALTER TABLE message ADD CHECK (because <> 'CANARY')", database_url.rpartition("/")[2])
    canary = a_message("<1@x>", text="CANARY", at=MONDAY)

    with pytest.raises(StoreError) as caught:
        store.keep([canary.__class__(entry=canary.entry, project="harbour", because="CANARY")])

    assert "CANARY" not in str(caught.value)
    store.close()


def test_a_row_that_cannot_be_read_is_told_with_what_helps_on_a_server(database_url: str, postgresql: Postgresql):
    store = SqlStore(database_url, PASSWORD)
    store.save(DRAFT)
    postgresql.say("UPDATE intent SET state = 'none'", database_url.rpartition("/")[2])

    with pytest.raises(StoreError, match=r"holds a row that cannot be read \(ValueError\).*empty one in store\.url"):
        store.intents("häfen")
    store.close()
