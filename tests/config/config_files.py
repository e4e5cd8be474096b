"""The smallest configuration there is, and what the loader finds wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailaide.config import load
from mailaide.errors import ConfigError

SMALLEST = """\
version: 1
person:
  name: Anna
  addresses: [anna@studio.example]
  time_zone: Europe/Amsterdam
accounts:
  studio: {host: imap.studio.example, user: anna}
clients:
  harbour: {name: Harbour, addresses: [Bob@harbour.example]}
projects:
  site: {client: harbour, title: Site}
"""


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(path)
    return caught.value.problems
