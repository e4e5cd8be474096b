"""How people give a go-ahead in each language, and what only looks like one; read by `approval`."""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases

SHORT = 60
"""Characters of a mail in which a bare "fine" is a go-ahead."""

GIVES: Phrases = {
    "nl": (
        r"^(?:prima|top|goed|akkoord|mooi) (?:allemaal|alles|allebei|beide)\b|"
        r"^(?:ga )?door(?:gaan)? zo[.!]*$|\b(?:voorstel|offerte|ontwerp|plan) (?:is|zijn)"
        r" [^.?!]{0,30}\b(?:aangenomen|aanvaard|geaccepteerd|goedgekeurd)\b|\bmaak (?:hem|het|'m|ze) (?:maar"
        r" )?(?:definitief|af)\b|\b(?:wij|we|ik) teken(?:en)? (?:hier)?voor\b(?! ontvangst)|"
        r"\b(?:mag|kan|mogen|kunnen) (?:hij|het|ze|dit|dat|alles|deze|die|je|u|jullie|'m|de \w+)? ?(?:\w+"
        r" ){0,4}?(?:live|online|de deur uit|de lucht in|naar de druk\w*|in productie|in druk"
        r"|gedrukt(?: worden)?|geprint(?: worden)?|gepubliceerd(?: worden)?|geplaatst(?: worden)?|verstuurd(?:"
        r" worden)?|drukken|publiceren|plaatsen|printen|van start|beginnen|starten|aan de slag)[.!]*$"
        r"|\b(?<!ze )(?<!we )(?:drukken|printen|publiceren|plaatsen|starten|versturen|bestellen|beginnen|doen) maar\b"
        r"|\b(?:publiceer|druk|print|plaats|start|begin|bestel|verstuur) (?:hem |het |ze |'m )?(?:dan )?maar\b"
        r"|\blaat (?:hem |het |ze |'m )?maar (?:drukken|printen|maken|komen|live|online|doorgaan)\b|\b(?:geef"
        r"|geven) (?:ik|wij|we) (?:hierbij |graag |bij deze |je |u |jullie )*(?:toestemming|akkoord|groen licht"
        r"|fiat|goedkeuring)\b|\b(?:ik|wij|we) (?:geef|geven) (?:hierbij |graag |bij deze |je |u |jullie"
        r" )*(?:toestemming|akkoord|fiat|goedkeuring)\b|\b(?:mijn|onze|ons) (?:zegen|fiat|toestemming"
        r"|goedkeuring) (?:heb|hebt|heeft|krijg)|\b(?:heb|hebt|heeft|krijg|krijgt) (?:je|u|jullie) (?:mijn|onze"
        r"|ons|een) (?:zegen|fiat|toestemming|goedkeuring|ja)\b|\bgoedgekeurd (?:door|namens)\b|\b(?:zegt"
        r"|zeggen|gezegd|zeg) (?:wij |we |ik |hier )?(?:er )?ja\b(?! maar)|\bja gezegd\b|\bgaan (?:we |wij )?ervoor\b|"
        r"\bzo is het[.!]*$|\b(?:heel|erg|zeer|hartstikke) tevreden (?:mee|ermee|met het (?:resultaat|werk))\b"
        r"|\btevreden met het"
        r" eindresultaat\b|\b(?:hij|het|ze|de \w+) (?:kan|gaat|mag) (?:\w+ ){0,2}(?:live|online|beginnen|de deur uit"
        r"|in productie)[.!]*$|"
        r"\b(?:met )?alles akkoord\b|\bakkoord namens\b|\b(?:gaan|ga) (?:wij|we|ik) [^.?!]{0,30}\bakkoord\b"
        r"|\b(?:allemaal|alles|hierbij) goedgekeurd\b|^(?:\w+ )?goedgekeurd[.!]*$|\bmag (?:nu |zo )?(?:online|live)\b|"
        r"^(?:(?:hoi|hallo|beste|dag|ha|hey|goedemorgen) \S+,? )?(?:helemaal |dus |verder |voor de rest |geheel "
        r"|volledig |geheel en al |bij deze |ja,? |hierbij |prima,? |top,? |mooi,? )*akkoord\b(?! (?:is|was|gegaan"
        r"|gegeven|te|voordat|vragen))"
        r"|\b(?:is|zijn|ben|bent|gaan|ga|gaat|geef|geven|verder|dus|helemaal|volledig|mee|geheel|wij|hiermee"
        r"|hierbij|namens \w+|van mij|onze kant|mijn kant) (?:hiermee |hierbij |er |wij |we |ik |hier |dus "
        r"|helemaal |volledig |mijn |ons |onze |graag |ook |het )*akkoord\b(?! (?:gegaan|gegeven|met (?:deze"
        r"|die) (?:gang|manier|kosten|factuur)))"
        r"|\bakkoord (?:met|voor|op|wat|van (?:mij|ons|onze|mijn))\b|\b(?:is|zijn|hierbij|bij deze|alles|proef"
        r"|ontwerp|offerte)\b[^.?!]{0,30}\bgoedgekeurd\b|\bgoedgekeurd\b[^.?!]{0,12}$"
        r"|\b(?:zet|stuur|druk|print|plaats|publiceer|lever|bestel|maak) (?!de factuur|de rekening"
        r"|die factuur)(?:hem |het |'m |ze |dat |de \w+ |die )?(?:maar |dus maar |gerust |dan maar )(?:live|online"
        r"|door|aan|uit|drukklaar|af|in productie|naar|in gang|in)\b"
        r"|\b(?:kan|kunnen|mag|mogen) (?:hij |het |ze |dit |dat |alles |deze |'m )?(?:wat (?:mij|ons) betreft |nu "
        r"|zo |dan |meteen |direct |wel |van (?:mij|ons) |gewoon |allemaal )*(?:live|online|de deur uit"
        r"|naar de drukker|naar de drukkerij|gedrukt worden|geprint worden|in productie|verstuurd worden"
        r"|gepubliceerd worden|worden gedrukt|worden verstuurd|doorgezet worden)\b"
        r"|\b(?:je|u|jullie) (?:mag|mogen|kunt|kan|kunnen) (?:hem |het |ze |er |dit |zo |nu |wat mij betreft "
        r"|gerust |meteen )*(?:beginnen|starten|van start|live|online|verder ermee|drukken|laten drukken|versturen"
        r"|aan de slag|uitvoeren|bestellen|doorgaan)\b"
        r"|\b(?:kunnen|kun) (?:we|jullie|je|u) (?:wat (?:mij|ons) betreft )?(?:door|van start|beginnen"
        r"|aan de slag)\b(?! met)|\bwat (?:mij|ons) betreft (?:kunnen we (?:door|van start|beginnen)|kan (?:hij"
        r"|het|dit)|is (?:het|dit|hij) (?:klaar|goed|akkoord))"
        r"|\b(?:ga|gaat) (?:je|u|jullie)? ?(?:je )?gang\b|\bga (?:maar|er maar|dan maar) (?:door|aan de slag"
        r"|van start|verder)\b|\bdoe maar(?: zo| de| dit)?\b(?! (?:niet|rustig|even))"
        r"|\bgeen (?:op- of aanmerkingen|op- en aanmerkingen|aanmerkingen|opmerkingen) (?:meer|van (?:onze|mijn)"
        r"|verder)"
        r"|\b(?:dit|dat) is (?:'m|hem|em)\b|\b(?:helemaal|zo) goed zo\b|\bgroen licht\b|\b(?:wij|we|ik) (?:nemen"
        r"|neem|gaan|ga|aanvaarden|accepteren|accepteer) (?:uw|je|jullie|de|het|deze"
        r"|graag)[^.?!]{0,30}\b(?:offerte|voorstel|aanbod|in zee)\b"
        r"|\b(?:drukproef|proef|ontwerp|versie \S+|offerte|concept) is (?:helemaal |zo )?(?:goed|prima|in orde"
        r"|akkoord|het geworden)\b|\bpassen we (?:zo )?toe\b|\bgetekend (?:retour|terug)\b|\b(?:niks|niets"
        r") (?:meer aan (?:doen|veranderen)|op aan te merken)\b|, akkoord\b[.!]?|\b(?:de"
        r"|voor de) rest (?:is )?(?:ok|oké|akkoord|goed|prima)\b|\bbevestig(?:en)? (?:ik|wij"
        r"|we) (?:hierbij )?de opdracht\b|\bis (?:het|hij|dit|alles) (?:voor (?:ons|mij) |wat (?:ons"
        r"|mij) betreft )(?:in orde|goed|prima|akkoord)\b|\b(?:plaatsen|drukken|versturen|publiceren) maar\b"
        r"|\bgeen bemerkingen\b|\bondertekende (?:overeenkomst|offerte|opdrachtbevestiging)\b|\b(?:u|je"
        r"|jullie) kunt? wat [^.?!]{3,30} betreft\b|\bopdracht(?: is)? (?:hierbij )?(?:bevestigd|gegund)\b"
    ),
    "en": (
        r"\bmake it final\b|\bsigning (?:it|this|that|the \w+|this \w+) off\b|, approved[.!]*$|\b(?:proposal"
        r"|quote|offer|design|plan) (?:was|is|has been) (?:adopted|accepted|approved)\b|\bso please start\b"
        r"|\byou can send (?:it|them|this) (?:off|out)\b|"
        r"^(?:that|this|it|all|everything|all of it|(?:the |your |all )?terms)(?:'s| is| are) (?:all )?agreed\b|"
        r"\b(?:it|this|that|they|everything|all|we) (?:can|may|could now|(?:is|'s|are) (?:ready|good|fine|ok"
        r"|okay|cleared) to) (?:now |just |all )?(?:go (?:live|out|ahead|to (?:print|press|the \w+|production))"
        r"|be (?:printed|published|posted|launched|sent out))\b|\b(?:'s|is) ready to go out\b|\b(?:print"
        r"|publish|ship|launch|fire|send|build) away\b|\boff (?:to the \w+|you go)\b|\bgo (?:right|straight)"
        r" ahead\b|\b(?:it's|that's|this is) a yes\b(?! or)|\byou have (?:my|our) (?:permission|consent|yes)\b"
        r"|\b(?:board|boss|team|committee|everyone|everybody|partner|client|they|he|she|we) (?:has |have |all"
        r" )?said yes\b|\b(?:giv(?:e|es|ing)) (?:you )?(?:the|our|my) (?:go-?ahead|approval|ok|green light)\b"
        r"|^(?:\w+ )?(?:signed off|approved) by\b|\bsend (?:it|them|this) to (?:print|press|the print\w*)\b"
        r"|\bput it (?:live|online)\b(?! (?:yet|before|until))|\bhappy for (?:this|it|that|them) to (?:go|be)\b|"
        r"\bit(?:'s| is) perfect\b(?! (?:for|time|weather|but))|\bvery happy with (?:it|the (?:result"
        r"|finished \w+))\b|\bplease sign\b|, \w+ (?:approved|accepted)[.!]*$"
        r"|\bgoes to the \w+[^.?!]{0,20}\bas (?:it is|it stands|they are)\b|"
        r"\bit's a yes\b(?! or)|\b(?:consider|treat) (?:\w+ ){1,4}(?:as )?(?:approved|accepted|signed off)\b"
        r"|^(?:\w+,? ){1,3}(?:approved|accepted)(?=[,.! ]|$)(?! (?:by|until|in))|\bin exactly this manner\b|"
        r"^(?:(?:hi|hello|hey|dear|morning) \S+,? )?(?:yes,? |ok,? |all |fully |happily |formally |great,? "
        r"|looks good,? |good,? )*(?:approved|agreed)\b(?! (?:by (?:the|your|then)|to (?:be|pay)|price"
        r"|in (?:january|march|the)|on (?:the|mon|tue|wed|thu|fri)|that|fee|budget|when|amount|date))"
        r"|\b(?:is|are|am|all|both|everything|wording|design|proofs?|draft|quote|copy|version \S+|hereby|fully"
        r"|photos|wireframes|happy to|formally|legal) (?:now |hereby |all |formally |fully |been )*(?:approved?"
        r"|accepted|signed off)\b(?! (?:by your|until|unless it))"
        r"|\b(?:i|we) (?:hereby |fully |formally |both |all |do )*(?:approve|accept|agree (?:to|with) (?:the|your"
        r"|all|everything|it))\b(?! (?:that|full responsibility|your apolog|the apolog|of (?:this|the way)))"
        r"|\b(?:consider (?:this|it) (?:our|my) (?:sign-?off|approval|go-?ahead)|you have (?:my|our) (?:approval"
        r"|go-?ahead|blessing|ok(?:ay)?))\b"
        r"|(?:^|[,;.–—] ?|\b(?:please|so|then|just|can|may|(?:happy|free|good|ready|welcome|fine|ok|okay"
        r"|approval|permission|you) to|you) )(?:go ahead|carry on|go for it|proceed"
        r"|crack on)\b(?! (?:with|and) (?:(?:this|the) )?(?:complaint|claim|cancel|legal|invoice|bill|charge"
        r"|send))|\b(?:green light|good to go|cleared (?:to|for)|full steam ahead|(?:i am|i'm|we are|we're"
        r"|happy to|is|are|all) (?:now |all )?sign(?:ed|ing)? (?:this |it )?off)\b"
        r"|\btreat (?:\w+ ){1,3}as approved\b|\border approved\b|\bcarry (?:straight )?on with\b"
        r"|\b(?:please|you can|you may|feel free to|then|now|just) (?:now |just |then |go and )?(?:print|publish"
        r"|cast|send (?:it|them) (?:to (?:the )?(?:print\w*|press)|out|off)|release (?:it|them)|schedule (?:it"
        r"|for)|run (?:it|the (?:job|print))|post it|ship it|launch|file them|put it (?:live|online)"
        r"|make the final|start (?:the (?:work|job|build)|work|printing|production)|invoice against)\b"
        r"|^(?:take|use|run with|go with) [\w# ]{1,16}\. go\b|\b(?:that's|this is|it's) the one\b|^(?!here|today"
        r"|there|so|now|then|what|how|where|and|but|as)#?\w+ it is[.!]*$|\bcontract (?:her|him|them)\b|^(?:ok|okay"
        r"|fine|good) (?:from|by|on) (?:my|our|me|us)\b|(?<!i'll )(?<!we'll )(?<!will )(?<!to )(?<!i can"
        r" )(?<!we can )\b(?:ship|print|publish|post|send|run) it\b(?=[.! ]*$)"
        r"|^publish\b|^(?:please )?proceed\b|\bplease print\b"
        r"|\b(?:no (?:more |further )?(?:changes|comments|amends|objections|edits)(?: from (?:me|us|our side"
        r"|my side|legal))?)\b(?=[.,! ]|$)(?! (?:were|was|yet))|\b(?:terms|everything"
        r"|all of it) (?:as quoted )?(?:is|are) (?:agreed|fine|good|accepted)\b|\bwe(?:'d| would| will"
        r"|'ll)? (?:like to )?(?:engage|go with|hire) (?:you|your)\b|\bhappy (?:with (?:it|this|that"
        r"|the \w+) )?(?:as (?:it is|is)|to (?:go|proceed|sign|approve))\b|^\W*i'm happy\W*$"
        r"|\byou can (?:plan us in|put it online|start|begin|order|go live|release)\b|\bproof is (?:fine|good|ok"
        r"|perfect)\b|\b(?:close|lock) the file\b"
    ),
    "de": (
        r"\b(?:sie|du|ihr) (?:können|kannst|könnt|dürfen) (?:es|ihn|sie|das|die \w+|den \w+) (?:so |gern |jetzt"
        r" )?(?:verschicken|versenden|drucken|veröffentlichen|online stellen|rausschicken)\b|"
        r"\b(?:von (?:mir|uns) aus|meinetwegen|aus unserer sicht)\b[^.?!]{0,30}\b(?:raus|los|drucken|online"
        r"|gedruckt werden)\b|\b(?:druck)?freigabe (?:ist |hiermit )?erteilt\b|\bnehmen (?:wir|ich) (?:\w+"
        r" )?an[.!]*$|\b(?:kann|können|darf|dürfen) (?:so )?(?:gedruckt|veröffentlicht|gebaut|bestellt) werden\b|"
        r"^(?:(?:hallo|hi|liebe\w?|guten tag) \S+ ?\S*,? )?(?:ja,? |alles |soweit |damit |bitte |super,? |hiermit "
        r"|von (?:uns|mir) )*(?:einverstanden|freigabe|freigegeben|genehmigt|abgenommen|beauftragt|passt(?: so"
        r"| alles| perfekt| für (?:uns|mich)|,? nehmen wir|, bitte|\.|!|$))"
        r"|\b(?:ist|sind|hiermit|damit|alles|bin|erteile\w*|geben?|wir|erteilt) (?:\w+ ){0,4}?(?:freigegeben"
        r"|einverstanden|genehmigt|die freigabe|abgenommen|grünes licht|freigabe)\b"
        r"|\b(?:bitte (?:so )?drucken(?! sie)|(?:er|sie|es|alles|das|so|damit) kann (?:so )?(?:in (?:den )?druck"
        r"|raus|online|live)|kann (?:er|sie|es|alles|das) (?:so )?(?:in (?:den )?druck|raus|online|live"
        r"|gedruckt werden)|können (?:sie |wir )?(?:so )?(?:drucken|loslegen|anfangen|starten|umsetzen)|raus damit"
        r"|leg\w* (?:sie )?(?:gern |los|bitte los)|fang\w* (?:sie )?(?:bitte |gern )?an)\b"
        r"|\bnehmen (?:wir )?(?:das|ihr|dein|euer)? ?angebot\b|\bangebot (?:passt|nehmen wir an|angenommen)\b"
        r"|\b(?:bestätige|bestätigen|erteile|erteilen) (?:ich|wir)? ?(?:ihnen |hiermit )?(?:den )?auftrag\b"
        r"|\bwir nehmen das angebot\b|\bohne wenn und aber\b|\bpasst (?:für (?:uns|mich)|perfekt so|so)\b"
        r"|\bdruckdaten fertig\b|\bführen sie die arbeiten\b|\bfür uns stimmt es so\b"
    ),
    "fr": (
        r"\bvous pouvez (?:l'|le |la |les |tout )?(?:envoyer|imprimer|publier|lancer|mettre en ligne)\b(?!"
        r" (?:moi|nous|un|une|votre|le devis))|"
        r"\b(?:pour (?:nous|moi)|de notre côté),? c'est (?:bon|ok|parfait)\b|\b(?:ça|cela|il|elle) peut"
        r" (?:partir|être imprimé\w*|être publié\w*|passer en ligne)\b|"
        r"\b(?:c'est|est|tout est|on|je|nous|bat|devis|maquette) (?:\w+ )?(?:validée?s?|valide|validons"
        r"|approuvée?s?|approuve|approuvons|accepté|acceptons|accepte)\b(?! (?:que|mal|pas))"
        r"|^(?:bonjour \S+,? )?(?:bat |tout |devis |ok,? |oui,? )*(?:validée?|approuvée?|bon pour accord"
        r"|bon à tirer|feu vert|d'accord pour)\b"
        r"|\b(?:bon pour (?:accord|impression|moi|nous)|bon à tirer|feu vert|vous pouvez (?:imprimer|lancer"
        r"|commencer|démarrer|y aller|procéder|publier)|tu peux (?:imprimer|lancer|commencer|y aller|publier"
        r"|envoyer)|allez-y|vas-y|on (?:y va|envoie|lance|imprime|part là-dessus|garde tout)"
        r"|lancez (?:l'impression|la)|devis signé et)\b"
        r"|\bje vous donne mon accord\b|\b(?:notre|mon) accord\b(?! (?:préalable|n'))"
    ),
    "es": (
        r"\b(?:pod[eé]is|puedes|puede|pueden) (?:mandar|enviar|pasar|subir|publicar|imprimir|lanzar)l[oae]s?\b"
        r"|\b(?:todo (?:bien|perfecto)|por (?:nuestra|mi) parte)[^.?!]{0,20}\badelante\b|\bse puede (?:imprimir"
        r"|publicar|subir|lanzar)\b|"
        r"^(?:(?:hola|buenas)\S* ?\S*,? )?(?:sí,? |todo |perfecto,? |ok,? |pues )*(?:adelante|aprobad[oa]s?"
        r"|conforme|visto bueno|de acuerdo con|aceptad[oa]|autorizad[oa])\b(?! (?:por|en la reunión))"
        r"|\b(?:está|están|queda|quedan|damos|doy|todo|os|le|te) (?:\w+ ){0,3}?(?:aprobad[oa]s?|el visto bueno"
        r"|luz verde|conformes?|el ok|aceptad[oa])\b|\b(?:apruebo|aprobamos|aceptamos|acepto|autorizo"
        r"|autorizamos) (?:el|la|los|las|tu|su|vuestr\w)\b"
        r"|\b(?:mándalo|envíalo|pásalo|mándelo) a (?:imprenta|fábrica|imprimir)|\b(?:pueden?|puedes"
        r"|podéis) (?:empezar|imprimir|comenzar|proceder|publicar|lanzar|seguir adelante)\b|\badelante con\b"
        r"|\bnos quedamos con\b|\bluz verde\b|\bvisto bueno al?\b"
    ),
}

ONCE: Phrases = {
    "nl": (
        r"\b(?:zodra|als|wanneer) (?:dat|dit|het|die|deze|\d\w*|de \w+) [^.?!]{1,50}\b(?:is|zijn|ben|ga"
        r"|gaan)\b[^.?!]{0,40}\b(?:goedgekeurd|akkoord)\b"
    ),
    "en": (
        r"\b(?:once|when|as soon as|if) (?:that|this|it|those|these|the \w+)\b[^.?!]{1,50}\b(?:it's|it is|we're|i'm"
        r"|you have|consider it)\b[^.?!]{0,30}\b(?:approved|signed off|good to go|my approval|our approval|a yes)\b"
    ),
}
"""A yes that comes by itself when something is so."""

NOT_SO: Phrases = {
    "nl": (
        r"\b(?:pas|eerst|tot|totdat|nadat)\b[^.?!]{0,60}\b(?:akkoord|goedkeur\w+|toestemming|drukken|gedrukt"
        r"|live|online)\b|\b(?:niet|nooit|nog) (?:\w+ ){0,2}(?:drukken|live|online|publiceren|beginnen"
        r"|starten)\b|\b(?:zal|zullen|ga|gaan) (?:\w+ ){0,3}akkoord geven\b|"
        r"\b(?:niet|nooit|nog geen|geen|zonder(?! \w+,)|voor(?:dat)?|pas als|wacht\w*|hadden|had|heb|heeft|hebben|werd"
        r"|waren|was|zou|zouden|zodra|of (?:ik|we|wij|het)|wanneer|moet(?:en)? (?:nog|eerst)|nog even|ter|straks"
        r"|later|laten weten|wel (?:vaak|altijd))\b[^.?!]{0,40}\b(?:akkoord|goedgekeurd|goedkeur\w+|mee eens"
        r"|groen licht)|\bakkoord (?:gegaan|gegeven)\b|\b(?:dinsdag|maandag|woensdag|donderdag|vrijdag|afspraak"
        r"|uur)\b[^.?!]{0,20}\bis goed\b|\bniet akkoord\b|\bik ga er niet\b|\bdoe maar niet\b"
    ),
    "en": (
        r"\b(?:how|whether|when|what) (?:you|we|i|to|they)\b[^.?!]{0,30}\b(?:proceed|go ahead|carry on|print"
        r"|start)\b|\blook forward\b|"
        r"\bmyself\b|\bi approve (?:designs|all|every\w*|invoices)\b|\bonly then\b|^first\b|\b(?:i|we)(?:'ll|"
        r" will) (?:only )?(?:approve|sign off|agree|give)\b|\bwill"
        r" (?:i|we) (?:approve|agree|sign)\b|\b(?:not|n't|never) (?:\w+ ){0,3}(?:print|publish|go (?:live|out"
        r"|to print)|be (?:printed|published)|put it live|send it)\b|"
        r"\b(?:not|never|haven't|hasn't|didn't|don't|won't|can't|cannot|isn't|wasn't|no one|nobody|until|before"
        r"|without|unless i|had|was|budget|were|would have|should have|whether|if (?:i|we|legal|they|he|she)|who"
        r"|waiting|after (?:i|we)|when (?:i|we)|you said|as|awaiting|needs? (?:to be )?|to be|yet to)\b[^.?!]{0,40}"
        r"\b(?:approv\w+|agree\w*|accept\w*|sign(?:ed)? off|go ahead|good to go|cleared|green light|proceed)"
        r"|\bagreed (?:price|fee|date|scope|deadline|amount|time)\b|\bwe agreed\b|\bi agree\b(?! (?:to"
        r"|with) (?:the|your) (?:quote|offer|terms))|\bno changes (?:were|had|have)\b"
    ),
    "de": (
        r"\b(?:nicht|noch|erst|bevor)\b[^.?!]{0,30}\b(?:drucken|gedruckt|online|raus|veröffentlich\w+)\b|"
        r"\b(?:nicht|nie|keine?|noch|ohne|bevor|hatten|hatte|wurde|war|wäre|sollte|ob|warten"
        r"|erst)\b[^.?!]{0,40}\b(?:freigegeben|freigabe|einverstanden|genehmigt|abgenommen|abnahme)"
        r"|\bnicht einverstanden\b|\bpasst (?:nicht|uns nicht)|\btermin\b"
    ),
    "fr": (
        r"\b(?:pas|avant)\b[^.?!]{0,30}\b(?:imprim\w+|publi\w+|en ligne|lancer)\b|"
        r"\b(?:ne|n'|pas|jamais|sans|avant|avions|avait|avez|aviez|était|attend\w*|encore|si (?:on|nous"
        r"|je))\b[^.?!]{0,40}\b(?:valid\w+|approuv\w+|accord|accept\w+)|\bpas d'accord\b"
    ),
    "es": (
        r"\b(?:no|todavía|antes)\b[^.?!]{0,30}\b(?:imprim\w+|public\w+|lanz\w+|sub\w+)\b|"
        r"\b(?:no|nunca|sin|antes|habíamos|había|fue|era|hasta|todavía|aún|si)\b[^.?!]{0,40}\b(?:aprobad\w+"
        r"|aprob\w+|acept\w+|visto bueno|conforme|acuerdo|autoriz\w+|adelante)"
    ),
}

DENIES: Phrases = {
    "nl": (
        r"\b(?:niet akkoord|nog geen akkoord|(?:kan|kunnen|ga|gaan) (?:\w+ ){0,3}niet (?:goedkeuren|akkoord)"
        r"|nog niet (?:drukken|beginnen|doorzetten|live|versturen)|wacht (?:nog )?(?:even )?met)\b"
    ),
    "en": (
        r"\b(?:(?:can't|cannot|can not|don't|do not|not able to|unable to) (?:approve|accept|sign off|sign this"
        r"|agree to)|not (?:yet )?approved|do ?n.t (?:print|publish|send it|go ahead|start) (?:yet|until|before)"
        r"|hold (?:off|fire)|rejecting|reject)\b"
    ),
    "de": (
        r"\b(?:nicht (?:freigeben|einverstanden|abnehmen|erklären)|keine freigabe|noch nicht (?:drucken"
        r"|freigeben))\b"
    ),
    "fr": (
        r"\b(?:ne (?:peux|peut|pouvons|valide|validons)\w* (?:pas|plus)(?: valider| accepter| approuver)?"
        r"|pas encore validé|n'imprimez pas)\b"
    ),
    "es": r"\b(?:no (?:apruebo|aprobamos|aceptamos|acepto|autorizo|vamos a autorizar|podemos aprobar)|todavía no)\b",
}

ALONE: Phrases = {
    "nl": (
        r"^(?:ja )?(?:prima|akkoord|oké|okee|ok|goed|top|mooi zo|is goed|goed zo|helemaal goed|doen|doe maar"
        r"|ja graag|ja doe maar|graag zo)(?: (?:hoor|zo|dank|bedankt|doen|drukken|graag))?$"
    ),
    "en": (
        r"^(?:yes )?(?:approved|agreed|go ahead|do it|yes please|fine by me|fine with me|good to go|ship it"
        r"|perfect go ahead|yep do it|sounds good go ahead|proceed)(?: (?:thanks|then|please|ta))?$"
    ),
    "de": (
        r"^(?:ja )?(?:passt|freigabe|einverstanden|ok|okay|ja bitte|genehmigt|so machen|machen wir so"
        r"|passt so)(?: (?:danke|so))?$"
    ),
    "fr": (
        r"^(?:oui )?(?:validé|ok|d'accord|parfait allez-y|allez-y|vas-y|bon pour accord|ok pour moi|c'est bon"
        r"|feu vert)(?: (?:merci|pour moi))?$"
    ),
    "es": (
        r"^(?:sí )?(?:adelante|aprobado|ok|vale|de acuerdo|conforme|visto bueno|dale"
        r"|perfecto adelante)(?: (?:gracias|entonces))?$"
    ),
}
"""A whole sentence, without its marks."""

YES: Phrases = {
    "nl": (
        r"^(?:ja,? |ok,? |oké,? |nou,? )*(?:goed|prima|akkoord|ok|oké|top|mooi|fijn|wat (?:mij|ons) betreft)\b"
        r"|\b(?:is|zijn) (?:het|hij|ze|alles|dit|wij|we) (?:\w+ )?(?:goed|prima|akkoord|klaar|rond)\b"
        r"|\b(?:mag|kan|mogen|kunnen) (?:hij|het|ze|dit|alles|je|u|jullie|wat (?:mij|ons) betreft|van (?:mij"
        r"|ons)|\w+ ){1,4}"
        r"(?:live|online|gedrukt|drukken|naar de druk\w+|beginnen|starten|door|de deur uit|gepubliceerd)\b"
    ),
    "en": (
        r"^(?:yes,? |ok,? |okay,? )*(?:fine|good|great|ok|okay|approved|agreed|happy|perfect|yes)\b|\bgood to go\b"
        r"|\b(?:it|this|that|they|everything)(?:'s|'re| is| are)? (?:(?:can|may) (?:go|be \w+ed|be sent)|fine"
        r"|ok|okay|approved"
        r"|signed off|good to go)\b|\b(?:you|we) (?:can|may) (?:print|start|publish|go ahead|proceed|launch"
        r"|begin|send it)\b"
    ),
    "de": (
        r"^(?:ja,? |ok,? )*(?:gut|einverstanden|passt|ok|okay|in ordnung|freigegeben)\b|\b(?:kann|können|darf"
        r"|dürfen) (?:\w+ )?(?:gedruckt|gestartet|veröffentlicht|drucken|starten|loslegen|online|raus)\b"
    ),
    "fr": (
        r"^(?:oui,? |ok,? )*(?:d'accord|c'est bon|bon|validé|ok|ça marche|parfait)\b|\b(?:vous|tu|on|il|elle|ça"
        r"|cela) (?:pouvez|peux|peut) (?:imprimer|lancer|commencer|publier|partir|y aller|être)\b"
    ),
    "es": (
        r"^(?:sí,? |ok,? |vale,? )*(?:de acuerdo|vale|bien|conforme|aprobado|ok|perfecto)\b|\bse puede"
        r" (?:imprimir|publicar|subir)\b|\b(?:pod[eé]is|puedes|puede|pueden) (?:imprimir|empezar|publicar|mandar)\w*\b"
    ),
}
"""A yes that is none by itself, and a conditional one beside a condition in the same sentence."""

STRICTLY: Phrases = {
    "nl": (
        r"\b(?:mits|zolang|op (?:de )?voorwaarde dat|onder (?:de )?voorwaarde dat|zodra|als (?:je|u|jullie|het"
        r"|de|die|dat)"
        r"|met (?:die|deze|dat|dit|de|één|een) (?:\w+ )?(?:wijziging|aanpassing|correctie|verandering|opmerking)\w*"
        r"|alleen (?:de|het|die|dat|nog))\b"
    ),
    "en": (
        r"\b(?:as long as|provided(?: that)?|on (?:the )?condition|so long as|subject to|once|as soon as|if"
        r" (?:you|the|it|that|we)"
        r"|with (?:that|this|those|these|the|one) (?:\w+ )?(?:changes?|corrections?|amends?|tweaks?|edits?)"
        r"|only the|just the)\b"
    ),
    "de": (
        r"\b(?:sofern|solange|vorausgesetzt|unter der (?:bedingung|voraussetzung)|sobald|wenn (?:sie|du|ihr|das"
        r"|die|der|es)|mit (?:dieser|der|einer) (?:\w+ )?(?:änderung|korrektur)|nur (?:der|die|das|noch))\b"
    ),
    "fr": (
        r"(?:\b(?:tant que|pourvu que|sous réserve|dès que|une fois|si (?:vous|tu|le|la|les|on))\b|\bà (?:la"
        r" )?condition"
        r"|\bavec (?:cette|ces|la) (?:\w+ )?(?:modification|correction)|\b(?:juste|seulement) (?:le|la|les)\b)"
    ),
    "es": (
        r"\b(?:mientras|siempre (?:que|y cuando)|con la condición|a condición|en cuanto|una vez|cuando (?:esté"
        r"|el|la)|si (?:el|la"
        r"|me|nos|cambi\w+|corrig\w+)|con (?:ese|esa|este|esta) (?:\w+ )?(?:cambio|corrección)|solo (?:el|la"
        r"|falta))\b"
    ),
}
"""What a yes hangs on, when it stands beside one."""
