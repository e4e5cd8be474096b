"""From files to a Config, or to one report with everything that is wrong."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from config.config_files import SMALLEST, problems

from mailaide.config import AccountSettings, AlertSettings, SyncSettings, Tls, load
from mailaide.core.brakes import Limits
from mailaide.core.closed import ClosedDays
from mailaide.core.mail import Role
from mailaide.core.project import Client, ComplaintPolicy, Fee, Form, Milestone, Project
from mailaide.core.worktime import Span, Unit
from mailaide.errors import ConfigError

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HARBOUR = Client(key="harbour", name="Harbour", addresses=("bob@harbour.example",), language="en", zone=AMSTERDAM)


def test_the_smallest_configuration_gets_every_default(write):
    path = write(SMALLEST)

    config = load(path, environment={"STATE_DIRECTORY": "/var/lib/mailaide:/var/lib/other"})

    assert config.practice.projects == (
        Project(
            key="site",
            title="Site",
            client=HARBOUR,
            account="studio",
            cadence=Span(amount=5, unit=Unit.WORKING_DAYS),
            complaints=ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS)),
        ),
    )
    assert config.accounts == (AccountSettings(name="studio", host="imap.studio.example", port=993, user="anna"),)
    assert (config.alerts, config.sync, config.limits) == (AlertSettings(), SyncSettings(), Limits())
    assert config.practice.person.hours.week == dict.fromkeys(range(5), ((time(9), time(17)),))
    assert (config.state_directory, config.templates_directory, config.source) == (
        Path("/var/lib/mailaide"),
        None,
        path,
    )


def test_what_is_written_wins_over_defaults(write):
    path = write(
        """\
version: 1
person: {name: Anna, addresses: [anna@studio.example], time_zone: Europe/Amsterdam}
accounts:
  studio:
    {host: imap.studio.example, user: anna, tls: starttls, port: 143, ca_file: ca.pem, folders: {sent: Verzonden}}
clients:
  harbour:
    {name: H, addresses: [b@harbour.example], domains: [Harbour.example], form: informal, language: nl}
projects:
  site:
    client: harbour
    title: Site
    cadence: never
    fees: [{what: Werk, amount: 87.50, currency: eur, unit: uur}]
    starts: 2026-03-01
    ends: 2026-03-31
    milestones: [{name: Ontwerp, date: 2026-03-09}]
    revision_rounds: 2
"""
    )

    config = load(path)

    (project,) = config.practice.projects
    assert (project.cadence, project.revision_rounds, project.ends) == (None, 2, date(2026, 3, 31))
    assert project.fees == (Fee(what="Werk", amount=Decimal("87.50"), currency="EUR", unit="uur"),)
    assert project.milestones == (Milestone(name="Ontwerp", on=date(2026, 3, 9)),)
    assert (project.client.form, project.client.language, project.client.domains) == (
        Form.INFORMAL,
        "nl",
        ("harbour.example",),
    )
    assert config.account("studio") == AccountSettings(
        name="studio",
        host="imap.studio.example",
        port=143,
        user="anna",
        tls=Tls.STARTTLS,
        ca_file=path.parent / "ca.pem",
        folders=((Role.SENT, "Verzonden"),),
    )


def test_policy_holds_for_projects_that_say_nothing(write):
    path = write(SMALLEST + "policy: {cadence: 3 dagen, complaints: {answer_within: 1 werkdag}}\n")

    (project,) = load(path).practice.projects

    assert (project.cadence, project.complaints.answer_within) == (
        Span(amount=3, unit=Unit.DAYS),
        Span(amount=1, unit=Unit.WORKING_DAYS),
    )


def test_all_problems_of_all_files_are_in_one_report(write):
    path = write(
        """\
version: 2
person:
  name: Anna
  addresses: [anna@studio.example]
  time_zone: Amsterdam
  colour: red
  adresses: []
accounts:
  studio:
    host: imap.studio.example
    user: anna
    tls: none
    password: hunter2
clients:
  harbour:
    name: 42
    addresses: ["bob@", anna@studio.example]
    domains:
      - gmail.com
projects:
  site:
    title: Site
    cadence: soon
    fees:
      - {what: Work, amount: "95,50", currency: euro}
  shop: {client: nobody, title: Shop, account: elsewhere, starts: 2026-03-02, ends: 2026-03-01}
limits: {drafts_per_day: 0}
alerts: {inbox: yes, apprise: [secret-token]}
"""
    )
    write("client: harbour\ntitel: Tea\n", "projects.d/tea.yaml")
    write("- client: harbour\n", "projects.d/list.yaml")

    found = problems(path)

    assert found == [
        'config.yaml:1:1: version: "2" is not possible here; write 1',
        'config.yaml:5:3: person.time_zone: "Amsterdam" is not a time zone; write it like "Europe/Amsterdam"',
        'config.yaml:6:3: person: unknown key "colour"; remove it',
        'config.yaml:7:3: person: unknown key "adresses"; did you mean "addresses"?',
        'config.yaml:13:5: accounts.studio: "password" is not allowed, so that this file holds no secret; remove it '
        'and run "mailaide password studio", or supply a systemd credential, or write "password_file" with a path',
        "config.yaml:16:5: clients.harbour.name: 42 is a number, not text; put it in quotes",
        'config.yaml:17:17: clients.harbour.addresses[0]: "bob@" is not an address',
        'config.yaml:19:9: clients.harbour.domains[0]: "gmail.com" is shared by many people, so mail from strangers '
        "would count as this client's; list the client's addresses under \"addresses\" instead",
        'config.yaml:21:3: projects.site: "client" is missing',
        'config.yaml:23:5: projects.site.cadence: "soon" is not a duration; write "2 days" or "4 working hours"',
        'config.yaml:25:22: projects.site.fees[0].amount: "95,50" is not an amount; write it like 95 or 95.50',
        'config.yaml:25:39: projects.site.fees[0].currency: "euro" is not a currency; '
        "write its three letters, like EUR",
        'config.yaml:26:10: projects.shop.client: there is no client "nobody"; there is harbour',
        'config.yaml:26:39: projects.shop.account: there is no account "elsewhere"; there is studio',
        "config.yaml:26:79: projects.shop.ends: 2026-03-01 is before the project starts (2026-03-02)",
        'config.yaml:27:10: limits.drafts_per_day: "0" is too small; write at least 1',
        'config.yaml:28:10: alerts.inbox: "yes" is not possible here; write true or false',
        'config.yaml:28:32: alerts.apprise[0]: this is not an Apprise URL; write it like "ntfy://my-topic" '
        "(see github.com/caronc/apprise)",
        'projects.d/list.yaml:1:1: projects.list: this must be lines of "key: value", indented below it',
        'projects.d/tea.yaml:1:1: projects.tea: "title" is missing',
        'projects.d/tea.yaml:2:1: projects.tea: unknown key "titel"; did you mean "title"?',
    ]


def test_the_error_counts_its_problems(write):
    with pytest.raises(ConfigError) as caught:
        load(write(SMALLEST.replace("version: 1", "version: 1\nsnyc: {}")))

    assert str(caught.value) == (
        'config.yaml has 1 problem:\n  config.yaml:2:1: unknown key "snyc"; did you mean "sync"?'
    )


def test_a_project_file_is_a_project_named_after_it(write):
    write("client: harbour\ntitle: Tea\n", "projects.d/tea.yaml")

    config = load(write(SMALLEST))

    assert [(project.key, project.title) for project in config.practice.projects] == [("site", "Site"), ("tea", "Tea")]


def test_project_files_do_without_projects_in_the_main_file(write):
    write("client: harbour\ntitle: Tea\n", "projects.d/tea.yaml")

    config = load(write(SMALLEST.partition("projects:")[0] + "projects:\n"))

    assert config.practice.project("tea").title == "Tea"


def test_syntax_problems_of_several_files_are_reported_together(write):
    write("client: harbour\nclient: other\n", "projects.d/tea.yaml")
    write("client: harbour\n", "projects.d/site.yaml")
    write("title: *x\n", "projects.d/coffee.yaml")

    assert problems(write(SMALLEST)) == [
        'projects.d/coffee.yaml:1:8: the alias "*x" is not allowed; write the value out',
        'projects.d/site.yaml:1:1: the project "site" is in config.yaml:11:3 already; keep one of the two',
        'projects.d/tea.yaml:2:1: "client" is given twice (first on line 1)',
    ]


def test_a_line_that_was_not_filled_in_counts_as_left_out(write):
    path = write(SMALLEST.replace("title: Site}", "title: Site, tag: , fees: }") + "alerts:\n")

    assert load(path).practice.project("site").tag == ""


def test_a_project_without_any_line_is_not_passed_over(write):
    assert problems(write(SMALLEST + "  shop:\n")) == [
        'config.yaml:12:3: projects.shop: this must be lines of "key: value", indented below it'
    ]


def test_a_missing_file_says_what_to_copy(tmp_path):
    assert problems(tmp_path / "config.yaml") == [
        f"{tmp_path}/config.yaml: there is no such file; copy config.example.yaml to it and fill in your own details"
    ]


def test_a_file_that_is_not_utf8_says_where(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(b"version: 1\nperson: {name: Ren\xe9}\n")

    assert problems(path) == ["config.yaml:2:19: this is not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize("text", ["", "[]\n", "hello\n", "projects: 3\n", "clients: [{a: 1}]\n"])
def test_a_file_of_another_kind_is_a_report_not_a_crash(write, text):
    write("client: harbour\ntitle: Tea\n", "projects.d/tea.yaml")

    assert problems(write(text))


def test_the_signature_may_be_a_file(write):
    path = write(SMALLEST.replace("  name: Anna\n", "  name: Anna\n  signature_file: sig.txt\n"))

    assert problems(path) == [
        f"config.yaml:4:3: person.signature_file: {path.parent}/sig.txt cannot be read (No such file or directory)"
    ]

    write("Anna\nUtrecht\n", "sig.txt")

    assert load(path).practice.person.signature == "Anna\nUtrecht"


def test_public_holidays_own_days_and_days_away_are_closed(write):
    holidays = "holidays: {country: NL, add: [2026-12-24], strike: [2026-04-27]}"
    path = write(
        SMALLEST.replace("name: Anna\n", f"name: Anna\n  {holidays}\n  away: [{{from: 2026-07-20, to: 2026-07-21}}]\n")
    )

    closed = load(path).practice.person.hours.closed

    assert [
        day in closed for day in (date(2026, 12, 25), date(2026, 12, 24), date(2026, 7, 20), date(2026, 7, 21))
    ] == [True] * 4
    assert [day in closed for day in (date(2026, 4, 27), date(2026, 7, 22), date(2026, 3, 2))] == [False] * 3


def test_closed_days_count_in_working_time(write):
    path = write(SMALLEST.replace("  name: Anna\n", "  name: Anna\n  holidays: {country: NL}\n"))
    hours = load(path).practice.person.hours

    opening = hours.next_opening(datetime(2026, 12, 25, 9, tzinfo=UTC))  # a Friday

    assert opening == datetime(2026, 12, 28, 8, tzinfo=UTC)


def test_away_wins_over_a_struck_holiday():
    day = date(2026, 4, 27)

    assert day in ClosedDays(public={day: "a day"}, struck=frozenset({day}), away=((day, day),))


@pytest.mark.parametrize(
    ("environment", "directory"),
    [
        ({"STATE_DIRECTORY": "/a", "XDG_STATE_HOME": "/b"}, Path("/a")),
        ({"XDG_STATE_HOME": "/b"}, Path("/b/mailaide")),
        ({}, Path.home() / ".local/state/mailaide"),
    ],
)
def test_the_state_directory_suits_the_system(write, environment, directory):
    assert load(write(SMALLEST), environment=environment).state_directory == directory


def test_a_written_path_starts_at_the_configuration(write):
    path = write("state_directory: state\n" + SMALLEST)

    assert load(path).state_directory == path.parent / "state"


def test_a_push_url_stays_out_of_the_log():
    assert "token" not in repr(AlertSettings(apprise=("ntfy://token",)))


def test_people_of_a_client_are_addresses_of_the_client_with_a_role(write):
    people = "people: [{address: Ann@harbour.example, name: Ann, role: pays}, {address: bob@harbour.example}]"
    text = SMALLEST.replace("[Bob@harbour.example]", f"[Bob@harbour.example], {people}")

    client = load(write(text)).practice.project("site").client

    assert client.addresses == ("bob@harbour.example", "ann@harbour.example")
    assert [(one.email, one.name, one.role) for one in client.people] == [
        ("ann@harbour.example", "Ann", "pays"),
        ("bob@harbour.example", "", ""),
    ]
