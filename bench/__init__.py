"""Yardsticks that run side by side with other tools, in one run on one machine. Ratios count, seconds do not."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))  # the real servers are started as the tests start them
