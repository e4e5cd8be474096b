"""Thousands of messages, with what mail clients leave out and get wrong: none in a wrong project."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from builders import a_client, a_practice, a_project
from system.corpus import Item, corpus

from mailaide.adapters.imap import parse
from mailaide.core.mail import Header, Place, Role
from mailaide.core.matching.match import Directory, Matched
from mailaide.core.matching.threads import Forest, tie


def a_header(item: Item, uid: int) -> Header:
    place = Place(account="work", folder="INBOX", uidvalidity=1, uid=uid)
    return parse.header(item.raw, place=place, role=Role.INBOX, received_at=item.at, flags=frozenset())


def test_no_message_of_thousands_is_filed_in_a_wrong_project():
    """Every fourth client has two projects, and only a tag in the first mail of a conversation tells them apart."""
    projects = []
    for number in range(400):
        client = a_client(key=f"c{number}", addresses=(), domains=(f"client{number}.example",))
        projects.append(a_project(key=f"p{number}", title=f"Project {number}", client=client, tag=f"P{number}"))
        if number % 4 == 0:
            projects.append(a_project(key=f"q{number}", title=f"Quest {number}", client=client, tag=f"Q{number}"))
    directory, forest, became = Directory(a_practice(*projects)), Forest(), Counter[str]()
    truth: dict[str, str] = {}

    for uid, item in enumerate(corpus(6_000), start=1):
        header = a_header(item, uid)
        number = int(item.truth[1:])
        first = item.truth not in truth
        key = truth.setdefault(item.truth, f"{'q' if number % 3 == 0 and number % 400 % 4 == 0 else 'p'}{number % 400}")
        if first and number % 50:
            header = replace(header, subject=f"[{key.upper()}] {header.subject}")
        forest.join([tie(header)])
        thread = forest.thread(header.message_id)
        assert thread is not None
        found = directory.match(header, thread)
        if isinstance(found, Matched):
            became["right" if found.project == key else "wrong"] += 1
            forest.replace(thread.in_project(found.project))
        else:
            became[found.because] += 1

    assert became["wrong"] == 0
    assert became["right"] >= 0.97 * became.total(), became
