"""Threads are the connected parts of the graph of ids, whatever order the messages come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from time import thread_time

import pytest
from builders import MONDAY_9H, PIET, RIK, STRANGER, a_header
from hypothesis import given
from hypothesis import strategies as st

from mailaide.core.mail import Header
from mailaide.core.matching import threads
from mailaide.core.matching.threads import Forest, Joined, Thread, tie

IDS = [f"<{letter}@x>" for letter in "abcdefgh"]


def a_message(message_id: str, *references: str, days: float = 0, subject: str = "The harbour") -> Header:
    at = MONDAY_9H + timedelta(days=days)
    return a_header(message_id=message_id, references=references, received_at=at, subject=subject)


def joined_by(header: Header, known: Mapping[str, Thread], **sizes: int) -> Joined:
    """What becomes of known threads, each named by one letter's id, when a message comes."""
    found = threads.parts([tie(header)], known)
    return threads.join(found, known, {f"<{letter}@x>": size for letter, size in sizes.items()})


def partition(headers: Iterable[Header], *, at_once: int = 1) -> frozenset[frozenset[str]]:
    forest, ties = Forest(), [tie(header) for header in headers]
    for start in range(0, len(ties), at_once):
        forest.join(ties[start : start + at_once])
    return forest.partition()


def parts(*groups: Sequence[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(f"<{letter}@x>" for letter in group) for group in groups)


messages = st.builds(
    lambda own, references, days, subject: a_message(own, *references, days=days, subject=subject),
    st.sampled_from(IDS),
    st.lists(st.sampled_from(IDS), max_size=4),
    st.integers(0, 70),
    st.sampled_from(["Re: hello", "hello", "Re: bye", "AW: Hello", "Fwd: hello"]),
)


@given(st.lists(messages, max_size=12), st.randoms(use_true_random=False), st.integers(1, 5))
def test_the_order_of_arrival_changes_nothing(headers: list[Header], random: Random, at_once: int):
    shuffled = list(headers)
    random.shuffle(shuffled)

    assert partition(shuffled, at_once=at_once) == partition(headers)


@given(st.lists(messages, max_size=12), st.data())
def test_a_duplicate_changes_nothing(headers: list[Header], data: st.DataObject):
    again = data.draw(st.lists(st.sampled_from(headers), max_size=6)) if headers else []

    assert partition([*headers, *again]) == partition(headers)


def test_a_late_message_makes_one_thread_of_two():
    assert partition([a_message("<c@x>", "<b@x>"), a_message("<a@x>")]) == parts("bc", "a")
    assert partition([a_message("<c@x>", "<b@x>"), a_message("<a@x>"), a_message("<b@x>", "<a@x>")]) == parts("abc")


def test_what_the_server_calls_one_conversation_is_one_within_its_account():
    place = a_header().place
    numbered = [
        replace(a_message(f"<{letter}@x>"), conversation=number, place=place._replace(account=account))
        for letter, number, account in (("a", "7", "work"), ("b", "7", "work"), ("c", "8", "work"), ("d", "7", "home"))
    ]
    forest = Forest()
    forest.join([tie(header) for header in numbered])

    names = [thread.name if (thread := forest.thread(one.message_id)) else "" for one in numbered]

    assert names == ["<a@x>", "<a@x>", "<c@x>", "<d@x>"]


def test_a_thread_bears_the_id_of_its_first_message():
    forest = Forest()
    forest.join([tie(a_message("<c@x>", "<a@x>", "<b@x>"))])

    assert forest.thread("<b@x>") == Thread(name="<a@x>")


def test_the_larger_thread_keeps_its_name():
    large, small = Thread(name="<z@x>"), Thread(name="<a@x>")

    joined = joined_by(a_message("<n@x>", "<z@x>", "<a@x>"), {"<z@x>": large, "<a@x>": small}, z=9, a=2)

    assert joined.renamed == {"<a@x>": "<z@x>"}
    assert joined.ids == {"<n@x>": "<z@x>"}


def test_a_reply_changes_nothing_of_its_thread():
    site = Thread(name="<s@x>", projects=("site",), settled=True)

    joined = joined_by(a_message("<n@x>", "<s@x>"), {"<s@x>": site})

    assert joined == Joined(ids={"<n@x>": "<s@x>"}, threads={}, renamed={})


def test_what_the_person_settled_stays_settled_unless_another_project_is_joined():
    site = Thread(name="<s@x>", projects=("site",), settled=True)
    undecided, shop = Thread(name="<u@x>"), Thread(name="<v@x>", projects=("shop",))

    joined = joined_by(a_message("<n@x>", "<s@x>", "<u@x>"), {"<s@x>": site, "<u@x>": undecided}, s=2, u=3)
    assert [(one.projects, one.settled) for one in joined.threads.values()] == [(("site",), True)]

    joined = joined_by(a_message("<n@x>", "<s@x>", "<v@x>"), {"<s@x>": site, "<v@x>": shop}, s=2, v=2)
    assert [(one.projects, one.settled) for one in joined.threads.values()] == [(("shop", "site"), False)]


def test_cycles_and_a_message_that_answers_itself_do_no_harm():
    headers = [a_message("<a@x>", "<b@x>"), a_message("<b@x>", "<a@x>"), a_message("<c@x>", "<c@x>")]

    assert partition(headers) == parts("ab", "c")


def test_ten_thousand_references_are_cut_and_cost_little():
    references = tuple(f"<{number}@x>" for number in range(10_000))
    began = thread_time()

    [thread] = partition([a_message("<own@x>", *references)])

    assert thread_time() - began < 1
    assert {"<0@x>", "<9999@x>", "<own@x>"} < thread
    assert len(thread) == 501


@pytest.mark.parametrize(
    ("reply", "joins"),
    [
        (a_message("<b@x>", subject="Re: The harbour", days=30), True),
        (a_message("<b@x>", subject="AW: the  Harbour", days=1), True),
        (a_message("<b@x>", subject="Antw: RE[2]: The harbour", days=1), True),
        (a_message("<b@x>", subject="Re: The harbour", days=31), False),
        (a_message("<b@x>", subject="Re: The harbour", days=-1), False),
        (a_message("<b@x>", subject="The harbour", days=1), False),
        (a_message("<b@x>", subject="Fwd: The harbour", days=1), False),
        (a_message("<b@x>", subject="Re: The harbor", days=1), False),
        (a_message("<b@x>", "<other@x>", subject="Re: The harbour", days=1), False),
        (replace(a_message("<b@x>", subject="Re: The harbour", days=1), cc=(STRANGER,)), False),
        (replace(a_message("<b@x>", subject="Re: The harbour", days=1), sender=RIK, to=(PIET,)), True),
    ],
)
def test_a_reply_without_references_joins_by_subject_people_and_time(reply: Header, joins: bool):
    forest = Forest()
    for header in (reply, a_message("<a@x>")):
        forest.join([tie(header)])

    assert (forest.thread("<a@x>") == forest.thread("<b@x>")) is joins


def test_no_subject_is_not_the_same_subject():
    headers = [a_message("<a@x>", subject=""), a_message("<b@x>", subject="Re:", days=1)]

    assert partition(headers) == parts("a", "b")
