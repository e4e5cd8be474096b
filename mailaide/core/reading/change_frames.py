"""How a wish to alter is built in each language: a way of asking, and what is to become of a part of the work.

A part of the work, and what it may turn into: a colour, a comparative, a place. `FRAMES` ask, `JUDGED` find too much or
too little; nothing here knows a whole sentence. Read by `changes`.
"""

from __future__ import annotations

from mailaide.core.reading import change_parts as say
from mailaide.core.reading.spans import Phrases, alternatives

_END = r"(?=\s*(?:[.,;:!?)–—]|$|\b(?:en|maar|and|but|und|aber|et|mais|y|pero|please|svp|bitte|graag)\b))"

_FRAMES: Phrases = {
    "nl": (
        rf"\bhoeft (?:van (?:ons|mij) |wat (?:ons|mij) betreft )niet\b(?! (?:meer|te|voor))|\bzou (?:\w+"
        rf" )?(?:mooier|beter|fijner|leuker|duidelijker|rustiger) zijn (?:als|wanneer) (?!we\b|wij\b|je\b|u\b"
        rf"|jullie\b|ik\b)|{say.HEAD_NL}(?:verzin|bedenk|zoek|neem|kies|pak) (?:daar |er |maar |dan )*(?:iets"
        rf" anders|een ander)\w*|"
        rf"\b(?:wil|willen|zou|zouden|zien) (?:ik |we |wij )?(?:graag )?[^.?!]{{2,60}} (?!later|eerder|sneller"
        rf"|verder|ander|onder|achter|goedkoper|over|water|weer|meer|hier|daar|keer|zeker|beter w)\w{{3,}}er(?:"
        rf" maken| hebben| zetten| willen)?[.!]?$|\b(?!later|eerder|sneller|verder|ander|onder|nieuwsbrief"
        rf"|nummer|weer|meer|hier|daar)\w{{3,}}er (?:graag|alstublieft|aub|svp)[.!]?$|\bgraag (?:nog )?(?:een"
        rf" )?(?:nieuwe |andere |tweede |extra )?(?:versie|variant|proef|schets) (?:met|zonder|in|waarin|van)\b"
        rf"|\b(?:kun|kunt|kan|kunnen|zou|zouden|wil|wilt) (?:je|jij|u|jullie"
        rf"|we)\b(?!.*dag\b)[^.?!]{{0,80}}\b(?:in plaats van|ipv|i\.p\.v\.|overnemen|overzetten)\b|\b(?:alleen"
        rf"|nu) (?:mist|missen|ontbreekt|ontbreken)\b|\b(?:mist|ontbreekt) (?:er )?(?:alleen )?nog\b|"
        rf"\b(?:kan|kunnen|mag|mogen|moet|moeten) (?:die|dat|het|hij|ze|deze) (?:nog )?(?:wat|iets|een beetje)"
        rf" \w*ge\w+ worden\b|{say.HEAD_NL}(?:doe|maak|zet|schrijf) (?:daar|er|dat|het|hier) (?:maar |liever |van "
        rf"|dan )*\"_+\"|\b(?:{say.MORE_NL}|meer \w+|minder \w+|andere? \w+|zonder \w+)\b[^.?!]{{0,30}}\bzou"
        rf" (?:\w+ )?(?:fijn|mooi|mooier|beter|leuk|leuker|prettig|prettiger|goed) zijn\b|\b(?:er|daar|hier)"
        rf" (?:mag|mogen|kan|kunnen|moet|moeten) (?:nog |ook |wel |gerust )*(?:een|wat|iets"
        rf"|meer)\b[^.?!]{{0,40}}\b(?:bij|tussen|onder|boven|af)\b|\bterug naar (?:het )?{say.HUE_NL}\b|^(?:en "
        rf"|ook )?(?!.*\b(?:ik|we|wij|je|u|is|zijn|heb|hebben|heeft|staat|staan|was|werd|had|zit|ziet"
        rf"|wordt)\b)(?:de|het) [^.?!]{{0,20}}\b{say.WORK_NL}\b[^.?!]{{0,25}} \w{{3,}}er[.!]?$|\b(?:kun|kunt|kan"
        rf"|kunnen|wil|wilt|willen|zou|zouden) (?:je|jij|u|jullie|we|wij)\b[^.?!,]{{0,60}}\b(?:omheen|eromheen"
        rf"|onder|boven|naast|tussen|achter|voor|op|in|bij|erbij|erop|eronder"
        rf"|{say.AT_NL})\b[^.?!,]{{0,25}}\b(?:zetten|plaatsen|leggen|hangen|schuiven)\b|\bgraag"
        rf" [^.?!]{{0,60}}\b{say.WORK_NL}\b[^.?!]{{0,30}}\b(?:halen|zetten|plaatsen|maken|gebruiken|weglaten"
        rf"|noemen|schrijven|houden|verdelen|tonen|vermelden|uitlijnen)\b|\b(?:alsjeblieft|alstublieft|graag"
        rf"|svp|liefst|liever) (?:geen|niet)\b[^.?!]{{0,60}}\b(?:gebruiken|plaatsen|zetten|noemen|vermelden"
        rf"|tonen|erin|erop)\b|\b(?:mag|mogen|kan|kunnen|moet|moeten|zou"
        rf"|zouden)\b[^.?!]{{0,30}}\b{say.WORK_NL}\b[^.?!]{{0,50}}\b(?:ge\w{{3,}}(?:d|t|en)|ver\w{{3,}}d"
        rf"|be\w{{3,}}d) (?:kunnen |mogen |moeten )?worden\b(?! geleverd)|\b(?:mag|mogen|kan|kunnen|moet|moeten"
        rf"|zou|zouden)\b[^.?!]{{0,60}}\b\w{{3,}}er (?:gemaakt|gezet)\b|\bwaar \"_+\" staat\b|\bmoet(?:en)?"
        rf" \"_+\" (?:komen|worden|staan)\b|\bmoet(?:en)? (?:wat |iets |nog )?(?:omlaag|omhoog|trager|langzamer"
        rf"|sneller|terug)\b|^(?:de|het|die|dat|onze) [^.?!]{{2,40}} liever [^.?!]{{2,60}} dan \w+"
        rf"|{say.HEAD_NL}(?:zet|doe|maak) (?:mijn|onze|ons) [^.?!]{{2,40}}\b(?:zonder|met|{say.AT_NL}|{say.HUE_NL})\b"
        rf"|\b{say.AT_NL} graag[.!]?$|\bgraag (?:[^\s.?!,;]+ ){{1,7}}?(?:{say.HUE_NL}|{say.MORE_NL}|{say.AT_NL})(?:"
        rf" (?:maken|zetten|graag))?{_END}|\b(?:graag|liever|toch|doe maar|mag ik) (?:nog |toch |wel |liever"
        rf" )?(?:een |iets )?ander(?:e|s)?(?: {say.WORK_NL}|{_END})|{say.HEAD_NL}(?:maak|kleur|doe|hou|houd) (?:de"
        rf"|het|die|dat"
        rf"|deze|dit|alle|alles|hem|'m|ze|er|onze|mijn)\b(?: [^\s.?!,;]+){{0,6}}? (?:{say.HUE_NL}|{say.MORE_NL}"
        rf"|{say.AT_NL}|\w{{3,}}er){_END}|{say.HEAD_NL}{say.SURE_NL}\b{say.NOT_ME_NL} [^.?!]{{3,}}"
        rf"|{say.HEAD_NL}(?:haal|neem"
        rf"|laat|zet|plaats|doe|hang|schuif|gebruik|pas) (?:maar |dan )?(?:(?:de|het|die|dat|deze|dit|alle|er"
        rf"|hem|'m|ze|onze|mijn|ons|een|overal|liever|daar)\b|\"_+\")[^.?!]{{0,80}}\b(?:uit|eruit|weg|af|eraf|bij"
        rf"|erbij|onder|eronder|boven|erboven|naast|ernaast|achter|tussen|in plaats van|liever|aan|om"
        rf"|{say.AT_NL})\b|\b(?:kun|kunt|kan|kunnen|wil|wilt|willen|zou|zouden|mag"
        rf"|mogen)\b[^.?!,]{{1,80}}\b(?:{say.HUE_NL}|vet|cursief|\w{{3,}}er) (?:maken|kleuren|zetten|worden|kunnen"
        rf"|krijgen|doen)\b|\b(?:kan|kunnen|mag|mogen|moet|moeten|zou"
        rf"|zouden)\b[^.?!,]{{0,50}}\b{say.MORE_NL}{_END}|\b(?:zou|zouden)\b[^.?!,]{{2,50}}\b{say.MORE_NL} (?:mogen"
        rf"|kunnen|moeten)\b|(?<!ik )(?<!je )(?<!ge )(?<!we )\b(?:kan|kunnen|mag|mogen|moet|moeten) er (?:\w+"
        rf" )?(?:een|de|het|geen|ook|nog|wat) [^.?!]{{0,50}}\b(?:bij|tussen|onder|boven|af|uit|omheen|naast"
        rf"|achter|staan|komen te staan)\b(?!.*\b(?:langs|komen kijken)\b)|(?<!ik )(?<!wij )(?<!we )\bliever"
        rf" (?:niet|geen|zonder|met|{say.AT_NL}|{say.HUE_NL})\b(?: (?:een |de |het )?[^\s.?!]+){{0,3}}{_END}"
        rf"|\b(?:{say.WORK_NL}|datum|naam|nummer|telefoonnummer|adres|tijd|jaartal|prijs) moet(?:en)? (?:nog |wel "
        rf"|toch )?(?!klaar|af|vrijdag|morgen)[^.?!]{{1,40}} (?:worden|zijn|heten)\b|\b(?:dat|dit|er|daar|hier)"
        rf" (?:moet|hoort|dient) (?!.*\b(?:klaar|af|gereed|betaald|geregeld|mogelijk|kunnen|lukken|duidelijk"
        rf"|goed)\b)[^.?!]{{2,50}}\b(?:worden|te staan|staan|heten)\b|\bmoet(?:en)? (?:nog |toch |wel |iets"
        rf" )?(?:boven|onder|naast|achter|tussen|links|rechts|in het midden)\b|\bzien? (?:ik |wij |we )?(?:toch"
        rf" )?(?:liever|graag) [^.?!]{{0,60}}\b{say.WORK_NL}\b|\b(?:zou|zouden|wil|willen) (?:ik|we"
        rf"|wij)\b[^.?!]{{0,30}}\b{say.WORK_NL}\b[^.?!]{{0,40}}\b(?:{say.MORE_NL}|{say.AT_NL}|{say.HUE_NL}"
        rf"|\w+er) (?:maken"
        rf"|zien|zetten|hebben|willen)?|\b(?:ik|we|wij) (?:zou|zouden|wil|willen|had"
        rf"|hadden)\b[^.?!]{{0,40}}\b{say.WORK_NL}\b[^.?!]{{0,40}}\b(?:{say.AT_NL}|{say.HUE_NL}|naar (?:links|rechts"
        rf"|boven|beneden)|\w{{3,}}er)\b|^(?!.*\b(?:ik|we|wij|je|u|is|zijn|heb|hebben|heeft|staat|staan|was"
        rf"|werd|had|zit|ziet)\b)[^.?!]{{0,60}}\b{say.WORK_NL}\b[^.?!]{{0,40}}\b(?:liever|nog|ook)"
        rf" [^.?!]{{0,30}}(?:{say.AT_NL}|{say.HUE_NL}|\w{{3,}}er)[.!]?$"
    ),
    "en": (
        rf"\b(?:can|could) do without (?:the|that|this|those)\b|\bwould (?:be|look) (?:nicer|better|clearer"
        rf"|prettier|great|good|lovely) if (?!you|we|i\b|they)|{say.HEAD_EN}(?:think of|find|pick|choose|come up"
        rf" with) (?:something (?:else|different)|another|a different)\b|\b(?:shall|should) we (?:replace|swap"
        rf"|change|remove|drop|cut|move|shorten|lose|use|make) (?:the|that|this|it|those)\b|"
        rf"\b(?:i|we)(?:'d like| would like| want| do want)(?: to have)? [^.?!]{{2,60}} (?!lat|earl|soon|cheap"
        rf"|fast|quick|furth|oth|ov|und|numb|ord|offer|pap|lett|answ|quart|memb|custom|after\b)\w{{3,}}er(?:"
        rf" after all| please)?[.!]?$|(?<!the )(?<!a )(?<!an )(?<!your )\b(?!lat|earl|soon|cheap|oth|ov|und"
        rf"|numb|ord|offer|pap|lett|answ|newslett|quart|flyer|poster|banner)\w{{3,}}er,? please[.!]?$"
        rf"|\b(?:another|a new|one more|a second) (?:version|variant|proof|draft|sketch) (?:with|without|in"
        rf"|where)\b|\b(?:can|could|would|will) (?:you|we)\b(?!.*(?:day|send|mail|post|come|meet"
        rf"|pay)\b)[^.?!]{{0,80}}\binstead(?: of)?\b"
        rf"|\b(?:can|could|would) you pick up the\b|\bonly the [^.?!]{{2,30}} (?:is|are) (?:still )?missing\b|"
        rf"\b(?:can|could|may|might|should) (?:it|that|this|they|these|those) be \w+ened\b|\b(?:make|call"
        rf"|change) (?:it|that|this)(?: to| into)? \"_+\"|\b(?:it|that|this) (?:has to|must|should|needs to"
        rf"|ought to) be [^.?!,]{{0,20}}(?:\"_+\"|\b\d+\b(?! (?:o'clock|am|pm|days?|weeks?|hours?|minutes)))"
        rf"|\b(?:more|less|bigger|smaller|larger|lighter|darker|softer|shorter|another|a different|without"
        rf"|\w{{3,}}er)\b[^.?!]{{0,30}}\bwould (?:be (?:nice|nicer|better|great|lovely|good)|look better)\b"
        rf"|\bcould do with (?:an?|one|some|more|less|another|fewer)\b|\b(?:go |change it |put it |turn it"
        rf" )?back to {say.HUE_EN}\b|^(?:and )?(?!.*\b(?:i|we|you|is|are|was|has|have|will|do|does)\b)the"
        rf" [^.?!]{{0,25}}\b{say.WORK_EN}\b[^.?!]{{0,25}} (?!offer|number|other|after|over|under|paper|letter"
        rf"|order|matter)\w{{3,}}er[.!]?$|\b(?:i|we)(?: do| really)? want"
        rf" [^.?!]{{0,30}}\b{say.WORK_EN}\b[^.?!]{{0,30}}\b(?:{say.AT_EN}|{say.HUE_EN}|{say.MORE_EN}|bigger"
        rf"|smaller|gone)\b"
        rf"|\bcan you (?:get|have|fit|keep) [^.?!]{{2,40}}\b(?:on|in|onto) (?:one|two|a single|the same"
        rf"|separate) (?:lines?|pages?|rows?|columns?)\b|\b(?:can|could|would|will) (?:you"
        rf"|we)\b[^.?!]{{0,15}}\b(?:put|place|set) (?!(?:me|us|it|that|this|them) (?:in|on|off|back|down"
        rf"|together|through|live|online)\b)[^.?!]{{2,40}}\b(?:around|above|below|under|underneath|beside|next"
        rf" to|behind|in front of|on top|at the (?:top|bottom)|in the (?:middle|corner)|between|there)\b"
        rf"|\b(?:can|could|may|might|should) (?:the|this|that|these|those|our|your|all the|both) (?:[^\s.?!]+"
        rf" ){{0,5}}?be (?!delivered|sent|ready|done|paid|printed|collected|picked|posted|finished|brought|made"
        rf" available)(?:\w+ed|\w+en|spread|split|cut|put|set|made \w+er)\b|(?:^|[,;:] ?|\bplease )(?:don't|do"
        rf" not|no longer|never) (?:use|show|mention|include|repeat)\b|^(?:please,? )?no more {say.WORK_EN}\b"
        rf"|\bneeds? to (?:slow|calm|speed|tone|quieten|shrink|grow|go|come|move) (?:down|up|in|out|back"
        rf"|away)\b|\b(?:it|this|that|these|they|{say.WORK_EN}) (?:could|can|may|might|should) (?:all |just )?be"
        rf" (?!bett|lat|earl|long|eas|cheap|soon|fast|quick|prop|und|ov)\w{{3,}}er\b|\b(?:i|we)(?:'d| would)"
        rf" rather (?:have|see) [^.?!]{{2,60}}\bthan\b|\bwhere it says \"_+\"|\bturn (?:the|it|that)"
        rf" [^.?!]{{0,20}}(?:up|down)\b|\b(?:{say.AT_EN}|{say.MORE_EN})[^.?!]{{0,15}},? please[.!]?$"
        rf"|{say.HEAD_EN}{say.SURE_EN}\b{say.NOT_ME_EN} (?:(?:the|that|this|those|these|it|them|all|any|our|my"
        rf"|your|an?"
        rf"|one|every|both|in|line|page|p\.?\d|\d|\"|\w+ \d)\b|\"|[\w-]+(?: [\w-]+){{0,2}} (?:to|for|with|from"
        rf"|instead))|{say.HEAD_EN}(?:move|add|put|bring|shift|push|turn|set) (?:the|that|this|those|these|it|them"
        rf"|all|our|an?|another|one|some|more|\")(?!.{{0,20}}\b(?:calendar|diary|list|website live"
        rf"|online)\b)[^.?!]{{0,70}}(?:\b(?:{say.WORK_EN}|up|down|left|right|above|below|under|beneath|beside"
        rf"|between|next to|{say.AT_EN}|instead|back|about|there|in bold)\b|\")|{say.HEAD_EN}(?:take|leave|cut|get"
        rf"|strip) (?:(?:the|that|this|those|these|it|them|all|our)\b|\"_+\")[^.?!]{{0,50}}\b(?:out|off|away|rid)\b"
        rf"|{say.HEAD_EN}make (?:the|that|this|those|these|it|them|all|our|everything|sure"
        rf" the)\b[^.?!]{{0,50}}\b(?:{say.HUE_EN}|{say.MORE_EN}|{say.AT_EN}|bold|italic|(?!ov|und|aft|oth|nev"
        rf"|ev|wheth"
        rf"|numb|ord|lett|pap|cov|bann|head|foot)\w{{2,}}er){_END}|\b(?:please|can you|could you|would you|can"
        rf" we|could we)\b[^.?!]{{0,10}}\bmake (?:the|that|this|those|these|it|them|all"
        rf"|our)\b[^.?!]{{0,50}}\b(?:{say.HUE_EN}|{say.MORE_EN}|{say.AT_EN}|bold|italic|\w{{2,}}er){_END}"
        rf"|{say.HEAD_EN}(?:use|try|go (?:with|for)|let'?s (?:use|try|go with|go for|have)) (?:something|another|a"
        rf" different|an? \w+er|less|more|fewer|our|the|an?)\b[^.?!]{{0,40}}(?:\b(?:{say.WORK_EN}|{say.HUE_EN}"
        rf"|instead)\b|\b\w{{3,}}er\b)|{say.HEAD_EN}use [^.?!]{{2,40}} (?:instead|throughout|everywhere|rather"
        rf" than)\b|{say.HEAD_EN}an? (?:different|other) {say.WORK_EN}\b[^.?!]{{0,12}}\bplease\b|\b(?:please|prefer"
        rf"|rather|like|want|use|try|see|have|need)\b[^.?!,]{{0,12}}\b(?:another|a different) {say.WORK_EN}\b"
        rf"|\b(?:i|we)(?:'d| would) (?:\w+ )?(?:shorten|lengthen|move|drop|change|swap|cut|replace|reword|lose"
        rf"|remove|make|trim|add|put|tone)\b(?! (?:to|a (?:date|meeting)))|\b(?:i|we)(?:'d| would)? (?:\w+"
        rf" )?(?:prefer|rather (?:have|see|not have)|like (?:to (?:see|have))?"
        rf"|like)\b[^.?!]{{0,50}}\b{say.WORK_EN}\b[^.?!]{{0,40}}\b(?:{say.AT_EN}|{say.MORE_EN}|{say.HUE_EN}"
        rf"|without|with"
        rf"|{say.WORK_EN}|on|to be|moved|smaller|bigger|shorter)\b|^(?:preferably|rather|maybe|ideally)?,? ?(?:no"
        rf"|without(?: the| any)?|not so many|fewer|less) [^.?!]{{0,30}}\b{say.WORK_EN}s?\b[^.?!]{{0,20}}[.!]?$"
        rf"|\b(?:could|can|might|may|should) (?!you\b|we\b|i\b)(?:[^\s.?!,]+ ){{0,5}}?(?:be|do with being|look"
        rf"|sound|feel|read) {say.MORE_EN}|\bneeds? (?:an? |another |some )(?:hyphen|comma|full stop|space|capital"
        rf"|border|line break)\b|\bneeds? (?:to be |to look |to sound |to feel )?(?:an? |some |another"
        rf" )?(?:{say.MORE_EN}|hyphen|comma|full stop|space|capital|border|\w{{3,}}er){_END}|\b(?:{say.WORK_EN}|date"
        rf"|name|number|address|time|year) (?:has to|have to|needs? to|must|should) (?:be|change|become|read"
        rf"|say|go|come)\b(?! (?:ready|done|delivered|sent|live|ahead|online|paid|to print|out))|\b(?:it|that"
        rf"|this|there|name|title|number|date|page|heading|caption|line) (?:should|ought to|must|needs to)"
        rf" (?:now )?(?:read|say|be spelt|be spelled)\b|^the [^.?!,]{{3,50}} in (?:english|dutch|french|german"
        rf"|spanish|bold|italics) (?:as well|too|please)"
    ),
    "de": (
        rf"\bmuss (?:für (?:uns|mich) )nicht sein\b|\bwäre (?:\w+ )?(?:schöner|besser|klarer|hübscher),? wenn"
        rf" (?!wir|sie|du|ich)|{say.HEAD_DE}(?:fügen sie|überlegen sie sich|nehmen sie) [^.?!]{{2,60}}\b(?:hinzu"
        rf"|anderes|andere)\b|"
        rf"\b(?:möchte|möchten|wollen|will|hätten?) (?:ich |wir )?(?:gern\w* )?[^.?!]{{2,60}}\b(?:zentimeter"
        rf"|millimeter|grad|prozent|punkt|ton|stück|etwas) \w{{4,}}er[.!]?$|\b(?:noch )?eine"
        rf" (?:neue |andere |weitere )?(?:fassung|variante|version) (?:mit|ohne|in)\b|"
        rf"\b(?:{say.MORE_DE}|mehr \w+|andere \w+|ohne \w+)\b[^.?!]{{0,30}}\bwäre (?:\w+ )?(?:schön|schöner|besser"
        rf"|gut|toll)\b|\bzurück (?:zu|zum) {say.HUE_DE}\b|\b(?:kann|könnte|können|könnten) (?:man|sie|du|ihr|wir)"
        rf" (?:es|das|die|den|ihn|sie)\b[^.?!]{{0,20}}\b(?:aufhellen|abdunkeln|schärfen|vergrößern|verkleinern"
        rf"|vereinfachen|drehen|entfernen)\b|\bbitte (?:[^\s.?!,;]+ ){{1,7}}?(?:{say.HUE_DE}|{say.MORE_DE}"
        rf"|{say.AT_DE}"
        rf"|\w{{4,}}er)(?: (?:machen|setzen|stellen))?{_END}|\b(?:bitte|lieber|gerne?) (?:doch )?(?:eine?n?"
        rf" )?andere[rsn]? {say.WORK_DE}|{say.HEAD_DE}{say.SURE_DE} (?:sie )?(?:bitte |doch |noch |mal )?(?:die"
        rf"|das|den"
        rf"|dem|der|diese\w*|alle|jede\w*|im|auf|ein\w*|überall|\"_+\")|{say.HEAD_DE}(?:mach|macht|machen sie|färb"
        rf"|färben sie|setz|setzt|setzen sie|nimm|nehmt|nehmen sie|schieb|schieben sie|stell|stellen sie|lass"
        rf"|lassen sie) [^.?!]{{2,60}}\b(?:{say.HUE_DE}|{say.MORE_DE}|{say.AT_DE}|\w{{4,}}er|daneben|rein|davor"
        rf"|dahinter)\b|\b(?:kann|können|könnte|könnten|darf|dürfen|dürfte|soll|sollte|muss"
        rf"|müsste)\b[^.?!,]{{2,50}}\b(?:{say.MORE_DE}|{say.AT_DE}) ?(?:sein|werden|stehen|machen)?{_END}|\b(?:hätte"
        rf"|hätten|sähe|sähen|fände|fänden|möchte|möchten|würde|würden)\b[^.?!]{{0,20}}\b(?:lieber|gern\w*"
        rf"|besser)?\b[^.?!]{{0,40}}\b{say.WORK_DE}\b[^.?!]{{0,40}}\b(?:{say.HUE_DE}|{say.MORE_DE}|{say.AT_DE}"
        rf"|lieber \w+"
        rf"|anders)\b|(?<!wir )(?<!ich )\blieber (?:kein\w*|ohne|mit|nicht|{say.AT_DE}|{say.HUE_DE})\b(?:"
        rf" [^\s.?!]+){{0,3}}{_END}|\b(?:dort|da|es|hier) (?:muss|müsste|sollte|soll) [^.?!]{{2,50}}\b(?:stehen"
        rf"|heißen|hin)\b"
    ),
    "fr": (
        rf"\bserait (?:plus \w+|mieux) si (?!vous|nous|je)|"
        rf"\b(?:je|nous|on) (?:veux|voulons|veut|voudrai[st]|voudrions|souhaitons"
        rf"|préférons)\b[^.?!]{{2,60}}\b{say.MORE_FR}[.!]?$|\bune (?:autre|nouvelle) version (?:avec|sans|en)\b|"
        rf"\b(?:peut-on|pou(?:vez|rriez)-vous|on peut|on pourrait) (?:l'|la |le |les )(?:éclaircir|foncer"
        rf"|agrandir|réduire|raccourcir|déplacer|enlever|supprimer|changer|remplacer|corriger|centrer)\b"
        rf"|\b(?:je|nous|on) (?:veux|voulons|veut|voudrai[st]|voudrions)"
        rf" [^.?!]{{0,30}}\b{say.WORK_FR}\b[^.?!]{{0,20}}\b(?:{say.AT_FR}|en {say.HUE_FR}|{say.MORE_FR})"
        rf"|\b(?:coup|mett"
        rf"|chang|remplac|enlev|supprim|raccourciss|déplac|agrandiss|corrig|pass)e[zs]?-(?:la|le|les)\b"
        rf"|\b{say.MORE_FR}[^.?!]{{0,20}}(?:s'il (?:vous|te) plaît|svp)[.! ]*$|\bpou(?:vez|rriez)-vous (?:me |nous"
        rf" )?(?:mettre|placer|ajouter) [^.?!]{{2,40}}\b(?:autour|au-dessus|en dessous|sous|sur|à côté|entre"
        rf"|derrière)\b|{say.HEAD_FR}{say.SURE_FR}(?: aussi| encore)?(?: (?:le|la|les|un|une|ce|cette|ces|des|du|nos"
        rf"|notre|mes|mon|tout\w*|partout|«|\")| l')|{say.HEAD_FR}(?:mettez|mets|passez|passe|faites|fais|utilisez"
        rf"|utilise|prenez|prends) (?:le|la|les"
        rf"|un|une|ce|cette|ces|tout|plutôt|l'\w+)\b[^.?!]{{0,50}}\b(?:{say.HUE_FR}|{say.MORE_FR}|{say.AT_FR}"
        rf"|au-dessus"
        rf"|en dessous|sous|sur|à côté|plutôt)\b|\b(?:merci de|veuillez|il (?:faut|faudrait|vaudrait mieux)"
        rf"|pou(?:vez|rriez|rrais|rrait|rrait-on)-?(?: vous| tu|vous|tu|on)?|peux-tu|peut-on|on (?:peut"
        rf"|pourrait)) (?:me |nous |aussi |juste )?(?:passer|mettre|faire|rendre)\b[^.?!]{{0,50}}\b(?:{say.HUE_FR}"
        rf"|{say.MORE_FR}|{say.AT_FR}|au-dessus|en dessous|sous|sur|à la place)\b|\b(?:peut|peuvent|pourrait"
        rf"|pourraient|doit|doivent|devrait|devraient)\b[^.?!]{{0,20}}\b(?:{say.MORE_FR}|disparaître|sauter|partir"
        rf"|être (?:supprim|enlev|retir|raccourci|agrandi|déplac|chang|remplac|corrig)\w+)|(?:^|[,;:] ?"
        rf"|\b(?:plutôt|préfèr\w+|préfér\w+|voudr\w+|aimer\w+|veux|voulons|mettez|mets) )(?:une?|d'une?) autre"
        rf" {say.WORK_FR}|\b(?:je|nous|on) (?:préf\w+|aimer\w+ mieux|verr\w+ (?:bien"
        rf"|plutôt))\b[^.?!]{{0,40}}\b{say.WORK_FR}\b|\bil faut (?:mettre|écrire|lire) [^.?!]{{2,60}}|\b(?:plutôt"
        rf"|de préférence) (?:pas de|sans|{say.AT_FR}|en {say.HUE_FR})"
    ),
    "es": (
        rf"\b(?:quedaría|sería|estaría) (?:mejor|más \w+) si (?!nos|pod)|"
        rf"\b(?:quiero|queremos|quisiera|querríamos|preferimos)\b[^.?!]{{2,60}}\b{say.MORE_ES}[.!]?$|\botra"
        rf" versión (?:con|sin|en)\b|"
        rf"\b(?:quiero|queremos|quisiera|querríamos) [^.?!]{{0,30}}\b{say.WORK_ES}\b[^.?!]{{0,25}}\b(?:{say.AT_ES}|en"
        rf" {say.HUE_ES}|{say.MORE_ES})\b|\b(?:córt|cámbi|quít|pon|muév|súb|báj|acórt|amplí|sustitúy|corríg|elimín"
        rf"|bórr)\w*l[oae]s?\b|\b{say.MORE_ES}[^.?!]{{0,20}}por favor[.! ]*$|\b(?:podéis|puedes|puede|podrías"
        rf"|podríais|podría) (?:poner|colocar|añadir) [^.?!]{{2,40}}\b(?:alrededor|encima|debajo|al lado|entre"
        rf"|detrás|arriba|abajo)\b|{say.HEAD_ES}{say.SURE_ES} (?:también |además )?(?:el|la|los|las|lo|un|una|ese|esa"
        rf"|este|esta|nuestr\w+|mi|todo\w*|\""
        rf"|«)|{say.HEAD_ES}(?:pon|ponga|poned|ponedlo|ponlo|haz|haga|haced|deja|deje|dejad|usa|use|usad) (?:el|la"
        rf"|los|las|lo|un|una|ese|esa|todo\w*)\b[^.?!]{{0,50}}\b(?:{say.HUE_ES}|{say.MORE_ES}|{say.AT_ES}"
        rf"|debajo|encima"
        rf"|al lado)\b|\b(?:puede|pueden|podría|podrían|debería|deberían|tiene que|tienen"
        rf" que)\b[^.?!]{{0,40}}\b(?:{say.MORE_ES}|desaparecer|quitarse|ir (?:{say.AT_ES}|fuera))|\b(?:sobra"
        rf"|sobran)\b[^.?!]{{0,20}}$|(?:^|[,;:] ?|\b(?:mejor|prefer\w+|prefier\w+|quisiera|pon|poned|ponga|usa)"
        rf" )otr[oa] {say.WORK_ES}|\b(?:preferi\w+|prefier\w+|prefer\w+|mejor|me gustaría (?:ver|tener)"
        rf"|quisiera)\b[^.?!]{{0,40}}\b{say.WORK_ES}\b[^.?!]{{0,40}}\b(?:{say.AT_ES}|{say.MORE_ES}|{say.HUE_ES}"
        rf"|sin|con)\b"
        rf"|\b(?:hay que|habría que|convendría|podéis|puedes|puede|podrías|podríais|podría) (?:acortar|alargar"
        rf"|quitar|mover|subir|bajar|cambiar|sustituir|aclarar|oscurecer|agrandar|reducir|simplificar|centrar"
        rf"|borrar|añadir|corregir)\b|\btiene que (?:poner|decir|ser) [^.?!]{{2,50}}|\b(?:mejor"
        rf"|preferiblemente) (?:sin|{say.AT_ES}|en {say.HUE_ES})\b"
    ),
}

_HEADS = {"nl": say.HEAD_NL, "en": say.HEAD_EN, "de": say.HEAD_DE, "fr": say.HEAD_FR, "es": say.HEAD_ES}


def _one_head(pattern: str, head: str) -> str:
    """The same alternatives with the head of a clause once before all that begin with one: a third faster."""
    found = alternatives(pattern)
    headed = "|".join(one.removeprefix(head) for one in found if one.startswith(head))
    return "|".join([*(one for one in found if not one.startswith(head)), f"{head}(?:{headed})"])


FRAMES: Phrases = {language: _one_head(pattern, _HEADS[language]) for language, pattern in _FRAMES.items()}
"""A wish to alter, whoever words it."""

JUDGED: Phrases = {
    "nl": (
        rf"\b{say.WORK_NL}\b[^.?!,]{{0,25}}\b(?:is|zijn|vind|vinden|vond|vonden|lijkt|lijken|oogt|duurt|staat|komt"
        rf"|wordt) (?:\S+ ){{0,3}}?(?:te (?!\w+en\b)|wat |nogal )(?!laat\b|duur\b|vroeg\b|veel geld|snel klaar"
        rf"|bespreken|zien|doen)(?:\w+)"
    ),
    "en": (
        rf"\b{say.WORK_EN}\b[^.?!,]{{0,25}}\b(?:is|are|feels?|looks?|seems?|sounds?|takes?|comes?|reads?) (?:\S+"
        rf" ){{0,2}}?(?:too|a bit|a little|rather|far too) (?!late\b|early\b|expensive\b|soon\b|much money|busy"
        rf" to|good\b)(?:\w+)"
    ),
    "de": (
        rf"\b{say.WORK_DE}\b[^.?!,]{{0,25}}\b(?:ist|sind|wirkt|wirken|finde|finden|sieht|klingt) (?:\S+"
        rf" ){{0,3}}?(?:zu|etwas|ziemlich|sehr) (?!spät\b|teuer\b|früh\b|gut\b|schön\b|viel geld|gelungen)(?:\w+)"
    ),
    "fr": (
        rf"\b{say.WORK_FR}\b[^.?!,]{{0,25}}\b(?:est|sont|paraît|semble|fait) (?:\S+ )?(?:trop|un peu|assez|très)"
        rf" (?!tard\b|cher\b|bien\b|beau\b|belle\b|réussi)(?:\w+)"
    ),
    "es": (
        rf"\b{say.WORK_ES}\b[^.?!,]{{0,25}}\b(?:es|son|está|están|queda|quedan|parece) (?:\S+ )?(?:muy|demasiado"
        rf"|un poco|algo) (?!tarde\b|car[oa]\b|bien\b|bonit|buen)(?:\w+)"
    ),
}
"""A part of the work that is too much or too little of something, said to whom it was shown."""

ELSEWHERE: Phrases = {
    "nl": (
        r"\b(?:contact|sleutels?|volgend jaar|volgende keer|beurs)\b|"
        r"\b(?:langs|mail\w*|app\w*|telefoon\w*|telefonisch|spreken|afspreken|tijdstip|bezoek"
        r"|offerte\w*|prijs\w*|prijzen|tarief|budget|leveren|levering|sleutel\w*|wachtwoord\w*|inlog\w*|account)\b"
    ),
    "en": (
        r"\b(?:contact|next (?:year|time|month)|calendar|diary|quote (?:a (?:bit|little) |slightly )?(?:lower"
        r"|cheaper))\b|"
        r"\b(?:e-?mail\w*|call|phone|visit|quote for|price|fee|budget|deliver\w*|keys?"
        r"|passwords?|accounts?|login|mind)\b"
    ),
    "de": (
        r"\b(?:kontakt|nächstes (?:jahr|mal))\b|"
        r"\b(?:mail\w*|telefon\w*|sprechen|termin\w*|besuch|angebot|preis\w*|budget|liefer\w*"
        r"|schlüssel|passwort|konto)\b"
    ),
    "fr": (
        r"\b(?:contact|l'année prochaine|la prochaine fois)\b|"
        r"\b(?:mail\w*|courriel|appel\w*|téléphone|visite|devis|prix|budget|livr\w*|clés?"
        r"|mot de passe|compte)\b"
    ),
    "es": (
        r"\b(?:contacto|el año que viene|la próxima vez)\b|"
        r"\b(?:correo|llam\w*|teléfono|visita|presupuesto|precio|entrega\w*|llaves?|contraseña"
        r"|cuenta)\b"
    ),
}
"""What is altered here is a plan, a price or a way to talk, not the work."""
