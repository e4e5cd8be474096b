"""What each part of a letter, and each message to the person, is worded of: names, types and meaning.

Templates may use these and nothing else; the documentation of them is made from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mailaide.core.letter import ChangedFee, Criticism, Promised, Step, Told
from mailaide.core.mail import Address
from mailaide.core.obligation import Change
from mailaide.core.project import Fee, Milestone, Person, Project
from mailaide.core.worktime import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A name that a template may use. `type` is what stands behind it."""

    name: str
    type: Any
    meaning: str


def _value(name: str, type_: Any, meaning: str) -> Value:
    return Value(name=name, type=type_, meaning=meaning)


EVERYWHERE = (
    _value("greeting", str, "whom the letter greets"),
    _value("formal", bool, "whether the client is addressed formally"),
    _value("form", Callable[[str, str], str], 'the first of two wordings when it is: `form("u", "je")`'),
    _value("person", Person, "you"),
    _value("to", Address, "where the letter goes"),
    _value("refuse", Callable[[str], str], "gives the letter up, for the reason given"),
)
IN_PARTS = (
    _value("opens", bool, "whether this part is the first of its letter"),
    _value("ends", bool, "whether it is the last"),
    _value("place", int, "where it stands in the letter, from 1 on"),
)
IN_FRAMES = (_value("parts", tuple[str, ...], "the parts in words, in their order"),)

_PROJECT = _value("project", Project, "the project that the letter is about")
_REMEDIES = _value("remedies", tuple[str, ...], "the ways out that you are ready to offer")
_HEARD_ON = _value("heard_on", date, "the day on which the client wrote it")

PARTS: Mapping[str, tuple[Value, ...]] = {
    "kickoff": (
        _PROJECT,
        _value("milestones", tuple[Milestone, ...], "what will be there, and when"),
        _value("next_step", str, "what comes first, or nothing"),
        _value("cadence", Span | None, "the longest time without a word from you"),
        _value("decides", str, "who decides on the client's side, or nothing"),
    ),
    "fees": (
        _PROJECT,
        _value("fees", tuple[Fee, ...], "the costs that the client has not heard yet"),
        _value("changed", tuple[ChangedFee, ...], "the costs that are not what the client heard"),
        _value("drawbacks", tuple[str, ...], "what the client should know beforehand"),
        _value("requirements", tuple[str, ...], "what you need from the client"),
        _value("revision_rounds", int | None, "how many rounds of changes are in the price"),
    ),
    "status": (
        _PROJECT,
        _value("done", tuple[Milestone, ...], "what is finished"),
        _value("next", tuple[Milestone, ...], "what is still to come"),
        _value("slipped", tuple[Milestone, ...], "what should have been there and is not"),
        _value("since", date | None, "the day of your last message"),
        _value("next_step", str, "what you will do next, or nothing"),
        _value("progress", tuple[Step, ...], "what you worked on"),
        _value("waiting_for", tuple[str, ...], "what you asked a yes or no to, in your words, and got neither"),
    ),
    "complaint": (
        _PROJECT,
        _value("sentences", tuple[str, ...], "what the client complains of, in their words"),
        _HEARD_ON,
        _REMEDIES,
        _value("answer_by", date | None, "the day by which you will say more; none when that has passed"),
        _value("owner", str, "who deals with it"),
    ),
    "questions": (
        _PROJECT,
        _value("questions", tuple[str, ...], "the open questions, in the client's words"),
        _value("asked_on", date, "the day on which they were asked"),
    ),
    "answers": (
        _PROJECT,
        _value("sentence", str, "what the client wrote, or nothing"),
        _value("wrote_on", date, "the day on which they wrote it"),
    ),
    "approvals": (
        _PROJECT,
        _value("sentence", str, "what you asked or delivered, in your words"),
        _value("asked_on", date, "the day on which you did"),
        _value("holds", Milestone | None, "what waits for the answer"),
    ),
    "promises": (
        _PROJECT,
        _value("promises", tuple[Promised, ...], "what you said you would do"),
        _value("late", bool, "whether its day has passed"),
    ),
    "revisions": (
        _PROJECT,
        _value("round", int, "which round of changes this is"),
        _value("included", int | None, "how many are in the price"),
        _value("changes", tuple[str, ...], "what the client wants changed, in their words"),
        _value("fee", Fee | None, "what a further round costs"),
        _value("last", bool, "whether this is the last round in the price"),
        _value("beyond", bool, "whether this round is not in the price"),
    ),
    "dispute": (
        _PROJECT,
        _value("sentence", str, "what the client disputes, in their words"),
        _HEARD_ON,
        _value("told", tuple[Told, ...], "the costs that you told before, and when"),
        _value("untold", tuple[Fee, ...], "the costs that you did not tell"),
        _REMEDIES,
    ),
    "wrap_up": (
        _PROJECT,
        _value("done", tuple[Milestone, ...], "what was delivered"),
        _value("open_points", tuple[str, ...], "what is still open"),
        _value("criticism", tuple[Criticism, ...], "what the client was unhappy about, and when you answered"),
        _value("ended_on", date, "the last day of the project"),
    ),
}
"""By template, for letters to a client."""

_OWED = (
    _value("duty", str, "what is owed, such as `status`: the name of the file in `told/`"),
    _value("project", Project, "the project"),
    _value("client_name", str, "the client's name"),
    _value("due", datetime, "when it is due, in your time zone"),
    _value("rung", str, "how urgent it is: ready, half, due or again"),
    _value("draft", str, "waiting or none"),
    _value("why_none", str, "why there is no draft: unlisted, backlog, limit, week, in work, letter, or nothing"),
    _value("facts", Mapping[str, object], "what the duty has to tell; see below"),
    _value("also", tuple[Mapping[str, object], ...], "what else the same letter tells, each with its duty and facts"),
)
NOTICES: Mapping[str, tuple[Value, ...]] = {
    "alert": _OWED,
    "summary": (
        _value("items", tuple[Mapping[str, object], ...], "what is open, each with the values of an alert"),
        _value("rebuilt", bool, "whether mailaide's notes were lost"),
    ),
    "stale": (
        *_OWED[:3],
        _value("changes", tuple[Change, ...], "what is not so any more"),
    ),
    "question": (
        _value("items", tuple[Mapping[str, object], ...], "each with sender, subject, received_on and candidates"),
    ),
    "full": (
        _value("account", str, "the account whose mailbox is full"),
        _value("items", tuple[Mapping[str, object], ...], "each with draft (true or false) and project"),
        _value("since", datetime, "since when"),
    ),
    "wording": (
        *_OWED[1:3],
        _value("items", tuple[Mapping[str, object], ...], "each with flaw, text and better"),
    ),
    "blind": (
        _value("names", str, "the accounts that cannot be read"),
        _value("items", tuple[Mapping[str, object], ...], "each with account, since, why and said"),
    ),
    "sighted": (
        _value("names", str, "the accounts that can be read again"),
        _value("items", tuple[Mapping[str, object], ...], "each with account and since"),
    ),
}
"""By template, for messages to the person."""

_UNLISTED = {"unlisted": str}
FACTS: Mapping[str, Mapping[str, Any]] = {
    "answers": {"sentence": str, "wrote_on": date, "maybe": bool} | _UNLISTED,
    "approvals": {"asked_on": date, "sentence": str},
    "blanks": {"subject": str, "sent_on": date, "blank": str},
    "complaints": {"sentence": str, "heard_on": date, "repeats": int, "held": bool} | _UNLISTED,
    "dispute": {"sentence": str, "heard_on": date, "untold": tuple[Fee, ...]} | _UNLISTED,
    "fees": {"fees": tuple[Fee, ...]},
    "forgeries": {"sender": str, "subject": str, "received_on": date},
    "kickoff": {"milestones": tuple[Milestone, ...]},
    "promises": {"promises": tuple[Promised, ...], "late": bool, "waits": bool},
    "questions": {"questions": tuple[str, ...], "asked_on": date} | _UNLISTED,
    "returned": {"subject": str, "sent_on": date, "recipients": str},
    "revisions": {"round": int, "included": int | None, "fee": Fee | None, "beyond": bool} | _UNLISTED,
    "status": {"since": date | None},
    "wrap_up": {"ended_on": date},
}
"""By duty, what `facts` holds in a message to the person."""
