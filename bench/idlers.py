"""A TLS server for the bench of push: any number of connections that log in, open the INBOX and idle.

Run as a process of its own: `python -m bench.idlers CERTIFICATE KEY SECONDS`; prints its port. Every so many SECONDS it
says on each connection that it is still there, as Dovecot does every two minutes.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import sys

ANSWERS = {
    b"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n",
    b"EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n",
}


class Idlers:
    def __init__(self, still_here_after: float) -> None:
        self._still_here_after = still_here_after
        self._idling: set[asyncio.StreamWriter] = set()

    async def speak(self, lines: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tag = b""
        with contextlib.suppress(OSError):
            writer.write(b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE] ready\r\n")
            while line := await lines.readline():
                word = line.split()[-1] if line == b"DONE\r\n" else line.split()[1]
                if word == b"IDLE":
                    tag = line.split()[0]
                    writer.write(b"+ idling\r\n")
                    self._idling.add(writer)
                elif word == b"DONE":
                    writer.write(tag + b" OK done\r\n")
                else:
                    writer.write(ANSWERS.get(word, b"") + line.split()[0] + b" OK done\r\n")
        self._idling.discard(writer)

    async def say_still_here(self) -> None:
        while True:
            await asyncio.sleep(self._still_here_after)
            for writer in self._idling:
                writer.write(b"* OK Still here\r\n")


async def serve(certificate: str, key: str, still_here_after: float) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    idlers = Idlers(still_here_after)
    server = await asyncio.start_server(idlers.speak, "127.0.0.1", 0, ssl=tls, backlog=500)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.gather(server.serve_forever(), idlers.say_still_here())


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], float(sys.argv[3])))
