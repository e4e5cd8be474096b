"""The text itself: what is new in it, whose it is, its sentences and sums, and how a pattern is looked for in them."""
