"""To which project a message belongs, by exact evidence in a fixed order; two candidates are no answer."""

from __future__ import annotations

import pytest
from builders import PIET, RIK, STRANGER, a_client, a_header, a_practice, a_project

from mailaide.core.dossier import Author
from mailaide.core.mail import Address, Header, Role
from mailaide.core.match import Ambiguous, Directory, Match, Matched, Unmatched, thread_of

ANNE = Address(email="anne@garden.example")
GARDEN = a_client(key="garden", name="Garden", addresses=(ANNE.email,), domains=("garden.example",))

SITE = a_project(key="site", title="The harbour site", tag="HS")
SHOP = a_project(key="shop", title="The shop", tag="SHOP")
PLANTS = a_project(key="plants", title="Plants", client=GARDEN)
PRACTICE = Directory(a_practice(SITE, SHOP, PLANTS))

BY_THREAD = "it continues a thread of plants"
BY_TAG = "the subject carries its tag"
BY_ADDRESS = "the only project of that client"
BY_TITLE = "the subject names its title"
SEVERAL_FIT = "several projects fit the addresses"


def match(header: Header) -> Match:
    filed = {"<known@x>": ("<root@x>", "plants"), "<old@x>": ("<old@x>", "shop"), "<waiting@x>": ("<root@x>", "")}
    return PRACTICE.match(header, filed)


@pytest.mark.parametrize(
    ("header", "project", "because"),
    [
        (a_header(references=("<known@x>",), subject="[HS] The shop"), "plants", BY_THREAD),
        (a_header(references=("<known@x>", "<unknown@x>")), "plants", BY_THREAD),
        (a_header(references=("<old@x>", "<known@x>", "<waiting@x>")), "plants", BY_THREAD),
        (a_header(subject="Re: [hs] about the shop"), "site", BY_TAG),
        (a_header(subject="[HS] hello", sender=ANNE), "site", BY_TAG),
        (a_header(subject="[HS] hello", references=("<waiting@x>",)), "site", BY_TAG),
        (a_header(sender=ANNE, subject="The shop"), "plants", BY_ADDRESS),
        (a_header(sender=Address(email="info@garden.example")), "plants", BY_ADDRESS),
        (a_header(sender=RIK, to=(ANNE,), role=Role.SENT), "plants", BY_ADDRESS),
        (a_header(sender=STRANGER, to=(RIK,), cc=(ANNE,)), "plants", BY_ADDRESS),
        (a_header(subject="Re: THE HARBOUR SITE, page 2"), "site", BY_TITLE),
        (a_header(subject="the shop"), "shop", BY_TITLE),
    ],
)
def test_the_first_evidence_that_speaks_decides(header: Header, project: str, because: str):
    assert match(header) == Matched(project=project, because=because)


@pytest.mark.parametrize(
    ("header", "candidates", "because"),
    [
        (a_header(subject="Hello"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="The shop on the harbour site"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="Hello", cc=(ANNE,)), ("plants", "shop", "site"), SEVERAL_FIT),
        (a_header(subject="[HS] [SHOP] both"), ("shop", "site"), "the subject carries several tags"),
        (a_header(subject="The shop and the harbour site"), ("shop", "site"), SEVERAL_FIT),
        (a_header(subject="HS"), ("shop", "site"), SEVERAL_FIT),
        (a_header(references=("<waiting@x>",)), ("shop", "site"), SEVERAL_FIT),
    ],
)
def test_two_candidates_are_no_answer(header: Header, candidates: tuple[str, ...], because: str):
    assert match(header) == Ambiguous(candidates=candidates, because=because)


@pytest.mark.parametrize(
    "sender",
    [STRANGER, Address(email="eve@notgarden.example"), Address(email="eve@garden.example.evil.example"), RIK, None],
)
def test_mail_without_a_client_is_no_business_of_ours(sender: Address | None):
    header = a_header(sender=sender, subject="Plants, the shop")

    assert match(header) == Unmatched(because="no client's address among sender and recipients")
    assert not PRACTICE.concerns_client(header)


def test_a_title_inside_another_word_is_not_named():
    assert match(a_header(subject="The shopkeeper")) == Ambiguous(candidates=("shop", "site"), because=SEVERAL_FIT)


def test_a_listed_address_goes_before_the_domain_of_another_client():
    freelancer = a_client(key="anne", addresses=("anne@garden.example",))
    directory = Directory(a_practice(PLANTS, a_project(key="own", client=freelancer)))
    both = Directory(
        a_practice(
            a_project(key="plants", client=a_client(domains=("garden.example",))),
            a_project(key="own", client=freelancer),
        )
    )

    assert directory.match(a_header(sender=ANNE), {}) == Ambiguous(candidates=("own", "plants"), because=SEVERAL_FIT)
    assert both.match(a_header(sender=ANNE), {}) == Matched(project="own", because=BY_ADDRESS)


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
def test_who_wrote_it(header: Header, author: Author):
    assert PRACTICE.author(header, "site") == author


@pytest.mark.parametrize(
    ("references", "thread"),
    [
        ((), "<first@harbour.example>"),
        (("<unknown@x>", "<other@x>"), "<unknown@x>"),
        (("<unknown@x>", "<known@x>"), "<root@x>"),
        (("<old@x>", "<known@x>"), "<root@x>"),
    ],
)
def test_a_message_joins_the_thread_of_its_latest_known_reference(references: tuple[str, ...], thread: str):
    threads = {"<known@x>": ("<root@x>", "site"), "<old@x>": ("<elsewhere@x>", "site")}

    assert thread_of(a_header(references=references), threads) == thread
