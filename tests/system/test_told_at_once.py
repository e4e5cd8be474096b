"""New mail is told of by the server, and the draft lies there long before the next poll."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from system.deployment import Deployment, eventually, sender
from system.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

AN_HOUR = 3600
FAR_TOO_SOON_FOR_A_POLL_SECONDS = 30.0
STOPPED_WITHIN_SECONDS = 5.0


@pytest.fixture
def deployment(tmp_path: Path, dovecot: Dovecot) -> Deployment:
    deployment = Deployment(tmp_path, dovecot, projects={"harbour": "studio", "bridge": "office", "tower": "studio"})
    deployment.settings["sync"]["poll_seconds"] = AN_HOUR
    return deployment


def drafted(deployment: Deployment, project: str) -> bool:
    return sender(project) in deployment.drafts(deployment.accounts[project])


def test_a_delivery_brings_a_draft_long_before_the_next_poll(deployment: Deployment):
    with deployment.running() as running:
        eventually(lambda: running.said.count("tells of new mail at once") == 2)
        for project in deployment.accounts:
            deployment.client_complains(project, datetime.now(UTC))
            eventually(partial(drafted, deployment, project), FAR_TOO_SOON_FOR_A_POLL_SECONDS)
        seconds = running.stop()

    assert seconds < STOPPED_WITHIN_SECONDS
    assert "ERROR" not in running.said
