"""A sincere good word of the client's about our work: "love it", "beautiful", "the bride wept".

Plain thanks, "looks good", "fine" and irony are none; nor is praise of others, of the past ("it was good, but now")
or with a sting in the same sentence.
"""

from __future__ import annotations

from functools import lru_cache

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

GOOD: Phrases = {
    "nl": (
        r"\bdankzij (?:jou|jullie|uw|je)\b|\bvakkundig\w*\b|\bbevelen? (?:je|jou|u|jullie) [^.?!]{0,20}aan\b"
        r"|\b(?:schot in de roos|voltreffer)\b|\b(?:dat|dit) (?:zo |heel )?(?:fijn|mooi|goed|netjes) gedaan\b"
        r"|\btot tranen\b|"
        r"\b(?:super (?:gedaan|gewerkt|gemaakt|geworden)|knap hoe|alleen maar (?:complimenten|lof|positieve"
        r"|enthousiaste)|fijn (?:om )?(?:met [^.?!]{1,30} )?(?:samen)?(?:werken|te werken)|een (?:plaatje"
        r"|juweel\w*|pareltje|feest|lust voor het oog)|(?:heel|erg|zo) raak|raak (?:geschreven|getroffen)|leest"
        r" (?:heel |erg )?(?:prettig|lekker|vlot|fijn|soepel)|(?:klanten|gasten|bezoekers|collega's|iedereen)"
        r" (?:zijn|is|reageren|reageert|vinden|vindt) (?:\w+ )?(?:enthousiast|dolblij|laaiend|lovend|geweldig"
        r"|prachtig)|ziet er (?:echt |heel |erg |zo )?(?:prachtig|schitterend|geweldig|fantastisch|super\w*"
        r"|mooi) uit|boven verwachting|overtreft|zo mooi had)\b|"
        r"\b(?:leuke (?:foto|tekst|site)\w*|dik tevreden|content mee|de beste \w+ (?:die|van)|met plezier|lekker"
        r"|dag gered|prima stuk|fijn stuk"
        r"|netjes (?:opgelost|gedaan|gewerkt)|jouw verdienste|groot succes|nooit meer (?:een )?ander|zou (?:je"
        r"|u) zo weer|sterk dat|een genot|erg naar zijn zin"
        r"|(?:heel|echt|ronduit) (?:sterk|knap|top|helder|professioneel)|had(?:den)? niets te klagen"
        r"|vriendelijk\w*, (?:snel|netjes|vakkundig)\w*)\b|"
        r"\b(?:prachtig\w*|schitterend\w*|fantastisch\w*|geweldig\w*|fenomenaal|briljant|subliem|magistraal"
        r"|onbetaalbaar|kippenvel|wauw|wow|heel mooi\w*|zo mooi|erg mooi\w*|superleuk\w*|supermooi|superblij"
        r"|te gek|heerlijk\w*|geniaal|meesterlijk|vakwerk|vakmanschap"
        r"|mooi (?:begin|gedaan|geworden|gemaakt|geschreven|werk|zo)|leuk stuk|dolblij|dolgelukkig|enthousiast"
        r"|lyrisch|onder de indruk|complimenten|compliment|chapeau|petje af|hulde|klasse|knap (?:gedaan|werk"
        r"|gemaakt)|goed gedaan|goed gelukt|keurig|perfect(?:e)?|uitstekend\w*|verliefd"
        r"|(?:heel|erg|zeer|super|ontzettend|zo|ongelooflijk|hartstikke) (?:blij|tevreden|fijn|goed|tof|leuk"
        r"|netjes|knap)|aanrader|aanbevelen|aan te bevelen|(?:moet|moest|zitten|zat|heb"
        r"|moeten) (?:\w+ ){0,3}(?:huilen|slikken)|traan|tranen|positief over|goede zorgen|beter dan (?:ik|we|wij"
        r"|gehoopt|verwacht)"
        r"|topwerk|top werk|toppers?|top!|lachen!|goeie keuze|had ik niet durven|wat een verschil|vlekkeloos"
        r"|in goede handen|strak op|precies (?:zoals|wat) (?:ik|wij|we) (?:hoopte|wilde|bedoelde|zocht)\w*"
        r"|aardig mens|lief van|fijn(?:e)? (?:samenwerking|contact|werk)|leest als een trein|genot)\b|❤|😍|🥰|🤩|👏"
    ),
    "en": (
        r"\bthanks to (?:your|you)\b|\bexpertly\b|\b(?:a|real|huge|big) hit\b|\bso nicely\b|\bmoved to tears\b"
        r"|\b(?:we|i) recommend you\b|\bhit the (?:mark|nail)\b|"
        r"\b(?:exactly what (?:i|we) (?:were|was|are|am) (?:looking for|after)|nothing but (?:compliments"
        r"|praise)|(?:such a|a real|a|an absolute) (?:pleasure|joy|delight) (?:to|working)|impressive (?:how"
        r"|work|stuff|result)|impressed|nailed it|over the moon|thrilled|delighted|spot on|hats off|exceed(?:s"
        r"|ed) (?:our|my|all)|reads? (?:really |so )?(?:well|beautifully|lovely)|first-class|top-notch"
        r"|outstanding|incredible (?:job|work)|superb)\b|"
        r"\b(?:absolute (?:star|legend|gem|joy)|works a treat|in a heartbeat|all fab|fab\b|(?:very"
        r"|so) (?:satisfied|polite|professional|welcoming|clear)|nice and clear"
        r"|loved (?:having|every)|a miracle|worth your weight|a find\b|a treat|a tonic|best (?:\w+ )?(?:we've|i've"
        r"|decision)|are strong|is strong|use you again|book(?:ing)? you again"
        r"|went down (?:a storm|well|very well)|how polite|hoovered up|couldn't (?:fault|put it down)|no complaints)\b|"
        r"\b(?:love(?:s|d|ly)? (?:it|this|that|them|the|how|your|what|work|job|site|photos)|(?:absolutely |really "
        r"|truly )(?:love|loved|beautiful|gorgeous|stunning|brilliant|happy|pleased)|beautiful(?:ly)?|gorgeous"
        r"|stunning|brilliant(?:ly)?|wonderful(?:ly)?|fantastic|amazing|awesome|superb|magnificent|exquisite"
        r"|wicked|delight(?:ed|ful)?"
        r"|excellent|outstanding|terrific|marvell?ous|spectacular|phenomenal|splendid|perfection|impressed"
        r"|blown away|over the moon|chuffed|thrilled|obsessed|stoked|so much better|bang on|spot on"
        r"|clean as a whistle|nailed it|knocked it out|you(?:'re| are) (?:a (?:star|legend|genius|gem|magician)"
        r"|the best|brilliant|lovely)"
        r"|(?:great|good|nice|lovely|fine|top|super|amazing|super quick|quick|fast) (?:job|work|turnaround|stuff"
        r"|one!)|well done|hats? off|kudos|bravo|chapeau|(?:so|very|really|extremely|more than"
        r"|incredibly) (?:happy|pleased|grateful|good|well done|nice|impressed|helpful|clever)|better than (?:i|we"
        r"|expected|hoped)|(?:cried|wept|in tears|sobbed|screamed|goosebumps|speechless|choked up)|would recommend"
        r"|recommend(?:ed)? you|highly recommend|admired?|wow|omg|too good|(?:perfect|flawless|immaculate"
        r"|faultless)|been lovely|exactly what (?:i|we) (?:wanted|hoped|needed)|a joy|without breaking"
        r"|credit to you|appreciate (?:the care|how|all)|couldn't be happier)\b|❤|😍|🥰|🤩|👏|💛"
    ),
    "de": (
        r"\b(?:genau das,? was|(?:rundum|vollauf|mehr als|total) zufrieden|wunderschön geworden|sehr gelungen"
        r"|übertrifft|große klasse|lob von|ein(?:e)? (?:freude|genuss))\b|"
        r"\b(?:einwandfrei|gefällt (?:uns|mir|sehr)|super (?:an|service|angekommen)|sehr freundlich|alles bestens"
        r"|so ordentlich|viel spaß|bestens|1a|kommen gern wieder|liest sich)\b|"
        r"\b(?:wunderschön\w*|wunderbar\w*|toll\w*|großartig\w*|fantastisch\w*|phantastisch\w*|perfekt\w*"
        r"|genial\w*|mega\w*|spitze\w*|klasse|super (?:geworden|gemacht|arbeit|schön)|herrlich\w*|hervorragend\w*"
        r"|ausgezeichnet\w*|exzellent\w*|traumhaft\w*|begeistert|beeindruckt|hin und weg|wahnsinn|(?:sehr|so|total"
        r"|richtig|wirklich) (?:schön|gut|zufrieden|glücklich|gelungen|froh|nett)\w*"
        r"|gut gemacht|gelungen\w*|kompliment\w*|hut ab|chapeau|lob|respekt|tränen|gänsehaut|weiterempfehl\w*"
        r"|empfehle\w*|freue mich riesig|besser als|genau (?:der|die|das|so)[^.?!]{0,25}\bwollt\w*|leuchten"
        r"|verliebt|liebe (?:es|die|den|das))\b|❤|😍|🥰"
    ),
    "fr": (
        r"\b(?:exactement ce (?:que|qu'))|\b(?:formidable|un régal|très réussie?|du bon travail|au-delà de nos"
        r" attentes|une réussite)\b|"
        r"\b(?:un (?:vrai )?plaisir|le trouve beau|tout le monde (?:adore|aime)|super (?:travail|boulot)"
        r"|merci infiniment|très pro|au top)\b|"
        r"\b(?:magnifique\w*|superbe\w*|sublime\w*|splendide\w*|génial\w*|géniale|formidable\w*|excellent\w*"
        r"|parfait\w*|impeccable\w*|merveill\w+|extraordinaire\w*|remarquable\w*|trop belle?|très (?:beau|belle"
        r"|belles|beaux|bien|bon|content\w*|satisfait\w*|réussi\w*)|ravie?s?|enchantée?s?|adore\w*|bravo|chapeau"
        r"|bluff\w+|conquise?s?|enthousiaste\w*|nickel"
        r"|quel (?:talent|bonheur|travail)|beau travail|bon travail|félicitation\w*|recommand\w+|larmes|pleur\w+"
        r"|ovation|coup de cœur|élégance|mieux que|c'est beau|canon|top!?)\b|❤|😍|🥰"
    ),
    "es": (
        r"\b(?:(?:justo|exactamente) lo que (?:busc|quer|neces)\w+|una maravilla|un lujo|fantástic[oa]s?|mejor"
        r" de lo que|supera nuestras)\b|"
        r"\b(?:la más completa|el mejor|la mejor|las? adoran|los adoran|muy bien (?:escrit\w+|hecho|hecha)"
        r"|padrísim\w+|un placer|de diez|un detallazo|un escándalo de)\b|"
        r"\b(?:precios[oa]s?|maravill\w+|fantástic\w+|genial\w*|espectacular\w*|estupend\w+|increíble\w*"
        r"|perfect[oa]s?|impecable\w*|magnífic\w+|excelente\w*|excepcional\w*|brutal|barbaridad|bárbaro"
        r"|me encanta\w*|nos encanta\w*|encantad[oa]s?|encanta|bonit[oa]s?|enhorabuena|felicidades|felicitaciones"
        r"|chapó|olé|qué (?:bonito|bien|arte|gusto|pasada)"
        r"|muy (?:content\w+|satisfech\w+|bien hecho|buen\w*|feliz|felices)|gran trabajo|buen trabajo|recomend\w+"
        r"|lágrimas|lloré|llorar|guap[oa]|como siempre lo imaginé|mejor de lo)\b|❤|😍|🥰"
    ),
}

AGAINST: Phrases = {
    "nl": (
        r"\b(?:soep|eten|lunch|diner|borrel|koffie)\b|\b(?:uur|(?:maan|dins|woens|donder|vrij)dag|weer|schoonouders)\b|"
        r"\b(?:niet|geen|(?<!alleen )maar|hoewel|helaas|jammer|alleen(?! maar)|behalve|zou|hadden|had(?!den)"
        r"|was (?:je|u|jullie)"
        r"|fijn voor|zo mooi niet|minder|mis ik|verwacht(?:te|ten)? (?:ik|we|wij)|gehoopt|leek|dacht|wil|willen"
        r"|graag|hoop|hopen|als je|als u|voorganger|vorige|buurman|concurrent|schoonmaakster)\b"
    ),
    "en": (
        r"\b(?:soup|dinner|lunch|food|meal|coffee)\b|"
        r"\b(?:the (?:hall|venue|room|location|church) is|my compliments to|well done you|can't say)\b|"
        r"\b(?:(?:mon|tues|wednes|thurs|fri)day|view|weather)\b|\b(?:not|isn't|wasn't|aren't|don't|didn't|but"
        r"|although|though|however|unfortunately|except|shame"
        r"|would be|would have|would love|i'd love|we'd love|could be|should be|hoped|hope|if|apparently"
        r"|supposedly|less|had thought|used to|would|competitor|previous|too)\b"
    ),
    "de": (
        r"\b(?:wetter|aussicht|der saal|die halle|drehtag)\b|"
        r"\b(?:nicht|kein\w*|aber|allerdings|leider|wäre|hätte\w*|sollte|würde|schade|nur|angeblich|hoffe|wenn"
        r"|konkurrenz|vorgänger)\b"
    ),
    "fr": (
        r"\b(?:il fais?ait|il fait|la salle|la vue|météo)\b|"
        r"\b(?:pas|mais|cependant|hélas|malheureusement|dommage|serait|aurait|devait|si|sauf|espér\w+|concurrent)\b"
    ),
    "es": (
        r"\b(?:hizo|hace) (?:un )?(?:tiempo|día)|\b(?:la sala|las vistas|el local)\b|"
        r"\b(?:no|pero|aunque|lástima|sería|hubiera|debía|si|salvo|espero|esperaba|anterior)\b"
    ),
}

STRONG = 2
"""Good words in one sentence that outweigh a "but" beside them."""


@lru_cache(maxsize=4)
def praise(text: str, *, language: str) -> tuple[str, ...]:
    """The sentences with praise of a newly written text, verbatim; the ear asks about the same text."""
    good, against = phrases(GOOD, language), phrases(AGAINST, language)
    if good is None:
        return ()
    found = []
    for sentence in sentences_of(text):
        hits = good.count(sentence.words)
        if hits and not sentence.asks and (hits >= STRONG or not (against and against.search(sentence.words))):
            found.append(sentence.text)
    return tuple(found)
