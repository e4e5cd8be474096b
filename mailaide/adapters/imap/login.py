"""Logging in: by password, or by an access token (XOAUTH2, and OAUTHBEARER of RFC 7628).

A refusal, a server that wants rest, and a connection that broke are three different errors.
"""

from __future__ import annotations

from imapclient import IMAPClient

from mailaide.adapters.imap.failures import broken, passing, said, translated
from mailaide.adapters.imap.wire import Wire
from mailaide.errors import LoginRefused


def log_in(wire: Wire, *, account: str, host: str, user: str, secret: str, oauth: bool) -> None:
    """`secret` is the password, or the access token for `oauth`."""
    doing = f"log in as {user!r}"
    with translated(account, doing):
        try:
            if oauth:
                wire.token_login(user, secret, host)
            # LOGIN carries ASCII only, AUTHENTICATE PLAIN is UTF-8.
            elif not (user + secret).isascii() or wire.has_capability("AUTH=PLAIN"):
                if wire.has_capability("SASL-IR"):
                    wire.plain_login_at_once(user, secret)
                else:
                    wire.plain_login(user, secret)
            else:
                wire.login(user, secret)
        except IMAPClient.Error as error:
            told = said(error)
            # imapclient calls a connection that breaks here a LoginError; only the context tells.
            if later := passing(account, doing, told):
                raise later from None
            if isinstance(error, IMAPClient.AbortError) or isinstance(error.__context__, IMAPClient.AbortError):
                raise broken(account, doing, told) from None
            raise LoginRefused(account, f"{doing}: {host} refused {_what(oauth, told)}") from None


def _what(oauth: bool, told: str) -> str:
    if oauth:
        return (
            f"the access token ({told}). Nothing was read or written. Check that the user is the one who gave access, "
            "and that IMAP is allowed for it."
        )
    return (
        f"user name and password ({told}). Nothing was read or written. "
        "Check both; many providers want an app password, others OAuth."
    )
