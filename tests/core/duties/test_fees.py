"""No cost without notice: which fees are owed, from when, and what ends it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_project,
    from_client,
    from_us,
    local,
    to_piet,
    working_days,
)

from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties.fees import owed
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.project import Fee

DESIGN = a_fee("1450")
HOSTING = a_fee("87.50", what="hosting", unit="month")
HELLO = from_client(MONDAY_9H)


def obligations(dossier: Dossier) -> list[Obligation]:
    return list(owed(dossier, WEDNESDAY_9H))


def key(*fees: Fee, entries: tuple[Entry, ...] = (HELLO,)) -> str:
    (obligation,) = obligations(a_dossier(*entries, fees=fees))
    return obligation.key


def test_fees_are_told_from_the_first_mail_on():
    project: dict[str, Any] = {
        "fees": (DESIGN, HOSTING),
        "drawbacks": ("no shop",),
        "requirements": ("photos",),
        "revision_rounds": 2,
    }

    assert obligations(a_dossier(HELLO, **project)) == [
        Obligation(
            duty="fees",
            project="harbour",
            key=key(DESIGN, HOSTING),
            since=MONDAY_9H,
            due=WEDNESDAY_9H,
            because="no sent mail to Harbour Ltd holds design (EUR 1450), hosting (EUR 87.50)",
            evidence=(HELLO.id,),
            draft_at=MONDAY_9H,
            letter=to_piet(
                "fees",
                project=a_project(**project),
                fees=(DESIGN, HOSTING),
                drawbacks=("no shop",),
                requirements=("photos",),
                revision_rounds=2,
                changed=(),
            ),
            facts={"fees": (DESIGN, HOSTING)},
            lasting=True,
            alerts=(Rung(name="due", at=WEDNESDAY_9H),),
            patience=working_days(2),
        )
    ]


def test_a_project_that_starts_on_a_day_is_told_from_its_opening_on():
    (obligation,) = obligations(a_dossier(starts=date(2026, 3, 7), fees=(DESIGN,)))

    assert (obligation.since, obligation.draft_at, obligation.evidence) == (local(2026, 3, 9, 9), obligation.since, ())
    assert obligation.due == local(2026, 3, 11, 9)


@pytest.mark.parametrize(
    "dossier",
    [
        a_dossier(HELLO),
        a_dossier(fees=(DESIGN,)),
        a_dossier(HELLO, from_us(MONDAY_10H, "It is € 1.450,- all in."), fees=(DESIGN,)),
    ],
    ids=["no fees", "neither start nor mail", "told"],
)
def test_nothing_is_owed(dossier: Dossier):
    assert obligations(dossier) == []


def test_only_the_fees_that_were_not_told_are_owed():
    (obligation,) = obligations(a_dossier(HELLO, from_us(MONDAY_10H, "Design is 1450."), fees=(DESIGN, HOSTING)))

    assert obligation.facts == {"fees": (HOSTING,)}
    assert obligation.letter
    assert obligation.letter.parts[0].values["fees"] == (HOSTING,)
    assert obligation.key == key(DESIGN, HOSTING)  # the same matter: it is not raised again for what is left of it


def test_the_clients_own_words_do_not_tell():
    assert obligations(a_dossier(from_client(MONDAY_9H, "Was it 1450?"), fees=(DESIGN,))) != []


def test_the_key_stays_while_the_facts_stay():
    later = (HELLO, from_client(TUESDAY_9H), from_us(WEDNESDAY_9H))

    assert key(DESIGN, HOSTING) == key(HOSTING, DESIGN, entries=later)
    assert key(a_fee("100")) == key(a_fee("1E+2")) == key(a_fee("100.00"))


@pytest.mark.parametrize(
    "changed",
    [a_fee("1550"), a_fee(currency="CHF"), a_fee(unit="hour"), a_fee(what="drawing"), a_fee(condition="in advance")],
)
def test_the_key_changes_with_every_fact(changed: Fee):
    assert key(changed) != key(DESIGN)


def test_a_changed_fee_is_owed_again():
    told = from_us(MONDAY_10H, "Design is 1450.")

    assert obligations(a_dossier(HELLO, told, fees=(a_fee("1550"),))) != []


def test_what_is_owed_does_not_depend_on_the_hour():
    dossier = a_dossier(HELLO, fees=(DESIGN,))

    assert list(owed(dossier, MONDAY_9H)) == list(owed(dossier, datetime(2030, 1, 1, tzinfo=UTC)))


def test_after_the_projects_last_day_no_fee_is_owed():
    ends = date(2026, 3, 2)
    dossier = a_dossier(fees=(a_fee(),), starts=ends, ends=ends)

    assert [obligation.lapses_at for obligation in owed(dossier, MONDAY_9H)] == [local(2026, 3, 3)]
    assert list(owed(dossier, local(2026, 3, 3))) == []
