"""A line is shown to nobody but who wrote or got it, and to the client only what passed with the client.

The supplier is somebody whom we wrote to ourselves in the project: nothing else may tell such a one from the client
at home.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    NEXT_MONDAY_9H,
    PIET,
    RIK,
    THURSDAY_9H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_milestone,
    complaint,
    from_client,
    from_us,
    saying,
    we_say,
    working_days,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.duties import approvals, complaints, dispute, fees, promises, revisions, status, wrap_up
from mailaide.core.letter import Letter
from mailaide.core.mail import Address, Role
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

SUPPLIER = Address(email="print@supplier.example", name="Sue")
KNOWN = from_us(MONDAY_9H, "Can you print it?", to=(SUPPLIER,), thread="<print@me.example>")
OURS = "Piet, this is not what we agreed."
THEIRS = "Rik, your files are a disgrace."


def by_supplier(entry: Entry) -> dict[str, Any]:
    """The fields that make a message the supplier's."""
    return {"sender": SUPPLIER, "author": Author.OTHER, "thread": entry.thread}


FROM_SUPPLIER = by_supplier(KNOWN)
TO_SUPPLIER: dict[str, Any] = {"to": (SUPPLIER,), "thread": KNOWN.thread}


def letter(*owed: Obligation) -> Letter | None:
    (only,) = owed
    return only.letter


def said(found: Letter | None, name: str) -> Any:
    assert found
    return found.parts[0].values[name]


def test_of_two_who_complain_each_reads_their_own_words():
    first, second = complaint(TUESDAY_9H, OURS), complaint(WEDNESDAY_9H, THEIRS, **FROM_SUPPLIER)
    copied = complaint(WEDNESDAY_9H, THEIRS, **FROM_SUPPLIER, cc=(PIET,))

    to_supplier = letter(*complaints.owed(a_dossier(KNOWN, first, second), THURSDAY_9H))
    to_piet = letter(*complaints.owed(a_dossier(KNOWN, second, complaint(THURSDAY_9H, OURS)), THURSDAY_9H))
    of_both = letter(*complaints.owed(a_dossier(KNOWN, copied, complaint(THURSDAY_9H, OURS)), THURSDAY_9H))

    assert to_supplier
    assert to_piet
    assert (to_supplier.to, said(to_supplier, "sentences")) == (SUPPLIER, (THEIRS,))
    assert (to_piet.to, said(to_piet, "sentences")) == (PIET, (OURS,))
    assert said(of_both, "sentences") == (THEIRS, OURS)


def test_a_stranger_who_complains_last_takes_no_answer_from_the_client():
    stranger = complaint(WEDNESDAY_9H, THEIRS, sender=SUPPLIER, author=Author.OTHER)

    found = letter(*complaints.owed(a_dossier(complaint(TUESDAY_9H, OURS), stranger), THURSDAY_9H))

    assert found
    assert (found.to, found.answers, said(found, "sentences")) == (
        PIET,
        complaint(TUESDAY_9H, OURS).header,
        (OURS,),
    )


def test_another_who_names_the_client_as_reply_to_speaks_in_no_letter_to_the_client():
    posing = complaint(TUESDAY_9H, THEIRS, **FROM_SUPPLIER, reply_to=(PIET,), cc=(PIET,))

    assert letter(*complaints.owed(a_dossier(KNOWN, posing), WEDNESDAY_9H)) is None


def test_a_mail_that_bears_our_address_and_does_not_lie_in_sent_makes_nobody_known():
    client = from_client(MONDAY_9H, thread=FROM_SUPPLIER["thread"])
    forged = from_us(MONDAY_10H, to=(SUPPLIER,), role=Role.INBOX)
    (one,) = complaints.owed(a_dossier(client, forged, complaint(TUESDAY_9H, **FROM_SUPPLIER)), WEDNESDAY_9H)

    assert one.letter is None


def test_changes_of_another_stand_in_no_letter_to_the_client_and_sums_in_none_to_another():
    asked = saying(SignalKind.CHANGE, TUESDAY_9H, "Make it blue.")
    other: dict[str, Any] = {"text": "Make it CMYK.", **FROM_SUPPLIER}
    shown: dict[str, Any] = {"milestones": (a_milestone("Sketch", MONDAY_10H.date(), done=MONDAY_10H.date()),)}
    before, after = (saying(SignalKind.CHANGE, at, **other) for at in (MONDAY_10H, WEDNESDAY_9H))

    for mails in ((before, asked), (asked, after)):
        found = letter(*revisions.owed(a_dossier(KNOWN, *mails, revision_rounds=1, **shown), THURSDAY_9H))

        assert found
        assert (found.to, said(found, "changes")) == (PIET, ("Make it blue.",))
    alone = a_dossier(KNOWN, after, revision_rounds=1, **shown, fees=(a_fee(what="extra round"),))
    (one,) = revisions.owed(alone, THURSDAY_9H)
    assert (one.letter, one.facts["unlisted"]) == (None, SUPPLIER.email)


def test_another_who_contests_a_sum_reads_none_of_the_clients():
    contests = saying(SignalKind.PRICE_DISPUTE, TUESDAY_9H, "You never told me of that sum.", **FROM_SUPPLIER)

    (one,) = dispute.owed(a_dossier(KNOWN, contests, fees=(a_fee(),)), WEDNESDAY_9H)

    assert (one.letter, one.facts["unlisted"]) == (None, SUPPLIER.email)


def test_what_another_was_told_or_agreed_to_was_not_told_to_the_client():
    text = "The design costs € 1450."
    other = from_client(MONDAY_9H, "What does it cost?", **FROM_SUPPLIER)
    told = from_us(MONDAY_10H, text, **TO_SUPPLIER)
    contests = saying(SignalKind.PRICE_DISPUTE, WEDNESDAY_9H, "You never told me of that sum.")
    fee = a_fee(what="design")

    there = letter(*dispute.owed(a_dossier(from_us(MONDAY_10H, text), contests, fees=(fee,)), THURSDAY_9H))
    found = letter(*dispute.owed(a_dossier(KNOWN, other, told, contests, fees=(fee,)), THURSDAY_9H))

    assert (said(there, "untold"), said(found, "told"), said(found, "untold")) == ((), (), (fee,))


def test_a_sum_told_to_another_is_no_earlier_price():
    other = from_client(MONDAY_9H, "What does it cost?", **FROM_SUPPLIER)
    told = from_us(MONDAY_10H, "The design costs € 300.", **TO_SUPPLIER)
    fee = a_fee(what="design")

    to_piet = from_us(MONDAY_10H, "The design costs € 300.")
    assert said(letter(*fees.owed(a_dossier(to_piet, fees=(fee,)), MONDAY_11H)), "changed") != ()
    assert said(letter(*fees.owed(a_dossier(KNOWN, other, told, fees=(fee,)), MONDAY_11H)), "changed") == ()


def test_what_another_was_asked_is_in_no_letter_to_the_client():
    other = from_client(MONDAY_9H, "Here is the quote.", **FROM_SUPPLIER)
    asked = we_say(SignalKind.APPROVAL_REQUEST, MONDAY_10H, "Do you agree to € 30 an hour?", **TO_SUPPLIER)

    dossier = a_dossier(KNOWN, other, asked, cadence=None)
    (one,) = approvals.owed(dossier, FRIDAY_9H)
    assert (one.letter, len(one.alerts)) == (None, 1)

    ahead = (a_milestone("launch", date(2026, 5, 1)),)
    (news,) = status.owed(a_dossier(KNOWN, other, asked, cadence=working_days(2), milestones=ahead), NEXT_MONDAY_9H)
    assert said(news.letter, "waiting_for") == ()


def test_what_another_was_promised_is_in_no_letter_to_the_client():
    other = from_client(MONDAY_9H, "When do I get the files?", **FROM_SUPPLIER)
    friday = date(2026, 3, 6)
    to_supplier = we_say(SignalKind.PROMISE, MONDAY_10H, "You get the files on Friday.", friday, **TO_SUPPLIER)
    to_piet = we_say(SignalKind.PROMISE, MONDAY_11H, "You get the photos on Friday.", friday)

    owed = [*promises.owed(a_dossier(KNOWN, other, to_supplier, to_piet), THURSDAY_9H)]

    assert [one.letter.to if one.letter else None for one in owed] == [PIET, None]
    assert [len(one.alerts) for one in owed] == [1, 1]
    assert [p.sentence for p in said(owed[0].letter, "promises")] == ["You get the photos on Friday."]


def test_the_last_word_to_the_client_tells_nothing_of_another():
    question = saying(SignalKind.QUESTION, MONDAY_10H, "Who pays for the paper?", **FROM_SUPPLIER)
    angry = complaint(TUESDAY_9H, THEIRS, **FROM_SUPPLIER)
    known = from_us(WEDNESDAY_9H, to=(PIET, RIK))

    found = letter(*wrap_up.owed(a_dossier(KNOWN, question, angry, known, ends=date(2026, 3, 5)), NEXT_MONDAY_9H))

    assert (said(found, "open_points"), said(found, "criticism")) == ((), ())
