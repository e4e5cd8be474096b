"""How we hand work over and ask for a yes in each language, and what only sounds like it; read by `delivery`.

`HANDS_OVER` gives work or says that it is done; `NOT_WORK` goes along with papers only; `NOT_YET` puts it off.
"""

from __future__ import annotations

from mailaide.core.reading.spans import Phrases

_VERSION_NL = r"(?:versie|proef|concept|voorstel|ontwerp|schets|variant|ronde|deel|hoofdstuk|v)"
_VERSION_EN = r"(?:version|draft|proof|plan|revision|rev|round|option|mock-?up|part|chapter|cut|layout|sheet|v)"
_DONE_NL = (
    r"(?:klaar|gereed|live|online|opgeleverd|geplaatst|verzonden|verstuurd|vervangen|verholpen|hersteld|gerepareerd"
    r"|aangepast|verwerkt|gewijzigd|bijgewerkt|doorgevoerd|toegevoegd|opgelost|gecorrigeerd|geleverd|ingediend"
    r"|geïnstalleerd|gemonteerd|gepubliceerd|afgerond|voltooid|ingemeten|geschilderd|vertaald|nagekeken|gelakt)"
)
_DONE_EN = (
    r"(?:ready|live|done|finished|complete[d]?|fixed|in place|in the (?:folder|drive|dropbox)|online|installed"
    r"|fitted|repaired|replaced|filed|submitted|published|delivered|updated|corrected|changed|added|uploaded"
    r"|launched|on (?:the )?(?:test|staging) (?:site|server)|built|printed|posted|recorded|swapped|mended|painted"
    r"|edited"
    r"|translated|mounted|gone)"
)
_NUMBER_EN = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)"
)

HANDS_OVER: Phrases = {
    "nl": (
        r"\b(?:in de bijlagen?|bijgaand|hierbij|bijgevoegd|zie (?:de )?bijlagen?|als bijlage|daar is[- ]ie|hier is"
        r"|hier zijn|alsjeblieft)\b"
        rf"|\b(?:staat|staan|zit|zitten)\b[^.?!]{{0,50}}\b(?:{_DONE_NL}|in de map|in (?:je|uw|jullie) (?:map|dropbox"
        r"|account)|in de gedeelde \w+|op de (?:test)?(?:omgeving|server|site)|erop|er nu|nu in)\b"
        rf"|\b(?:is|zijn|heb|hebben|was)\b[^.?!]{{0,60}}\b{_DONE_NL}\b|\b(?:is|zijn) (?:\w+ ){{0,2}}(?:af|erop)\b"
        rf"|^(?:de |het |alle |allebei |alles |beide )?(?:\w+ ){{0,3}}{_DONE_NL}\b(?!:)"
        rf"|^(?!(?:in|op|voor|bij|van|na) )(?:\w+ ){{0,3}}{_VERSION_NL} ?\d+\b(?! (?:van|t/m))"
        rf"|\b{_VERSION_NL} ?\d+ (?:met|waarin|in de map|zonder)\b"
        r"|\bhet zit erop\b|\bis nu\b|\bhier(?:bij|mee) \w+|\bin de map\b"
    ),
    "en": (
        r"\b(?:attached|enclosed|here you go|here they are|herewith|please find)\b"
        r"|\bhere(?:'s| is| are) (?!what|how|where|why|the (?:thing|plan|problem|catch))"
        rf"|\b(?:is|are|have|has|'ve|was|were|now|(?:it|that|this|all|everything|both)'s|they're)\b[^.?!]{{0,50}}"
        rf"\b{_DONE_EN}\b|\b(?:it|that|this|everything)(?:'s| is) (?:up|out|in)\b(?= *[.!,]|$| and)"
        r"|\b(?:have|has|'ve|was|were|is|are) (?:just |all |now )?sent\b"
        rf"|^(?:and )?(?:the |all |both |everything |all (?:of )?(?:the|it) )?(?:\w+ ){{0,3}}{_DONE_EN}\b(?!:)"
        rf"|^(?!(?:in|on|for|of|at|after) )(?:\w+ ){{0,3}}{_VERSION_EN} ?\d+\b(?! of)|\b{_VERSION_EN} ?\d+ (?:with"
        rf"|where|attached)\b"
        rf"|^all (?:here|there|in)\b|^(?:dear \w+ )?all (?:of the |the )?{_NUMBER_EN} \w+|\bjust gone\b|\bnow reads\b"
    ),
}

NOT_WORK: Phrases = {
    "nl": (
        r"\b(?:factuur|facturen|rekening|nota|offerte|creditnota|prijsopgave|opdrachtbevestiging|overeenkomst|contract"
        r"|voorwaarden|betaald|prijs|prijslijst|planning)\b"
    ),
    "en": (
        r"\b(?:invoice|bill|quote|quotation|estimate|proposal|credit note|contract|agreement|terms|price list|statement"
        r"|schedule|paid)\b"
    ),
}

NOT_YET: Phrases = {
    "nl": (
        r"\b(?:ontvangen|geweest|had|hadden|dan|nog niet|niet|geen|nooit|wordt|worden|zal|zullen|zodra|als|wanneer"
        r"|morgen|overmorgen"
        r"|straks|binnenkort"
        r"|binnen (?:\w+ ){0,2}(?:dagen|weken|werkdagen)|komt|volgt|bijna|half|krijgt?|krijgen|moet|moeten|kan|kunnen"
        r"|zou|zouden|wil|uiterlijk|volgende week|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
    ),
    "en": (
        r"\b(?:received|not|n't|isn't|aren't|hasn't|haven't|wasn't|never|will|'ll|won't|once|when|if|as soon as"
        r"|tomorrow|soon"
        r"|within|nearly|almost|half|going to|should|would|could|can|must|need|needs|by (?:mon|tues|wednes|thurs"
        r"|fri|satur"
        r"|sun)day|next week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|until|before)\b"
    ),
}

ASKS_A_YES: Phrases = {
    "nl": (
        r"\b(?:ga|gaat|gaan|ben|bent|zijn) (?:je|u|jullie) (?:\w+ ){0,3}akkoord\b"
        r"|\b(?:graag|wacht op|krijg ik|mag ik|ontvang ik|heb ik|zonder|na) (?:\w+ ){0,2}(?:je|uw|jullie) (?:\w+ )?"
        r"(?:akkoord|goedkeuring|fiat|ja|reactie op|oordeel|opmerkingen)\b"
        r"|\b(?:als|zodra|wanneer) (?:je|u|jullie) (?:\w+ ){0,3}(?:akkoord|goedkeur\w*|fiat)\b"
        r"|\b(?:weten|hoor|verneem|zeg|zegt|laat|meld)\b[^.?!]{0,40}\bof\b[^.?!]{0,60}\b(?:goed|akkoord|'m is"
        r"|(?:hem|het|dit) is|blij"
        r"|tevreden|vinden|klopt|door kan|zo mag|zo kan|naar wens|in orde)\b"
        r"|\b(?:mag|mogen|kan|kunnen|zal|zullen) (?:ik|we|wij|hij|het|ze|deze|dit) (?:\w+ ){0,5}(?:drukken|starten"
        r"|beginnen|bestellen|doorzetten|publiceren|online|live|tekenen|printen|versturen|inplannen|door|aan de slag"
        r"|zo (?:blijven|laten))\b[^.!]{0,30}\?"
        r"|\bof [^.?!]{0,40}'m is\b|\b(?:mist|mis) (?:u|je|jullie) iets\b|\blaat (?:het )?(?:me|mij"
        r"|ons) (?:dan )?weten (?:als|of)\b"
        r"|\b(?:akkoord|goed zo|zo goed|zo door)\?|\bmet (?:me|mij|ons) in zee\b"
        r"|\b(?:zolang|tot) ik (?:niets|niks)\b[^.?!]{0,30}\bhoor\b|\b(?:staat|klopt) alles\b[^.!]{0,40}\?"
    ),
    "en": (
        r"\b(?:let me know|tell me|say|shout|hear)\b[^.?!]{0,40}\b(?:if|whether|what you (?:think|make))\b[^.?!]{0,50}"
        r"\b(?:good|happy|ok|okay|fine|right|approve\w*|works?|go ahead|think|make of it|to use|with (?:it|this"
        r"|that))\b"
        r"|\b(?:shall|may|can|should) (?:we|i) (?:\w+ ){0,3}(?:order|go ahead|print|proceed|start|begin|book"
        r"|send it|sign"
        r"|publish|launch|press on|cut|build)\b[^.!]{0,40}\?"
        r"|\b(?:your|a) (?:\w+ )?(?:approval|go-ahead|sign-?off|verdict|written yes|yes|green light|ok|okay)\b"
        r"(?=[^.]*\b(?:need|please|glad|wait|before|by|to|have|want|without|like)\b|\?)"
        r"|\b(?:need|glad of|waiting for|wait for|like|want|have|with) your (?:\w+ )?(?:approval|go-ahead|sign-?off"
        r"|verdict"
        r"|yes|ok|okay|thoughts|blessing)\b"
        r"|\b(?:please )?(?:approve|sign off)\b[^.!]{0,40}(?:\?|\bplease\b)|\bplease (?:approve|confirm|sign)\b"
        r"|\b(?:are you|you) happy with\b|\bdoes (?:this|that|it) work for you\b|\bgood to go\?|\bok(?:ay)?\?"
        r"|\bif you(?:'re| are) happy\b|\bonce you(?:'ve| have)? approve[d]?\b"
        r"|\blet me know if (?:anything|there(?:'s| is)|it needs)\b|\blove to hear what you (?:make|think)\b"
        r"|\bhappy for (?:me|us) to\b"
    ),
}
