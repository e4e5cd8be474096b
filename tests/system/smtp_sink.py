"""A mail server that takes every letter and passes none on: what goes over the wire, for a test to read."""

from __future__ import annotations

import socketserver
import threading
from typing import Self


class SmtpSink:
    """Start with `with SmtpSink() as sink:`; it listens at `port` of this machine. `letters` come as they were sent."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []

    def __enter__(self) -> Self:
        letters = self.letters

        class Session(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self.wfile.write(b"220 sink.example ESMTP\r\n")
                for line in self.rfile:
                    match line[:4].upper().strip():
                        case b"DATA":
                            self.wfile.write(b"354 go on\r\n")
                            letters.append(self._letter())
                            self.wfile.write(b"250 taken\r\n")
                        case b"QUIT":
                            self.wfile.write(b"221 bye\r\n")
                            return
                        case _:
                            self.wfile.write(b"250 well\r\n")

            def _letter(self) -> bytes:
                lines = iter(self.rfile.readline, b".\r\n")
                return b"".join(line.removeprefix(b".") for line in lines)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
