"""The steps of a cycle, and what they share: `sync`, `recall`, `write`, `intend` and `act` in this order."""
