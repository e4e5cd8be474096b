"""A configuration read in another process is the same one, and leaves nothing here of what read it."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mailaide.config import Config, load
from mailaide.config.apart import YEARS, load_apart
from mailaide.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"
LEFT = """
import sys
from pathlib import Path
from mailaide.config.apart import load_apart
import mailaide.daemon
load_apart(Path(sys.argv[1]))
print(sorted({"pydantic", "yaml", "holidays", "email_validator"} & sys.modules.keys()))
"""


def test_the_same_values_come_back() -> None:
    here, apart = load(EXAMPLE), load_apart(EXAMPLE)

    assert dict(reckoned(calendar(here))) == calendar(apart)
    assert without_calendar(here) == without_calendar(apart)


def calendar(config: Config) -> Mapping[date, str]:
    return config.practice.person.hours.closed.public


def reckoned(days: Mapping[date, str]) -> Mapping[date, str]:
    for year in YEARS:
        days.get(date(year, 1, 1))
    return days


def without_calendar(config: Config) -> Config:
    practice, person = config.practice, config.practice.person
    hours = replace(person.hours, closed=replace(person.hours.closed, public={}))
    return replace(config, practice=replace(practice, person=replace(person, hours=hours)))


@pytest.mark.real
def test_a_daemon_holds_nothing_of_what_read_its_configuration() -> None:
    told = subprocess.run([sys.executable, "-c", LEFT, EXAMPLE], check=True, capture_output=True, text=True)

    assert told.stdout.strip() == "[]"


def test_what_is_wrong_is_said_as_if_it_had_been_read_here(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("person: 1\n", "utf-8")

    with pytest.raises(ConfigError) as here:
        load(tmp_path / "config.yaml")
    with pytest.raises(ConfigError) as apart:
        load_apart(tmp_path / "config.yaml")

    assert str(apart.value) == str(here.value)
