"""Where a client says that the work is what was wanted. No word of consent stands there, and it is one all the same.

Only without a doubt or a but beside it: "not quite what we had in mind" is none, nor is "if it is what we asked for".
"""

from __future__ import annotations

from mailaide.core.reading.spans import Phrases, phrases, sentences_of

FITS: Phrases = {
    "nl": (
        r"\b(?:precies|exact|helemaal|juist) (?:dat )?wat (?:we|wij|ik) (?:\w+ ){0,3}?(?:wilden?|zocht(?:en)?"
        r"|bedoelden?|vroeg|vroegen|hoopten?|nodig had(?:den)?|voor ogen|in gedachten)\b"
    ),
    "en": (
        r"\b(?:exactly|just|precisely) (?:what|as|how) (?:we|i) (?:\w+ ){0,2}?(?:wanted|needed|hoped|asked|imagined"
        r"|meant|pictured|had in mind|(?:were|was|have been|had been) (?:looking|hoping|asking) for)\b"
    ),
    "de": (
        r"\bgenau (?:das,? was|so,? wie|wie|was) (?:wir|ich) (?:\w+ ){0,3}?(?:wollten?|brauchten?|suchten?|gesucht"
        r"|gewünscht|vorgestellt|gemeint|meinten?)\b"
    ),
    "fr": (
        r"\b(?:exactement|tout à fait|précisément) ce (?:que|qu'|dont) ?(?:nous|je|j'|on) ?(?:\w+ ){0,2}?(?:voul\w+"
        r"|cherch\w+|attend\w+|imagin\w+|souhait\w+|avi\w+ (?:besoin|en tête))\b"
    ),
    "es": (
        r"\b(?:justo|justamente|exactamente|precisamente) lo que (?:\w+ ){0,2}?(?:quer\w+|busc\w+|necesit\w+|imagin\w+"
        r"|esper\w+|pedi\w+|tenía\w* en mente)\b"
    ),
}

DOUBTS: Phrases = {
    "nl": r"\b(?:niet|geen|bijna|nog|als|of|maar|behalve)\b",
    "en": r"n't\b|\b(?:not|never|almost|nearly|if|whether|but|except|unless|though|hardly)\b",
    "de": r"\b(?:nicht|kein\w*|fast|beinahe|wenn|ob|aber|außer)\b",
    "fr": r"\b(?:pas|presque|si|mais|sauf)\b",
    "es": r"\b(?:no|casi|si|pero|salvo)\b",
}


def acceptance(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that says so, or the empty string."""
    fits, doubts = phrases(FITS, language), phrases(DOUBTS, language)
    if fits is None or doubts is None:
        return ""
    told = (one for one in sentences_of(text) if not one.asks and fits.search(one.words))
    return next((one.text for one in told if not doubts.search(one.words)), "")
