"""A fee was told when its amount stands in a sent mail of ours to the client, however it is written there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import (
    MONDAY_9H,
    RIK,
    STRANGER,
    TUESDAY_9H,
    WEDNESDAY_9H,
    Entry,
    a_dossier,
    a_fee,
    a_placed_draft,
    from_client,
    from_us,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.core.ledger import Disclosure, disclosures, quotations
from mailaide.core.reading.sums import amounts

OFFER = "The design costs € 1.450,-."
OTHERS = {"thin": "\u2009", "narrow": "\u202f", "no-break": "\u00a0", "apostrophe": "'", "curly": "\u2019"}


@pytest.mark.parametrize(
    "written",
    ["1450", "1.450", "1,450", "1450,00", "1450.00", "1.450,00", "1,450.00", "1450,-", "1.450,-", "€1.450", "€ 1450,-",
     "EUR 1450", "1450 euro", "1450euro", "(1.450,00)", "1.450.", "1450, of", "1.450,--", "1 450,00", "fase 1: 1450"],
)  # fmt: skip
def test_1450_is_found_however_it_is_written(written: str):
    assert Decimal(1450) in amounts(f"Het ontwerp kost {written}")


@pytest.mark.parametrize("separator", OTHERS.values(), ids=OTHERS)
def test_thousands_may_be_set_apart_by_any_mark_in_use(separator: str):
    assert amounts(f"CHF 1{separator}450.00") == {Decimal(1450)}


@pytest.mark.parametrize(
    "written",
    ["14500", "21450", "1450000", "1.450.000", "11.450", "1.4500", "A1450", "1450,001", "0.1450", "21 450"],
)
def test_1450_is_not_found_inside_another_number(written: str):
    assert Decimal(1450) not in amounts(f"Het ontwerp kost {written} euro")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("€ 95,-", "95"),
        ("€ 95", "95"),
        ("87,50", "87.5"),
        ("87,5", "87.50"),
        ("87.50 per hour", "87.50"),
        ("€ 0,50", "0.5"),
        ("12.500,75", "12500.75"),
        ("1,234,567.89", "1234567.89"),
    ],
)
def test_small_and_large_amounts_with_cents(written: str, amount: str):
    assert amounts(written) == {Decimal(amount)}


def test_a_thousand_and_something_is_not_one_and_a_bit():
    assert amounts("1.450") == {Decimal(1450)}


@settings(max_examples=60)
@given(st.decimals("1", "9999999", places=2), st.sampled_from([(",", "."), (".", ",")]))
def test_every_amount_is_found_in_english_and_in_dutch(amount: Decimal, marks: tuple[str, str]):
    thousands, cents = marks
    written = f"{amount:,.2f}".translate(str.maketrans({",": thousands, ".": cents}))

    assert amounts(f"it costs € {written}, all in") == {amount}


def test_a_fee_is_told_by_the_first_sent_mail_that_holds_its_amount():
    design, hosting = a_fee("1450"), a_fee("87.50", what="hosting")
    first, again = from_us(TUESDAY_9H, OFFER), from_us(WEDNESDAY_9H, OFFER)

    told = disclosures(a_dossier(from_us(MONDAY_9H), first, again, fees=(hosting, design)))

    assert told == (Disclosure(fee=design, message_id=first.id, at=TUESDAY_9H),)


@pytest.mark.parametrize(
    "entry",
    [
        from_client(TUESDAY_9H, OFFER),
        from_us(TUESDAY_9H, OFFER, to=(STRANGER,)),
        from_us(TUESDAY_9H, OFFER, to=(RIK,)),
        from_us(TUESDAY_9H, OFFER, to=()),
        from_us(TUESDAY_9H, OFFER, machine="Auto-Submitted: auto-replied"),
        from_us(TUESDAY_9H, "The design costs 14500 or so."),
    ],
    ids=["the client's words", "to a stranger", "to ourselves", "to nobody", "by a machine", "another amount"],
)
def test_nothing_else_tells_a_fee(entry: Entry):
    assert disclosures(a_dossier(from_client(MONDAY_9H), entry, fees=(a_fee("1450"),))) == ()


def test_a_draft_tells_nothing():
    draft = a_placed_draft("fees/harbour/1", raw=b"Subject: Fees\r\n\r\nThe design costs 1450.\r\n")

    assert disclosures(a_dossier(from_client(MONDAY_9H), intents=(draft,), fees=(a_fee("1450"),))) == ()


def test_the_clients_quote_below_our_answer_tells_nothing():
    ours = from_us(TUESDAY_9H, "I agree.")
    quoting = type(ours)(
        message=type(ours.message)(header=ours.header, text=f"I agree.\n\n> {OFFER}"),
        thread=ours.thread,
        author=ours.author,
        reading=ours.reading,
    )

    assert disclosures(a_dossier(from_client(MONDAY_9H, OFFER), quoting, fees=(a_fee("1450"),))) == ()


def test_a_price_outside_the_configuration_is_told_once():
    told = from_us(MONDAY_9H, "The leaflet would be € 180. Shall I?")
    again = from_us(TUESDAY_9H, "So € 180 for the leaflet.")

    (quotation,) = quotations(a_dossier(told, again, fees=(a_fee(),)))

    assert (quotation.price.amount, quotation.price.currency) == (Decimal(180), "EUR")
    assert (quotation.message_id, quotation.price.sentence) == (told.id, "The leaflet would be € 180.")


def test_a_configured_fee_is_no_quotation():
    assert quotations(a_dossier(from_us(MONDAY_9H, OFFER), fees=(a_fee("1450"),))) == ()


def test_a_sum_that_the_client_named_first_is_no_price_of_ours():
    budget = from_client(MONDAY_9H, "We have € 500 for this.")

    assert quotations(a_dossier(budget, from_us(TUESDAY_9H, "It can be done for € 500."))) == ()


def test_a_price_told_to_a_stranger_is_not_told():
    assert quotations(a_dossier(from_us(MONDAY_9H, "It is € 180.", to=(STRANGER,)))) == ()
