"""What dissatisfied, satisfied and apologising people write in German, kind by kind, in small letters."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "dissatisfied": (
        r"\b(?:enttäusch\w*|unzufrieden\w*|nicht (?:sehr |wirklich |ganz )?(?:zufrieden|glücklich|begeistert)"
        r"|inakzeptabel|unakzeptabel|nicht akzeptabel|frechheit|unverschämt\w*|frustrier\w*|ärger\w*|schlecht\w*"
        r"|miserabel|katastroph\w*|unmöglich|unprofessionell|lächerlich|so (?:kann|geht) es nicht|mangelhaft\w*"
        r"|nie wieder|finger weg|saftladen|abzocke)\b"
    ),
    "late": (
        r"\b(?:immer noch (?:nicht|kein\w*|nichts|auf)|noch immer (?:nicht|kein\w*|nichts|auf)"
        r"|(?:letzte|vorige) woche .{0,30}(?:gerechnet|erwartet)|sollte .{0,40}(?:fertig|da|geliefert) sein"
        r"|(?:wurde|war) (?:uns |mir )?(?:versprochen|zugesagt)|hatten wir .{0,20}(?:vereinbart|abgemacht)|frist"
        r"|(?:wochen|tage|monate|stunden) (?:später|gewartet|warten)|zu spät|zu lange|so lange|verzöger\w+"
        r"|verschoben worden|vertröstet|wieder einmal|schon wieder|erneut)\b"
    ),
    "no answer": (
        r"\b(?:keine (?:antwort|rückmeldung|reaktion)|(?:niemand|keiner) (?:antwortet|reagiert|meldet|geht)"
        r"|nichts (?:mehr )?(?:von )?(?:ihnen|euch|dir)? ?gehört"
        r"|nicht (?:erreichbar|zurückgerufen|beantwortet|gemeldet)|nicht zu erreichen|ignoriert|nachgefragt"
        r"|(?:dritte|vierte|zweite|x-te)\w* (?:mail|nachricht|mal|anfrage))\b"
    ),
    "asked several times": (
        r"\b(?:(?:zweite|dritte|vierte|fünfte|x-te)\w? (?:mal|mail|nachricht|erinnerung|anruf|versuch)"
        r"|(?:zweimal|dreimal|viermal|fünfmal|mehrfach|mehrmals|\d{1,2} ?mal|\d{1,2}x)|jedes mal|schon wieder"
        r"|wieder einmal|abermals|zum wiederholten"
        r"|(?:hatte|habe) (?:ich|wir) (?:\w+ ){0,4}(?:schon|bereits) (?:\w+ ){0,4}(?:gefragt|geschrieben"
        r"|gebeten|gemeldet|angerufen))\b"
    ),
    "faulty work": (
        r"\b(?:nicht das, was|entspricht (?:überhaupt )?nicht|funktionier\w+ (?:\w+ )?(?:nicht|nichts|gar)|defekt"
        r"|kaputt|fehler\w*|falsch\w*|schlampig|unvollständig|fehl(?:t|en)|beschädigt|verloren|unbrauchbar|chaos)\b"
    ),
    "money": (
        r"\b(?:nie (?:zugestimmt|vereinbart|besprochen)|nicht (?:erwähnt|besprochen|vereinbart)|versteckte kosten"
        r"|höher als|zu teuer|geld zurück|rückerstattung|nicht (?:be)?zahlen|gutschrift"
        r"|doppelt (?:berechnet|abgebucht)|wofür (?:be)?zahl)\b"
    ),
    "consequences": (
        r"\b(?:(?<!keine )(?<!nicht )beschwer\w+"
        r"|reklamation|andere\w* (?:agentur|anbieter)|jemand anderen|kündig\w+|beenden|anwalt"
        r"|vertrauen verloren|kein vertrauen|geduld|ernst genommen|nicht zu empfehlen|letzte (?:chance|mahnung))\b"
    ),
    "surprise or regret": (
        r"\b(?:ehrlich gesagt|leider|wundert|verwundert|schade|wäre (?:schön|nett) gewesen|eigentlich hatte"
        r"|hätte(?:n)? .{0,20}erwartet|wie kann das sein)\b"
    ),
    "(praise)": (
        r"\b(?:danke|vielen dank|toll|perfekt|ausgezeichnet|schön|super|sehr zufrieden|prima|gut gemacht"
        r"|freigegeben|begeistert|empfehl\w+|freundlich\w*|kompetent\w*|schnell\w*)\b"
    ),
    "(own fault)": (
        r"\b(?:entschuldig\w*|sorry|tut mir leid|mein(?:e)? (?:fehler|schuld)|unser(?:e)? (?:fehler|schuld)"
        r"|liegt an (?:mir|uns)|habe ich vergessen|hatte ich vergessen|peinlich|verschwitzt|durchgerutscht"
        r"|nehme (?:ich )?(?:alles )?zurück)\b"
    ),
    "(third party)": (
        r"\b(?:(?:unser|mein|der|die|das|ihr|sein)\w* (?:früher|alt|vorig|bisherig|ander|ehemalig)\w* \w+"
        r"|konkurren\w+|mitbewerber|vermieter\w*|mieter\w*|lieferant\w*|paketdienst|spedition|gemeinde|bauamt"
        r"|finanzamt|versicherung|hausmeister|hausverwaltung|prüfer|schwiegermutter|nachbar\w*|die bank|der zug"
        r"|die bahn|beschwerde(?:seite|formular|stelle|brief|management)"
        r"|(?:unsere|die|meine) (?:kunden|gäste|besucher|leser|mitglieder|eltern)"
        r"|nicht (?:an|mit|über) (?:ihnen|dir|euch|sie)|nichts mit (?:ihnen|dir|euch))\b"
    ),
    "(no reproach)": (
        r"\b(?:keine (?:beschwerde\w*|eile|sorge|klagen)|kein(?:erlei)? problem|nichts zu (?:beanstanden|meckern)"
        r"|nicht schlecht|bei gelegenheit|(?:ist|hat sich) (?:gelöst|behoben|erledigt)|macht nichts|eilt nicht"
        r"|lassen sie sich zeit|nur zur info)\b"
    ),
}
