"""What a client wants answered: questions with and without a question mark, verbatim and in order.

Not counted: rhetorical ones, closing formulas, a change put as a question (that is a change) and what stands in
quotation marks. Two questions in one sentence are one.
"""

from __future__ import annotations

from mailaide.core.reading.client.changes import is_change
from mailaide.core.reading.text.spans import Phrases, Sentence, phrases, sentences_of

SHORTEST = 2
"""Letters of a question: "?" alone or "??" asks nothing that can be answered."""

_WHAT_NL = r"(?:of|wat|wanneer|waar(?!d|schijn)\w*|hoe(?:veel|zo|zeer|lang)?|wie|welke?|waarom)"
_WHAT_EN = r"(?:if|whether|when|what|which|how|who|whose|where|why|by when|roughly|exactly)"
_WHAT_DE = (
    r"(?:ob|was|wann|wo(?:her|hin|mit|für|ran|rauf|zu|von)?|wie(?:viele?|so|weit)?|wer|wem|welche\w*|warum|bis"
    r" wann|inwie\w+)"
)
_WHAT_FR = r"(?:si|ce que|ce qui|ce qu'|quand|où|comment|combien|qui|quel\w*|pourquoi|à quel\w*|s'il)"
_WHAT_ES = r"(?:si|qué|que|cuándo|dónde|cómo|cuánt\w+|quién\w*|cuál\w*|por qué|a qué|en qué)"

INDIRECT: Phrases = {
    "nl": (
        r"^(?!ik\b|we\b|wij\b)[^,.?!]{2,40}\b(?:vraagt|wil weten|wil graag weten)(?: zich af| me| mij| ons)?,?"
        r" (?:of|wat|wanneer|waar\w*|hoe|hoeveel|wie|welke?|waarom)\b|"
        r"\bgeef (?:me |mij |ons )?(?:even |maar )?(?:een |'n )?(?:seintje|gil|belletje|teken) (?:of|als|wanneer)\b|"
        rf"(?<!we )(?<!wij )(?<!ik )\b(?:laat|laten)\b(?! (?:ik|wij|we)\b)[^,;:]{{0,40}}\bweten,? {_WHAT_NL}\b"
        rf"|\bgraag (?:nog |ook |snel |wel |even |vandaag |dan )?(?:hoor|verneem|weet|horen|vernemen|weten"
        rf"|ontvang) (?:ik|wij|we)\b"
        rf"[^.;]{{0,60}}\b{_WHAT_NL}\b"
        rf"|\b(?:hoor|verneem|weet|zie) (?:ik|wij|we)? ?(?:dus |dan |nog |ook )?graag[^.;]{{0,40}}\b{_WHAT_NL}\b"
        rf"|\b(?:ik|wij|we)\b[^.;:]{{0,40}}\b(?:graag|wil|willen|moet|moeten|zou|zouden|benieuwd|vragen"
        rf"|vraag)\b[^.;:]{{0,40}}"
        rf"\b(?:weten|horen|vernemen|vragen)\b[^.;]{{0,30}}\b{_WHAT_NL}\b"
        rf"|\b(?:ben|zijn) (?:ik |wij |we )?(?:erg |heel |wel |ook |zeer )?benieuwd {_WHAT_NL}\b"
        rf"|\b(?:vra(?:ag|gen|agt)|vroeg(?:en)?) (?:ik|wij|we|me|ons|mij)\b[^.;]{{0,20}}\b(?:af|u|je"
        rf"|jullie)\b[^.;]{{0,12}}\b{_WHAT_NL}\b"
        rf"|\b(?:mijn|onze|de|het) \w+ (?:\w+ )?(?:vraagt|vragen|vroeg|wil weten|willen weten|wil graag weten)"
        rf"(?: zich af| me| mij| ons| nog| ook)*,? {_WHAT_NL}\b"
        r"|\b(?:mijn|onze|de) (?:enige |andere |eerste |tweede )?vraag is\b"
        rf"|\b(?:vertel|zeg|leg|mail|app|schrijf|stuur|meld|geef)\b[^.;:]{{0,25}}\b(?:me|mij|ons|uit|door|aan"
        rf"|terug)\b[^.;:]{{0,20}} "
        rf"(?:of|wat|wanneer|waarom|hoe|hoeveel|wie|welke?|waar)\b"
        r"|\b(?:verzoek|verzoeken|vragen|vraag) (?:wij |ik |we )?(?:u|je|jullie) (?:om|ons|mij)\b"
        r"|\bgraag (?:een |uw |je |jullie |nog |per omgaande )*(?:datum|planning|reactie|bevestiging|antwoord"
        r"|uitleg|toelichting"
        r"|specificatie|prijsopgave|voorstel|indicatie|verklaring)\b(?! in de| is| was)"
    ),
    "en": (
        r"^[^,.?!]{2,40}\b(?:asks|is asking|wants to know|would like to know|wonders) (?:me |us )?(?:if|whether"
        r"|when|what|which|how|who|where|why)\b|"
        r"\bgive (?:me|us) a (?:shout|ring|bell|nudge|sign) (?:if|when|whether)\b|"
        rf"\b(?:let|tell) (?:me|us) (?:please |also |just )?(?:know )?[^.;?]{{0,50}}?\b{_WHAT_EN}\b"
        rf"|\b(?:i|we)(?:'d| would| should) (?:also |really |just |very much |dearly )?(?:like|love"
        rf"|be (?:interested|curious))"
        rf" to (?:know|ask|hear|understand|see)\b[^.;?]{{0,40}}?\b{_WHAT_EN}\b"
        rf"|\b(?:grateful|glad|obliged|pleased|appreciate it|great|helpful) if you (?:could|would"
        rf"|can)\b[^.;?]{{0,30}}?"
        rf"\b(?:tell|let|confirm|say|advise|explain|clarify|indicate)\b"
        rf"|\b(?:wondering|wonder(?:ed)?|curious|interested to know|not sure|unsure) {_WHAT_EN}\b"
        rf"|\b(?:i|we) (?:just |also |really |still )?(?:need|want) (?:you )?to (?:know|hear|tell (?:me"
        rf"|us)|ask)\b[^.;?]{{0,30}}?"
        rf"\b{_WHAT_EN}\b"
        rf"|\b(?:please|kindly) (?:also )?(?:advise|confirm|clarify|tell|explain|say|state|let me know)\b"
        rf"|(?:^|\b(?:please|kindly|you|and|to) )(?:advise|confirm|clarify|explain) (?:that|{_WHAT_EN})\b"
        rf"|\b(?:my|our|the) \w+ (?:\w+ )?(?:asks?|asked|is asking|are asking|wants? to know|wonders?)(?: me|"
        rf" us)? {_WHAT_EN}\b"
        r"|\bmy (?:only |other |one |first |second )?question is\b|\bwalk me through\b|^(?:and )?(?:tell"
        r"|explain to) (?:me|us)\b"
    ),
    "de": (
        rf"\b(?:lassen|lass|lasst|gib|gebt|geben|sagen|sag|sagt|teilen|schreiben|schreib|melden)\b[^.;:?]{{0,40}}"
        rf"\b(?:wissen|bescheid|mir|uns)\b[^.;:?]{{0,25}}\b{_WHAT_DE}\b"
        rf"|\b(?:ich|wir|uns|mich|mir)\b[^.;:?]{{0,30}}\b(?:wissen|wüssten?|interessiert?|interessieren|frage"
        rf"|fragen|gespannt)\b[^.;:?]{{0,25}}"
        rf"\b{_WHAT_DE}\b"
        rf"|\b(?:möchten?|würden?|wüssten?|müssen|muss)\b[^.;?]{{0,30}}\b(?:wissen|gerne?"
        rf"|erfahren)\b[^.;?]{{0,20}}\b{_WHAT_DE}\b"
        r"|\b(?:bitte|bitten)\b[^.;?]{0,25}\bum (?:eine?n? |ihre |deine |kurze |baldige )*(?:auskunft|rückmeldung"
        r"|termin|antwort"
        r"|stellungnahme|bestätigung|mitteilung|info|erklärung|aufstellung|datum)"
        rf"|\b(?:meine?|unsere?|der|die) \w+ (?:fragt(?: sich)?|möchte wissen|will wissen)\b,? {_WHAT_DE}\b"
        rf"|\bbitte\b[^.;?]{{0,40}}\b(?:mitteilen|bestätigen|erklären|sagen)\b"
        rf"|\b(?:wüsste|wüssten)\b[^.;?]{{0,20}}\bgern\w?\b"
    ),
    "fr": (
        rf"\b(?:dites|dis|faites|fais|indiquez|précisez|confirmez|expliquez)\b[^.;?]{{0,30}}?\b{_WHAT_FR}"
        rf"|\b(?:je|nous|j')\s?(?:voudrais|voudrions|souhaite\w*|aimerais|aimerions|voulons|veux|dois|devons"
        rf"|besoin de|ai besoin de)\b"
        rf"[^.;?]{{0,20}}\b(?:savoir|connaître|comprendre)\b"
        rf"|\b(?:merci de|veuillez|prière de|je vous (?:prie|demande) de|pouvez-vous"
        rf"|pourriez-vous) (?:bien vouloir )?(?:me |nous )?"
        rf"(?:dire|confirmer|préciser|indiquer|faire savoir|expliquer|communiquer)\b"
        rf"|\b(?:mon|ma|notre|le|la) \w+ (?:se )?(?:demande|voudrait savoir|veut savoir) {_WHAT_FR}\b"
        rf"|\b(?:je me demand(?:e|ais)|on se demand(?:e|ait)|reste à savoir) {_WHAT_FR}"
    ),
    "es": (
        rf"\b(?:dime|dígame|díganos|dinos|decidme|decidnos|avísame|avíseme|confírmame|confírmeme|confírmanos"
        rf"|explíqueme|explícame)\b"
        rf"[^.;?]{{0,40}}?\b{_WHAT_ES}\b"
        rf"|\b(?:quisiera|quería|querría|queríamos|queremos|necesito|necesitamos|gustaría|quiero"
        rf"|querríamos)\b[^.;?]{{0,15}}"
        rf"\b(?:saber|conocer|preguntar\w*)\b"
        rf"|\b(?:mi|nuestr[oa]|el|la) \w+ (?:se )?(?:pregunta|quiere saber) {_WHAT_ES}\b"
        rf"|\bme (?:pregunto|preguntaba) {_WHAT_ES}\b"
        rf"|\b(?:ruego|agradecería|agradeceríamos|rogamos)\b[^.;?]{{0,20}}\b(?:diga|dijera|confirme|confirmara"
        rf"|indique|indicara|explique"
        rf"|informe)\w*\b"
    ),
}
"""A wish to know, without a question mark."""

UNMARKED: Phrases = {
    "nl": (
        r"^(?:en |maar |dus )?(?:wanneer|hoe laat|hoeveel|waar|hoe|wie|wat) (?:kom|komt|komen|is|zijn|wordt|worden"
        r"|kan|kun|kunt|kunnen"
        r"|gaat|ga|gaan|krijg|krijgen|mag|doet|doen|kost|kosten|zit|staat|ligt|blijft|blijven|stel|stelt"
        r"|lever\w*)\b[^!]{0,90}$"
        r"|^(?:en |maar |dus )?(?:kun|kunt|kan|wil|wilt|zou|zullen|heb|hebt|heeft) (?:je|u|jij|jullie)\b[^!]{0,140}$"
    ),
    "en": (
        r"^(?:and |but |so )?(?:when|how much|how many|how long|where|who|what) (?:is|are|do|does|did|can|could"
        r"|will|would|shall|should|has|have)\b[^!]{0,90}$"
        r"|^(?:and |but |so |also )?(?:can|could|would|will|do|are|is there|have) (?:you|we|i|there"
        r"|the)\b[^!]{0,140}$"
    ),
    "de": r"^(?:und |aber )?(?:wann|wo|wie ?viel|bis wann) (?:kommen|kommt|ist|sind|kann|können|wird|werden"
    r"|kostet)\b[^!]{0,90}$"
    r"|^(?:können|könnten|könntest|kannst|könnt|würden|haben) (?:sie|du|ihr|wir)\b[^!]{0,140}$",
    "fr": r"^(?:et )?(?:quand|combien|où) (?:est|sont|pouvez|pourrai|allez|puis|sera|seront)\b[^!]{0,90}$"
    r"|^(?:pouvez|pourriez|peux|pourrais|avez|auriez)[- ](?:vous|tu)\b[^!]{0,140}$",
    "es": r"^(?:y )?(?:cuándo|cuánto|dónde) (?:es|son|está|están|puede|pueden|va|van|viene|cuesta|será)\b[^!]{0,90}$"
    r"|^(?:puede|puedes|podría|podrías|podéis|pueden)\b[^!]{0,140}$",
}
"""A question whose sender forgot the mark."""

RHETORICAL: Phrases = {
    "nl": (
        r"^(?:en |maar )?(?:waarom (?:moet|moeten) (?:ik|wij|we|een klant)\b[^?]{0,60}\b(?:horen|vragen|smeken"
        r"|achteraan|uitleggen|steeds|altijd|telkens|weer|ontdekken|wachten)|begrijp ik (?:het )?(?:goed|nou|dus|nu)"
        r"|hoe kan (?:dit|dat|het) (?:toch|nou|nog|nu)|hoe moeilijk|hoe (?:vaak|lang) moet (?:ik|dit|dat|het|een klant)"
        r" (?:dit |dat |het |hier |er )?(?:nog|nou|wel niet)|wat nou|wie (?:verzint|bedenkt|doet zoiets|doet dat nou)"
        r"|(?:wie|wat) had (?:dat|dit) (?:ooit )?(?:gedacht|kunnen)"
        r"|denk(?:t|en)? (?:je|u|jullie) (?:nou|nu|echt|soms)|vind(?:t|en)? (?:je|u|jullie) (?:dat|dit"
        r"|het) (?:zelf )?(?:nou|normaal|gek)"
        r"|is (?:het|dat|dit) (?:nou|nu|zo|te) (?:zo |echt )?(?:veel|moeilijk|gek|normaal)|wat is dat nou"
        r"|wat moet ik (?:hier|daar)(?: nou| nu)? mee|raad eens|wat heb ik (?:aan|eraan)"
        r"|waar (?:betaal|doe|heb) ik (?:dit|het|dat|jullie|je)|wat dacht (?:je|u))\b"
        r"|^\W*(?:en |maar )?(?:nietwaar|toch|hè|oké|of niet dan|serieus|echt(?: waar)?|pardon|hoezo|weet (?:je"
        r"|u) wat)\W*$"
    ),
    "en": (
        r"^(?:and |but |so |i mean,? )?(?:how hard (?:can|is)|how (?:many times|often) (?:do|must|should|will)"
        r" (?:i|we) (?:have to |need to )?(?:ask|say|write|chase|remind|explain|tell|call|ring)"
        r"|what (?:kind|sort) of (?:an? )?(?:company|business|service|professional|person|people|way|outfit"
        r"|answer|joke)|who (?:does that|would do|would have|signs (?:off )?on this|writes (?:like|this|that|such|to))"
        r"|do you (?:really |honestly )think|is (?:it|that|this) (?:really )?too much|why bother"
        r"|why (?:do|should|must|would) (?:i|we)\b[^?]{0,50}\b(?:hear|ask|beg|chase|find out|explain|bother"
        r"|wait|told)|why am i (?:always|even|still|the one|chasing|hearing|paying)"
        r"|what'?s the point|what am i paying|is (?:this|that) a joke|are you kidding"
        r"|am i (?:the only|missing|really)|isn't (?:that|it) (?:obvious|a bit|what|your)"
        r"|have you ever (?:tried|had to|wondered|seen))\b[^?]{0,80}\?"
        r"|^\W*(?:and |but |so )?(?:right|ok(?:ay)?|no|yes|eh|huh|hm+|really|seriously|honestly|hello|anyone"
        r"|anybody there|you know what|guess what|remember (?:me|us))\W*$"
    ),
    "de": (
        r"^(?:und |aber )?(?:ist das (?:ihr ernst|dein ernst|euer|zu viel)|wie schwer (?:kann|ist)|wie oft"
        r" (?:muss|soll)"
        r" (?:ich|man) (?:das |es |ihnen |dir )?(?:noch|denn)|soll das (?:ein|alles|ihr|etwa|heißen)|was soll das"
        r"|wer hätte das gedacht)\b|^\W*(?:oder|gell|ne|ja|wirklich|ernsthaft)\W*$"
    ),
    "fr": (
        r"^(?:et |mais )?(?:c'est (?:une blague|trop demander)|est-ce (?:trop|normal)|à quoi (?:bon|sert)|vous"
        r" trouvez|qui l'eût cru|qui aurait cru)\b|^\W*(?:vraiment|sérieusement)\W*$"
    ),
    "es": (
        r"^¿?(?:y |pero )?(?:es (?:mucho|demasiado) pedir|para qué (?:os|le|les|te) (?:pag|escrib)\w+|te parece"
        r"|le parece|es una broma|quién (?:lo diría|iba a decir))\b|^\W*(?:en serio|de verdad)\W*$"
    ),
}
"""Asked for the effect."""

OPENS: Phrases = {
    "nl": (
        r"^(?:wat|wanneer|waar|hoe(?:veel)?|wie|welke?|waarom) (?!we\b|ik\b|wij\b)\w+|^(?:mag|mogen|kan|kunnen"
        r"|moet|moeten|is|zijn|komt|komen|krijgen|zit) (?:de|het|er|ik|we|wij|dit|dat|die|jullie|je|u)\b"
    ),
    "en": (
        r"^(?:what|when|where|how|who|which|why) (?:is|are|do|does|will|would|can|should|much|many|long|big"
        r"|colou?r|size|format"
        r"|paper|version)\b|^(?:can|could|may|should|is|are|do|does|will) (?:the|we|i|you|it|this|that|there|they)\b"
    ),
    "de": (
        r"^(?:was|wann|wo|wie|wer|welche[rsn]?|warum) \w+|^(?:kann|können|darf|dürfen|soll|sollen|ist|sind"
        r"|gibt) (?:der|die|das|wir|ich|es|man|sie)\b"
    ),
    "fr": r"^(?:quand|où|comment|combien|qui|quels?|quelles?|pourquoi|est-ce|peut-on|faut-il)\b",
    "es": r"^¿?(?:cuándo|dónde|cómo|cuánt[oa]s?|quién|qué|cuál|por qué)\b",
}
"""A point of a list that asks, with or without a mark."""

CLOSER: Phrases = {
    "nl": (
        r"\b(?:heb (?:je|u)|hebt u|heeft u|mocht\w*|zijn er|nog|mochten er) (?:nog )?(?:verder )?vragen\b"
        r"|\blaat (?:maar |het |gerust |me |mij |ons )*(?:even )?weten (?:of|als) (?:je|u|jullie) (?:nog"
        r" )?(?:iets|meer|wat)\b|^alles goed|^hoe (?:is het|gaat het)(?: met (?:je|jou|u|jullie))?\W*$"
    ),
    "en": (
        r"\blet (?:me|us) know if (?:you(?:'d)? (?:need|want|have|require|like)|there(?:'s| is)) (?:anything"
        r"|any\b|something"
        r"|more)|\b(?:any|have) (?:other |further |more )?questions\b|^how are (?:you|things)\b|^(?:hope )?all"
        r" (?:well|good)\b"
    ),
    "de": r"\b(?:noch|weitere) fragen\b|^wie geht(?:'s| es)",
    "fr": r"^(?:comment )?(?:ça va|allez-vous|vas-tu)\b",
    "es": r"^¿?(?:qué tal|cómo está[sn]?)\W*$",
}
"""Politeness."""


def questions(text: str, *, language: str) -> tuple[str, ...]:
    """The questions of a newly written text, each an exact substring."""
    return tuple(found for sentence in sentences_of(text) if (found := _question(sentence, language)))


def _question(sentence: Sentence, language: str) -> str:
    rhetorical, closer = phrases(RHETORICAL, language), phrases(CLOSER, language)
    words = sentence.words
    if sum(map(str.isalpha, words[:40])) < SHORTEST:
        return ""
    if (rhetorical and rhetorical.search(words)) or (closer and closer.search(words)):
        return ""
    opens = phrases(OPENS, language)
    if sentence.asks or (sentence.item and opens and opens.search(words)):
        return "" if is_change(sentence, language) else sentence.text
    unmarked, indirect = phrases(UNMARKED, language), phrases(INDIRECT, language)
    if unmarked and unmarked.search(words) and not is_change(sentence, language):
        return sentence.text
    if indirect and (wish := indirect.search(words)):
        return sentence.text if wish.start() < len(words) else ""
    return ""
