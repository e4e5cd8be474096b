"""Between two wake instants there is nothing to do: whoever decided at every moment of a story would do the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from instants import through
from scenarios.play import Play
from scenarios.story import Story, stories

from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier
from mailaide.core.obligation import Action, Plan, WithdrawDraft
from mailaide.steps.recall import recall

STORIES = stories()
SECOND = timedelta(seconds=1)
"""How late a letter may be that reads otherwise from then on."""


def decided(dossier: Dossier, old: timedelta, now: datetime) -> Plan:
    return decide(dossier, now=now, old=old)


class Watched(Play):
    """Asks the projects that nobody woke whether they would do something, at every instant between two cycles."""

    def until(self, at: datetime) -> None:
        while (following := self._next_look()) < at:
            self._watch(following)
            self.cycle(following)
        self._watch(at)

    def _watch(self, end: datetime) -> None:
        woken, old = self.office.store.due(self.now), timedelta(days=self.terms.limits.backlog_days)
        for project in self.office.projects:
            if project.key in woken:
                continue
            dossier = recall(self.office.store, self.terms.practice, project.key)
            for moment, plan in through(partial(decided, dossier, old), self.now + SECOND, end - SECOND):
                actions = [action for action in plan.actions if not self._must_wait(action)]
                assert actions == [], self._failed(moment, f"{project.key} should have been woken for {actions}")

    def _must_wait(self, action: Action) -> bool:
        """For the brakes, or for the mailbox to tell what became of a draft that is missed."""
        if isinstance(action, WithdrawDraft):
            return action.intent.missed
        return not self.held.isdisjoint(action.obligation.keys)


@pytest.mark.parametrize("story", STORIES, ids=[f"{one.file}: {one.title}" for one in STORIES])
def test_nothing_is_to_be_done_between_two_wakes(story: Story):
    Watched(story=story).perform()
