"""To which project does a message belong? Exact evidence only, in a fixed order; two candidates are no answer.

Order: the person's own word > thread > plus-address > subject tag > address > domain, and among several projects of
one client the words and then the dates that are one project's own. What is contradicted waits: a thread, a tag.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mailaide.core.dossier import Author, Evidence
from mailaide.core.mail import Address, Header, Role, is_mail_server
from mailaide.core.matching.authors import author
from mailaide.core.matching.sieve import Sieve, Weight
from mailaide.core.matching.threads import Thread
from mailaide.core.matching.vocabulary import Vocabulary
from mailaide.core.project import Practice, Project
from mailaide.core.worktime import WorkingHours

LONG_BEFORE, LONG_AFTER = timedelta(days=90), timedelta(days=180)
"""So long before it starts and after it ends, nobody writes about a project."""

_TAG = re.compile(r"\[([^\[\]]+)\]")
_KEYWORD = re.compile(r"mailaide[/_.-](.+)", re.IGNORECASE)
"""As `mailaide/harbour`; mail clients that do not take the stroke write another sign."""

_ABOVE = re.compile(r".*[/.\\]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    project: str
    evidence: Evidence
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """By the evidence of its thread: the message contradicts it."""

    candidates: tuple[str, ...]
    evidence: Evidence
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    because: str


Match = Matched | Ambiguous | Unmatched
Candidates = Mapping[str, Project]


class Directory:
    """The practice, indexed for matching: a lookup costs the same for ten projects and for ten thousand."""

    def __init__(self, practice: Practice) -> None:
        self._person = practice.person
        self._authserv_ids = dict(practice.authserv_ids)
        self._by_key = {project.key: project for project in practice.projects}
        self._by_tag = {project.tag.casefold(): project for project in practice.projects if project.tag}
        self._by_name = self._by_tag | {project.key.casefold(): project for project in practice.projects}
        by_address: dict[str, dict[str, Project]] = defaultdict(dict)
        by_domain: dict[str, dict[str, Project]] = defaultdict(dict)
        for project in practice.projects:
            for email in project.client.addresses:
                by_address[email][project.key] = project
            for domain in project.client.domains:
                by_domain[domain][project.key] = project
        same: dict[tuple[str, ...], Candidates] = {}
        self._by_address = {email: same.setdefault(tuple(found), found) for email, found in by_address.items()}
        self._by_domain = {domain: same.setdefault(tuple(found), found) for domain, found in by_domain.items()}
        self._vocabularies: dict[tuple[str, ...], Vocabulary] = {}
        self.sieve = Sieve(weigh=self._weigh, tags=bool(self._by_tag))

    @property
    def hours(self) -> WorkingHours:
        """When the person works, in their zone."""
        return self._person.hours

    def concerns_client(self, header: Header) -> bool:
        """Whether a client stands among the sender and recipients, or the message names a project itself."""
        if self._of_person(header) or any(self._projects_of(address) for address in header.parties):
            return True
        return bool(self._tagged(header) or self._addressed(header))

    def is_note(self, header: Header) -> bool:
        """Written by us to nobody but us, as our own alerts are: no part of any conversation."""
        return self._person.is_self(header.sender) and all(self._person.is_self(one) for one in header.recipients)

    def _weigh(self, email: str) -> Weight:
        of_client = email in self._by_address or email.rpartition("@")[2] in self._by_domain
        if of_client or "+" in email or email in self._person.addresses:
            address = Address(email=email)
            if self._person.is_self(address):
                return Weight.DOUBTFUL if of_client or self._person.detail(address) in self._by_name else Weight.OURS
            if of_client:
                return Weight.CLIENT
        return Weight.DOUBTFUL if is_mail_server(email) else Weight.STRANGER

    def project(self, key: str) -> Project:
        """The project of that key; KeyError when there is none."""
        return self._by_key[key]

    def author(self, header: Header, project: str) -> Author:
        """Who wrote it, as one of this project; a sender that our own server does not believe is nobody."""
        return author(header, self._by_key.get(project), self._person, self._authserv_ids.get(header.place.account, ""))

    def of_folder(self, folder: str) -> str:
        """The project that a folder of the person's is named after, or the empty string."""
        named = self._by_name.get(_ABOVE.sub("", folder).casefold())
        return named.key if named is not None else ""

    def by_keyword(self, header: Header) -> tuple[str, str]:
        """The first keyword that names a project, and that project; two empty strings without one."""
        for flag in sorted(header.flags):
            named = _KEYWORD.fullmatch(flag)
            if named and (project := self._by_name.get(named[1].casefold())):
                return flag, project.key
        return "", ""

    def match(self, header: Header, thread: Thread | None = None, text: str = "") -> Match:
        """`thread` is what is known of the message's thread, `text` what was newly written in it."""
        if key := self._of_person(header):
            return Matched(project=key, evidence=Evidence.PERSON, because=f"you moved it to {header.place.folder}")
        keyword, key = self.by_keyword(header)
        if key:
            return Matched(project=key, evidence=Evidence.PERSON, because=f"you gave it the keyword {keyword}")
        named = self._named(header)
        decided = [key for key in thread.projects if key in self._by_key] if thread is not None else []
        if decided and thread is not None:
            return self._by_thread(header, decided, named, text, settled=thread.settled)
        if not isinstance(named, Unmatched):
            return self._unless_of_another(header, named)
        found = self._by_parties(header, text)
        waiting = [key for key in thread.candidates if key in self._by_key] if thread is not None else []
        if waiting and isinstance(found, Unmatched):
            because = "it continues a conversation that waits"
            return Ambiguous(candidates=tuple(waiting), evidence=Evidence.ADDRESS, because=because)
        return found

    def _by_thread(self, header: Header, decided: list[str], named: Match, text: str, *, settled: bool) -> Match:
        """The decided thread goes first; but what names another project, or another client's, waits for the person."""
        threads = ", ".join(decided)
        candidates, against = self._against(header, named)
        agreed = [key for key in decided if key in candidates or not candidates]
        if settled or len(agreed) == 1:
            key = (agreed or decided)[0]
            other = "" if settled or isinstance(named, Matched) else self._vocabulary(candidates).named(header.subject)
            if other in {"", *decided}:
                return Matched(project=key, evidence=Evidence.THREAD, because=f"it continues a thread of {key}")
            candidates, against, agreed = {other}, f"but the subject speaks of {other}", []
        if agreed and (key := self._vocabulary(agreed).named(header.subject, text)):
            because = f"it continues a thread of {threads}, and its words are those of {key}"
            return Matched(project=key, evidence=Evidence.WORDS, because=because)
        return Ambiguous(
            candidates=tuple(sorted(agreed or {*decided, *candidates})),
            evidence=Evidence.THREAD,
            because=f"it continues a thread of {threads}" + ("" if agreed else f", {against}"),
        )

    def _against(self, header: Header, named: Match) -> tuple[Collection[str], str]:
        """The projects that a message may be of, its thread left aside, and what to say if the thread's is not one."""
        match named:
            case Matched(project=project, because=because):
                return {project}, f"but for {project}, {because}"
            case Ambiguous(candidates=candidates, because=because):
                return candidates, f"but {because}"
        return self._candidates(header), "but it is between you and another client"

    def _named(self, header: Header) -> Match:
        """What the message itself names: an address of ours with a project in it, or a tag."""
        for keys, evidence, one, several in (
            (self._addressed(header), Evidence.PLUS_ADDRESS, "it is addressed to it", "it is addressed to several"),
            (self._tagged(header), Evidence.TAG, "the subject carries its tag", "the subject carries several tags"),
        ):
            if len(keys) == 1:
                return Matched(project=next(iter(keys)), evidence=evidence, because=one)
            if keys:
                return Ambiguous(candidates=tuple(sorted(keys)), evidence=evidence, because=several)
        return Unmatched(because="it names no project")

    def _unless_of_another(self, header: Header, named: Match) -> Match:
        """Anybody can write a tag: one that names no project of the clients among the parties decides nothing."""
        there = self._candidates(header)
        if not isinstance(named, Matched) or not there or named.project in there:
            return named
        return Ambiguous(
            candidates=tuple(sorted({named.project, *there})),
            evidence=named.evidence,
            because=f"{named.because}, but it is between you and another client",
        )

    def _by_parties(self, header: Header, text: str) -> Match:
        candidates = self._candidates(header)
        if not candidates:
            return Unmatched(because="no client's address among sender and recipients")
        listed = any(address.email in self._by_address for address in header.parties)
        evidence = Evidence.ADDRESS if listed else Evidence.DOMAIN
        if len(candidates) == 1:
            return Matched(project=next(iter(candidates)), evidence=evidence, because="the only project of that client")
        vocabulary = self._vocabulary(candidates)
        if key := vocabulary.named(header.subject):
            return Matched(project=key, evidence=Evidence.WORDS, because="the subject speaks of it and of no other")
        if text and (key := vocabulary.named(header.subject, text)):
            return Matched(project=key, evidence=Evidence.WORDS, because="the text speaks of it and of no other")
        current = _current(candidates.values(), header.received_at.date())
        if len(current) == 1 and vocabulary.mentioned(header.subject, text) <= set(current):
            because = "no other project of that client is under way"
            return Matched(project=current[0], evidence=Evidence.DATES, because=because)
        because = "several projects fit the addresses"
        return Ambiguous(candidates=tuple(sorted(candidates)), evidence=evidence, because=because)

    def _candidates(self, header: Header) -> Candidates:
        found = [projects for address in header.parties if (projects := self._projects_of(address))]
        if not found or all(one is found[0] for one in found):
            return found[0] if found else {}
        return {key: project for projects in found for key, project in projects.items()}

    def _vocabulary(self, keys: Iterable[str]) -> Vocabulary:
        """Made when it is first asked for: most clients have one project."""
        wanted = tuple(keys)
        if wanted not in self._vocabularies:
            self._vocabularies[wanted] = Vocabulary([self._by_key[key] for key in wanted])
        return self._vocabularies[wanted]

    def _of_person(self, header: Header) -> str:
        """The project into whose folder the person has moved the message."""
        if header.role is not Role.PROJECT:
            return ""
        return self.of_folder(header.place.folder)

    def _tagged(self, header: Header) -> set[str]:
        if "[" not in header.subject:
            return set()
        tags = _TAG.findall(header.subject.casefold())
        return {self._by_tag[tag].key for tag in tags if tag in self._by_tag}

    def _addressed(self, header: Header) -> set[str]:
        details = {self._person.detail(one) for one in header.recipients if "+" in one.email}
        return {self._by_name[detail].key for detail in details if detail in self._by_name}

    def _projects_of(self, address: Address) -> Candidates:
        return self._by_address.get(address.email) or self._by_domain.get(address.domain) or {}


def _current(projects: Iterable[Project], day: date) -> list[str]:
    """Those that somebody may write about on that day."""
    return [
        one.key
        for one in projects
        if (one.starts is None or day >= one.starts - LONG_BEFORE)
        and (one.ends is None or day <= one.ends + LONG_AFTER)
    ]
