"""How people ask for alterations, in each language; read by `changes`.

`LEAD` announces remarks. A wish is an `ORDER` (an alteration named outright), a `FACT` (a correction put as a fact) or
a `CONDITION` of a go-ahead. `STAYS` keeps a thing as it is, `OTHER` is no work of ours, `ALSO_ASKS` asks as well.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases

LEAD: Phrases = {
    "nl": (
        r"\b(?:aanpassing\w*|wijziging\w*|correctie(?:s|ronde|rondes|punten)?|opmerking(?:en)?|puntjes?|punten"
        r"|dingetjes?|dingen"
        r"|feedback\w*|verbeterpunt\w*|verbetering\w*|(?:tweede|derde|eerste|laatste) ronde|verzoekjes?"
        r"|kleinigheid|kleinigheden|foutjes?|namen)\b"
    ),
    "en": (
        r"\b(?:changes?|amends?|amendments?|corrections?|comments?|notes?|tweaks?|edits?|feedback|revisions?"
        r"|markups?|snags?|please|asks"
        r"|(?:couple|few|two|three|four|five|six|some|one|small|tiny|last|these) (?:of )?(?:small |quick |little "
        r"|tiny |minor |more )?(?:things?|points?|bits|niggles?|items?|requests?|nits)"
        r"|(?:second|third|first|next) round)\b"
    ),
    "de": (
        r"\b(?:änderung\w*|zu ändern|änderungswünsche|korrektur\w*|anmerkung\w*|feedback|punkte?|kleinigkeit\w*"
        r"|anpassung\w*|wünsche|sachen|kleinkram)\b"
    ),
    "fr": (
        r"\b(?:corrections?|corriger|modif\w*|remarques?|retouches?|retours?|changements?|ajustements?|points?"
        r"|détails?|trucs?|choses)\b|juste ?:"
    ),
    "es": (
        r"\b(?:cambi(?:o|os|itos)|correccion\w*|corrección|retoques?|ajustes?|comentarios?|observaciones|cosas"
        r"|cosillas|cositas|detalles?|puntos?)\b"
    ),
}

STAYS: Phrases = {
    "nl": (
        r"\b(?:(?:mag|mogen|kan|kunnen|moet) (?:\w+ )?blijven|niks (?:meer )?(?:aan|op)|niets (?:meer )?(?:aan|op)"
        r"|laten? (?:zo |het )?staan|is (?:prima|perfect|goed|top|mooi|akkoord)|niet (?:meer )?veranderen"
        r"|houden zo|scherp|prachtig)\b"
    ),
    "en": (
        r"\b(?:don'?t (?:touch|change)|do not (?:touch|change)|leave (?:it|that|as)|stays? (?:as|put)|keep (?:it"
        r"|that|as|them)|is (?:perfect|great|fine|good|lovely)|[=:–-] ?(?:perfect|fine|good|great|ok)|perfect"
        r"|love (?:it|the|this)|no changes?|nothing to change|as (?:it is|they are|they stand))\b"
    ),
    "de": (
        r"\b(?:kann (?:so )?bleiben|bleibt|so lassen|n(?:ichts|ix) (?:mehr )?(?:ändern|zu ändern)|ist (?:perfekt"
        r"|super|prima|gut)|passt so)\b"
    ),
    "fr": (
        r"\b(?:ne (?:rien )?(?:touche|change)\w*|reste (?:comme|tel)|rien à (?:changer|redire|modifier)"
        r"|est (?:parfait|super|très bien)\w*|on garde|nickel)\b"
    ),
    "es": (
        r"\b(?:no (?:toques|cambies|toque|cambie)|se queda|está (?:perfecto|bien|genial)|nada que cambiar|tal cual"
        r"|déjalo)\b"
    ),
}

OTHER: Phrases = {
    "nl": (
        r"\b(?:contact|volgend jaar)\b|"
        r"\b(?:factu\w+|rekening\w*|nota|credit\w*|offertes?|afspraak|afspraken|overleg|vergadering|agenda"
        r"|planning|bellen|belt|korting|voortaan|in het vervolg|polis|verzekering"
        r"|abonnement|geld|betal\w+|termijn|langskomen|lekkage|monteur|komen kijken|herstel\w*|repar\w+|storing"
        r"|crash\w*|(?:kostuum|les|afspraak|levering) verzetten|heb (?:jij|je|u)|hadden|had|gezegd|vertellen"
        r"|uitleggen|bijdragen)\b"
    ),
    "en": (
        r"\b(?:contact|next year|the quote (?:a|lower|down|slightly))\b|"
        r"\b(?:invoices?|bill|billed|bank|insurance|policy|credit note|refund\w*|charged?|payments?|paid|pay"
        r"|meeting|appointment|calendar|phone call|in future|i changed|you changed|i could|i can|change it (?:my"
        r"|your)self|myself"
        r"|deposit|deadline|leak\w*|engineer|plumber|crash\w*|log ?in|password|since the update|any update"
        r"|an? update (?:on|of|about)|update (?:me|us)|explanation|apolog\w+|the (?:fitting|session|visit|call"
        r"|lesson|delivery)|our address|move (?:my|us|me|our)|(?:going|move|moving|moved?) to (?:a|the|our"
        r"|my)? ?(?:new )?(?:house|flat|office|mon|tue|wed|thu|fri|next))\b"
    ),
    "de": (
        r"\b(?:von (?:mir|uns) aus|meinetwegen|rechnung\w*|angebot\w*|gutschrift|storn\w+|neuausstellung|termin"
        r" verschieben|besprechung|anrufen"
        r"|rückruf|künftig|zahl\w+|undicht|reparatur\w*|absturz\w*|cache|login|vertrag kündigen"
        r"|wenn sich das nicht)\b"
    ),
    "fr": (
        r"\b(?:facture\w*|facturation|avoir|rendez-vous|réunion|rappel\w*|téléphon\w*|désormais|payer|paiement"
        r"|rembours\w*|fuite|répar\w+|plante|cabinet|ne pourra pas)\b"
    ),
    "es": (
        r"\b(?:factura\w*|presupuesto|abono|liquidación|cita|clase|reunión|llam\w+|en adelante|pag\w+|cobr\w+|fuga"
        r"|repar\w+|avería|pantalla|rehaces sin esa)\b"
    ),
}

ALSO_ASKS: Phrases = {
    "nl": (
        r"\b(?:links|boven\w*|onder\w*) of\b|\bof (?:rechts|onder\w*|boven\w*|niet)\b|"
        r"\b(?:wanneer|hoe(?:veel| lang| snel| duur)|wat kost|kost(?:en)? (?:dat|het)|is (?:dat|dit"
        r"|het) (?:nog )?(?:mogelijk|haalbaar)|lukt|nog vandaag|voor (?:vrijdag|maandag))\b"
    ),
    "en": (
        r"\bwhat(?:'s| is) (?:the damage|that cost|the cost)\b|"
        r"\b(?:left|top|above) or\b|\bor (?:the )?(?:right|left|not|below)\b|"
        r"\b(?:when|how (?:much|long|soon|many)|what would|possible|feasible|any chance|by (?:mon|tues|wednes"
        r"|thurs|fri)day|hear|reissue)\b"
    ),
    "de": r"\b(?:wann|wie ?viel|wie lange|möglich|machbar|bis wann|was kostet|ließe sich)\b",
    "fr": r"\b(?:quand|combien|possible|faisable|délai)\b",
    "es": r"\b(?:cuándo|cuánto|posible)\b",
}

_ER = (
    r"(?:groter|kleiner|donkerder|lichter|feller|dikker|dunner|breder|smaller|hoger|lager|korter|langer|warmer"
    r"|koeler|rustiger|zachter"
    r"|harder|scherper|ruimer|strakker|speelser|zakelijker|vrolijker|duidelijker|vetter|bozer|sneller|trager"
    r"|dichter)"
)
_TO_NL = (
    r"(?:aanpassen|aangepast|aan te passen|wijzigen|gewijzigd|veranderen|veranderd|vervangen|verwijderen"
    r"|verwijderd|weghalen|weggehaald|weglaten|weggelaten|eruit (?:halen|laten)|er ?uit|uithalen"
    r"|toevoegen|toegevoegd|inkorten|ingekort|omdraaien|omgedraaid|verplaatsen|verplaatst|verschuiven"
    r"|corrigeren|gecorrigeerd|verbeteren|verbeterd|herschrijven|herschreven|bijwerken|bijsnijden|schrappen"
    r"|geschrapt|uitsplitsen|uitgesplitst|omzetten|omwisselen|verwerken|(?:erop|erbij|eronder|bovenaan"
    r"|onderaan) zetten|worden vervangen|opnieuw (?:uitlijnen|drukken|maken|opnemen|tekenen|zetten))"
)
_TO_EN = (
    r"(?:change|changed|swap|swapped|replace|replaced|remove|removed|delete|deleted|drop|dropped|cut|move"
    r"|moved|reword|reworded|rewrite|rewritten|rephrase|shorten|shortened|trim|trimmed|crop|cropped"
    r"|correct|corrected|insert|inserted|amend|amended|adjust|adjusted|tweak|tweaked|alter|altered|redo|redone"
    r"|revise|revised|re-?record|re-?draw|re-?shoot|re-?export|re-?print|nudge|rotate|flip|scrap|recolou?r"
    r"|lighten|darken|brighten|straighten|enlarge|take (?:\w+ ){0,4}(?:out|off)|taken (?:out|off)"
    r"|put (?:\w+ ){1,4}back|tone (?:\w+ ){0,3}down|swap (?:\w+ ){0,3}(?:for|with|round)|add(?:ed)? (?:the|a"
    r"|an|our|in|one)|leave (?:\w+ ){0,3}out|make (?:\w+ ){1,5}(?:a (?:bit|little|touch|notch) )?\w+er)"
)
_ER_EN = (
    r"(?:bigger|larger|smaller|darker|lighter|brighter|warmer|cooler|shorter|longer|thicker|thinner|bolder"
    r"|softer|louder|quieter|higher|lower|tighter|wider|narrower|simpler|clearer|closer|slower"
    r"|faster|crisper|sharper|crosser|happier|greener|bluer|redder|centred|centered|the other way)"
)
_TO_DE = (
    r"(?:ändern|geändert|abändern|austauschen|tauschen|ersetzen|ersetzt|entfernen|entfernt|streichen"
    r"|gestrichen|löschen|kürzen|gekürzt|verschieben|korrigieren|korrigiert|anpassen|angepasst|ergänzen|ergänzt"
    r"|umstellen|weglassen|rausnehmen|raus|herausnehmen|überarbeiten|nachtragen|nachliefern|spiegeln|setzen"
    r"|einfügen|einbauen|hinzufügen|neu (?:drucken|machen|setzen|aufnehmen))"
)
_ER_DE = (
    r"(?:größer|kleiner|heller|dunkler|kürzer|länger|dicker|dünner|wärmer|kräftiger|dezenter|leiser|lauter"
    r"|höher|tiefer|breiter|schmaler|schneller|langsamer|weg|raus|rein|runter|weniger|nach (?:links|rechts"
    r"|oben|unten))"
)
_TO_FR = (
    r"(?:changer|remplacer|enlever|supprimer|retirer|virer|déplacer|corriger|modifier|ajouter|rajouter"
    r"|raccourcir|agrandir|réduire|refaire|réimprimer|reprendre (?:le|la|les|ce|cette)|mettre (?:le|la|les|en"
    r"|un|une)|inverser|éclaircir|foncer|assombrir|reformuler|couper|décaler|recadrer)"
)
_TO_ES = (
    r"(?:cambiar|sustituir|quitar|eliminar|borrar|mover|corregir|añadir|acortar|agrandar|ampliar|reducir"
    r"|rehacer|retocar|modificar|aclarar|oscurecer|poner|bajar|subir|repetir|reimprimir|recortar)"
)

ORDER: Phrases = {
    "nl": (
        r"\b(?:mag|mogen|moet|graag|kan) (?:\S+ ){0,4}?(?:een tint|een tikje|tikje|iets|wat|een beetje|beetje"
        r"|een stuk) \w+er\b"
        r"|\bliever (?:gewoon|toch|in het) \w+|\bbij nader inzien\b|\b(?:apart noemen|samenvoegen|splitsen"
        r"|weglaten)\b|"
        rf"\b(?:kun|kunt|kan|kunnen|wil|wilt|willen|zou|zouden|zullen) (?:je|jij|u|jullie|we|wij"
        rf"|ze)\b[^.?!]{{0,110}}\b{_TO_NL}\b"
        rf"|\b(?:graag|svp|s\.v\.p\.|a\.?u\.?b\.?|alsjeblieft|alleen nog|nog even)\b[^.?!]{{0,90}}\b{_TO_NL}\b"
        rf"|\b(?:mag|mogen|moet|moeten|kan|kunnen|mocht) (?:\S+ ){{0,6}}?(?:(?:iets|wat|een tikje|een beetje|veel"
        rf"|nog|stuk) )?{_ER}\b"
        rf"|\b(?:mag|mogen|moet|moeten|kan|kunnen)\b[^.?!,]{{0,60}}\b(?:weg|eruit|er ?uit|er ?af|er nog bij|erop"
        rf"|eronder|een andere worden|naar (?:links|rechts|boven|beneden|binnen|buiten)|omgedraaid|worden {_TO_NL}"
        rf"|{_TO_NL} worden|anders(?=[.!?,;]|$))\b"
        rf"|\b(?:graag|iets|tikje|tikkeltje) (?:het |de |die |dat )?(?:\w+ )?(?:iets |wat |een tikje "
        rf"|een beetje |veel )?{_ER}\b"
        rf"|(?:^|[,;:(] ?|\b(?:en|dus|dan|maar) )(?:ook |verder |nog |wel |svp |dus |eventjes |gewoon |graag "
        rf"|misschien )*(?:pas|haal|maak|verwijder|vervang|voeg|wijzig|verander|schrap|kort|draai|corrigeer"
        rf"|verplaats|knip|zet|gebruik|noem|schrijf|verschuif) (?!je\b|u\b|mij\b|me\b|ik\b|we\b|wij\b|live|door"
        rf"|online)"
        rf"(?=[^.?!]{{0,90}}\b(?:aan|weg|toe|in|om|bij|uit|eruit|af|er|onder|boven|naar|ipv|in plaats van|{_ER})\b)"
        rf"|(?<!ik )(?<!wij )(?<!we )(?<!je )\b(?:zet|haal|maak|pas|voeg|vervang|verander|wijzig) (?:er|dat|die"
        rf"|de|het|dit|'m|hem"
        rf"|ze)\b[^.?!]{{0,60}}\b(?:bij|weg|aan|toe|uit|eruit|{_ER})\b"
        rf"|^(?!(?:ik|we|wij|je|u|jij)\b)(?!.*\b(?:ik|we|wij|heb|hebben|heeft|hebt|bent|is|werd"
        rf"|om)\b)[^.?!]{{3,90}} (?:{_TO_NL}"
        rf"|weg en klaar)(?: (?:door|tot|naar|voor|tegen|met)\b[^.?!]{{0,60}})?[.!]?$"
        rf"|\b(?:zou|zouden|wil|willen) (?:ik|we|wij)\b[^.?!]{{0,80}}\b{_TO_NL}\b|\b(?:ik|we|wij) (?:zou|zouden"
        rf"|wil|willen|zie|zien)\b[^.?!]{{0,60}}\b(?:{_TO_NL}|liever {_ER}|anders)\b|\b(?:volledige|complete"
        rf"|grondige) (?:herziening|revisie|correctie)\b"
        r"|\b(?:zet|maak|doe|draai) (?:het|hem|die|dat|'m) (?:weer |maar )?terug (?:naar|zoals)\b"
        r"|\b(?:kan|kun je|kunnen we|mag|mogen|graag)\b[^.?!]{0,60}\bterug naar (?:de|het) (?:vorige|oude|eerste"
        r"|eerdere)\b"
        rf"|(?<!zou )\b(?:liever|graag) (?:een |iets |wat |toch )?(?:andere? (?!dag|datum|tijd|moment|keer"
        rf"|week)\w+|{_ER})\b"
        r"|\bmoet(?:en)? (?:\w+ )?(?:opnieuw|over|over worden)\b(?! het)|\bmoet(?:en)? (?:t/m|\d)"
        r"|\b(?:mag|mogen|kan|moet)\b[^.?!,]{0,20}\ber (?:toch |wel |ook |dan )?uit\b"
        r"|\bdan graag \w*(?:wijzigen|aanpassen|veranderen)\b|\b(?:bij nader inzien|toch)(?: toch)? (?:maar"
        r"|liever) (?:het|de|een|die|dat|in)\b|\bpas (?:je|jij) (?:hem|het|die|dat|ze|de)\b[^.?!]{0,30}\baan\b"
        r"|\bgraag\b[^.?!]{0,50}\b(?:vermelden|bovenaan|onderaan|overal|erbij)\b|\bgraag \S+ (?:wijzigen|aanpassen"
        r"|veranderen)"
    ),
    "en": (
        r"\bdo (?:move|change|swap|cut|drop|put) the\b|\b(?:please |and )?take out the\b|"
        rf"\b(?:can|could|would|will|might) (?:you|we|u)\b[^.?!]{{0,90}}?\b{_TO_EN}\b(?! (?:to|it to"
        rf"|the (?:meeting|date)))"
        rf"|\b(?:please|kindly|pls|plz)\b[^.?!]{{0,30}}?\b{_TO_EN}\b|\bcut it please\b|\b(?:please|pls) (?:just "
        rf"|also |then )?(?:add|fix) (?:the|that|this|a|an|our|in|some|one|all"
        rf"|\w+ labels?)\b|\bplease (?:remove|change|replace|delete|fix|correct|swap|amend)\b"
        rf"|\b(?:obliged|grateful|like|appreciate it|love it|prefer it|want|need) (?:if )?(?:you|it|we|the \w+"
        rf"|for the \w+)(?: could| would|'d| to)?\b[^.?!]{{0,30}}?\b{_TO_EN}\b"
        rf"|\b(?:can|could|may|might|should|must|need to|needs to|has to|have to) (?:the|that|this|it|those|these"
        rf"|your|our|all)?(?: \S+){{0,5}}? ?(?:be|go|come|have|lose|look|face|sit|start|get"
        rf"|read)\b(?: \S+){{0,3}}? {_ER_EN}\b(?! (?:to|ahead|to you|on|with|in))"
        rf"|\b(?:can|could|might|may|should|must|need to|needs to) (?:the|that|this|these|those|it|they|we have"
        rf"|your|our)\b[^.?!]{{0,40}}\b(?:be|get) (?:re\w+ed|re\w+n|redone|{_TO_EN})\b|\b(?:has|have) got to (?:go"
        rf"|be|come)\b"
        rf"|\b(?<!good )(?<!happy )(?<!ready )(?<!free )(?:must|has to|have to|needs? to|should|can|could|to)"
        rf" (?:go|come (?:back|off|out|down|up)"
        rf"|be (?:removed|changed|replaced|cut|moved|deleted|swapped|corrected|reworded|come before))\b(?! ahead"
        rf"| to| live| over| out to| through| and| on| with| in | for| up| by)"
        rf"|(?:^|[,;:(–—] ?|\b(?:and|so|then|but|just|maybe|perhaps|also) )(?:change|swap|replace|remove|delete"
        rf"|drop|cut|fix|correct|reword|rewrite|shorten|trim|crop|nudge|lose|tone|scrap|recolou?r|redo|rephrase"
        rf"|lighten|darken) (?:the|that|this|it|all|my|our|\"|p\.?\d|page|line|in|one|down)\b"
        rf"|(?:^|[,;:(–—] ?|\b(?:and|so|then|but|just|maybe|perhaps|also) )(?:make|take|put|move|turn|bump"
        rf"|bring) (?:the|that|this|it|all|our|those) [^.?!]{{0,50}}\b(?:{_ER_EN}|full|bold|on|under|above|below"
        rf"|instead|less|more)\b"
        r"|\btone it down\b|\bstart again\b|\bcomes? off the\b|\b(?:up|down) a (?:hair|bit|touch|notch|smidge)\b"
        r"|^(?:a (?:bit|touch|little) )?(?:less|more|fewer) (?!than|or|and|so|to|of|like)\w+ (?:on|in|at|from|for"
        r"|of) the\b"
        r"|\b(?:could|can|shall) we (?:go with|try|have|use|do) (?!\w+day\b)(?:the |a |an "
        r"|something )?[^.?!]{0,50}\b(?:instead|after all|nearer|rather than|closer to)\b|\bchanged (?:my"
        r"|our) minds? (?:about|on)\b|\bwant it (?:bigger|smaller|" + _ER_EN + r")\b"
        rf"|\b(?:i|we)(?:'d| would| do)? (?:like|prefer|want|rather (?:have|see))\b[^.?!]{{0,60}}\b{_ER_EN}\b"
        r"|\b(?:can|could|may) [^.?!]{2,60}\bbe \w+[^.?!]{0,20}\b(?:rather than|instead)\b"
        r"|\bput (?:it|that|them|the \w+) back (?:the way|as it|as they|to how|to what)\b"
        r"|\b(?:strip|take|leave|edit) (?:it|that|them|this) out\b|\b(?:can|could) you try (?:it|that|one) with\b"
        r"|\bmake the [^.?!]{3,50} (?:full|bold|" + _ER_EN + r")\b|\bdrop the [^.?!]{3,40} (?:to|from|on)\b"
    ),
    "de": (
        rf"\bbitte\b[^.?!]{{0,90}}\b{_TO_DE}\b|\b(?:können|könnten|könntest|kannst|könnt|würden|würdest"
        rf"|könnte) (?:sie|du|ihr|wir|man)\b[^.?!]{{0,90}}\b{_TO_DE}\b"
        rf"|\b(?:muss|müssen|soll|sollen|sollte|kann|können|darf|dürfen|könnte)\b[^.?!,]{{0,50}}\b(?:{_ER_DE}"
        rf"|{_TO_DE})\b(?! er| alles| sie)"
        rf"|\b(?:etwas|bisschen|tick|\d+ \w+) {_ER_DE}\b"
        rf"|\b(?:hätte|hätten|möchte|möchten|fände|fänden) (?:ich|wir)\b[^.?!]{{0,80}}\b(?:{_ER_DE}|{_TO_DE})\b"
        r"|\b(?:bitte|können|könnten|kann)\b[^.?!]{0,60}\bzurück (?:auf|zu) (?:das|die|den|dem|der)\b"
        rf"|\bbitte drucken sie\b[^.?!]{{0,20}}\bneu\b|\b(?:doch|lieber) \w+ statt \w+"
        rf"|\bmöglich\b[^.?!]{{0,30}}\bzu ändern\b|\bdie \S+ ändern\b"
        rf"|^(?:und |bitte |dann |noch |nur |auch )*(?:ändere|tausche?|ersetze?|entferne?|streiche?|lösche|kürze"
        rf"|verschiebe?|korrigiere?) (?:die|das|den|dem|bitte|mal|im|auf)\b"
        rf"|^(?!.*\b(?:ich|wir|uns|ist|sind|war|waren|hat|haben|wird|liegt|alles)\b)[^.?!]{{3,80}} (?:weg"
        rf"|{_TO_DE})[.!]?$"
    ),
    "fr": (
        rf"\b(?:pou[vr]\w+|peux|peut|faudrait|faut|merci de|veuillez|il faudrait|on pourrait|demande de"
        rf"|serait bien de|svp|plaît)\b[^.?!]{{0,60}}\b{_TO_FR}\b"
        rf"|^(?:et |puis |aussi |bon |ah |svp |non, |oui, |juste )*(?:changez|change|remplacez?|enlevez|enlève"
        rf"|supprimez?|virez?|retirez?|déplacez?|corrigez?|mets|mettez|ajoutez?|raccourcis\w*|agrandis\w*"
        rf"|réduis\w*|{_TO_FR}) (?:le|la|les|l'|en|un|une|ce|cette|«|\")"
        r"|\bon (?:l'|les |le |la )?(?:enlève|vire|retire|corrige\w*|supprime|remplace)\b|\bà vos frais\b"
        r"|\b(?:le|la|les) réimprimer\b|\bréimprimer correctement\b|\bplus (?:gros|grand|petit|clair|foncé|sombre"
        r"|court|long|chaud)e?s?\b[^.?!]{0,20}(?:svp|s'il|possible|\?|$)|\btu l'oublies\b"
    ),
    "es": (
        rf"\b(?:podrías?|podría|puedes?|puede|podéis|pueden|podríais|podemos|podríamos|hay que|habría que|quisiera"
        rf"|gustaría|queremos|necesito que|falta|por favor)\b[^.?!]{{0,60}}\b{_TO_ES}\b"
        r"|^(?:y |luego |también |además |por favor,? |no, |sí, |solo )*(?:quita|quite|cambia|cambie|pon|ponga"
        r"|sustituye|sustituya|elimina|elimine|borra|borre|corrige|corrija|mueve|mueva|añade|añada|acorta|acorte"
        r"|sube|baja|agranda|reduce) (?:el|la|los|las|lo|un|una|\"|«|en|ese|esa)"
        r"|\b(?:la|lo|las|los) (?:queremos|quiero|prefiero|sacamos|quitamos|cambiamos)\b|\b(?:que )?(?:sea|vaya"
        r"|quede) (?:más|menos|un poco)\b|\bsolo cambia\b|\bpon (?:el|la|los|las|en)\b"
    ),
}

FACT: Phrases = {
    "nl": (
        r"\b(?:ding\w*|punt\w*|detail\w*|opmerking\w*|kleinigheid\w*)\b[^:.]{0,20}: [^.?!]{0,60}\b(?:nog|mist"
        r"|fout|verkeerd|klopt|moet)\b|"
        r"\b(?:verkeerd|fout|onjuist)\b[^.?!]{0,12}\b(?:het|dat|die) (?:is|moet|zijn)\b|"
        r"\"_+\" (?:in plaats van|ipv|i\.p\.v\.) \"_+\"|\bzonder (?:lange |korte )?(?:ij|streepje|koppelteken"
        r"|accent|trema|hoofdletter)\b|"
        r"\"_+\" (?:staat|stond|is|heet)[^.?!]{0,40}\bals \"_+\"|"
        r"\b(?:moet(?:en)?|hoort(?:en)?|dient) (?:er |nog |eigenlijk |gewoon |overal |enkel |wel |natuurlijk "
        r"|op )*(?:(?:\S+ ){0,4}?(?:\d\S*|\"_+\") (?:zijn|staan|worden|heten|te staan)\b|eindigen|enkel \w+ zijn"
        r"|\d+ zijn|\"_+\"|\d+[.,]?\d* (?:uur )?zijn)"
        r"|\bmaar \d[^.]{1,12} is, moet\b|\b(?:ipv|i\.p\.v\.|in plaats van) [^.?!]{0,40}\b(?:graag|worden|zetten"
        r"|maken)\b|\b(?:graag|mag|moet|maken|worden|wordt)\b[^.?!]{0,60}\b(?:ipv|i\.p\.v\.|in plaats van)\b"
        r"|\bmet (?:een )?(?:hoofdletter|kleine \w+|puntloze|streepje|accent|trema|[a-tv-z])\b(?!')|\b(?:hoort"
        r"|horen) te staan\b|\bmist (?:de|het|een) (?:hele )?\w+|\b(?:\w+ )?heet \w+[^.?!]{0,15} en niet\b"
    ),
    "en": (
        r"\b(?:thing|detail|remark|point|correction)\b[^:.]{0,20}: [^.?!]{0,60}\b(?:still|missing|wrong|should"
        r"|isn't|needs)\b|"
        r"\b(?:wrong|incorrect)\b[^.?!]{0,12}\b(?:it|that|they)(?: is|'s| should| are| must)\b|"
        r"\"_+\" (?:instead of|rather than) \"_+\"|\bwith(?:out)? (?:an?|two|one|double) (?:[b-hj-z]|capital"
        r"|hyphen|lower ?case|umlaut|accent)\b|"
        r"\"_+\" (?:is|appears|reads|stands|shows)[^.?!]{0,40}\bas \"_+\"|"
        r"\bis (?:spelt|spelled|misspelt|misspelled|written) (?:with|without|wrong)\b|\bshould (?:be|read|say"
        r"|come) (?:\"|in |on |a |spelt|spelled|before|after|under|above|below)"
        r"|\bshould (?:refer to|read|say|be|show) [^.?!]{2,60}\b(?:rather than|instead of)\b"
        r"|(?<!why )\b(?:is|it's|are) [\w£€$.\":-]{1,16},? not [\w£€$.\":-]{1,16}(?:$|[.,;)\n])(?!.*\?)|\b(?:need"
        r"|want) (?:the )?(?:corrected|revised|amended) (?:files?|drawings?|version|proofs?|draft|plan)"
        r"|\bi need an? [^.]{1,25} i can actually\b"
        r"|\breplace the\b[^.]{0,60}\bentirety\b|\bcan the [^.?!]{2,40} (?:be|go|face|have)\b(?! ready| done| with"
        r"| delivered| sent)"
    ),
    "de": (
        r"\b(?:kleinigkeit|sache|anmerkung|punkt)\b[^:.]{0,20}: [^.?!]{0,60}\b(?:noch|fehlt|falsch|stimmt|muss)\b|"
        r"\bfalsch\b[^.?!]{0,12}\b(?:es|das|er|sie) (?:ist|muss|heißt)\b|"
        r"\"_+\" (?:statt|anstatt|anstelle von) \"_+\"|\bmit (?:einem )?(?:[b-z]|bindestrich|umlaut|großem"
        r" \w)\b(?!')|"
        r"\"_+\" (?:steht|erscheint)[^.?!]{0,40}\bals \"_+\"|"
        r"\b(?:muss|müsste|sollte|soll) (?:\S+ ){0,3}?\"?\S+\"? (?:heißen|lauten)\b|\"_+\" statt\b"
        r"|\bfalsch geschrieben\b|\bschreibt (?:sich|man) (?:mit|ohne)\b|\b(?:ist|sind) (?:der|die"
        r"|das)? ?[^.,]{1,20}\.?[^.,]{0,8},? (?:und )?nicht (?:der|die|das)? ?\d"
    ),
    "fr": (
        r"\b(?:chose|remarque|détail|point)\b[^:.]{0,20} ?: [^.?!]{0,60}\b(?:encore|manque|faux|faut|toujours)\b|"
        r"\b(?:faux|fausse|erronée?)\b[^.?!]{0,12}\bc'est\b|"
        r"\bc'est [^.?!]{1,25},? (?:et )?(?:pas|non) \d[^.?!]{0,15}$|\bau lieu d[eu'] ?«|\bil faut (?:lire"
        r"|écrire)\b|\bs'écrit (?:avec|sans)\b"
    ),
    "es": (
        r"\b(?:cosa|cosita|detalle|punto)\b[^:.]{0,20}: [^.?!]{0,60}\b(?:todavía|sigue|falta|mal|aún)\b|"
        r"\b(?:está mal|equivocad[oa])\b[^.?!]{0,12}\b(?:es|son)\b|"
        r"\b(?:es|son) [^.,?!]{1,20},? (?:y )?no (?:el |la )?\d|\b(?:va|van) en (?:minúscula|mayúscula|cursiva"
        r"|negrita)s?\b|\bse escribe (?:con|sin)\b|\b(?:debe|debería|tiene que) (?:decir|poner|ir)\b|\bsube a \d"
    ),
}

CONDITION: Phrases = {
    "nl": (
        r"\b(?:mits|zolang|(?:op|onder) (?:de )?voorwaarde dat|met (?:die|deze|dat|dit|één|een|de) (?:\w+"
        r" )?(?:wijziging|aanpassing|correctie)\w*|als jullie|als (?:je|u) (?:nog|die|dat|de|het)|zodra (?:je|u"
        r"|jullie|de|het)|op één ding na)\b[^.?!]{4,140}"
    ),
    "en": (
        r"\bwith (?:that|those|this|these|it) (?:changed|fixed|corrected|done|removed|in place)\b"
        r"|\b(?:provided(?: that)?|as long as|so long as|once (?:you|the|that|it)|with (?:that|this|those"
        r"|these) (?:\w+ )?(?:changes?|tweaks?|amends?|corrections?|edits?)|subject to|on condition|with (?:one"
        r"|two|the|a) (?:\w+ )?(?:changes?|tweaks?|amends?|corrections?))\b[^.?!]{4,140}"
    ),
    "de": (
        r"\b(?:sofern|solange|vorausgesetzt|unter der bedingung|sobald|wenn sie (?:noch|das|die|den)|wenn du"
        r" (?:noch|das|die|den))\b[^.?!]{4,140}"
    ),
    "fr": (
        r"(?:à (?:la )?condition (?:de|que)|sous réserve (?:de|que)|pourvu que|tant que|une fois (?:que|la|le|les)"
        r"|dès que (?:vous|tu|la|le))\b[^.?!]{4,140}"
    ),
    "es": (
        r"\b(?:mientras|siempre (?:que|y cuando)|con la condición|a condición|una vez (?:que|corregid\w+|cambiad\w+)"
        r"|en cuanto (?:esté|cambi\w+|corrij\w+))\b[^.?!]{4,140}"
    ),
}
"""A go-ahead that hangs on something; only read where a go-ahead is given."""

NOT_OURS: Phrases = {
    "nl": (
        r"\b(?:bezwaar|akkoord|klant|baas|bestuur|directie|budget|vergunning|jurist|gemachtigde|vergadering"
        r"|betaald|steiger|voor|vóór|factuur|prijs)\b"
    ),
    "en": (
        r"\b(?:boss|board|client|legal|committee|conference|budget|sign(?:s|ed)? off|agrees?|permit|objects?"
        r"|council|price|cost|invoice|before|by|quote|date)\b"
    ),
    "de": r"\b(?:chef|vorstand|kunde|budget|genehmigung|zustimm\w+|rat|preis|kosten|termin|bis|vor)\b",
    "fr": r"\b(?:patron|direction|client|budget|permis|accord|conseil|prix|date|avant)\b",
    "es": r"\b(?:jef\w+|dirección|cliente|presupuesto|permiso|acuerdo|consejo|precio|fecha|antes)\b",
}
"""A condition that does not lie in the work."""

UNLESS: Phrases = {
    "nl": (
        r"\b(?:tenzij|als (?!zodanig|altijd|een|het goed is)|zodra|wanneer|onder voorbehoud|behalve|met één"
        r"|na)\b.{4,160}"
    ),
    "en": r"\b(?:unless|if|when|as soon as|once|except|apart from|after|with (?:one|two|a))\b.{4,160}",
    "de": r"\b(?:wenn|sobald|außer|unter vorbehalt|es sei denn|nach)\b.{4,160}",
    "fr": r"\b(?:si|sauf|quand|lorsque|après)\b.{4,160}",
    "es": r"\b(?:si|salvo|cuando|excepto|tras)\b.{4,160}",
}
"""Weaker words, a condition only in the very sentence of the go-ahead."""
