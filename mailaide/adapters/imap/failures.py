"""Whatever the server or the network does, as one of the MailboxErrors; their text never holds mail."""

from __future__ import annotations

import contextlib
import logging
import re
import ssl
import traceback
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, ProtocolError

from mailaide.errors import (
    CertificateRefused,
    Defect,
    FolderMissing,
    MailaideError,
    MailboxBusy,
    MailboxError,
    MailboxFull,
    MailboxUnreachable,
)

TIMEOUT_SECONDS = 30.0

# Response codes of RFC 5530 and what servers say without one. An answer's code goes before its words.
FINAL_CODES = (
    "[AUTHENTICATIONFAILED]",
    "[AUTHORIZATIONFAILED]",
    "[EXPIRED]",
    "[PRIVACYREQUIRED]",
    "[CONTACTADMIN]",
    "[NOPERM]",
)
BUSY_WORDS = (
    "[LIMIT]",
    "THROTTLED",
    "TOO MANY",
    "TOO FREQUENT",
    "SIMULTANEOUS CONNECTIONS",
    "NUMBER OF CONNECTIONS",
    "CONNECTION LIMIT",
    "BANDWIDTH LIMITS",
    "RATE LIMIT",
)
DOWN_WORDS = (
    "[UNAVAILABLE]",
    "[INUSE]",
    "[SERVERBUG]",
    "TRY AGAIN",
    "NOT CONNECTED",
    "SERVER UNAVAILABLE",
    "SERVER ERROR",
    "TEMPORAR",
)
MISSING_CODES = ("[NONEXISTENT]", "[TRYCREATE]", "DOESN'T EXIST", "DOES NOT EXIST", "UNKNOWN MAILBOX")
FULL_CODES = ("[OVERQUOTA]", "[TOOBIG]", "[APPENDLIMIT]")

OURS = Path(__file__).parents[2]

log = logging.getLogger(__name__)
_BACK_OFF = re.compile(r"back-?off time:? (\d{1,9}) milliseconds", re.IGNORECASE)


@contextlib.contextmanager
def translated(account: str, doing: str) -> Iterator[None]:
    """Turn everything that comes up while speaking to a server into a MailboxError."""
    try:
        yield
    except MailaideError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise CertificateRefused(
            account,
            f"{doing}: the server's certificate cannot be trusted ({error.verify_message}). "
            "No password was sent. Check host and port; for a server with its own authority set ca_file.",
        ) from None
    except IMAPClient.AbortError as error:
        raise passing(account, doing, said(error)) or broken(account, doing, said(error)) from None
    except (ProtocolError, CapabilityError) as error:
        raise broken(account, doing, f"an answer that is not proper IMAP ({type(error).__name__})") from None
    except IMAPClient.Error as error:
        told = said(error)
        if told.startswith("got more than"):
            raise broken(account, doing, "an endless line") from None
        raise _refusal(account, doing, told) from None
    except TimeoutError:
        raise broken(account, doing, f"no answer within {TIMEOUT_SECONDS:.0f} s") from None
    except (OSError, EOFError) as error:
        raise broken(account, doing, str(error) or type(error).__name__) from None
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise _odd(account, doing, error) from None


def broken(account: str, doing: str, what: str) -> MailboxUnreachable:
    return MailboxUnreachable(
        account, f"{doing}: {what}. The mailbox is as it was; mailaide looks again before it writes, and tries again."
    )


def passing(account: str, doing: str, told: str) -> MailboxUnreachable | None:
    """The error for an answer that will be another one later; None for one that will not."""
    spoken = told.upper()
    if any(code in spoken for code in FINAL_CODES):
        return None
    if any(words in spoken for words in BUSY_WORDS):
        asked = _BACK_OFF.search(told)
        wait = timedelta(milliseconds=int(asked[1])) if asked else timedelta(0)
        return MailboxBusy(
            account,
            f"{doing}: the server wants to be left alone for a while ({told}). It is not the password. "
            "The mailbox is as it was; mailaide waits and tries again by itself.",
            wait=wait,
        )
    if spoken.startswith("* BYE") or any(words in spoken for words in DOWN_WORDS):
        return broken(account, doing, f"the server cannot serve now ({told})")
    return None


def _odd(account: str, doing: str, error: Exception) -> MailboxError:
    """The client library trips over odd answers in these ways; code of ours does it over our own mistakes."""
    ours = OURS in Path(traceback.extract_tb(error.__traceback__)[-1].filename).parents
    if ours and isinstance(error, TypeError | AttributeError):
        return Defect.of(account, error)
    # What it says may quote mail, so it is not repeated.
    log.debug("%s: %s at %s", account, type(error).__name__, doing)
    return broken(account, doing, f"an answer that cannot be read ({type(error).__name__})")


def _refusal(account: str, doing: str, told: str) -> MailboxError:
    spoken = told.upper()
    if later := passing(account, doing, told):
        return later
    if any(code in spoken for code in MISSING_CODES):
        return FolderMissing(account, f"{doing}: {told}. No folder was made. Name the right one in folders.")
    if any(code in spoken for code in FULL_CODES):
        return MailboxFull(account, f"{doing}: the mailbox is full ({told}). Nothing was written. Make room in it.")
    return MailboxError(account, f"{doing}: the server refused ({told}). Nothing was changed. See the server's answer.")


def said(error: BaseException) -> str:
    """What the server said, on one short line; nothing when the words may be those of a mail."""
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first).removeprefix("b'")
    if "unexpected" in text.lower():
        return "the server said something unexpected"
    return re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+", " ", text).strip(" '\"")[:200] or "the connection broke"
