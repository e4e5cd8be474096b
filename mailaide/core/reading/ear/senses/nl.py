"""Dutch and Flemish words, sense by sense, without accents; a star stands for any ending."""

from __future__ import annotations

from collections.abc import Mapping

SENSES: Mapping[str, str] = {
    "i": "ik mij me",
    "we": "wij we ons",
    "you": "jij je u jullie ge gij jou",
    "third": "hij hem hen ze zij haar",
    "it": "het 't",
    "who": "wie wiens welke",
    "someone": "iemand",
    "nobody": "niemand geeneen",
    "everyone": "iedereen allemaal alle allen elke elk ieder iedere beide allebei",
    "people": "mensen man vrouw mannen vrouwen persoon dame heer meneer mevrouw jongen meisje lui",
    "family": (
        "moeder vader zoon dochter zus zuster broer gezin familie kinderen kind oma opa tante oom echtgenoot "
        "schoonmoeder ouders kleinkinderen partner vriendin"
    ),
    "team": (
        "collega* baas chef directeur directrice directie team bestuur voorzitter secretaris penningmeester "
        "boekhouder kantoor medewerker* stagiair*"
    ),
    "customer": "klant* gast gasten bezoeker* gebruiker* lezer* publiek leden lid patient* huurder* leerling* student*",
    "outsider": (
        "leverancier* drukker drukkerij gemeente verhuurder buren buurman buurvrouw bank verzekeraar verzekering "
        "koerier postnl ziekenhuis dokter elektricien loodgieter aannemer cateraar school politie rechter overheid "
        "ministerie belastingdienst inspecteur notaris advocaat concurrent* makelaar subsidie* waterschap "
        "provincie"
    ),
    "greeting": "beste dag hallo hoi hey geachte lieve goedemorgen goedemiddag goedendag goeiemorgen ha",
    "closing": "groet groeten groetjes gr vriendelijke hartelijke mvg liefs hoogachtend",
    "now": "nu inmiddels intussen ondertussen momenteel thans",
    "today": "vandaag vanmorgen vanochtend vanmiddag vanavond",
    "past": "gisteren eergisteren geleden vorige vorig afgelopen eerder destijds toen",
    "future": "morgen overmorgen volgende komende aanstaande straks binnenkort later",
    "weekday": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend maandagochtend vrijdagmiddag",
    "month": (
        "januari februari maart april mei juni juli augustus september oktober november december zomer winter "
        "voorjaar najaar lente herfst kerst pasen"
    ),
    "unit": (
        "dagen week weken maand maanden jaar jaren uur uren minuten minuut ochtend avond nacht kwartier kwartaal "
        "werkdagen"
    ),
    "since": "sinds sedert vanaf",
    "before": "voor voordat vooraf tevoren",
    "after": "na nadat daarna vervolgens achteraf",
    "until": "tot totdat",
    "still": "nog steeds nogal alsnog",
    "already": "al reeds allang",
    "again": "weer opnieuw wederom nogmaals alweer",
    "times": "keer keren maal tweemaal driemaal eenmaal malen",
    "ordinal": "eerste tweede derde vierde vijfde zesde zoveelste",
    "always": "altijd voortdurend telkens constant",
    "never": "nooit ooit",
    "often": "vaak meestal soms regelmatig",
    "late": "laat vertrag* traag uitgesteld uitstel verzet",
    "early": "vroeg vroeger",
    "finally": "eindelijk uiteindelijk tenslotte",
    "deadline": "deadline* datum data termijn planning afspraak levertijd opleverdatum",
    "hurry": "dringend spoed haast zsm snel meteen direct onmiddellijk",
    "long": "lang lange langer eeuwig duurt duurde",
    "would": "zou zouden hoorde behoorde zoude",
    "could": "kon konden kunt kun mocht wellicht misschien",
    "can": "kan kunnen mag mogen",
    "must": "moet moeten moest moesten hoef hoeven hoeft nodig",
    "will": "zal zullen zult gaan gaat ga",
    "want": "wil willen wilde wilden wens liever graag wou",
    "hope": "hoop hopelijk hopen verheug",
    "expect": "verwacht* dacht dachten rekende reken aangenomen",
    "say": "zeg zegt zei zeiden gezegd zeggen",
    "tell": "vertel* verteld vertelde gemeld meld* meegedeeld bericht gehoord genoemd noemde mededeling",
    "promise": "beloof* beloofd* beloven toegezegd toezegging garant* verzekerd",
    "agree": "afgesproken afspraken overeengekomen overeenkomst contract getekend akkoord goedgekeurd",
    "ask": "vraag vragen vroegen gevraagd verzoek benieuwd",
    "answer": "antwoord* beantwoord* reactie* reageer* gereageerd terugkoppeling terug teruggebeld",
    "call": "bel belt belde belden gebeld bellen telefoon* voicemail*",
    "write": "schrijf* schreef geschreven mail* mailt mailde gemaild bericht* brief appje app appte geappt",
    "send": "stuur* stuurt stuurde gestuurd sturen opgestuurd doorgestuurd verstuur* verstuurd toegestuurd",
    "receive": "ontvang* kreeg kregen gekregen krijg krijgen krijgt binnen aangekomen",
    "hear": "hoor hoort hoorden horen luister* vernam vernomen",
    "read": "lees leest las gelezen lezen nalezen",
    "see": "zie ziet zag zagen gezien zien kijk* keek gekeken bekeken",
    "notice": "merk* merkte vond vonden gevonden ontdek* opgevallen opviel viel bleek blijkt",
    "know": "weet weten wist wisten geweten bekend zeker",
    "think": "denk denkt denken vind vindt vinden geloof lijkt leek voel gevoel indruk",
    "understand": "begrijp* begreep begrepen snap snapt duidelijk uitleg* uitgelegd",
    "remind": "herinner* herhaal* achteraan",
    "do": "doe doet deed deden gedaan doen",
    "make": "maak* maakt gemaakt maakte bouw* gebouwd opgesteld",
    "deliver": "lever* geleverd oplever* opgeleverd bezorg* overhandigd aangeleverd",
    "finish": "klaar af afgerond voltooid gereed afmaken",
    "start": "start* begin* begon begonnen lancering opening open",
    "change": "wijzig* verander* aanpass* aangepast pas gewijzigd vervang* verplaats*",
    "fix": "herstel* repareer* gerepareerd opgelost oplossen verbeter*",
    "check": "controle* controleer* test* getest nakijken nagekeken check* proef*",
    "come": "kom komt kwam kwamen gekomen komen langs verscheen verschenen",
    "go": "ging gingen gegaan weg vertrok",
    "wait": "wacht* wachten gewacht geduld",
    "stand": "sta staat stond stonden gestaan staan lig* ligt lag lagen gelegen hang* hing zit zat zaten",
    "work": "werk* werkte functioneer* loopt liep",
    "try": "probeer* geprobeerd probeerde poging* moeite",
    "take": "neem* neemt nam namen genomen haal* haalde gehaald breng* bracht gebracht opgehaald",
    "give": "geef geeft gaf gaven gegeven geven laten liet",
    "put": "zet zetten gezet geplaatst plaats* gemonteerd geinstalleerd",
    "use": "gebruik* gebruikt bruikbaar",
    "keep": "blijf* blijft bleef gebleven houd* hield gehouden",
    "help": "help* hielp geholpen hulp steun* advies adviseer*",
    "cancel": "annuleer* opzeg* opgezegd stop* beeindig* afgezegd afgelast",
    "decide": "besl* besluit* kies* koos gekozen keuze optie* voorkeur",
    "meet": "vergader* overleg* bespreking gesprek bezoek* ontmoet*",
    "event": (
        "bruiloft uitvaart beurs feest jubileum tentoonstelling concert voorstelling festival congres verjaardag "
        "premiere"
    ),
    "money": "geld euro bedrag som totaal budget $",
    "pay": "betaal* betaald overgemaakt voldaan aanbetaling",
    "charge": "factuur* facturen gefactureerd rekening rekent berekend tarief post nota declar*",
    "cost": "kost* kosten prijs* duur* goedkoop*",
    "quote": "offerte* begroting* voorstel* aanbod raming briefing",
    "extra": "extra meerwerk bijkomend* aanvullend toeslag bovenop meer",
    "refund": "terugbetaal* creditnota korting vergoed* schade* teruggave crediteer* retour",
    "work_text": (
        "tekst* artikel* vertaling* woord* zin* pagina* hoofdstuk* boek* bijschrift* kop* nieuwsbrief* spelling "
        "typefout* tikfout* rapport* verslag* manuscript vertaald"
    ),
    "work_image": (
        "ontwerp* logo* foto* beeld* plaatje* tekening* poster* flyer* folder opmaak kleur* lettertype* video* "
        "film* banner* schets* omslag* illustratie* sjabloon* dia*"
    ),
    "work_web": (
        "website* site* webshop* apps server* link* knop* formulier* inlog* wachtwoord* update* software plugin* "
        "database* backup* code bug* domein systeem portaal laptop computer*"
    ),
    "work_build": (
        "keuken* badkamer* muur* muren vloer* dak* deur* raam ramen tuin* hek* schutting* terras* heg* boom bomen "
        "verwarming ketel verf* geverfd tegel* trap huis gebouw kamer kamers garage planten gazon leiding* kraan "
        "kast* tafel*"
    ),
    "work_other": (
        "bestand* map document* plan* versie* concept* project* klus opdracht* bestelling* pakket* doos* product* "
        "taart* jurk* muziek nummer* les lessen training* workshop* cursus belasting* aangifte btw cijfers lijst* "
        "bord* etiket* kaart* uitnodiging* stukken"
    ),
    "wrong": "fout* verkeerd* onjuist* vergissing* vergist mis omgewisseld",
    "missing": "ontbreek* ontbrak* mist miste missen kwijt nergens verloren vergeten vergat leeg ontbrekende",
    "broken": (
        "kapot stuk breekt brak gebroken beschadig* schade scheur* lek* vastgelopen plat kras* mislukt faalt "
        "offline defect storing*"
    ),
    "bad": (
        "slecht* vreselijk waardeloos erger ergst lelijk vies rommel* slordig onbruikbaar ramp scheef wazig dof "
        "beroerd belabberd matig"
    ),
    "good": "goed goede prima leuk uitstekend perfect top oke super fantastisch geweldig beter fijn mooi keurig netjes",
    "beautiful": "mooi* prachtig* schitterend leuk* knap schattig",
    "different": "ander* anders afwijk* verschil* tegenovergesteld vergeleken",
    "same": "zelfde dezelfde hetzelfde gelijk precies exact identiek",
    "old": "oud oude ouwe voormalig verouderd oorspronkelijk* origineel",
    "new": "nieuw* vers laatste",
    "right": "juist* correct klopt klopte waar inderdaad kloppend terecht",
    "whole": "heel hele geheel volledig* compleet",
    "half": "half halve deel delen gedeeltelijk sommige paar enkele stukje",
    "more": "meest hoger groter boven over",
    "less": "minder minst lager kleiner korter onder",
    "too": "te zo erg zeer veel echt behoorlijk",
    "enough": "genoeg voldoende",
    "ready_clear": "onduidelijk vaag verwarr* tegenstrijdig",
    "but": "maar echter hoewel toch alleen ofschoon niettemin evenwel",
    "because": "omdat want doordat wegens reden waarom daarom dus vanwege",
    "if": "als indien of tenzij mits",
    "instead": "plaats dan terwijl tegenover",
    "without": "zonder buiten",
    "not": "niet nie geen",
    "nothing": "niets niks nul",
    "no": "nee neen",
    "yes": "ja jawel jep",
    "even": "zelfs gewoon slechts enkel tenminste",
    "also": "ook en bovendien daarnaast tevens verder",
    "what": "wat hoe wanneer",
    "according": "volgens blijkbaar kennelijk schijnbaar",
    "angry": "boos kwaad woedend geirriteerd ergernis erger* pissig verontwaardigd balen",
    "disappointed": "teleurgesteld teleurstell* ontevreden spijt* jammer helaas verdriet* treurig gefrustreerd frustr*",
    "sorry": "sorry excuus excuses verontschuldig* vergeef*",
    "myfault": "schuld eigen dom stom onhandig zelf",
    "thank": "dank* bedankt dankjewel merci dankbaar waardeer*",
    "happy": "blij* gelukkig tevreden verheugd enthousiast opgelucht dolblij",
    "love": "hou* geniet* genoten lievelings* favoriet* dol gek",
    "praise_word": "compliment* aanbevelen trots gefeliciteerd complimenten bravo wauw indruk* petje",
    "surprise": "verbaas* verbaasd verbazing vreemd raar grappig opmerkelijk schrok verrass* merkwaardig",
    "laugh": "lach* gelachen grap* lol haha glimlach*",
    "trust": "vertrouw* betrouwbaar serieus geloof*",
    "complain": "klacht* klaag* klagen geklaagd bezwaar* protest* kritiek mopper*",
    "worry": "zorgen bang vrees* nerveus bezorgd stress* paniek",
    "tired": "moe uitgeput beu druk bezig",
    "honest": "eerlijk* oprecht waarheid* fair oneerlijk",
    "please": "alsjeblieft alstublieft aub svp gelieve",
    "problem": "probleem problemen gedoe lastig* moeilijk* toestand ellende",
    "explain_own": "zelve eigenhandig",
    "num": "0 0e 0de 0ste 00 000 0000",
    "numword": (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend"
    ),
    "be": "is zijn ben bent was waren geweest wordt worden werd werden",
    "have": "heb hebt heeft hebben had hadden gehad",
    "thing": "ding dingen iets zaak zaken beetje",
    "name": "naam heet heten",
    "attached": "bijlage bijgevoegd bijgaand hierbij pdf kopie",
    "confirm": "bevestig* groen goedkeur*",
    "sick": "ziek overleden dood griep ziekte gestorven",
    "holiday": "vakantie vrij reis* trein vliegtuig",
    "food": "koffie thee eten lunch soep drinken menu wijn",
    "weather": "regen* sneeuw storm water wind nat",
    "talk": "praat praten gepraat spreek spreken sprak gesproken besproken",
    "listed": "punten opmerkingen lijst",
    "happen": "gebeur* gebeurd veroorzaak* gevolg*",
    "close": "dicht gesloten sluit* afgesloten",
    "rude": "onbeleefd brutaal toon schreeuw* onprofessioneel arrogant onaanvaardbaar belachelijk schandalig",
    "care": "aandacht belang* uit",
    "expectplan": "inplan* reserve* regel* geregeld",
    "contract": "contract* onderteken* tekenen handtekening bestek",
    "quoteq": "",
    "at": "op in bij aan om",
    "with": "met samen mee",
    "about": "omtrent betreft",
    "for": "tegen",
    "from": "van vanuit",
    "my": "mijn m'n mijne mezelf mijzelf",
    "our": "onze onszelf",
    "your": "jouw uw uwe uzelf jezelf",
    "their": "hun hunne zichzelf",
    "this": "dit dat deze die",
    "there": "er daar hier",
    "colour": (
        "rood rode blauw blauwe wit witte zwart zwarte geel gele grijs grijze oranje roze bruin donker donkere "
        "licht paars beige"
    ),
    "animal": "hond* kat katten poes paard* koe koeien schaap geit* vogel* kip kippen vis",
    "club": (
        "koor band stichting kerk parochie vereniging club museum theater bibliotheek universiteit afdeling vve fonds"
    ),
    "vehicle": "auto bus busje vrachtwagen parkeer* rij reed gereden fiets boot",
    "size": "klein kleine groot grote enorm hoog laag breed dik maat cm meter centimeter*",
    "public": "online facebook instagram google berichtje krant tijdschrift journalist radio blog recensie pers",
    "learn": "leer* geleerd examen* studie oefen* cijfer",
    "law": "recht* wet juridisch clausule aansprakelijk* vergunning polis claim dossier",
    "direction": "neer door voorbij heen eruit",
    "show": "toon* toonde getoond blijk* bewijs* presentatie",
    "buy": "koop* kocht gekocht verkoop* verkocht winkel voorraad markt aankoop",
    "count": "tel telde geteld meet gemeten reken* cijfer* procent % aantal optel*",
    "phone_thing": "telefoon mobiel* tablet scherm wifi printer camera sleutel*",
    "paper": "papier brief* stempel* envelop pakje* doos",
    "speed_now": "zodra moment",
    "role": "bedrijf firma bureau dienst klantenservice helpdesk",
    "freetime": "slaap* geslapen bed droom* thuis",
    "person_title": "mr mevr mw dhr dr drs mijnheer",
}
