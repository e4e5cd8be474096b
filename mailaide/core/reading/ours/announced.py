"""What a mail of ours lets the client know about the project itself: which round this is, or that it is over.

In whichever language it was written: whoever asks has only its text. Our own letters must be known again by it.
"""

from __future__ import annotations

import re

_ROUND = re.compile(r"\b\w*(?:ronde|runde|round|revision|tour|ronda|série)s?\b", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:laatste|tweede|derde|vierde|vijfde|extra|inbegrepen|included|last|final|second|third|fourth|fifth|letzte\w?"
    r"|dernière?|última|incluid[ao]|enthalten|comprise?|comprend|incluye|\d+\s?e)\b"
    r"|\b(?:buiten de prijs|part of the price)\b"
    r"|(?:ronde|runde|round|série de corrections|ronda de correcciones)(?: n°)? \d",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")

_PROJECT = r"(?:project|projekt|projet|proyecto|opdracht|klus|assignment|job|auftrag|mission|encargo)"
_LEAVE = re.compile(
    r"samenwerking|afgerond|afronding|eindfactuur|slotfactuur|wrap(?:ping|ped)? (?:it |this |things )?up"
    r"|working with you|work(?:ed|ing) together|final invoice|now complete|zusammenarbeit|abgeschlossen|collaboration"
    r"|terminé|clôture|colaboración|terminado"
    rf"|\brond(?:en)? (?:ik|we|wij)\b|\bsluit(?:en)?\b[^.!?\n]{{0,40}}\b{_PROJECT} af\b"
    rf"|\bclo(?:s|se|sing|sed|sons|re)\b[^.!?\n]{{0,20}}\b{_PROJECT}\b"
    rf"|\bschlie(?:ß|ss)en?\b[^.!?\n]{{0,40}}\b{_PROJECT} ab\b"
    rf"|\b(?:cierro|cerramos|cerrar)\b[^.!?\n]{{0,20}}\b{_PROJECT}\b",
    re.IGNORECASE,
)


def names_round(text: str) -> bool:
    """Whether a sentence says which round of changes this is, or that one is or is not in the price."""
    if not _ROUND.search(text):
        return False
    return any(_ROUND.search(one) and _WHICH.search(one) for one in _SENTENCE_END.split(text))


def takes_leave(text: str) -> bool:
    """Whether it speaks of the end of the project or of the work together as done."""
    return _LEAVE.search(text) is not None
