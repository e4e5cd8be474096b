"""A made-up client, project and values of every part: for previews, the documentation and a check of templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from mailaide.core.letter import ChangedFee, Criticism, Letter, Part, Promised, Step, Told, to_client
from mailaide.core.project import Client, ComplaintPolicy, Fee, Form, Milestone, Person, Project
from mailaide.core.samples.words import SAMPLE_WORDS, SampleWords
from mailaide.core.worktime import Span, Unit, WorkingHours

_UTC = ZoneInfo("UTC")
DAY = timedelta(days=1)


def sample_person(language: str) -> Person:
    return Person(
        name="Anna de Vries",
        addresses=("anna@devries.example",),
        language=language,
        zone=_UTC,
        hours=WorkingHours(zone=_UTC, week={}),
    )


def sample_project(language: str, form: Form, today: date) -> Project:
    """A project in the middle of its work, of a client who speaks the language."""
    words = SAMPLE_WORDS[language]
    client = Client(
        key="sample",
        name="Harbour Coffee",
        contact="Ellen Jansen",
        greeting=words.formal_name if form is Form.FORMAL else "Ellen",
        addresses=("ellen@harbour.example",),
        language=language,
        form=form,
        zone=_UTC,
    )
    return Project(
        key="sample",
        title=words.title,
        client=client,
        account="sample",
        starts=today - 40 * DAY,
        ends=today + 60 * DAY,
        milestones=(
            Milestone(name=words.finished, on=today - 6 * DAY, done=today - 7 * DAY),
            Milestone(name=words.slipped, on=today - 2 * DAY),
            Milestone(name=words.ahead, on=today + 30 * DAY),
        ),
        fees=_fees(words),
        revision_rounds=2,
        requirements=words.requirements,
        drawbacks=(words.drawback,),
        remedies=words.remedies,
        cadence=Span(amount=5, unit=Unit.WORKING_DAYS),
        complaints=ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS)),
        next_step=words.next_step,
    )


def _fees(words: SampleWords) -> tuple[Fee, Fee, Fee]:
    def fee(what: str, amount: str, **terms: str) -> Fee:
        return Fee(what=what, amount=Decimal(amount), currency="EUR", tax=words.tax, **terms)

    return (
        fee(words.build, "4800", condition=words.half_upfront),
        fee(words.extra, "87.50", unit=words.hour, condition=words.by_agreement),
        fee(words.round, "350"),
    )


def sample_values(part: str, project: Project, person: Person, today: date) -> Mapping[str, object]:
    """What this part could be worded of: the project's own terms, and mail that is made up."""
    words = SAMPLE_WORDS.get(project.client.language, SAMPLE_WORDS["en"])
    values = {"project": project, **_VALUES[part](project, words, today)}
    return values | {"owner": person.name} if "owner" in values else values


def _kickoff(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "milestones": tuple(replace(one, done=None) for one in project.milestones),
        "next_step": project.next_step,
        "cadence": project.cadence,
        "decides": project.client.contact,
    }


def _fees_told(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "fees": project.fees,
        "changed": (),
        "drawbacks": project.drawbacks,
        "requirements": project.requirements,
        "revision_rounds": project.revision_rounds,
    }


def _ahead(project: Project, today: date) -> tuple[Milestone, ...]:
    return tuple(one for one in project.milestones if one.done is None and one.on >= today)


def _status(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "done": tuple(one for one in project.milestones if one.done is not None),
        "next": _ahead(project, today),
        "slipped": tuple(one for one in project.milestones if one.done is None and one.on < today),
        "since": today - 8 * DAY,
        "next_step": project.next_step,
        "progress": (Step(text=words.steps[0], done=True), Step(text=words.steps[1], done=False)),
        "waiting_for": (words.waiting_for,),
    }


def _complaint(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "sentences": (words.complaint,),
        "heard_on": today - DAY,
        "remedies": project.remedies,
        "answer_by": today + 2 * DAY,
        "owner": "",
    }


def _questions(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {"questions": words.questions, "asked_on": today - DAY}


def _answers(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {"sentence": words.message, "wrote_on": today - 3 * DAY}


def _approvals(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    ahead = _ahead(project, today)
    return {"sentence": words.delivery, "asked_on": today - 7 * DAY, "holds": ahead[0] if ahead else None}


def _promises(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    friday = today - (1 + (today.weekday() - 5) % 7) * DAY  # the sentence names the day
    promised = Promised(sentence=words.promise, made_on=friday - 2 * DAY, due=friday)
    return {"promises": (promised,), "late": True}


def _revisions(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    included = project.revision_rounds
    return {
        "round": included or 1,
        "included": included,
        "changes": words.changes,
        "fee": None,
        "last": bool(included),
        "beyond": included == 0,
    }


def _dispute(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "sentence": words.dispute,
        "heard_on": today - DAY,
        "told": tuple(Told(fee=fee, on=today - 30 * DAY, acknowledged_on=today - 28 * DAY) for fee in project.fees[:1]),
        "untold": project.fees[1:],
        "remedies": project.remedies,
    }


def _wrap_up(project: Project, words: SampleWords, today: date) -> Mapping[str, object]:
    return {
        "done": tuple(one for one in project.milestones if one.done is not None),
        "open_points": (words.open_point,),
        "criticism": (Criticism(sentence=words.criticism, heard_on=today - 9 * DAY, answered_on=today - 8 * DAY),),
        "ended_on": today - DAY,
    }


_VALUES = {
    "kickoff": _kickoff,
    "fees": _fees_told,
    "status": _status,
    "complaint": _complaint,
    "questions": _questions,
    "answers": _answers,
    "approvals": _approvals,
    "promises": _promises,
    "revisions": _revisions,
    "dispute": _dispute,
    "wrap_up": _wrap_up,
}


def preview_letter(part: str, project: Project, person: Person, today: date) -> Letter:
    """One part as a letter of its own to the project's client."""
    letter = to_client(project.client, part)
    return replace(letter, parts=(Part(template=part, values=sample_values(part, project, person, today)),))


def sample_letter(part: str, language: str, form: Form, today: date) -> Letter:
    """The part as a letter of its own, to the made-up client, with prices that changed and that were not told."""
    project = sample_project(language, form, today)
    letter = preview_letter(part, project, sample_person(language), today)
    build, extra, another = project.fees
    more: Mapping[str, Mapping[str, object]] = {
        "fees": {
            "fees": (build,),
            "changed": (ChangedFee(fee=extra, before=Decimal(80), told_on=today - 20 * DAY),),
        },
        "revisions": {"fee": another},
        "dispute": {
            "told": (Told(fee=extra, on=today - 30 * DAY, acknowledged_on=today - 28 * DAY),),
            "untold": (another,),
            "remedies": project.remedies[:1],
        },
    }
    values = {**letter.parts[0].values, **more.get(part, {})}
    return replace(letter, parts=(Part(template=part, values=values),))
