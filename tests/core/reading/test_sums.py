"""A price is told when a sum of money stands in our own words as what something costs."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from mailaide.core.reading.newtext import LIMIT
from mailaide.core.reading.sums import prices, sums


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
    assert prices(text) == ()


def test_a_deposit_that_is_not_refundable_is_a_price() -> None:
    assert [price.amount for price in prices("I ask a deposit of £300, which isn't refundable.")] == [Decimal(300)]


@pytest.mark.parametrize("unit", ["1", "1.", "€ 1 ", "1,000", "€ ", '"a', "1 000 ", "i'll ", "12 euro "])
def test_64_kib_of_anything_is_read_quickly(unit: str) -> None:
    started = time.perf_counter()

    prices(unit * (LIMIT // len(unit)))

    assert time.perf_counter() - started < 0.5
