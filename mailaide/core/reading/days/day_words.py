"""The words for days in each language, read by `due`. All in small letters."""

from __future__ import annotations

import re

WEEKDAYS: dict[str, int] = {
    name: day
    for names in (
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
    )
    for day, name in enumerate(names.split())
} | {"sonnabend": 5, "tues": 1, "thur": 3, "thurs": 3}

WEEKDAYS_OF: dict[str, str] = {
    "nl": r"(?:maan|dins|woens|donder|vrij|zater|zon)dag",
    "en": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|thu(?:rs?)?|mon|wed|fri)",
    "de": r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)",
    "fr": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
    "es": r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)",
}

PART_OF_DAY: dict[str, str] = {
    "nl": r"(?:ochtend|middag|avond|nacht)?(?: aanstaande)?",
    "de": r"(?:früh|morgen|mittag|nachmittag|abend)?",
}
LAST_BEFORE = r"\b(?:afgelopen|vorige|last|letzten?|el pasado)\s$"
LAST_AFTER = r" (?:jl|last|vorige week|dernier|pasado)\b"
"""Around a weekday that has been."""

DAY_OF_NEXT_WEEK: dict[str, str] = {
    "nl": (
        rf"\b(?:volgende|komende) week (?:op )?({WEEKDAYS_OF['nl']})"
        rf"|\b({WEEKDAYS_OF['nl']})\w* (?:van |in )?(?:volgende|komende) week\b"
    ),
    "en": (rf"\bnext week,? (?:on )?({WEEKDAYS_OF['en']})\b|\b({WEEKDAYS_OF['en']}) (?:of )?next week\b"),
    "de": (
        rf"\b(?:nächste|kommende)[rn]? woche (?:am )?({WEEKDAYS_OF['de']})\b"
        rf"|\b({WEEKDAYS_OF['de']}) (?:(?:in )?der )?(?:nächste|kommende)[rn]? woche\b"
    ),
    "fr": rf"\b({WEEKDAYS_OF['fr']}) de la semaine prochaine\b",
    "es": rf"\b({WEEKDAYS_OF['es']}) de la (?:semana que viene|próxima semana)\b",
}

A_WEEK_ON: dict[str, str] = {
    "nl": (
        rf"\b(?P<day>{WEEKDAYS_OF['nl']}|vandaag|morgen)\w* over (?P<n>een|1|twee|2|drie|3|veertien|14) (?:week"
        rf"|weken|dagen)\b"
    ),
    "en": (
        rf"\b(?P<n>a|one|two|three|[123]) (?:weeks?|(?P<two>fortnights?)) (?:from|on|after|tomorrow|today) ?"
        rf"(?P<day>{WEEKDAYS_OF['en']}|today|tomorrow|now)?\b"
        rf"|\b(?P<day2>{WEEKDAYS_OF['en']}|today|tomorrow) (?:week|(?P<two2>fortnight))\b"
        rf"|\b(?P<day3>{WEEKDAYS_OF['en']}) in (?P<n3>a|one|two|three|[123]) weeks?\b"
    ),
    "de": (
        rf"\b(?P<day>{WEEKDAYS_OF['de']}|heute|morgen) in (?P<n>einer|1|zwei|2|drei|3|vierzehn|14|acht)"
        rf" (?:wochen?|tagen)\b"
    ),
    "fr": (
        rf"\b(?P<day>{WEEKDAYS_OF['fr']}|aujourd'hui|demain) (?:en|dans) (?P<n>huit|quinze|une|deux|trois)"
        rf"(?: jours| semaines?)?\b"
    ),
    "es": (
        rf"\b(?P<day>{WEEKDAYS_OF['es']}|hoy|mañana) (?:en|dentro de) (?P<n>ocho|quince|una|dos|tres)(?: días|"
        rf" semanas?)?\b"
    ),
}
"""A week or more after a named day: "Monday week", "maandag over een week", "lundi en huit"."""

TODAY_IS = frozenset(("today", "now", "vandaag", "heute", "aujourd'hui", "hoy"))
TOMORROW_IS = frozenset(("tomorrow", "morgen", "demain", "mañana"))
WEEKS: dict[str, int] = {
    "twee": 2, "2": 2, "two": 2, "zwei": 2, "deux": 2, "dos": 2, "veertien": 2, "14": 2, "vierzehn": 2, "quinze": 2,
    "quince": 2, "drie": 3, "3": 3, "three": 3, "drei": 3, "trois": 3, "tres": 3,
}  # fmt: skip
"""In weeks; what is not named is one ("huit jours", "acht Tage")."""

EITHER: dict[str, str] = {
    language: rf"\b(?P<one>{days})\w* (?:{joined}) (?P<other>{days})\b"
    for (language, days), joined in zip(
        WEEKDAYS_OF.items(),
        (
            "of|en|tot|t/m|tot en met|dan wel",
            "or|and|to|through|till|until",
            "oder|und|bis",
            "ou|et|à|au",
            "o|y|a|al",
        ),
        strict=True,
    )
}
"""Two weekdays in one breath: the later one counts."""

AFTER_NEXT: dict[str, str] = {
    "nl": r"\b(?:(?P<part>begin|eind\w*|midden|halverwege)\b (?:van )?(?:in )?(?:de )?)?\bweek na (?:de"
    r" )?(?:volgende|komende)(?:"
    r" week)?\b",
    "en": r"\b(?:(?P<part>early|(?:start|beginning|middle|end) of|late|mid)\b (?:in )?(?:the )?)?\bweek after next\b",
    "de": r"\b(?P<part>anfang |ende |mitte )?(?:der )?übernächste[rn]? woche\b",
    "fr": r"\b(?P<part>(?:début|fin|milieu) de )?(?:la )?semaine (?:d')?après la (?:semaine )?prochaine\b",
    "es": r"\b(?P<part>(?:principios|finales|mediados) de )?(?:la )?semana (?:después|siguiente) (?:de|a) la"
    r" próxima\b",
}
WEEK_NUMBER = (
    r"\b(?P<part>begin|eind|midden|early|end of|start of|anfang|ende|mitte|début|fin)?(?: van| de| of)? ?"
    r"(?<!per )(?<!pro )(?<!par )(?<!por )(?<!a )(?:week|wk|kw|kalenderwoche|semaine|semana)"
    r" ?(?P<n>[1-5]?\d)\b(?!\d|[.,:/-]\d| (?:of the|van het|van de"
    r"|van ons))"
)
"""ISO week 13, of any language."""

WEEK_OF = (
    r"\b(?:week|woche|semaine|semana) (?:van|of|commencing|beginning|starting|vom|ab|du|del|die begint op)"
    r"(?: (?:the|de|el|le|dem))?(?: \w+(?:day|dag|tag|di|es))?,? (?:the |de )?$"
)
"""Before a date: that week, of which Friday is the last day."""

MONTHS: dict[str, int] = {
    name: month
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for month, name in enumerate(names.split(), start=1)
} | {"mar": 3, "oct": 10, "sept": 9, "jänner": 1, "dez": 12}

MONTHS_OF: dict[str, str] = {
    "nl": (
        r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt"
        r"|apr|jun|jul|aug|sept?|okt|nov|dec)"
    ),
    "en": (
        r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr"
        r"|jun|jul|aug|sept?|oct|nov|dec)"
    ),
    "de": (
        r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr"
        r"|aug|sept?|okt|nov|dez)"
    ),
    "fr": r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
    "es": r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
}

NUMBERS: dict[str, int] = {
    name: number
    for names in (
        "een twee drie vier vijf zes zeven acht negen tien",
        "one two three four five six seven eight nine ten",
        "ein zwei drei vier fünf sechs sieben acht neun zehn",
        "un deux trois quatre cinq six sept huit neuf dix",
        "un dos tres cuatro cinco seis siete ocho nueve diez",
    )
    for number, name in enumerate(names.split(), start=1)
} | {
    "a": 1, "an": 1, "één": 1, "a couple of": 2, "couple of": 2, "eine": 1, "einer": 1, "einem": 1, "eines": 1,
    "une": 1, "una": 1,
    "paar": 3, "enkele": 3, "few": 3, "a few": 3, "fourteen": 14, "veertien": 14, "quinze": 14, "quince": 14,
    "elf": 11, "twaalf": 12, "twelve": 12, "zwölf": 12, "vierzehn": 14, "catorce": 14, "a couple": 2,
}  # fmt: skip
"""Days too: "quinze jours" and "quince días" are two weeks."""

ORDINALS: dict[str, int] = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "first": 1,
    "second": 2,
    "third": 3,
    "last": -1,
    "laatste": -1,
}

BEFORE: dict[str, str] = {
    "nl": r"(?:voor|vóór)",
    "en": r"before",
    "de": r"vor",
    "fr": r"avant",
    "es": r"antes (?:de|del)",
}
AFTER_BEFORE: dict[str, str] = {
    "nl": r"(?:de |het |a\.s\. |aanstaande |komende )?",
    "en": r"(?:the |next |this |coming )?",
    "de": r"(?:dem |der |nächstem |kommendem )?",
    "fr": r"(?:le |la |ce )?",
    "es": r"(?:el |la |este |l )?",
}

TODAY: dict[str, str] = {
    "nl": (
        r"\b(?:vandaag|deze (?:middag|ochtend|avond)|vanavond|vanmiddag|vanochtend|vannacht|straks|zo meteen"
        r"|zometeen|in de loop van de (?:dag"
        r"|middag|avond)|(?:aan |voor |op )?(?:het )?eind(?:e)? van (?:de|deze) (?:dag|middag|ochtend)|binnen"
        r" (?:het|een) uur|over een (?:uur|kwartier|half uur|uurtje))\b"
    ),
    "en": (
        r"\b(?:today|tonight|this (?:afternoon|evening|morning)|right after|straight after|later on|in (?:an hour"
        r"|a (?:minute|moment|bit|few minutes))|within the hour|end of (?:play|(?:the |my )?day|business)|close"
        r" of (?:play|business)|eod|cob)\b"
    ),
    "de": r"\b(?:heute|nachher|gleich|in einer stunde|(?:zum |bis )?feierabend|(?:bis )?(?:ende des tages"
    r"|tagesende))\b",
    "fr": r"\b(?:aujourd'hui|ce soir|cet après-midi|ce matin|tout à l'heure|dans l'heure|(?:en )?fin de (?:la"
    r" )?journée|dans la journée)\b",
    "es": r"\b(?:hoy|esta (?:tarde|noche|mañana)|en una hora|luego|(?:al )?final del día|a última hora)\b",
}
TOMORROW: dict[str, str] = {
    "nl": r"\bmorgen(?:ochtend|middag|avond|vroeg)?\b",
    "en": r"\b(?:tomorrow|tmrw|tomo)\b",
    "de": r"\bmorgen\b",
    "fr": r"\bdemain\b",
    "es": r"(?<!esta )(?<!la )\bmañana\b",
}
DAY_AFTER: dict[str, str] = {
    "nl": r"\bovermorgen\b",
    "en": r"\b(?:(?:the )?day after tomorrow|after tomorrow)\b",
    "de": r"\bübermorgen\b",
    "fr": r"\baprès-demain\b",
    "es": r"\bpasado mañana\b",
}
CLOCK: dict[str, str] = {
    "nl": (
        r"\b(?:voor|om|rond|tegen|vanaf|uiterlijk) (?:half |kwart (?:voor|over) )?(?:\d{1,2}(?:[.:]\d\d)? ?uur"
        r"|vijven|zessen|elven|zessen|zevenen|achten|negenen|tienen|twaalven|vieren|drieën|tweeën|half \w+"
        r"|\d{1,2}[.:]\d\d)"
    ),
    "en": (
        r"\b(?:at|by|before|around|till|until) (?:about )?(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock"
        r"|sharp)|\d{1,2}[.:]\d\d|noon|midday|midnight|lunch(?:time)?|half \w+"
        r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:\w+ )?(?:weeks?|days?|hours?))"
    ),
    "de": r"\b(?:um|gegen|bis|vor) \d{1,2}(?:[.:]\d\d)? ?uhr",
    "fr": r"\b(?:à|vers|avant) (?:\d{1,2} ?h(?:eures?)?(?:\d\d)?|midi)",
    "es": r"\b(?:a las|antes de las|sobre las) \d{1,2}",
}
THIS_WEEK: dict[str, str] = {
    "nl": (
        r"\b(?:(?:(?:aan )?het |op het )?(?:eind|einde) van (?:de|deze) week|eind(?:e)? (?:deze|van de) week"
        r"|deze week|nog deze week)\b"
    ),
    "en": r"\b(?:(?:the )?end of (?:the|this) week|this week|within the week|week's end)\b",
    "de": r"\b(?:ende (?:der|dieser) woche|diese woche|dieser woche)\b",
    "fr": r"\b(?:(?:la )?fin de (?:la|cette) semaine|en fin de semaine|cette semaine)\b",
    "es": r"\b(?:(?:el )?(?:final|finales|fin) de (?:la|esta) semana|esta semana)\b",
}
NEXT_WEEK: dict[str, str] = {
    "nl": (
        r"\b(?P<part>begin |eind(?:e)? |midden |halverwege |(?:het |aan het )?eind(?:e)? van "
        r"|(?:het )?begin van )?(?:de )?(?:volgende|komende) week\b"
    ),
    "en": (
        r"\b(?P<part>(?:the )?(?:early|start of|beginning of|end of|late|middle of|mid) )?(?:the )?(?:next"
        r"|following|coming) week\b"
    ),
    "de": r"\b(?P<part>anfang |ende |mitte )?(?:der )?(?:nächste[rn]?|kommende[rn]?) woche\b",
    "fr": r"\b(?P<part>(?:le )?(?:début|fin|milieu) de )?(?:la )?semaine prochaine\b",
    "es": r"\b(?P<part>(?:a )?(?:principios|finales|mediados) de )?(?:la )?(?:semana que viene|próxima semana)\b",
}
WEEKEND: dict[str, str] = {
    "nl": r"\b(?:het |dit |komend )?weekend\b",
    "en": r"\b(?:the |this )?(?:weekend)\b",
    "de": r"\bwochenende\b",
    "fr": r"\b(?:ce |le )?week-?end\b",
    "es": r"\bfin de semana\b",
}
THIS_MONTH: dict[str, str] = {
    "nl": r"\b(?:eind(?:e)? (?:van )?(?:de|deze) maand|het eind(?:e)? van de maand|deze maand)\b",
    "en": r"\b(?:(?:the )?end of (?:the|this) month|this month|month[- ]end)\b",
    "de": r"\b(?:ende (?:des|dieses) monats|monatsende|diesen monat)\b",
    "fr": r"\b(?:(?:la )?fin du mois|fin de mois|ce mois-ci)\b",
    "es": r"\b(?:(?:a )?(?:fin|finales) de(?: este)? mes|este mes)\b",
}
NEXT_MONTH: dict[str, str] = {
    "nl": r"\b(?:(?P<part>begin|half|halverwege|midden|eind\w*) (?:van )?)?(?:de )?(?:volgende|komende) maand\b",
    "en": r"\b(?:(?P<part>early|start of|beginning of|mid|middle of|late|end of) )?next month\b",
    "de": r"\b(?:(?P<part>anfang|mitte|ende) )?(?:des )?nächsten monats?\b",
    "fr": r"\b(?:(?P<part>début|milieu|fin) (?:du )?)?(?:le )?mois prochain\b",
    "es": r"\b(?:(?P<part>principios|mediados|finales) del? )?(?:el )?(?:mes que viene|próximo mes)\b",
}
_UP_TO_14 = "|".join(sorted((re.escape(name) for name in NUMBERS), key=len, reverse=True))

SPAN: dict[str, str] = {
    "nl": (
        rf"\b(?:binnen|over|in|uiterlijk na|geef (?:me|mij|ons))(?: de)?(?: komende)? (?P<n>\d{{1,2}}"
        rf"|{_UP_TO_14})(?: à \w+)?"
        r" (?P<unit>werkdag(?:en)?|dag(?:en)?|we?eken|week|uur|maand(?:en)?)\b"
    ),
    "en": (
        rf"\b(?:within|in|inside|over|give (?:me|us)|after(?= \w+ [\w ]{{2,14}} at the latest))(?: the next)?"
        rf" (?P<n>\d{{1,2}}|{_UP_TO_14})(?: more)?"
        r" (?P<unit>working days?|business days?|days?|weeks?|hours?|months?|fortnight)\b"
    ),
    "de": (
        rf"\b(?:innerhalb(?: von)?|binnen|in|spätestens nach|geben sie mir)(?: den nächsten)? (?P<n>\d{{1,2}}"
        rf"|{_UP_TO_14})"
        r" (?P<unit>werktagen?|arbeitstagen?|tag(?:en|es)?|wochen?|stunden?|monat(?:en|es)?)\b"
    ),
    "fr": (
        rf"\b(?:sous|dans(?: les)?|d'ici|en|donnez-moi) (?:(?P<n>\d{{1,2}}|{_UP_TO_14})"
        r" (?P<unit>jours ouvr(?:és|ables)|jours?|semaines?|h\b|heures?|mois)\b|(?P<alone>quinzaine|huitaine)\b)"
    ),
    "es": (
        rf"\b(?:en(?: un plazo de)?|dentro de|dame|deme) (?P<n>\d{{1,2}}|{_UP_TO_14})"
        r" (?P<unit>días (?:hábiles|laborables)|días?|semanas?|horas?|mes(?:es)?)\b"
    ),
}

ANY: dict[str, str] = {
    "nl": (
        r"\d|dag|vandaag|morgen|week|weken|maand|vanavond|vanmiddag|vanochtend|vannacht|straks|zo ?meteen|uur"
        r"|kerst|pasen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
        r"|\b\w+en\b"
    ),
    "en": (
        r"\d|day|tomorrow|tonight|week|month|hour|afternoon|evening|morning|after|later|minute|moment|christmas"
        r"|easter|noon|midday|lunch|fortnight|january|february|march|april|may|june|july|august|september|october"
        r"|november|december|cob|eod|in a bit|end of play|midnight|business"
    ),
    "de": (
        r"\d|tag\b|tage|\bkw|feierabend|mittwoch|morgen|woche|monat|heute|nachher|gleich|stunde|abend|weihnacht"
        r"|ostern|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    ),
    "fr": (
        r"\d|di\b|dimanche|demain|week|huitaine|quinzaine|semaine|mois|jour|soir|matin|après-midi|heure|midi"
        r"|noël|pâques|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    ),
    "es": (
        r"\d|día|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|hoy|semana|mes(?:es)?\b|hora|tarde"
        r"|noche|luego|hora"
        r"|navidad|pascua|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    ),
}
"""What words that name a day have in them: the others are not looked at."""

DAY_OF_MONTH: dict[str, str] = {
    "nl": (
        r"\b(?:op |tot |t/m |voor |uiterlijk |vanaf )?de (\d{1,2})(?:e|ste|de)\b"
        r"(?! (?:keer|versie|ronde|mail|verdieping))"
    ),
    "en": r"(?:\b(?:on|by|until|till|before|for|to)|day,?) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|version|round))",
    "de": r"\b(?:am|bis zum|zum|dem) (\d{1,2})\.(?!\d)",
    "fr": r"\b(?:le|au) (\d{1,2})\b(?! (?:rue|ans|pages|h|€))",
    "es": r"\b(?:el(?: día)?|al) (\d{1,2})\b(?! (?:por|%|de la))",
}
"""A number with an article: the next day of a month that has it."""
