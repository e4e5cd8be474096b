"""What is told of the commands: each stands in the guide, and each has a line of help."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mailaide.cli import COMMANDS, main
from mailaide.config.files import json_schema

GUIDE = (Path(__file__).parents[2] / "docs" / "guide.md").read_text("utf-8")


def test_the_guide_lists_the_commands_that_there_are():
    listed = re.findall(r"^\| `mailaide (\w+)", GUIDE, re.MULTILINE)

    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_is_for(name: str):
    helped = CliRunner().invoke(main, [name, "--help"])

    assert (helped.exit_code, helped.output.split("\n", 1)[0].startswith(f"Usage: main {name}")) == (0, True)
    assert re.search(r"^  [A-Z]", helped.output, re.MULTILINE)


def test_the_list_of_commands_cuts_no_line_short():
    _, commands = CliRunner().invoke(main, ["--help"]).output.split("Commands:")

    assert "..." not in commands


def test_the_schema_is_printed_for_an_editor():
    assert json.loads(CliRunner().invoke(main, ["schema"]).output) == json_schema()
