"""The real command against a real IMAP server: what lies in the mailbox after days, stops, kills and losses."""

from __future__ import annotations

import socket
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import zip_longest
from pathlib import Path

import pytest
from system.deployment import COMPLAINT, US, Deployment, Lying, eventually
from system.dovecot import Dovecot
from system.lossy import LossyLine

pytestmark = pytest.mark.dovecot

MONDAY_9H = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""Nine o'clock in Amsterdam."""

MONDAY_DUE = MONDAY_9H + timedelta(hours=1)
SETTLED = timedelta(minutes=11)
"""After an APPEND whose answer is not known it is looked for anew, and written again only after ten minutes."""

STOPPED_WITHIN_SECONDS = 5.0
KILLED_AFTER_SECONDS = (0.0, 0.03, 0.06, 0.1, 0.15)
"""After the daemon has said that it watches; its first cycle takes about this long."""

CANARIES = ("Zeppelinpost", "Kolibrievlucht")


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot) -> Deployment:
    return Deployment(tmp_path, dovecot)


# A day with the daemon


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The mailbox before, during and after: a complaint comes, one that is due already, a stop, a start, one more."""

    ids: dict[str, str]
    before: dict[tuple[str, str], list[Lying]]
    stopped: dict[tuple[str, str], list[Lying]]
    restarted: dict[tuple[str, str], list[Lying]]
    seconds_to_stop: tuple[float, float]
    statuses: tuple[int, int]
    said: str


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot, real_parts: dict[str, str]) -> Day:
    projects = dict.fromkeys(("harbour", "bridge", "tower"), "studio")
    deployment = Deployment(tmp_path_factory.mktemp("day"), dovecot, projects=projects)
    user, now, ids = deployment.users["studio"], datetime.now(UTC), {}
    text = f"De {CANARIES[0]} is er nog niet. Ik ben erg ontevreden over de {CANARIES[1]}!"
    for folder, flags in (("INBOX", ()), ("Verzonden items", ("\\Seen", "\\Answered")), ("Drafts", ("\\Draft",))):
        dovecot.deliver(user, folder, b"From: me@else.example\r\nSubject: Old\r\n\r\nOld.\r\n", now, flags)
    with deployment.running() as running:
        ids["harbour"] = deployment.client_complains(
            "harbour", now, text=text, references="<a@x.example> <b@x.example>"
        )
        ids["bridge"] = deployment.client_complains("bridge", now - timedelta(hours=2), text=text)
        before = _without_ours(deployment.everything())
        eventually(lambda: len(deployment.drafts()) == 3 and deployment.alerts())
        first = running.stop(), running.process.returncode, running.said
    stopped = deployment.everything()
    with deployment.running() as running:
        ids["tower"] = deployment.client_complains("tower", now, text=text)
        eventually(lambda: len(deployment.drafts()) == 4)
        second = running.stop(), running.process.returncode, running.said
    real_parts["mailaide run"] = f"a process that ended {first[0]:.2f} s and {second[0]:.2f} s after SIGTERM"
    return Day(
        ids=ids,
        before=before,
        stopped=stopped,
        restarted=deployment.everything(),
        seconds_to_stop=(first[0], second[0]),
        statuses=(first[1], second[1]),
        said=first[2] + second[2],
    )


def _without_ours(everything: dict[tuple[str, str], list[Lying]]) -> dict[tuple[str, str], list[Lying]]:
    return {
        where: [one for one in lying if one.message["From"] != US or where == ("studio", "Verzonden items")]
        for where, lying in everything.items()
    }


def _draft_to(day: Day, address: str) -> Lying:
    (found,) = (one for one in day.restarted["studio", "Drafts"] if address in str(one.message["To"]))
    return found


def test_a_complaint_gets_a_draft_while_the_daemon_runs(day: Day):
    draft = _draft_to(day, "bob@harbour.example")

    assert draft.flags == {"\\Draft", "\\Seen"}
    assert {name: str(value) for name, value in draft.message.items() if name not in ("Date", "Message-ID")} == {
        "From": US,
        "To": "Bob Jansen <bob@harbour.example>",
        "Subject": "Re: Waar blijft het (harbour)",
        "In-Reply-To": day.ids["harbour"],
        "References": f"<a@x.example> <b@x.example> {day.ids['harbour']}",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }
    assert draft.message.get_content().startswith("Beste Bob Jansen,")
    assert CANARIES[1] in draft.message.get_content()


def test_a_complaint_whose_time_has_passed_gets_one_alert_in_the_inbox(day: Day):
    (alert,) = (one for one in day.restarted["studio", "INBOX"] if one.message["From"] == US)

    assert alert.flags == frozenset()
    assert {name: str(value) for name, value in alert.message.items() if name not in ("Date", "Message-ID")} == {
        "From": US,
        "To": US,
        "Subject": "Klacht van Bridge B.V. wacht op antwoord (Site bridge)",
        "In-Reply-To": day.ids["bridge"],
        "References": day.ids["bridge"],
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }


def test_no_other_message_is_touched_in_any_folder(day: Day):
    assert _without_ours(day.stopped) == day.before


def test_a_restart_adds_only_what_is_new(day: Day):
    added = {
        where: [one.message["From"].addresses[0].addr_spec for one in lying if one not in day.stopped[where]]
        for where, lying in day.restarted.items()
    }
    lost = [one for where, lying in day.stopped.items() for one in lying if one not in day.restarted[where]]

    assert added == {
        ("studio", "INBOX"): ["klant@tower.example"],
        ("studio", "Drafts"): ["anna@devries.example"],
        ("studio", "Verzonden items"): [],
        ("studio", "Trash"): [],
    }
    assert lost == []
    assert _draft_to(day, "klant@tower.example").message["In-Reply-To"] == day.ids["tower"]


def test_a_stop_is_quick_and_no_failure(day: Day):
    assert day.statuses == (0, 0)
    assert max(day.seconds_to_stop) < STOPPED_WITHIN_SECONDS


def test_the_log_holds_no_word_of_anybodys_mail(day: Day):
    words = (*CANARIES, "Waar blijft", "ontevreden")

    assert [word for word in words if word in day.said] == []
    assert "draft for harbour (complaints), in place" in day.said
    assert "alert for bridge (complaints), in place" in day.said


# Stops, kills and losses


def test_a_stop_is_quick_while_the_server_hangs(deployment: Deployment, real_parts: dict[str, str]):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(10)
        account = deployment.settings["accounts"]["studio"]
        account |= {"host": "127.0.0.1", "port": silent.getsockname()[1]}
        with deployment.running() as running:
            connection, _ = silent.accept()
            with connection:
                seconds = running.stop()
                said = running.said

    real_parts["mailaide run, server hangs"] = f"a process that ended {seconds:.2f} s after SIGTERM"
    assert running.process.returncode == 0
    assert seconds < STOPPED_WITHIN_SECONDS
    assert "stopped in the middle of a cycle" in said


def test_a_second_daemon_on_the_same_state_does_nothing(deployment: Deployment):
    with deployment.running() as first:
        second = deployment.mailaide("run")
        still_runs = first.process.poll() is None

    assert (second.returncode, second.stdout, second.stderr) == (
        1,
        "",
        f"Another mailaide works with {deployment.folder / 'state'}. This one did nothing. Stop the other first "
        "(systemctl stop mailaide), or look without acting: mailaide once --dry-run.\n",
    )
    assert still_runs


def test_a_kill_at_any_moment_leaves_one_draft_and_one_alert_a_complaint(
    tmp_path: Path, dovecot: Dovecot, real_parts: dict[str, str]
):
    """Each round kills another daemon on the same state; what it left open is taken up by all that come after."""
    projects = {f"p{number}": "studio" for number in range(len(KILLED_AFTER_SECONDS) + 1)}
    deployment = Deployment(tmp_path, dovecot, projects=projects)
    start = datetime.now(UTC)
    lay_there = []
    for project, seconds in zip_longest(projects, KILLED_AFTER_SECONDS):
        deployment.client_complains(project, datetime.now(UTC))
        with deployment.running() as running:
            if seconds is None:  # the moment when the draft can be seen: its answer may not have been read yet
                eventually(partial(_is_drafted, deployment, project))
            else:
                _wait(running.process, seconds)
            running.kill()
        lay_there.append(len(deployment.drafts()))

    deployment.once(start + SETTLED)
    deployment.once(start + timedelta(hours=2))

    real_parts["kill -9"] = f"drafts that lay there after each: {lay_there}"
    assert sorted(deployment.drafts()) == [f"Klant <klant@{project}.example>" for project in projects]
    assert sorted(str(one.message["Subject"]) for one in deployment.alerts()) == [
        f"Klacht van {project.title()} B.V. wacht op antwoord (Site {project})" for project in projects
    ]


def _is_drafted(deployment: Deployment, project: str) -> bool:
    return f"klant@{project}.example" in str(deployment.drafts())


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(seconds)


def test_an_append_whose_answer_is_lost_is_not_made_twice(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    with LossyLine(deployment.server.port, answered=b"APPENDUID") as line, deployment.over(line.port):
        failed = deployment.once(MONDAY_9H)
    laid = deployment.lying("Drafts")

    later = [deployment.actions(MONDAY_9H + after) for after in (timedelta(minutes=1), SETTLED)]

    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert "mailaide looks again before it writes" in failed.stderr
    assert later == [[], []]
    assert (len(laid), deployment.lying("Drafts")) == (1, laid)


def test_an_append_that_was_lost_is_made_again_once_it_cannot_land_any_more(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    with LossyLine(deployment.server.port, asked=b" APPEND ") as line, deployment.over(line.port):
        failed = deployment.once(MONDAY_9H)

    laid = []
    for after in (timedelta(minutes=1), SETTLED):
        deployment.once(MONDAY_9H + after)
        laid.append(len(deployment.drafts()))

    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert laid == [0, 1]


def test_a_kill_between_an_append_and_its_answer_leaves_one_draft(deployment: Deployment):
    now = datetime.now(UTC)
    deployment.client_complains("harbour", now)
    with (
        LossyLine(deployment.server.port, answered=b"APPENDUID", silent=True) as line,
        deployment.over(line.port),
        deployment.running() as running,
    ):
        eventually(deployment.drafts)
        running.kill()

    for after in (SETTLED, timedelta(hours=1)):
        deployment.once(now + after)

    assert (len(deployment.drafts()), len(deployment.alerts())) == (1, 1)


def test_without_its_database_it_finds_its_draft_and_alert_again(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    deployment.once(MONDAY_9H)
    deployment.once(MONDAY_DUE)
    before = deployment.everything()
    deployment.lose_the_database()

    found = deployment.actions(MONDAY_DUE)

    assert [(one["action"], one["project"]) for one in found] == [("draft", "harbour"), ("alert", "harbour")]
    assert deployment.everything() == before


def test_without_its_database_it_finds_its_summary_again(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    deployment.client_complains("bridge", MONDAY_9H)
    deployment.once(MONDAY_DUE + timedelta(hours=1))
    before = deployment.everything()
    deployment.lose_the_database()

    deployment.once(MONDAY_DUE + timedelta(hours=2))

    assert (len(deployment.drafts()), len(deployment.alerts())) == (2, 1)
    assert deployment.everything() == before


# Steps in time


def test_once_says_in_json_what_it_did_and_why(deployment: Deployment):
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    told = {
        "project": "harbour",
        "duty": "complaints",
        "thread": complaint,
        "because": f'the client wrote "{COMPLAINT}" on 2026-03-02 09:00; answer within 1 hour',
        "evidence": [complaint],
        "due": MONDAY_DUE.isoformat(),
        "outcome": "done",
    }

    steps = [deployment.actions(at) for at in (MONDAY_9H, MONDAY_DUE, MONDAY_DUE)]

    assert steps == [
        [{"action": "draft", "key": f"complaints/harbour/{complaint}", **told}],
        [{"action": "alert", "key": f"complaints/harbour/{complaint}#due", **told}],
        [],
    ]
    assert (deployment.drafts(), len(deployment.alerts())) == (["Bob Jansen <bob@harbour.example>"], 1)


def test_a_dry_run_writes_nothing_and_remembers_nothing(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    before = deployment.everything()

    ended = deployment.once(MONDAY_DUE, "--dry-run")

    assert ended.returncode == 0
    assert "would be done" in ended.stdout
    assert deployment.everything() == before
    assert not (deployment.folder / "state" / "mailaide.db").exists()
