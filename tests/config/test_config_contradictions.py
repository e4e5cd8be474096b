"""What cannot be meant is refused with its line, and what can be meant is taken as the comments say."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import NINE_TO_FIVE, a_dossier, a_person, complaint, from_client, from_us, local

from mailaide.config import load
from mailaide.core.decide import decide
from mailaide.core.project import Project
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.errors import ConfigError

BASE = """\
version: 1
person:
  name: Anna
  addresses: [anna@studio.example]
  time_zone: Europe/Amsterdam
accounts:
  studio: {host: imap.studio.example, user: anna}
clients:
  harbour: {name: Harbour, addresses: [piet@harbour.example]}
projects:
  site:
    client: harbour
    title: Site
"""


def project(folder: Path, *lines: str, text: str = BASE) -> Project:
    """The project with these lines under it, or beginning further sections."""
    path = folder / "config.yaml"
    path.write_text(text + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return load(path, environment={"STATE_DIRECTORY": str(folder)}).practice.project("site")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "    complaints: {answer_within: 4 working hours, warn_after: 1 working day}",
            "config.yaml:14:50: projects.site.complaints.warn_after: "
            "1 working day is not before the time is up (answer_within is 4 working hours)",
        ),
        (
            "policy: {complaints: {answer_within: 4 hours, warn_after: 4 hours}}",
            "config.yaml:14:47: policy.complaints.warn_after: "
            "4 hours is not before the time is up (answer_within is 4 hours)",
        ),
        (
            "    fees: [{what: Work, amount: 0, currency: EUR}]",
            "config.yaml:14:25: projects.site.fees[0].amount: 0 is not a price; write an amount above zero",
        ),
        (
            "    fees: [{what: Work, amount: 95}]",
            'config.yaml:14:12: projects.site.fees[0]: "currency" is missing',
        ),
        (
            "alerts: {quiet_hours: 00:00-24:00}",
            'config.yaml:14:10: alerts.quiet_hours: "00:00-24:00" is the whole day, '
            "so nothing would ever be told; write it like 22:00-07:00",
        ),
        (
            "    ends: 2026-03-31\n    starts: 2026-04-01",
            "config.yaml:14:5: projects.site.ends: 2026-03-31 is before the project starts (2026-04-01)",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, line: str, problem: str):
    with pytest.raises(ConfigError) as caught:
        project(tmp_path, line)

    assert caught.value.problems == [problem]


@pytest.mark.parametrize(
    ("client", "problem"),
    [
        ("", 'config.yaml:11:3: projects.site: "client" is missing'),
        ("    client: haven\n", 'config.yaml:12:5: projects.site.client: there is no client "haven"; there is harbour'),
    ],
)
def test_a_project_without_a_client_is_refused(tmp_path: Path, client: str, problem: str):
    with pytest.raises(ConfigError) as caught:
        project(tmp_path, text=BASE.replace("    client: harbour\n", client))

    assert caught.value.problems == [problem]


def test_a_milestone_before_the_project_starts_is_refused_also_when_it_is_done(tmp_path: Path):
    with pytest.raises(ConfigError) as caught:
        project(
            tmp_path,
            "    starts: 2026-03-02",
            "    milestones:",
            "      - {name: Talk, date: 2026-02-20}",
            "      - {name: Design, date: 2026-03-27, done: 2026-02-27}",
        )

    assert caught.value.problems == [
        'config.yaml:16:22: projects.site.milestones[0].date: "Talk" on 2026-02-20 is before the project starts '
        "(2026-03-02)",
        'config.yaml:17:42: projects.site.milestones[1].done: "Design" was done on 2026-02-27, before the project '
        "starts (2026-03-02)",
    ]


def test_a_milestone_that_lies_behind_us_is_no_plan_and_counts_as_late_in_an_update(tmp_path: Path):
    old = project(tmp_path, "    milestones: [{name: Design, date: 2020-05-01}]", "    cadence: 2 working days")
    dossier = a_dossier(from_us(local(2026, 3, 2, 9)), **_terms(old))

    owed = {one.duty: one for one in decide(dossier, now=local(2026, 3, 4, 9)).obligations}

    assert set(owed) == {"status"}
    assert owed["status"].letter is not None
    assert [one.name for one in owed["status"].letter.parts[0].values["slipped"]] == ["Design"]  # type: ignore[attr-defined]


def test_rounds_without_a_price_are_told_with_a_blank_for_it(tmp_path: Path):
    rounds = project(tmp_path, "    revision_rounds: 1")
    wish = Signal(kind=SignalKind.CHANGE, sentence="Please make it green.", because="the test says so")
    dossier = a_dossier(
        from_us(local(2026, 3, 2, 9)),
        from_client(local(2026, 3, 2, 10), "Please make it green.", signals=(wish,)),
        **_terms(rounds),
    )

    (owed,) = decide(dossier, now=local(2026, 3, 2, 10)).obligations

    assert owed.duty == "revisions"
    assert owed.letter is not None
    assert owed.letter.parts[0].values["fee"] is None


def test_a_warning_by_another_clock_that_would_come_too_late_is_left_out(tmp_path: Path):
    """Hours of the clock and working hours cannot be compared in the file; in the night the first are over first."""
    mixed = project(tmp_path, "    complaints: {answer_within: 4 hours, warn_after: 3 working hours}")
    dossier = a_dossier(complaint(local(2026, 3, 2, 20)), person=a_person(hours=NINE_TO_FIVE), **_terms(mixed))

    (owed,) = decide(dossier, now=local(2026, 3, 2, 20)).obligations

    assert [rung.name for rung in owed.alerts][:1] == ["due"]


def _terms(project: Project) -> dict[str, object]:
    names = ("milestones", "cadence", "revision_rounds", "fees", "complaints")
    return {name: getattr(project, name) for name in names}
