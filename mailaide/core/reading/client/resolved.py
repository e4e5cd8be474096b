"""Where a client says that what they wrote about has been settled by itself, or is wanted no more.

"Laat maar, al gevonden." What is still to be settled, hangs on something or is asked, is not.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

LONGEST = 25
"""Words of a sentence; who needs more says something else beside it."""

RESOLVED: Phrases = {
    "nl": (
        r"^(?:is |het is |dat is )?(?:al |inmiddels |intussen |ondertussen |zelf )*(?:opgelost|gelukt|gevonden)\b"
        r"|\b(?:is|zijn|heb|hebben|hebt|heeft) (?:\w+ ){0,3}?(?:al|inmiddels|intussen|ondertussen|zelf|hiermee|daarmee"
        r"|nu) (?:\w+ ){0,3}?(?:opgelost|gelukt|gevonden|geregeld|verholpen|de wereld uit)\b"
        r"|\b(?:het|dat|dit|alles) (?:is|doet het|werkt) (?:nu |weer )*(?:opgelost|verholpen|geregeld|weer|nu)\b"
        r"|\b(?:hiermee|daarmee) (?:is|heeft) (?:\w+ ){0,3}?(?:opgelost|afgedaan|afgehandeld)"
        r"|\b(?:heeft|hebben) zich (?:\w+ ){0,2}?opgelost\b|\blaat (?:het )?maar(?: zitten| even)?(?=[,.!]|$)"
        r"|\b(?:hoeft|hoeven|is|zijn) (?:\w+ ){0,2}?(?:niet|niets) meer(?: nodig| te doen)?\b"
        r"|\b(?:vergeet|negeer) (?:mijn|m'n|dit|deze|die|de vorige)\b"
    ),
    "en": (
        r"^(?:all |now |already )*(?:sorted|resolved|solved)\b|\bnever ?mind\b(?! (?:that|the|what|how))"
        r"|\b(?:is|it's|that's|has|been|have|i've|we've|got it) (?:\w+ ){0,2}?(?:sorted|resolved|solved)\b"
        r"|\b(?:i|we|i've|we've) (?:just |already |now )?found (?:it|them)\b"
        r"|\bworks (?:again|now|after all)\b|\bworking again\b|\bno longer (?:needed|necessary)\b"
        r"|\b(?:ignore|disregard|forget) (?:my|that|this|the) (?:last|previous|earlier|e-?mail|message|question)\b"
    ),
    "de": (
        r"^(?:schon |bereits |inzwischen )*(?:erledigt|gefunden|geklärt|gelöst)\b|\bhat sich (?:\w+ ){0,4}?erledigt\b"
        r"|\b(?:ist|habe|haben|hat) (?:\w+ ){0,3}?(?:schon|bereits|inzwischen|damit|jetzt|selbst) (?:\w+ ){0,2}?"
        r"(?:erledigt|gefunden|geklärt|gelöst|behoben)\b|\b(?:funktioniert|läuft|geht) (?:jetzt |nun )?wieder\b"
        r"|\b(?:vergessen sie|vergiss) (?:meine|die|das|es)\b|\bnicht mehr nötig\b"
    ),
    "fr": (
        r"\b(?:c'est|tout est|problème) (?:\w+ ){0,2}?(?:réglé|résolu|arrangé)\b|\blaisse[zr]? tomber\b"
        r"|\b(?:je l'ai|nous l'avons) (?:\w+ )?(?:retrouvée?|trouvée?)\b|\boublie[zr]? (?:ma|mon|ce|cette)\b"
        r"|\bplus (?:la peine|besoin|nécessaire)\b"
    ),
    "es": (
        r"\b(?:está|quedó|queda|ha quedado) (?:\w+ )?(?:resuelto|solucionado|arreglado)\b|\bya (?:lo|la) (?:he|hemos)"
        r" (?:encontrado|resuelto|solucionado)\b|\b(?:olvida|olvide|olvidad) (?:mi|el|lo|este|esta)\b"
        r"|\bya no (?:hace falta|es necesario)\b"
    ),
}

NOT_YET: Phrases = {
    "nl": (
        r"\b(?:niet (?!meer\b)|nog|hopelijk|geen|nooit|als|zodra|wanneer|voordat|graag|moet|wil|willen|deels|half"
        r"|bijna)"
    ),
    "en": (
        r"\b(?:not|never(?! ?mind)|\w+n't|if|once|when|until|unless|please|hope|hopefully|must|should|want|need|partly"
        r"|half|almost)\b"
    ),
    "de": (
        r"\b(?:nicht(?! mehr nötig)|noch|kein\w*|nie|hoffentlich|wenn|sobald|wann|bevor|bitte|muss|soll|teilweise"
        r"|fast)\b"
    ),
    "fr": r"\b(?:pas|jamais|espère|si|dès|quand|avant|presque|en partie)\b",
    "es": r"\b(?:no (?!(?:hace|es)\b)|nunca|espero|si|cuando|antes|casi|en parte)\b",
}


def resolved(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that says so, or the empty string."""
    says, not_yet = phrases(RESOLVED, language), phrases(NOT_YET, language)
    if says is None or not_yet is None:
        return ""
    return next(
        (
            one.text
            for one in sentences_of(text)
            if not one.asks
            and len(one.words.split()) <= LONGEST
            and says.search(one.words)
            and not not_yet.search(one.words)
        ),
        "",
    )
