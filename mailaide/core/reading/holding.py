"""Our own message that only says it was seen and that an answer will follow.

Short, without substance: as soon as it gives a fact, a sum, a cause or a piece of work, it is an answer.
"""

from __future__ import annotations

import re

from mailaide.core.reading.sentences import sentences
from mailaide.core.reading.signals import Signal, SignalKind

LONGEST = 320
"""Characters, greeting and name included."""

_FOLLOWS = re.compile(
    r"\b(?:i(?:'ll| will|'m going to)|we(?:'ll| will)) (?:\w+ ){0,3}?(?:get back|come back|reply|answer"
    r"|respond|write|phone|ring|call|be in touch"
    r"|let you know|look into|get (?:straight )?on)\b|\b(?:ringing|calling) you\b|\bmore soon\b"
    r"|\bwill (?:be in touch|get (?:straight )?on it|get back|come back)\b"
    r"|\byou(?:'ll| will) (?:hear|have (?:an?|my|their|our) (?:answer|reply))\b|\blooking into (?:it|this)\b"
    r"|(?:^|\b(?:i'm|i am|we're|we are|get|getting|straight|right|working) )on it\b"
    r"|\b(?:ik|we|wij) (?:bel|mail|antwoord|reageer|schrijf|bellen|mailen)\b[^.\n]{0,30}\b(?:je|u|jullie"
    r"|morgen|vanavond|straks|maandag|vrijdag)\b"
    r"|\b(?:bel|mail) ik (?:je|u|jullie)\b|\b(?:kom|komen)\b[^.\n]{0,40}\b(?:op|er|hierop|erop) terug\b"
    r"|\berop terug\b"
    r"|\b(?:hoor(?:t|en)?) (?:je|u|jullie)\b[^.\n]{0,40}\bvan (?:mij|me|ons)\b|\b(?:je|u|jullie) hoor(?:t"
    r"|en)?\b[^.\n]{0,40}\bvan (?:mij|me|ons)\b"
    r"|\b(?:heb|krijg|ontvang)t? (?:je|u)\b[^.\n]{0,30}\b(?:antwoord|reactie)\b|\b(?:je"
    r"|u) krijgt?\b[^.\n]{0,30}\b(?:antwoord|reactie)\b"
    r"|\bhoor je van mij\b|\bzoek het uit\b|\bkijk er(?:naar)? (?:straks|morgen|vanavond|zo)\b",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"[€$£]\s?\d|\d\s?(?:euro|%)|\b(?:attached|enclosed|bijgaand|bijlage|hierbij|because|omdat|doordat"
    r"|the cause|de oorzaak|fixed|hersteld|opgelost"
    r"|solved|replaced|vervangen|refund\w*|credit\w*|corrected|gecorrigeerd|aangepast|here(?:'s| is| are)"
    r"|invoice|you(?:'re| are) right"
    r"|je hebt gelijk|u hebt gelijk|u heeft gelijk|sorry|excuses|my fault|mijn fout|i suggest|mijn voorstel"
    r"|ik stel voor|costs?|kost(?:en)?|quote|offerte"
    r"|deliver\w*|lever\w*|no,|nee,)",
    re.IGNORECASE,
)


def holding_reply(text: str) -> Signal | None:
    """The sentence that puts the client off, when the newly written text does nothing else."""
    if len(text) > LONGEST or _SUBSTANCE.search(text):
        return None
    for sentence in sentences(text):
        if found := _FOLLOWS.search(sentence):
            return Signal(
                kind=SignalKind.HOLDING_REPLY,
                sentence=sentence,
                because=f"says {' '.join(found.group().split())!r} and gives no answer",
            )
    return None
