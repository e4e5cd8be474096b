"""pymap's in-memory backend, with the two things a mail client expects and pymap leaves out.

Folders tell what they are for (RFC 6154), and keep any keyword. Done by subclasses that pymap is handed, so that
another pymap in this process stays as it is. Importing this module needs the extra `demo`.
"""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence

from proxyprotocol.noop import ProxyProtocolNoop
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.listtree import ListEntry, ListTree
from pymap.parsing.specials import ObjectId
from pymap.parsing.specials.flag import Flag, Wildcard
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

LOOPBACK = "127.0.0.1"
SPECIAL_USES: Mapping[str, bytes] = {
    "Archive": b"Archive",
    "Concepten": b"Drafts",
    "Drafts": b"Drafts",
    "Prullenbak": b"Trash",
    "Sent": b"Sent",
    "Trash": b"Trash",
    "Verzonden items": b"Sent",
}
"""What a folder of this name is for. pymap puts the backslash before it."""


class SpecialEntry(ListEntry):
    @property
    def attributes(self) -> Sequence[bytes]:
        use = SPECIAL_USES.get(self.name)
        return [*super().attributes, use] if use else super().attributes


class SpecialTree(ListTree):
    def list_matching(self, ref_name: str, filter_: str) -> Iterable[ListEntry]:
        for entry in super().list_matching(ref_name, filter_):
            yield SpecialEntry(entry.name, entry.exists, entry.marked, entry.has_children)


class DemoFolder(MailboxData):
    @property
    def permanent_flags(self) -> frozenset[Flag]:
        return super().permanent_flags | {Wildcard}


class DemoFolders(MailboxSet):
    """One user's folders; INBOX is there from the start."""

    def __init__(self) -> None:
        super().__init__()
        self._inbox = self._folder()

    def _folder(self) -> DemoFolder:
        return DemoFolder(self._content_cache, self._thread_cache)

    async def add_mailbox(self, name: str) -> ObjectId:
        await super().add_mailbox(name)
        # pymap names its own class in there, so its folder, still empty, gives way to ours.
        self._set[name] = folder = self._folder()
        return folder.mailbox_id

    async def list_mailboxes(self) -> ListTree:
        plain = await super().list_mailboxes()
        return SpecialTree(self.delimiter).update(*(entry.name for entry in plain.list() if entry.exists))


class DemoConfig(Config):
    @property
    def greeting(self) -> bytes:
        # pymap's own asks the resolver for the host's name, which can take seconds.
        return b"mailaide demo ready"


async def listen(users: Mapping[str, str], port: int) -> asyncio.Server:
    """A server that answers on loopback, in the running loop. `users` are names and passwords; 0 takes a free port."""
    arguments = Namespace(
        host=LOOPBACK,
        port=port,
        debug=False,
        tls=False,
        cert=None,
        key=None,
        passlib_cfg=None,
        proxy_protocol=None,
        demo_data=False,
        demo_user="",
        demo_password="",
    )
    # Passwords that live as long as a demo need no slow hash, and then no threads to compute it. The library's
    # clear text would be simpler, but it breaks on letters outside ASCII.
    config = DemoConfig.from_args(arguments, hash_context=BuiltinHash(rounds=1), cpu_subsystem=Subsystem.for_asyncio())
    config.apply_context()
    login = Login(config)
    for user, password in users.items():
        kept = UserMetadata(config, user, password=await Passwords(config).hash_password(password))
        await Identity(user, login, None, frozenset()).set(kept)
        config.set_cache[user] = (DemoFolders(), FilterSet())
    answer = ProxyProtocolReader(ProxyProtocolNoop()).get_callback(IMAPServer(login, config))
    return await asyncio.start_server(answer, LOOPBACK, port)
