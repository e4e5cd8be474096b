"""Whose a message is: its author, its conversation, its client and its project, by evidence and never by guess."""
