"""What every store promises of messages, marks and its own notes; each test runs on all of them (see conftest)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

from contract.store_values import FULL, MARK, MONDAY, a_find, a_message

from mailaide.core.dossier import Author, Filed
from mailaide.core.mail import Header, Place, Role
from mailaide.core.matching.threads import Thread
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.ports import Bookmark, Store


def test_a_message_comes_back_whole(store: Store) -> None:
    store.keep([FULL])

    assert store.entries("häfen") == [FULL.entry]
    assert store.entries("häfen")[0].at.tzinfo is not None


def test_a_waiting_message_comes_back_with_its_candidates(store: Store) -> None:
    late = a_message("<late@x>", at=MONDAY + timedelta(days=1), project="", candidates=("a", "b"))
    waiting = replace(FULL, project="")

    store.keep([late, waiting, a_message("<clear@x>")])

    assert store.unassigned() == [waiting, late]
    assert store.entries("") == []


def test_a_bookmark_moves_with_what_was_noted(store: Store) -> None:
    assert store.bookmark("work", "INBOX") is None

    store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=2))
    assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=7, uidnext=2)

    store.note("work", "INBOX", [], Bookmark(uidvalidity=8, uidnext=1))
    assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=8, uidnext=1)
    assert store.bookmark("work", "Sent") is None
    assert store.bookmark("home", "INBOX") is None


def test_what_was_noted_is_told_oldest_first_and_for_its_account(store: Store) -> None:
    late, early = a_find(1, received_at=MONDAY + timedelta(days=1)), a_find(2, message_id="")
    at_home = a_find(3, place=early.place._replace(account="home"))
    store.note("work", "INBOX", [late, early], Bookmark(uidvalidity=7, uidnext=3))
    store.note("home", "INBOX", [at_home], Bookmark(uidvalidity=7, uidnext=4))

    assert store.noted("work", 9) == [early, late]
    assert store.noted("work", 1) == [early]
    assert (store.noted_count("work"), store.noted_count("other")) == (2, 0)


def test_a_whole_window_is_noted_each_message_once(store: Store) -> None:
    found = [a_find(uid) for uid in range(1, 620)]
    for some in (found[:537], found[500:]):
        store.note("work", "INBOX", some, Bookmark(uidvalidity=7, uidnext=some[-1].place.uid + 1))

    assert store.noted("work", 999) == found


def test_a_note_is_forgotten_when_its_message_is_filed(store: Store) -> None:
    store.note("work", "INBOX", [a_find(1), a_find(2)], Bookmark(uidvalidity=7, uidnext=3))

    store.keep([a_message("<1@x>")], done=[a_find(1)])

    assert store.noted("work", 9) == [a_find(2)]


def test_a_message_that_is_filed_gets_its_new_place_and_is_not_noted(store: Store) -> None:
    store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=2))
    store.keep([a_message("<1@x>"), a_message("<2@x>")], done=[])
    place = Place(account="work", folder="INBOX", uidvalidity=8, uid=5)

    store.note("work", "INBOX", [a_find(2, place=place)], Bookmark(uidvalidity=8, uidnext=6))

    assert [entry.header.place for entry in store.entries("harbour") if entry.id == "<2@x>"] == [place]
    assert store.noted("work", 9) == []


def test_what_came_at_another_time_under_a_known_id_is_noted(store: Store) -> None:
    store.keep([a_message("<1@x>")])
    later = a_find(1, received_at=MONDAY + timedelta(minutes=1))

    store.note("work", "INBOX", [later], Bookmark(uidvalidity=7, uidnext=2))

    assert store.noted("work", 9) == [later]


def test_a_known_message_gets_its_new_place_and_keeps_everything_else(store: Store) -> None:
    store.keep([FULL])
    header = FULL.entry.header
    moved = replace(header, place=Place(account="work", folder="Neu", uidvalidity=99, uid=3))
    again = replace(moved, subject="other", flags=frozenset(), received_at=MONDAY + timedelta(days=9))

    store.keep([_with_header(FULL, again, project="elsewhere")])

    assert store.entries("häfen") == [_with_header(FULL, moved).entry]
    assert store.entries("elsewhere") == []


def test_known_is_by_account_and_role(store: Store) -> None:
    store.keep([a_message("<1@x>"), a_message("<2@x>")])

    assert store.known("work", Role.INBOX, ["<1@x>", "<3@x>"]) == {"<1@x>": MONDAY}
    assert store.known("work", Role.SENT, ["<1@x>"]) == {}
    assert store.known("home", Role.INBOX, ["<1@x>"]) == {}
    assert store.known("work", Role.INBOX, []) == {}


def test_entries_are_oldest_first(store: Store) -> None:
    filed = [a_message(f"<{hour}@x>", at=MONDAY + timedelta(hours=hour)) for hour in (3, 1, 2)]

    store.keep(filed)

    assert [entry.id for entry in store.entries("harbour")] == ["<1@x>", "<2@x>", "<3@x>"]


def test_a_message_in_several_folders_is_one_entry(store: Store) -> None:
    sent, inbox, archive = (a_message("<1@x>", role=role) for role in (Role.SENT, Role.INBOX, Role.ARCHIVE))

    store.keep([archive])
    assert store.entries("harbour") == [archive.entry]

    store.keep([inbox])
    assert store.entries("harbour") == [inbox.entry]

    store.keep([sent])
    assert store.entries("harbour") == [sent.entry]


def test_drafts_and_rubbish_are_no_entries(store: Store) -> None:
    store.keep([a_message("<1@x>", role=Role.DRAFTS)])
    store.keep([a_message("<2@x>", role=Role.TRASH, project="")])

    assert store.entries("harbour") == []
    assert store.unassigned() == []


def test_many_message_ids_can_be_asked_for_at_once(store: Store) -> None:
    ids = [f"<{number}@x>" for number in range(1_200)]
    store.keep([a_message(one) for one in ids])

    assert store.known("work", Role.INBOX, ids).keys() == set(ids)
    assert store.threads(ids) == {one: Thread(name=one, projects=("harbour",)) for one in ids}


def test_a_wake_is_due_from_its_instant_on(store: Store) -> None:
    store.set_wake("harbour", MONDAY + timedelta(hours=9))
    store.set_wake("harbour", MONDAY.astimezone(timezone(timedelta(hours=-8))))
    store.set_wake("bridge", MONDAY + timedelta(hours=1))
    store.set_wake("tower", MONDAY)
    store.set_wake("tower", None)
    store.set_wake("unknown", None)

    assert store.due(MONDAY - timedelta(microseconds=1)) == frozenset()
    assert store.due(MONDAY) == {"harbour"}
    assert store.due(MONDAY + timedelta(hours=1)) == {"harbour", "bridge"}


def test_the_first_call_says_whether_it_was_rebuilt(store: Store) -> None:
    assert store.rebuilt(told=True)
    assert store.rebuilt(told=False)


def test_the_scores_of_clients_are_remembered_as_they_were_filed(store: Store) -> None:
    def says(message_id: str, score: float, **changes: Any) -> Filed:
        filed = a_message(message_id)
        signal = Signal(kind=SignalKind.MAYBE_COMPLAINT, sentence="Hello.", because="late", score=score)
        entry = replace(filed.entry, reading=Reading(new_text="Hello.", language="en", signals=(signal,)))
        return replace(filed, entry=replace(entry, **changes))

    machine = Reading(new_text="", language="en", machine="auto-replied")
    ours = [says("<d@x>", 0.9, author=Author.US), says("<e@x>", 0.9, reading=machine)]

    store.keep([says("<a@x>", 0.25), says("<b@x>", 0.5), *ours])
    store.keep([says("<b@x>", 0.5), a_message("<c@x>")])

    assert store.scores("work", 9) == [0.25, 0.5, 0.0]
    assert store.scores("work", 2) == [0.5, 0.0]
    assert store.scores("home", 9) == []


def test_the_first_call_says_when_it_began(store: Store) -> None:
    assert store.began_at(MONDAY) == MONDAY
    assert store.began_at(MONDAY + timedelta(days=1)) == MONDAY


def test_a_note_is_the_last_one_under_its_name(store: Store) -> None:
    store.remember("blind", "studio")
    store.remember("blind", "office")
    store.remember("began_at", "not the store's own")

    assert [store.recalled(name) for name in ("blind", "began_at", "nothing")] == [
        "office",
        "not the store's own",
        "",
    ]
    assert store.began_at(MONDAY) == MONDAY


def test_a_broken_character_does_not_keep_a_message_out(store: Store) -> None:
    store.keep([a_message("<\udc80@x>", text="\ud83d!")])

    assert store.known("work", Role.INBOX, ["<\udc80@x>"]) == {"<\udc80@x>": MONDAY}
    assert set(store.threads(["<\udc80@x>"])) == {"<\udc80@x>"}
    assert len(store.entries("harbour")) == 1


def test_a_flag_that_was_set_stays_known(store: Store) -> None:
    store.keep([FULL, _with_header(FULL, replace(FULL.entry.header, role=Role.PROJECT)), a_message("<b@x>")])

    store.flagged([FULL.entry.header.handle], "\\Answered")
    store.flagged([FULL.entry.header.handle], "\\Answered")

    assert [entry.header.flags for entry in store.entries("häfen")] == [FULL.entry.header.flags | {"\\Answered"}]
    assert [entry.header.flags for entry in store.entries("harbour")] == [frozenset()]


def test_a_mark_is_kept_once_and_wakes_its_project(store: Store) -> None:
    store.mark(MARK, replace(MARK, project="tower"))
    store.mark(replace(MARK, undone=True, at=MONDAY + timedelta(hours=1)), MARK)

    assert store.marks("häfen") == [MARK, replace(MARK, undone=True, at=MONDAY + timedelta(hours=1))]
    assert {one.project for one in store.marks("", "häfen", "tower")} == {"häfen", "tower"}
    assert store.marks("") == []
    assert {one.project for one in store.marks()} == {"häfen", "tower"}
    assert store.due(MONDAY + timedelta(hours=1)) == {"häfen", "tower"}


def test_threads_of_the_process_may_share_it(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        began = set(pool.map(lambda hour: store.began_at(MONDAY + timedelta(hours=hour)), range(16)))
        list(pool.map(lambda one: store.keep([a_message(f"<{one}@x>")]), range(16)))

    assert len(began) == 1
    assert len(store.entries("harbour")) == 16


def _with_header(filed: Filed, header: Header, **changes: Any) -> Filed:
    entry = replace(filed.entry, message=replace(filed.entry.message, header=header))
    return replace(filed, entry=entry, **changes)
