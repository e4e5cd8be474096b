"""What every Drafts does, on the twin in memory and on Dovecot: put once, be found again, take back only our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from contract.mailbox_benches import MONDAY, Bench, DovecotBench, folder, mail
from system.dovecot import Dovecot

from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Place, Role
from mailaide.core.placing import Sighting, digest
from mailaide.errors import FolderMissing

OURS = "<ours@me.example>"
ASKED = "<asked@client.example>"
ANCHOR = "<anchor@me.example>"
REPLYING = f"In-Reply-To: {ASKED}\nReferences: {ASKED}\n"


def an_intent(bench: Bench, kind: Kind = Kind.DRAFT, **changes: Any) -> Intent:
    """An attempted draft that answers ASKED, planned for the folder as it is now."""
    home = folder(bench, Role.DRAFTS if kind is Kind.DRAFT else Role.INBOX)
    intent = Intent(
        kind=kind,
        key="harbour/answer",
        message_id=OURS,
        account=bench.mailbox.account,
        project="harbour",
        duty="answer",
        answers=ASKED if kind is Kind.DRAFT else "",
        raw=mail(OURS, more=REPLYING if kind is Kind.DRAFT else ""),
        because="",
        due=MONDAY,
        folder=home.name,
        uidvalidity=home.uidvalidity,
        uidnext=home.uidnext,
        planned_at=MONDAY,
        state=State.ATTEMPTED,
        attempted_at=MONDAY,
    )
    return replace(intent, **changes)


def sight(bench: Bench, intent: Intent) -> list[Sighting]:
    return list(bench.mailbox.sight([intent])[intent.message_id])


def seen(bench: Bench, intent: Intent) -> list[tuple[Role, str]]:
    return [(sighting.role, sighting.message_id) for sighting in sight(bench, intent)]


def put(bench: Bench, intent: Intent) -> Place:
    place = bench.mailbox.put(intent)
    assert place
    return place


def test_a_draft_is_put_as_a_draft_that_was_read(bench: Bench):
    place = put(bench, an_intent(bench))

    assert bench.flags(Role.DRAFTS) == {place.uid: frozenset({"\\Draft", "\\Seen"})}
    assert bench.raw(place) == an_intent(bench).raw


def test_an_alert_is_put_in_the_inbox_unread(bench: Bench):
    place = put(bench, an_intent(bench, Kind.ALERT))

    assert bench.flags(Role.INBOX) == {place.uid: frozenset()}


def test_nothing_is_put_in_a_folder_that_is_not_there(bench: Bench):
    with pytest.raises(FolderMissing, match="Concepten"):
        bench.mailbox.put(an_intent(bench, folder="Concepten"))


def test_what_was_put_is_sighted_with_its_digest(bench: Bench):
    intent = an_intent(bench)
    place = put(bench, intent)

    assert sight(bench, intent) == [
        Sighting(
            place=place,
            role=Role.DRAFTS,
            message_id=OURS,
            references=(ASKED,),
            draft=True,
            digest=digest(intent.raw),
        )
    ]


def test_nothing_is_sighted_in_an_empty_mailbox(bench: Bench):
    assert bench.mailbox.sight([an_intent(bench)]) == {OURS: []}
    assert bench.mailbox.sight([]) == {}


def test_an_alert_is_sighted_in_the_inbox_and_where_it_was_moved(bench: Bench):
    intent = an_intent(bench, Kind.ALERT)
    place = put(bench, intent)
    assert seen(bench, intent) == [(Role.INBOX, OURS)]

    bench.move(place, Role.TRASH)

    assert seen(bench, intent) == [(Role.TRASH, OURS)]


def test_the_clients_mail_is_never_taken_for_an_alert(bench: Bench):
    bench.deliver(Role.INBOX, mail("<answer@client.example>", more=f"References: {OURS}\n"))

    assert sight(bench, an_intent(bench, Kind.ALERT)) == []


def test_an_edited_draft_with_a_new_id_is_sighted_by_what_it_answers(bench: Bench):
    """So Thunderbird saves; the digest is only taken of messages that bear our Message-ID."""
    intent = an_intent(bench)
    bench.remove(put(bench, intent))
    bench.deliver(Role.DRAFTS, mail("<new@me.example>", more=REPLYING), flags=["\\Draft"])

    [sighting] = sight(bench, intent)

    assert (sighting.message_id, sighting.draft, sighting.digest) == ("<new@me.example>", True, "")


def test_an_edited_draft_with_our_id_has_another_digest(bench: Bench):
    intent = an_intent(bench)
    bench.remove(put(bench, intent))
    bench.deliver(Role.DRAFTS, mail(OURS, more=REPLYING, body="Changed."), flags=["\\Draft"])

    [sighting] = sight(bench, intent)

    assert sighting.digest not in {"", digest(intent.raw)}


def test_a_new_conversation_is_sighted_by_its_anchor(bench: Bench):
    intent = an_intent(bench, answers="", anchor=ANCHOR)
    bench.deliver(Role.SENT, mail("<new@me.example>", more=f"References: {ANCHOR} <other@x>\n"))

    assert seen(bench, intent) == [(Role.SENT, "<new@me.example>")]


def test_a_sent_draft_is_sighted_by_the_id_exchange_keeps(bench: Bench):
    bench.deliver(Role.SENT, mail("<exchange@me.example>", more=f"X-Microsoft-Original-Message-ID: {OURS}\n"))

    assert seen(bench, an_intent(bench)) == [(Role.SENT, "<exchange@me.example>")]


def test_a_sent_answer_is_sighted_and_is_no_draft(bench: Bench):
    bench.deliver(Role.SENT, mail("<new@me.example>", more=REPLYING), flags=["\\Seen"])

    [sighting] = sight(bench, an_intent(bench))

    assert (sighting.role, sighting.draft) == (Role.SENT, False)


@pytest.mark.parametrize(
    ("to", "found"),
    [
        ("anna@me.example", 1),
        ("Office <office@me.example>", 1),
        ("x@else.example\nCc: Anna <ANNA@me.example>", 1),
        ("colleague@client.example", 0),
        ("x@else.example", 0),
    ],
)
def test_what_is_told_to_others_about_the_same_message_is_not_the_sent_draft(bench: Bench, to: str, found: int):
    bench.deliver(Role.SENT, mail("<new@me.example>", more=REPLYING, to=to), flags=["\\Seen"])

    assert len(sight(bench, an_intent(bench))) == found


@pytest.mark.parametrize(("to", "found"), [("piet@gmail.com", 1), ("our.accountant@gmail.com", 0)])
def test_addresses_of_one_provider_are_not_at_one_place(bench: Bench, to: str, found: int):
    bench.deliver(Role.SENT, mail("<new@me.example>", more=REPLYING, to=to), flags=["\\Seen"])

    assert len(sight(bench, an_intent(bench, raw=mail(OURS, more=REPLYING, to="piet@gmail.com")))) == found


def test_a_draft_whose_recipient_was_taken_out_is_still_the_persons_version(bench: Bench):
    bench.deliver(Role.DRAFTS, mail("<new@me.example>", more=REPLYING, to=""), flags=["\\Draft"])

    assert seen(bench, an_intent(bench, uidnext=1)) == [(Role.DRAFTS, "<new@me.example>")]


def test_an_answer_to_a_later_message_is_not_sighted(bench: Bench):
    bench.deliver(Role.SENT, mail("<new@me.example>", more=f"References: {ASKED} <later@client.example>\n"))

    assert sight(bench, an_intent(bench)) == []


def test_a_draft_in_the_trash_is_sighted_there(bench: Bench):
    intent = an_intent(bench)
    bench.move(put(bench, intent), Role.TRASH)

    assert seen(bench, intent) == [(Role.TRASH, OURS)]


def test_another_answer_in_the_trash_is_not_ours(bench: Bench):
    bench.deliver(Role.TRASH, mail("<other@me.example>", more=REPLYING))

    assert sight(bench, an_intent(bench)) == []


def test_drafts_from_before_the_plan_are_not_sighted(bench: Bench):
    bench.deliver(Role.DRAFTS, mail("<before@me.example>", more=REPLYING), flags=["\\Draft"])

    assert sight(bench, an_intent(bench)) == []


@pytest.mark.parametrize("changes", [{"uidnext": 1}, {"uidvalidity": 1}, {"folder": "Old Drafts"}])
def test_all_drafts_are_looked_at_when_uidnext_says_nothing(bench: Bench, changes: dict[str, Any]):
    """An earlier life of the store may have placed it, or the folder's numbers are others now."""
    put(bench, an_intent(bench))

    assert seen(bench, an_intent(bench, **changes)) == [(Role.DRAFTS, OURS)]


def test_a_placed_draft_is_looked_at_where_it_was_placed(bench: Bench):
    place = put(bench, an_intent(bench))
    later = an_intent(bench, state=State.PLACED, placed=place)
    assert place.uid < later.uidnext

    assert seen(bench, later) == [(Role.DRAFTS, OURS)]


def test_each_intent_has_its_own_sightings(bench: Bench):
    other = an_intent(bench, message_id="<other@me.example>", answers="<else@x>", raw=mail("<other@me.example>"))
    intent = an_intent(bench)
    put(bench, intent)
    put(bench, other)

    sightings = bench.mailbox.sight([intent, other])

    assert {key: [s.message_id for s in found] for key, found in sightings.items()} == {
        OURS: [OURS],
        "<other@me.example>": ["<other@me.example>"],
    }


def test_an_untouched_draft_is_withdrawn(bench: Bench):
    intent = an_intent(bench)
    bench.deliver(Role.DRAFTS, mail("<theirs@me.example>"), flags=["\\Draft", "\\Deleted"])
    twins = [put(bench, intent), put(bench, intent)]

    assert bench.mailbox.withdraw(intent, twins)

    assert list(bench.flags(Role.DRAFTS).values()) == [frozenset({"\\Draft", "\\Deleted"})]


@pytest.fixture(scope="module")
def simple() -> Iterator[DovecotBench]:
    """On a server that knows nothing but what RFC 3501 asks for."""
    with Dovecot(more="imap_capability = IMAP4rev1\n") as server:
        bench = DovecotBench(server)
        yield bench
        bench.mailbox.close()


@pytest.mark.dovecot
def test_without_uidplus_a_draft_that_is_withdrawn_stays_marked_as_deleted(simple: DovecotBench):
    intent = an_intent(simple)
    simple.deliver(Role.DRAFTS, mail("<theirs@me.example>"), flags=["\\Draft", "\\Deleted"])
    (theirs,) = simple.flags(Role.DRAFTS)
    place = put(simple, intent)

    withdrawn = simple.mailbox.withdraw(intent, [place])

    marked = frozenset({"\\Draft", "\\Seen", "\\Deleted"})
    there = {uid: flags - {"\\Recent"} for uid, flags in simple.flags(Role.DRAFTS).items()}
    assert (withdrawn, there) == (True, {theirs: marked - {"\\Seen"}, place.uid: marked})


def test_nothing_is_withdrawn_when_one_message_was_touched(bench: Bench):
    intent = an_intent(bench)
    untouched = put(bench, intent)
    touched = put(bench, replace(intent, raw=mail(OURS, more=REPLYING, body="Changed.")))
    before = bench.flags(Role.DRAFTS)

    assert not bench.mailbox.withdraw(intent, [untouched, touched])

    assert bench.flags(Role.DRAFTS) == before


@pytest.mark.parametrize("flags", [["\\Seen"], ["\\Draft", "\\Flagged"], ["\\Draft", "\\Answered"]])
def test_what_a_person_marked_or_sent_is_not_withdrawn(bench: Bench, flags: list[str]):
    intent = an_intent(bench)
    place = put(bench, intent)
    bench.flag(place, flags)

    assert not bench.mailbox.withdraw(intent, [place])


def test_what_is_gone_is_not_withdrawn(bench: Bench):
    intent = an_intent(bench)
    place = put(bench, intent)
    bench.remove(place)

    assert not bench.mailbox.withdraw(intent, [place])
    assert not bench.mailbox.withdraw(intent, [])


def test_a_place_of_a_folder_that_was_replaced_is_not_withdrawn(bench: Bench):
    intent = an_intent(bench)
    place = put(bench, intent)

    assert not bench.mailbox.withdraw(intent, [place._replace(uidvalidity=place.uidvalidity + 9)])
    assert len(bench.flags(Role.DRAFTS)) == 1
