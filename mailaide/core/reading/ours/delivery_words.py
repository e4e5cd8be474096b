"""How we hand work over and ask for a yes in each language, and what only sounds like it; read by `delivery`.

`HANDS_OVER` gives work or says that it is done; `NOT_WORK` goes along with papers only; `NOT_YET` puts it off.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases

_VERSION_NL = r"(?:versie|proef|concept|voorstel|ontwerp|schets|variant|ronde|deel|hoofdstuk|v)"
_VERSION_EN = r"(?:version|draft|proof|plan|revision|rev|round|option|mock-?up|part|chapter|cut|layout|sheet|v)"
_DONE_NL = (
    r"(?:klaar|gereed|live|online|opgeleverd|geplaatst|verzonden|verstuurd|vervangen|verholpen|hersteld|gerepareerd"
    r"|aangepast|verwerkt|gewijzigd|bijgewerkt|doorgevoerd|toegevoegd|opgelost|gecorrigeerd|geleverd|ingediend"
    r"|geüpload|klaargezet|geïnstalleerd|gemonteerd|gepubliceerd|afgerond|voltooid|ingemeten|geschilderd"
    r"|vertaald|nagekeken|gelakt)"
)
_DONE_EN = (
    r"(?:ready|live|done|finished|complete[d]?|fixed|in place|in the (?:folder|drive|dropbox)|online|installed"
    r"|fitted|repaired|replaced|filed|submitted|published|delivered|updated|corrected|changed|added|uploaded"
    r"|launched|on (?:the )?(?:test|staging) (?:site|server)|built|made|printed|posted|recorded|swapped|mended"
    r"|painted|edited|translated|mounted|gone)"
)
_NUMBER_EN = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)"
)

_DONE_DE = (
    r"(?:fertig|online|live|umgesetzt|eingearbeitet|geändert|angepasst|korrigiert|behoben|hochgeladen|veröffentlicht"
    r"|montiert|geliefert|erledigt|repariert|übersetzt|gedruckt|im ordner|in der (?:dropbox|cloud)|für sie bereit)"
)
_DONE_FR = (
    r"(?:prête?s?|en ligne|terminée?s?|corrigée?s?|modifiée?s?|mise?s? à jour|livrée?s?|publiée?s?|installée?s?"
    r"|intégrée?s?|réparée?s?|traduite?s?|dans le dossier)"
)
_DONE_ES = (
    r"(?:list[oa]s?|en línea|online|publicad[oa]s?|terminad[oa]s?|corregid[oa]s?|cambiad[oa]s?|subid[oa]s?"
    r"|entregad[oa]s?|instalad[oa]s?|arreglad[oa]s?|traducid[oa]s?|en la carpeta)"
)

HANDS_OVER: Phrases = {
    "nl": (
        r"^hier (?:de|het|je|jullie|uw|alvast|nog) (?!vraag|vragen|probleem|plan|planning)\w+|"
        r"\bbij dezen? (?:de|het|jouw|uw|je) \w+|\b(?:alles|het|hij) (?:werkt|doet het)(?: weer)?\b|\bin deze"
        r" map\b|\b(?:via|onder) deze link\b|"
        r"\b(?:in de bijlagen?|bijgaand|hierbij(?! (?:bevestig|laat|meld|informeer|verzoek|vraag|nodig|deel))"
        r"|bijgevoegd|zie (?:de )?bijlagen?|als bijlage|daar is[- ]ie|hier is"
        r"|hier zijn|alsjeblieft)\b"
        rf"|\b(?:staat|staan|zit|zitten)\b[^.?!]{{0,50}}\b(?:{_DONE_NL}|in de map|in (?:je|uw|jullie) (?:map|dropbox"
        r"|account)|in de gedeelde \w+|op de (?:test)?(?:omgeving|server|site)|erop|er nu|nu in)\b"
        rf"|\b(?:is|zijn|heb|hebben|was)\b[^.?!]{{0,60}}\b{_DONE_NL}\b|\b(?:is|zijn) (?:\w+ ){{0,2}}(?:af|erop)\b"
        rf"|^(?:de |het |alle |allebei |alles |beide )?(?:\w+ ){{0,3}}{_DONE_NL}\b(?!:)"
        rf"|^(?!(?:in|op|voor|bij|van|na) )(?:\w+ ){{0,3}}{_VERSION_NL} ?\d+\b(?! (?:van|t/m))"
        rf"|\b{_VERSION_NL} ?\d+ (?:met|waarin|in de map|zonder)\b"
        r"|\bhet zit erop\b|\bhier(?:bij|mee) (?!bevestig|laat|meld|informeer|verzoek|vraag|nodig|deel|zit)\w+|\bin"
        r" de map\b"
    ),
    "en": (
        r"\b(?:everything|it|it all) works\b|\b(?:in|at|under|via) this (?:folder|link)\b|"
        r"^(?:hi \w+,? |dear \w+,? )?here (?:the|my|your) \w+|\b(?:draft|proof|version|file|page|site)'?s (?:in"
        r"|up|on|out)\b|"
        r"\b(?:attached|enclosed|here you go|here they are|herewith|please find)\b"
        r"|\bhere(?:'s| is| are) (?!what|how|where|why|ways|(?:the|my) (?:thing|plan|problem|catch|answers?|reply))"
        rf"|\b(?:is|are|have|has|'ve|was|were|now|(?:it|that|this|all|everything|both)'s|they're)\b[^.?!]{{0,50}}"
        rf"\b{_DONE_EN}\b|\b(?:it|that|this|everything)(?:'s| is) (?:up|out|in)\b(?= *[.!,]|$| and)"
        r"|\b(?:have|has|'ve|was|were|is|are) (?:just |all |now )?sent\b"
        rf"|^(?:and )?(?:the |all |both |everything |all (?:of )?(?:the|it) )?(?:\w+ ){{0,3}}{_DONE_EN}\b(?!:)"
        rf"|^(?!(?:in|on|for|of|at|after) )(?:\w+ ){{0,3}}{_VERSION_EN} ?\d+\b(?! of)|\b{_VERSION_EN} ?\d+ (?:with"
        rf"|where|attached)\b"
        rf"|^all (?:here|there|in)\b|^(?:dear \w+ )?all (?:of the |the )?{_NUMBER_EN} \w+|\bjust gone\b|\bnow reads\b"
    ),
    "de": (
        r"\b(?:anbei|im anhang|beigefügt|angehängt|hiermit (?:erhalten|bekommen|sende|schicke))\b"
        r"|\bhier (?:ist|sind|kommt|kommen) (?:nun |jetzt )?(?:der|die|das|version|fassung|entwurf|ihr\w*"
        r"|dein\w*|eu\w*)\b"
        rf"|\b(?:ist|sind|wurden?|habe|haben|steht|stehen|liegt|liegen)\b[^.?!]{{0,60}}\b{_DONE_DE}\b"
        rf"|^(?:alles |alle \w+ |\w+ )?{_DONE_DE}[.!]"
    ),
    "fr": (
        r"\bje viens (?:tout juste )?de (?:mettre|vous envoyer|publier|terminer|livrer|déposer|corriger)\b|"
        r"\b(?:ci-joint\w*|en pièce jointe|vous trouverez|voici|voilà (?:le|la|les|votre|vos))\b"
        rf"|\b(?:est|sont|ai|avons|été)\b[^.?!]{{0,60}}\b{_DONE_FR}\b"
    ),
    "es": (
        r"\bacabo de (?:subir|enviar|publicar|terminar|mandar|entregar|corregir)\w*\b|"
        r"\b(?:adjunt[oa]s?|aquí (?:va|van|tienes|tiene|tenéis|está|están)|(?:te|le|os|les) (?:paso|adjunto))\b"
        rf"|\b(?:está|están|he|hemos|sido|queda|quedan)\b[^.?!]{{0,60}}\b{_DONE_ES}\b"
    ),
}

NOT_WORK: Phrases = {
    "nl": (
        r"\b(?:factuur|facturen|rekening|nota|offerte|creditnota|prijsopgave|opdrachtbevestiging|overeenkomst"
        r"|contract|voorwaarden|betaald|antwoord(?:en)?|prijs|prijslijst|planning|notulen"
        r"|verslag van (?:ons|het) (?:gesprek|overleg))\b"
    ),
    "en": (
        r"\b(?:invoice|bill|quote|quotation|estimate|proposal|credit note|contract|agreement|terms|price list"
        r"|statement|schedule|paid|this has changed(?=:)|minutes|notes (?:of|from) our)\b"
    ),
    "de": (
        r"\b(?:rechnung\w*|angebot\w*|gutschrift|kostenvoranschlag|auftragsbestätigung|vertrag|agb|bezahlt"
        r"|zeitplan|antwort(?:en)?|preisliste|protokoll)\b"
    ),
    "fr": (
        r"\b(?:factures?|devis|un avoir|contrat|conditions|payée?s?|compte rendu|planning|réponses?"
        r"|voici (?:ce qu\w*|comment))\b"
    ),
    "es": r"\b(?:facturas?|presupuesto|abono|contrato|condiciones|pagad[oa]s?|acta)\b",
}

STATE: Phrases = {
    "nl": (
        r"\b(?:stand van (?:zaken|nu)|hoe het (?:ervoor staat|staat met)|tussenstand|waar we (?:nu )?staan"
        r"|voortgang\w*|dit is (?:klaar|af|gedaan|opgeleverd):|hieraan heb ik gewerkt|weekbericht)"
    ),
    "en": (
        r"\b(?:(?:where|how) (?:things|we|it|the work) stands?|status (?:update|report)|progress (?:update|report)"
        r"|progress(?: so far)?:|state of play|(?:weekly|quick|short) update)\b|^(?:finished|done|done so"
        r" far):$|\bi(?:'ve| have) worked on:"
    ),
    "de": r"\b(?:aktueller? stand|so sieht es (?:heute )?aus|zwischenstand|das ist (?:fertig|geliefert):|daran"
    r" habe ich"
    r" gearbeitet|wochenbericht)",
    "fr": (
        r"\b(?:point d'avancement|où en (?:est|sont)|état des lieux|avancement|voici où"
        r"|projet\b[^.]* s'est terminé)\b|^terminé ?:$"
    ),
    "es": r"\b(?:cómo (?:va|van|está)|estado (?:del|de la)|en qué punto|avance)\b|^terminado:$",
}
"""A report of how things stand: what is done in it was handed over before."""

GIVES_NOW: Phrases = {
    "nl": r"\b(?:in de bijlagen?|bijgaand|hierbij de|bijgevoegd|in de map|via deze link)\b",
    "en": r"\b(?:attached|enclosed|in the folder|via this link|here(?:'s| is| are) (?:the|your) \w+ (?:version"
    r"|draft|proof))\b",
    "de": r"\b(?:anbei|im anhang|beigefügt|im ordner)\b",
    "fr": r"\b(?:ci-joint\w*|en pièce jointe|dans le dossier)\b",
    "es": r"\b(?:adjunt[oa]s?|en la carpeta)\b",
}
"""What hands over even in a report."""

NOT_YET: Phrases = {
    "nl": (
        r"\b(?:per ongeluk|abusievelijk|\w+ van de \d+|van de (?:vijf|zes|zeven|acht|negen|tien"
        r"|twaalf)|vorige (?:versie|week)"
        r"|oude versie|weer zoals|ontvangen|geweest|had|hadden|dan|nog niet|niet|geen|nooit|wordt|worden|zal"
        r"|zullen|zodra|als|wanneer|morgen|overmorgen|straks|binnenkort"
        r"|binnen (?:\w+ ){0,2}(?:dagen|weken|werkdagen)|komt|volgt|bijna|half|krijgt?|krijgen|moet|moeten|kan|kunnen"
        r"|zou|zouden|wil|uiterlijk|volgende week|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
    ),
    "en": (
        rf"\b(?:by (?:mistake|accident)|accidentally|{_NUMBER_EN} of (?:the )?{_NUMBER_EN}|(?:old|previous"
        rf"|last) version|back to what"
        r"|received|not|n't|isn't|aren't|hasn't|haven't|wasn't|never|will(?! find)|'ll(?! find)|won't|once|when"
        r"|if|as soon as"
        r"|tomorrow|soon"
        r"|within|nearly|almost|half|going to|should|would|could|can|must|need|needs|by (?:mon|tues|wednes|thurs"
        r"|fri|satur"
        r"|sun)day|next week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|until|before)\b"
    ),
    "de": (
        r"\b(?:versehentlich|aus versehen|alte (?:fassung|version)|erhalten|nicht|noch|nie|wird|werden|würde"
        r"|kann|könnte|muss"
        r"|soll|sobald|wenn|morgen|übermorgen|fast|bald|halb|bis (?:mon|diens|donners|frei|sams|sonn)tag|war"
        r"|waren|von \d+)\b"
    ),
    "fr": (
        r"\b(?:par erreur|ancienne version|reçue?s?|pas|jamais|sera|seront|dès|quand|demain|bientôt|presque|si"
        r"|doit|peut|pourrait|était|étaient|sur (?:les )?\d+)\b"
    ),
    "es": (
        r"\b(?:por error|versión antigua|recibid[oa]|no|nunca|será|serán|estará|cuando|en cuanto|mañana|pronto"
        r"|casi|si|debe|puede|podría|estaba|estaban|de (?:las|los) \d+)\b"
    ),
}

ASKS_A_YES: Phrases = {
    "nl": (
        r"\b(?:ga|gaat|gaan|ben|bent|zijn) (?:je|u|jullie) (?:\w+ ){0,3}akkoord\b"
        r"|\b(?:graag|wacht op|krijg ik|mag ik|ontvang ik|heb ik|zonder|na) (?:\w+ ){0,2}(?:je|uw|jullie) (?:\w+ )?"
        r"(?:akkoord|goedkeuring|fiat|ja|reactie op|oordeel|opmerkingen)\b"
        r"|\b(?:als|zodra|wanneer) (?:je|u|jullie) (?:\w+ ){0,3}(?:akkoord|goedkeur\w*|fiat)\b"
        r"|\b(?:weten|hoor|verneem|zeg|zegt|laat|meld)\b[^.?!]{0,40}\bof\b[^.?!]{0,60}\b(?:goed|akkoord|'m is"
        r"|(?:hem|het|dit) is|blij|tevreden|vinden|klopt|door kan|zo mag|zo kan|naar wens|in orde)\b"
        r"|\b(?:mag|mogen|kan|kunnen|zal|zullen) (?:ik|we|wij|hij|het|ze|deze|dit) (?:\w+ ){0,5}(?:drukken|starten"
        r"|beginnen|bestellen|doorzetten|publiceren|online|live|tekenen|printen|versturen|inplannen|door|aan de slag"
        r"|zo (?:blijven|laten))\b[^.!]{0,30}\?"
        r"|\bof [^.?!]{0,40}'m is\b|\b(?:mist|mis) (?:u|je|jullie) iets\b|\blaat (?:het )?(?:me|mij"
        r"|ons) (?:dan )?weten (?:als|of)\b"
        r"|\bis (?:dit|deze|dat|het) (?:'m|hem|em|zo goed|akkoord|naar wens|goed zo)\b[^.!]{0,20}\?"
        r"|\b(?:akkoord|goed zo|zo goed|zo door)\?|\bmet (?:me|mij|ons) in zee\b"
        r"|\b(?:zolang|tot) ik (?:niets|niks)\b[^.?!]{0,30}\bhoor\b|\b(?:staat|klopt) alles\b[^.!]{0,40}\?"
    ),
    "en": (
        r"\b(?:let me know|tell me|say|shout|hear)\b[^.?!]{0,40}\b(?:if|whether|what you (?:think|make))\b[^.?!]{0,50}"
        r"\b(?:good|happy|ok|okay|fine|right|approve\w*|works?|go ahead|think|make of it|to use|with (?:it|this"
        r"|that))\b|\b(?:shall|may|can|should) (?:we|i) (?:\w+ ){0,3}(?:order|go ahead|print|proceed|start|begin|book"
        r"|send it|sign|publish|launch|press on|cut|build)\b[^.!]{0,40}\?"
        r"|\b(?:your|a) (?:\w+ )?(?:approval|go-ahead|sign-?off|verdict|written yes|yes|green light|ok|okay)\b"
        r"(?=[^.]*\b(?:need|please|glad|wait|before|by|to|have|want|without|like)\b|\?)"
        r"|\b(?:need|glad of|waiting for|wait for|like|want|have|with) your (?:\w+ )?(?:approval|go-ahead|sign-?off"
        r"|verdict|yes|ok|okay|thoughts|blessing)\b"
        r"|\b(?:please )?(?:approve|sign off)\b[^.!]{0,40}(?:\?|\bplease\b)|\bplease (?:approve|confirm|sign)\b"
        r"|\bdo you (?:approve|agree)\b|\b(?:are you|you) happy with\b"
        r"|\bdoes (?:this|that|it) work for you\b|\bgood to go\?|\bok(?:ay)?\?"
        r"|\bif you(?:'re| are) happy\b|\bonce you(?:'ve| have)? approve[d]?\b"
        r"|\blet me know if (?:anything|there(?:'s| is)|it needs)\b|\blove to hear what you (?:make|think)\b"
        r"|\bhappy for (?:me|us) to\b"
    ),
    "de": (
        r"\b(?:ist das|ist es|sind sie|bist du|seid ihr|passt (?:das|es|alles)|können wir|kann ich|darf ich"
        r"|soll ich|sollen wir)"
        r"\b[^.!]{0,60}\b(?:einverstanden|so|in ordnung|freigegeben|okay|ok|drucken|starten|beginnen|anfangen"
        r"|bestellen|veröffentlichen|online stellen|loslegen)\b[^.!]{0,50}\?"
        r"|\b(?:ihre|deine|eure|um) (?:\w+ )?(?:freigabe|zustimmung|okay)\b(?! kam)|\bgeben sie (?:\w+ )?frei\b"
        r"|\b(?:sagen sie|sag|geben sie|lassen sie)\b[^.?!]{0,30}\bob\b[^.?!]{0,40}\b(?:passt|einverstanden|gut"
        r"|so|gefällt)\b"
    ),
    "fr": (
        r"\b(?:votre|ton) (?:accord|validation|feu vert|ok|bon à tirer|aval)\b(?! est arrivé)"
        r"|\b(?:cela|ça|est-ce que (?:cela|ça)|la \w+|tout) (?:vous|te) (?:convient|va|plaît)\b[^.!]{0,30}\?"
        r"|\b(?:puis-je|pouvons-nous|je peux|on peut) (?:lancer|imprimer|commencer|publier|mettre en ligne"
        r"|commander)\b|\b(?:merci de|pouvez-vous|veuillez) (?:me |nous )?(?:valider|approuver|confirmer)\b"
        r"|\b(?:êtes-vous|es-tu|vous êtes|tu es) d'accord\b[^.!]{0,60}\?"
    ),
    "es": (
        r"\b(?:tu|su|vuestro|vuestra) (?:visto bueno|aprobación|ok|conformidad|luz verde)\b(?! llegó)"
        r"|\b(?:te|os|le|les) parece (?:bien|todo bien)\b|\b(?:puedo|podemos) (?:imprimir|empezar|publicar"
        r"|lanzar|encargar|subir)|\best(?:á|ás|áis|án) de acuerdo\b[^.!]{0,60}\?"
        r"|\b(?:dime|dígame|decidme) si (?:está|te parece|le parece|os parece|puedo|es)\b"
    ),
}

NOT_COUNTED: Phrases = {
    "nl": (
        r"\b(?:telt|tellen|reken|rekenen) (?:\w+ ){0,4}?niet (?:mee )?(?:als|voor) (?:een |extra )?"
        r"(?:\w*ronde|correctie)\b"
        r"|\bgeen (?:extra )?\w*ronde\b|\bbuiten de (?:\w*rondes?)\b|\bkost (?:je|u|jullie) geen \w*ronde\b"
    ),
    "en": (
        r"\b(?:doesn't|does not|won't|will not|don't|do not|isn't|is not|not) (?:\w+ ){0,3}?"
        r"(?:as|be|use up|cost you|against your) (?:\w+ ){0,2}?(?:rounds?|revisions?)\b"
        r"|\boutside (?:of )?(?:the|your) (?:rounds|revisions)\b|\bno (?:extra )?round (?:is )?(?:used|counted)\b"
    ),
}
"""What is put right without a round of changes being used up."""
