"""What to do now for one project: drafts once, alerts once a rung, and when to ask again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    NEXT_TUESDAY_9H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_placed_draft,
    an_alert,
    an_intent,
    complaint,
    from_client,
    from_us,
    holding_reply,
    local,
    thanks,
    working_days,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.obligation import Action, Obligation, Plan, RaiseAlert, WithdrawDraft, WriteDraft

FIRST = complaint(MONDAY_9H)
ANSWERED = from_us(TUESDAY_9H, "You are right, here is the new drawing.")
COMPLAINT = f"complaints/harbour/{FIRST.id}"
DUE = local(2026, 3, 2, 13)
TOLD = from_us(MONDAY_9H)
STATUS = f"status/harbour/{TOLD.id}"
CADENCE = working_days(5)
FRIDAY_16H = local(2026, 3, 13, 16)
HANDLED = sorted(set(State) - {State.WITHDRAWN, State.COVERED})


def name(action: Action) -> str:
    match action:
        case WriteDraft():
            return f"write {action.obligation.key} {action.revision}"
        case WithdrawDraft():
            return f"withdraw {action.intent.key}"
        case RaiseAlert():
            return f"alert {action.key}"


def actions(dossier: Dossier, now: datetime) -> list[str]:
    return [name(action) for action in decide(dossier, now=now).actions]


def owed(dossier: Dossier, now: datetime) -> list[Obligation]:
    return list(decide(dossier, now=now).obligations)


def test_nothing_owed_is_an_empty_plan():
    assert decide(a_dossier(thanks(MONDAY_9H)), now=MONDAY_10H) == Plan(project="harbour")


def test_a_complaint_is_drafted_at_once():
    dossier = a_dossier(FIRST)
    (obligation,) = owed(dossier, MONDAY_9H)

    assert obligation.letter
    assert decide(dossier, now=MONDAY_9H) == Plan(
        project="harbour",
        obligations=(obligation,),
        actions=(WriteDraft(obligation=obligation, letter=obligation.letter),),
        wake_at=DUE,
    )


@pytest.mark.parametrize("state", HANDLED)
def test_what_was_drafted_once_is_not_drafted_again(state: State):
    draft = an_intent(key=COMPLAINT, answers=FIRST.id, state=state)

    assert actions(a_dossier(FIRST, intents=(draft,)), MONDAY_10H) == []


def test_a_withdrawn_draft_may_be_written_anew_as_the_next_revision():
    withdrawn = an_intent(key=COMPLAINT, answers=FIRST.id, state=State.WITHDRAWN)

    assert actions(a_dossier(FIRST, intents=(withdrawn,)), MONDAY_10H) == [f"write {COMPLAINT} 1"]


@pytest.mark.parametrize("state", HANDLED)
def test_a_message_that_has_a_draft_gets_no_other(state: State):
    draft = an_intent(key="questions/harbour/1", answers=FIRST.id, state=state)

    taken_back = [f"withdraw {draft.key}"] if state is State.PLACED else []
    assert actions(a_dossier(FIRST, intents=(draft,)), MONDAY_10H) == taken_back


def test_a_repeated_complaint_does_not_get_a_second_draft():
    draft = an_intent(key=COMPLAINT, answers=FIRST.id, state=State.PLACED)

    assert actions(a_dossier(FIRST, complaint(MONDAY_10H), intents=(draft,)), MONDAY_10H) == []


def test_a_complaint_goes_first_and_alone():
    dossier = a_dossier(thanks(MONDAY_9H), complaint(MONDAY_10H), fees=(a_fee(),), cadence=CADENCE)
    key = f"complaints/harbour/{complaint(MONDAY_10H).id}"
    (answer, fees) = owed(dossier, MONDAY_10H)
    drafted = an_intent(key=key, answers=complaint(MONDAY_10H).id, state=State.PLACED)

    assert (answer.duty, fees.duty) == ("complaints", "fees")
    assert actions(dossier, MONDAY_10H) == [f"write {key} 0"]
    assert actions(replace(dossier, intents=(drafted,)), MONDAY_10H) == []


def test_when_the_complaint_is_answered_the_others_have_their_turn():
    dossier = a_dossier(FIRST, ANSWERED, fees=(a_fee(),))
    (fees,) = owed(dossier, TUESDAY_9H)

    assert actions(dossier, TUESDAY_9H) == [f"write {fees.key} 0"]


def test_a_complaint_that_cannot_be_answered_by_a_letter_still_stops_the_others():
    unlisted = complaint(MONDAY_9H, sender=None)

    assert actions(a_dossier(unlisted, fees=(a_fee(),)), MONDAY_10H) == []


def test_a_draft_waits_for_its_time():
    dossier = a_dossier(TOLD, cadence=CADENCE)

    assert actions(dossier, NEXT_MONDAY_9H - timedelta(seconds=1)) == []
    assert actions(dossier, NEXT_MONDAY_9H) == [f"write {STATUS} 0"]


def test_an_untouched_draft_whose_reason_is_gone_is_withdrawn():
    draft = a_placed_draft(COMPLAINT, answers=FIRST.id)
    plan = decide(a_dossier(FIRST, ANSWERED, intents=(draft,)), now=TUESDAY_9H)

    assert plan.actions == (WithdrawDraft(intent=draft, because="what it was for is settled or has changed"),)


def test_a_draft_that_waits_for_room_is_withdrawn_when_its_reason_is_gone():
    draft = a_placed_draft(COMPLAINT, state=State.PLANNED, attempted_at=MONDAY_9H, placed=None)

    assert actions(a_dossier(FIRST, ANSWERED, intents=(draft,)), TUESDAY_9H) == [f"withdraw {COMPLAINT}"]


@pytest.mark.parametrize("state", sorted(set(State) - {State.PLACED}))
def test_any_other_draft_is_left_alone(state: State):
    draft = a_placed_draft(COMPLAINT, state=state, attempted_at=None)

    assert actions(a_dossier(FIRST, ANSWERED, intents=(draft,)), TUESDAY_9H) == []


def test_an_alert_is_never_withdrawn():
    assert actions(a_dossier(FIRST, ANSWERED, intents=(an_alert(f"{COMPLAINT}#due"),)), TUESDAY_9H) == []


def test_a_draft_whose_facts_changed_is_withdrawn_and_written_anew():
    hello = thanks(MONDAY_9H)
    (before,) = owed(a_dossier(hello, fees=(a_fee("1450"),)), MONDAY_10H)
    after = a_dossier(hello, fees=(a_fee("1550"),), intents=(a_placed_draft(before.key),))
    (now_owed,) = owed(after, MONDAY_10H)

    assert actions(after, MONDAY_10H) == [f"withdraw {before.key}"]
    assert actions(replace(after, intents=()), MONDAY_10H) == [f"write {now_owed.key} 0"]


def test_a_rung_is_alerted_once():
    draft, alert = an_intent(key=COMPLAINT, answers=FIRST.id), an_alert(f"{COMPLAINT}#due")

    assert actions(a_dossier(FIRST, intents=(draft,)), DUE - timedelta(seconds=1)) == []
    assert actions(a_dossier(FIRST, intents=(draft,)), DUE) == [f"alert {COMPLAINT}#due"]
    assert actions(a_dossier(FIRST, intents=(draft,)), FRIDAY_9H) == [f"alert {COMPLAINT}#due"]
    assert actions(a_dossier(FIRST, intents=(draft, alert)), FRIDAY_9H) == []


def test_what_nobody_asked_for_is_not_told_in_the_minute_in_which_it_is_drafted():
    dossier = a_dossier(TOLD, cadence=CADENCE)

    plan = decide(dossier, now=FRIDAY_16H)

    assert [name(action) for action in plan.actions] == [f"write {STATUS} 0"]
    assert [name(action) for action in plan.patient] == [f"alert {STATUS}#due"]
    assert plan.wake_at == local(2026, 3, 16, 16)


@pytest.mark.parametrize(
    ("state", "drafted_at"),
    [(State.PLACED, NEXT_TUESDAY_9H), (State.DISCARDED, NEXT_TUESDAY_9H), (State.WITHDRAWN, NEXT_MONDAY_9H)],
)
def test_a_letter_of_our_own_accord_has_its_time_before_the_person_is_told(state: State, drafted_at: datetime):
    draft = a_placed_draft(STATUS, planned_at=drafted_at, state=state)
    dossier, due = a_dossier(TOLD, cadence=CADENCE, intents=(draft,)), drafted_at + timedelta(days=1)

    alerts = [[one for one in actions(dossier, now) if "alert" in one] for now in (due - timedelta(minutes=1), due)]

    assert alerts == [[], [f"alert {STATUS}#due"]]


def test_the_alert_of_a_late_letter_names_the_time_that_it_had():
    draft = a_placed_draft(STATUS, planned_at=FRIDAY_16H)
    (alert,) = decide(a_dossier(TOLD, cadence=CADENCE, intents=(draft,)), now=local(2026, 3, 16, 16)).actions

    assert isinstance(alert, RaiseAlert)
    assert alert.obligation.due == local(2026, 3, 16, 16)


@pytest.mark.parametrize("state", sorted(State))
def test_an_alert_that_was_raised_is_not_raised_again_whatever_became_of_it(state: State):
    draft, alert = an_intent(key=COMPLAINT, answers=FIRST.id), an_alert(f"{COMPLAINT}#due", state=state)

    assert actions(a_dossier(FIRST, intents=(draft, alert)), FRIDAY_9H) == []


def test_a_complaint_without_letter_is_alerted_all_the_same():
    assert actions(a_dossier(complaint(MONDAY_9H, sender=None)), DUE) == [f"alert {COMPLAINT}#due"]


@pytest.mark.parametrize(
    ("now", "wake_at"),
    [
        (MONDAY_9H, NEXT_MONDAY_9H),
        (NEXT_MONDAY_9H, NEXT_TUESDAY_9H),
        (NEXT_TUESDAY_9H, local(2026, 3, 11, 9)),
        (local(2026, 3, 11, 9), local(2026, 3, 12)),
        (local(2026, 3, 12), local(2026, 3, 13, 9)),
        (local(2026, 3, 13, 9), local(2026, 3, 18, 9)),
        (local(2026, 3, 18, 9), local(2026, 3, 23, 9)),
        (local(2026, 4, 10, 9), local(2026, 4, 11, 1)),
        (local(2026, 4, 11, 1), None),
    ],
    ids=[
        "the draft",
        "the alert",
        "a draft's time",
        "the end",
        "the last word",
        "its alert",
        "its time",
        "its end",
        "never",
    ],
)
def test_it_wakes_at_the_next_instant_that_could_change_the_answer(now: datetime, wake_at: datetime | None):
    dossier = a_dossier(TOLD, cadence=CADENCE, ends=date(2026, 3, 11))

    assert decide(dossier, now=now).wake_at == wake_at


def test_the_draft_of_a_project_that_is_over_is_withdrawn_when_it_wakes():
    draft, alert = a_placed_draft(STATUS), an_alert(f"{STATUS}#due")
    dossier = a_dossier(TOLD, cadence=CADENCE, ends=date(2026, 3, 11), intents=(draft, alert))
    wake_at = decide(dossier, now=NEXT_TUESDAY_9H).wake_at

    assert wake_at
    assert actions(dossier, NEXT_TUESDAY_9H) == []
    assert actions(dossier, wake_at) == [f"withdraw {STATUS}"]


# The properties: any mail, any past of ours, any hour.

QUARTERS = st.integers(0, 14 * 24 * 4).map(lambda quarters: MONDAY_9H + timedelta(minutes=15 * quarters))
WRITERS = st.sampled_from([complaint, thanks, from_client, from_us, holding_reply])
MAIL = st.lists(st.tuples(QUARTERS, WRITERS), max_size=5, unique_by=lambda item: item[0])


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    entries: list[Entry] = [write(at) for at, write in sorted(draw(MAIL), key=lambda item: item[0])]
    dossier = a_dossier(
        *entries,
        fees=draw(st.sampled_from([(), (a_fee("1450"),)])),
        cadence=draw(st.sampled_from([None, working_days(2), CADENCE])),
        starts=draw(st.sampled_from([None, date(2026, 3, 4), date(2026, 3, 14)])),
        ends=draw(st.sampled_from([None, date(2026, 3, 11), date(2026, 3, 15)])),
    )
    return replace(dossier, intents=draw(_pasts(dossier)))


def _pasts(dossier: Dossier) -> st.SearchStrategy[tuple[Intent, ...]]:
    """What may have been done before about what is owed, and about what is owed no more."""
    keys = ["status/harbour/gone", *(obligation.key for obligation in owed(dossier, WEDNESDAY_9H))]
    drafts = st.builds(a_placed_draft, st.sampled_from(keys), state=st.sampled_from(State))
    alerts = st.builds(an_alert, st.sampled_from([f"{key}#due" for key in keys]))
    return st.lists(drafts | alerts, max_size=3).map(tuple)


@settings(max_examples=60, deadline=None)
@given(dossiers(), QUARTERS)
def test_deciding_twice_gives_the_same_plan(dossier: Dossier, now: datetime):
    assert decide(dossier, now=now) == decide(dossier, now=now)


@settings(max_examples=100, deadline=None)
@given(dossiers(), QUARTERS, st.integers(0, 99))
def test_before_it_wakes_there_is_nothing_else_to_do(dossier: Dossier, now: datetime, percent: int):
    wake_at = decide(dossier, now=now).wake_at or now + timedelta(days=400)

    assert wake_at > now
    assert actions(dossier, now + (wake_at - now) * percent // 100) == actions(dossier, now)
    assert actions(dossier, wake_at - timedelta(seconds=1)) == actions(dossier, now)


HALF_DONE = tuple(a_placed_draft(f"status/harbour/{what}", state=State.PLANNED) for what in ("gone", "start"))


@settings(max_examples=60, deadline=None)
@example(
    replace(a_dossier(fees=(a_fee("1450"),), cadence=working_days(2), starts=date(2026, 3, 4)), intents=HALF_DONE),
    WEDNESDAY_9H,
)
@given(dossiers(), QUARTERS)
def test_what_was_done_is_not_done_again(dossier: Dossier, now: datetime):
    rounds = []
    for _ in range(4):  # what was taken back is written anew in the next round, which may take back another one
        rounds.append(actions(dossier, now))
        dossier = _acted(dossier, now)

    assert rounds[-1] == []
    assert all(done not in earlier for at, earlier in enumerate(rounds) for later in rounds[at + 1 :] for done in later)


def _acted(dossier: Dossier, now: datetime) -> Dossier:
    done = [_done(action, now) for action in decide(dossier, now=now).actions]
    gone = {intent.key for intent in done if intent.state is State.WITHDRAWN}
    kept = (intent for intent in dossier.intents if intent.key not in gone or intent.kind is Kind.ALERT)
    return replace(dossier, intents=(*kept, *done))


def _done(action: Action, now: datetime) -> Intent:
    match action:
        case WriteDraft():
            answers = action.letter.answers.message_id if action.letter.answers else ""
            written = {"revision": action.revision, "covers": action.obligation.covers, "planned_at": now}
            return a_placed_draft(action.obligation.key, answers=answers, **written)
        case WithdrawDraft():
            return replace(action.intent, state=State.WITHDRAWN)
        case RaiseAlert():
            return an_alert(action.key)
