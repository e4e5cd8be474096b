"""What a client wants done beside the work: to be sent a bill, rung up, confirmed something.

It stands by itself or beside a yes and thanks, and is no change of what was shown. What they will do themselves, and
"let me know if there is anything", is none.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

ASKS: Phrases = {
    "nl": (
        r"\b(?:stuur|mail|bel|app|bevestig) (?:u |je )?(?:mij|me|ons)\b"
        r"|\b(?:stuur|mail) (?:u |je )?(?:\w+ ){0,3}?(?:(?:eind|slot)?factuur|rekening|nota|bon|offerte)\b"
        r"|\b(?:de|je|uw|een|die) (?:eind|slot)?(?:factuur|rekening|nota|bon|offerte|contract|overeenkomst) "
        r"(?:mag|kun|kunt|kan) (?:je|u|jij)?\b[^.;]{0,30}\b(?:sturen|mailen|maken|opmaken|schrijven)\b"
        r"|\b(?:je|u) (?:mag|kunt|kan) (?:\w+ ){0,4}?(?:factuur|rekening|nota|bon|offerte)\b[^.;]{0,20}"
        r"\b(?:sturen|mailen|maken|opmaken)\b|\bgraag (?:ontvang(?:en|t)?|krijg(?:en)?|hoor|zien) (?:ik|we|wij)\b"
        r"|\b(?:gelieve|graag) (?:\w+ ){0,5}?(?:sturen|mailen|bellen|bevestigen|toezenden|opsturen|doorsturen)\b"
        r"|\bgraag (?:de|je|uw|een) (?:eind|slot)?(?:factuur|rekening|nota|offerte|bevestiging)\b"
    ),
    "en": (
        r"\b(?:please|kindly|do|just) (?:also |then |now )?(?:send|email|mail|forward|call|ring|phone|invoice|bill"
        r"|confirm|resend)\b|^(?:and |so |then |now )*(?:send|email|forward|resend) (?:me|us|over)\b"
        r"|\bsend (?:\w+ ){0,3}?(?:invoice|bill|quote)\b"
        r"|\b(?:you can|you may|feel free to|go ahead and) (?:now |then )?(?:invoice|bill)\b"
        r"|^(?:and |so )?(?:call|ring|phone) (?:me|us)\b"
    ),
    "de": (
        r"\bbitte (?:\w+ ){0,3}?(?:senden|schicken|mailen|bestätigen|rufen|sende|schick|schicke|bestätige|ruf|rufe)\b"
        r"|\b(?:senden|schicken|mailen) sie (?:mir|uns)\b|^(?:und )?schicke? (?:mir|uns)\b"
        r"|\bbitte (?:um )?(?:die|eine|ihre|deine) (?:schluss)?(?:rechnung|bestätigung)\b"
        r"|\b(?:die|ihre|deine) rechnung (?:können sie|kannst du)\b"
    ),
    "fr": (
        r"\b(?:merci de|veuillez|prière de) (?:bien vouloir )?(?:me |nous )?(?:l'|la |le |les )?"
        r"(?:envoyer|adresser|transmettre|faire parvenir|appeler|confirmer|rappeler)\b"
        r"|\b(?:envoyez|envoie|adressez|transmettez|appelez|rappelez|confirmez)[- ](?:moi|nous|la|le|votre|ta)\b"
        r"|\b(?:vous pouvez|tu peux) (?:m'|nous )?(?:envoyer|adresser|facturer)\b"
    ),
    "es": (
        r"\bpor favor,? (?:\w+ ){0,2}?(?:envíe|envía|mande|manda|llame|llama|confirme|confirma)\w*\b"
        r"|\b(?:envíe|mánde|envía|mánda|lláme|lláma|confírme)(?:nos|me|noslo|nosla)\b"
        r"|\b(?:puede|puedes) (?:enviar|mandar|facturar)(?:nos|me|la)?\b"
    ),
}

NONE: Phrases = {
    "nl": r"\b(?:niet|niets|hoeft|als er|mocht er|ik stuur|wij sturen|we sturen|stuur ik|sturen (?:we|wij))\b",
    "en": r"\b(?:not|don't|won't|needn't|no need|if (?:there|anything|you)|in case|i'll|we'll|i will|we will)\b",
    "de": r"\b(?:nicht|kein\w*|falls|wenn|ich sende|wir senden|sende ich|senden wir)\b",
    "fr": r"\b(?:pas|si|au cas où|inutile)\b",
    "es": r"\b(?:no|si|en caso)\b",
}
"""Denied, only in case of something, or what the client will do."""


def errand(text: str, *, language: str) -> str:
    """The first sentence of a client's newly written text that wants something done, or the empty string."""
    asks, none = phrases(ASKS, language), phrases(NONE, language)
    if asks is None or none is None:
        return ""
    told = (one for one in sentences_of(text) if not one.asks and asks.search(one.words))
    return next((one.text for one in told if not none.search(one.words)), "")
