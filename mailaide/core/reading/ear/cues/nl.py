"""What dissatisfied, satisfied and apologising people write in Dutch and Flemish, kind by kind, in small letters."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "dissatisfied": (
        r"\b(?:teleurgesteld\w*|teleurstellend\w*|ontevreden\w*"
        r"|niet (?:echt |bepaald |helemaal |zo )?(?:blij|tevreden|te spreken|gelukkig|netjes)|onacceptabel\w*"
        r"|onaanvaardbaar|schandalig|schande|belachelijk|frustrer\w+|vervelend|ergerlijk|irritant|baal\w*"
        r"|slecht(?:e|ste)?|waardeloos|waardeloze|bedroevend|onbeschoft\w*|onprofessioneel|treurig|drama(?:tisch)?"
        r"|kan (?:zo )?niet (?:langer|zo|door)|slaat nergens op"
        r"|(?:valt|viel|vallen) \w* ?\w* ?(?:erg |nogal |flink )?tegen|jammer dat|walgelijk|nooit meer|bagger"
        r"|ronduit|beneden alle peil)\b"
    ),
    "late": (
        r"\b(?:nog (?:steeds|altijd) (?:geen|niet|niks|niets|op)|(?:reactie|antwoord|bericht) verwacht"
        r"|zou(?:den)? .{0,30}(?:klaar|af|geleverd|binnen|geregeld) zijn|je (?:zei|beloofde|hebt beloofd)"
        r"|(?:was|is|werd) (?:ons |mij )?(?:toegezegd|beloofd)"
        r"|(?:hadden|hebben) (?:toch )?(?:we |wij )?(?:toch )?afgesproken|deadline is"
        r"|(?:weken|dagen|maanden|uur|uren) (?:later|verder|wachten|bezig)|te laat|te lang|zo lang"
        r"|duurt (?:veel |erg |nu )?(?:te |zo )?lang|vertraging|uitstel(?:len)?|w[eé]{2}r uitstel"
        r"|wachten (?:al|nog)|wacht(?:en)? (?:we |ik )?(?:nog|al)|nog niet af|alweer|wederom|opnieuw"
        r"|voor de zoveelste)\b"
    ),
    "no answer": (
        r"\b(?:geen (?:reactie|antwoord|gehoor|bericht|respons)"
        r"|niets (?:meer )?(?:van )?(?:je|jullie|u|jou)? ?(?:gehoord|vernomen|mogen)"
        r"|nog niets .{0,20}(?:gehoord|vernomen|vernemen)|niet (?:terug)?gebeld"
        r"|(?:niet|nooit|geen) .{0,12}(?:gereageerd|beantwoord|teruggebeld|bereikbaar)"
        r"|niemand (?:reageert|neemt|belt|antwoordt)|reageert (?:niet|niemand)|moeilijk te bereiken|onbereikbaar"
        r"|genegeerd|achteraan|achterna"
        r"|(?:derde|vierde|vijfde|zoveelste|\d+e|tweede) (?:keer|mail|bericht|herinnering|proef)|van het kastje)\b"
    ),
    "asked several times": (
        r"\b(?:(?:tweede|derde|vierde|vijfde|zesde|zoveelste|\d{1,2}e) (?:keer|mail|bericht|herinnering|maal|poging)"
        r"|(?:twee|drie|vier|vijf|zes|\d{1,2})(?:x| ?keer| maal) (?:gemaild|gebeld|gevraagd|gestuurd"
        r"|gemeld|geappt|ingesproken)|elke keer|iedere keer|telkens|nogmaals|alweer|wéér|al een paar keer"
        r"|al eerder (?:gevraagd|gemeld|gemaild)|vroeg ik [\w ]{0,30}ook al"
        r"|heb ik (?:\w+ ){0,3}al (?:\w+ ){0,3}(?:gevraagd|gemaild|gemeld|gebeld))\b"
    ),
    "faulty work": (
        r"\b(?:niet wat we|kloppen niet|klopt (?:er )?(?:niet|niets|geen)"
        r"|(?:werkt|werken|doet|doen) (?:het )?(?:weer |dus |nog |nog steeds |helemaal )*(?:niet|niets|niks)|stuk"
        r"|kapot|fouten|spelfout\w*|fout|verkeerd\w*|slordig|afgeraffeld|rommel|ontbre\w+|onvolledig|beschadigd"
        r"|kwijt|onscherp|lijkt (?:in )?niets|storing(?:en)?|mis(?:gegaan|gaat)|puinhoop|onder de maat)\b"
    ),
    "money": (
        r"\b(?:nooit .{0,20}(?:akkoord|ingestemd|besproken|gemeld|afgesproken)"
        r"|niet .{0,12}(?:gemeld|vermeld|besproken|genoemd|akkoord)|verborgen kosten|hoger dan|(?:te|veel te) duur"
        r"|meerwerk|geld terug|terugbetal\w+|(?:niet|niks) (?:van plan )?te betalen|ga ik niet betalen"
        r"|credit(?:nota|factuur)|dubbel (?:in rekening|betaald|afgeschreven)|waar betalen|weggegooid geld"
        r"|betalen .{0,20}(?:voor niets|niks)|schrok|kosten .{0,20}(?:niet|hoog))\b"
    ),
    "consequences": (
        r"\b(?:(?<!geen )(?<!geen enkele )klacht(?:en)?|(?<!niet )(?<!niets te )klagen"
        r"|ander(?:e)? (?:bureau|partij|leverancier)|iemand anders|opzeggen"
        r"|(?:stoppen|ophouden) met|ontbinden|advocaat|juridisch\w*|rechtsbijstand|ombudsman"
        r"|vertrouwen (?:kwijt|verloren)|geen vertrouwen|geduld|serieus genomen|laatste (?:kans|waarschuwing)"
        r"|geen aanrader|niet aan te raden|afrader|blijf weg|voor schut"
        r"|zelf (?:moeten )?(?:oplossen|controleren|herschrijven))\b"
    ),
    "surprise or regret": (
        r"\b(?:eerlijk gezegd|ik wil niet (?:zeuren|lastig)|verbaast|verbaasd|verwonder\w*|helaas"
        r"|lekker (?:bezig|getest|geregeld)|fijn, |was (?:wel )?(?:fijn|netjes|handig) geweest"
        r"|had (?:toch )?(?:beter|eerder)|hadden .{0,15}meer (?:van )?verwacht|bar weinig|hoe kan dat"
        r"|niet de bedoeling)\b"
    ),
    "(praise)": (
        r"\b(?:bedankt|dank|dankjewel|fijn|perfect|uitstekend|mooi|prachtig|blij met|top|super|prima|geweldig"
        r"|tevreden over|akkoord|goed gedaan|enthousiast|aanrader|snelle?|vriendelijk\w*)\b"
    ),
    "(own fault)": (
        r"\b(?:sorry|excuus|excuses|mijn (?:fout|schuld)|onze (?:fout|schuld)|ligt (?:helemaal )?aan (?:mij|ons)"
        r"|mea culpa|dom van (?:me|mij|ons)|(?:ik|wij|we) (?:had|was|waren|ben|zijn) (?:het )?(?:\w+ )?vergeten"
        r"|vergat ik|schaam me|neem mijn woorden terug|ik had (?:je|u) nog)\b"
    ),
    "(third party)": (
        r"\b(?:(?:onze|mijn|de|die|het|hun|zijn|haar|uw|je) (?:vorige|oude|huidige|andere|eerdere) (?:\w+ )?(?:\w+)"
        r"|concurrent\w*|verhuurder|huisbaas|huurder\w*|leverancier|bezorger|koerier|postnl|gemeente"
        r"|belastingdienst|verzekeraar|verzekering|beheerder|conciërge|aannemer|schoonmoeder|buren|buurman"
        r"|buurvrouw|de bank|de trein|klachten?(?:pagina|formulier|procedure|regeling|brief)"
        r"|(?:onze|mijn|de) (?:klanten|gasten|bezoekers|lezers|leden|ouders)"
        r"|niet (?:over|aan|met|tegen) (?:jou|u|jullie)|niet jouw|jouw (?:zorg|probleem|schuld) niet)\b"
    ),
    "(no reproach)": (
        r"\b(?:geen (?:enkele |enkel )?(?:klacht\w*|haast|probleem|zorgen|kritiek|verwijt|punt)|geeft niets"
        r"|maakt niet uit|niets (?:te klagen|op aan te merken)|niet slecht|even ter info|als je tijd hebt"
        r"|is (?:verholpen|opgelost|klaar)|opgelost|doe rustig aan|ook al was ik|zand erover)\b"
    ),
}
