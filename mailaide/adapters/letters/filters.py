"""What a template can do with a value besides printing it: money, days and quotes as the language writes them.

What comes out is plain text on one line; `clean` makes whole letters plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency
from babel.units import format_unit

from mailaide.core.project import Fee
from mailaide.core.worktime import Span, Unit

LONGEST_QUOTE = 600
LONGEST_NAME = 200

LOCALES = {"en": "en_GB"}
DAYS = {"en": "EEEE d MMMM y", "es": "EEEE d 'de' MMMM 'de' y", "nl": "EEEE d MMMM y"}
MOMENTS = {"en": "{day} at {time}", "nl": "{day} om {time}"}
QUOTES = {"de": "„{}“", "fr": "« {} »", "es": "«{}»"}
"""Where they are not “these”."""

SPANS = {
    Unit.WORKING_DAYS: {
        "de": ("Werktag", "Werktagen"),
        "en": ("working day", "working days"),
        "es": ("día laborable", "días laborables"),
        "fr": ("jour ouvré", "jours ouvrés"),
        "nl": ("werkdag", "werkdagen"),
    },
    Unit.WORKING_HOURS: {
        "de": ("Arbeitsstunde", "Arbeitsstunden"),
        "en": ("working hour", "working hours"),
        "es": ("hora laborable", "horas laborables"),
        "fr": ("heure ouvrée", "heures ouvrées"),
        "nl": ("werkuur", "werkuren"),
    },
    Unit.DAYS: {"de": ("Tag", "Tagen")},
}
"""One and several, as they stand after "after", where Babel has no words or another case."""

CALENDAR = {Unit.DAYS: "duration-day", Unit.HOURS: "duration-hour"}

NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})
LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
NOT_PLAIN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # controls, halves of characters, and marks that turn the text
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
DOUBLED = re.compile(r"([\[\]])\1+")
SIGNATURE_LINE = "-- "


def filters(language: str) -> dict[str, Callable[..., str]]:
    """What a template can do with a value besides printing it, in the given language."""
    locale = Locale.parse(LOCALES.get(language, language))

    def money(value: Fee | Decimal | int, currency: str = "") -> str:
        amount, currency = (value.amount, value.currency) if isinstance(value, Fee) else (value, currency)
        if not currency:
            raise ValueError("money needs a currency: amount|money('EUR')")
        # Without rounding: a rate of 0.125 a word must not be told as 0.12.
        shown = format_currency(amount, currency, locale=locale, decimal_quantization=False)
        return shown.translate(NO_BREAK_SPACES)

    def day(value: date) -> str:
        return format_date(value, DAYS.get(language, "full"), locale=locale).translate(NO_BREAK_SPACES)

    def moment(value: date) -> str:
        if not isinstance(value, datetime):
            return day(value)
        return MOMENTS.get(language, "{day}, {time}").format(day=day(value), time=f"{value:%H:%M}")

    def listing(values: Iterable[object]) -> str:
        return format_list([str(value) for value in values], locale=locale).translate(NO_BREAK_SPACES)

    def span(value: Span) -> str:
        words = SPANS.get(value.unit, {}).get(language)
        if words is None:
            return format_unit(value.amount, CALENDAR[value.unit], "long", locale=locale).translate(NO_BREAK_SPACES)
        return f"{value.amount} {words[0] if locale.plural_form(value.amount) == 'one' else words[1]}"

    return {
        "money": money,
        "day": day,
        "moment": moment,
        "listing": listing,
        "span": span,
        "quoted": partial(_quoted, QUOTES.get(language, "“{}”")),
        "line": one_line,
        "name": short_name,
        "quote": quote,
        "sentence": sentence,
    }


def one_line(value: str) -> str:
    """The value without line breaks, control characters and runs of spaces."""
    return " ".join(clean(value).split())


def short_name(value: str, longest: int = LONGEST_NAME) -> str:
    """A name or subject that somebody else chose, cut after 200 characters or fewer with a mark that shows it."""
    return shortened(_without_blanks(value), min(longest, LONGEST_NAME))


def quote(value: str, longest: int = LONGEST_QUOTE) -> str:
    """Somebody's words on one line, cut after 600 characters or fewer with a mark that shows it."""
    return shortened(_without_blanks(value), min(longest, LONGEST_QUOTE))


def _without_blanks(value: str) -> str:
    """Somebody else's words on one line: doubled brackets in them are no blank that the person has to fill in."""
    return DOUBLED.sub(r"\1", one_line(value))


def _quoted(marks: str, value: str, longest: int = LONGEST_QUOTE) -> str:
    words = quote(value, longest)
    if not words:
        raise ValueError("there is nothing to quote")
    return marks.format(words)


def sentence(value: str) -> str:
    """The value on one line with a full stop, unless it ends in a mark already."""
    line = one_line(value)
    return line if not line or line[-1] in ".!?…:" or line.endswith("]]") else line + "."


def shortened(value: str, longest: int) -> str:
    """The value, or as many whole words as fit, then " …"; a word that takes more than half of it is cut."""
    if len(value) <= longest:
        return value
    room = longest - 2
    last_space = value.rfind(" ", 0, room + 1)
    return value[: last_space if last_space > room // 2 else room].rstrip() + " …"


def clean(text: str) -> str:
    """Plain text: `\\n` ends a line, no control or turning marks, no space at a line's end, one empty line at most.

    "-- " alone on a line keeps its space: mail clients know a signature by it.
    """
    text = LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = NOT_PLAIN.sub("", text)
    lines = (line if line == SIGNATURE_LINE else line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
