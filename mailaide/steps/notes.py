"""All that the program remembers of itself in the store, beside mail and intents: under which name, and what.

Notes are for `Store.remember`; bookmarks, for `Store.note`, lie under what no folder is called.
"""

from __future__ import annotations

BLIND = "blind"
"""The accounts that the person was told cannot be read, each with the instant since when: JSON."""

READ_THROUGH = ""
"""The bookmark of an account that was read from end to end once."""


def looked_at(account: str) -> str:
    """When the account was last read without a fault."""
    return f"looked at {account}"


def read_from(account: str) -> str:
    """How much was read from the account in the last day."""
    return f"read from {account}"


def quarantine(account: str) -> str:
    """The account's mails that could not be read, and how often each was tried: JSON."""
    return f"quarantine {account}"


def ours_in(folder: str) -> str:
    """The bookmark of where in the folder our own messages were last looked for."""
    return f"ours in {folder}"
