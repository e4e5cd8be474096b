"""What dissatisfied people write in Dutch and Flemish; facts that serve as a reproach before strong words."""

from __future__ import annotations

from mailaide.core.reading.cues import Cue

_NUMBER = r"(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_ORDINAL = r"(?:tweede|derde|vierde|vijfde|zesde|zoveelste|\d{1,2}e)"
_DAY = (
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteren|eergisteren|vorige week"
    r"|vorige maand|vanmorgen)"
)
_YOU = r"(?:je|jij|u|jullie|ge|gij)"

CUES: tuple[Cue, ...] = (
    Cue(
        name="strong dissatisfaction",
        weight=3.0,
        pattern=r"\b(?:onacceptabel|onaanvaardbaar|schandalig|een schande|belachelijk|waardelo\w+"
        r"|onbeschoft\w*|onbeleefd\w*|onprofessioneel"
        r"|ongehoord|oplichterij|opgelicht|bedrogen|diefstal|prutsers?|prutswerk|degoutant|respectloos"
        r"|woedend|beneden alle peil|neem ik (?:je|u) (?:echt )?kwalijk"
        r"|(?:erg|zeer|heel|echt|enorm|diep|zwaar|kwaad en|gewoon) (?:teleurgesteld|ontevreden|ontgoocheld"
        r"|teleurstellend)|niet (?:echt |heel |zo )?kunnen\b(?=[\s.,!]*$)"
        r"|niet de bedoeling|geen manier van (?:doen|werken)|zo ga je niet|op deze manier kan ik niet"
        r"|kan zo niet (?:langer|door)|slechtste|nooit meer (?:deze|bij|terug)"
        r"|kom(?:en)? (?:hier )?(?:nooit meer|niet meer terug)|ben (?:het|dit|dit gedoe) [\w ]{0,16}(?:zat"
        r"|beu)|om te huilen|in gebreke|weggegooid geld|zonde van mijn"
        r"|(?:formele|officiële) klacht|dien ik [\w ]{0,20}klacht in|geld terug|slecht (?:werk|geregeld"
        r"|behandeld)|slechte service|ga ik niet betalen|betaal dit niet|nergens op"
        r"|trekt op niets|voor de gek gehouden|niet voor de gek|had ik van (?:jou|u|jullie) niet verwacht"
        r"|ik baal er)\b",
    ),
    Cue(
        name="dissatisfied",
        weight=2.2,
        pattern=r"\b(?:teleurgesteld\w*|teleurstellend\w*|ontevreden\w*|ontgoocheld|niet (?:echt |bepaald "
        r"|helemaal |heel |zo )?(?:blij|tevreden|gelukkig|netjes|fijn)"
        r"|vervelend|irritant|jammer|slecht(?:e|ste)?|slordig\w*|treurig|drama|niet normaal|boos|kwaad"
        r"|niet te geloven|nogal wat|bagger|traag"
        r"|(?:valt|viel) (?:me |mij |ons )?(?:toch |wel )?(?:een beetje |erg |nogal |flink )?tegen|schrok"
        r"|verbaas\w*|verwonder\w*|serieus genomen|vertrouwen)\b",
    ),
    Cue(
        name="no answer",
        weight=3.0,
        pattern=r"\b(?:(?:nog )?(?:steeds |helemaal )?(?:niks|niets) (?:meer )?(?:van (?:je|jou|u"
        r"|jullie) )?(?:gehoord|vernomen)|neem(?:t)? (?:je telefoon )?niet op"
        r"|niemand (?:reageert|neemt|belt|antwoordt)|onbereikbaar|nooit bereikbaar|nergens antwoord"
        r"|geen enkele reactie|(?:één|een) reactie op gekregen"
        r"|van het kastje naar de muur|geen telefoontje, geen|geen bericht en|achter (?:je|jullie|u) aan"
        r"|leest er [\w ]{0,12}iemand)\b",
    ),
    Cue(
        name="an answer is missing",
        weight=2.0,
        pattern=r"\b(?:geen (?:antwoord|reactie|gehoor|bericht)|nooit (?:een )?(?:antwoord|reactie)"
        r"|niet (?:gereageerd|beantwoord|teruggebeld)|nog niets|nog niks|ingesproken|voicemail"
        r"|is het stil|sindsdien|zonder bericht|achteraan (?:zitten|bellen))\b",
    ),
    Cue(
        name="asked several times",
        weight=2.2,
        pattern=rf"\b(?:{_ORDINAL} (?:keer|mail|bericht|herinnering|maal|les|fout|factuur|week)|(?:al "
        rf"|nu al )?{_NUMBER}(?:x| ?keer| maal) (?:gemaild|gebeld|gevraagd|gestuurd|gemeld|geappt|om gevraagd)"
        r"|elke keer|iedere keer|telkens|nogmaals|nog eens:|voor de zoveelste|alweer|opnieuw uitleggen"
        r"|vroeg ik [\w ]{0,30}ook al|een paar keer)\b",
    ),
    Cue(
        name="the same again",
        weight=1.5,
        pattern=rf"\b(?:dit|dat) is (?:nu |dus |nu al |al )?de {_ORDINAL}|\bfout na fout\b|\bweer (?:mis|fout"
        rf"|kapot|stuk|niet)\b|\bnu al\b",
    ),
    Cue(
        name="a promised date has passed",
        weight=3.0,
        pattern=rf"\b(?:zou(?:den)?|had(?:den)?)\b[^.!?\n]{{0,80}}\b(?:en )?(?:het is (?:nu|vandaag"
        rf"|inmiddels)|vandaag is het|is het (?:nu|vandaag|inmiddels)|nu zijn we|we zijn nu|we zitten nu)\b"
        rf"|\b(?:vandaag is het|het is (?:nu|vandaag"
        rf"|inmiddels)) [^.!?\n]{{2,40}} en\b[^.!?\n]{{0,60}}\b(?:nog|niet|geen)\b"
        rf"|\b{_YOU} zou(?:dt)? (?:gisteren|{_DAY}|vorige)\b"
        r"|\bhet is (?:nu )?\w+ (?:weken|dagen|maanden) (?:geleden dat|na)\b|\bhad(?:den)? er (?:op"
        r"|al) [^.!?\n]{2,25}moeten (?:zijn|liggen|staan)\b",
    ),
    Cue(
        name="late",
        weight=2.0,
        pattern=r"\b(?:te laat|te lang|(?:weken|maanden|dagen) (?:te laat|later|verder)|nog steeds (?:niet"
        r"|geen|niks|niets)|nog altijd (?:niet|geen|niks|niets)|nog geen [\w ]{3,20}(?:gezien|ontvangen|gekregen)"
        r"|wacht(?:en)? (?:ik |we |wij )?(?:nu )?al|duurt (?:wel |nu |veel |erg )?(?:te )?lang|waar blijf(?:t"
        r"|en)|uitstel|vertraging|(?:staan|ligt|liggen|staat) er nog|niet eens|eindelijk)\b",
    ),
    Cue(
        name="you had said otherwise",
        weight=1.6,
        pattern=rf"\b(?:{_YOU} (?:zei|zegt|had gezegd|schreef|had beloofd|hebt beloofd|heeft beloofd"
        rf"|zou(?:den)?|had(?:den)?)|zei {_YOU}|beloofd\w*|toegezegd|afgesproken|er was [\w ]{{0,10}}afgesproken"
        r"|in (?:de|je|uw|ons) (?:offerte|briefing|contract|aanvraag)|op (?:je|uw"
        r"|jullie) (?:eigen )?(?:web)?site staat|zoals (?:het )?in)\b",
    ),
    Cue(
        name="not as agreed",
        weight=3.0,
        pattern=r"\b(?:niet (?:dat |wat )?(?:we|wij|ik) (?:\w+ )?(?:afgesproken|gevraagd|besteld)|(?:offerte"
        r"|contract|briefing|aanvraag)\b[^.!?\n]{0,120}\b(?:nu|opeens|factuur|rekening|toch|ontbreekt|hangen er)\b"
        r"|niet aan de afspra\w+|geen enkele afspraak|niets van terug|op geen stukken na|heel iets anders"
        r"|in plaats van (?:een|drie|de))\b",
    ),
    Cue(
        name="the work is faulty",
        weight=1.8,
        pattern=r"\b(?:fout(?:en)?|verkeerd\w*|kapot|stuk|werk(?:t|en) (?:\w+ ){0,2}niet"
        r"|doet het (?:\w+ )?niet|kloppen niet|klopt (?:er )?(?:niet|niets)|ontbre\w+|ontbrak|te kort"
        r"|wiebel\w*|beschadigd|breekt|brak"
        r"|lek(?:kage|t)?|onverstaanbaar|niet te (?:verstaan|vinden|gebruiken|lezen)|half af|niet getest|kras"
        r"|vergeten|afgeraffeld|spelfouten|mist|scheef)\b",
    ),
    Cue(
        name="a cost not told",
        weight=3.0,
        pattern=r"\b(?:nooit (?:iets )?(?:over )?(?:gezegd|verteld|gemeld|besproken|gesproken|akkoord)"
        r"|nergens (?:\w+ ){0,5}(?:staat|gesproken|vermeld)|niet (?:gemeld|vermeld|besproken|afgesproken)"
        r"|zonder (?:iets|het) te (?:zeggen|melden|vragen)|opeens meerwerk|voor niks|ooit een woord"
        r"|waar betaal(?:t)? )\b",
    ),
    Cue(
        name="the sum",
        weight=1.0,
        pattern=r"€ ?\d|\b\d[\d.,]* ?euro\b|\b(?:factuur|rekening|nota|meerwerk|toeslag|te duur"
        r"|voor dit bedrag|van deze prijs|in rekening)\b",
    ),
    Cue(
        name="should have been told",
        weight=3.0,
        pattern=r"\b(?:had(?:den)? (?:je|u|jullie|ik|wij|we|het)\b[^.!?\n]{0,60}\b(?:mogen|moeten"
        r"|kunnen) (?:zeggen|melden|weten|lezen|horen|vertellen)|(?:van jou|van u|van jullie) (?:had|hoor"
        r"|te horen|niet)|niet van (?:jou|u|jullie)"
        r"|waarom moet ik|ik vind (?:dat |dit |het )?[^.!?\n]{0,30}(?:niet kunnen|nogal wat|niet netjes"
        r"|niet normaal)|fijner had gevonden|had het fijn gevonden|geen excuus|kreeg(?:en)? (?:ik|we"
        r"|wij) te horen|krijg ik te horen)\b",
    ),
    Cue(
        name="expected otherwise",
        weight=2.4,
        pattern=r"\b(?:(?:had(?:den)?) (?:\w+ ){0,6}(?:verwacht|gehoopt|gerekend|voorgesteld|gedacht)"
        r"|niet verwacht|vraag me (?:toch )?af|af te vragen|neem aan dat|ga ervan uit dat|als ik het goed begrijp"
        r"|zou(?:den)? het er \w+ zijn|toch net iets|gingen er (?:dus )?van uit"
        r"|verwacht ik (?:echt )?(?:beter|meer))\b",
    ),
    Cue(name="shouting", weight=1.5, pattern=r"(?-i:\b[A-Z]{3,} [A-Z]{2,} [A-Z]{3,}\b)|[!?]{2,}"),
    Cue(
        name="(praise)",
        weight=-1.8,
        pattern=r"\b(?:bedankt|dank (?:u|je)(?: wel)?|dankjewel|prachtig|geweldig|super|perfect|top"
        r"|complimenten|heel (?:blij|tevreden)|erg blij|opgelost|verholpen|zand erover|fantastisch"
        r"|precies (?:goed|wat)|akkoord!?)\b",
    ),
    Cue(
        name="(own apology, third party, no haste)",
        weight=-3.0,
        pattern=r"\b(?:sorry (?:dat|voor)|excuus (?:dat|voor)|excuses voor|mijn (?:fout|schuld|excuses)"
        r"|aan mij|mea culpa|ik was vergeten|ik had (?:je|u) nog|geen (?:klacht\w*|haast|probleem|zorgen"
        r"|kritiek|verwijt)|niets te klagen|niet slecht"
        r"|onze (?:vorige|oude|huidige) \w+|vorige (?:bureau|aannemer|leverancier|boekhouder|fotograaf)"
        r"|concurrent\w*|verhuurder|klachten?(?:pagina|formulier|procedure|regeling)|klagen over"
        r"|ook al was ik|was ik boos|niet (?:over|aan) (?:jou|u|jullie)\b"
        r"|(?:zou|zouden) (?:je|u|jullie) (?:nog )?(?:willen|kunnen)|kun(?:t)? (?:je|u))\b",
    ),
)
