"""Where a client accepts a sum, does without what it is for, or takes a protest against one back.

A sum is accepted where a yes stands beside it; a protest is taken back where the client owns up to an error or pays
after all. What is denied, asked or only wished for is neither.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

SUM: Phrases = {
    "nl": (
        r"[€£$]\s?\d|\d\s?(?:euro|eur)\b|\b(?:die|de) \d{2,}\b|\b(?:bedrag|prijs|prijzen|tarief|kosten|offerte"
        r"|begroting|meerprijs|meerkosten|meerwerk|toeslag|reiskosten)\b"
    ),
    "en": (
        r"[€£$]\s?\d|\d\s?(?:euros?|pounds|dollars|quid)\b|\b(?:the|that) \d{2,}\b|\b(?:price|prices|fee|fees|rate"
        r"|rates|quote|cost|costs|charge|surcharge|deposit|estimate|budget)\b"
    ),
}

YES: Phrases = {
    "nl": (
        r"\b(?:akkoord|is goed|zijn goed|prima|in orde|goedgekeurd|goed zo|doen|doe maar|ga je gang|schappelijk"
        r"|redelijk|netjes|accepteren|accepteer|(?:mee|ermee|daarmee) leven|geen probleem|eens)\b"
    ),
    "en": (
        r"\b(?:agreed|agree|fine|fair|ok|okay|good|approved|accept(?:ed|able)?|works|go (?:for it|ahead)|do it"
        r"|reasonable|live with|no problem|happy with|yes|deal|done)\b"
    ),
}

NO: Phrases = {
    "nl": r"\b(?:niet|geen|nooit|maar|mits|te (?:hoog|veel|duur)|als|zodra)\b",
    "en": r"\b(?:not|n't|never|but|if|unless|too (?:high|much)|provided|once|\w+n't)\b",
}

DECLINES: Phrases = {
    "nl": (
        r"\b(?:laat|laten) (?:ik|we|wij)? ?(?:\w+ ){0,4}?zitten\b"
        r"|\b(?:zie|zien) (?:ik|we|wij)? ?(?:\w+ ){0,4}?af\b"
        r"|\bhoeft (?:voor (?:mij|ons) |van (?:mij|ons) )?(?:toch |dan |maar )?niet\b"
        r"|\b(?:doe|doen) (?:ik|we|wij) (?:toch |dan |maar )*(?:niet|zonder)\b"
    ),
    "en": (
        r"\b(?:skip|pass on|leave out|drop|do without|go without|hold off on|decided against)"
        r" (?:the|that|this|it|those)\b|\b(?:we'll|i'll|we will|i will|let's) (?:pass|leave (?:it|that|the \w+)|skip)\b"
        r"|\b(?:don't|won't|do not|will not) (?:go ahead with|need|take|want) (?:the|that|this|it)\b"
        r"|\bno need for (?:the|that|those)\b|\bnot (?:going ahead|going) with (?:the|that|it)\b"
    ),
}
"""Only read where a price of ours was named: there it tells that the client does without."""

OWNS_UP: Phrases = {
    "nl": (
        r"\b(?:(?:stond|staat) er (?:gewoon|inderdaad|toch|wel|duidelijk)|(?:inderdaad|zie ik nu|gewoon) (?:in|op) de"
        r" (?:offerte|mail|opdracht)|overheen gelezen|over het hoofd gezien|vergeten dat|(?:had|heb) (?:ik|het) "
        r"(?:\w+ ){0,2}(?:goedgekeurd|gemist|niet gelezen)|mijn fout|onze fout|mijn excuses|onze excuses|je"
        r" hebt gelijk|u hebt gelijk|u heeft gelijk|ik betaal|wij betalen|we betalen|(?:is|zijn) (?:net |al |zojuist )?"
        r"(?:betaald|overgemaakt)|(?:maak|heb) (?:ik )?het (?:\w+ )?over(?:gemaakt)?)\b"
    ),
    "en": (
        r"\b(?:in black and white|there it is|there it was|my (?:apologies|mistake|error|bad|fault)|our (?:apologies"
        r"|mistake|error|fault)|i apologi[sz]e|(?:i|we) (?:missed|overlooked|forgot|misread|hadn't (?:read|seen))"
        r"|(?:i|we)(?:'ll| will) pay|(?:i|we)(?:'ve| have) (?:just )?paid|you(?:'re| are| were) right|i stand"
        r" corrected|i (?:even )?(?:wrote|said|agreed|approved)|paid (?:just now|today|in full))\b"
    ),
}


def fee_accepted(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that accepts a sum, or the empty string."""
    money, yes, no = phrases(SUM, language), phrases(YES, language), phrases(NO, language)
    if money is None or yes is None or no is None:
        return ""
    return next(
        (
            one.text
            for one in sentences_of(text)
            if not one.asks and money.search(one.words) and yes.search(one.words) and not no.search(one.words)
        ),
        "",
    )


def fee_declined(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that does without something, or the empty string."""
    declines = phrases(DECLINES, language)
    if declines is None:
        return ""
    return next((one.text for one in sentences_of(text) if not one.asks and declines.search(one.words)), "")


def dispute_withdrawn(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that owns up or pays after all, or the empty string."""
    owns_up = phrases(OWNS_UP, language)
    if owns_up is None:
        return ""
    return next((one.text for one in sentences_of(text) if not one.asks and owns_up.search(one.words)), "")
