"""Numbers as people write them; a price is told when one stands in our own words as what something costs."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.core.reading.text.newtext import LIMIT
from mailaide.core.reading.text.sums import Price, figures, sums

OTHERS = {"thin": "\u2009", "narrow": "\u202f", "no-break": "\u00a0", "apostrophe": "'", "curly": "\u2019"}


def numbers(text: str) -> set[Decimal]:
    return {one.amount for one in figures(text)}


def prices(text: str) -> list[Price]:
    return [one for one in figures(text) if one.charged]


@pytest.mark.parametrize(
    "written",
    ["1450", "1.450", "1,450", "1450,00", "1450.00", "1.450,00", "1,450.00", "1450,-", "1.450,-", "€1.450", "€ 1450,-",
     "EUR 1450", "1450 euro", "1450euro", "(1.450,00)", "1.450.", "1450, of", "1.450,--", "1 450,00", "fase 1: 1450"],
)  # fmt: skip
def test_1450_is_found_however_it_is_written(written: str) -> None:
    assert Decimal(1450) in numbers(f"Het ontwerp kost {written}")


@pytest.mark.parametrize("separator", OTHERS.values(), ids=OTHERS)
def test_thousands_may_be_set_apart_by_any_mark_in_use(separator: str) -> None:
    assert numbers(f"CHF 1{separator}450.00") == {Decimal(1450)}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[("14500", 14_500), ("21450", 21_450), ("1450000", 1_450_000), ("1.450.000", 1_450_000), ("11.450", 11_450)],
        *[("1.4500", None), ("A1450", None), ("1450,001", None), ("0.1450", None), ("21 450", 21_450)],
    ],
)
def test_1450_is_not_found_inside_another_number(written: str, meant: int | None) -> None:
    assert numbers(f"Het ontwerp kost {written} euro") == ({Decimal(meant)} if meant else set())


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
def test_small_and_large_amounts_with_cents(written: str, amount: str) -> None:
    assert numbers(written) == {Decimal(amount)}


def test_a_thousand_and_something_is_not_one_and_a_bit() -> None:
    assert numbers("1.450") == {Decimal(1450)}


@settings(max_examples=60)
@given(st.decimals("1", "9999999", places=2), st.sampled_from([(",", "."), (".", ",")]))
def test_every_amount_is_found_in_english_and_in_dutch(amount: Decimal, marks: tuple[str, str]) -> None:
    thousands, cents = marks
    written = f"{amount:,.2f}".translate(str.maketrans(",.", thousands + cents))

    assert numbers(f"it costs € {written}, all in") == {amount}


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("€ 1.450,-", "1450", "EUR"),
        ("£6 per car", "6", "GBP"),
        ("$1,250.50", "1250.5", "USD"),
        ("ZAR 14,500", "14500", "ZAR"),
        ("12 euro", "12", "EUR"),
        ("40 pounds", "40", "GBP"),
        ("€ 0,40 per km", "0.4", "EUR"),
        ("350 Euro", "350", "EUR"),
        ("1.250,50 €", "1250.5", "EUR"),
        ("95,- EUR", "95", "EUR"),
        ("80 Franken", "80", "CHF"),
    ],
)
def test_a_sum_has_a_currency(written: str, amount: str, currency: str) -> None:
    (price,) = sums(f"That is {written}.")

    assert (price.amount, price.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["We sent 48 letters.", "Room 12, floor 3", "On 12 March at 10.30", "€", "£0"])
def test_a_bare_number_is_no_sum(text: str) -> None:
    assert sums(text) == ()


def test_a_price_stands_in_its_sentence() -> None:
    text = "The first hour is free. After that it is £40 an hour."

    assert [price.sentence for price in prices(text)] == ["After that it is £40 an hour."]


@pytest.mark.parametrize(
    "text",
    [
        "I will refund £40.",
        "£40 comes off the total.",
        "I'll pay the £40 myself.",
        "The invoice of £40 is attached.",
        "Your budget of £40 is too small.",
        "U krijgt € 40 korting.",
        "Die € 40 mag u in mindering brengen.",
        "In de bijlage de rekening: € 40.",
        'You wrote "it costs £40".',
    ],
)
def test_money_that_goes_back_or_is_claimed_or_quoted_is_no_price(text: str) -> None:
    assert [one.charged for one in figures(text)] == [False]


def test_a_deposit_that_is_not_refundable_is_a_price() -> None:
    assert [price.amount for price in prices("I ask a deposit of £300, which isn't refundable.")] == [Decimal(300)]


@pytest.mark.parametrize("unit", ["1", "1.", "€ 1 ", "1,000", "€ ", '"a', "1 000 ", "i'll ", "12 euro "])
def test_64_kib_of_anything_is_read_quickly(unit: str) -> None:
    started = time.thread_time()

    figures(unit * (LIMIT // len(unit)))

    assert time.thread_time() - started < 0.5
