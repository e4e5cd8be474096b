"""What every store promises of intents: they come back whole, and the right ones are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from contract.store_values import DRAFT, MONDAY, an_intent

from mailaide.core.intent import Kind, State
from mailaide.ports import Store


def test_an_intent_comes_back_whole(store: Store) -> None:
    store.save(DRAFT)

    assert store.intents("häfen") == [DRAFT]
    assert store.watched("work") == [DRAFT]


def test_saving_an_intent_again_replaces_it(store: Store) -> None:
    store.save(an_intent("<1@m>"))
    settled = replace(DRAFT, message_id="<1@m>", project="harbour", state=State.SENT)

    store.save(settled)

    assert store.intents("harbour") == [settled]


def test_several_intents_are_saved_at_once(store: Store) -> None:
    store.save(an_intent("<1@m>"), an_intent("<2@m>"))

    assert store.watched("work") == [an_intent("<1@m>"), an_intent("<2@m>")]


def test_the_facts_of_a_draft_are_kept(store: Store) -> None:
    draft = an_intent("<1@m>", facts=(("fees", "design EUR 95"), ("to", "piet@harbour.example")))

    store.save(draft)

    assert store.intents(draft.project) == [draft]


def test_an_alert_is_watched_until_it_is_placed_and_announced(store: Store) -> None:
    told = an_intent("<1@m>", kind=Kind.ALERT, state=State.PLACED, announced=True)
    untold = an_intent("<2@m>", kind=Kind.ALERT, state=State.PLACED)
    retried = an_intent("<3@m>", kind=Kind.ALERT, state=State.PLACED, announced=True, attempts=2)
    store.save(told, untold, retried)

    assert store.watched("work") == [untold, retried]


def test_watched_are_open_and_placed_ones_of_the_account(store: Store) -> None:
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


def test_drafts_are_remembered_from_an_instant_on(store: Store) -> None:
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


def test_bytes_of_what_is_long_done_are_forgotten(store: Store) -> None:
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
