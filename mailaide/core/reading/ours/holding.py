"""Our own message that only says it was seen and that an answer will follow.

Short, without substance: as soon as it gives a fact, a sum, a cause or a piece of work, it is an answer.
"""

from __future__ import annotations

import re

from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.text.sentences import sentences

LONGEST = 320
"""Characters, greeting and name included."""

_FOLLOWS = re.compile(
    r"\b(?:i(?:'ll| will|'m going to)|we(?:'ll| will)) (?:\w+ ){0,8}?(?:get back|come back|(?<!your )(?:reply|answer)"
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
    r"|\bhoor je van mij\b|\bzoek het uit\b|\bkijk er(?:naar)? (?:straks|morgen|vanavond|zo)\b"
    r"|\b(?:an?|the|my|our) (?:\w+ )?(?:answer|reply|response) (?:will follow|to follow|follows|is coming)\b"
    r"|\b(?:antwoord|reactie) volgt\b|\b(?:reageer|antwoord|mail|bel) (?:ik )?(?:later|straks|snel|zo snel|nog"
    r"|uitgebreid|dan|daarna|morgen|vanavond)\b"
    r"|\b(?:hoor|hoort|horen) (?:je|u|jullie) (?:snel|gauw|spoedig|binnenkort|zo)\b|\blaat (?:het )?(?:je|u"
    r"|jullie) (?:het )?"
    r"(?:(?!me\b|mij\b|ons\b)\w+ )?weten\b|\b(?:eine )?antwort folgt\b|\b(?:une |ma )?réponse (?:suit|suivra)\b"
    r"|\bmelde(?:n)? (?:ich |wir )?(?:mich|uns)\b|\bsie hören\b[^.\n]{0,40}\bvon (?:mir|uns)\b"
    r"|\b(?:ich|wir) (?:antworte|schreibe|rufe)n? (?:ihnen|dir)\b|\bkomme?n? (?:ich |wir )?darauf zurück\b"
    r"|\breviens vers (?:vous|toi)\b|\bje (?:vous|te) (?:réponds?|rappelle|recontacte|tiens au courant|redis)\b"
    r"|\bvous (?:aurez|recevrez) (?:une|ma|notre) réponse\b"
    r"|\b(?:answer|reply|replies|response)\b[^.\n]{0,30}\b(?:coming|on (?:its|the) way|is due|to follow"
    r"|tomorrow|later|by \w+day)\b"
    r"|\b(?:you (?:shall|will) have|expect) (?:my|our) (?:view|thoughts|answer|reply|response|comments)\b"
    r"|\bwill answer\b|\b(?:antwoord|reactie) (?:komt|krijg)\b|\b(?:morgen|straks|vanavond|later) (?:een )?(?:antwoord"
    r"|reactie)\b|\bwordt\b[^.\n]{0,50}\bbeantwoord\b|\bschrijf (?:je|u|jullie) [^.\n]{0,40}\bantwoord\b"
    r"|\blaat (?:wel |nog )?iets weten\b|\bantwort (?:kommt|kriegst|bekommst|bekommen|erhalten|geht|gibt es)\b"
    r"|\bantwort (?:bekommen|erhalten) sie\b|\bréponse\b[^.\n]{0,40}\b(?:suivra|suit|arrive|viendra)\b"
    r"|\b(?:recibirá|recibirás|tendrá|tendrás) (?:una |mi |nuestra )?respuesta\b"
    r"|\b(?:te|le|os|les) (?:digo (?:algo|pronto)|respondo|contesto|responderé|contestaré|cuento|aviso|avisaré)\b",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"[€$£]\s?\d|\d\s?(?:euro|%)|\b(?:attached|enclosed|bijgaand|bijlage|hierbij(?! bevestig)|because|omdat|doordat"
    r"|the cause|de oorzaak|fixed|hersteld|opgelost"
    r"|solved|replaced|vervangen|refund\w*|credit\w*|corrected|gecorrigeerd|aangepast|here(?:'s| is| are)"
    r"|invoice|you(?:'re| are) right"
    r"|je hebt gelijk|u hebt gelijk|u heeft gelijk|sorry(?! (?:for|about) (?:the|my) (?:delay|late|slow"
    r"|silence)| voor (?:de|mijn) (?:late|trage)| dat (?:ik|het) (?:nu|zo))|excuses"
    r"|my fault|mijn fout|i suggest|mijn voorstel"
    r"|ik stel voor|costs? (?!are|is)|kost(?:en(?! zijn))?\b|quote|offerte"
    r"|deliver\w*|lever\w*|no,|nee,|anbei|im anhang|weil|behoben|erledigt|kostet|angebot|rechnung"
    r"|entschuldig\w*|mein fehler"
    r"|ci-joint|en pièce jointe|parce que|corrigé\w*|coûte|devis|facture|désolée?|adjunto|porque|corregid\w+|cuesta"
    r"|presupuesto|lo siento|nein,|non,)",
    re.IGNORECASE,
)

_LOOKS = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall|'m going to) (?:\w+ )?(?:check|find out|look|ask|see (?:what|if|whether)|dig)\b"
    r"|\b(?:daar|dat|hier|er|die) (?:kijk|zoek|ga|check|vraag) (?:ik|we|wij)\b|\bik (?:zoek|vraag|kijk|check"
    r"|ga) (?:het|dat|er|even|je)\b"
    r"|\b(?:das|da) (?:schaue|prüfe|kläre|frage) ich\b|\bich (?:schaue|sehe|prüfe|kläre|frage) (?:es|das|mir|nach)\b"
    r"|\bje (?:regarde|vérifie|me renseigne|demande)\b|\b(?:lo|la) (?:miro|compruebo|consulto|averiguo|pregunto)\b",
    re.IGNORECASE,
)
"""To look into it puts off only where the mail says nothing else."""
_WORDS = 4
"""A sentence of fewer is a greeting or a name."""

_RECEIVED = re.compile(
    r"\b(?:got (?:your|the|it|everything|this)|got your|received|i have seen|i've seen|seen (?:it|this|your)"
    r"|confirm(?:ing)? (?:receipt|i received|the receipt)|(?:slate|parcel|files|photos?) arrived"
    r"|(?:bedankt|dank|dankjewel|dank je wel|danke|merci|gracias) (?:voor|für|pour|por) (?:je|uw|jullie|het|de"
    r"|ihre|deine|die|votre|ton|tu"
    r"|su) \w+|thank(?:s| you)(?: very much)? for (?:letting|passing|your (?:request|mail|e-?mail|message|note)"
    r"|thinking|writing|the photos)|nice that you ask|let me (?:look|check)"
    r"|(?:mail|bericht|foto's|vraag|stukken|alles|lijst) (?:\w+ ){0,6}?(?:gezien|gelezen|ontvangen|binnen"
    r"|aangekomen|gehoord)|gezien|gelezen|ontvangen|ontvangst|binnen!|(?:heb ik|ik heb u) (?:\w+ )?(?:binnen"
    r"|gehoord)|aangekomen"
    r"|goed dat (?:u|je) (?:even )?mailt|dank voor (?:het doorsturen|uw|je)|erhalten|angekommen|bien reçu"
    r"|recibid[oa])\b",
    re.IGNORECASE,
)
_PUTS_OFF = re.compile(
    r"\b(?:(?<!what )(?:i|we)(?:'ll| will| shall| want to| must| check| speak| answer| say| write| tell| come back"
    r"| get back)|shall (?:come|write|get)|will (?:ring|call|look|write|get|come|send)|(?:you(?:'ll| will)"
    r"|expect to) (?:have|hear|get)|hear from me|give me (?:till|until)|you have (?:price|my|an) )[^.\n]{0,60}"
    r"(?:\b(?:you|back|answer|look|read|check|comments|reply|result|price|something|text|write|write to you"
    r"|from me|till \w+|date)\b|$)"
    r"|\b(?:bel|mail|app|schrijf|laat|kom|kijk|zoek|lees) (?:ik|er|het|u|je|daar|hier)\b|\b(?:ontvangt|krijgt"
    r"|heeft|heb|krijg|hoort|hoor) (?:u|je|jullie) [^.\n]{0,40}(?:van (?:mij|me|ons)|antwoord|reactie|prijs"
    r"|aantekeningen|bericht)|\b(?:en|ik) (?:bel|kijk|mail|app)\b"
    r"|\blaat (?:u|je|jullie) (?!(?:het )?(?:me|mij|ons)\b)[^.\n]{0,40}weten\b",
    re.IGNORECASE,
)
_NOT_LOOKED = re.compile(
    r"\b(?:haven't|have not|hasn't|has not|didn't|did not) (?:yet |even |really )?(?:opened|open|read|looked|look at"
    r"|(?:had|got|found|have|get|find) (?:the |any |much )?(?:time|chance|moment|round|around))\b"
    r"|\b(?:nog|er) (?:\w+ )?niet (?:\w+ )?(?:bekeken|gelezen|geopend|naar gekeken|doorgelezen|doorgenomen"
    r"|(?:aan )?toegekomen)\b|\bnog geen (?:tijd|gelegenheid|moment) (?:gehad|gevonden)\b"
    r"|\bnoch nicht (?:\w+ )?(?:angesehen|angeschaut|gelesen|geöffnet|dazu gekommen)\b|\bnoch keine zeit\b"
    r"|\bpas encore (?:\w+ )?(?:regardé|lu|ouvert|eu le temps|pu (?:regarder|lire))\b"
    r"|\b(?:todavía|aún) no (?:l[oa]s? )?(?:he|hemos) (?:leído|abierto|mirado|podido|tenido tiempo)\b",
    re.IGNORECASE,
)
"""Not "seen" or "got": who has not seen something may mean that we have not sent it."""

_TELLS = re.compile(
    (
        r"\b(?:weeks?|delay(?:ed)?|postponed|put (?:it )?back|is ready|are ready|done|finished|attached|i suggest"
        r"|fixed|changed|decided|confirmed|klaar|af\b|uitgesteld|vertraging|gevonden|aangepast|verplaatst"
        r"|besloten)\b"
    ),
    re.IGNORECASE,
)
"""A fact beside the receipt: then it is more than a receipt."""


def holding_reply(text: str) -> Signal | None:
    """The sentence that puts the client off, when the newly written text does nothing else."""
    if len(text) > LONGEST or _SUBSTANCE.search(text):
        return None
    said = list(sentences(text))
    for sentence in said:
        if found := _FOLLOWS.search(sentence):
            return _signal(sentence, found)
    telling = [one for one in said if len(one.split()) >= _WORDS and not _RECEIVED.search(one) and "?" not in one]
    if len(telling) == 1 and (found := _LOOKS.search(telling[0])):
        return _signal(telling[0], found)
    received = _RECEIVED.search(text)
    if received is None or _TELLS.search(text):
        return None
    for sentence in sentences(text):
        if found := _PUTS_OFF.search(sentence):
            return _signal(sentence, found)
    return None


def puts_off_looking(text: str) -> Signal | None:
    """The sentence in which a client says that they have not looked yet: they will, and wait for nothing."""
    found = next(((one, hit) for one in sentences(text) if "?" not in one and (hit := _NOT_LOOKED.search(one))), None)
    return _signal(*found) if found else None


def _signal(sentence: str, found: re.Match[str]) -> Signal:
    because = f"says {' '.join(found.group().split())!r} and gives no answer"
    return Signal(kind=SignalKind.HOLDING_REPLY, sentence=sentence, because=because)
