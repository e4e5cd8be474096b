"""What every store promises, run on SQLite and on the twin in memory; then what only a file can promise."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, update

from mailaide.adapters.memory_store import MemoryStore
from mailaide.adapters.store import schema
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.dossier import Author, Entry, Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.errors import StoreError
from mailaide.ports import Bookmark, Store

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOLDERS = {
    Role.INBOX: "INBOX",
    Role.SENT: "Gesendet",
    Role.ARCHIVE: "Archiv",
    Role.DRAFTS: "Entwürfe",
    Role.TRASH: "Papierkorb",
}


def a_message(message_id: str, *, uid: int = 1, **changes: Any) -> Filed:
    role = changes.get("role", Role.INBOX)
    header = Header(
        place=Place(account=changes.get("account", "work"), folder=FOLDERS[role], uidvalidity=7, uid=uid),
        role=role,
        message_id=message_id,
        received_at=changes.get("at", MONDAY),
    )
    entry = Entry(
        message=Message(header=header, text=changes.get("text", "Hello.")),
        thread=changes.get("thread", message_id),
        author=Author.CLIENT,
        reading=Reading(new_text="Hello.", language="en"),
    )
    return Filed(
        entry=entry,
        project=changes.get("project", "harbour"),
        candidates=changes.get("candidates", ()),
        because="the sender is a client",
    )


FULL = Filed(
    entry=Entry(
        message=Message(
            header=Header(
                place=Place(account="work", folder="INBOX", uidvalidity=4_294_967_295, uid=4_294_967_294),
                role=Role.INBOX,
                message_id="<full@client.example>",
                references=("<a@x>", "<b@x>"),
                sender=Address(email="zoë@client.example", name="Zoë Çelik"),
                reply_to=(Address(email="desk@client.example"),),
                to=(Address(email="me@work.example", name="Ich"), Address(email="you@work.example")),
                cc=(Address(email="山田@client.example", name="山田"),),
                subject="Größe — “falsch” 🚧",
                received_at=datetime(2026, 3, 2, 10, 30, 15, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30))),
                flags=frozenset({"\\Seen", "$Wichtig"}),
                marks=(("list-id", "x"), ("return-path", "<>"), ("list-id", "y")),
            ),
            text="Das ist falsch.\n\n> Größe\n🚧",
        ),
        thread="<a@x>",
        author=Author.OTHER,
        reading=Reading(
            new_text="Das ist falsch.",
            language="de",
            machine="List-Id",
            signals=(
                Signal(kind=SignalKind.COMPLAINT, sentence="Das ist falsch.", because="cue “falsch”"),
                Signal(kind=SignalKind.THANKS, sentence="ist", because=""),
            ),
        ),
    ),
    project="häfen",
    candidates=("häfen", "brücke"),
    because="«Zoë» ist Kundin",
)

DRAFT = Intent(
    kind=Kind.DRAFT,
    key="answer:<full@client.example>",
    revision=2,
    message_id="<draft@mailaide>",
    account="work",
    project="häfen",
    duty="complaint",
    answers="<full@client.example>",
    anchor="",
    raw=b"From: me\r\n\r\n\x00\xff",
    because="she waits since “Monday”",
    evidence=("<full@client.example>", "<a@x>"),
    due=MONDAY + timedelta(hours=4, microseconds=1),
    folder="Entwürfe",
    uidvalidity=4_294_967_295,
    uidnext=12,
    planned_at=MONDAY,
    state=State.PLACED,
    attempted_at=MONDAY + timedelta(seconds=1),
    placed=Place(account="work", folder="Entwürfe", uidvalidity=4_294_967_295, uid=12),
    settled_at=MONDAY + timedelta(seconds=2),
    announced=True,
)


def an_intent(message_id: str, **changes: Any) -> Intent:
    bare = {"state": State.PLANNED, "attempted_at": None, "placed": None, "settled_at": None, "announced": False}
    return replace(DRAFT, **{**bare, "message_id": message_id, "answers": "", "project": "harbour", **changes})


class StoreContract:
    def test_a_message_comes_back_whole(self, store: Store) -> None:
        store.keep("work", "INBOX", [FULL], None)

        assert store.entries("häfen") == [FULL.entry]
        assert store.entries("häfen")[0].at.tzinfo is not None

    def test_a_waiting_message_comes_back_with_its_candidates(self, store: Store) -> None:
        late = a_message("<late@x>", at=MONDAY + timedelta(days=1), project="", candidates=("a", "b"))
        waiting = replace(FULL, project="")

        store.keep("work", "INBOX", [late, waiting, a_message("<clear@x>")], None)

        assert store.unassigned() == [waiting, late]
        assert store.entries("") == []

    def test_a_bookmark_moves_with_its_messages(self, store: Store) -> None:
        assert store.bookmark("work", "INBOX") is None

        store.keep("work", "INBOX", [a_message("<1@x>")], Bookmark(uidvalidity=7, uidnext=2))
        store.keep("work", "INBOX", [a_message("<2@x>")], None)
        assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=7, uidnext=2)

        store.keep("work", "INBOX", [], Bookmark(uidvalidity=8, uidnext=1))
        assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=8, uidnext=1)
        assert store.bookmark("work", "Sent") is None
        assert store.bookmark("home", "INBOX") is None

    def test_a_known_message_gets_its_new_place_and_keeps_everything_else(self, store: Store) -> None:
        store.keep("work", "INBOX", [FULL], None)
        header = FULL.entry.header
        moved = replace(header, place=Place(account="work", folder="Neu", uidvalidity=99, uid=3))
        again = replace(moved, subject="other", flags=frozenset(), received_at=MONDAY + timedelta(days=9))

        store.keep("work", "Neu", [_with_header(FULL, again, project="elsewhere")], None)

        assert store.entries("häfen") == [_with_header(FULL, moved).entry]
        assert store.entries("elsewhere") == []

    def test_known_is_by_account_and_role(self, store: Store) -> None:
        store.keep("work", "INBOX", [a_message("<1@x>"), a_message("<2@x>")], None)

        assert store.known("work", Role.INBOX, ["<1@x>", "<3@x>"]) == {"<1@x>"}
        assert store.known("work", Role.SENT, ["<1@x>"]) == frozenset()
        assert store.known("home", Role.INBOX, ["<1@x>"]) == frozenset()
        assert store.known("work", Role.INBOX, []) == frozenset()

    def test_entries_are_oldest_first(self, store: Store) -> None:
        filed = [a_message(f"<{hour}@x>", at=MONDAY + timedelta(hours=hour)) for hour in (3, 1, 2)]

        store.keep("work", "INBOX", filed, None)

        assert [entry.id for entry in store.entries("harbour")] == ["<1@x>", "<2@x>", "<3@x>"]

    def test_a_message_in_several_folders_is_one_entry(self, store: Store) -> None:
        sent, inbox, archive = (a_message("<1@x>", role=role) for role in (Role.SENT, Role.INBOX, Role.ARCHIVE))

        store.keep("work", "Archiv", [archive], None)
        assert store.entries("harbour") == [archive.entry]

        store.keep("work", "INBOX", [inbox], None)
        assert store.entries("harbour") == [inbox.entry]

        store.keep("work", "Gesendet", [sent], None)
        assert store.entries("harbour") == [sent.entry]

    def test_drafts_and_rubbish_are_no_entries(self, store: Store) -> None:
        store.keep("work", "Entwürfe", [a_message("<1@x>", role=Role.DRAFTS)], None)
        store.keep("work", "Papierkorb", [a_message("<2@x>", role=Role.TRASH, project="")], None)

        assert store.entries("harbour") == []
        assert store.unassigned() == []

    def test_threads_of_messages_and_intents(self, store: Store) -> None:
        store.keep("work", "INBOX", [a_message("<2@x>", thread="<1@x>"), a_message("<w@x>", project="")], None)
        store.save(an_intent("<reply@m>", answers="<2@x>", project="other"))
        store.save(an_intent("<early@m>", answers="<unseen@x>"))
        store.save(an_intent("<new@m>", anchor="<anchor@m>"))
        store.save(an_intent("<newer@m>", anchor="<anchor@m>", revision=3))
        store.save(an_intent("<alert@m>", kind=Kind.ALERT))
        asked = ["<2@x>", "<w@x>", "<reply@m>", "<early@m>", "<new@m>", "<newer@m>", "<anchor@m>", "<alert@m>"]

        assert store.threads([*asked, "<unseen@x>", ""]) == {
            "<2@x>": ("<1@x>", "harbour"),
            "<w@x>": ("<w@x>", ""),
            "<reply@m>": ("<1@x>", "other"),
            "<early@m>": ("<unseen@x>", "harbour"),
            "<new@m>": ("<anchor@m>", "harbour"),
            "<newer@m>": ("<anchor@m>", "harbour"),
            "<anchor@m>": ("<anchor@m>", "harbour"),
            "<alert@m>": ("<alert@m>", "harbour"),
        }
        assert store.threads([]) == {}

    def test_a_message_tells_its_thread_before_the_intent_it_came_from(self, store: Store) -> None:
        store.save(an_intent("<reply@m>", answers="<2@x>", project="other"))
        store.keep("work", "Gesendet", [a_message("<reply@m>", role=Role.SENT, thread="<1@x>")], None)

        assert store.threads(["<reply@m>"]) == {"<reply@m>": ("<1@x>", "harbour")}

    def test_many_message_ids_at_once(self, store: Store) -> None:
        ids = [f"<{number}@x>" for number in range(1_200)]
        store.keep("work", "INBOX", [a_message(one) for one in ids], None)

        assert store.known("work", Role.INBOX, ids) == set(ids)
        assert store.threads(ids) == {one: (one, "harbour") for one in ids}

    def test_an_intent_comes_back_whole(self, store: Store) -> None:
        store.save(DRAFT)

        assert store.intents("häfen") == [DRAFT]
        assert store.watched("work") == [DRAFT]

    def test_saving_an_intent_again_replaces_it(self, store: Store) -> None:
        store.save(an_intent("<1@m>"))
        settled = replace(DRAFT, message_id="<1@m>", project="harbour", state=State.SENT)

        store.save(settled)

        assert store.intents("harbour") == [settled]

    def test_a_thread_that_waits_can_be_given_its_project(self, store: Store) -> None:
        waiting = replace(a_message("<1@x>"), project="", candidates=("bridge", "harbour"))
        store.keep("work", "INBOX", [waiting], None)

        store.assign(waiting.entry.thread, "harbour", "the person's answer carries its tag")

        assert store.unassigned() == []
        assert store.entries("harbour") == [waiting.entry]

    def test_the_facts_of_a_draft_are_kept(self, store: Store) -> None:
        draft = an_intent("<1@m>", facts=(("fees", "design EUR 95"), ("to", "piet@harbour.example")))

        store.save(draft)

        assert store.intents(draft.project) == [draft]

    def test_several_intents_are_saved_at_once(self, store: Store) -> None:
        store.save(an_intent("<1@m>"), an_intent("<2@m>"))

        assert store.watched("work") == [an_intent("<1@m>"), an_intent("<2@m>")]

    def test_an_alert_is_watched_until_it_is_placed_and_announced(self, store: Store) -> None:
        told = an_intent("<1@m>", kind=Kind.ALERT, state=State.PLACED, announced=True)
        untold = an_intent("<2@m>", kind=Kind.ALERT, state=State.PLACED)
        store.save(told)
        store.save(untold)

        assert store.watched("work") == [untold]

    def test_drafts_are_counted_from_an_instant_on(self, store: Store) -> None:
        for hour in (1, 2, 3):
            store.save(an_intent(f"<{hour}@m>", planned_at=MONDAY + timedelta(hours=hour)))
        store.save(an_intent("<alert@m>", kind=Kind.ALERT, planned_at=MONDAY + timedelta(hours=3)))

        assert store.drafted_since(MONDAY + timedelta(hours=2)) == 2

    def test_watched_are_open_and_placed_ones_of_the_account(self, store: Store) -> None:
        for hour, state in enumerate(State):
            store.save(an_intent(f"<{state}@m>", state=state, planned_at=MONDAY - timedelta(hours=hour)))
        store.save(an_intent("<home@m>", account="home"))

        assert [one.state for one in store.watched("work")] == [
            State.SUPERSEDED,
            State.PLACED,
            State.ATTEMPTED,
            State.PLANNED,
        ]

    def test_a_wake_is_due_from_its_instant_on(self, store: Store) -> None:
        store.set_wake("harbour", MONDAY + timedelta(hours=9))
        store.set_wake("harbour", MONDAY.astimezone(timezone(timedelta(hours=-8))))
        store.set_wake("bridge", MONDAY + timedelta(hours=1))
        store.set_wake("tower", MONDAY)
        store.set_wake("tower", None)
        store.set_wake("unknown", None)

        assert store.due(MONDAY - timedelta(microseconds=1)) == frozenset()
        assert store.due(MONDAY) == {"harbour"}
        assert store.due(MONDAY + timedelta(hours=1)) == {"harbour", "bridge"}

    def test_the_first_call_says_whether_it_was_rebuilt(self, store: Store) -> None:
        assert store.rebuilt(told=True)
        assert store.rebuilt(told=False)

    def test_bytes_of_what_is_long_done_are_forgotten(self, store: Store) -> None:
        done = an_intent("<1@m>", state=State.SENT, settled_at=MONDAY)
        lying = an_intent("<2@m>", state=State.PLACED, settled_at=MONDAY)
        late = an_intent("<3@m>", state=State.DISCARDED, settled_at=MONDAY + timedelta(days=1))
        store.save(done, lying, late)

        store.forget_texts(MONDAY + timedelta(hours=1))

        assert {one.message_id: one.raw for one in store.intents(done.project)} == {
            "<1@m>": b"",
            "<2@m>": lying.raw,
            "<3@m>": late.raw,
        }

    def test_the_first_call_says_when_it_began(self, store: Store) -> None:
        assert store.began_at(MONDAY) == MONDAY
        assert store.began_at(MONDAY + timedelta(days=1)) == MONDAY

    def test_a_broken_character_does_not_keep_a_message_out(self, store: Store) -> None:
        store.keep("work", "INBOX", [a_message("<\udc80@x>", text="\ud83d!")], Bookmark(uidvalidity=7, uidnext=2))

        assert store.known("work", Role.INBOX, ["<\udc80@x>"]) == {"<\udc80@x>"}
        assert set(store.threads(["<\udc80@x>"])) == {"<\udc80@x>"}
        assert len(store.entries("harbour")) == 1

    def test_threads_of_the_process_may_share_it(self, store: Store) -> None:
        with ThreadPoolExecutor(8) as pool:
            began = set(pool.map(lambda hour: store.began_at(MONDAY + timedelta(hours=hour)), range(16)))
            list(pool.map(lambda one: store.keep("work", "INBOX", [a_message(f"<{one}@x>")], None), range(16)))

        assert len(began) == 1
        assert len(store.entries("harbour")) == 16


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return MemoryStore()


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty store to copy: migrating for each test would cost a second."""
    file = tmp_path_factory.mktemp("fresh") / "store.sqlite3"
    SqlStore(file).close()
    return file


@pytest.fixture
def file(fresh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(fresh, tmp_path / "store.sqlite3"))


class TestSqlStore(StoreContract):
    @pytest.fixture
    def store(self, file: Path) -> Iterator[Store]:
        store = SqlStore(file)
        yield store
        store.close()


def _with_header(filed: Filed, header: Header, **changes: Any) -> Filed:
    entry = replace(filed.entry, message=replace(filed.entry.message, header=header))
    return replace(filed, entry=entry, **changes)


def test_everything_survives_reopening(file: Path) -> None:
    store = SqlStore(file)
    store.keep("work", "INBOX", [FULL], Bookmark(uidvalidity=7, uidnext=2))
    store.save(DRAFT)
    store.set_wake("häfen", MONDAY)
    store.began_at(MONDAY)
    store.close()

    again = SqlStore(f"sqlite:///{file}")
    assert again.entries("häfen") == [FULL.entry]
    assert again.bookmark("work", "INBOX") == Bookmark(uidvalidity=7, uidnext=2)
    assert again.intents("häfen") == [DRAFT]
    assert again.due(MONDAY) == {"häfen"}
    assert again.began_at(MONDAY + timedelta(days=1)) == MONDAY
    again.close()


def test_messages_and_bookmark_are_kept_both_or_neither(file: Path) -> None:
    store = SqlStore(file)
    naive = a_message("<2@x>", at=datetime(2026, 3, 2))  # noqa: DTZ001

    with pytest.raises(StoreError, match="has no time zone"):
        store.keep("work", "INBOX", [a_message("<1@x>"), naive], Bookmark(uidvalidity=7, uidnext=3))

    with sqlite3.connect(file) as other:
        other.execute("CREATE TRIGGER refuse BEFORE INSERT ON bookmark BEGIN SELECT RAISE(ABORT, 'refused'); END")
    other.close()
    with pytest.raises(StoreError, match="refused"):
        store.keep("work", "INBOX", [a_message("<1@x>")], Bookmark(uidvalidity=7, uidnext=3))

    assert store.entries("harbour") == []
    assert store.bookmark("work", "INBOX") is None
    store.close()


def test_two_connections_do_not_lose_updates(file: Path) -> None:
    """FAULTS 65: without BEGIN IMMEDIATE half of these are lost or refused."""
    databases = [Database(file), Database(file)]
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


def test_a_commit_is_on_the_disk(file: Path) -> None:
    database = Database(file)
    with database.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    database.close()

    assert pragmas == ["wal", 2, 1, 15_000]


def test_the_store_is_private(tmp_path: Path, file: Path) -> None:
    inside = tmp_path / "state" / "store.sqlite3"
    shutil.copy(file, lax := tmp_path / "restored.sqlite3")
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
    file = tmp_path / "store.sqlite3"
    file.write_bytes(b"not a database at all" * 200)

    with pytest.raises(StoreError) as caught:
        SqlStore(file)

    assert str(caught.value) == (
        f"The store {file} failed: file is not a database. Nothing was done to the mailbox. The file is damaged: put "
        "back a backup, or move it away; mailaide then builds a new store from the mailbox and adopts the drafts "
        "that are there."
    )


def test_a_full_disk_stops_writing_but_not_reading(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SqlStore(file)
    store.save(DRAFT)
    monkeypatch.setattr("mailaide.adapters.store.engine.FREE_BYTES_NEEDED", 1 << 62)

    with pytest.raises(StoreError, match="almost full"):
        store.save(an_intent("<2@m>"))

    assert store.intents("häfen") == [DRAFT]
    assert store.intents("harbour") == []
    store.close()


def test_errors_hold_no_words_of_a_mail(file: Path) -> None:
    store = SqlStore(file)
    with sqlite3.connect(file) as other:
        other.execute("DROP TABLE message")
    other.close()

    with pytest.raises(StoreError) as caught:
        store.keep("work", "INBOX", [a_message("<1@x>", text="CANARY")], None)

    assert "CANARY" not in f"{caught.value} {caught.value.__cause__}"
    store.close()


def test_a_store_of_a_newer_version_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()

    with pytest.raises(StoreError, match=r"another version of mailaide \(schema 9999; this one knows 0001\)"):
        SqlStore(file)


def test_a_row_that_cannot_be_read_is_a_store_error(file: Path) -> None:
    store = SqlStore(file)
    store.save(DRAFT)
    with sqlite3.connect(file) as other:
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


def test_the_migrations_lead_to_the_schema(file: Path) -> None:
    config = Config()
    config.set_main_option("script_location", "mailaide.adapters.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]

    database = Database(file)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
    database.close()
