"""What every store promises of threads: which ids are of one, what goes along, and what the person settles."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from contract.store_values import MONDAY, a_message, a_tie, an_intent, thread_of

from mailaide.core.dossier import Evidence
from mailaide.core.intent import Kind, State
from mailaide.core.mail import Role
from mailaide.core.matching.threads import Thread
from mailaide.ports import Store


def test_messages_and_intents_have_their_threads(store: Store) -> None:
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


def test_an_intent_that_is_saved_again_is_of_the_thread_it_was_of(store: Store) -> None:
    store.save(an_intent("<reply@m>", answers="<2@x>"))
    store.join([a_tie("<2@x>", "<1@x>")])

    store.save(an_intent("<reply@m>", answers="<2@x>", state=State.SENT))

    assert thread_of(store, "<reply@m>") == thread_of(store, "<1@x>")


def test_ids_are_of_one_thread_once_a_message_ties_them(store: Store) -> None:
    store.join([a_tie("<3@x>", "<2@x>"), a_tie("<1@x>"), a_tie("<other@x>")])
    assert thread_of(store, "<1@x>") != thread_of(store, "<3@x>")

    joined = store.join([a_tie("<2@x>", "<1@x>")])

    assert joined["<2@x>"].name == thread_of(store, "<1@x>") == thread_of(store, "<3@x>")
    assert thread_of(store, "<other@x>") == "<other@x>"


def test_messages_go_along_when_threads_become_one(store: Store) -> None:
    store.keep([a_message("<1@x>", project="harbour"), a_message("<3@x>", project="", candidates=("a", "harbour"))])

    store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

    name = thread_of(store, "<2@x>")
    assert [one.thread for one in store.entries("harbour")] == [name]
    assert [one.entry.thread for one in store.unassigned()] == [name]
    assert store.unassigned([name, "<elsewhere@x>"]) == store.unassigned()
    assert store.unassigned(["<elsewhere@x>"]) == store.unassigned([]) == []
    assert store.threads(["<3@x>"])["<3@x>"].projects == ("harbour",)


def test_a_message_that_comes_twice_changes_nothing(store: Store) -> None:
    once = store.join([a_tie("<2@x>", "<1@x>")])

    assert store.join([a_tie("<2@x>", "<1@x>"), a_tie("<2@x>", "<1@x>")]) == once


def test_a_reply_that_names_no_message_joins_by_subject(store: Store) -> None:
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


def test_a_message_whose_thread_became_part_of_another_meanwhile_is_filed_there(store: Store) -> None:
    store.join([a_tie("<1@x>"), a_tie("<3@x>")])
    waiting = a_message("<3@x>", project="", candidates=("bridge", "harbour"))
    store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

    store.keep([waiting, a_message("<1@x>")])

    name = thread_of(store, "<2@x>")
    assert {(one.id, one.thread) for one in store.entries("harbour")} == {("<1@x>", name), ("<3@x>", name)}
    assert store.unassigned() == []


def test_a_thread_is_settled_under_a_name_it_had(store: Store) -> None:
    store.join([a_tie("<1@x>"), a_tie("<3@x>")])
    store.keep([a_message("<1@x>"), a_message("<3@x>", project="", candidates=("harbour", "tower"))])
    store.join([a_tie("<2@x>", "<1@x>", "<3@x>")])

    store.settle("<1@x>", "tower", "you said so", MONDAY)
    store.settle("<3@x>", "tower", "you said so", MONDAY)

    assert [one.id for one in store.entries("tower")] == ["<1@x>", "<3@x>"]


def test_what_waits_goes_with_its_thread(store: Store) -> None:
    waiting = a_message("<1@x>", project="", candidates=("bridge", "harbour"))
    elsewhere = a_message("<2@x>", thread="<1@x>", project="", candidates=("bridge", "tower"))
    against = replace(
        a_message("<3@x>", thread="<1@x>", project="", candidates=("bridge", "harbour")), evidence=Evidence.THREAD
    )
    store.keep([waiting, elsewhere, against])

    store.keep([a_message("<4@x>", thread="<1@x>")])

    assert [entry.id for entry in store.entries("harbour")] == ["<1@x>", "<4@x>"]
    assert store.unassigned() == [elsewhere, against]


def test_the_person_settles_a_thread_that_waits(store: Store) -> None:
    waiting = a_message("<1@x>", project="", candidates=("bridge", "harbour"))
    store.keep([waiting])

    store.settle("<1@x>", "tower", "you said so", MONDAY)

    assert store.unassigned() == []
    assert store.entries("tower") == [waiting.entry]
    [moved] = store.filed("<1@x>")
    assert (moved.project, moved.candidates, moved.evidence) == ("tower", (), Evidence.PERSON)
    assert store.threads(["<1@x>"])["<1@x>"] == Thread(name="<1@x>", projects=("tower",), settled=True)
    assert store.due(MONDAY) == {"tower"}


def test_the_person_moves_a_thread_that_was_filed_wrongly(store: Store) -> None:
    store.keep([a_message("<1@x>"), a_message("<2@x>", thread="<1@x>"), a_message("<3@x>")])

    moved = a_message("<2@x>", thread="<1@x>", role=Role.PROJECT, project="tower")
    store.keep([replace(moved, evidence=Evidence.PERSON)])

    assert [entry.id for entry in store.entries("tower")] == ["<1@x>", "<2@x>"]
    assert [entry.id for entry in store.entries("harbour")] == ["<3@x>"]
    assert store.due(MONDAY) == {"harbour"}


def test_the_person_settles_only_what_contradicts_a_thread(store: Store) -> None:
    against = a_message("<2@x>", thread="<1@x>", project="", candidates=("bridge", "harbour"))
    store.keep([a_message("<1@x>"), replace(against, evidence=Evidence.THREAD)])

    store.settle("<1@x>", "bridge", "you said so", MONDAY)

    assert [entry.id for entry in store.entries("bridge")] == ["<2@x>"]
    assert [entry.id for entry in store.entries("harbour")] == ["<1@x>"]
    assert store.threads(["<1@x>"])["<1@x>"].projects == ("bridge", "harbour")
