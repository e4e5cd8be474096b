"""The plan at the start, the word at the end, and what went out with an open blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    a_client,
    a_dossier,
    a_milestone,
    complaint,
    from_client,
    from_us,
    local,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties import blanks, kickoff, wrap_up
from mailaide.core.letter import Criticism
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.project import Contact

SKETCH, LAUNCH = a_milestone("first sketch", date(2026, 3, 20)), a_milestone("launch", date(2026, 4, 30))
BEGUN = date(2026, 3, 2)


def at_the_start(*entries: Entry, now: datetime = MONDAY_10H, **project: Any) -> list[Obligation]:
    return list(kickoff.owed(a_dossier(*entries, **{"starts": BEGUN, "milestones": (LAUNCH, SKETCH), **project}), now))


def test_the_plan_is_told_at_the_start():
    people = (Contact(email="an@harbour.example", name="An", role="decides"),)
    (one,) = at_the_start(client=a_client(people=people))

    assert (one.key, one.since, one.draft_at, one.due) == ("kickoff/harbour", MONDAY_9H, MONDAY_9H, WEDNESDAY_9H)
    assert one.because == "no sent mail to Harbour Ltd names first sketch, launch"
    assert one.letter
    values = one.letter.parts[0].values
    assert (values["milestones"], values["decides"]) == ((SKETCH, LAUNCH), "An")


def test_who_has_a_day_of_the_plan_in_the_subject_is_not_in_the_dark():
    (one,) = at_the_start(from_us(MONDAY_9H, "That day is free.", subject="Re: Launch on 30 April"))

    assert (one.facts["milestones"], one.alerts) == ((SKETCH, LAUNCH), ())


def test_without_a_first_day_it_starts_with_the_first_mail():
    (one,) = at_the_start(from_client(TUESDAY_9H), starts=None, now=TUESDAY_9H)

    assert one.since == TUESDAY_9H


@pytest.mark.parametrize(
    ("entries", "now", "project"),
    [
        ((), MONDAY_10H, {"milestones": ()}),
        ((), MONDAY_10H, {"starts": None}),
        ((from_us(MONDAY_9H, "The first sketch comes on 20 March, the launch is on 30 April."),), MONDAY_10H, {}),
        ((), local(2026, 3, 16, 9), {}),
        ((), MONDAY_10H, {"milestones": (a_milestone("sketch", date(2026, 2, 1)),)}),
    ],
    ids=["no milestones", "no start", "told", "the start is over", "all in the past"],
)
def test_no_plan_is_owed(entries: tuple[Entry, ...], now: datetime, project: dict[str, object]):
    assert at_the_start(*entries, now=now, **project) == []


def at_the_end(*entries: Entry, now: datetime = FRIDAY_9H, **project: Any) -> list[Obligation]:
    return list(wrap_up.owed(a_dossier(*entries, **{"ends": date(2026, 3, 3), **project}), now))


HELLO = from_us(MONDAY_9H)


def test_a_project_ends_with_a_word():
    unhappy, sorry = complaint(MONDAY_9H, "The blue is wrong."), from_us(MONDAY_10H, "It is mended.")
    (one,) = at_the_end(unhappy, sorry, milestones=(SKETCH,))

    assert (one.key, one.draft_at, one.due) == ("wrap_up/harbour", local(2026, 3, 5, 9), local(2026, 3, 10, 9))
    assert one.letter
    values = one.letter.parts[0].values
    assert (values["open_points"], values["ended_on"]) == (("first sketch",), date(2026, 3, 3))
    assert values["criticism"] == (
        Criticism(sentence="The blue is wrong.", heard_on=date(2026, 3, 2), answered_on=date(2026, 3, 2)),
    )


def test_the_last_milestone_ends_it_too():
    done = a_milestone("launch", date(2026, 3, 3), done=date(2026, 3, 2))

    assert len(at_the_end(HELLO, ends=None, milestones=(done,))) == 1
    assert at_the_end(HELLO, ends=None, milestones=(done, SKETCH)) == []


def test_a_criticism_is_remembered_in_one_sentence():
    angry = complaint(TUESDAY_9H, "The proof is late. Again. I am at the end of my patience with you.")
    (one,) = at_the_end(HELLO, angry, from_us(TUESDAY_10H))

    assert one.letter
    assert one.letter.parts[0].values["criticism"] == (
        Criticism(sentence="The proof is late.", heard_on=date(2026, 3, 3), answered_on=date(2026, 3, 3)),
    )


@pytest.mark.parametrize(
    ("entries", "now", "project"),
    [
        ((), FRIDAY_9H, {}),
        ((HELLO,), FRIDAY_9H, {"ends": None}),
        ((HELLO, from_us(TUESDAY_10H, "It was good working with you.")), FRIDAY_9H, {}),
        ((HELLO,), FRIDAY_9H + timedelta(days=40), {}),
    ],
    ids=["we never wrote", "no end", "leave was taken", "long ago"],
)
def test_no_last_word_is_owed(entries: tuple[Entry, ...], now: datetime, project: dict[str, object]):
    assert at_the_end(*entries, now=now, **project) == []


def blank(*entries: Entry, now: datetime = MONDAY_10H) -> list[Obligation]:
    return list(blanks.owed(a_dossier(*entries), now))


def test_a_blank_that_went_out_is_told_at_once():
    sent = from_us(MONDAY_9H, "You will have it on [[a date]].")
    (one,) = blank(sent)

    assert one.because == 'a mail to Harbour Ltd went out with "[[a date]]" in it'
    assert (one.letter, one.alerts) == (None, (Rung(name="seen", at=MONDAY_9H),))


@pytest.mark.parametrize(
    "entry",
    [from_us(MONDAY_9H, "See [1] and [[]]."), from_client(MONDAY_9H, "What is [[a date]]?")],
    ids=["no blank", "the client's"],
)
def test_no_blank_went_out(entry: Entry):
    assert blank(entry) == []


def test_a_blank_that_the_client_wrote_is_not_ours():
    theirs, ours = from_client(MONDAY_9H, "Mind the [[toc]] please."), from_us(MONDAY_10H, "The [[toc]] is in.")
    another = from_us(MONDAY_10H, "The [[toc]] is in, the rest on [[a date]].")

    assert blank(theirs, ours) == []
    assert [one.facts["blank"] for one in blank(theirs, another)] == ["[[a date]]"]
    assert len(blank(ours, replace(theirs, message=from_client(TUESDAY_9H).message), now=TUESDAY_9H)) == 1


def test_a_blank_of_long_ago_is_told_no_more():
    assert blank(from_us(MONDAY_9H, "[[a date]]"), now=MONDAY_9H + timedelta(days=14)) == []
