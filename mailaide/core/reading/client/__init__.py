"""What clients write: what they ask and want altered, and what they think of it, by rules."""
