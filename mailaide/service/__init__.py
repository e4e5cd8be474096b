"""What stands around the cycles: the adapters wired to them, and who is looked at when, rests, or has gone dark."""
