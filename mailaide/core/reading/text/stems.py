"""The words of substance in a text, shortened so that their forms meet ("invoices" and "invoice")."""

from __future__ import annotations

# ruff: noqa: SIM905  # stop words are easier to read and to add to as a line than as a list
import re
from functools import lru_cache

LONG = 5
"""Letters that are kept of a word."""

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
STOP = frozenset(
    "the and you your for are that this with have has had can could would will when what which how who where whether "
    "does did not but from about there just been also please know let het een van wat hoe wie waar wanneer welke kun "
    "kunt kan kunnen wil wilt zou zouden jij jullie met voor dat die deze dit nog ook even graag weten laat mij ons "
    "niet wel maar bij als aan uit der die das und ist sind können sie wir ich les des une est que pour dans vous nous "
    "los las una para con por".split()
)

CALENDAR = frozenset(
    "maand dinsd woens donde vrijd zater zonda monda tuesd wedne thurs frida satur sunda janua febru maart march april "
    "mei may juni june juli july augus septe oktob octob novem decem morge tomor today vanda week weken weeks volge "
    "next dagen days dag day hours uur uiter lates all alle alles every eerst first rest klaar ready done dan "
    "then toen".split()
)
"""Stems that tell when or how much and not what, in Dutch and English."""


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """What a text is about, in any order. Remembered for the sentences of a project, which ask about each other."""
    return frozenset(word[:LONG] for word in _WORD.findall(text.lower()) if word not in STOP)


@lru_cache(maxsize=2048)
def things(text: str) -> frozenset[str]:
    """What a text is about, without its days and numbers."""
    return frozenset(word for word in stems(text) - CALENDAR if not word.isdigit())
