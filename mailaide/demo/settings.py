"""The configuration that goes with the sample mailbox, as the text of a config.yaml for the true loader."""

from __future__ import annotations

import json
import re
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from string import Template

from mailaide.demo.days import WorkingDays, working_days

_DAY = re.compile(r"\$day_(\d+)(_ago|_ahead)?")


def settings(now: datetime, *, port: int, user: str, state_directory: Path, password_file: Path) -> str:
    """The text, with dates that fit `sample(now)`. Neither the folder nor the file is made here."""
    text = files("mailaide.demo").joinpath("config.yaml").read_text(encoding="utf-8")
    days = working_days(now)
    dated = _DAY.sub(lambda match: _day(match, days), text)
    # JSON's strings are YAML's, so a path may hold anything.
    quoted = {
        "user": user,
        "state_directory": str(state_directory.absolute()),
        "password_file": str(password_file.absolute()),
    }
    return Template(dated).substitute({name: json.dumps(value) for name, value in quoted.items()}, port=port)


def _day(match: re.Match[str], days: WorkingDays) -> str:
    """`$day_3_ago` is the third working day before the newest mail's."""
    count = int(match[1])
    return days.day(-count if match[2] == "_ahead" else count).isoformat()
