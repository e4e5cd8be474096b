"""How many alarms a person wants, over the whole pipeline: the same mail, read under each budget."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_11H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    ScriptedEar,
    a_mark,
    a_person,
    a_project,
)
from scenarios.office import Office

from mailaide.core.intent import Kind
from mailaide.core.marks import MarkKind
from mailaide.core.project import Practice
from mailaide.core.reading.ear.ear import Heard
from mailaide.core.reading.ear.levels import ENOUGH, Budget
from mailaide.core.reading.signals import SignalKind
from mailaide.steps.recall import recall

SCORES = {"calm": 0.02, "doubtful": 0.52, "plain": 0.95}
"""What a mail says, and how much it sounds like a complaint: in the middle of the levels, and far above them."""


def as_it_says(text: str) -> Heard:
    """Hears what the mail says it is."""
    return Heard(score=SCORES[text], sentence=text)


class ListeningOffice(Office):
    ear = ScriptedEar(as_it_says)

    def client_writes_for_months(self, *texts: str) -> None:
        for number in range(ENOUGH):
            at = MONDAY_9H - timedelta(days=1, hours=ENOUGH - number)
            self.client_writes(texts[number % len(texts)], at, f"<{number}@harbour.example>", subject=f"{number}")


def complaint_drafts(office: Office) -> int:
    intents = office.store.intents("harbour")
    return sum(one.kind is Kind.DRAFT and one.duty == "complaints" for one in intents)


def an_office(budget: Budget) -> ListeningOffice:
    practice = Practice(person=a_person(), projects=(a_project(),), budgets=(("work", budget),))
    return ListeningOffice(practice=practice)


@pytest.mark.parametrize(("budget", "drafts"), [(Budget.STRICT, 0), (Budget.NORMAL, 1), (Budget.CAUTIOUS, 1)])
def test_a_doubtful_mail_gets_its_draft_where_the_budget_allows(budget: Budget, drafts: int) -> None:
    office = an_office(budget)
    office.client_writes("doubtful", MONDAY_9H, "<doubt@harbour.example>")

    office.cycle(MONDAY_11H)

    assert complaint_drafts(office) == drafts


@pytest.mark.parametrize("budget", Budget)
def test_a_plain_complaint_gets_its_draft_under_every_budget(budget: Budget) -> None:
    office = an_office(budget)
    office.client_writes("plain", MONDAY_9H, "<plain@harbour.example>")

    office.cycle(MONDAY_11H)

    assert complaint_drafts(office) == 1


@pytest.mark.parametrize(("before", "drafts"), [(("plain",), 0), (("calm",), 1)])
def test_the_mail_of_before_sets_the_level(before: tuple[str, ...], drafts: int) -> None:
    office = an_office(Budget.NORMAL)
    office.client_writes_for_months(*before)
    office.we_write("calm", MONDAY_9H - timedelta(hours=12), "<ours@me.example>", subject="99")
    office.client_writes("doubtful", MONDAY_9H, "<doubt@harbour.example>", subject="99")

    office.cycle(MONDAY_11H)

    assert complaint_drafts(office) == drafts


def test_what_was_called_no_complaint_raises_the_level_for_the_next_one_only() -> None:
    office = an_office(Budget.NORMAL)
    office.client_writes("doubtful", MONDAY_9H, "<first@harbour.example>", subject="The first")
    office.client_writes("doubtful", MONDAY_9H, "<second@harbour.example>", subject="The second")
    office.cycle(MONDAY_11H)
    office.store.mark(a_mark(MarkKind.NOT_A_COMPLAINT, "<first@harbour.example>", TUESDAY_9H))
    office.we_write("The second page is ready.", TUESDAY_9H, "<ours@me.example>", subject="The second")
    office.client_writes("doubtful", TUESDAY_10H, "<third@harbour.example>", subject="The third")

    office.cycle(WEDNESDAY_9H)

    known = recall(office.store, office.terms.practice, "harbour")
    kinds = [[signal.kind for signal in entry.reading.signals] for entry in known.from_client()]
    assert kinds == [[], [SignalKind.COMPLAINT], [SignalKind.MAYBE_COMPLAINT]]
