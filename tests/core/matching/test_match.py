"""To which project a message belongs, by exact evidence in a fixed order; two candidates are no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import PIET, RIK, STRANGER, a_client, a_header, a_practice, a_project, local

from mailaide.core.dossier import Author, Evidence
from mailaide.core.mail import Address, Header, Place, Role
from mailaide.core.matching.match import Ambiguous, Directory, Match, Matched, Unmatched
from mailaide.core.matching.threads import Thread
from mailaide.core.project import Colleague

ANNE = Address(email="anne@garden.example")
GARDEN = a_client(key="garden", name="Garden", addresses=(ANNE.email,), domains=("garden.example",))

SITE = a_project(key="site", title="The harbour site", tag="HS")
SHOP = a_project(key="shop", title="The shop", tag="SHOP")
PLANTS = a_project(key="plants", title="Plants", client=GARDEN)
PRACTICE = Directory(a_practice(SITE, SHOP, PLANTS))

BY_TAG = "the subject carries its tag"
ONLY_ONE = "the only project of that client"
BY_SUBJECT = "the subject speaks of it and of no other"
SEVERAL_FIT = "several projects fit the addresses"
OF_ANOTHER = "but it is between you and another client"
TO_SITE = Address(email="rik+site@me.example")
AT_HOME = Address(email="piet@home.example")


def match(header: Header, *thread: str, text: str = "", settled: bool = False) -> Match:
    """`thread` are the projects that the header's thread is filed in."""
    return PRACTICE.match(header, Thread(name="<root@x>", projects=thread, settled=settled), text)


@pytest.mark.parametrize(
    ("header", "project", "evidence", "because"),
    [
        (a_header(to=(Address(email="rik+SHOP@me.example".lower()),)), "shop", "plus-address", "it is addressed to it"),
        (a_header(to=(TO_SITE,), subject="[SHOP]"), "site", "plus-address", None),
        (a_header(subject="Re: [hs] about the shop"), "site", "subject tag", BY_TAG),
        (a_header(subject="[HS] hello", sender=STRANGER), "site", "subject tag", BY_TAG),
        (a_header(subject="[HS] hello", cc=(ANNE,)), "site", "subject tag", BY_TAG),
        (a_header(subject="[unknown] The shop"), "shop", "own words", BY_SUBJECT),
        (a_header(sender=ANNE, subject="The shop"), "plants", "address", ONLY_ONE),
        (a_header(sender=Address(email="info@garden.example")), "plants", "domain", ONLY_ONE),
        (a_header(sender=RIK, to=(ANNE,), role=Role.SENT), "plants", "address", ONLY_ONE),
        (a_header(sender=STRANGER, to=(RIK,), cc=(ANNE,)), "plants", "address", ONLY_ONE),
        (a_header(subject="Re: THE HARBOUR SITE, page 2"), "site", "own words", BY_SUBJECT),
        (a_header(subject="the shop"), "shop", "own words", BY_SUBJECT),
    ],
)
def test_the_first_evidence_that_speaks_decides(header: Header, project: str, evidence: str, because: str | None):
    found = match(header)

    assert isinstance(found, Matched)
    assert (found.project, found.evidence) == (project, Evidence(evidence))
    assert because in {None, found.because}


@pytest.mark.parametrize(
    ("header", "candidates", "because"),
    [
        (a_header(subject="Hello"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="The shop on the harbour site"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="Hello", cc=(ANNE,)), ("plants", "shop", "site"), SEVERAL_FIT),
        (a_header(subject="[HS] [SHOP] both"), ("shop", "site"), "the subject carries several tags"),
        (a_header(subject="The shop and the harbour site"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="HS"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="[HS] hello", sender=ANNE), ("plants", "site"), f"{BY_TAG}, {OF_ANOTHER}"),
        (a_header(to=(TO_SITE,), sender=ANNE), ("plants", "site"), f"it is addressed to it, {OF_ANOTHER}"),
    ],
)
def test_two_candidates_are_no_answer(header: Header, candidates: tuple[str, ...], because: str):
    found = match(header)

    assert isinstance(found, Ambiguous)
    assert (found.candidates, found.because) == (candidates, because)


@pytest.mark.parametrize(
    "header",
    [
        a_header(subject="Hello", sender=ANNE),
        a_header(subject="Hello", sender=AT_HOME),
        a_header(subject="Re: The garden", sender=ANNE, cc=(PIET,)),
        a_header(subject="[nothing] of ours", sender=STRANGER),
    ],
)
def test_a_message_continues_a_thread_that_is_decided(header: Header):
    assert match(header, "plants") == Matched(
        project="plants", evidence=Evidence.THREAD, because="it continues a thread of plants"
    )


@pytest.mark.parametrize(
    ("header", "candidates", "because"),
    [
        (a_header(subject="[HS] hello", sender=ANNE), ("plants", "site"), f"but for site, {BY_TAG}"),
        (a_header(subject="Hello"), ("plants", "shop", "site"), OF_ANOTHER),
    ],
)
def test_what_contradicts_its_thread_waits(header: Header, candidates: tuple[str, ...], because: str):
    assert match(header, "plants") == Ambiguous(
        candidates=candidates, evidence=Evidence.THREAD, because=f"it continues a thread of plants, {because}"
    )


def test_a_new_subject_in_an_old_thread_waits_when_it_speaks_of_another_project():
    assert match(a_header(subject="The shop"), "site") == Ambiguous(
        candidates=("shop", "site"),
        evidence=Evidence.THREAD,
        because="it continues a thread of site, but the subject speaks of shop",
    )
    assert isinstance(match(a_header(subject="Re: the harbour site and the shop"), "site"), Matched)
    assert isinstance(match(a_header(subject="Something else"), "site"), Matched)


def test_nothing_contradicts_what_the_person_has_settled():
    found = match(a_header(subject="[HS] The shop"), "plants", settled=True)

    assert isinstance(found, Matched)
    assert found.project == "plants"


def test_a_thread_of_two_projects_is_told_apart_by_addresses_and_words():
    anne, shop, nobody = a_header(sender=ANNE), a_header(subject="The shop"), a_header(subject="Hello")

    assert [getattr(match(one, "plants", "site"), "project", "") for one in (anne, a_header())] == ["plants", "site"]
    assert getattr(match(shop, "shop", "site"), "project", "") == "shop"
    assert match(nobody, "shop", "site") == Ambiguous(
        candidates=("shop", "site"), evidence=Evidence.THREAD, because="it continues a thread of shop, site"
    )


def test_a_project_that_is_no_longer_configured_decides_nothing():
    assert match(a_header(subject="the shop"), "gone") == match(a_header(subject="the shop"))


def test_what_the_person_moved_to_the_folder_of_a_project_is_of_it():
    folders = ("mailaide/plants", "INBOX.mailaide.plants", "Werk/mailaide/plants")
    for name in folders:
        place = Place(account="work", folder=name, uidvalidity=1, uid=1)
        header = a_header(role=Role.PROJECT, place=place, subject="[HS] The shop")

        assert PRACTICE.concerns_client(header)
        assert match(header, "site") == Matched(
            project="plants", evidence=Evidence.PERSON, because=f"you moved it to {name}"
        )


def test_the_text_is_asked_when_the_subject_names_nothing():
    header = a_header(subject="Hello")

    assert getattr(match(header, text="I looked at the harbour site again."), "project", "") == "site"
    assert isinstance(match(header, text="I was in the shop yesterday."), Ambiguous)
    assert isinstance(match(header, text="The harbour site and the shop."), Ambiguous)
    assert getattr(match(a_header(subject="The shop"), text="Like the harbour site."), "project", "") == "shop"


def test_only_a_project_under_way_is_written_about():
    done = replace(SHOP, ends=date(2025, 6, 1))
    directory = Directory(a_practice(SITE, done))

    assert directory.match(a_header(subject="Hello")) == Matched(
        project="site", evidence=Evidence.DATES, because="no other project of that client is under way"
    )
    assert isinstance(directory.match(a_header(subject="Hello"), None, "The shop is slow."), Ambiguous)
    assert isinstance(directory.match(a_header(subject="Hello", received_at=local(2025, 9, 1))), Ambiguous)


@pytest.mark.parametrize(
    "sender",
    [STRANGER, Address(email="eve@notgarden.example"), Address(email="eve@garden.example.evil.example"), RIK, None],
)
def test_mail_without_a_client_is_no_business_of_ours(sender: Address | None):
    header = a_header(sender=sender, subject="Plants, the shop")

    assert match(header) == Unmatched(because="no client's address among sender and recipients")
    assert not PRACTICE.concerns_client(header)


def test_a_title_inside_another_word_is_not_named():
    assert isinstance(match(a_header(subject="The shopkeeper")), Ambiguous)


def test_a_listed_address_goes_before_the_domain_of_another_client():
    freelancer = a_client(key="anne", addresses=("anne@garden.example",))
    directory = Directory(a_practice(PLANTS, a_project(key="own", client=freelancer)))
    both = Directory(
        a_practice(
            a_project(key="plants", client=a_client(domains=("garden.example",))),
            a_project(key="own", client=freelancer),
        )
    )

    assert getattr(directory.match(a_header(sender=ANNE)), "candidates", ()) == ("own", "plants")
    assert getattr(both.match(a_header(sender=ANNE)), "project", "") == "own"


@pytest.mark.parametrize(
    ("header", "author"),
    [
        (a_header(sender=PIET), Author.CLIENT),
        (a_header(sender=RIK), Author.US),
        (a_header(sender=Address(email="rik@home.example")), Author.US),
        (a_header(sender=STRANGER), Author.OTHER),
        (a_header(sender=None), Author.OTHER),
        (a_header(sender=ANNE), Author.OTHER),
        (a_header(sender=Address(email="alias@me.example"), role=Role.SENT), Author.US),
    ],
)
def test_the_author_is_told_from_the_sender_and_the_place(header: Header, author: Author):
    assert PRACTICE.author(header, "site") == author


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        (Address(email="rik+site@me.example"), Author.US),
        (Address(email="sam@me.example"), Author.US),
        (Address(email="kim@me.example"), Author.COLLEAGUE),
        (Address(email="rik+site@harbour.example"), Author.OTHER),
    ],
)
def test_a_colleague_answers_only_when_speaking_for_us(sender: Address, author: Author):
    colleagues = (
        Colleague(addresses=("sam@me.example",), speaks_for_us=True),
        Colleague(addresses=("kim@me.example",)),
    )
    directory = Directory(a_practice(SITE, colleagues=colleagues))

    assert directory.author(a_header(sender=sender), "site") == author


def test_a_sender_that_our_own_server_does_not_believe_is_nobody():
    directory = Directory(replace(a_practice(SITE), authserv_ids=(("work", "mx.me.example"),)))
    failed = (("authentication-results", "mx.me.example; dmarc=fail"),)
    foreign = (("authentication-results", "elsewhere.example; dmarc=fail"),)

    assert directory.author(a_header(marks=failed), "site") == Author.FORGED
    assert directory.author(a_header(marks=failed, sender=RIK), "site") == Author.FORGED
    assert directory.author(a_header(marks=failed, sender=RIK, role=Role.SENT), "site") == Author.US
    assert directory.author(a_header(marks=foreign), "site") == Author.CLIENT
    assert directory.author(a_header(marks=failed, sender=STRANGER), "site") == Author.OTHER
    assert PRACTICE.author(a_header(marks=failed), "site") == Author.CLIENT


def test_a_client_with_thousands_of_projects_is_told_apart():
    many = [a_project(key=f"p{number}", title=f"Website {number}") for number in range(3_000)]
    directory = Directory(a_practice(*many))

    assert getattr(directory.match(a_header(subject="Re: website 1234")), "project", "") == "p1234"
