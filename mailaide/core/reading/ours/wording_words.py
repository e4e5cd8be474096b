"""The turns of phrase that `wording` looks for in each language and what excuses them."""

from __future__ import annotations

import re

from mailaide.core.reading.text.spans import Phrases

JOINT = re.compile(
    r"[;:]\s|\s[–—]\s|,\s(?=(?:maar|en|but|and|aber|und|mais|et|pero|y|dus|so) )|\s(?=(?:maar|but|aber|mais"
    r"|pero) )|\s(?:en|and) (?=(?:je|u|jullie|you|your|die|dat|that|dit|this) )"
)

OVERPROMISE: Phrases = {
    "nl": (
        r"\bsucces (?:is )?verzekerd\b|\b(?:laat|laten|gaat|gaan|komt|komen) nooit (?:los|stuk|kapot|eraf|mis)\b|"
        r"\bniet te (?:kraken|hacken|evenaren|verslaan)\b|\b(?:elke|iedere) (?:bezoeker|klant|lezer"
        r"|gast)\b[^.?!]{0,30}\b(?:wordt|zal|gaat|koopt)\b|"
        r"\b(?:komende|eerstkomende) (?:\w+ )?(?:jaar|jaren) (?:er )?(?:niet|geen|nooit)\b|\bgeen omkijken meer\b"
        r"|\baltijd en overal\b|\bgaan er [^.?!]{0,30}\bjaar niet\b|"
        r"\b(?:gegarandeerd|garande(?:er|ren)|100 ?%|honderd ?procent|absoluut (?:zeker|veilig|geen|niets)"
        r"|nooit meer|nooit gedoe|(?:kan|kunnen|zal|gaat) (?:echt |er |zondag |nu |dus |hier |nooit |het "
        r"|\w+ )*(?:niets|niks|nooit(?: iets)?|niet meer) (?:misgaan|mis gaan|fout gaan|gebeuren|gebeurt|mis)"
        r"|onmogelijk|krast nooit|(?:gaat|breekt|lekt|scheurt|verkleurt|roest|crasht|faalt|slijt|rot|krimpt"
        r"|vervaagt|loopt) (?:dit |het |hij |er |ook |echt )*nooit|nooit (?:stuk|kapot|vast|last)"
        r"|sowieso (?:verdubbelen|verdrievoudigen|groeien|stijgen)|(?:verdubbel\w*"
        r"|verdrievoudig\w*)[^.?!]{0,40}\b(?:geloof me|zeker|sowieso|gegarandeerd)|zonder (?:enig "
        r"|enige )?(?:risico|twijfel|meer\b)|wat er ook gebeurt|wat u er ook op doet|eeuwig\w*|levenslang"
        r"|voor altijd|foutloos|vlekkeloos|feilloos|komt (?:helemaal|vast|zeker) goed|geloof me|(?:dat |het "
        r"|maar )?beslist (?:geen|niet|nooit)|geheid|ongetwijfeld|altijd binnen|toekomstbestendig|de allerbeste"
        r"|de beste van|nummer 1|op plek 1|plek één|bovenaan in google"
        r"|(?:verzeker|beloof|zweer|garandeer) ik? ?(?:je|u|jullie)[^.?!]{0,60}\b(?:nooit|altijd|elke|alle"
        r"|geen enkele?|iedereen)|daar sta ik (?:met mijn leven )?(?:voor in|garant voor)|met mijn leven"
        r"|op het hoofd van|hand (?:ervoor )?in het vuur|iedereen (?:vindt|zal|is)[^.?!]{0,30}\b(?:mooi|geweldig"
        r"|zeker|gegarandeerd)|geen enkel risico|gaat (?:zeker|geheid) (?:lukken|winnen)|krijgt u zonder meer"
        r"|je hebt er (?:nooit|geen) [^.?!]{0,15}meer|voorgoed|hoeft nooit|overal en altijd|onverwoestbaar"
        r"|altijd en overal)\b"
    ),
    "en": (
        r"\b(?:cannot|can't|can never) be (?:hacked|beaten|broken|bettered)\b|\bevery (?:visitor|customer"
        r"|reader|guest|client)(?: \w+)? will\b|\bnothing (?:can|will|could) (?:ever )?(?:go wrong|happen|fail)\b|"
        r"\bnever (?:missed|failed|lost)[^.?!]{0,40}\bnever will\b|\bfor (?:ten|twenty|fifty|a hundred"
        r"|\d0) years\b(?![^.?!]*\b(?:warranty|guarantee|experience|been)\b)|"
        r"\b(?:guarantee[ds]?|100 ?%|hundred per ?cent|(?:will|'ll|won't|can't|cannot|shall)(?: \w+)? (?:never"
        r"|ever) (?!be charged|mind|forget)|never,? ever|(?:won't|will not|can't|cannot) (?:ever )?(?:fail|break"
        r"|crash|leak|block|crack|go wrong|happen again|lose|fade|rust|come back|be hacked|notice)|never (?:again"
        r"|fail\w*|break\w*|crash\w*|leak\w*|go wrong|have (?:to|any)|lose|come)|impossible|no (?:risk"
        r"|mistake is possible|way it can)|risk-free|zero (?:bugs|risk|exceptions|downtime|errors|mistakes"
        r"|problems)|bug-free|error-free|foolproof|bulletproof|flawless(?:ly)?"
        r"|you have my word|for life\b|forever|outlive|another hundred years|in hundred years|a hundred years"
        r"|will be perfect|look perfect|the best (?:\w+ ){1,3}(?:ever|in the world|has ever|money can)"
        r"|top of google|number one on|first page|double your|triple|go(?:es|ing)? viral|(?:,? for sure[.!]"
        r"|sure to|bound to|trust me|that's a given|future-proof|no way\b[^.?!]{3,50}\b(?:down|wrong|late|fail)"
        r"|on for years|always within|everyone who [^.?!]{3,30} gets|mark my words|certain to|without fail"
        r"|no question|no doubt|without a doubt|i can assure|i assure you|surety)|everyone (?:will|'ll)"
        r"|everybody (?:will|'ll)|every single (?:bridesmaid|customer|client|visitor|guest|time|one|user|person"
        r"|reader|listener)|not a single|all your \w+ will|no one will (?:ever )?notice|nobody will"
        r"|absolutely (?:certain|no|nothing)|whatever happens|no matter what|will (?:definitely|certainly) (?:win"
        r"|succeed|double|sell|rank|love|work)|always (?:work|be)|most beautiful (?:girl|bride|\w+) in"
        r"|you'll never)\b"
    ),
    "de": (
        r"\b(?:garantier(?:t|e|en)|100 ?%|hundertprozentig|nie (?:wieder|mehr)|niemals|absolut (?:sicher"
        r"|fehlerfrei)|unmöglich|ohne (?:jedes |jegliches )?risiko|fehlerfrei|für immer|ein leben lang"
        r"|was auch (?:immer )?(?:passiert|geschieht)|kann nichts (?:passieren|schiefgehen|mehr passieren)"
        r"|verdoppel\w*|platz 1|unzerstörbar|mein wort darauf|hundert jahre)\b"
    ),
    "fr": (
        r"\b(?:garanti\w*|100 ?%|cent pour cent|plus jamais|jamais plus|impossible|sans (?:aucun )?risque"
        r"|zéro (?:défaut|risque|bug|erreur)|infaillible|à vie|pour toujours|éternel\w*|quoi qu'il arrive"
        r"|aucun problème possible|premier sur google|doubler|ma parole|rien ne peut)\b"
    ),
    "es": (
        r"\b(?:garantiz\w*|garantizad\w*|100 ?%|cien por cien|nunca más|jamás|imposible|sin (?:ningún )?riesgo"
        r"|cero (?:errores|fallos|riesgo)|infalible|para siempre|de por vida|pase lo que pase|nada puede"
        r"|primero en google|duplicar\w*|mi palabra)\b"
    ),
}

NO_OVERPROMISE: Phrases = {
    "nl": (
        r"\bgarande\w+ (?:\w+ )?(?:niets|niks|geen|niet)\b|"
        r"\bniemand (?:kan|mag|durft)\b|\bgarande\w+\b[^.?!]{0,40}\b(?:jaar|maanden)\b|\b(?:jaar"
        r"|maanden)\b[^.?!]{0,12}\bgarand|"
        r"\b(?:niet (?:garanderen|beloven|toezeggen|gegarandeerd)|kan (?:ik|niemand)[^.?!]{0,40}\bniet|niet 100"
        r"|geen garantie|garantie (?:op|van|loopt)|garantietermijn|wettelijk\w*|volgens de (?:offerte"
        r"|overeenkomst)|zoals (?:afgesproken|in de|op de)|fabrieksgarantie|schriftelijk|risico\w* blijft"
        r"|kan niemand|durf ik|grapje|nooit (?:helemaal|volledig|zeker)|hand niet|hand (?:er)?voor in het vuur te"
        r"|onmogelijk (?:te|om)|\"_+\" (?:staat|betekent|bedoel\w*)|ik was|mijn fout|spijt|had ik|heb ik nooit"
        r"|vindt iedereen dat)\b"
    ),
    "en": (
        r"\bguarantee (?:nothing|no)\b|"
        r"\b(?:years?|months?)(?:'|s')? ?guarantee|\bguarantee[ds]?\b[^.?!]{0,25}\b(?:years?|months?)\b"
        r"|\b(?:nobody|no one) can\b|"
        r"\b(?:(?:can't|cannot|can not|couldn't|won't|don't|doesn't|not|never|nobody can|no one can|wouldn't"
        r"|unable to|can anyone)[^.?!,]{0,30}\b(?:guarantee|promise|100 ?%|certain|perfect)|no guarantees?"
        r"|give guarantee|guarantee (?:period|covers|runs|of \d|on (?:parts|labour|the))|guaranteed (?:for \d|\d"
        r"|by (?:the )?(?:manufacturer|law)|coverage|minutes)|warranty|statutory|impossible to|i(?:'ll"
        r"| will) never (?:forget|do that|again)|i never|i should never|never had|as agreed|certificate says"
        r"|100% (?:cotton|wool|recycled|of the|payable|certain)|if (?:i|we) could|i've told|inform you)\b"
    ),
    "de": (
        r"\bgarantieren (?:\w+ )?(?:nichts|keine?n?)\b|"
        r"\bniemand kann\b|\bgarant\w+\b[^.?!]{0,30}\b(?:jahre?|monate)\b|\b(?:jahre?|monate)\b[^.?!]{0,12}\bgarant|"
        r"\b(?:(?:nicht|keine?|niemand)[^.?!]{0,30}\b(?:garantieren|garantie|100|versprechen)|garantie (?:auf|von"
        r"|läuft)|gesetzlich\w*|gewährleistung|unmöglich (?:zu|,)|wie vereinbart)\b"
    ),
    "fr": (
        r"\bgaranti\w+ rien\b|\bgaranti\w*\b[^.?!]{0,25}\b(?:ans?|mois)\b|\bpersonne ne peut\b|"
        r"(?:\b(?:ne|n'|pas|personne)\b[^.?!]{0,30}\b(?:garanti\w*|promett\w*)|garantie (?:légale|décennale"
        r"|de \w+ ans|constructeur|sur)|impossible (?:de|à))"
    ),
    "es": (
        r"\bgarantiz\w+ nada\b|\bgarant\w*\b[^.?!]{0,25}\b(?:años?|meses)\b|\bnadie puede\b|"
        r"\b(?:(?:no|nadie)\b[^.?!]{0,20}\b(?:garantiz\w*|promet\w*)|garantía (?:legal|de|sobre)|imposible (?:de"
        r"|saber))\b"
    ),
}

BLAME: Phrases = {
    "nl": (
        r"\b(?:u|je|jij|jullie) (?:heeft|hebt|heb|hebben) (?:\S+ ){0,4}?zelf (?:\S+ )?(?:kapot\w*|stuk\w*"
        r"|verwijderd|gewist|verkeerd\w*|gebroken|veroorzaakt|uitgezet|verschoven)\b|"
        r"\b(?:je|jij|u|jullie) had(?:den)? (?:\S+ ){0,8}?(?:moeten|kunnen|horen te) \w+|"
        r"\b(?:u|je|jij|jullie) (?:bent|ben|was|waren|zijn)(?: \w+){0,2} te laat\b|\bte laat (?:was|waren|bent"
        r"|ben|zijn) (?:je|u|jullie)\b|"
        r"\b(?:precies|exact) wat (?:je|jij|u|jullie) [^.?!]{0,30}\b(?:zette|gezet|vroeg|gevraagd|schreef"
        r"|wilde)\b[^.?!]*\b(?:snap|begrijp) (?:ik )?niet\b|\blees (?:de )?volgende keer\b|\b(?:volgende keer"
        r"|voortaan) [^.?!]{0,20}\b(?:eerst|beter|goed) (?:even )?(?:lezen|kijken|opletten)\b"
        r"|\bstaa[nt] (?:die |dat |het )?gewoon (?:op|in) (?:mijn|de|het)\b|\bdie staan gewoon\b|\b(?:te laat"
        r"|niet op tijd) (?:reageerde[nt]?|aanleverde[nt]?|betaalde[nt]?)\b|"
        r"\b(?:had(?:den)? (?:je|jij|u|jullie)\b(?![^.?!]*\?)|(?:je|jij|u|jullie) (?:had|hadden) (?:mij |me "
        r"|ons )?(?:dit "
        r"|dat |het |die |ons |mij |me |dan |echt |beter |ook |gewoon |eerder |wel )*(?:moeten|kunnen|beter|eerder"
        r"|bij de|zelf|vooraf)|had dat dan|(?:als|indien|wanneer) (?:je|jij|u|jullie|het \w+) (?:\S+ ){0,6}?(?:had"
        r"|hadden|hadt|was|waren)\b|doordat (?:je|jij|u|jullie)\b|omdat (?:je|u|jij|jullie) (?:\S+ ){0,10}?(?:had|hebt"
        r"|hebben|heeft|niet|te|andere|steeds|verkeerde|zelf|weer)|(?:je|jij|u|jullie) (?:hebt|heb|heeft"
        r"|hebben) (?:\S+ ){0,6}?(?:nooit|niet|te laat|verkeerd\w*|steeds|zelf (?:op|voor|aan|de)|tegen mijn"
        r"|zelf veroorzaakt|vergeten)"
        r"|(?:ligt|lag|komt|kwam) (?:\S+ ){0,4}?(?:aan|door|bij|van) (?:je|u|jou|jullie)(?: zelf| kant| eigen)?\b"
        r"|(?:aan|bij) jullie [^.?!]{0,30}hebben gelegen|(?:jouw|uw|jullie|je) (?:eigen )?(?:schuld|fout"
        r"|verantwoordelijkheid|slordigheid|nalatigheid)|je (?:eigen|zelf) schuld|zoals ik (?:u|je"
        r"|jullie)? ?(?:al )?(?:\w+ ){0,3}(?:keer|tweemaal|driemaal|herhaaldelijk|eerder|meermaals|schreef"
        r"|heb geschreven|zei)|ik (?:had|heb) (?:je|jij|u|jullie) (?:nog )?(?:zo )?(?:gewaarschuwd|gezegd|al)"
        r"|staat (?:anders )?gewoon in|heb ik (?:u|je|jullie) (?:\S+ ){0,6}?(?:al|ook al) (?:\S+ )?(?:gezegd"
        r"|geschreven|gemeld|uitgelegd|gewaarschuwd)|ondanks herhaald(?:e)? verzoek\w*|voor de (?:derde|vierde"
        r"|zoveelste|tweede) keer op (?:jou|u|jullie)"
        r"|(?:jullie|uw|jouw|je) (?:\w+ )?(?:script|bestand\w*|tekst\w*|aanlevering|briefing|stukken|team"
        r"|collega\w*|tekening\w*)\b[^.?!]{0,30}\b(?:vol fouten|onbruikbaar|te laat|slordig|rammelt?|klopt\w* niet"
        r"|chaotisch)|(?:chaotische|slordige|late|trage) (?:wijze|manier|aanlevering)[^.?!]{0,20}\b(?:u|je|jullie)"
        r"|wisselen jullie|(?:moeten|moet) jullie eerst|moet je (?:maar|dan|ook) (?:niet|beter|eerst)"
        r"|eerst (?:intern|zelf) (?:even )?(?:besluiten|lezen|kijken)|steeds van (?:gedachten|mening)|op (?:jou|u"
        r"|jullie) te wachten|stuur voortaan (?:alsjeblieft |graag )?(?:op tijd|eerder)|dan kun je achteraf"
        r"|zelf (?:op akkoord|de verkeerde|in de prullenbak)|door jullie (?:vertraging|toedoen)|niet wat (?:je|u"
        r"|jullie) gevraagd had|niet goed gelezen|beter (?:moeten )?(?:lezen|opletten)|te hard aan|niet (?:op tijd"
        r"|tijdig) (?:heeft|hebt|hebben) aangeleverd)\b"
    ),
    "en": (
        r"\byou (?:broke|deleted|damaged|moved|changed|caused|switched|removed|lost|ruined"
        r"|messed)\b[^.?!]{0,20}\byoursel(?:f|ves)\b|"
        r"\b(?:down|due) to you\b(?! to\b| whether| which| if)|\byou (?:were|are)(?: \w+){0,5} late\b|"
        r"\byou (?:have )?(?:only |just |simply )?(?:forgot|forgotten) to\b|\bmy problem that\b"
        r"|\bnext time,? (?:please )?(?:get|send|read|check|tell|ask)\b[^.?!]{0,60}\b(?:before|first|on time"
        r"|properly|not \w+ days)\b"
        r"|\b(?:has|have) (?:joined|come|arrived|replied|paid|submitted) late\b|\bthat's on you\b|\bhardly my\b"
        r"|\bas (?:anyone|any \w+) (?:would|could|can) (?:see|tell|know)\b|\byou measured\b|\byou can't un-|"
        r"\b(?:you should(?:n't)? have|you (?:could|might) have (?:told|said|checked|read|mentioned|noticed)"
        r"|if (?:you|your \w+)(?:'d| had)\b(?! (?:like|prefer|rather|want))|had you (?!seen|received|a chance"
        r"|thought)|because (?:of )?(?:you|your \w+) (?:only|\S+ ){0,4}?(?:don't|do not|won't|sent|gave"
        r"|bookmarked|didn't|did not"
        r"|kept|changed|forgot|deleted|never|wouldn't|insisted|took|clicked|were late|was late|moved|failed|can't"
        r"|couldn't)\b|because of you|you (?:clearly |obviously |evidently |simply |just )?(?:didn't|did not|never"
        r"|failed to|forgot to|neglected to|refused to|kept|keep) (?:read|send|sent|tell|told|say|said|check"
        r"|checked|look|answer|reply|supply|provide|give|listen|follow|mention|changing|moving|asking|bother|back)"
        r"|you have (?:never|not) (?:read|sent|given|answered|told|followed)|you(?:'ve| have)? (?:gave|given|sent"
        r"|send) (?:me |us )?(?:a |the )?(?:wrong|incomplete|outdated|late)|you have (?:sent|given) (?:me "
        r"|us )?(?:a |the )?wrong|your (?:own )?(?:fault|mistake|responsibility|problem|doing|error|negligence)"
        r"|(?:down|up) to you that|(?:fault|mistake|problem|delay|issue|cause) (?:is|was|lies"
        r"|lay)(?: \w+)? (?:with you|on your side|at your end|yours|on your end)|at your end (?:deleted|broke"
        r"|changed|forgot)|(?:someone|somebody|anyone) (?:at your end|on your side|in your (?:team|office))"
        r"|i (?:did )?(?:warn|warned|told|tell|say|said)(?:ed)? (?:you|to you)?\b[^.?!]{0,30}\b(?:not to|about"
        r"|before|twice|so|clearly|already|would|that this|every)|i did (?:warn|tell)|as i (?:keep"
        r"|have to keep) \w+ing|as i(?:'ve| have)? (?:now |already )?(?:said|told|explained|written|mentioned"
        r"|stated)\b[^.?!]{0,20}\b(?:times|before|already|you|clearly|repeatedly|twice)|how many times"
        r"|your (?:measurement|file|files|drawing|script|copy|brief|briefing|text|data|people|team|girls|staff"
        r"|spreadsheet|numbers|photos)\w* (?:was|were|is|are|had|hadn't) (?:out|wrong|late|full of|a mess"
        r"|incorrect|incomplete|not ready|unusable|kept)|a client who can't|what did you expect|you would insist"
        r"|you were told|perfectly free to|you've been \w+ing|you had (?:only )?to|if (?:only )?(?:you"
        r"|your) (?:\w+ )?(?:had|hadn't|could|would have|were)|since you (?:queried|asked|changed|didn't|failed)"
        r"|only after (?:\w+ )?(?:days|weeks) you|you touched|against my advice|blame yourself|brought (?:this"
        r"|it) on yourself|you insisted|you (?:people|lot)|you changed your mind|waiting (?:on|for) you (?:for"
        r"|since)|you(?:'re| are) (?:over\w+ing|doing it wrong|using it wrong)|(?:pictures|files|photos"
        r"|texts?) you (?:gave|sent)[^.?!]{0,30}\b(?:bad|poor|wrong|useless)|this is not my fault|not my (?:fault"
        r"|problem)|for the (?:third|second|fourth) time)\b"
    ),
    "de": (
        r"\b(?:haben sie|sie haben|hast du|du hast) (?:\S+ ){0,3}?selbst (?:\S+ )?(?:kaputt|gelöscht|verstellt"
        r"|verursacht|falsch|zerstört)|\b(?:sie|ihr) (?:waren|sind|wart|seid)(?: \w+){0,2} zu spät\b|"
        r"\b(?:hätten sie|hättest du|hättet ihr|sie hätten|du hättest|weil sie (?:\S+ ){0,6}?(?:nicht|zu spät"
        r"|falsch\w*|vergessen)|weil du (?:\S+ ){0,6}?(?:nicht|zu spät|falsch\w*|vergessen)"
        r"|ihre (?:eigene )?schuld|deine (?:eigene )?schuld|ihr fehler|dein fehler|liegt an ihnen|liegt bei ihnen"
        r"|lag an ihnen|wie ich (?:ihnen |dir )?(?:bereits|schon|mehrfach)|sie haben (?:\S+ ){0,4}?(?:nie"
        r"|nicht (?:gelesen|geliefert|geschickt)|zu spät|falsch\w*|vergessen)|trotz mehrfacher"
        r"|ich habe sie gewarnt|selbst schuld|gegen meinen rat)\b"
    ),
    "fr": (
        r"\bvous (?:l'|les )?avez (?:\w+ ){0,3}vous-mêmes?\b|"
        r"\bvous (?:nous |m')?avez (?:[\w-]+ ){0,4}(?:mauvais|faux|fausse|erroné|incorrect)\w*|"
        r"\bvous (?:êtes|étiez|avez été)(?: \w+){0,2} en retard\b|\bc'est vous qui\b|"
        r"\b(?:vous auriez dû|tu aurais dû|si vous (?:aviez|m'aviez|nous aviez)|si tu (?:avais|m'avais)|(?:c'est"
        r"|est de) (?:votre|ta) faute|votre (?:erreur|faute|responsabilité)|ta faute"
        r"|parce que vous (?:\S+ ){0,4}?(?:pas|trop tard|jamais|oublié)|vous n'avez (?:pas|jamais)|tu n'as (?:pas"
        r"|jamais)|comme je vous l'ai (?:déjà )?(?:dit|écrit|répété)|je vous avais prévenu\w*|malgré mes relances"
        r"|à cause de vous|vous avez (?:oublié|envoyé le mauvais|tardé|changé d'avis))\b"
    ),
    "es": (
        r"\b(?:hab[eé]is|has|ha|han) \w+ (?:vosotros mismos|tú mism[oa]|usted mism[oa]|ustedes mismos)\b|"
        r"\b(?:nos|me) (?:disteis|diste|dio|dieron|pasasteis|pasaste|enviasteis)\b[^.?!]{0,30}\b(?:equivocad"
        r"|mal|incorrect|erróne)\w*|"
        r"\bculpa (?:vuestra|tuya|suya|de ustedes?)\b|\b(?:llegasteis|llegaste|llegaron ustedes|contestasteis"
        r"|enviasteis) tarde\b|"
        r"\b(?:(?:usted |tú |ustedes )?(?:debería|deberías|deberían|tendría|tendrías|tenías|tenía) (?:haber"
        r"|que haber)|si (?:me |nos )?(?:hubiera|hubieras|hubieran|hubierais)|(?:es |por )?(?:su|tu|vuestra) culpa"
        r"|(?:su|tu) (?:error|responsabilidad)|porque (?:usted|tú|ustedes) (?:\S+ ){0,4}?no|no (?:leyó|leíste"
        r"|envió|enviaste|avisó|avisaste)|como ya (?:le|te|les) (?:dije|escribí|expliqué)|ya (?:le|te) (?:avisé"
        r"|advertí)|a pesar de mis|por no (?:leer|enviar|avisar))\b"
    ),
}

NO_BLAME: Phrases = {
    "nl": (
        r"\bniet (?:\w+ )?(?:aan|bij|door) (?:je|u|jou|jullie)\b|\b(?:niet|nooit|geenszins) (?:jouw|uw|jullie"
        r"|je) (?:\w+ )?(?:schuld|fout)\b|"
        r"\b(?:mijn (?:fout|schuld|slordigheid)|ligt (?:helemaal )?(?:aan|bij) (?:mij|ons)|lag bij (?:mij|ons)"
        r"|had ik|had(?:den)? wij|(?:ik|wij|we) had(?:den)? (?:je|u|jullie)|had (?:je|u) (?:dat"
        r"|dit) (?:niet )?(?:kunnen weten|hoeven)|(?:daar|hier) (?:kon|konden|kunt|kan) (?:je|u|jullie) niets"
        r"|niets aan doen|als (?:je|u|jullie) (?:vragen|tijd|zin|wilt)|zoals (?:je|u|jullie) (?:had|hebt|heeft"
        r"|vroeg|schreef)|snap(?:pen)? (?:ik|dat|goed)|terecht|je hebt gelijk|voorkeur)\b"
    ),
    "en": (
        r"\b(?:isn't|wasn't|not|never|no way|hardly|n't) (?:\w+ )?(?:your|(?:down|due) to you|because of you"
        r"|with you)\b|\b(?:my (?:fault|mistake|error|doing|oversight|bad)|our (?:fault|mistake|error)|on (?:me|us)\b"
        r"|i should have|we should have|i hadn't|i didn't tell you|you should have (?:received|got|had|heard"
        r"|been told|it|the|a)|you should have your|if you(?:'d| had) (?:like|prefer|rather|any)|you're right"
        r"|not your|nothing you could|through no fault|because you (?:asked|wanted|are|know|deserve|said you))\b"
    ),
    "de": (
        r"\bnicht (?:\w+ )?(?:an ihnen|bei ihnen|ihre schuld|ihr fehler|deine schuld|dein fehler)\b|"
        r"\b(?:mein fehler|unser fehler|lag an (?:mir|uns)|meine schuld|hätten sie (?:lust|zeit|interesse|gern\w*)"
        r"|sie hätten recht)\b"
    ),
    "fr": r"\b(?:pas|nullement) (?:de |à )?(?:votre|ta|cause de)\b|\b(?:ma faute|mon erreur|notre erreur|de ma"
    r" part|si vous aviez (?:des|une|besoin))\b",
    "es": r"\bno (?:es|fue|ha sido|era) (?:por )?(?:\w+ )?culpa\b|\b(?:culpa mía|mi culpa|mi error|nuestro"
    r" error|si tuviera)\b",
}

NO_SILENCE: Phrases = {
    "nl": (
        r"\b(?:niet|nooit|geen) (?:op )?(?:als )?(?:een )?(?:ja|akkoord|goedkeuring|toestemming|instemming)\b"
        r"|\b(?:ga|zal|druk|doe|begin|bestel|start|plaats|verstuur|maak|zet|publiceer)\w* (?:ik|we|wij) (?:\S+"
        r" ){0,6}?(?:niet|niets|niks|geen)\b|\b(?:wacht|bel|mail|herinner|vraag) (?:ik|we|wij)\b"
    ),
    "en": (
        r"\b(?:won't|will not|don't|do not|never|can't|cannot) (?:take|treat|read|count|see|regard|print|order"
        r"|start|proceed|go|publish|do|send|move|begin)\b|\bi(?:'ll| will) (?:wait|ring|call|ask|chase|remind"
        r"|get in touch|check in)\b"
    ),
    "de": r"\b(?:drucke|bestelle|beginne|mache|starte|gehe|tue) (?:ich|wir) (?:\w+ )?(?:nicht|nichts)\b"
    r"|\b(?:warte|rufe|frage) ich\b",
    "fr": r"\b(?:je n'|je ne )\w+ (?:pas|rien)\b|\bj'attends\b|\bje vous (?:appelle|rappelle|relance)\b",
    "es": r"\bno (?:imprim|har|hago|empiez|empez|encarg|public)\w*\b|\b(?:espero|esperaré|te llamo|le llamo)\b",
}

SILENCE: Phrases = {
    "nl": (
        r"\b(?:als|indien|wanneer|mocht) (?:u|je|jullie|ik) [^.?!,]{0,40}\b(?:niet (?:reageer|antwoord"
        r"|bericht)\w*|niets (?:hoor|verneem|ontvang|laat)\w*|geen (?:reactie|antwoord"
        r"|bericht)\w*)\b[^.?!,]{0,25},? (?:dan )?(?!bel|mail|app|herinner|vraag|stuur|neem|kom|wacht"
        r"|ga)[a-z]{3,} (?:ik|wij|we)\b(?! (?:je|u|jullie)\b)|\b(?:reageert?|antwoordt?|reageren|antwoorden)"
        r" (?:u|je|jullie) [^.?!]{0,30}\bniet\b[^.?!]{0,50}\b(?:ga|neem|beschouw|druk|bestel|zet) ik\b"
        r"|\b(?:reageert?|antwoordt?) (?:u|je) niet\b[^.?!]{0,50}\b(?:ga|neem|beschouw|druk|bestel|zet) ik\b|"
        r"\bzonder (?:uw|je|jullie) (?:reactie|bericht|tegenbericht|antwoord)\b[^.?!]{0,60}\b(?:bestel|ga|plaats"
        r"|druk|maak|zet|teken|neem) (?:ik|wij|we)\b"
        r"|\bhoor (?:ik|we|wij) [^.?!]{0,30}\b(?:niks|niets)\b[^.?!]{0,10},? dan\b|\bgeen (?:reactie|bericht"
        r"|antwoord) (?:betekent|is|geldt)\b|"
        r"\b(?:(?:als|indien|mocht|wanneer|bij|heb|hoor|ontvang|krijg|verneem|blijft|zonder)\b[^.?!]{0,50}\b(?:niets"
        r"|niks|geen|uitblijven|zonder)\b[^.?!]{0,70}\b(?:ga(?:an)? (?:ik|we"
        r"|wij)(?: er)?(?: dan)?(?: van)? ?(?:uit|door|verder|ervan)|neem (?:ik|ik dan) aan|beschouw(?:en)?"
        r"|geldt? (?:het|de|dit|als)|goedgekeurd|akkoord|vastgesteld|geaccepteerd|(?:zet|bestel|plaats|teken|druk"
        r"|stuur|laat|maak|factureer|verleng|publiceer) ik))"
        r"|\b(?:geen (?:bericht|reactie) is (?:goed|akkoord)|(?:je|uw|jullie) (?:stilte"
        r"|zwijgen) (?:\w+ )?(?:op als|als)|(?:stilte|zwijgen)\b[^.?!]{0,30}\b(?:telt|geldt|is|betekent)\b"
        r"|wie zwijgt|zwijgen is|stilzwijgend\w*|zonder (?:tegen)?bericht)"
    ),
    "en": (
        r"\b(?:if|should) (?:you|i) (?:do not|don't|haven't|have not|hear nothing|did not"
        r"|didn't)\b[^.?!]{0,40}\b(?:i|we)(?:'ll| will|'m going to) (?!call|ring|phone|mail|e-?mail|remind|ask"
        r"|chase|write|check|get|follow|come|give|wait|not|send you|drop|try|nudge|be in touch|let)(?<!hear )\w+|"
        r"\bi(?:'ll| shall| will|'m going to) assume\b[^.?!]{0,60}\b(?:no ?one|nobody|nothing|no news|unless|don't"
        r"|correct|fine|good|agree|yes|ok)\b|\bno (?:answer|reply|news|response) (?:means|is good|=)\b|"
        r"\b(?:(?:if|unless|should) (?:i|we|you)\b[^.?!]{0,40}\b(?:silent|silence|quiet|hear|heard|receive|answer"
        r"|reply|respond|send|write|object|comment|say|get|come back)\w*\b[^.?!]{0,70}\b(?:assume|consider|treat"
        r"|take (?:it|that|this)|understand|think|figure|deemed?|go ahead|go with|proceed|order|choose|print"
        r"|accept|publish|release|invoice|it's fine|approved|agree[ds]?)"
        r"|no (?:news is good news|reply|response|answer|objections?|comments?)\b[^.?!]{0,50}\b(?:means?|and (?:i"
        r"|we)'?l?l?|i'll|will be|counts|taken as|=|yes|approval|good news)|(?:your )?silence (?:as|means|is"
        r"|will be|counts|for)|unless i hear otherwise|unless you (?:object|tell me|say)|deemed (?:accepted"
        r"|approved)|in the absence of)\b"
    ),
    "de": (
        r"\b(?:(?:wenn|sollte|falls|höre|ohne|erhalte|bekomme)\b[^.?!]{0,70}\b(?:nichts|keine|rückmeldung"
        r"|widerspruch)\b[^.?!]{0,70}\b(?:gehe|gehen|betrachte|gilt|nehme|werte|genehmigt|freigegeben|bestelle"
        r"|drucke)|schweigen (?:gilt|als|ist)|ohne gegenteilige|stillschweigend\w*)\b"
    ),
    "fr": (
        r"\b(?:(?:sans|faute de|si je ne|en l'absence de)\b[^.?!]{0,60}\b(?:réponse|retour|message|signe|avis"
        r" contraire|nouvelles|remarque\w*"
        r"|reçois)\b[^.?!]{0,70}\b(?:considère\w*|considérerai|estime|partirai|part|vaut|validé\w*|accepté\w*"
        r"|lance\w*|commande\w*)|qui ne dit mot|silence vaut|votre silence)\b"
    ),
    "es": (
        r"\b(?:(?:si no|de no|sin|salvo)\b[^.?!]{0,60}\b(?:recibo|respuesta|noticias|comentarios|contest\w+|dices"
        r"|dice|objeción)\b[^.?!]{0,70}\b(?:doy (?:[^.?!]{0,25} )?por|entiendo|entenderé|considero|asumo"
        r"|aprobad\w+|aceptad\w+|sigo|encargo)|quien calla|su silencio|tu silencio|silencio como)\b"
    ),
}

DISCLAIMER: Phrases = {
    "nl": (
        r"\b(?:aan (?:dit|deze) (?:bericht|e-?mail|mail)[^.?!]{0,30}geen rechten|geen rechten worden ontleend"
        r"|onder voorbehoud van (?:alle|eventuele) (?:fouten|typ-?)|wij zijn op geen enkele wijze aansprakelijk"
        r"|prijs-? en drukfouten voorbehouden|zonder (?:enige )?aansprakelijkheid)\b"
    ),
    "en": (
        r"\b(?:no rights (?:can|may) be derived|errors and omissions excepted|e ?& ?oe|(?:accepts?"
        r"|assume) no (?:liability|responsibility) whatsoever|without (?:any )?liability|at your own risk entirely"
        r"|i am not (?:liable|responsible) for anything)\b"
    ),
    "de": (
        r"\b(?:alle angaben ohne gewähr|irrtümer vorbehalten|irrtum vorbehalten|keinerlei haftung"
        r"|ohne jede gewähr)\b"
    ),
    "fr": (
        r"\b(?:sans (?:aucune )?garantie d'aucune sorte|sauf erreur ou omission|(?:décline"
        r"|déclinons) toute responsabilité)\b"
    ),
    "es": (
        r"\b(?:salvo error u omisión|no (?:me|nos) (?:hago|hacemos) responsables? de nada"
        r"|sin (?:ninguna )?responsabilidad alguna)\b"
    ),
}
