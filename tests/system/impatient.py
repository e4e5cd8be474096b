"""`mailaide run` that takes an account for blind after seconds instead of half an hour: `impatient.py CONFIG`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from mailaide import daemon
from mailaide.cli import logs
from mailaide.config import load

if __name__ == "__main__":
    daemon.LOOK_OUT_EVERY_SECONDS = 1
    logs.set_up()
    config = load(Path(sys.argv[1]))
    daemon.Daemon(replace(config, alerts=replace(config.alerts, blind_after_minutes=0))).run()
