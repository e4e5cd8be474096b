"""Which folder is for what: the person's word, then the server's (RFC 6154), then names in common use.

Nothing here makes a folder. A name that is no proper modified UTF-7 is kept as the server wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from imapclient import imap_utf7

from mailaide.core.mail import Role
from mailaide.errors import FolderMissing

# The order matters: Gmail's \All holds what \Archive would, and more.
SPECIAL_USES: Mapping[Role, tuple[str, ...]] = {
    Role.DRAFTS: ("\\drafts",),
    Role.SENT: ("\\sent",),
    Role.TRASH: ("\\trash",),
    Role.ARCHIVE: ("\\all", "\\archive", "\\allmail"),
}
KNOWN_NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.DRAFTS: ("drafts", "draft", "concepten", "entwürfe", "brouillons", "borradores"),
    Role.SENT: (
        *("sent", "sent items", "sent messages", "sent mail", "verzonden items", "verzonden", "verzonden berichten"),
        *("gesendet", "gesendete elemente", "gesendete objekte", "gesendete nachrichten"),
        *("envoyés", "éléments envoyés", "messages envoyés", "enviados", "elementos enviados", "correo enviado"),
    ),
    Role.TRASH: (
        *("trash", "deleted items", "deleted messages", "bin", "prullenbak", "prullenmand", "verwijderde items"),
        *("papierkorb", "gelöschte elemente", "gelöschte objekte", "corbeille", "éléments supprimés"),
        *("papelera", "elementos eliminados"),
    ),
    Role.ARCHIVE: (
        *("all mail", "alle e-mail", "alle nachrichten", "tous les messages", "todos"),
        *("archive", "archives", "archief", "archiv", "archivo", "archivos"),
    ),
}
OF_PROJECTS = "mailaide"
"""The folder whose folders are named after projects; the person makes them."""

NOT_A_MAILBOX = frozenset({"\\noselect", "\\nonexistent"})
_USES = frozenset(use for uses in SPECIAL_USES.values() for use in uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of LIST. `raw` is what the server must be sent to mean this folder; `flags` are lower-case."""

    raw: bytes
    name: str
    separator: str
    flags: frozenset[str]

    @property
    def special(self) -> bool:
        return bool(self.flags & _USES)


def listed(raw: bytes, separator: bytes, flags: Iterable[object]) -> Listed:
    return Listed(
        raw=raw,
        name=readable(raw),
        separator=separator.decode("ascii", "replace"),
        flags=frozenset(flag.decode("ascii", "replace").lower() for flag in flags if isinstance(flag, bytes)),
    )


def readable(raw: bytes) -> str:
    """The name in letters, or the raw text where it would not lead back to the same bytes."""
    try:
        name: str = imap_utf7.decode(raw)
        if imap_utf7.encode(name) == raw:
            return name
    except ValueError:
        pass
    return raw.decode("utf-8", "replace")


def roles(folders: Sequence[Listed], configured: Mapping[Role, str], account: str) -> dict[Role, str]:
    """The folder of each role. A name the person wrote down must exist; a role nothing points to is left out."""
    usable = [folder for folder in folders if not folder.flags & NOT_A_MAILBOX]
    names = {folder.name for folder in usable}
    found = {Role.INBOX: "INBOX"}
    for role, name in configured.items():
        if name not in names and name.upper() != "INBOX":
            there = ", ".join(repr(folder.name) for folder in usable[:40])
            raise FolderMissing(
                account,
                f"the {role} folder {name!r} is not there; the server has {there}. "
                f"No folder was made. Correct folders.{role}, or leave it out to have the folder found.",
            )
        found[role] = name
    for role in SPECIAL_USES:
        if role not in found and (name := _by_use(role, usable) or _by_name(role, usable)):
            found[role] = name
    return found


def _by_use(role: Role, folders: Sequence[Listed]) -> str:
    return next((folder.name for use in SPECIAL_USES[role] for folder in folders if use in folder.flags), "")


def _by_name(role: Role, folders: Sequence[Listed]) -> str:
    # A folder the server gives another use is not this one, whatever it is called.
    plain = {_bare(folder): folder.name for folder in reversed(folders) if not folder.special}
    return next((plain[known] for known in KNOWN_NAMES[role] if known in plain), "")


def _bare(folder: Listed) -> str:
    """The name without the place many servers put everything under."""
    name = folder.name.casefold()
    for above in ("inbox", "[gmail]", "[google mail]"):
        name = name.removeprefix(above + folder.separator) if folder.separator else name
    return name


def of_projects(folders: Sequence[Listed]) -> list[str]:
    """The folders `mailaide/<project>`, wherever the server keeps the folders of a person."""
    found = []
    for folder in folders:
        above, _, name = _bare(folder).rpartition(folder.separator) if folder.separator else ("", "", "")
        if name and above == OF_PROJECTS and not folder.flags & NOT_A_MAILBOX:
            found.append(folder.name)
    return found
