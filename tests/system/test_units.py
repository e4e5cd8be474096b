"""The systemd units: they start a command that exists, and the system service gives nothing away."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from mailaide.cli import main

UNITS = Path(__file__).parents[2] / "systemd"
NAMES = ("mailaide.service", "user/mailaide.service")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_exists(name: str):
    (line,) = re.findall(r"^ExecStart=(.+)$", (UNITS / name).read_text(), re.MULTILINE)
    program, *arguments = line.split()

    result = CliRunner().invoke(main, [*arguments, "--help"])

    assert Path(program).name == "mailaide"
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "Usage: main run [OPTIONS]")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_the_system_service_is_well_hardened():
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(UNITS / "mailaide.service")]

    judged = subprocess.run(command, capture_output=True, text=True, check=False)

    assert judged.returncode == 0, judged.stdout[-2_000:] + judged.stderr
