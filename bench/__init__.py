"""Yardsticks that run side by side with other tools, in one run on one machine. Ratios count, seconds do not."""
