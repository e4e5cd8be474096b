"""What cannot be meant is refused with its line, and what can be meant is taken as the comments say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import NINE_TO_FIVE, a_dossier, a_person, complaint, from_client, from_us, local, we_say
from config.config_files import SMALLEST, problems

from mailaide.config import Tls, load
from mailaide.core.decide import decide
from mailaide.core.project import Project
from mailaide.core.reading.signals import Signal, SignalKind

Write = Callable[..., Path]

BASE = SMALLEST.replace("{client: harbour, title: Site}", "\n    client: harbour\n    title: Site")
"""To which further lines of the project, or sections, may be added."""


def project(path: Path) -> Project:
    return load(path, environment={}).practice.project("site")


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
def test_what_cannot_be_meant_is_refused_with_its_line(write: Write, line: str, problem: str):
    assert problems(write(f"{BASE}{line}\n")) == [problem]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "[Bob@harbour.example]",
            "[anna@studio.example]",
            'config.yaml:9:40: clients.harbour.addresses[0]: "anna@studio.example" is your own address '
            "(see person.addresses)",
        ),
        (
            "projects:\n",
            "  port: {name: Port, addresses: [bob@harbour.example]}\nprojects:\n",
            'config.yaml:10:34: clients.port.addresses[0]: "bob@harbour.example" is an address of a client already '
            "(under harbour, config.yaml:9:40); keep one of the two",
        ),
        (
            "projects:\n",
            "  port: {name: Port, addresses: [p@port.example], people: [{address: bob@harbour.example}]}\nprojects:\n",
            'config.yaml:10:61: clients.port.people[0].address: "bob@harbour.example" is an address of a client '
            "already (under harbour, config.yaml:9:40); keep one of the two",
        ),
        (
            "projects:\n",
            "colleagues: {sam: {addresses: [bob@harbour.example]}}\nprojects:\n",
            'config.yaml:9:40: clients.harbour.addresses[0]: "bob@harbour.example" is the address of your colleague '
            "sam (config.yaml:10:32); keep one of the two",
        ),
        (
            "title: Site}",
            "title: Site, keywords: {'--': 3}}",
            'config.yaml:11:40: projects.site.keywords: "--" holds no word',
        ),
        (
            "title: Site}",
            "title: Site, tag: HC}\n  shop: {client: harbour, title: Shop, tag: hc}",
            'config.yaml:12:40: projects.shop.tag: "hc" is the tag of site already',
        ),
        (
            "title: Site}",
            "title: Site}\n  shop: {client: harbour, title: Shop, tag: SITE}",
            'config.yaml:12:40: projects.shop.tag: "SITE" is the name of site already',
        ),
        (
            "title: Site}",
            "title: Site}\n  Site: {client: harbour, title: Other}",
            'config.yaml:12:3: projects.Site: "Site" differs from site only in capitals',
        ),
        (
            "title: Site}",
            "title: Site, starts: 2026-03-02, milestones: [{name: Draft, date: 2026-03-01}]}",
            'config.yaml:11:87: projects.site.milestones[0].date: "Draft" on 2026-03-01 is before the project starts '
            "(2026-03-02)",
        ),
        (
            "user: anna}",
            "user: anna, tls: none}",
            "config.yaml:7:51: accounts.studio.tls: without TLS the password could be read on its way; "
            "write implicit or starttls (none is only for a server on this computer)",
        ),
        (
            "  name: Anna\n",
            "  name: Anna\n  holidays: {country: XX}\n",
            'config.yaml:4:3: person.holidays: "XX" is not a country whose holidays are known; '
            "write two letters, like NL",
        ),
        (
            "  name: Anna\n",
            "  name: Anna\n  working_hours: {mon: [], fri: []}\n",
            "config.yaml:4:3: person.working_hours: there are no working hours; "
            "write at least one day, like mon-fri: [09:00-17:00]",
        ),
        (
            "  name: Anna\n",
            "  name: Anna\n  working_hours: {mon: [09:00-12:00, nine]}\n",
            'config.yaml:4:38: person.working_hours.mon[1]: "nine" is not a stretch of time; write it like 09:00-12:30',
        ),
        (
            "  name: Anna\n",
            "  name: Anna\n  away: [{from: 2026-03-02, to: 2026-03-01}]\n",
            'config.yaml:4:10: person.away[0]: "to" (2026-03-01) is before "from" (2026-03-02)',
        ),
        (
            "  site: {",
            "  the site: {",
            'config.yaml:11:3: projects.the site: "the site" cannot be a name here; '
            'use letters, digits, "-" and "_", without spaces',
        ),
        (
            "version: 1\n",
            "version: 1\ntemplates_directory: /nowhere\n",
            "config.yaml:2:1: templates_directory: there is no folder /nowhere",
        ),
    ],
)
def test_what_does_not_hang_together_is_refused(write: Write, before: str, after: str, problem: str):
    assert problems(write(SMALLEST.replace(before, after))) == [problem]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "'::1'"])
def test_no_tls_is_for_this_machine_only(write: Write, host: str):
    path = write(SMALLEST.replace("imap.studio.example", host).replace("user: anna}", "user: anna, tls: none}"))

    assert load(path).account("studio").tls is Tls.NONE


@pytest.mark.parametrize("host", ["localhost.evil.example", "128.0.0.1", "0.0.0.0"])
def test_no_tls_elsewhere_is_refused(write: Write, host: str):
    path = write(SMALLEST.replace("imap.studio.example", host).replace("user: anna}", "user: anna, tls: none}"))

    assert len(problems(path)) == 1


@pytest.mark.parametrize(
    ("client", "problem"),
    [
        ("", 'config.yaml:11:3: projects.site: "client" is missing'),
        ("    client: haven\n", 'config.yaml:12:5: projects.site.client: there is no client "haven"; there is harbour'),
    ],
)
def test_a_project_without_a_client_is_refused(write: Write, client: str, problem: str):
    assert problems(write(BASE.replace("    client: harbour\n", client))) == [problem]


def test_a_milestone_before_the_project_starts_is_refused_also_when_it_is_done(write: Write):
    path = write(
        f"""{BASE}\
    starts: 2026-03-02
    milestones:
      - {{name: Talk, date: 2026-02-20}}
      - {{name: Design, date: 2026-03-27, done: 2026-02-27}}
"""
    )

    assert problems(path) == [
        'config.yaml:16:22: projects.site.milestones[0].date: "Talk" on 2026-02-20 is before the project starts '
        "(2026-03-02)",
        'config.yaml:17:42: projects.site.milestones[1].done: "Design" was done on 2026-02-27, before the project '
        "starts (2026-03-02)",
    ]


def test_a_milestone_that_lies_behind_us_is_no_plan_and_counts_as_late_in_an_update(write: Write):
    old = project(write(f"{BASE}    milestones: [{{name: Design, date: 2020-05-01}}]\n    cadence: 2 working days\n"))
    dossier = a_dossier(from_us(local(2026, 3, 2, 9)), **_terms(old))

    owed = {one.duty: one for one in decide(dossier, now=local(2026, 3, 4, 9)).obligations}

    assert set(owed) == {"status"}
    assert owed["status"].letter is not None
    assert owed["status"].letter.parts[0].values["slipped"] == old.milestones


def test_rounds_without_a_price_are_told_with_a_blank_for_it(write: Write):
    rounds = project(write(BASE + "    revision_rounds: 1\n"))
    wish = Signal(kind=SignalKind.CHANGE, sentence="Please make it green.", because="the test says so")
    dossier = a_dossier(
        we_say(SignalKind.DELIVERY, local(2026, 3, 2, 9), "Here it is."),
        from_client(local(2026, 3, 2, 10), "Please make it green.", signals=(wish,)),
        **_terms(rounds),
    )

    (owed,) = decide(dossier, now=local(2026, 3, 2, 10)).obligations

    assert owed.duty == "revisions"
    assert owed.letter is not None
    assert owed.letter.parts[0].values["fee"] is None


def test_a_warning_by_another_clock_that_would_come_too_late_is_left_out(write: Write):
    """Hours of the clock and working hours cannot be compared in the file; in the night the first are over first."""
    mixed = project(write(BASE + "    complaints: {answer_within: 4 hours, warn_after: 3 working hours}\n"))
    dossier = a_dossier(complaint(local(2026, 3, 2, 20)), person=a_person(hours=NINE_TO_FIVE), **_terms(mixed))

    (owed,) = decide(dossier, now=local(2026, 3, 2, 20)).obligations

    assert [rung.name for rung in owed.alerts][:1] == ["due"]


def _terms(project: Project) -> dict[str, Any]:
    names = ("milestones", "cadence", "revision_rounds", "fees", "complaints")
    return {name: getattr(project, name) for name in names}
