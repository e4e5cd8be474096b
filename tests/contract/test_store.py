"""What every store promises, run on SQLite and on the twin in memory."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from store_values import DRAFT, FULL, MARK, MONDAY, a_find, a_message, a_tie, an_intent, thread_of

from mailaide.adapters.memory_store import MemoryStore
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.dossier import Author, Evidence, Filed
from mailaide.core.intent import Kind, State
from mailaide.core.mail import Header, Place, Role
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.core.threads import Thread
from mailaide.ports import Bookmark, Store


class StoreContract:
    def test_a_message_comes_back_whole(self, store: Store) -> None:
        store.keep([FULL])

        assert store.entries("häfen") == [FULL.entry]
        assert store.entries("häfen")[0].at.tzinfo is not None

    def test_a_waiting_message_comes_back_with_its_candidates(self, store: Store) -> None:
        late = a_message("<late@x>", at=MONDAY + timedelta(days=1), project="", candidates=("a", "b"))
        waiting = replace(FULL, project="")

        store.keep([late, waiting, a_message("<clear@x>")])

        assert store.unassigned() == [waiting, late]
        assert store.entries("") == []

    def test_a_bookmark_moves_with_what_was_noted(self, store: Store) -> None:
        assert store.bookmark("work", "INBOX") is None

        store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=2))
        assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=7, uidnext=2)

        store.note("work", "INBOX", [], Bookmark(uidvalidity=8, uidnext=1))
        assert store.bookmark("work", "INBOX") == Bookmark(uidvalidity=8, uidnext=1)
        assert store.bookmark("work", "Sent") is None
        assert store.bookmark("home", "INBOX") is None

    def test_what_was_noted_is_told_oldest_first_and_for_its_account(self, store: Store) -> None:
        late, early = a_find(1, received_at=MONDAY + timedelta(days=1)), a_find(2, message_id="")
        at_home = a_find(3, place=replace(early.place, account="home"))
        store.note("work", "INBOX", [late, early], Bookmark(uidvalidity=7, uidnext=3))
        store.note("home", "INBOX", [at_home], Bookmark(uidvalidity=7, uidnext=4))

        assert store.noted("work", 9) == [early, late]
        assert store.noted("work", 1) == [early]
        assert (store.noted_count("work"), store.noted_count("other")) == (2, 0)

    def test_a_note_is_forgotten_when_its_message_is_filed(self, store: Store) -> None:
        store.note("work", "INBOX", [a_find(1), a_find(2)], Bookmark(uidvalidity=7, uidnext=3))

        store.keep([a_message("<1@x>")], done=[a_find(1)])

        assert store.noted("work", 9) == [a_find(2)]

    def test_a_message_that_is_filed_gets_its_new_place_and_is_not_noted(self, store: Store) -> None:
        store.note("work", "INBOX", [a_find(1)], Bookmark(uidvalidity=7, uidnext=2))
        store.keep([a_message("<1@x>"), a_message("<2@x>")], done=[])
        place = Place(account="work", folder="INBOX", uidvalidity=8, uid=5)

        store.note("work", "INBOX", [a_find(2, place=place)], Bookmark(uidvalidity=8, uidnext=6))

        assert [entry.header.place for entry in store.entries("harbour") if entry.id == "<2@x>"] == [place]
        assert store.noted("work", 9) == []

    def test_what_came_at_another_time_under_a_known_id_is_noted(self, store: Store) -> None:
        store.keep([a_message("<1@x>")])
        later = a_find(1, received_at=MONDAY + timedelta(minutes=1))

        store.note("work", "INBOX", [later], Bookmark(uidvalidity=7, uidnext=2))

        assert store.noted("work", 9) == [later]

    def test_a_known_message_gets_its_new_place_and_keeps_everything_else(self, store: Store) -> None:
        store.keep([FULL])
        header = FULL.entry.header
        moved = replace(header, place=Place(account="work", folder="Neu", uidvalidity=99, uid=3))
        again = replace(moved, subject="other", flags=frozenset(), received_at=MONDAY + timedelta(days=9))

        store.keep([_with_header(FULL, again, project="elsewhere")])

        assert store.entries("häfen") == [_with_header(FULL, moved).entry]
        assert store.entries("elsewhere") == []

    def test_known_is_by_account_and_role(self, store: Store) -> None:
        store.keep([a_message("<1@x>"), a_message("<2@x>")])

        assert store.known("work", Role.INBOX, ["<1@x>", "<3@x>"]) == {"<1@x>": MONDAY}
        assert store.known("work", Role.SENT, ["<1@x>"]) == {}
        assert store.known("home", Role.INBOX, ["<1@x>"]) == {}
        assert store.known("work", Role.INBOX, []) == {}

    def test_entries_are_oldest_first(self, store: Store) -> None:
        filed = [a_message(f"<{hour}@x>", at=MONDAY + timedelta(hours=hour)) for hour in (3, 1, 2)]

        store.keep(filed)

        assert [entry.id for entry in store.entries("harbour")] == ["<1@x>", "<2@x>", "<3@x>"]

    def test_a_message_in_several_folders_is_one_entry(self, store: Store) -> None:
        sent, inbox, archive = (a_message("<1@x>", role=role) for role in (Role.SENT, Role.INBOX, Role.ARCHIVE))

        store.keep([archive])
        assert store.entries("harbour") == [archive.entry]

        store.keep([inbox])
        assert store.entries("harbour") == [inbox.entry]

        store.keep([sent])
        assert store.entries("harbour") == [sent.entry]

    def test_drafts_and_rubbish_are_no_entries(self, store: Store) -> None:
        store.keep([a_message("<1@x>", role=Role.DRAFTS)])
        store.keep([a_message("<2@x>", role=Role.TRASH, project="")])

        assert store.entries("harbour") == []
        assert store.unassigned() == []

    def test_threads_of_messages_and_intents(self, store: Store) -> None:
        store.keep([a_message("<2@x>", thread="<1@x>"), a_message("<w@x>", project="")])
        store.save(an_intent("<reply@m>", answers="<2@x>", project="other"))
        store.save(an_intent("<early@m>", answers="<unseen@x>"))
        store.save(an_intent("<new@m>", anchor="<anchor@m>"))
        store.save(an_intent("<newer@m>", anchor="<anchor@m>", revision=3))
        store.save(an_intent("<alert@m>", kind=Kind.ALERT))
        asked = ["<2@x>", "<w@x>", "<reply@m>", "<early@m>", "<new@m>", "<newer@m>", "<anchor@m>", "<alert@m>"]

        told = store.threads([*asked, "<foreign@x>", ""])

        assert {one: (thread.name, thread.projects) for one, thread in told.items()} == {
            "<2@x>": ("<1@x>", ("harbour",)),
            "<w@x>": ("<w@x>", ()),
            "<reply@m>": ("<1@x>", ("harbour",)),
            "<early@m>": ("<unseen@x>", ("harbour",)),
            "<new@m>": ("<anchor@m>", ("harbour",)),
            "<newer@m>": ("<anchor@m>", ("harbour",)),
            "<anchor@m>": ("<anchor@m>", ("harbour",)),
            "<alert@m>": ("<alert@m>", ("harbour",)),
        }
        assert store.threads([]) == {}

    def test_an_intent_that_is_saved_again_is_of_the_thread_it_was_of(self, store: Store) -> None:
        store.save(an_intent("<reply@m>", answers="<2@x>"))
        store.join([a_tie("<2@x>", "<1@x>")])

        store.save(an_intent("<reply@m>", answers="<2@x>", state=State.SENT))

        assert thread_of(store, "<reply@m>") == thread_of(store, "<1@x>")

    def test_many_message_ids_at_once(self, store: Store) -> None:
        ids = [f"<{number}@x>" for number in range(1_200)]
        store.keep([a_message(one) for one in ids])

        assert store.known("work", Role.INBOX, ids).keys() == set(ids)
        assert store.threads(ids) == {one: Thread(name=one, projects=("harbour",)) for one in ids}

    def test_an_intent_comes_back_whole(self, store: Store) -> None:
        store.save(DRAFT)

        assert store.intents("häfen") == [DRAFT]
        assert store.watched("work") == [DRAFT]

    def test_saving_an_intent_again_replaces_it(self, store: Store) -> None:
        store.save(an_intent("<1@m>"))
        settled = replace(DRAFT, message_id="<1@m>", project="harbour", state=State.SENT)

        store.save(settled)

        assert store.intents("harbour") == [settled]

    def test_ids_are_of_one_thread_once_a_message_ties_them(self, store: Store) -> None:
        store.join([a_tie("<3@x>", "<2@x>"), a_tie("<1@x>"), a_tie("<other@x>")])
        assert thread_of(store, "<1@x>") != thread_of(store, "<3@x>")

        joined = store.join([a_tie("<2@x>", "<1@x>")])

        assert joined["<2@x>"].name == thread_of(store, "<1@x>") == thread_of(store, "<3@x>")
        assert thread_of(store, "<other@x>") == "<other@x>"

    def test_messages_go_along_when_threads_become_one(self, store: Store) -> None:
        store.keep([a_message("<1@x>", project="harbour"), a_message("<3@x>", project="", candidates=("a", "harbour"))])

        store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

        name = thread_of(store, "<2@x>")
        assert [one.thread for one in store.entries("harbour")] == [name]
        assert [one.entry.thread for one in store.unassigned()] == [name]
        assert store.unassigned([name, "<elsewhere@x>"]) == store.unassigned()
        assert store.unassigned(["<elsewhere@x>"]) == store.unassigned([]) == []
        assert store.threads(["<3@x>"])["<3@x>"].projects == ("harbour",)

    def test_a_message_that_comes_twice_changes_nothing(self, store: Store) -> None:
        once = store.join([a_tie("<2@x>", "<1@x>")])

        assert store.join([a_tie("<2@x>", "<1@x>"), a_tie("<2@x>", "<1@x>")]) == once

    def test_a_reply_that_names_no_message_joins_by_subject(self, store: Store) -> None:
        replies = [
            replace(a_tie(f"<{days}@x>"), kin="same", at=MONDAY + timedelta(days=days), seeks=True) for days in (30, 31)
        ]
        store.join([replies[0]])
        store.join([replace(a_tie("<1@x>"), kin="same"), replace(a_tie("<2@x>"), kin="other")])
        store.join([replace(a_tie("<-1@x>"), kin="same", at=MONDAY - timedelta(days=1))])

        assert thread_of(store, "<30@x>") == thread_of(store, "<1@x>")
        assert thread_of(store, "<2@x>") == "<2@x>"
        assert thread_of(store, "<-1@x>") == "<-1@x>"

        store.join([replies[1]])
        assert thread_of(store, "<31@x>") == thread_of(store, "<1@x>")

    def test_a_message_whose_thread_became_part_of_another_meanwhile_is_filed_there(self, store: Store) -> None:
        store.join([a_tie("<1@x>"), a_tie("<3@x>")])
        waiting = a_message("<3@x>", project="", candidates=("bridge", "harbour"))
        store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

        store.keep([waiting, a_message("<1@x>")])

        name = thread_of(store, "<2@x>")
        assert {(one.id, one.thread) for one in store.entries("harbour")} == {("<1@x>", name), ("<3@x>", name)}
        assert store.unassigned() == []

    def test_a_thread_is_settled_under_a_name_it_had(self, store: Store) -> None:
        store.join([a_tie("<1@x>"), a_tie("<3@x>")])
        store.keep([a_message("<1@x>"), a_message("<3@x>", project="", candidates=("harbour", "tower"))])
        store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

        store.settle("<1@x>", "tower", "you said so", MONDAY)
        store.settle("<3@x>", "tower", "you said so", MONDAY)

        assert [one.id for one in store.entries("tower")] == ["<1@x>", "<3@x>"]

    def test_what_waits_goes_with_its_thread(self, store: Store) -> None:
        waiting = a_message("<1@x>", project="", candidates=("bridge", "harbour"))
        elsewhere = a_message("<2@x>", thread="<1@x>", project="", candidates=("bridge", "tower"))
        against = replace(
            a_message("<3@x>", thread="<1@x>", project="", candidates=("bridge", "harbour")), evidence=Evidence.THREAD
        )
        store.keep([waiting, elsewhere, against])

        store.keep([a_message("<4@x>", thread="<1@x>")])

        assert [entry.id for entry in store.entries("harbour")] == ["<1@x>", "<4@x>"]
        assert store.unassigned() == [elsewhere, against]

    def test_the_person_settles_a_thread_that_waits(self, store: Store) -> None:
        waiting = a_message("<1@x>", project="", candidates=("bridge", "harbour"))
        store.keep([waiting])

        store.settle("<1@x>", "tower", "you said so", MONDAY)

        assert store.unassigned() == []
        assert store.entries("tower") == [waiting.entry]
        [moved] = store.filed("<1@x>")
        assert (moved.project, moved.candidates, moved.evidence) == ("tower", (), Evidence.PERSON)
        assert store.threads(["<1@x>"])["<1@x>"] == Thread(name="<1@x>", projects=("tower",), settled=True)
        assert store.due(MONDAY) == {"tower"}

    def test_the_person_moves_a_thread_that_was_filed_wrongly(self, store: Store) -> None:
        store.keep([a_message("<1@x>"), a_message("<2@x>", thread="<1@x>"), a_message("<3@x>")])

        moved = a_message("<2@x>", thread="<1@x>", role=Role.PROJECT, project="tower")
        store.keep([replace(moved, evidence=Evidence.PERSON)])

        assert [entry.id for entry in store.entries("tower")] == ["<1@x>", "<2@x>"]
        assert [entry.id for entry in store.entries("harbour")] == ["<3@x>"]
        assert store.due(MONDAY) == {"harbour"}

    def test_the_person_settles_only_what_contradicts_a_thread(self, store: Store) -> None:
        against = a_message("<2@x>", thread="<1@x>", project="", candidates=("bridge", "harbour"))
        store.keep([a_message("<1@x>"), replace(against, evidence=Evidence.THREAD)])

        store.settle("<1@x>", "bridge", "you said so", MONDAY)

        assert [entry.id for entry in store.entries("bridge")] == ["<2@x>"]
        assert [entry.id for entry in store.entries("harbour")] == ["<1@x>"]
        assert store.threads(["<1@x>"])["<1@x>"].projects == ("bridge", "harbour")

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
        retried = an_intent("<3@m>", kind=Kind.ALERT, state=State.PLACED, announced=True, attempts=2)
        store.save(told, untold, retried)

        assert store.watched("work") == [untold, retried]

    def test_drafts_are_remembered_from_an_instant_on(self, store: Store) -> None:
        late = MONDAY + timedelta(hours=2)
        store.save(
            an_intent("<early@m>", planned_at=MONDAY),
            an_intent("<alert@m>", kind=Kind.ALERT, planned_at=late),
            an_intent("<reply@m>", planned_at=late, answers="<theirs@m>"),
            an_intent("<back@m>", planned_at=late, answers="", state=State.WITHDRAWN),
            an_intent("<own@m>", planned_at=late, answers="", project="site"),
        )

        drafted = sorted(store.drafted_since(late), key=lambda one: (one.own, one.project))
        assert [(one.project, one.own) for one in drafted] == [("harbour", False), ("harbour", False), ("site", True)]

    def test_watched_are_open_and_placed_ones_of_the_account(self, store: Store) -> None:
        for hour, state in enumerate(State):
            store.save(an_intent(f"<{state}@m>", state=state, planned_at=MONDAY - timedelta(hours=hour)))
        store.save(an_intent("<home@m>", account="home"))

        assert [one.state for one in store.watched("work")] == [
            State.WITHDRAWING,
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

    def test_the_scores_of_clients_are_remembered_as_they_were_filed(self, store: Store) -> None:
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

    def test_the_first_call_says_when_it_began(self, store: Store) -> None:
        assert store.began_at(MONDAY) == MONDAY
        assert store.began_at(MONDAY + timedelta(days=1)) == MONDAY

    def test_a_note_is_the_last_one_under_its_name(self, store: Store) -> None:
        store.remember("blind", "studio")
        store.remember("blind", "office")
        store.remember("began_at", "not the store's own")

        assert [store.recalled(name) for name in ("blind", "began_at", "nothing")] == [
            "office",
            "not the store's own",
            "",
        ]
        assert store.began_at(MONDAY) == MONDAY

    def test_a_broken_character_does_not_keep_a_message_out(self, store: Store) -> None:
        store.keep([a_message("<\udc80@x>", text="\ud83d!")])

        assert store.known("work", Role.INBOX, ["<\udc80@x>"]) == {"<\udc80@x>": MONDAY}
        assert set(store.threads(["<\udc80@x>"])) == {"<\udc80@x>"}
        assert len(store.entries("harbour")) == 1

    def test_a_flag_that_was_set_stays_known(self, store: Store) -> None:
        store.keep([FULL, _with_header(FULL, replace(FULL.entry.header, role=Role.PROJECT)), a_message("<b@x>")])

        store.flagged([FULL.entry.header.handle], "\\Answered")
        store.flagged([FULL.entry.header.handle], "\\Answered")

        assert [entry.header.flags for entry in store.entries("häfen")] == [FULL.entry.header.flags | {"\\Answered"}]
        assert [entry.header.flags for entry in store.entries("harbour")] == [frozenset()]

    def test_a_mark_is_kept_once_and_wakes_its_project(self, store: Store) -> None:
        store.mark(MARK, replace(MARK, project="tower"))
        store.mark(replace(MARK, undone=True, at=MONDAY + timedelta(hours=1)), MARK)

        assert store.marks("häfen") == [MARK, replace(MARK, undone=True, at=MONDAY + timedelta(hours=1))]
        assert {one.project for one in store.marks("", "häfen", "tower")} == {"häfen", "tower"}
        assert store.marks("") == []
        assert {one.project for one in store.marks()} == {"häfen", "tower"}
        assert store.due(MONDAY + timedelta(hours=1)) == {"häfen", "tower"}

    def test_threads_of_the_process_may_share_it(self, store: Store) -> None:
        with ThreadPoolExecutor(8) as pool:
            began = set(pool.map(lambda hour: store.began_at(MONDAY + timedelta(hours=hour)), range(16)))
            list(pool.map(lambda one: store.keep([a_message(f"<{one}@x>")]), range(16)))

        assert len(began) == 1
        assert len(store.entries("harbour")) == 16


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return MemoryStore()


class TestSqlStore(StoreContract):
    @pytest.fixture
    def store(self, store_file: Path) -> Iterator[Store]:
        store = SqlStore(store_file)
        yield store
        store.close()


def _with_header(filed: Filed, header: Header, **changes: Any) -> Filed:
    entry = replace(filed.entry, message=replace(filed.entry.message, header=header))
    return replace(filed, entry=entry, **changes)
