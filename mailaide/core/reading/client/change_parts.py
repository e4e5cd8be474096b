"""The parts that wishes to alter are built of, in each language; put together in `change_frames`."""

from __future__ import annotations

WORK_NL = (
    r"\w*(?:kop|koppen|kopje|titel\w*|logo\w*|foto\w*|beeld\w*|plaatje\w*|afbeelding\w*|tekst\w*|alinea\w*|zin|zinnen"
    r"|woord\w*|regel\w*|letter\w*|kleur\w*|tint\w*|achtergrond\w*|knop\w*|menu\w*|rand\w*|marge\w*|kader\w*|lijn\w*"
    r"|pagina\w*|omslag|cover|kaart\w*|kaft|muziek\w*|stem|toon|shot\w*|scène\w*|slogan\w*|icoon|iconen|icoontje\w*"
    r"|banner\w*|blok\w*|voetnoot\w*|kolom\w*|tabel\w*|grafiek\w*|streep\w*|streepje\w*|voettekst|footer"
    r"|intro\w*|slot|versie)"
)
WORK_EN = (
    r"(?:headings?|headlines?|titles?|logos?|photos?|pictures?|images?|text|copy|paragraphs?|sentences?|words?|lines?"
    r"|fonts?|typefaces?|colou?rs?|shades?|backgrounds?|buttons?|menus?|borders?|margins?|frames?|pages?|covers?|maps?"
    r"|music|voice|tone|shots?|scenes?|slogans?|straplines?|icons?|banners?|blocks?|columns?|tables?|charts?|quotes?"
    r"|footers?|footnotes?|headers?|intros?|ending|captions?|spelling|layout|version|wording)"
)
WORK_DE = (
    r"\w*(?:überschrift\w*|titel\w*|logo\w*|foto\w*|bild\w*|text\w*|absatz|absätze|satz|sätze|wort\w*|wörter|zeile\w*"
    r"|schrift\w*|farbe\w*|farbton|hintergrund|knopf|button\w*|menü\w*|rand|ränder|rahmen|linie\w*|seite\w*|titelbild"
    r"|karte\w*|musik|stimme|ton|szene\w*|slogan\w*|icon\w*|banner\w*|block|blöcke|spalte\w*|tabelle\w*|strich"
    r"|fußzeile|variante|fassung)"
)
WORK_FR = (
    r"(?:titres?|logos?|photos?|images?|textes?|paragraphes?|phrases?|mots?|lignes?|polices?|couleurs?|teintes?|fonds?"
    r"|boutons?|menus?|bords?|bordures?|marges?|cadres?|pages?|couvertures?|cartes?|plans?|musique|voix|ton|scènes?"
    r"|slogans?|icônes?|bannières?|blocs?|colonnes?|tableaux?|traits?|pied de page|légendes?|version)"
)
WORK_ES = (
    r"(?:títulos?|titulares?|logos?|logotipos?|fotos?|imágenes|imagen|textos?|párrafos?|frases?|palabras?|líneas?"
    r"|letras?|tipografía|fuentes?|color|colores|tonos?|fondos?|botones|botón|menús?|bordes?|márgenes|margen|marcos?"
    r"|páginas?|portadas?|mapas?|música|voz|escenas?|eslogan|iconos?|banners?|bloques?|columnas?|tablas?|pie|versión)"
)

HUE_NL = r"\w*(?:groene?|rode?|rood|blauwe?|gele?|geel|witte?|zwarte?|grijze?|grijs|oranje|roze|paarse?|bruine?|beige)"
HUE_EN = r"(?:\w+ )?(?:green|red|blue|yellow|white|black|gr[ea]y|orange|pink|purple|brown|beige|navy|teal)"
HUE_DE = r"\w*(?:grüne?s?|rote?s?|blaue?s?|gelbe?s?|weiße?s?|schwarze?s?|graue?s?|orange|rosa|lila|braune?s?|beige)"
HUE_FR = r"(?:verte?s?|rouges?|bleue?s?|jaunes?|blanc\w*|noire?s?|grise?s?|orange|rose|viol\w+|brune?s?|beige)"
HUE_ES = r"(?:verdes?|roj[oa]s?|azul\w*|amarill[oa]s?|blanc[oa]s?|negr[oa]s?|gris\w*|naranja|rosa|morad[oa]|marrón)"

MORE_NL = (
    r"(?:(?:nog |toch )?(?:iets|wat|een beetje|beetje|een tikje|een tikkeltje|een stuk|veel|een tint|nog) "
    r"(?!meer\b|later\b|eerder\b|over|verder\b|ander\b|onder\b|langer duren)\w{2,}er(?:e)?|(?:iets |wat )?minder \w+)"
)
MORE_EN = (
    r"(?:(?:a (?:bit|little|touch|tad|shade|notch|lot)|slightly|somewhat|much|rather) (?:more |less )?(?!lat"
    r"|earl|soon|oth|long|ov|und|wat|nev)\w+|(?:more|less|fewer) (?!than|info|time|about|details|of)\w+)"
)
MORE_DE = (
    r"(?:(?:etwas|ein bisschen|ein wenig|deutlich|ruhig|noch|viel) (?!mehr\b|später\b|früher\b|eher\b|weiter\b"
    r"|über|der\b|hier\b|immer\b|wieder\b|aber\b|oder\b|länger dauern)\w{2,}er(?:e[srn]?)?|(?:etwas )?weniger \w+)"
)
MORE_FR = r"(?:(?:un peu |beaucoup |bien )?(?:plus|moins) (?!tard|tôt|vite|de temps|que|d'info)[\w']+)"
MORE_ES = r"(?:(?:un poco |mucho |algo )?(?:más|menos) (?!tarde|pronto|temprano|que|de|tiempo)\w+)"

AT_NL = (
    r"(?:links|rechts|linksboven|rechtsboven|linksonder|rechtsonder|bovenaan|onderaan|bovenin|onderin|ernaast|erbij"
    r"|eronder|erboven|erachter|ertussen|eromheen|omheen|bovenop|erop|eruit|eraf|weg|omlaag|omhoog|in het"
    r" midden|in (?:alfabetische|andere|omgekeerde|chronologische|een andere) volgorde|op (?:alfabet|één regel"
    r"|twee regels)|gecentreerd|vet|cursief|zonder \w+"
    r"|in (?:het )?(?:nederlands|engels|frans|duits|spaans|kleur|zwart-wit))"
)
AT_EN = (
    r"(?:(?:top|bottom) (?:left|right)|higher up|further (?:left|right|down|up)|(?:on|to|at|in) the (?:left"
    r"|right|top|bottom|middle|centre|center)|(?:left|right|top|bottom) aligned|centred"
    r"|centered|in (?:alphabetical|chronological|reverse|a different|another) order|in (?:bold|italics?|english"
    r"|dutch|french|german|spanish|colou?r|black and white)|(?:gone"
    r"|removed|moved|dropped|cut|bold)(?: \w+)?)"
)
AT_DE = (
    r"(?:links|rechts|oben|unten|mittig|zentriert|in der mitte|daneben|darunter|darüber|fett|kursiv|weg|raus|auf"
    r" (?:deutsch|englisch|französisch)|nach (?:oben|unten|links|rechts)|dazu|ohne \w+)"
)
AT_FR = r"(?:(?:à|en) (?:gauche|droite|haut|bas)|au (?:centre|milieu)|en (?:gras|italique|français|anglais|couleur))"
AT_ES = r"(?:(?:a la|en la|por la) (?:izquierda|derecha)|arriba|abajo|en (?:el )?(?:centro|medio|negrita|cursiva))"

SURE_NL = (
    r"(?:verander|vervang|schrap|verwijder|verplaats|verwissel|wissel|ruil|corrigeer|vergroot|verklein|verkort"
    r"|vereenvoudig|herschrijf|centreer|verschuif|spiegel|voeg|draai|splits|knip|kort)"
)
"""At the head of a clause these ask for an alteration whatever follows, other than a person."""
SURE_EN = (
    r"(?:add|swap|replace|remove|delete|drop|reword|rewrite|rephrase|switch|shift|spread|soften|shorten|lengthen"
    r"|trim|crop|nudge|recolou?r|darken"
    r"|lighten|brighten|enlarge|shrink|widen|narrow|centre|center|align|indent|capitali[sz]e|underline|merge|rotate"
    r"|flip|mirror|scrap|lose|insert|fix|correct|change|cut)"
)
SURE_DE = (
    r"(?:änder[en]\w*|tausch\w*|ersetz\w*|entfern\w*|streich\w*|lösch\w*|kürz\w*|verschieb\w*|korrigier\w*"
    r"|vergrößer\w*|verkleiner\w*|zentrier\w*|spiegel\w*|ergänz\w*|dreh\w*|vereinfach\w*|füge?n?)"
)
SURE_FR = (
    r"(?:chang|remplac|enlev|supprim|retir|déplac|corrig|modifi|ajout|rajout|raccourc|agrand|rédui|invers|éclairc"
    r"|fonc|recadr|centr|align|décal|permut|allong|simplifi|reformul)(?:ez|e|issez|is|sez)"
)
SURE_ES = (
    r"(?:quita|quite|quitad|cambia|cambie|cambiad|sustituye|sustituya|sustituid|elimina|elimine|eliminad|borra|borre"
    r"|borrad|corrige|corrija|corregid|mueve|mueva|moved|añade|añada|añadid|acorta|acorte|acortad|agranda|agrande"
    r"|agrandad|reduce|reduzca|reducid|centra|centre|alinea|alinee|aclara|oscurece|intercambia|recorta"
    r"|simplifica|intercambi(?:ad|e|en)|recort(?:ad|e)|baj(?:a|e|ad)|sub(?:e|a|id))"
)

NOT_ME_NL = r"(?! (?:je|jij|u|jullie|mij|me|ons|ik|we|wij|dus|niet van|van (?:mening|gedachten))\b)"
NOT_ME_EN = r"(?! (?:me|us|you|i|we|your mind|in|off|by|of|for|to)\b)"
HEAD_NL = r"(?:^|[,;:–—(] ?|\b(?:en|maar|dus|dan) )(?:(?:ook|verder|nog|wel|svp|gewoon|misschien|eventueel|dan) )*"
HEAD_EN = (
    r"(?:^|[,;:–—(] ?|\b(?:and|so|then|but) )(?:(?:also|just|please|kindly|maybe|perhaps|then|simply|i'd say|do) )*"
)
HEAD_DE = r"(?:^|[,;:–—(] ?|\b(?:und|aber|dann|also) )(?:(?:bitte|auch|noch|dann|vielleicht|einfach) )*"
HEAD_FR = r"(?:^|[,;:–—(] ?|\b(?:et|puis|mais|donc) )(?:(?:aussi|juste|svp|simplement|plutôt) )*"
HEAD_ES = r"(?:^|[,;:–—(] ?|\b(?:y|pero|luego|también) )(?:(?:además|solo|por favor,?|mejor) )*"
