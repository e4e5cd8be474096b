"""The trained readers: how much a message sounds like a complaint and what its sentences do, and what they are told."""
