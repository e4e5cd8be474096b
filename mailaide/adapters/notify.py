"""Push channels besides the INBOX, by apprise. Whatever part of an address is the secret, only its kind is shown.

A message that no channel took is an error, never silence. Apprise's own log holds addresses at ERROR and bodies at
DEBUG, so it is kept shut.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from mailaide.errors import AlertFailed

SHUT = logging.CRITICAL + 1

log = logging.getLogger(__name__)


class AppriseNotifier:
    """Tells every channel; raises AlertFailed when none of them took the message.

    One that took it is enough: a second try would reach it twice. The others are logged.
    """

    def __init__(self, urls: Sequence[str]) -> None:
        self._urls = tuple(urls)

    def tell(self, title: str, text: str) -> None:
        # Imported here: apprise costs 0.4 s and 24 MB, and most cycles raise no alert.
        import apprise  # noqa: PLC0415

        # urllib3 as well: its DEBUG log holds the path of a request, where some channels keep their token.
        for name in ("apprise", "urllib3"):
            logging.getLogger(name).setLevel(SHUT)

        above, body = (title, text) if text else ("", title)  # some channels take no message without a text
        failures: list[str] = []
        for number, url in enumerate(self._urls, start=1):
            channel = apprise.Apprise.instantiate(url, suppress_exceptions=True)
            if not channel:
                failures.append(f"number {number} of the list is not an address that apprise knows")
                continue
            outlet = apprise.Apprise()
            outlet.add(channel)
            try:
                taken = bool(outlet.notify(title=above, body=body, body_format=apprise.NotifyFormat.TEXT))
            except Exception as error:  # noqa: BLE001  # over a hundred channels of others; one must not stop the next
                log.debug("a channel raised %s", type(error).__name__)
                taken = False
            if not taken:
                failures.append(f"number {number} of the list ({url.partition('://')[0]}) did not take it")

        if len(failures) == len(self._urls):
            reason = "; ".join(failures) or "no push channel is configured"
            raise AlertFailed(
                f"the alert was not pushed: {reason}. Drafts are not affected and it is tried again. "
                "Check the addresses of the push channels and the network."
            )
        for failure in failures:
            log.warning("one push channel failed: %s", failure)
