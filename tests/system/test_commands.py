"""The commands that look at drafts, against a real server."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from builders import MONDAY_9H
from system.deployment import Deployment
from system.dovecot import Dovecot


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
    assert deployment.drafts() == ["Bob Jansen <bob@harbour.example>"]
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


def test_a_message_is_explained_and_its_conversation_assigned(tmp_path: Path, dovecot: Dovecot):
    deployment = Deployment(tmp_path, dovecot, projects={"harbour": "studio", "garden": "studio"})
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    deployment.once(MONDAY_9H)

    explained = deployment.mailaide("explain", complaint).stdout
    unknown = deployment.mailaide("explain", "nobody@nowhere.example")
    wrong = deployment.mailaide("assign", complaint, "nowhere")
    assigned = deployment.mailaide("assign", complaint.strip("<>"), "garden").stdout
    after = deployment.mailaide("explain", complaint).stdout

    lines = dict(line.split(maxsplit=1) for line in explained.splitlines())
    assert lines["project"] == "harbour"
    assert lines["because"] == "the only project of that client (evidence: address)"
    assert lines["owed"].startswith("complaints: the client wrote")
    assert (unknown.returncode, "is not filed" in unknown.stderr) == (2, True)
    assert (wrong.returncode, "there are garden, harbour" in wrong.stderr) == (2, True)
    assert assigned.splitlines()[-1] == "1 message put in garden; what follows goes there too."
    assert "project    garden" in after
    assert "you assigned it (evidence: the person)" in after
