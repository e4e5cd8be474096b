"""Threads compared with those of Dovecot, message by message, on thousands that are sound and some that are not.

Dovecot's REFS goes by ids alone, its REFERENCES (RFC 5256) then merges whatever has one subject. Both must give our
threads but for the kinds of difference that are listed and argued here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import TypeAlias

import pytest
from system.corpus import Item, broken, corpus
from system.dovecot import Dovecot

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.core.mail import Header, Role
from mailaide.core.matching.threads import Forest, base_subject, tie

pytestmark = pytest.mark.dovecot

MESSAGES = 5_500
USER = "threads"

JOINED_BY_US = {
    "twice": "two messages with one Message-ID are one message to us; Dovecot sets the second apart",
    "changes its mind": "a message that names another parent than a later one says: Dovecot breaks the older tie",
    "itself": "References that end in the message's own id: we read the rest of them, Dovecot reads none",
    "says two things": "In-Reply-To names a message that References lacks; Dovecot does not read it then",
}
"""Kinds of broken mail whose ties we keep and Dovecot drops: a tie that somebody wrote down is evidence."""

IN_OTHER_WORDS = (
    "a reply under Antw: or AW: joins its subject, people and time agreeing; RFC 5256 knows only Re: and Fwd:"
)
SPLIT_BY_US = "one subject in several conversations is no tie without reply mark, same people and 30 days"

Partition = frozenset[frozenset[int]]


def partition(headers: Iterable[Header], *, by_subject: bool) -> Partition:
    forest, listed = Forest(), list(headers)
    for header in listed:
        one = tie(header)
        forest.join([one if by_subject else replace(one, kin="")])
    parts: dict[str, set[int]] = defaultdict(set)
    for header in listed:
        thread = forest.thread(header.message_id)
        assert thread is not None
        parts[thread.name].add(header.place.uid)
    return frozenset(frozenset(part) for part in parts.values())


Tree: TypeAlias = "Iterable[int | Tree]"
"""A thread as the server tells it."""


def numbers(tree: Tree) -> Iterator[int]:
    for one in tree:
        if isinstance(one, int):
            yield one
        else:
            yield from numbers(one)


@pytest.fixture(scope="module")
def there(dovecot: Dovecot) -> tuple[dict[int, Header], Mapping[str, Partition]]:
    """The headers as we read them from the server, by UID, and the server's own threads."""
    with dovecot.client(USER) as client:
        client.select_folder("INBOX")
        for item in (*corpus(MESSAGES), *broken()):
            dovecot.drop(USER, item.raw, item.at)
        client.select_folder("INBOX", readonly=True)
        theirs = {
            way: frozenset(frozenset(numbers(thread)) for thread in client.thread(way))
            for way in ("REFS", "REFERENCES")
        }
    with closing(ImapMailbox(dovecot.account(USER), lambda: "secret")) as box:
        [inbox] = [folder for folder in box.folders() if folder.role is Role.INBOX]
        headers = [header for window in box.headers(inbox, 1) for header in window.headers]
    return {header.place.uid: header for header in headers}, theirs


def kinds(part: Iterable[int], headers: Mapping[int, Header]) -> set[str]:
    """What kinds of broken mail are among these."""
    senders = [sender.email for uid in part if (sender := headers[uid].sender)]
    known = {item_kind(one): one.kind for one in broken()}
    return {known[one] for one in senders if one in known}


def item_kind(item: Item) -> str:
    return item.kind.replace(" ", ".") + "@broken.example"


def test_by_ids_the_threads_are_those_of_dovecot(
    there: tuple[dict[int, Header], Mapping[str, Partition]], scores: dict[str, list[str]]
) -> None:
    headers, theirs = there
    ours = partition(headers.values(), by_subject=False)

    assert len(headers) >= MESSAGES
    different = {frozenset(kinds(part, headers)) for part in ours - theirs["REFS"]}
    assert different == {frozenset({kind}) for kind in JOINED_BY_US}
    assert {frozenset(kinds(part, headers)) for part in theirs["REFS"] - ours} == different
    scores[f"threads of {len(headers)} messages compared with Dovecot's REFS"] = [
        f"{len(ours & theirs['REFS'])} of {len(ours)} identical",
        *(f"not {kind}: {why}" for kind, why in JOINED_BY_US.items()),
    ]


def test_with_subjects_they_are_those_of_rfc_5256_but_for_one_subject_in_several_conversations(
    there: tuple[dict[int, Header], Mapping[str, Partition]], scores: dict[str, list[str]]
) -> None:
    headers, theirs = there
    ours = partition(headers.values(), by_subject=True)

    joined = [part for part in ours if not any(part <= other for other in theirs["REFERENCES"])]
    split = [part for part in theirs["REFERENCES"] if not any(part <= other for other in ours)]
    split = [part for part in split if not kinds(part, headers) & set(JOINED_BY_US)]
    whole = {uid: part for part in theirs["REFERENCES"] for uid in part}

    assert {kind for part in joined for kind in kinds(part, headers)} <= set(JOINED_BY_US)
    for part in joined:
        assert kinds(part, headers) or any(headers[uid].subject.startswith(("Antw:", "AW:")) for uid in part)
    for part in split:
        subjects = {base_subject(headers[uid].subject) for uid in part}
        assert len(subjects) == 1, subjects
    identical = ours & theirs["REFERENCES"]
    by_subject = {part for part in ours - identical if whole[min(part)] in split}
    assert ours - identical - by_subject <= set(joined)
    scores[f"threads of {len(headers)} messages compared with Dovecot's REFERENCES"] = [
        f"{len(identical)} of {len(ours)} identical",
        f"not {len(by_subject)}, which it merges into {len(split)}: {SPLIT_BY_US}",
        f"not {sum(not kinds(part, headers) for part in joined)}: {IN_OTHER_WORDS}",
        f"not {sum(bool(kinds(part, headers)) for part in joined)} broken ones, as above",
    ]


def test_no_conversation_is_mixed_with_another(there: tuple[dict[int, Header], Mapping[str, Partition]]) -> None:
    headers, _ = there
    truth = {item.raw.split(b"Message-ID: ")[1].split(b"\r\n")[0].decode(): item.truth for item in corpus(MESSAGES)}

    ours = partition((one for one in headers.values() if one.message_id in truth), by_subject=True)

    mixed = [part for part in ours if len({truth[headers[uid].message_id] for uid in part}) > 1]
    assert mixed == []
