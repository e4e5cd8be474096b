"""Put a sample mailbox on a server, as if the mail had come and gone over the past weeks."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Mapping

from imapclient import IMAPClient

from mailaide.core.mail import Role
from mailaide.demo.sample import SampleMail
from mailaide.demo.server import DemoServer

FOLDERS: Mapping[Role, str] = {Role.INBOX: "INBOX", Role.SENT: "Sent", Role.DRAFTS: "Drafts", Role.TRASH: "Trash"}
"""Names the demo server knows the use of."""

TIMEOUT_SECONDS = 10.0


def fill(port: int, user: str, password: str, mails: Iterable[SampleMail]) -> None:
    """Make the usual folders where they are missing, and append the mails, oldest first, with their INTERNALDATE."""
    with IMAPClient(DemoServer.host, port, ssl=False, timeout=TIMEOUT_SECONDS) as client:
        # imapclient sends a mail in three pieces; the last would wait for the server's acknowledgement, 40 ms a mail.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.plain_login(user, password)
        there = {name for _, _, name in client.list_folders()}
        for name in FOLDERS.values():
            if name not in there:
                client.create_folder(name)
        for mail in sorted(mails, key=lambda mail: mail.received_at):
            client.append(FOLDERS[mail.role], mail.raw, mail.flags, mail.received_at)
