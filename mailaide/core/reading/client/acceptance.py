"""Where a client says yes without asking for the word: the work is what was wanted, its making may begin.

Only without a doubt or a but beside it: "not quite what we had in mind" is none, nor is "if it is what we asked for".
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

FITS: Phrases = {
    "nl": (
        r"\b(?:precies|exact|helemaal|juist) (?:dat )?wat (?:we|wij|ik) (?:\w+ ){0,3}?(?:wilden?|zocht(?:en)?"
        r"|bedoelden?|vroeg|vroegen|hoopten?|nodig had(?:den)?|voor ogen|in gedachten)\b"
    ),
    "en": (
        r"\b(?:exactly|just|precisely) (?:what|as|how) (?:we|i) (?:\w+ ){0,2}?(?:wanted|needed|hoped|asked|imagined"
        r"|meant|pictured|had in mind|(?:were|was|have been|had been) (?:looking|hoping|asking) for)\b"
    ),
    "de": (
        r"\bgenau (?:das,? was|so,? wie|wie|was) (?:wir|ich) (?:\w+ ){0,3}?(?:wollten?|brauchten?|suchten?|gesucht"
        r"|gewünscht|vorgestellt|gemeint|meinten?)\b"
    ),
    "fr": (
        r"\b(?:exactement|tout à fait|précisément) ce (?:que|qu'|dont) ?(?:nous|je|j'|on) ?(?:\w+ ){0,2}?(?:voul\w+"
        r"|cherch\w+|attend\w+|imagin\w+|souhait\w+|avi\w+ (?:besoin|en tête))\b"
    ),
    "es": (
        r"\b(?:justo|justamente|exactamente|precisamente) lo que (?:\w+ ){0,2}?(?:quer\w+|busc\w+|necesit\w+|imagin\w+"
        r"|esper\w+|pedi\w+|tenía\w* en mente)\b"
    ),
}

GO_AHEAD: Phrases = {
    "nl": (
        r"\b(?:geef|geven|verleen|verlenen|heb je|hebt u|heeft u) (?:\w+ ){0,4}?(?:goedkeuring|zegen|fiat|toestemming"
        r"|groen licht|go)\b|\bverlen?en? (?:\w+ ){0,3}?opdracht\b"
        r"|\bstem(?:men)? (?:\w+ ){0,3}?in met\b|\b(?:wij|we) instemmen met\b|\bstemmen (?:wij|we) in\b"
        r"|\b(?:mag|mogen|kan|kunnen|moogt|kunt u|mag je|kun je) (?:\w+ ){0,5}?(?:naar de (?:drukker|pers|drukkerij)"
        r"|in druk|laten drukken|eraan beginnen|de wereld in|de stad in)\b"
        r"|^(?:(?:ja|oké|ok|vooruit|prima|goed|top)[,.!]* )*(?:drukken|bouwen|zagen|printen|plaatsen|bestellen"
        r"|doen) maar\b|\bbegint? er maar aan\b|^(?:ja[,!. ]+(?:en nog eens )?){2,}|\bdit (?:wordt|is) (?:hem|'m)\b"
        r"|\bship it\b|\bsign-off\b|\b(?:van|voor) (?:mij|ons|onze kant) (?:approved|goedgekeurd)\b"
    ),
    "en": (
        r"\b(?:gives?|giving|given|have|has|granted|gets?|got|consider this)(?: you| it| me)? (?:\w+ ){0,3}?"
        r"(?:full approval|consent|blessing|thumbs up|formal approval|our go|my go|green light)\b"
        r"|\b(?:you can|you may|you(?:'re| are) (?:clear|good|free) to) (?:now )?(?:print|order|release|publish"
        r"|send it (?:off|out)|start|begin|go (?:to|ahead|live)|submit|build|cut)\b"
        r"|^(?:yes[,! ]+){2,}|\b(?:say|said|saying|voted?) yes to (?:the|your|it)\b|\block it in\b|\bship it\b"
        r"|\bconsider (?:it|this|that) (?:approved|passed|booked|signed off)\b|\b(?:go|off) to press\b"
        r"|\b(?:formally|hereby|pleased to|happy to) (?:approve|accept|confirm (?:that )?(?:\w+ ){1,6}accepted)\b"
        r"|\bacceptance granted\b|\bresolved to accept\b|\bwe(?: are|'re) agreed with your\b"
        r"|\bwould like (?:you to (?:begin|start)|to (?:take up|go with))\b"
        r"|^(?:fine|perfect|great)[.,!]* (?:print|order)\b|^(?:\w+ ){0,4}(?:approved|signed off)[.!]*$"
    ),
    "de": (
        r"\b(?:erteilen?|gebe|geben|haben|hat) (?:\w+ ){0,4}?(?:druckfreigabe|freigabe|segen|go)\b"
        r"|\b(?:geben|gebe) (?:wir|ich) (?:es|sie|ihn|das|alles) (?:\w+ )?frei\b|\bship it\b|\bimprimatur\b"
        r"|\b(?:ohne vorbehalt|damit|voll|gern) einverstanden\b|\bnehmen? (?:ich|wir) hiermit (?:\w+ ){0,6}?ab\b"
        r"|\bdürfen sie (?:\w+ ){0,5}?(?:online stellen|drucken|in den druck|in druck)\b"
        r"|\b(?:genau )?so drucken\b|\bfangen sie (?:ruhig|gern) an\b"
    ),
    "fr": (
        r"\b(?:donne|donnons|avez) (?:\w+ ){0,4}?(?:accord|feu vert|bon à tirer|bénédiction|aval)\b"
        r"|\bvous pouvez (?:lancer|imprimer|publier|commander|envoyer (?:à|chez) l'imprimeur)\b"
        r"|\b(?:a|avons|ont) (?:\w+ )?validé (?:votre|le|la)\b|\benvoie(?:z)? à l'imprimeur\b"
    ),
    "es": (
        r"\b(?:doy|damos|tiene[ns]?|tenéis) (?:\w+ ){0,3}?(?:visto bueno|aprobación|luz verde|conformidad"
        r"|bendición)\b|\b(?:ha|hemos|han) (?:\w+ )?aprobado (?:su|tu|el|la)\b|\bpublícala ya\b"
        r"|\bpuede[ns]? (?:imprimir|publicar|empezar|mandarlo a)\b"
        r"|\b(?:mándalo|mandadlo|envíalo) a (?:imprenta|imprimir|fabricar)\b"
    ),
}
"""Consent in other words than the usual ones, which `approval` knows."""

DOUBTS: Phrases = {
    "nl": (
        r"\b(?:niet|geen|bijna|nog|als|of|behalve|mits|zodra|na|pas|dan|eerst|wanneer|had|zou)\b"
        r"|\bmaar\b(?! aan)(?![.!]*$)"
    ),
    "en": (
        r"n't\b|\b(?:not|never|almost|nearly|if|whether|but|except|unless|though|hardly|once|provided|subject|until"
        r"|when|whenever|before|after|soon|otherwise|without|assuming|with (?:that|those|these)|have said)\b"
        r"|\band (?:then )?you(?:'ve| can| may)\b"
    ),
    "de": r"\b(?:nicht|kein\w*|fast|beinahe|wenn|ob|aber|außer|sobald|nach|erst|vorbehaltlich|bevor)\b",
    "fr": r"\b(?:pas|presque|si|mais|sauf|réserve|dès|quand|après|avant)\b",
    "es": r"\b(?:no|casi|si|pero|salvo|cuando|con|tras|después|antes)\b",
}


def acceptance(text: str, *, language: str) -> str:
    """The sentence of a client's newly written text that says so, or the empty string."""
    doubts = phrases(DOUBTS, language)
    ways = [way for table in (FITS, GO_AHEAD) if (way := phrases(table, language))]
    if doubts is None:
        return ""
    told = (one for one in sentences_of(text) if not one.asks and any(way.search(one.words) for way in ways))
    return next((one.text for one in told if not doubts.search(one.words)), "")
