"""The whole of mailaide on a database server: the commands, the daemon and a dry run, with PostgreSQL and Dovecot."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from builders import MONDAY_9H
from system.deployment import Deployment, eventually
from system.dovecot import Dovecot
from system.postgresql import PASSWORD, Postgresql

BOB = "Bob Jansen <bob@harbour.example>"


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot, postgresql: Postgresql) -> Deployment:
    deployment = Deployment(tmp_path, dovecot, projects={"harbour": "studio"})
    (tmp_path / "store-password").write_text(PASSWORD, "utf-8")
    url = postgresql.database(f"system_{tmp_path.name.strip('_').replace('-', '_')[-20:]}".lower())
    deployment.settings["store"] = {"url": url, "password_file": "store-password"}
    return deployment


def test_a_draft_is_put_once_and_everything_is_remembered_on_the_server(deployment: Deployment, tmp_path: Path):
    complaint = deployment.client_complains("harbour", MONDAY_9H)
    key = f"complaints/harbour/{complaint}"
    checked = deployment.mailaide("check")
    dry = deployment.mailaide("once", "--dry-run", "--now", MONDAY_9H.isoformat())
    nothing = deployment.lying("Drafts")
    for minutes in (0, 1):
        deployment.once(MONDAY_9H + timedelta(minutes=minutes))

    told = [
        deployment.mailaide(*words).stdout for words in (("drafts",), ("timeline", "harbour"), ("explain", complaint))
    ]
    marked = deployment.mailaide("mark", "answered", key)

    assert "it is empty, and made at the first start" in checked.stdout
    assert (dry.returncode, nothing) == (0, [])
    assert deployment.drafts() == [BOB]
    assert [key in told[0], "complain" in told[1], "harbour" in told[2]] == [True, True, True]
    assert marked.returncode == 0, marked.stderr
    assert not (tmp_path / "state" / "mailaide.db").exists()
    assert "up to date" in deployment.mailaide("check").stdout


def test_what_is_wrong_with_the_server_is_told_by_check_and_by_the_daemon(deployment: Deployment, tmp_path: Path):
    (tmp_path / "store-password").write_text("wrong", "utf-8")

    for words in (("check",), ("run",), ("once",)):
        done = deployment.mailaide(*words)
        assert done.returncode == 1
        assert "password authentication failed" in done.stderr
        assert "store.password_file" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_second_daemon_on_the_same_database_is_refused(deployment: Deployment, tmp_path: Path):
    elsewhere = {**deployment.settings, "state_directory": "other-state"}
    with deployment.running() as first:
        eventually(first.watches)
        mine, deployment.settings = deployment.settings, elsewhere
        second = deployment.mailaide("once")
        deployment.settings = mine

    assert second.returncode == 1
    assert "perhaps on another machine" in second.stderr
