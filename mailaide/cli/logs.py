"""Where the log goes: standard error, with systemd's priorities under systemd and a plain time elsewhere."""

from __future__ import annotations

import logging
import os
import sys

PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
LIBRARIES = ("apscheduler", "imapclient", "alembic", "sqlalchemy", "apprise", "urllib3", "keyring")
"""Some of these log bodies and tokens at DEBUG, and all of them more than a person wants to read."""


class _ForJournal(logging.Formatter):
    """sd-daemon(3): `<3>` in front of a line is its priority."""

    def format(self, record: logging.LogRecord) -> str:
        priority = PRIORITIES.get(record.levelno, 6)
        return "\n".join(f"<{priority}>{line}" for line in super().format(record).splitlines())


def set_up(*, verbose: bool = False) -> None:
    handler = logging.StreamHandler(sys.stderr)
    if os.environ.get("JOURNAL_STREAM"):
        handler.setFormatter(_ForJournal("%(message)s"))
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("mailaide").setLevel(logging.DEBUG if verbose else logging.INFO)
    for library in LIBRARIES:
        logging.getLogger(library).setLevel(logging.WARNING)
