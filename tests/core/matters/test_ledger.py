"""A fee was told when its amount stands in a sent mail of ours to the client, however it is written there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from builders import (
    MONDAY_9H,
    RIK,
    STRANGER,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_milestone,
    a_placed_draft,
    from_client,
    from_us,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.intent import State
from mailaide.core.matters.ledger import Stage, late_fees, ledger, quotations
from mailaide.core.reading.signals import Signal, SignalKind

DESIGN = a_fee("1450")
YES_TO_1450 = Signal(kind=SignalKind.FEE_ACCEPTED, sentence="1450 is fine.", because="")
APPROVED = Signal(kind=SignalKind.APPROVAL, sentence="Approved.", because="")
HANDED_OVER = Signal(kind=SignalKind.DELIVERY, sentence="Here is the page.", because="")
OFFER = "The design costs € 1.450,-."


def told(*entries: Entry, **project: Any) -> list[tuple[object, Entry | None]]:
    """Each fact of the project, and the message that told it."""
    return [(line.fact, line.told) for line in ledger(a_dossier(*entries, **project))]


def test_a_fee_is_told_by_the_first_sent_mail_that_holds_its_amount():
    design, hosting = a_fee("1450"), a_fee("87.50", what="hosting")
    first, again = from_us(TUESDAY_9H, OFFER), from_us(WEDNESDAY_9H, OFFER)

    assert told(from_us(MONDAY_9H), first, again, fees=(hosting, design)) == [(hosting, None), (design, first)]


@pytest.mark.parametrize(
    "entry",
    [
        from_client(TUESDAY_9H, OFFER),
        from_us(TUESDAY_9H, OFFER, to=(STRANGER,)),
        from_us(TUESDAY_9H, OFFER, to=(RIK,)),
        from_us(TUESDAY_9H, OFFER, to=()),
        from_us(TUESDAY_9H, OFFER, machine="Auto-Submitted: auto-replied"),
        from_us(TUESDAY_9H, "The design costs 14500 or so."),
        from_us(TUESDAY_9H, "There were 1450 visitors to the design page."),
        from_us(TUESDAY_9H, "The building holds 1.450 people at a price of nothing."),
        from_us(TUESDAY_9H, "The number on the door is 1450."),
        from_us(TUESDAY_9H, "The design costs $1,450."),
    ],
    ids=[
        "the client's words",
        "to a stranger",
        "to ourselves",
        "to nobody",
        "by a machine",
        "another amount",
        "a count",
        "a count beside a price",
        "a number beside no price",
        "another currency",
    ],
)
def test_nothing_else_tells_a_fee(entry: Entry):
    assert told(from_client(MONDAY_9H), entry, fees=(DESIGN,)) == [(DESIGN, None)]


@pytest.mark.parametrize("text", ["Design: 1450", "It costs 1450, all in.", "1450 euro", "EUR 1,450.00 for it"])
def test_a_number_is_money_beside_a_currency_a_price_or_the_words_of_the_fee(text: str):
    mail = from_us(TUESDAY_9H, text)

    assert told(mail, fees=(DESIGN,)) == [(DESIGN, mail)]


def test_a_fee_without_its_condition_is_not_told():
    fee = a_fee("95", what="extra round", condition="from the third round on")
    without, whole = (
        from_us(MONDAY_9H, "It is € 95."),
        from_us(TUESDAY_9H, "A third round on top is € 95."),
    )

    assert told(without, fees=(fee,)) == [(fee, None)]
    assert told(without, whole, fees=(fee,)) == [(fee, whole)]


def test_a_draft_tells_nothing():
    draft = a_placed_draft("fees/harbour/1", facts=(("fees", "design EUR 1450"),))
    (line,) = ledger(a_dossier(from_client(MONDAY_9H), intents=(draft,), fees=(DESIGN,)))

    assert (line.told, line.stage, line.draft) == (None, Stage.DRAFTED, draft)


def test_a_draft_that_was_deleted_is_none():
    draft = a_placed_draft("fees/harbour/1", facts=(("fees", "design EUR 1450"),), state=State.DISCARDED)
    (line,) = ledger(a_dossier(from_client(MONDAY_9H), intents=(draft,), fees=(DESIGN,)))

    assert line.stage is Stage.DUE


def test_a_fee_is_acknowledged_by_the_clients_yes_to_its_sum():
    offer, yes = from_us(MONDAY_9H, OFFER), from_client(TUESDAY_9H, "1450 is fine.", signals=(YES_TO_1450,))
    (line,) = ledger(a_dossier(offer, yes, fees=(DESIGN,)))

    assert (line.told, line.acknowledged, line.stage) == (offer, yes, Stage.ACKNOWLEDGED)


def test_a_fee_is_acknowledged_by_a_yes_to_the_offer_and_not_by_one_to_the_work():
    offer = from_us(MONDAY_9H, OFFER)
    yes = from_client(WEDNESDAY_9H, "Approved.", signals=(APPROVED,))
    work = from_us(TUESDAY_9H, "Here is the page.", signals=(HANDED_OVER,))

    assert [line.acknowledged for line in ledger(a_dossier(offer, yes, fees=(DESIGN,)))] == [yes]
    assert [line.acknowledged for line in ledger(a_dossier(offer, work, yes, fees=(DESIGN,)))] == [None]


def test_a_fee_that_changed_is_due_again_and_remembers_what_was_told():
    old = from_us(MONDAY_9H, "The design costs € 1.200.")
    (line,) = ledger(a_dossier(old, fees=(DESIGN,)))

    assert (line.stage, line.before and (line.before.price.amount, line.before.entry)) == (
        Stage.DUE,
        (Decimal(1200), old),
    )


@pytest.mark.parametrize("text", ["The design costs € 1.200 or € 1.300.", "The design costs € 95 a round."])
def test_of_several_prices_or_another_fees_none_is_an_earlier_amount(text: str):
    line, _ = ledger(a_dossier(from_us(MONDAY_9H, text), fees=(DESIGN, a_fee("95", what="extra round"))))

    assert line.before is None


def test_a_price_for_something_else_is_no_earlier_amount():
    (line,) = ledger(a_dossier(from_us(MONDAY_9H, "The hosting costs € 1.200."), fees=(DESIGN,)))

    assert line.before is None


def test_a_drawback_a_requirement_and_a_milestone_are_told_where_their_words_stand():
    launch = a_milestone("launch of the shop", date(2026, 3, 20))
    mail = from_us(MONDAY_9H, "We launch the shop on 20 March. I need the photos in high resolution by then.")
    project = {"drawbacks": ("no support at weekends",), "requirements": ("photos in high resolution",)}

    assert told(mail, milestones=(launch,), **project) == [
        ("no support at weekends", None),
        ("photos in high resolution", mail),
        (launch, mail),
    ]


def test_the_clients_quote_below_our_answer_tells_nothing():
    ours = from_us(TUESDAY_9H, "I agree.")
    quoting = replace(ours, message=replace(ours.message, text=f"I agree.\n\n> {OFFER}"))

    assert told(from_client(MONDAY_9H, OFFER), quoting, fees=(DESIGN,)) == [(DESIGN, None)]


def test_a_price_outside_the_configuration_is_told_once():
    first = from_us(MONDAY_9H, "The leaflet would be € 180. Shall I?")
    again = from_us(TUESDAY_9H, "So € 180 for the leaflet.")

    (quotation,) = quotations(a_dossier(first, again, fees=(a_fee(),)))

    assert (quotation.price.amount, quotation.price.currency) == (Decimal(180), "EUR")
    assert (quotation.told, quotation.price.sentence) == (first, "The leaflet would be € 180.")


def test_a_configured_fee_is_no_quotation():
    assert quotations(a_dossier(from_us(MONDAY_9H, OFFER), fees=(a_fee("1450"),))) == ()


def test_a_sum_that_the_client_named_first_is_no_price_of_ours():
    budget = from_client(MONDAY_9H, "We have € 500 for this.")

    assert quotations(a_dossier(budget, from_us(TUESDAY_9H, "It can be done for € 500."))) == ()


def test_a_price_told_to_a_stranger_is_not_told():
    assert quotations(a_dossier(from_us(MONDAY_9H, "It is € 180.", to=(STRANGER,)))) == ()


def test_a_sum_that_first_stands_on_an_invoice_is_late():
    told = from_us(MONDAY_9H, "The design costs € 900.")
    invoice = from_us(TUESDAY_9H, "The invoice is attached: € 900 for the design and € 385 for the sill.")

    assert [(one.price.amount, one.told) for one in late_fees(a_dossier(told, invoice))] == [(Decimal(385), invoice)]


@pytest.mark.parametrize(
    "text",
    [
        "The invoice is attached: € 92 for 184 km.",
        "€ 200 comes off the bill.",
        "The sill costs € 385.",
    ],
    ids=["a rate that was told", "taken off", "no invoice"],
)
def test_another_sum_is_not_late(text: str):
    assert late_fees(a_dossier(from_us(TUESDAY_9H, text), fees=(a_fee("0.50"),))) == ()


def test_who_does_without_declines_what_they_speak_of():
    curtains, lamp = "The curtains are € 150.", "The lamp is € 80."
    told = from_us(MONDAY_9H, f"{curtains} {lamp}")
    no = Signal(kind=SignalKind.FEE_DECLINED, sentence="We'll skip the curtains.", because="")
    without = from_client(TUESDAY_9H, no.sentence, signals=(no,))

    found = quotations(a_dossier(told, without))

    assert [(one.price.amount, one.declined) for one in found] == [(Decimal(150), without), (Decimal(80), None)]


def test_a_stranger_accepts_no_price_that_was_told_elsewhere():
    elsewhere = {"thread": "<x@x>", "subject": "[HS] Hello", "signals": (YES_TO_1450,)}
    stranger = from_client(TUESDAY_9H, YES_TO_1450.sentence, sender=STRANGER, author=Author.OTHER, **elsewhere)
    client = from_client(TUESDAY_9H, YES_TO_1450.sentence, **elsewhere)

    lines = [ledger(a_dossier(from_us(MONDAY_9H, OFFER), one, fees=(DESIGN,)))[0] for one in (stranger, client)]

    assert [line.acknowledged for line in lines] == [None, client]
