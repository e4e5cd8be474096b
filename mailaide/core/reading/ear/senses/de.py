"""German words, sense by sense, without accents; a star stands for any ending."""

from __future__ import annotations

from collections.abc import Mapping

SENSES: Mapping[str, str] = {
    "i": "ich mir mich",
    "we": "wir uns",
    "you": "du dir dich ihnen sie ihr euch",
    "third": "er ihn ihm",
    "it": "es",
    "who": "wer wen wem welche welcher welches",
    "someone": "jemand jemanden jemandem man",
    "nobody": "niemand keiner niemanden",
    "everyone": "alle alles jeder jede jedes jedem jeden allen beide beiden",
    "people": "leute mann frau herr manner frauen person dame mensch menschen madchen junge",
    "family": (
        "mutter vater sohn tochter schwester bruder familie kinder oma opa tante onkel ehemann eltern enkel "
        "freundin mama papa"
    ),
    "team": (
        "kolleg* chef chefin leiter leiterin team vorstand geschaftsfuhrung assistenz buchhaltung buro "
        "mitarbeiter* lehrling praktikant*"
    ),
    "customer": "kund* gast gaste besucher* nutzer* leser* publikum mitglied* patient* mieter* schuler*",
    "outsider": (
        "lieferant* druckerei gemeinde vermieter* nachbar* bank versicherung kurier post krankenhaus arzt "
        "elektriker klempner schule polizei gericht amt behorde ministerium finanzamt notar anwalt konkurrenz "
        "makler spedition stadt landratsamt"
    ),
    "greeting": "liebe lieber hallo hi moin gruezi servus geehrte geehrter guten morgen hey",
    "closing": "gruss gru grusse grussen freundlichen freundliche herzliche herzlich lg mfg",
    "now": "jetzt nun inzwischen mittlerweile derzeit momentan",
    "today": "heute",
    "past": "gestern vorgestern letzte letzten letzter letztes vorige vorigen fruher damals",
    "future": "ubermorgen nachste nachsten nachster kommende kommenden bald demnachst spater",
    "weekday": "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend wochenende montags freitags",
    "month": (
        "januar februar marz april mai juni juli august september oktober november dezember janner sommer winter "
        "fruhjahr herbst fruhling ostern weihnachten pfingsten"
    ),
    "unit": (
        "tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden minuten abend nacht "
        "werktage vormittag nachmittag quartal"
    ),
    "since": "seit seitdem ab",
    "before": "vor bevor vorher vorab davor",
    "after": "nach nachdem danach dann nachher hinterher",
    "until": "bis",
    "still": "noch immer weiterhin",
    "already": "schon bereits langst",
    "again": "wieder nochmal nochmals erneut wiederum",
    "times": "mal male zweimal dreimal einmal viermal funfmal mehrfach mehrmals",
    "ordinal": "erste ersten zweite zweiten dritte dritten vierte vierten funfte zigste",
    "always": "standig dauernd jedesmal stets",
    "never": "nie niemals jemals",
    "often": "oft meistens manchmal regelmassig haufig",
    "late": "spat verspat* verzog* langsam uberfallig verschoben",
    "early": "fruh eher",
    "finally": "endlich schliesslich letztlich zuletzt",
    "deadline": "frist fristen termin termine datum plan zeitplan liefertermin",
    "hurry": "dringend eilig eilt schnell sofort umgehend",
    "long": "lang lange langer ewig dauert dauerte",
    "would": "sollte sollten wurde wurden soll sollen",
    "could": "konnte konnten konnen konnt vielleicht moglicherweise",
    "can": "kann darf durfen",
    "must": "muss mussen musste mussten brauche brauchen braucht notig",
    "will": "wird werden werde wollen",
    "want": "will wollte wollten wunsche gern gerne mochte mochten",
    "hope": "hoffe hoffentlich hoffen freue",
    "expect": "erwart* dachte dachten rechne angenommen ausgegangen",
    "say": "sag sage sagt sagte sagten gesagt sagen hiess heisst",
    "tell": "erzahl* mitgeteilt melde* gemeldet bescheid mitteil* erwahn* informiert nachricht",
    "promise": "versprach* versprech* versprochen zugesagt zusage zugesichert garant*",
    "agree": "vereinbar* abgemacht abgesprochen absprache vertrag unterschrieben ausgemacht einverstanden",
    "ask": "frag* gefragt bat gebeten anfrage nachgefragt",
    "answer": "antwort* geantwortet reaktion reagiert ruckmeldung ruckruf zuruck",
    "call": "anruf* angerufen rief telefon* anrufbeantworter mailbox",
    "write": "schreib* schrieb* geschrieben mail* nachricht* brief email*",
    "send": "schick* geschickt schickte sende* gesendet gesandt zugeschickt weiterleit*",
    "receive": "bekomm* bekam erhalt* erhielt gekriegt kriege angekommen eingegangen",
    "hear": "hor* gehort horte",
    "read": "lese lesen liest las gelesen",
    "see": "seh* sieht sah gesehen schau* angesehen geguckt angeschaut",
    "notice": "merk* gemerkt entdeck* gefunden aufgefallen finde fand stellte festgestellt",
    "know": "weiss wissen wusste gewusst bekannt sicher",
    "think": "denke denkt denken glaube glauben meine scheint fuhle gefuhl eindruck",
    "understand": "versteh* verstanden verstand klar erklar* nachvollziehen",
    "remind": "erinner* wiederhol* nachhaken hinterherlaufen",
    "do": "mach* gemacht tun tut tat getan",
    "make": "bau* gebaut erstell* gestalt* produz*",
    "deliver": "liefer* geliefert abgegeben ubergeb* ubergab* abgabe",
    "finish": "fertig abgeschlossen erledigt vollendet",
    "start": "start* begin* begann begonnen eroffn* los",
    "change": "ander* geandert anderung* anpass* angepasst ersetz* tausch*",
    "fix": "reparier* repariert behoben losen gelost korrigier*",
    "check": "pruf* gepruft kontroll* test* getestet check*",
    "come": "komm* kam kamen gekommen erschien* vorbei",
    "go": "geh* ging gingen gegangen weg fahr* gefahren",
    "wait": "wart* gewartet geduld*",
    "stand": "steh* stand standen gestanden lieg* lag lagen gelegen hang* hing sitzt sass",
    "work": "funktion* lauft lief arbeit* geht",
    "try": "versuch* probier* muhe",
    "take": "nehm* nimm* nahm genommen hol* geholt bring* brachte gebracht",
    "give": "geb* gibt gab gegeben lass* liess* gelassen",
    "put": "setz* gesetzt stell* gestellt montier* installier* eingebaut",
    "use": "benutz* verwend* nutz* brauchbar gebrauch*",
    "keep": "bleib* blieb geblieben halt* hielt gehalten behalten",
    "help": "hilf* half geholfen helfen unterstutz* beratung berat*",
    "cancel": "kundig* gekundigt stornier* abgesagt stopp* beend* abbrech*",
    "decide": "entscheid* entschied* wahl* gewahlt ausgesucht option* variante*",
    "meet": "besprech* treff* getroffen sitzung meeting gesprach besuch*",
    "event": (
        "hochzeit beerdigung messe feier jubilaum ausstellung konzert auffuhrung festival kongress eroffnung "
        "geburtstag premiere fest"
    ),
    "money": "geld euro betrag summe gesamt budget franken $",
    "pay": "zahl* bezahl* bezahlt uberweis* anzahlung",
    "charge": "rechnung* berechn* verrechn* gebuhr* honorar* position posten abrechn*",
    "cost": "kost* preis* teuer* billig* gunstig",
    "quote": "angebot* kostenvoranschlag* vorschlag* offerte briefing",
    "extra": "extra zusatz* zusatzlich mehr mehraufwand zuschlag nachtrag aufpreis",
    "refund": "erstatt* gutschrift rabatt entschadig* schaden* nachlass zuruckzahl*",
    "work_text": (
        "text* artikel* ubersetz* wort* worter satz* seite* kapitel* buch* uberschrift* newsletter tippfehler* "
        "bericht* manuskript"
    ),
    "work_image": (
        "entwurf* entwurfe logo* foto* bild* bilder* zeichnung* plakat* flyer* layout farb* schrift* video* film* "
        "banner* skizze* umschlag* illustration* vorlage* folie*"
    ),
    "work_web": (
        "website* webseite* shop* app apps server* link* button* formular* login passwort* update* software "
        "plugin* datenbank* backup* code bug* domain system* portal rechner startseite"
    ),
    "work_build": (
        "kuche* bad* wand* boden* dach* tur turen fenster* garten* zaun* terrasse* hecke* baum* heizung* kessel "
        "farbe* fliese* treppe haus gebaude zimmer* garage pflanzen rasen leitung* schrank* tisch*"
    ),
    "work_other": (
        "datei* ordner* dokument* plan* version* fassung* entwurf muster* projekt* auftrag* bestellung* paket* "
        "karton* produkt* torte* kleid* musik stuck* stunde* training workshop* kurs* steuer* erklarung "
        "umsatzsteuer zahlen liste* schild* etikett* karte* einladung* unterlagen"
    ),
    "wrong": "falsch* fehler* irrtum* verkehrt* verwechsel* inkorrekt*",
    "missing": "fehl* nirgends verlor* vergess* vergass* leer*",
    "broken": (
        "kaputt defekt* gebrochen beschadig* schaden riss* undicht abgesturzt tot kratz* gescheitert offline "
        "klemmt storung*"
    ),
    "bad": (
        "schlecht* schlimm* furchtbar schrecklich miserabel hasslich* dreckig schmutzig schlampig unbrauchbar "
        "katastroph* schief unscharf ubel mies"
    ),
    "good": (
        "gut gute guter gutes prima toll* super perfekt* ausgezeichnet klasse besser* beste* hervorragend fein "
        "ordentlich spitze"
    ),
    "beautiful": "schon* wunderschon* hubsch* wunderbar* zauberhaft herrlich",
    "different": "verschied* unterschied* gegenteil abweich* vergleich*",
    "same": "gleich* selbe* dieselbe* derselbe* genau* exakt identisch",
    "old": "alt* ehemalig* veraltet ursprunglich* original*",
    "new": "neu* frisch* aktuell*",
    "right": "richtig* stimmt stimmte korrekt* wahr recht tatsachlich",
    "whole": "ganz* vollstandig* komplett* gesamt*",
    "half": "halb* teil* teilweise einige paar manche stuck",
    "more": "meisten hoher grosser uber oben",
    "less": "weniger wenigsten niedriger kleiner kurzer unter unten",
    "too": "zu so sehr echt wirklich ziemlich viel",
    "enough": "genug genugend ausreichend reicht",
    "ready_clear": "unklar vage verwirr* widerspruch*",
    "but": "aber jedoch obwohl trotzdem allerdings nur doch sondern dennoch",
    "because": "weil denn da wegen grund warum deshalb daher also wieso weshalb",
    "if": "wenn falls ob sofern",
    "instead": "statt anstatt stattdessen als wahrend gegenuber",
    "without": "ohne",
    "not": "nicht kein keine keinen keinem nich net ned",
    "nothing": "nichts nix null",
    "no": "nein ne",
    "yes": "ja jawohl okay",
    "even": "sogar bloss einfach lediglich wenigstens immerhin sowieso",
    "also": "auch und ausserdem zudem ferner dazu",
    "what": "was wie wann wo wohin",
    "according": "laut anscheinend offenbar offensichtlich scheinbar gemass",
    "angry": "wutend sauer verarger* arger* genervt stinksauer emport argerlich",
    "disappointed": "enttausch* unzufrieden schade bedauer* leider traurig* frustr* bedauerlich",
    "sorry": "entschuldig* verzeih* sorry leid pardon",
    "myfault": "schuld selbst dumm blod",
    "thank": "dank* danke merci dankbar vielen",
    "happy": "froh glucklich zufrieden begeistert freu* gefreut erleichtert",
    "love": "lieb* genoss* geniess* liebling* gefallt gefallen",
    "praise_word": "kompliment* lob* empfehl* stolz gluckwunsch* bravo wow beeindruck*",
    "surprise": "uberrasch* seltsam* komisch* lustig* merkwurdig* erstaun* wundern gewundert erschrock*",
    "laugh": "lach* gelacht witz* spass haha",
    "trust": "vertrau* geduld zuverlassig* ernst* glaub*",
    "complain": "beschwer* reklam* klag* kritik* mecker* einspruch",
    "worry": "sorge* angst furcht* nervos besorgt stress* panik*",
    "tired": "mude erschopft satt beschaftigt",
    "honest": "ehrlich* wahrheit fair unfair anstandig offen",
    "please": "bitte freundlicherweise",
    "problem": "problem* schwierig* arger muhsam",
    "explain_own": "selber eigenhandig",
    "num": "0 00 000 0000",
    "numword": (
        "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig vierzig funfzig hundert "
        "tausend"
    ),
    "be": "ist sind bin bist war waren gewesen sein geworden",
    "have": "habe hast hat haben hatte hatten gehabt hab",
    "thing": "etwas sache sachen ding kleinigkeit* bisschen",
    "name": "name namen",
    "attached": "anbei anhang beigefugt angehangt pdf kopie",
    "confirm": "bestatig* freigabe freigegeben genehmig*",
    "sick": "krank gestorben tod krankheit grippe verstorben",
    "holiday": "urlaub ferien reise* zug flug",
    "food": "kaffee tee essen mittagessen suppe trinken wein",
    "weather": "wetter regen* schnee sturm wasser wind nass",
    "talk": "sprech* sprach gesprochen reden geredet",
    "listed": "punkte anmerkungen liste folgende*",
    "happen": "passier* geschehen verursach* folge*",
    "close": "geschlossen schliess* zugesperrt",
    "rude": "unverschamt* frech* ton unprofessionell* arrogant* unmoglich lacherlich zumutung",
    "care": "egal kummer* interess* sorgfalt",
    "expectplan": "eingeplant reserv* organis*",
    "contract": "vertrag* vertrage* unterschrift* unterschreib*",
    "quoteq": "",
    "at": "am im in an auf um bei beim",
    "with": "mit zusammen",
    "about": "betrifft",
    "for": "fur zum zur",
    "from": "von vom aus",
    "my": "mein meinem meinen meiner meines",
    "our": "unser unsere unserem unseren unserer unseres",
    "your": "dein deine deinem deinen deiner euer eure eurem euren ihre ihrem ihren ihrer ihres",
    "their": "seine seinem seinen seiner",
    "this": "das dies dieser diese dieses diesem diesen",
    "there": "hier dort dabei drin",
    "colour": "rot rote roten blau blaue grun schwarz gelb grau orange rosa braun dunkel dunkle hell lila beige",
    "animal": "hund* katze* pferd* kuh kuhe schaf* ziege* vogel* huhn fisch",
    "club": "chor band stiftung kirche pfarre verein club museum theater bibliothek institut universitat abteilung",
    "vehicle": "auto bus lkw wagen parkplatz fahre fahrrad boot strasse",
    "size": "klein kleine gross grosse riesig hoch niedrig breit dick mass zentimeter meter",
    "public": "online facebook instagram google beitrag* presse zeitung zeitschrift journalist radio blog rezension",
    "learn": "lern* gelernt prufung* unterricht nachhilfe ubung* note noten",
    "law": "recht* gesetz* klausel haftung genehmigung police akte",
    "direction": "raus runter rauf durch hin her",
    "show": "zeig* gezeigt beweis* prasent* vorgestellt vorstell*",
    "buy": "kauf* gekauft verkauf* verkauft laden lager markt",
    "count": "gezahlt mess* gemessen rechne* prozent % anzahl",
    "phone_thing": "handy telefon laptop tablet bildschirm wlan drucker kamera schlussel*",
    "paper": "papier brief* stempel* mappe umschlag kiste",
    "speed_now": "sobald gleich moment",
    "role": "firma betrieb unternehmen agentur service kundendienst hotline",
    "freetime": "schlaf* geschlafen bett traum* zuhause hause",
    "person_title": "herrn dr mag prof fam",
}
