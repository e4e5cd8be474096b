"""How we commit ourselves in each language, and what only sounds like it; read by `promises`.

`FIRM` is a promise with or without a day; `WITH_DAY` is one only beside a day; `NONE` is never one.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases

_DONE_NL = (
    r"(?:ge(?!reed|woon|lijk|en\b|noeg|heel)\w{2,}|\w+ge\w{3,}(?:d|t|en)|be\w{3,}d|ver\w{3,}(?:d|t)|ont\w{3,}(?:d|en)"
    r"|gaan kijken)"
)
_GET_NL = r"(?:krijg|krijgt|krijgen|heb|hebt|heeft|hebben|ontvang|ontvangt|ontvangen|hoor|hoort|horen|zie|ziet|zien)"

FIRM: Phrases = {
    "nl": (
        r"\b(?:we|wij) lossen (?:het|dat|dit) (?:\w+ ){0,4}?op\b|\b(?:je|jij|u|jullie) betaalt? (?:er |daar"
        r" )?(?:niets|niks)\b|"
        r"\b[a-z]{3,} ik [^.?!]{0,30}\b(?:kosteloos|gratis|zonder kosten|op mijn kosten|voor mijn rekening)\b|"
        r"\bna (?:uw|je|jullie|het) (?:akkoord|goedkeuring)\b|\bik (?:(?:zoek|reken|werk) (?:het|dat|dit|ze|de"
        r" \w+) (?:\w+ ){0,4}?(?:uit|na|door)|pas (?:het|dat|dit|ze|de \w+) (?:\w+ ){0,4}?aan|los (?:het|dat"
        r"|dit) (?:\w+ ){0,4}?op|vraag (?:het|dat) (?:\w+ ){0,4}?na|(?:regel|maak|zoek|doe) (?:het|dat|dit)"
        r" (?:\w+ ){0,2}?voor (?:je|u|jullie))\b|"
        r"\b(?:dat|die|dit|hem) (?:pas|zoek|regel|herstel|wijzig|verander|los|haal|zet|verwerk|corrigeer"
        r"|controleer|check|vervang|maak|stuur|neem|vraag) ik\b(?! altijd| meestal| nooit)|"
        r"\b(?:dat )?(?:beloof|garandeer|verzeker|zeg) ik (?:je|u|jullie)? ?(?:toe)?\b(?=[^.?!]*\b(?:dat|op"
        r"|toe)\b)|\bik (?:beloof|zeg (?:je|u|jullie)? ?toe|zorg (?:ervoor|er voor|dat))"
        r"|\bkom\b[^.?!]{0,50}\b(?:op|er|hier|erop|hierop|daarop)?(?: bij (?:u|je|jullie))? ?(?:op )?terug\b"
        r"|\b(?:laat|laten) (?:ik|wij|we) (?:het )?(?:je|u|jullie)\b[^.?!]{0,60}\bweten\b|\bik (?:laat|meld|mail"
        r"|app|bel|stuur|bericht) (?:het |dat |hem |ze |'m )?(?:je|u|jullie)\b|\b(?:stuur|bericht|mail|app|bel"
        r"|meld|geef|informeer|draag|render|leg|herstel|maak) ik (?:het|dat|u|je|jullie|hem|ze|die|'m|de|een)\b"
        r"|\b(?:daarna|daarover|dan|zodra)\b[^.?!]{0,60}\b(?:krijgt?|hebt?|heb|hoort?|ontvangt?|bericht ik"
        r"|stuur ik|bel ik|mail ik|geef ik|app ik|laat ik|maak ik|begin ik|bestel ik|reken ik|kom ik)\b|\b(?:ik"
        r"|wij|we) (?:app|bel|mail|stuur|geef|meld|laat|schrijf)\w* [^.?!]{0,50}\bzodra\b"
        r"|\b(?:factuur|creditnota|rapport|offerte|verslag|update) volgt\b|\bdie leg ik\b|\b(?:betaal"
        r"|betaalt) (?:je|u) (?:dan )?(?:niks|niets)\b|\bgaat er geen\b|\b(?:ik|wij|we) (?:zal"
        r"|zullen)\b(?! (?:proberen|hopen|zien))|\b(?:zal|zullen) (?:ik|wij|we)\b(?![^.]*\?)"
        r"|\bik (?:herstel|vervang|vergoed|stort|crediteer|maak|doe)\b[^.?!]{0,50}\b(?:kosteloos|gratis"
        r"|zonder kosten|terug|in orde|opnieuw|alsnog|recht)\b|\b(?:hoort|krijgt|ontvangt) u (?:van (?:mij|ons)"
        r"|een|het)\b|\bhoor(?:t|en)? (?:je|u|jullie) (?:het )?(?:nog )?van (?:mij|me|ons)\b|\b(?:ontvangt"
        r"|krijgt) u van mij\b"
    ),
    "en": (
        r"\b(?:i|we)(?:'ll| will| shall) (?!never|be (?:honest|away|out|blunt|buried|in a)|miss|think|assume"
        r"|consider|see\b|have to|try|need)\w+"
        r"|\b(?:i|we)(?:'m| am|'re| are) going to (?!need|have|be away|be out|be in|ask|miss|struggle)\w+"
        r"|\byou(?:'ll| will) (?:also |then )?(?:have|get|receive|hear|be (?:able|refunded|credited|paid))\b"
        r"|\b(?:shall|will) (?:come back|get back|be in touch|write|ring|call|send|let you know|report|update|return)\b"
        r"|\bi promise (?:to|that i|you i|i)\b|\bit(?:'ll| will) be (?:with you|there|ready|done|live|up|finished"
        r"|struck|delivered|fixed|in your)\b|\bif you don't like[^.?!]{0,20}\bi change\b|\bgive me (?:till"
        r"|until)\b|\bthere(?:'ll| will) be no (?:charge|invoice|extra)\b|\bnothing (?:leaves|will go"
        r"|gets)\b[^.?!]{0,40}\b(?:until|without)\b|\byou won't be charged\b|\bupdate from (?:me|us) (?:on|by)\b"
        r"|\bwith you by\b|\byou can (?:have|expect) (?:it|them|the|your|my|both|all)\b|\bexpect (?:it|them|the"
        r"|my) [^.?!]{2,}"
    ),
    "de": (
        r"\b(?:ich|wir) (?:verspreche|sorge|melde mich|melden uns|schicke|schicken|sende|senden|liefere|liefern"
        r"|erledige|rufe|bringe|kümmere mich|kümmern uns|sage ihnen|sagen ihnen|sage dir|gebe ihnen|gebe dir"
        r"|teile ihnen)\b"
        r"|\b(?:das|dies|es|den|die|dafür|darum) (?:mache|erledige|übernehme|ändere|korrigiere|passe|prüfe"
        r"|kläre|schicke|regle|hole|baue|kümmere|sorge) ich\b"
        r"|\b(?:werde|werden) (?:ich|wir)\b|\b(?:ich|wir) werden?\b|\b(?:sie|du"
        r"|ihr) (?:bekommen|erhalten|bekommst|erhältst|bekommt|hören|hörst)\b"
    ),
    "fr": (
        r"\b(?:sera|seront) (?:prêt|livré|en ligne|terminé|fini)\w*|\b(?:vous|tu) (?:aur|recevr|verr)(?:ez|as)\b|"
        r"\b(?:je |nous |j')(?:vous |te |le |la |les |lui |leur |en |y |m'|m'en |m'y |l'|t'|nous )*"
        r"(?!pour|devr|verr|aur|ser|essai|tâcher)\w{2,}(?:rai|rons)\b|\b(?:je |nous )(?:m'en |nous en )(?:occup"
        r"|charg)\w+"
        r"|\b(?:je vais|nous allons) (?:vous |te |le |la |les |l')*(?!devoir|essayer|avoir besoin|voir)\w+(?:er"
        r"|ir|re)\b"
        r"|\bje (?:vous |te |le |la |les |m'en |m'y )*(?:promets|enverrai|rappellerai|livrerai|ferai|reviens vers"
        r"|recontacterai|tiendrai|passerai|transmettrai|corrigerai)\b|\b(?:vous|tu) (?:aurez|auras|recevrez"
        r"|recevras)\b|\bnous (?:vous )?(?:enverrons|livrerons|reviendrons|ferons)\b"
    ),
    "es": (
        r"\b(?!intent|pod|deb|querr|har[eé]mos|estar|ser[eé]|sabr|habr)\w{3,}(?:aré|eré|iré|dré|aremos|eremos"
        r"|iremos|dremos)\b"
        r"(?! que)|\b(?:tendr|recibir)(?:ás|á|éis|án)\b|\b(?:estará|estarán) (?:list|termin|public|en línea)\w*"
        r"|\bme (?:encargo|ocupo)\b|\bnos (?:encargamos|ocupamos)\b|\b(?:voy|vamos) a (?!necesitar|intentar|ver\b|estar"
        r"|tener que)\w+r(?:te|le|os|lo|la|los|las|se|telo|selo)?\b|\b(?:lo|la|los|las|te lo|se lo|os lo)"
        r" (?:miro|cambio|arreglo|corrijo|hago|soluciono|preparo|reviso|compruebo|averiguo|consulto)\b"
        r"|\b(?:te|le|os|les|lo|la|se lo|te lo) (?:enviaré|mandaré|llamaré|entregaré|diré|confirmo|avisaré|aviso"
        r"|paso|pasaré)\b|\b(?:tendrás?|recibirás?|tendrán|recibirán|tendréis)\b|\b(?:enviaremos|entregaremos"
        r"|haremos|haré|me comprometo|prometo)\b"
    ),
}

WITH_DAY: Phrases = {
    "nl": (
        r"\b(?:is|zijn)\b[^.?!]{0,40}\b(?:ge\w{3,}(?:d|t|en)|\w+ge\w{3,}(?:d|t|en)|ver\w{3,}d)[.!]?$|"
        r"\b(?:staat|staan|ligt|liggen|hangt|komt|komen)\b[^.?!]{0,50}\b(?:erop|erin|eraan|kant op|op de site)\b"
        r"|\b(?:is|zijn)\b[^.?!]{0,40}\b(?:geplaatst|verwerkt|aangepast|geregeld|opgelost|hersteld|gemonteerd"
        r"|geleverd"
        r"|opgeleverd|afgerond|ingericht|gebouwd|gelegd|gedrukt)\b|"
        r"\b(?:je|u|jullie) (?:heeft|hebt|krijgt|ontvangt)\b|\b(?:is|zijn) er\b|\bsta(?:an)? (?:ik|we|wij)\b|"
        r"\b[a-z]{2,} (?:ik|wij|we)\b|\b(?:ik|wij|we) [a-z]+\b|\b(?:laat|geef|stuur|bericht|mail|bel) (?:u|je"
        r"|jullie)\b|\b(?:volgt|volgen|vertrekt|vertrekken)\b|"
        rf"\b{_GET_NL} (?:je|u|jullie|ze|wij|iedereen|hij|zij)\b|\b(?:je|u|jullie|iedereen"
        rf"|ze) (?:\S+ ){{0,5}}?{_GET_NL}\b|\b(?:je|u|jullie) (?:kunt|kan|kunnen)\b[^.?!]{{0,50}}\b(?:ophalen"
        rf"|afhalen|bekijken|verwachten|rekenen|zien|terecht)\b"
        r"|\b(?:ligt|liggen|staat|staan|hangt|hangen)\b[^.?!]{0,80}\b(?:klaar|live|online|op de mat|op de balie"
        r"|bij (?:je|u|jullie)|in je|in uw|voor je|voor u|in jullie|recht)\b|\b(?:ligt|liggen|staat|staan"
        r"|hangt) (?:er|uiterlijk|weer|vanaf)\b|\b(?:staat|staan|ligt|liggen|hangt|hangen)\b[^.?!]{0,40}\b(?:in"
        r"|op) (?:de|het|je|uw|jullie)\b|\b(?:is|zijn|wordt|worden|komt|komen|gaat|gaan)\b[^.?!]{0,80}\b(?:klaar"
        r"|af|gereed|live|online|eruit|de deur uit|opgelost|hersteld|binnen|geleverd|in huis|ingepland|de lucht in"
        r"|in je|in uw|er weer|er)\b"
        r"|\b(?:klaar|af|gereed|live|geleverd) (?:is|zijn|staat|ligt)\b|\b(?:wordt|worden) het\b|\bstaat de\b"
        r"|\bis [^.?!]{0,60}\b(?:gereed|klaar|af)\b|\b(?:kijk|bel|mail|check) er\b|\ben bel ik\b"
        r"|\bgaat? naar\b|\bgaat? (?:\w+ ){1,4}naar (?:de|het)\b|\b(?:klaar|gereed) (?:om|voor|op)\b|\bde (?:rest"
        r"|andere|overige)\b|\b(?:je|u|jullie) (?:kunt|kan|kunnen) (?:\w+ )?(?:testen|beginnen|starten|proberen"
        r"|gebruiken)\b|\boplevering\b[^.?!]{0,20}\b(?:is|wordt)\b|\bplan ik\b|\bnieuwe (?:datum|opleverdatum"
        r"|leverdatum)\b"
    ),
    "en": (
        r"\b(?:i|we) can (?:send|have|get|let|deliver|finish|make|bring|show|post|give|hand) |"
        r"^(?!(?:if|as|when|since|after|see|speak|thanks?|looking|meeting|call|open|closed|you|they|what|who"
        r"|how)\b)[a-z0-9'& ]{2,40} (?:by|on) (?:\w+day|the \d|\d{1,2} [a-z])"
        r"|\b(?:is|are) (?:\w+ )?\w+ed\b[^.?!]{0,40}\bby\b|\b(?:ringing|calling) you\b|"
        r"\b(?:i'm|i am|we're|we are) (?:with you|there|at yours)\b|\bwith you by\b|\byou'd have\b|\bnew date\b"
        r"|\b(?:the )?(?:other|rest|remaining|next|first) [^.?!]{0,25}\b(?:come|follow|go out|arrive)s?\b"
        r"|\b[\w' ]{3,40}(?:'ll| will) be\b|"
        r"\b(?:i|we) (?!\w+ed\b|hope|think|know that|need|want|have|am|are|work|would|can)\w+\b|\b(?:update|launch"
        r"|pickup|delivery|handover|menu|proofs?|drafts?|version|files?) (?:\w+ ){0,4}(?:on|in your|stays"
        r"|leaves|by|after)\b|\bpickup\b|\bin your inbox\b|\bleaves (?:at|on)\b|\bthey'll be\b|\b(?:i|we)(?:'m| am"
        r"|'re| are) (?:\w+ing)\b(?! (?:away|out|off|to hear))|\byou (?:will |can )?(?:have|get|receive|collect"
        r"|pick)\b|\byou(?:'ll| will)\b"
        r"|\b(?:it|they|that|this|everything|these|those|[a-z' ]{3,40})(?:'ll| will) (?:be|go|arrive|land|reach"
        r"|run|look)\b|\b(?:is|are) (?:going|on (?:its|their) way|due|coming|booked|scheduled|set)\b|\bgoes (?:on"
        r"|live|out|in|up|to)\b|\bnew date\b|\bit is (?=\w+day \d)|\b(?:delivery|the date|completion"
        r"|handover)\b[^.?!]{0,25}\bis\b|\bexpect to hear\b|\bby the latest\b|\bat the latest\b"
        r"|\bthe board shows\b|\bcount on\b|\bout on\b"
        r"|\b(?:will|shall) (?:call|ring|send|write|finish|deliver|text)\b|\bcall right after\b|\b(?:this|next|on"
        r"|by|before)? ?\w+day[^.?!]{0,20}: (?:the|your)\b|\btest is on\b"
    ),
    "de": (
        r"\b(?!hoffe|habe|denke|glaube|brauche|haben|hoffen|denken|glauben|brauchen)[a-zäöüß]{2,}[en] (?:ich|wir)\b"
        r"|\b(?:ich|wir) (?!hoffe|habe|denke|glaube|brauche|haben|hoffen|denken|glauben|brauchen|sehen"
        r" uns)[a-zäöüß]{2,}[en]\b|"
        r"\b(?:hören|sehen|finden) sie\b|\b(?:schicke|sende|liefere|bringe|rufe|melde|mache|komme|stelle"
        r"|bekommen|erhalten|bekommst|haben|hast"
        r"|liegt|steht|ist|sind|wird|kommt|geht) (?:ich|wir|sie|du|ihr|die|der|das|es)\b|\b(?:ich|wir) (?:schicke"
        r"|sende|liefere|bringe|rufe|melde|mache|komme|stelle|schicken|senden|liefern|kommen|machen)\w*\b|\b(?:sie"
        r"|du) (?:bekommen|erhalten|haben|bekommst|hast)\b|\b(?:fertig|bereit|online|live)\b"
    ),
    "fr": (
        r"\b(?:je serai|nous serons) (?:chez|à|sur|là|dans)\b|"
        r"\b(?:je |nous |on )(?:vous |te |le |la |les |lui |leur |en |y |m'|l'|t')*(?!suis|sommes|reste|pense"
        r"|crois|compte)"
        r"[a-zéèêç]{3,}(?:e|s|ons|ds|ts)\b|\b(?:sera|seront) (?:prêt|livré|en ligne|terminé|en place|fini|posé)\w*"
        r"|\b(?:je|nous|on) (?:vous |te |le |la |les )*(?:envoie|envoyons|livre|livrons|passe|passons|rappelle"
        r"|rappelons|termine|terminons|fais|faisons|commence|mets|mettons)\b|\b(?:vous|tu) (?:avez|aurez|recevez"
        r"|auras|as)\b|\bsera (?:prêt|livré|en ligne|terminé)\w*\b|\best (?:prêt|livré)\w*\b"
    ),
    "es": (
        r"\bestar(?:é|emos)\b|\b(?!est|som|ten|esper|neces|hem|creem|pod|deb)\w{3,}(?:amos|emos|imos)\b|"
        r"\b(?:te|le|os|les|lo|la|los|las|se lo|te lo|os lo) [a-zí]{2,}(?:o|mos|y)\b"
        r"|\b(?:subo|subimos|envío|enviamos|mando|mandamos|entrego|entregamos|publico|publicamos|hago|hacemos|preparo"
        r"|preparamos|acabo|acabamos|llamo|llamamos|paso|pasamos|monto|montamos|instalo|instalamos|voy|vamos|digo"
        r"|pongo|ponemos|corrijo|corregimos|cambio|cambiamos|vengo|venimos|reviso|revisamos|tenéis|recibís|recibe)\b"
        r"|\b(?:te|le|os|les|lo|la) (?:envío|mando|llamo|entrego|paso|enviamos|mandamos|llamamos|entregamos)\b"
        r"|\b(?:tienes|tiene|tendrás?|recibes|estará|estarán|queda|termino|terminamos|empiezo|empezamos)\b"
    ),
}

AT_HOUR: Phrases = {
    "nl": (
        r"\b(?:om|rond|voor) (?:half |kwart (?:voor|over) )?(?:\d{1,2}(?:[.:]\d\d)?|een|één|twee|drie|vier|vijf|zes"
        r"|zeven|acht"
        r"|negen|tien|elf|twaalf)(?: uur)?$|\bover (?:een|één|twee|vijf|tien|twintig|\d+) (?:uur|minuten|kwartier)\b"
        r"|\bom \d{1,2}[.:]?\d{0,2} uur\b"
    ),
    "en": (
        r"\b(?:at|by|around) (?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| o'clock)|(?:half past |quarter (?:to|past) )?(?:one"
        r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|noon)(?: o'clock)?[.!]*$"
        r"|\bin (?:an hour|half an hour|(?:\d+|five|ten|fifteen|twenty|a few) min\w*)\b"
    ),
}
"""An hour without a day: it is today's."""

NONE: Phrases = {
    "nl": (
        r"\bniet (?:op )?als (?:een )?(?:ja|akkoord)\b|"
        r"\b(?:schat|gok|denk) (?:ik|dat|het)\b|\bgesloten\b|"
        r"\bhoor(?:t|en)? (?:ik|wij|we)? ?(?:het )?graag\b|\bgraag (?:hoor|verneem|ontvang)\b|"
        r"\b(?:begin|beginnen|start|starten)\b[^.?!]{0,20}\bvandaag\b|\bvandaag (?:begin|beginnen|start|starten)\b|"
        r"\b(?:beschikbaar|zit (?:ik )?(?:\w+ )?vol|op locatie|regent|met genoegen|dan hoor je)\b|"
        r"\b(?:op plek|niets van (?:je|u|jullie) nodig|uitblijven van)\b|^als ik\b(?![^.?!]*\bdan\b)|\bop schema\b|"
        r"\b(?:hoop|hopelijk|hopen|probeer|proberen|verwacht|verwachten|vermoed|streef|streven|waarschijnlijk"
        r"|misschien|wellicht|mogelijk|vermoedelijk|als het (?:goed is|lukt|meezit)|zou(?:den)?|realistisch\w*"
        r"|belofte|durf ik|kan ik niet|niet (?:lukken|halen|beloven|garanderen|toezeggen)"
        r"|red\w* (?:ik )?[^.?!]{0,15}niet|met vakantie|vakantie|afwezig|vrij\b|er niet\b|niet bereikbaar"
        r"|wacht (?:ik )?af"
        r"|normaal gesproken|meestal|in de regel|doorgaans|op werkdagen|altijd bereikbaar|altijd (?:binnen"
        r"|bereikbaar)|algemene voorwaarden|per 1 \w+ (?:stijgt|wordt|verandert)|stel (?:ik )?voor|(?:mijn|ons)"
        r" voorstel|het kan (?:dus )?(?:zijn|gebeuren)|ga ik (?:er)?(?:van)? ?uit|beschouw ik|neem ik aan|nodig van"
        r"|hoor ik (?:dat|het) graag|graag informeer|wat ik doe is|slechts)\b|^(?:als|indien|mocht|heb ik"
        r"|ontvang ik|hoor ik|krijg ik) [^.?!]*\b(?:niets|niks|geen|gehoord|reactie|antwoord)\b"
    ),
    "en": (
        r"\bnot (?:take|count|read|treat) (?:that|it|this|silence) (?:as|for)\b|"
        r"\b(?:my guess|i (?:guess|reckon)|(?:we|i)(?:'re| are|'m| am) closed)\b|"
        r"\b(?:begin|start|starting|beginning|kick(?:ing)? off)\b[^.?!]{0,20}\btoday\b|\btoday (?:i|we)"
        r" (?:begin|start)\b|\bi(?:'d| would) (?:be glad|like|love|appreciate)\b|^since i\b|\bif you count\b|"
        r"^(?:and )?no reply\b|\bi shall assume\b|\bi say \w+day\b|\bdeposit of\b|"
        r"\b(?:hope|hopefully|hoping|try|trying|should (?:be|have|get)|might|maybe|perhaps|probably|possibly"
        r"|likely|realistic|all being well|if all goes|aim|aiming|(?:i|we|'m|am|'re|are|is|be) expect(?:ing"
        r"|ed)? (?!to hear)|would|could"
        r"|can't promise|don't like to promise|normally|usually|typically|as a rule|working hours"
        r"|out of (?:the )?office|on (?:annual )?leave|on holiday|away"
        r"|i suggest|i'd suggest|we will see|we'll see|i think|i'd love|supposed|meant to|i'll assume|i will think"
        r"|i'll figure|i'll take (?:it|that) (?:as|you)|i'll need|we'll need|i will need|i'd need"
        r"|i'll be (?:buried|in a|away|out|stuck|honest)|if you don't answer|i(?:'ll| will) (?:think|assume"
        r"|consider|do what i can|figure|miss|never)|i don't like to|100%|treat this|most beautiful|will last"
        r"|'ll last)\b|^(?:if|unless|no reply|should) [^.?!]*\b(?:not|no|don't|hear nothing|reply)\b"
    ),
    "de": (
        r"\b(?:schätze|geschlossen)\b|\b(?:betrachte|werte) ich\b|\bdavon aus\b|"
        r"\b(?:hoffe|hoffentlich|hoffen|versuche|versuchen|vielleicht|wahrscheinlich|voraussichtlich"
        r"|möglicherweise|eventuell|würde|könnte|sollte|urlaub|abwesend|nicht (?:da|im büro|erreichbar|im haus)|denke"
        r"|glaube|brauche|brauchen|benötige\w*|warte|warten|sehen (?:wir )?uns|realistisch\w*|in der regel"
        r"|normalerweise"
        r"|kann (?:ich )?nicht (?:versprechen|garantieren))\b|\b(?:beginnen|fangen|starten) wir heute\b|\bwir"
        r" (?:beginnen|starten|fangen) heute\b"
    ),
    "fr": (
        r"\b(?:j'estime|fermée?s?)\b|"
        r"\b(?:espère|espérons|essaie\w*|essayer|peut-être|probablement|normalement|devrai\w+|pourrai[st]|congés"
        r"|absent\w*|pas là|pas disponible|en déplacement|pense|crois|pourr(?:ai|ons)|devr(?:ai|ons)|en"
        r" principe|en général"
        r"|besoin|attends|attendons|réaliste\w*|commen(?:ce|çons) aujourd'hui|ne peux (?:pas )?(?:promettre"
        r"|garantir))\b"
    ),
    "es": (
        r"\b(?:calculo|supongo|cerrad[oa]s?)\b|"
        r"\b(?:espero|esperamos|intento|intentaré|intentaremos|quizás?|tal vez|probablemente|seguramente|debería"
        r"|podría|vacaciones|ausente|no (?:estoy|estaré|estamos|estaremos)|fuera de|necesito|necesitamos|creo"
        r" que|pienso|en principio|normalmente|realista\w*|empez(?:amos|o) hoy|no puedo (?:prometer|garantizar))\b"
    ),
}

PAST: Phrases = {
    "nl": (
        r"\b(?:dacht|wilde|wou|kreeg|had|hadden|was|waren|werd|werden|ging|deed|zei|zat|stond|kon|gisteren"
        r"|vorige week"
        r"|afgelopen|zojuist|net)\b"
        rf"|\b(?:heb|heeft|hebben|ben)\b[^.?!]{{0,60}}\b{_DONE_NL}\b(?! (?:en|is|zijn)? ?klaar)"
        rf"|^(?!.*\b(?:voor|vóór|uiterlijk|binnen|over|tegen|morgen|overmorgen|volgende|komende|begin|half"
        rf"|medio|halverwege|eind|vanaf) )[^.?!]*"
        rf"\b(?:is|zijn)\b[^.?!]{{0,60}}\b{_DONE_NL}\b(?! (?:en|is|zijn)? ?klaar)"
        r"|\bik heb (?:de|het|een|je|u|die|dat|ze|hem)\b"
    ),
    "en": (
        r"(?<!is )(?<!are )(?<!be )(?<!get )(?<!the )(?<!your )(?<!an )\b(?!need|speed|feed|indeed|exceed"
        r"|agreed)\w{3,}ed\b(?! by)|"
        r"\b(?:was|were|had|did|went|said|told|asked|came|made|got|sent|wrote|called|been|took|forgot|fixed|let your"
        r"|have (?:sent|put|made|done|called)|yesterday|last (?:week|month|night)|(?:i|we) (?:\w+ed|could|can"
        r" (?!send|have|get|let|deliver|finish|make|bring|show|post|give|hand))"
        r"|should(?:'ve| have))\b"
    ),
    "de": r"\b(?:war|waren|hatte|hatten|wurde|wurden|habe|haben wir|wir haben|gestern|letzte\w?|vorige\w?)\b",
    "fr": r"\b(?:hier|avait|avais|était|étions|dernière?|j'ai|ai|avons)\b",
    "es": r"\b(?:ayer|había|era|estaba|(?<!ma)pasad[oa](?! mañana)|he|hemos)\b",
}
"""What is told of; it makes a day in the same clause one of the past."""

THIRD: Phrases = {
    "nl": (
        r"(?<!naar de )\b(?:drukker|monteur|reparateur|leverancier|gemeente|verhuurder|fabrikant|stukadoor|aannemer"
        r"|notaris|bank|bezorger|koerier|postnl|collega|wegenwacht|vormgever|inspecteur|die kan|die komt|zij komen"
        r"|hij komt|de kraan|wietske)\b"
    ),
    "en": (
        r"^(?:and |but |so |then )?(?:the |our |my |their |your )?(?:printers?|supplier|council|manufacturer|apple"
        r"|google|bank|courier|landlord|merchant|engineer|foundry|client|developer|colleague|quarry|mill|factory|agency"
        r"|buttons?)\b|\b(?:he|she)(?:'ll| will| is|'s| comes)\b|\bcoming from\b"
    ),
    "de": r"\b(?:druckerei|lieferant\w*|hersteller|stadt|gemeinde|bank|kollege\w*|spedition)\b",
    "fr": r"\b(?:imprimeur|fournisseur|mairie|banque|collègue|fabricant|transporteur)\b",
    "es": r"\b(?:imprenta|proveedor|ayuntamiento|banco|compañer\w+|fabricante|transportista)\b",
}
"""Others, who promise for themselves."""

HINGES: Phrases = {
    "nl": (
        r"\b(?:na (?:ontvangst|akkoord|uw|je|jullie|goedkeuring|betaling)|zodra (?:je|u|jullie"
        r"|ik (?:ze|die|alles|je|uw|jullie)"
        r"|uw|jullie|de klant|het akkoord|er)|als (?:je|u|jullie) [^.?!]{0,40}(?:stuurt|geeft|aanlevert|akkoord"
        r"|betaalt)|nadat (?:je|u|jullie))\b"
    ),
    "en": (
        r"\b(?:after (?:receipt|approval|payment|receiving|your)|(?:once|as soon as|when) (?:you|i (?:have|get"
        r"|receive)|your|they|there|we have)|of (?:receiving|your (?:approval|comments|reply|ok|payment)))\b"
    ),
    "de": r"\b(?:nach (?:eingang|erhalt|freigabe|ihrer|deiner|zahlung)|sobald (?:sie|du|ihr|ich|wir))\b",
    "fr": r"\b(?:après (?:réception|validation|votre|paiement)|dès (?:que|réception)|une fois)\b",
    "es": r"\b(?:tras (?:recibir|su|tu|la)|una vez|en cuanto|cuando (?:me|nos|reciba|tenga))\b",
}
"""A span that starts when the client has done something, is no day."""

CONDITIONED: Phrases = {
    "nl": r"^(?:als|zodra|wanneer|nadat|indien|na)\b",
    "de": r"^(?:wenn|sobald|nachdem|nach|falls)\b",
    "fr": r"^(?:dès que|dès|si|quand|une fois|après)\b",
    "es": r"^(?:en cuanto|si|cuando|una vez|tras)\b",
}
"""A sentence that begins with what must come first."""

THEN: Phrases = {
    "nl": (
        r"^(?:dan )?(?!kan|kun|mag|wil|moet|zou|hoop|denk|weet|hoor|ben|heb|zie|kijk|vind|was|had|zit"
        r"|sta)[a-z]{3,} (?:ik|wij|we)\b"
    ),
    "de": r"^(?:dann )?(?!kann|könn|möcht|woll|muss|hoff|denk|glaub|hab|hatt|war|seh|find)[a-zäöüß]{3,}[en]"
    r" (?:ich|wir)\b",
    "fr": (
        r"^(?:je |nous )(?:l'|le |la |les |vous |te |en |y )*(?!suis|sommes|pense|crois|peux|pouvons|dois"
        r"|devons|veux|voudrais|espère|aimerais)[a-zéèêç]{4,}\b"
    ),
    "es": r"^(?:te |le |os |les |lo |la |los |las )*(?!creo|espero|puedo|quiero|tengo|estoy|pod)[a-zí]{3,}(?:o"
    r"|amos|emos|imos)\b",
}
"""What we do then: a promise without a day."""
