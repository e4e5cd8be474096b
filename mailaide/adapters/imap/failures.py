"""Whatever the server or the network does, as one of the MailboxErrors; their text never holds mail."""

from __future__ import annotations

import contextlib
import logging
import re
import ssl
from collections.abc import Iterator

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, ProtocolError

from mailaide.errors import (
    CertificateRefused,
    FolderMissing,
    MailaideError,
    MailboxError,
    MailboxFull,
    MailboxUnreachable,
)

TIMEOUT_SECONDS = 30.0
TEMPORARY_CODES = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[THROTTLED]", "TOO MANY", "TRY AGAIN")
MISSING_CODES = ("[NONEXISTENT]", "[TRYCREATE]", "DOESN'T EXIST", "DOES NOT EXIST", "UNKNOWN MAILBOX")
FULL_CODES = ("[OVERQUOTA]", "[TOOBIG]", "[APPENDLIMIT]")

log = logging.getLogger(__name__)


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
        raise broken(account, doing, said(error)) from None
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
        # The client library trips over odd answers in these ways; what it says may quote mail, so it is not repeated.
        log.debug("%s: %s at %s", account, type(error).__name__, doing)
        raise broken(account, doing, f"an answer that cannot be read ({type(error).__name__})") from None


def broken(account: str, doing: str, what: str) -> MailboxUnreachable:
    return MailboxUnreachable(
        account, f"{doing}: {what}. The mailbox is as it was; mailaide looks again before it writes, and tries again."
    )


def _refusal(account: str, doing: str, told: str) -> MailboxError:
    spoken = told.upper()
    if any(code in spoken for code in TEMPORARY_CODES):
        return broken(account, doing, f"the server is busy ({told})")
    if any(code in spoken for code in MISSING_CODES):
        return FolderMissing(account, f"{doing}: {told}. No folder was made. Name the right one in folders.")
    if any(code in spoken for code in FULL_CODES):
        return MailboxFull(account, f"{doing}: the mailbox is full ({told}). Nothing was written. Make room in it.")
    return MailboxError(account, f"{doing}: the server refused ({told}). Nothing was changed. See the server's answer.")


def said(error: BaseException) -> str:
    """What the server said, on one short line; nothing when the words may be those of a mail."""
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    if "unexpected" in text.lower():
        return "the server said something unexpected"
    return re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+", " ", text).strip(" '\"")[:200] or "the connection broke"
