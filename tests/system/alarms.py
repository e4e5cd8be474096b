"""Which alerts of a conversation a sensible person would call false, by what the records tell of it.

An alert is true when what it speaks of is told by the records and was still open when it was raised; one that nobody
asked for is false, too, in the minute in which its draft was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from babel.dates import format_date
from system.conversations import Conversation, Mail

from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Role
from mailaide.core.reading.text.sums import sums

OF_OUR_OWN_ACCORD = ("kickoff", "fees", "status", "wrap_up")
ANSWERED_IN_DAYS = 2
"""Working days that a client's message may wait."""

CADENCE = 5
"""Working days, in all these projects."""

AWAITED = ("revision round", "conditional approval given", "fee disputed")
ERRAND = re.compile(r"\b(?:stuur|send)\b(?: \w+){0,3} (?:rekening|factuur|bill|invoice)\b", re.IGNORECASE)
"""What a client wants done beside the work; the records tell nothing of it."""

COMPLAINTS = ("complaint opened", "complaint repeated", "complaint reopened")
YES = ("approval given", "conditional approval given")

Told = Mapping[str, Any]


def false_alerts(conversation: Conversation, intents: Iterable[Intent]) -> list[str]:
    """The keys of the alerts that are false. The one summary of what was before mailaide began is none."""
    listed = list(intents)
    drafts = [one for one in listed if one.kind is Kind.DRAFT]
    alerts = [one for one in listed if one.kind is Kind.ALERT and one.project and one.state is not State.COVERED]
    return [one.key for one in alerts if not _is_true(conversation, one, drafts)]


def missed_alerts(conversation: Conversation, intents: Iterable[Intent]) -> list[str]:
    """What the records tell of that a person had to be told and was not: each as kind and message."""
    alerts = [one for one in intents if one.kind is Kind.ALERT]
    return [f"{told['what']} {told['message']}" for told in _due(conversation) if not _covers(alerts, told)]


def _is_true(conversation: Conversation, alert: Intent, drafts: Iterable[Intent]) -> bool:
    if alert.duty in OF_OUR_OWN_ACCORD:
        written = [draft.planned_at for draft in drafts if alert.key.partition("#")[0] in draft.keys]
        if written and timedelta() <= alert.planned_at - min(written) < timedelta(minutes=5):
            return False
    return TRUE[alert.duty](conversation, alert)


def _facts(conversation: Conversation, *kinds: str) -> Iterator[Told]:
    return (told for told in conversation.expected if told["what"].startswith(kinds))


def _at(conversation: Conversation, told: Told) -> datetime:
    """When it was so; a fact that has only a day, from its beginning."""
    written = str(told["at"])
    at = datetime.fromisoformat(written) if "T" in written else datetime.combine(date.fromisoformat(written), time())
    return (at if at.tzinfo else at.replace(tzinfo=conversation.practice.person.zone)).astimezone(UTC)


def _mail(conversation: Conversation, message: str) -> Mail:
    return next(mail for mail in conversation.mails if mail.id == message)


def _sent_at(conversation: Conversation, message: str) -> datetime:
    return _mail(conversation, message).at


def _on(conversation: Conversation, alert: Intent, kinds: tuple[str, ...]) -> list[Told]:
    """What the records tell of the messages that the alert speaks of."""
    return [told for told in _facts(conversation, *kinds) if told["message"] in alert.evidence]


def _ours(conversation: Conversation, before: datetime) -> list[Mail]:
    """What we sent that said something."""
    empty = {told["message"] for told in _facts(conversation, "holding reply", "auto-reply")}
    mails = (mail for mail in conversation.mails if mail.role is Role.SENT and mail.at < before)
    return [mail for mail in mails if mail.id not in empty]


def _complaint_is_open(conversation: Conversation, alert: Intent) -> bool:
    heard = [_at(conversation, told) for told in _on(conversation, alert, COMPLAINTS)]
    ended = [_at(conversation, told) for told in _facts(conversation, "complaint answered")]
    return bool(heard) and not any(max(heard) < end < alert.planned_at for end in ended)


def _promise_is_open(conversation: Conversation, told: Told, alert: Intent) -> bool:
    if told["message"] not in alert.evidence:
        return False
    if told["what"].endswith("recurring"):  # told with the day on which it was kept
        kept = _facts(conversation, "promise kept")
        return not any(f"/{end['at'][:10]}#" in alert.key for end in kept if end["promise"] == told["promise"])
    if f"/{told.get('due')}#" not in alert.key:
        return False
    ends = _facts(conversation, "promise kept", "promise replaced")
    return not any(end.get("promise") == told["promise"] and _at(conversation, end) < alert.planned_at for end in ends)


def _waits(conversation: Conversation, alert: Intent) -> bool:
    """A question that nobody answered; or a message that wants something and had no mail of ours for two days."""
    asked = {told.get("question") for told in _on(conversation, alert, ("question asked",))}
    answers = _facts(conversation, "question answered")
    asked -= {end.get("question") for end in answers if _at(conversation, end) < alert.planned_at}
    if _on(conversation, alert, COMPLAINTS) and _complaint_is_open(conversation, alert):
        return True
    errand = ERRAND.search(_mail(conversation, alert.evidence[0]).raw.decode("utf-8", "replace"))
    awaits = errand or _on(conversation, alert, AWAITED)
    wanted = asked or (awaits and not _answered_since(conversation, alert))
    hours, since = conversation.practice.person.hours, _sent_at(conversation, alert.evidence[0])
    return bool(wanted) and hours.working_days_between(since, alert.planned_at) >= ANSWERED_IN_DAYS - 1


def _answered_since(conversation: Conversation, alert: Intent) -> bool:
    since = _sent_at(conversation, alert.evidence[0])
    return any(mail.at > since for mail in _ours(conversation, alert.planned_at))


def _silent_for(conversation: Conversation, at: datetime) -> int:
    last = max((mail.at for mail in _ours(conversation, at)), default=None)
    if last is None:
        starts = min(project.starts for project in conversation.practice.projects if project.starts)
        last = datetime.combine(starts, time(), conversation.practice.person.zone)
    return conversation.practice.person.hours.working_days_between(last, at)


def _is_untold(conversation: Conversation, alert: Intent) -> bool:
    """Whether one of the sums it names was told in no mail before."""
    told = {
        price.amount
        for fact in _facts(conversation, "fee disclosed")
        if _at(conversation, fact) < alert.planned_at
        for price in sums(fact["what"])
    }
    return any(price.amount not in told for price in sums(alert.because)) or not sums(alert.because)


def _names_a_milestone(conversation: Conversation, mail: Mail) -> bool:
    text = mail.raw.decode("utf-8", "replace").lower()
    own = [project for project in conversation.practice.projects if project.key.startswith(conversation.id)]
    language = conversation.practice.person.language
    days = [one.on for project in own for one in project.milestones]
    return any(re.search(rf"\b{format_date(day, 'd MMMM', locale=language)}\b", text) for day in days)


def _due(conversation: Conversation) -> Iterator[Told]:
    """What had to be told: broken promises, questions left lying, deliveries without a yes, complaints left waiting."""
    yield from _facts(conversation, "promise broken", "no approval after delivery")
    hours = conversation.practice.person.hours
    answered = {told.get("question"): told for told in _facts(conversation, "question answered")}
    for told in _facts(conversation, "question asked"):
        end = answered.get(told.get("question"))
        ended = _at(conversation, end) if end else conversation.mails[-1].at
        if hours.between(_at(conversation, told), ended) > timedelta(hours=8 * ANSWERED_IN_DAYS):
            yield told
    for told in _facts(conversation, "complaint opened", "complaint reopened"):
        ends = [_at(conversation, end) for end in _facts(conversation, "complaint answered")]
        ended = min((end for end in ends if end > _at(conversation, told)), default=conversation.mails[-1].at)
        if hours.between(_at(conversation, told), ended) > timedelta(hours=8):
            yield told


def _covers(alerts: Iterable[Intent], told: Told) -> bool:
    return any(told["message"] in alert.evidence for alert in alerts)


def _promised(conversation: Conversation, alert: Intent) -> bool:
    return any(_promise_is_open(conversation, told, alert) for told in _facts(conversation, "promise made"))


def _without_yes(conversation: Conversation, alert: Intent) -> bool:
    asked = _sent_at(conversation, alert.evidence[0])
    return not any(asked < _at(conversation, told) < alert.planned_at for told in _facts(conversation, *YES))


def _round_waits(conversation: Conversation, alert: Intent) -> bool:
    return bool(_on(conversation, alert, ("revision round",))) and not _answered_since(conversation, alert)


TRUE: Mapping[str, Callable[[Conversation, Intent], bool]] = {
    "complaints": _complaint_is_open,
    "promises": _promised,
    "questions": _waits,
    "answers": _waits,
    "dispute": lambda conversation, alert: bool(_on(conversation, alert, ("fee disputed",))),
    "approvals": _without_yes,
    "revisions": _round_waits,
    "status": lambda conversation, alert: _silent_for(conversation, alert.planned_at) >= CADENCE,
    "fees": _is_untold,
    "kickoff": lambda conversation, alert: (
        not any(_names_a_milestone(conversation, mail) for mail in _ours(conversation, alert.planned_at))
    ),
}
"""By duty, whether what an alert speaks of was so, and still open. A duty that is missing here fails the test."""
