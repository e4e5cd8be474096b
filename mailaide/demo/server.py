"""An IMAP server on loopback that lives as long as a `with` block: pymap in a thread, its mail in memory.

It says nothing on the terminal, takes a free port unless told one, and is gone within two seconds.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from typing import Self

from mailaide.errors import MailaideError

STARTED_WITHIN_SECONDS = 10.0
STOPPED_WITHIN_SECONDS = 2.0

log = logging.getLogger(__name__)


class DemoServer:
    """Start with `with DemoServer({"anna": "password"}) as server:`; it then answers on `server.port`.

    Each user has an INBOX and nothing else. Raises MailaideError when pymap is missing or the port is taken.
    """

    host = "127.0.0.1"

    def __init__(self, users: Mapping[str, str], port: int = 0) -> None:
        self.port = port
        self._wanted_port = port
        self._users = dict(users)

    def __enter__(self) -> Self:
        _require_pymap()
        self._listening: Future[int] = Future()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="mailaide-demo-server", daemon=True)
        self._thread.start()
        try:
            self.port = self._listening.result(STARTED_WITHIN_SECONDS)
        except OSError as error:
            raise MailaideError(
                f"the demo server cannot listen on {self.host}:{self._wanted_port} ({error.strerror or error}). "
                "Nothing was started. Choose another port, or 0 for a free one."
            ) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(STOPPED_WITHIN_SECONDS)

    def _run(self) -> None:
        # A client that hangs up in the middle is no news; asyncio would print a traceback for it.
        self._loop.set_exception_handler(lambda _, context: log.debug("demo server: %s", context.get("message")))
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            try:
                runner.run(self._serve())
            except BaseException as error:
                if self._listening.done():
                    raise
                self._listening.set_exception(error)

    async def _serve(self) -> None:
        from mailaide.demo import backend  # noqa: PLC0415  # it needs the extra

        server = await backend.listen(self._users, self._wanted_port)
        self._listening.set_result(server.sockets[0].getsockname()[1])
        await self._stop.wait()
        # Not waited for: that would take until every client has gone. The runner cancels their tasks.
        server.close()


def _require_pymap() -> None:
    try:
        import pymap  # noqa: F401, PLC0415  # only the demo needs it
    except ModuleNotFoundError:
        raise MailaideError(
            "the demo needs pymap, a mail server, and it is not installed. Nothing was started. "
            "Install with pip install 'mailaide[demo]'."
        ) from None
