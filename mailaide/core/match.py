"""To which project does a message belong? Exact evidence only, in a fixed order; two candidates are no answer.

Order: the thread is decided already > subject tag > the client's address or domain, and among several projects of
that client the one whose title stands in the subject. Nothing here guesses: a wrong project leaks figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mailaide.core.dossier import Author
from mailaide.core.mail import Address, Header, Role
from mailaide.core.project import Practice, Project

_TAG = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    project: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    candidates: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    because: str


Match = Matched | Ambiguous | Unmatched


class Directory:
    """The practice, indexed for matching: a lookup costs the same for ten projects and for ten thousand."""

    def __init__(self, practice: Practice) -> None:
        self._person = practice.person
        self._by_address: dict[str, list[Project]] = defaultdict(list)
        self._by_domain: dict[str, list[Project]] = defaultdict(list)
        self._by_tag: dict[str, Project] = {}
        self._by_key = {project.key: project for project in practice.projects}
        for project in practice.projects:
            for email in project.client.addresses:
                self._by_address[email].append(project)
            for domain in project.client.domains:
                self._by_domain[domain].append(project)
            if project.tag:
                self._by_tag[project.tag.casefold()] = project

    def concerns_client(self, header: Header) -> bool:
        """Whether a client stands among the sender and recipients, or the subject carries a project's tag."""
        return any(self._projects_of(address) for address in _parties(header)) or bool(self._tagged(header))

    def is_note(self, header: Header) -> bool:
        """Written by us to nobody but us, as our own alerts are: no part of any conversation."""
        return self._person.is_self(header.sender) and all(self._person.is_self(one) for one in header.recipients)

    def project(self, key: str) -> Project:
        """The project of that key; KeyError when there is none."""
        return self._by_key[key]

    def author(self, header: Header, project: str) -> Author:
        if header.role is Role.SENT or self._person.is_self(header.sender):
            return Author.US
        owner = self._by_key.get(project)
        return Author.CLIENT if owner is not None and owner.client.owns(header.sender) else Author.OTHER

    def match(self, header: Header, threads: Mapping[str, tuple[str, str]]) -> Match:
        """`threads` gives (thread, project) of those of the header's References that are filed."""
        for reference in reversed(header.references):
            _, project = threads.get(reference, ("", ""))
            if project in self._by_key:
                return Matched(project=project, because=f"it continues a thread of {project}")
        tagged = self._tagged(header)
        if len(tagged) == 1:
            return Matched(project=tagged.pop(), because="the subject carries its tag")
        if tagged:
            return Ambiguous(candidates=tuple(sorted(tagged)), because="the subject carries several tags")
        return self._by_parties(header)

    def _by_parties(self, header: Header) -> Match:
        candidates = {p.key: p for address in _parties(header) for p in self._projects_of(address)}
        if not candidates:
            return Unmatched(because="no client's address among sender and recipients")
        if len(candidates) == 1:
            return Matched(project=next(iter(candidates)), because="the only project of that client")
        subject = header.subject.casefold()
        titled = [key for key, project in candidates.items() if _names(subject, project.title.casefold())]
        if len(titled) == 1:
            return Matched(project=titled[0], because="the subject names its title")
        return Ambiguous(candidates=tuple(sorted(candidates)), because="several projects fit the addresses")

    def _tagged(self, header: Header) -> set[str]:
        tags = _TAG.findall(header.subject.casefold())
        return {self._by_tag[tag].key for tag in tags if tag in self._by_tag}

    def _projects_of(self, address: Address) -> Iterable[Project]:
        return self._by_address.get(address.email) or self._by_domain.get(address.domain) or ()


def _parties(header: Header) -> tuple[Address, ...]:
    sender = (header.sender,) if header.sender else ()
    return sender + header.recipients


def _names(subject: str, title: str) -> bool:
    """Whether the title stands there in words of its own: "shop" is not named by "workshop"."""
    return re.search(rf"(?<!\w){re.escape(title)}(?!\w)", subject) is not None


def thread_of(header: Header, threads: Mapping[str, tuple[str, str]]) -> str:
    """The thread a message belongs to: that of its latest known reference, else its own Message-ID (RFC 5256)."""
    for reference in reversed(header.references):
        if reference in threads:
            return threads[reference][0]
    return header.references[0] if header.references else header.message_id
