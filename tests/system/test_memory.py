"""What a process keeps of the memory it once needed. In a process of its own: others share this one's."""

from __future__ import annotations

import subprocess
import sys

import pytest

SPENT_AND_GIVEN_BACK = """
import re
from pathlib import Path
from mailaide.adapters import heap

def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

spent = [bytearray(2_000) for _ in range(20_000)]
kept = [bytearray(2_000)]
del spent
before = resident()
heap.give_back()
print(before - resident())
"""


@pytest.mark.real
def test_memory_that_was_freed_goes_back_to_the_system():
    told = subprocess.run([sys.executable, "-c", SPENT_AND_GIVEN_BACK], capture_output=True, text=True, check=True)

    assert int(told.stdout) > 20
