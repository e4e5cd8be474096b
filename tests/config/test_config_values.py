"""Single values: durations in two languages, addresses, amounts, hours."""

from datetime import date, time
from decimal import Decimal

import pytest

from mailaide.config import values
from mailaide.config.closed import left_out, public_holidays
from mailaide.core.worktime import Span, Unit

NINE_TO_FIVE = (time(9), time(17))


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("4 working hours", 4, Unit.WORKING_HOURS),
        ("2 working days", 2, Unit.WORKING_DAYS),
        ("1 day", 1, Unit.DAYS),
        ("36 Hours", 36, Unit.HOURS),
        ("4 werkuren", 4, Unit.WORKING_HOURS),
        ("1 werkdag", 1, Unit.WORKING_DAYS),
        ("1 dag", 1, Unit.DAYS),
        (" 36  uur ", 36, Unit.HOURS),
    ],
)
def test_a_duration_is_read_in_english_and_dutch(written, amount, unit):
    assert values.span(written) == Span(amount=amount, unit=unit)


@pytest.mark.parametrize(
    "written", ["soon", "0 days", "2", "2 weeks", "-1 day", "1.5 days", "2 day hours", 2, None, ["x"]]
)
def test_what_is_not_a_duration_says_what_to_write(written):
    with pytest.raises(ValueError, match='is not a duration; write "2 days" or "4 working hours"'):
        values.span(written)


def test_a_duration_beyond_a_year_is_refused():
    with pytest.raises(ValueError, match='"400 days" is longer than a year'):
        values.span("400 days")


@pytest.mark.parametrize("written", ["Bob@Shop.EXAMPLE", "bob@shop.example", "bob@mail.test", "bob@mail.localhost"])
def test_an_address_is_lower_case_and_may_be_one_for_trying_out(written):
    assert values.address(written) == written.lower()


@pytest.mark.parametrize("written", ["bob@", "@shop.example", "bob", "bob@shop", "Bob <bob@shop.example>", 3, ""])
def test_what_is_not_an_address_is_repeated(written):
    with pytest.raises(ValueError, match="is not an address"):
        values.address(written)


@pytest.mark.parametrize(
    "domain", ["gmail.com", "Live.NL", "ziggo.nl", "kpnmail.nl", "web.de", "orange.fr", "proton.me"]
)
def test_a_domain_of_many_people_is_refused(domain):
    with pytest.raises(ValueError, match='list the client\'s addresses under "addresses" instead'):
        values.client_domain(domain)


def test_an_address_among_the_domains_says_what_to_write():
    with pytest.raises(ValueError, match=r'"bob@shop.example" is not a domain; write "shop.example"'):
        values.client_domain("bob@shop.example")


@pytest.mark.parametrize("written", [95, Decimal("95.50"), "95.50", "0.01"])
def test_an_amount_is_exactly_what_is_written(written):
    amount = values.amount(written)

    assert (str(amount), type(amount)) == (str(written), Decimal)


@pytest.mark.parametrize("written", ["95,50", "€ 95", "1e3", "NaN", "Infinity", True, 95.5, None])
def test_what_is_not_an_amount_is_refused(written):
    with pytest.raises(ValueError, match=r"is not an amount; write it like 95 or 95\.50"):
        values.amount(written)


@pytest.mark.parametrize("written", [0, -1, "-5", Decimal("0.00"), 10**12])
def test_an_amount_is_above_zero(written):
    with pytest.raises(ValueError, match="is not a price"):
        values.amount(written)


def test_a_day_is_year_month_day():
    assert values.day("2026-03-31") == date(2026, 3, 31)


@pytest.mark.parametrize("written", ["31-03-2026", "2026-02-30", "20260331", 20260331, "2026-W10-1"])
def test_what_is_not_a_day_is_refused(written):
    with pytest.raises(ValueError, match=r"is not a (date|day of the calendar)"):
        values.day(written)


def test_a_city_is_enough_to_suggest_its_time_zone():
    with pytest.raises(ValueError, match='"New York" is not a time zone; write it like "America/New_York"'):
        values.zone("New York")


def test_days_and_ranges_make_a_week():
    week = values.week({"mon-tue": [(time(13), time(17)), (time(9), time(12))], "sat-sun": [], "Fri": [NINE_TO_FIVE]})

    assert week == {
        0: ((time(9), time(12)), (time(13), time(17))),
        1: ((time(9), time(12)), (time(13), time(17))),
        4: (NINE_TO_FIVE,),
        5: (),
        6: (),
    }


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ({}, "there are no working hours"),
        ({"mon": []}, "there are no working hours"),
        ({"mon-fri": [NINE_TO_FIVE], "fri": []}, 'fri is given twice; "fri" covers it as well'),
        ({"monday": [NINE_TO_FIVE]}, '"monday" is not a day'),
        ({"mon": [NINE_TO_FIVE, (time(16), time(18))]}, "overlap on or after mon"),
        ({"mon": [(time(22), time(2))], "tue": [(time(1), time(3))]}, "overlap on or after mon"),
        ({"sun": [(time(22), time(2))], "mon": [(time(1), time(3))]}, "overlap on or after sun"),
    ],
)
def test_a_week_that_cannot_be_is_refused(written, problem):
    with pytest.raises(ValueError, match=problem):
        values.week(written)


@pytest.mark.parametrize(
    ("written", "slot"),
    [
        ("9:00-12:30", (time(9), time(12, 30))),
        ("22:00 – 02:00", (time(22), time(2))),
        ("00:00-24:00", (time(0), time(0))),
    ],
)
def test_a_stretch_of_time_may_run_past_midnight(written, slot):
    assert values.slot(written) == slot


@pytest.mark.parametrize("written", ["9-17", "25:00-26:00", "09:00", 9, "09:00-09:00"])
def test_what_is_no_stretch_of_time_is_refused(written):
    with pytest.raises(ValueError, match="write it like 09:00-12:30"):
        values.slot(written)


@pytest.mark.parametrize(
    ("country", "region", "missing"),
    [
        ("GB", None, ("Easter Monday (2026-04-06)", "Late Summer Bank Holiday (2026-08-31)")),
        ("GB", "ENG", ()),
        ("NL", None, ()),
        ("IE", None, ()),
    ],
)
def test_what_most_regions_keep_and_a_country_alone_leaves_out(country, region, missing):
    assert left_out(public_holidays(country, region), 2026) == missing


def test_without_public_holidays_none_is_left_out():
    assert left_out({}, 2026) == ()
