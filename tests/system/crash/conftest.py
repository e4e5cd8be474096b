"""One rig for all tests in here; starting it takes some seconds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from system.crash.rig import Rig
from system.dovecot import Dovecot


@pytest.fixture(scope="session")
def rig(dovecot: Dovecot, strace: None) -> Iterator[Rig]:
    """It starts a mail server of its own: some faults stop the server."""
    with Rig() as rig:
        yield rig
