"""Which project a conversation is of, and how the person says so, lived through with the whole pipeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY_9H, MONDAY_10H, MONDAY_11H, TUESDAY_9H, a_client, a_project
from scenarios.office import US, Office

from mailaide.core.dossier import Author
from mailaide.core.mail import Role
from mailaide.core.project import Colleague, Practice
from mailaide.steps.recall import recall

SITE = a_project(key="site", title="The harbour site", tag="HS")
SHOP = a_project(key="shop", title="The shop")
TUESDAY_10H, TUESDAY_11H, WEDNESDAY_11H = (MONDAY_10H + timedelta(hours=hours) for hours in (24, 25, 49))
GARDENER = "lies@garden.example"
ANGRY = "This is not what we agreed. I am very unhappy with it."


def filed(office: Office) -> dict[str, list[str]]:
    """Message-IDs by project; those that wait under the empty name."""
    told = {project.key: [entry.id for entry in office.store.entries(project.key)] for project in office.projects}
    waiting = [one.entry.id for one in office.store.unassigned()]
    return {key: ids for key, ids in {**told, "": waiting}.items() if ids}


def test_a_conversation_waits_until_the_person_moves_it_to_the_folder_of_a_project() -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="A question")
    office.cycle(MONDAY_9H)
    assert filed(office) == {"": ["<1@harbour.example>"]}
    assert office.alerts() == ["Which project does a mail from Piet belong to?"]

    office.mailbox.move_to_project(office.mailbox.places(Role.INBOX)[0], "shop")
    office.client_writes("And?", MONDAY_10H, "<2@harbour.example>", subject="Re: x", answers="<1@harbour.example>")
    office.cycle(MONDAY_10H)

    assert filed(office) == {"shop": ["<1@harbour.example>", "<2@harbour.example>"]}
    assert office.drafts() == ["Re: A question"]


def test_a_conversation_is_asked_about_again_when_the_client_writes_in_it() -> None:
    office = Office(SITE, SHOP)
    office.client_writes("Hello?", MONDAY_9H, "<1@harbour.example>", subject="A question")
    office.cycle(MONDAY_9H)
    office.cycle(TUESDAY_10H)
    once = office.alerts()
    office.client_writes(ANGRY, TUESDAY_11H, "<2@harbour.example>", answers="<1@harbour.example>")
    office.client_writes(ANGRY, TUESDAY_11H, "<3@harbour.example>", answers="<1@harbour.example>")
    office.cycle(TUESDAY_11H)
    office.cycle(WEDNESDAY_11H)

    assert once == ["Which project does a mail from Piet belong to?"]
    assert office.alerts() == once * 2


def test_a_conversation_in_the_wrong_project_moves_with_one_message_of_it() -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="The shop")
    office.client_writes(
        "Hello?", MONDAY_10H, "<2@harbour.example>", subject="Re: The shop", answers="<1@harbour.example>"
    )
    office.cycle(MONDAY_10H)
    assert filed(office) == {"shop": ["<1@harbour.example>", "<2@harbour.example>"]}
    [draft] = office.store.intents("shop")

    office.mailbox.move_to_project(office.mailbox.places(Role.INBOX)[1], "site")
    report = office.cycle(MONDAY_11H)

    assert filed(office) == {"site": ["<1@harbour.example>", "<2@harbour.example>"]}
    assert ("withdraw", draft.key) in {(done.verb.value, done.key) for done in report.done}


def test_a_move_from_one_projects_folder_to_anothers_is_the_persons_later_word() -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="A question")
    office.cycle(MONDAY_9H)
    place, told = office.mailbox.places(Role.INBOX)[0], []
    for hour, project in enumerate(("shop", "site", "shop")):
        place = office.mailbox.move_to_project(place, project)
        office.cycle(MONDAY_10H + timedelta(hours=hour))
        told.append(filed(office))

    assert told == [{project: ["<1@harbour.example>"]} for project in ("shop", "site", "shop")]
    assert office.drafts() == ["Re: A question"]


@pytest.mark.parametrize("keyword", ["mailaide/shop", "mailaide_shop", "MailAide-Shop"])
def test_a_keyword_settles_a_conversation_once_and_the_persons_later_word_stands(keyword: str) -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="A question")
    office.cycle(MONDAY_9H)
    [asked, _] = office.mailbox.places(Role.INBOX)
    told = [filed(office)]

    office.mailbox.flag(asked, {"\\Seen", keyword})
    office.cycle(MONDAY_10H)
    told.append(filed(office))
    drafts = office.drafts()
    office.store.settle("<1@harbour.example>", "site", "you assigned it", MONDAY_11H)
    office.cycle(MONDAY_11H)
    told.append(filed(office))

    assert told == [{where: ["<1@harbour.example>"]} for where in ("", "shop", "site")]
    assert drafts == ["Re: A question"]


def test_a_strangers_mail_belongs_where_its_keyword_says() -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@home.example>", sender="Piet <piet@home.example>")
    office.cycle(MONDAY_9H)
    [place] = office.mailbox.places(Role.INBOX)
    before = filed(office)

    office.mailbox.flag(place, {"mailaide/site"})
    office.cycle(MONDAY_10H)

    assert (before, filed(office)) == ({}, {"site": ["<1@home.example>"]})


def test_a_keyword_of_no_project_says_nothing() -> None:
    office = Office(SITE, SHOP)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="The shop")
    office.cycle(MONDAY_9H)
    office.mailbox.flag(office.mailbox.places(Role.INBOX)[0], {"mailaide/nowhere", "site", "mailaide"})

    office.cycle(MONDAY_10H)

    assert filed(office) == {"shop": ["<1@harbour.example>"]}


def test_who_wrote_is_asked_again_when_a_conversation_goes_to_another_client() -> None:
    """The draft for the first client's complaint is taken back, and none is written to an address of nobody's."""
    garden = a_project(key="garden", title="The garden", client=a_client(key="garden", addresses=(GARDENER,)))
    office = Office(SITE, garden)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", subject="The site")
    office.cycle(MONDAY_10H)
    before = [entry.author for entry in recall(office.store, office.terms.practice, "site").entries]

    office.mailbox.move_to_project(office.mailbox.places(Role.INBOX)[0], "garden")
    office.cycle(MONDAY_11H)
    office.cycle(TUESDAY_9H)

    after = [entry.author for entry in recall(office.store, office.terms.practice, "garden").entries]
    assert (before, after) == ([Author.CLIENT], [Author.OTHER])
    assert (office.drafts(), len(office.alerts())) == ([], 1)


def test_an_address_that_is_added_to_a_client_counts_for_what_was_read_before() -> None:
    office = Office(SITE)
    office.client_writes("Here are the photos.", MONDAY_9H, "<1@harbour.example>")
    office.client_writes(
        "And one more.", MONDAY_10H, "<2@home.example>", sender="Piet <p@home.example>", answers="<1@harbour.example>"
    )
    office.cycle(MONDAY_10H)
    office.restart(replace(SITE, client=a_client(addresses=("piet@harbour.example", "p@home.example"))))

    known = recall(office.store, office.terms.practice, "site")

    assert [entry.author for entry in office.store.entries("site")] == [Author.CLIENT, Author.OTHER]
    assert [entry.author for entry in known.entries] == [Author.CLIENT, Author.CLIENT]


def test_the_person_is_asked_once_a_day() -> None:
    office = Office(SITE, SHOP)
    for number in range(3):
        at = MONDAY_9H + timedelta(hours=number)
        office.client_writes("Hello?", at, f"<{number}@harbour.example>", subject=f"Question {number}")
        office.cycle(at)
    assert office.alerts() == ["Which project does a mail from Piet belong to?"]

    office.cycle(TUESDAY_9H)

    assert office.alerts()[1:] == ["Which project do these 2 messages belong to?"]


def test_a_bounce_opens_the_clock_again() -> None:
    office = Office(SITE)
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>")
    office.we_write(
        "I have mended the page and checked the rest.", MONDAY_10H, "<2@me.example>", answers="<1@harbour.example>"
    )
    office.cycle(MONDAY_10H)
    assert office.drafts() == []

    bounce = {"sender": "MAILER-DAEMON@mx.me.example", "to": US, "subject": "Undelivered Mail Returned to Sender"}
    office.client_writes(
        "I'm sorry, your message could not be delivered.", MONDAY_11H, "<b@mx>", answers="<2@me.example>", **bounce
    )
    office.cycle(MONDAY_11H)

    assert len(office.drafts()) == 1


def test_a_forged_complaint_gets_no_draft_but_a_warning() -> None:
    office = Office(SITE)
    practice = Practice(
        person=office.terms.practice.person, projects=(SITE,), authserv_ids=(("work", "mx.me.example"),)
    )
    office.terms = replace(office.terms, practice=practice)
    office.restart()
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>", authentication="mx.me.example; dmarc=fail")

    office.cycle(MONDAY_9H)

    assert office.drafts() == []
    assert office.alerts() == ["A mail that may not be from Harbour Ltd (The harbour site)"]


def test_a_message_that_contradicts_its_thread_waits_alone() -> None:
    office = Office(SITE, SHOP)
    office.client_writes("Hello", MONDAY_9H, "<1@harbour.example>", subject="The shop")
    office.client_writes("Hello", MONDAY_10H, "<2@harbour.example>", subject="[HS] new", answers="<1@harbour.example>")
    office.client_writes(
        "Hello", MONDAY_11H, "<3@harbour.example>", subject="Re: The shop", answers="<1@harbour.example>"
    )
    office.cycle(MONDAY_11H)

    assert filed(office) == {"shop": ["<1@harbour.example>", "<3@harbour.example>"], "": ["<2@harbour.example>"]}


def test_only_a_colleague_who_speaks_for_us_answers_a_complaint() -> None:
    speaking, silent = "sam@me.example", "kim@me.example"
    colleagues = (Colleague(addresses=(speaking,), speaks_for_us=True), Colleague(addresses=(silent,)))
    office = Office(SITE)
    person = replace(office.terms.practice.person, colleagues=colleagues)
    office.terms = replace(office.terms, practice=Practice(person=person, projects=(SITE,)))
    office.restart()
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_9H)
    reply = {"to": f"Piet <piet@harbour.example>, {US}", "answers": "<1@harbour.example>"}

    office.client_writes("I have mended the page.", MONDAY_10H, "<2@me.example>", sender=silent, **reply)
    office.cycle(MONDAY_10H)
    assert len(office.drafts()) == 1

    office.client_writes("I have mended the page.", MONDAY_11H, "<3@me.example>", sender=speaking, **reply)
    office.cycle(MONDAY_11H)
    assert office.drafts() == []


def test_a_word_to_a_colleague_is_no_answer() -> None:
    office = Office(SITE)
    person = replace(office.terms.practice.person, colleagues=(Colleague(addresses=("kim@me.example",)),))
    office.terms = replace(office.terms, practice=Practice(person=person, projects=(SITE,)))
    office.restart()
    office.client_writes(ANGRY, MONDAY_9H, "<1@harbour.example>")
    office.cycle(MONDAY_9H)
    asked, told = MONDAY_10H, MONDAY_10H + timedelta(minutes=5)
    office.we_write(
        "Can you look at this?", asked, "<2@me.example>", to="kim@me.example", answers="<1@harbour.example>"
    )
    office.client_writes("Will do.", told, "<3@me.example>", sender="kim@me.example", answers="<2@me.example>")
    office.we_write("Any news?", MONDAY_11H, "<4@me.example>", to="kim@me.example", answers="<3@me.example>")

    office.cycle(MONDAY_11H)

    assert filed(office) == {"site": ["<1@harbour.example>", "<2@me.example>", "<3@me.example>", "<4@me.example>"]}
    assert len(office.drafts()) == 1


def test_a_reply_from_home_in_a_conversation_that_waits_goes_where_it_goes() -> None:
    office = Office(SITE, SHOP)
    home = "piet@home.example"
    office.client_writes("Hello?", MONDAY_9H, "<1@harbour.example>", subject="A question")
    office.client_writes(
        "Me", MONDAY_10H, "<2@home.example>", subject="Re: A", answers="<1@harbour.example>", sender=home
    )
    office.cycle(MONDAY_10H)
    office.client_writes("Me", MONDAY_11H, "<3@home.example>", subject="Re: A", answers="<2@home.example>", sender=home)
    office.cycle(MONDAY_11H)
    assert filed(office) == {"": ["<1@harbour.example>", "<2@home.example>", "<3@home.example>"]}

    office.we_write("Fine.", TUESDAY_9H, "<4@me.example>", subject="[HS] Re: A", answers="<1@harbour.example>")
    office.cycle(TUESDAY_9H)

    assert filed(office) == {"site": ["<1@harbour.example>", "<2@home.example>", "<3@home.example>", "<4@me.example>"]}
