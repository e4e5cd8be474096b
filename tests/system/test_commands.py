"""The commands that look at drafts, against a real server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import MONDAY_9H
from system.deployment import Deployment, eventually
from system.dovecot import Dovecot

from mailaide.core.reading.ear.levels import DEFAULT

BOB = "Bob Jansen <bob@harbour.example>"


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot) -> Deployment:
    return Deployment(tmp_path, dovecot, projects={"harbour": "studio"})


def test_a_draft_is_listed_with_its_state_and_can_be_restored_once_deleted(deployment: Deployment):
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    key = f"complaints/harbour/{complaint}"
    deployment.once(MONDAY_9H)
    listed = deployment.mailaide("drafts").stdout
    with deployment.server.client(deployment.users["studio"]) as person:
        person.select_folder("Drafts")
        person.move(person.search(), "Trash")
    deployment.once(MONDAY_9H + timedelta(minutes=11))
    nothing = deployment.mailaide("drafts").stdout

    restored = deployment.mailaide("restore", key)
    again = deployment.mailaide("restore", key)

    assert "lies in Drafts" in listed
    assert "No drafts lie or wait" in nothing
    assert (restored.returncode, "It is yours" in restored.stdout) == (0, True)
    assert deployment.drafts() == [BOB]
    assert (again.returncode, "needs no restoring" in again.stderr) == (1, True)


def test_a_probe_tells_what_the_server_keeps_and_leaves_nothing(deployment: Deployment):
    before = deployment.everything()

    probed = deployment.mailaide("probe", "studio")

    assert probed.stdout.splitlines() == [
        "ok  account studio: the server says where it put the draft",
        "ok  account studio: References are kept",
        r"ok  account studio: the flag \Draft is kept",
        "ok  account studio: every byte is kept",
        "ok  account studio: the draft is removed again",
    ]
    assert deployment.everything() == before


def test_whoever_looks_first_is_still_new_to_it(deployment: Deployment):
    deployment.client_complains("harbour", MONDAY_9H)
    looks = [deployment.mailaide("check"), deployment.mailaide("probe"), deployment.once(MONDAY_9H, "--dry-run")]

    deployment.once(MONDAY_9H)

    assert [look.returncode for look in looks] == [0, 0, 0]
    assert deployment.drafts() == [BOB]


def test_a_message_is_explained_and_its_conversation_assigned(tmp_path: Path, dovecot: Dovecot):
    deployment = Deployment(tmp_path, dovecot, projects={"harbour": "studio", "garden": "studio"})
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    deployment.once(MONDAY_9H)

    explained = deployment.mailaide("explain", complaint).stdout
    unknown = deployment.mailaide("explain", "nobody@nowhere.example")
    by_key = deployment.mailaide("explain", f"complaints/harbour/{complaint}").stdout
    settled = deployment.mailaide("explain", "complaints/harbour/<none>").stdout
    wrong = deployment.mailaide("assign", complaint, "nowhere")
    assigned = deployment.mailaide("assign", complaint.strip("<>"), "garden").stdout
    after = deployment.mailaide("explain", complaint).stdout

    lines = dict(line.split(maxsplit=1) for line in explained.splitlines())
    assert lines["project"] == "harbour"
    assert lines["because"] == "the only project of that client (evidence: address)"
    assert f"studio (normal) hears one from {DEFAULT.sure:.2f} on" in lines["complaint"]
    assert lines["owed"].startswith("complaints: the client wrote")
    assert (
        "counted    from Mon 2026-03-02 09:00 to Mon 2026-03-02 10:00 (Europe/Amsterdam): 1 hour of work" in explained
    )
    assert "alert      2026-03-02 09:30 (half)" in by_key
    assert "counted    Mon 2026-03-02: 09:00-10:00, 1 hour" in by_key
    assert settled.startswith("owed       nothing under complaints/harbour/<none>: it is settled")
    assert (unknown.returncode, "is not filed" in unknown.stderr) == (2, True)
    assert (wrong.returncode, "there are garden, harbour" in wrong.stderr) == (2, True)
    assert assigned.splitlines()[-1] == "1 message put in garden; what follows goes there too."
    assert "project    garden" in after
    assert "you assigned it (evidence: the person)" in after


def test_an_answer_by_phone_is_marked_taken_back_and_outlives_the_database(deployment: Deployment):
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    deployment.once(MONDAY_9H)
    lay = deployment.drafts()

    marked = deployment.mailaide("mark", "answered", complaint.strip("<>"), "--note", "gebeld").stdout
    deployment.once(MONDAY_9H + timedelta(minutes=1))
    after_the_mark = deployment.drafts()
    undone = deployment.mailaide("mark", "answered", complaint, "--undo").stdout
    deployment.once(MONDAY_9H + timedelta(minutes=2))
    after_the_undo = deployment.drafts()
    deployment.mailaide("mark", "solved", f"complaints/harbour/{complaint}")
    deployment.once(MONDAY_9H + timedelta(minutes=3))
    deployment.lose_the_database()
    deployment.once(MONDAY_9H + timedelta(days=3))

    assert (lay, after_the_mark, after_the_undo) == ([BOB], [], [BOB])
    assert marked.startswith(f"Marked as answered: {complaint}\n  settled: complaints, because the client wrote")
    assert undone.startswith(f"No longer marked as answered: {complaint}\n  owed again: complaints, because")
    assert (deployment.drafts(), deployment.alerts()) == ([], [])
    assert "solved" in deployment.mailaide("mark").stdout


def test_a_false_alarm_is_remembered_while_the_daemon_runs(deployment: Deployment):
    complaint = deployment.client_complains("harbour", datetime.now(UTC))
    with deployment.running():
        eventually(lambda: deployment.drafts() == [BOB])

        deployment.mailaide("mark", "not-a-complaint", complaint)

        eventually(lambda: deployment.drafts() == [])
    assert "owed       complaints" not in deployment.mailaide("explain", complaint).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("answered", "nobody@nowhere.example"), "'nobody@nowhere.example' is not known here. Give a KEY"),
        (("answered", ""), "or a project (harbour)"),
        (("done", "harbour"), "'harbour' is not known here"),
        (("not-a-complaint", "complaints/harbour/1"), "is not known here. Give"),
        (("done", "promises/harbour/none"), "nothing is owed under promises/harbour/none. What is: complaints/harbour"),
        (("solved", "harbour", "--undo"), "harbour is not marked as solved. Nothing was changed."),
        (("eaten", "harbour"), "'eaten' is not one of"),
    ],
)
def test_a_mark_that_would_never_count_is_refused(deployment: Deployment, words: tuple[str, ...], told: str):
    deployment.client_complains("harbour", MONDAY_9H)
    deployment.once(MONDAY_9H)

    refused = deployment.mailaide("mark", *words)

    assert (refused.returncode, told in refused.stderr) == (2, True), refused.stderr
    assert deployment.mailaide("mark").stdout == "Nothing is marked. See: mailaide mark --help\n"


def test_the_ledger_of_a_project_without_facts_says_so(deployment: Deployment):
    deployment.once(MONDAY_9H)

    told = deployment.mailaide("ledger", "harbour")
    as_json = deployment.mailaide("ledger", "harbour", "--json")
    unknown = deployment.mailaide("ledger", "jetty")

    assert (told.returncode, told.stdout.startswith("Je instellingen noemen geen kosten")) == (0, True)
    assert (as_json.returncode, as_json.stdout) == (0, "")
    assert (unknown.returncode, "there is no project 'jetty'" in unknown.stderr) == (2, True)


def test_the_timeline_tells_what_happened_and_by_which_words(deployment: Deployment):
    """Also by words that would colour a terminal if they were taken for markup."""
    sentence = "Ik ben [red]erg ontevreden[/red] over het ontwerp."
    deployment.client_complains("harbour", MONDAY_9H, text=sentence)
    deployment.once(MONDAY_9H)

    told = deployment.mailaide("timeline", "harbour").stdout

    [row] = [line for line in told.splitlines() if "2026" in line]
    assert [cell.strip() for cell in row.split("│")[1:-1]] == ["2026-03-02 09:00", "complaint opened", sentence]
