"""What can go wrong, as one small hierarchy. Each error says what happened, what is safe and what to do.

`temporary` errors are tried again by themselves; the others wait for the person.
"""

from __future__ import annotations

import traceback
from datetime import timedelta
from pathlib import Path


class MailaideError(Exception):
    """Something a person can read: one sentence of cause, one of what is safe, one of what to do."""

    temporary = False


class ConfigError(MailaideError):
    """The configuration has problems; `problems` lists all, each as `file:line:column: path: what, what to write`."""

    def __init__(self, name: str, problems: list[str]) -> None:
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(f"{name} has {count}:\n" + "\n".join(f"  {problem}" for problem in problems))


class MailboxError(MailaideError):
    """An account cannot be read or written now; the other accounts go on."""

    def __init__(self, account: str, message: str) -> None:
        self.account = account
        super().__init__(f"account {account}: {message}")


class MailboxUnreachable(MailboxError):
    """The server cannot be reached, or the connection broke; it is tried again."""

    temporary = True


class SecretMissing(MailboxError):
    """No password was found for an account."""


class LoginRefused(MailboxError):
    """The server refused user name and password."""


class ConsentLost(MailboxError):
    """The provider gives no access token any more: only the person can allow it again."""


class MailboxBusy(MailboxUnreachable):
    """The server wants to be left alone for a while. `wait` is for how long, if it said so."""

    def __init__(self, account: str, message: str, *, wait: timedelta = timedelta(0)) -> None:
        self.wait = wait
        super().__init__(account, message)


class BudgetSpent(MailboxBusy):
    """As much was read from the account in a day as may be."""


class Defect(MailboxError):
    """Something that nobody foresaw went wrong with an account, and it is not the server's doing."""

    @classmethod
    def of(cls, account: str, error: BaseException) -> Defect:
        """Names the kind and the place; never the error's own text, which may hold words of mail."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        return cls(
            account,
            f"a defect in mailaide ({type(error).__name__} in {last.name}, {Path(last.filename).name}:{last.lineno}). "
            "The account is left as it is and tried again later; the others go on. Please report this line.",
        )


class PushRefused(MailboxError):
    """The server does not tell of new mail by itself; it is looked for at intervals."""


class CertificateRefused(MailboxError):
    """The server's certificate cannot be trusted."""


class MailboxFull(MailboxError):
    """The server has no room for a message, or for one so large. Nothing was stored."""


class MailboxEmptied(MailboxError):
    """The folder of sent mail held much and holds nothing now: what was answered cannot be known."""


class FolderMissing(MailboxError):
    """A folder that is needed is not there. It is never made by guess."""


class LetterError(MailaideError):
    """A letter cannot be written: a value is missing or a template is wrong. Nothing was drafted."""


class NotRestorable(MailaideError):
    """A draft cannot be put back: there is none, it still lies there, or its text is gone."""


class AlertFailed(MailaideError):
    """A push channel did not take an alert."""

    temporary = True


class StoreError(MailaideError):
    """The state cannot be read or written; nothing is done to the mailbox without it."""


class AlreadyRunning(MailaideError):
    """Another mailaide holds this state directory."""
