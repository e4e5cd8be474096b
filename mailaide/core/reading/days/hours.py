"""Which hour a sentence names: "between 12 and 1" is one o'clock, and for people at work one in the afternoon.

Of a stretch it is the end. A number is an hour after a word of time, with "uur" behind it or nothing it could count.
"""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

MORNING = 7
"""An hour before this one is one of the afternoon: nobody calls at three in the night."""

NOON = 12
MIDNIGHT = 24

_WORDS = {
    name: number
    for names in (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "one two three four five six seven eight nine ten eleven twelve",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    )
    for number, name in enumerate(names.split(), start=1)
}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_SIGN = r"(?: ?(?:uur|o'clock|uhr|horas?|heures?|h)\b)"
_HOUR = re.compile(
    r"\b(?:at|by|before|around|between|om|rond|voor|tegen|tussen|um|gegen|vor|zwischen|à|vers|avant|entre|a las|a la) "
    rf"(?:{_NUMBER}(?:[:.]\d\d)?{_SIGN}?(?: (?:and|en|und|et|y|to|tot|bis) | ?[-–] ?))?"
    rf"(?P<half>half )?(?P<hour>{_NUMBER})(?:[:.](?P<minute>[0-5]\d))?"
    rf"(?:{_SIGN}| ?(?P<noon>[ap])\.?m\b"
    r"|(?=\W*$|[,;.!)]| (?:today|tomorrow|vandaag|morgen|heute|with|bij|for)\b))",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def last_hour(sentence: str, *, since: time = time()) -> time | None:
    """The hour by which it is said to happen, on a day on which it was said at `since`; None without one."""
    found = _HOUR.search(sentence)
    if found is None:
        return None
    hour = int(found["hour"]) if found["hour"].isdigit() else _WORDS[found["hour"].lower()]
    minute = int(found["minute"] or 0)
    if found["half"]:  # "half drie" is half past two
        hour, minute = hour - 1, 30
    if hour < NOON and (found["noon"] or "").lower() != "a" and (hour < MORNING or time(hour, minute) < since):
        hour += NOON
    return time(hour, minute) if hour < MIDNIGHT else None
