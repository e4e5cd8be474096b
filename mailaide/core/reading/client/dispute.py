"""A client who contests a sum, a cost item, or that something is owed, also in a friendly way.

Not: haggling before there is an agreement, a question about a bill, money asked back because work was not done.
A sentence must speak of money that was charged, and contest it; two that do it together count too.
"""

from __future__ import annotations

from mailaide.core.reading.text.spans import Phrases, phrases, sentences_of

NEAR = 2
"""Sentences between the charge and the protest against it."""

CHARGED: Phrases = {
    "nl": (
        r"\b(?:meerprijs|begroot|bovenop)\b|"
        r"\b(?:posten|items|\w*toeslag|korting)\b|"
        r"\b(?:factu\w+|gefactureerd|rekening|nota|eindafrekening|afrekening|bedrag|uren(?:staat)?|in rekening"
        r"|gerekend|rekent|rekenen|kosten|toeslag|reiskosten|voorrijkosten|meerwerk|tarief|post|regel|btw"
        r"|afgeschreven|betaald|betaal|betalen|crediteren|aanbetaling|honorarium)\b|€\s?\d|\d\s?euro"
    ),
    "en": (
        r"\b(?:budgeted|surcharge|on top)\b|"
        r"\b(?:items?|discount|\w+ fee)\b|"
        r"\b(?:invoices?|invoiced|bill|billed|billing|charge[ds]?|charging|fees?|hours|amount|total|line item"
        r"|deposit|retainer|surcharge|expenses|mileage|change orders?|extra|phase two|rate|quoted?|paid|pay|paying"
        r"|credit|vat"
        r"|owe[ds]?|refund)\b|[€£$]\s?\d|\d\s?(?:euros?|pounds|dollars|quid)"
    ),
    "de": (
        r"\baufpreis\b|"
        r"\b\w*(?:zuschlag|rabatt)\b|"
        r"\b(?:rechnung\w*|berechnet|berechnen|abgerechnet|posten|position|pauschale|stunden|betrag|kosten"
        r"|zuschlag|gebühr\w*|zahlen|bezahlen|gutschrift|honorar|mehrkosten|nachforderung)\b|\d\s?(?:euro|€"
        r"|franken|chf)|\w+pauschale"
    ),
    "fr": (
        r"\b(?:facture\w*|facturé\w*|devis|montant|frais|supplément|heures|acompte|note|honoraires|ligne|payer"
        r"|paie\w*|payé\w*|réglé|règlement|avoir|tva|tarif)\b|\d\s?(?:€|euros?|francs)"
    ),
    "es": (
        r"\bsuplemento\b|"
        r"\b(?:factura\w*|boleta|presupuesto|cotización|importe|monto|cargo|recargo|horas|anticipo|honorarios"
        r"|línea|cobr\w+|pagar|pagué|pago|abono|iva|tarifa|liquidación)\b|\d\s?(?:€|euros?|pesos)"
    ),
}

CONTESTS: Phrases = {
    "nl": (
        r"\b(?:nooit|niet) over (?:gehad|gesproken)\b|\b(?:herinner|kan) (?:ik |wij |we )?(?:me|mij|ons) niet"
        r" (?:herinneren )?dat (?:we|wij|ik)\b|\bafgesproken (?:was|waren|is)\b|\bmaar (?:we|wij) (?:spraken|hadden)\b|"
        r"\b(?:je|jij|u|jullie) (?:zei|zeiden|schreef|schreven|noemde|noemden)\b|\b(?:niet|nooit) (?:om"
        r" )?gevraagd\b|\bnooit (?:\w+ ){0,3}(?:besproken|afgesproken|gemeld|genoemd|aangekondigd)\b|\b(?:twee"
        r"|drie|twee|vier) keer zo(?:veel| hoog| duur)\b|\bniet waarom\b|"
        r"\b(?:hoger|meer|duurder) dan (?:(?:in )?(?:de|uw|je|jullie) offerte|afgesproken|begroot"
        r"|overeengekomen|verwacht)\b|\bklop(?:t|pen)\b[^.?!]{0,50}\bniet\b|\bniet kloppen\b|\b(?:erg|heel|best"
        r"|behoorlijk|nogal|flink) (?:veel|hoog|duur|fors|pittig|prijzig)\b|\b(?:ga|wil|zal) (?:ik|wij|we)"
        r" (?:\w+ ){0,3}(?:geen|niet)\b[^.?!]{0,25}\bbetalen\b|\b(?:er staat|staat er|staan er|er"
        r" staan)\b[^.?!]{0,40}\b(?:het (?:was|waren|moet|zou)|wij (?:hadden|spraken)|we (?:hadden|spraken)"
        r"|afgesproken)\b|\bniet terecht\b|\bschrikken\b|\bschrik (?:van|ervan|me)\b|\b(?:volgens|in) de"
        r" offerte\b[^.?!]{0,30}\b(?:zou"
        r"|zouden|was|stond)\b|\bmis(?:sen)? (?:ik |we |wij )?de (?:\w+ )?korting\b"
        r"|\bkorting\b[^.?!]{0,40}\b(?:ontbreekt|niet (?:verwerkt|terug))|\b(?:zat|zaten|zit|zitten) er (?:toch"
        r" |al |gewoon )?bij\b|\bhoren? er niet (?:op|bij|in)\b|\bwaren? (?:er )?(?:\S+ )?(?:begroot|geoffreerd)\b|"
        r"\bkan(?:.{1,30})geen (?:extra|meerwerk) zijn\b|\b(?:stond|staat|zat|zit) (?:toch |gewoon )?in (?:de|het"
        r"|uw|je|jullie) (?:offerte|contract|prijs|pakket|opdracht\w*|abonnement)\b|\bnieuwe (?:factuur"
        r"|rekening) van\b"
        r"|\bgraag (?:een )?(?:nieuwe|aangepaste|gecorrigeerde) (?:factuur|rekening|nota)\b|\b(?:dat|dit"
        r"|die) (?:betaal|maak) ik (?:dus |zo )?niet (?:over)?|\bniet van plan\b|\bmaal zo (?:hoog|veel|duur)\b"
        r"|\bterwijl (?:we|ik|wij|je|u)\b[^.?!]{0,40}\b(?:afgesproken|offerte|vast)|"
        r"\b(?:niet (?:afgesproken|besproken|gemeld|genoemd|vermeld|akkoord|overeengekomen|verteld|aangekondigd"
        r"|in (?:de|je|uw) offerte|van plan (?:om )?te betalen|betalen)|nooit (?:afgesproken|besproken|gemeld"
        r"|genoemd|verteld|gezegd|om gevraagd|akkoord\w*|is [^.?!]{0,20}(?:verteld|gemeld))|ons nooit"
        r"|nergens"
        r"|hadden [^.?!]{0,40}afgesproken|was(?: toch)? (?:inbegrepen|inclusief|vast)"
        r"|zou(?:den)? [^.?!]{0,30}(?:inbegrepen|inclusief)|inbegrepen|te (?:veel|hoog)|veel te (?:veel|hoog|duur)"
        r"|klopt (?:volgens mij |dus |ook |echt )?niet|geschrokken|schrok|dubbel|twee keer (?:betaald|gerekend"
        r"|in rekening)|ga (?:ik )?[^.?!]{0,30}niet betalen|betaal (?:ik )?[^.?!]{0,20}niet|(?:houd"
        r"|houden) [^.?!]{0,20}\b(?:aan|in)\b"
        r"|voor (?:een ander|niks|niets)|betaal (?:ik )?het afgesproken|weiger|betwist\w*|bezwaar|onterecht"
        r"|oplichterij|chantage|achteraf|crediteren|terwijl er|had je wel even|zonder iets te zeggen|verzinnen"
        r"|zoals afgesproken|specificatie|hoe kom(?:t|en)? (?:je|u|jullie) (?:aan|bij)|slaat nergens op"
        r"|onverklaarbaar|afzetterij|aan de hoge kant|meer dan (?:afgesproken|de offerte|begroot)|wordt (?:niet"
        r"|nooit) betaald)\b"
    ),
    "en": (
        r"\bnever (?:talked|spoke|spoken) about\b|\b(?:don't|do not|can't|cannot) (?:recall|remember) (?:agreeing"
        r"|discussing|ordering|asking)\b|"
        r"\byou (?:said|quoted|wrote|promised) [^.?!]{0,30}\b(?:inclusive|included|all[- ]in|\d)|\b(?:didn't"
        r"|did not|never) ask(?:ed)? for\b|\b(?:twice|double|three times) (?:as much|the (?:amount|price"
        r"|quote))\b|\bdon't understand why\b|"
        r"\b(?:higher|more) than (?:(?:in )?(?:the|your|our) (?:quote|estimate|offer)|agreed|(?:we|you)"
        r" (?:agreed|quoted))\b|\b(?:we|you) (?:had )?agreed (?:on |to )?(?:only )?[£€$]?\d|\b(?:don't|do not)"
        r" (?:think|believe)\b[^.?!]{0,60}\b(?:right|correct|in order)\b|\b(?:looks?|seems?|is) (?:very |rather"
        r" |a bit |quite |far too )?(?:steep|excessive|way off)\b|\b(?:billed|charged|invoiced) (?:us |me"
        r" )?for\b[^.?!]{0,60}\b(?:already|never|didn't|ourselves)\b|\b(?:that|it|this) was included\b"
        r"|\b(?:charg|bill|invoic)\w+\b[^.?!]{0,15}\b(?:twice|double)\b|\b(?:isn't|is not|aren't|not)"
        r" justified\b|\bunjustified\b|\bshock(?:ed|ing)?\b|\btaken aback\b|\bit says\b[^.?!]{0,40}\b(?:it was"
        r"|should be|we (?:agreed|had|said))\b|\bshould (?:be|have been) [£€$]?\d"
        r"|\bdiscount\b[^.?!]{0,40}\b(?:missing|not (?:applied|there))\b|\bshouldn't be on (?:it|there)\b"
        r"|\b(?:the )?budget said\b|"
        r"\b(?:can|could|should) be an? (?:extra|add-?on)\b|\b(?:item|part|line) (?:\w+ )?(?:on|of"
        r"|in) the (?:statement of work|sow|contract|quote|agreement)\b|\bthere is no phase\b|\binclusive of\b"
        r"|\bincluded'"
        r"|\b(?:reissue|re-issue|corrected invoice|revised invoice)\b|\buntil i (?:said|signed) yes\b"
        r"|\bnothing to (?:do|charge)\b|\bshows? (?:only )?\d+ hours\b|\bwhat precisely\b|\bnot what (?:we"
        r"|i) (?:agreed|signed)\b|\bwhat we signed\b|\btwice the\b|\bwhy (?:am i|are we) (?:being )?(?:charged"
        r"|billed|paying)\b|"
        r"\bwas (?:on|in) (?:our|the|your) (?:list|quote|brief|offer)\b|\bnot minded to pay\b|"
        r"\b(?:never (?:once )?(?:mentioned|agreed|discussed|told|signed|asked|approved|said)|(?:not|wasn't"
        r"|weren't|isn't) (?:agreed|mentioned|discussed|in the (?:quote|contract|estimate)|part of|what (?:we"
        r"|was) agreed|told|happy to pay|prepared to pay|going to pay|paying|willing to pay|what you quoted)"
        r"|nobody (?:told|mentioned)|no (?:mention|one told)|(?:won't|will not|refuse to|not) (?:be )?pay(?:ing)?"
        r"|(?:quote|quoted|agreed|contract|terms|estimate|said|proposal)[^.?!]{0,30}\b(?:was|were|said|say|says"
        r"|a fixed|fixed)\b|over-?charged?|double[- ]charged?|charged (?:us |me )?twice|too (?:much|high"
        r"|many hours)|take it off|take (?:that|this|the \w+) off|knock (?:it|that) off|dispute|disputing"
        r"|query(?:ing)?|reject(?:ing)?|should(?:n't)? (?:have )?(?:be |been )?(?:charged|included|free|billed"
        r"|get it back)|(?:was|were|is) (?:supposed to be )?(?:included|free)|by mistake|typing mistake|typo"
        r"|instead of the|rather than the|according to|do(?:es)?n't (?:match|add up|agree)|(?:i|we) make it"
        r"|more than (?:we|the quote|quoted|agreed)|original (?:drawings|quote|scope|estimate)|out of the blue"
        r"|first (?:i've|we've) heard|rip-?off|we didn't ask|didn't order|steep|daylight robbery|cannot be right"
        r"|can't be right|don't owe|get it back|extortion\w*)\b"
    ),
    "de": (
        r"\bnie (?:\w+ ){0,3}(?:besprochen|vereinbart|erwähnt|gesprochen)\b|\bsie sagten\b|\bdoppelt so\b|"
        r"\b(?:höher|mehr) als (?:das angebot|im angebot|vereinbart|besprochen|veranschlagt)\b|\bstimm(?:t"
        r"|en)\b[^.?!]{0,30}\bnicht\b|\bnie (?:bestellt|beauftragt|verlangt)\b|\bnicht (?:gerechtfertigt"
        r"|berechtigt)\b|\b(?:sehr|recht|ziemlich|ganz schön) (?:hoch|teuer|viel)\b|\b(?:hatten|haben) (?:wir"
        r" )?(?:\w+ ){0,3}vereinbart\b|"
        r"\b(?:überweise ich (?:so )?nicht|zahle keinen|unverschämt|zurückzuweisen|weise [^.?!]{0,20}zurück"
        r"|widerspreche|stolzer preis|kein wort|neue rechnung|niemand hat (?:mir|uns)|einmalig|zurückgeben lassen"
        r"|streichen|branchenüblich|doppelt so (?:hoch|viel))\b|"
        r"\b(?:nicht (?:vereinbart|besprochen|erwähnt|abgesprochen|im angebot|bestellt|zahlen|bezahlen"
        r"|nachvollzieh\w*)|nie (?:vereinbart|besprochen|erwähnt|die rede)|weder|nirgends|im angebot (?:stand"
        r"|steht|waren|hieß)|vereinbart (?:war|waren)|keine weiteren kosten|zu (?:hoch|viel|teuer)|doppelt"
        r"|stornierung|storno|korrigierte rechnung|bestreite\w*|widerspr\w+|zahle (?:ich )?nicht|zahlen wir nicht"
        r"|pauschalpreis|festpreis|inklusive|inbegriffen|abzocke|nachträglich|erschrocken|gewundert"
        r"|statt der vereinbarten|mehr als vereinbart|kann nicht stimmen|stimmt nicht)\b"
    ),
    "fr": (
        r"\bjamais (?:\w+ ){0,3}(?:évoqué|parlé|demandé|convenu)\w*|\bdeux fois (?:plus|le)\b|"
        r"\bplus (?:élevée?|chère?|cher) que (?:le devis|prévu|convenu)|\b(?:nous avions|on avait|vous aviez)"
        r" (?:convenu|dit|prévu|parlé)\b|\b(?:pas|guère) (?:justifiée?|correcte?|exacte?)\b|\bjamais demandé\b"
        r"|\bne correspond pas\b|\bconvenu de\b|"
        r"\b(?:ne signerons pas|prix convenu|objet même|déjà (?:compris|inclus|payé)\w*|était (?:prévu|convenu)"
        r"|je ne comprends pas (?:cette|ce|ces))\b|"
        r"\b(?:jamais (?:parlé|mentionné|évoqué|convenu|accepté|signé|été question)|pas (?:prévu|convenu|mentionné"
        r"|annoncé|au devis|dans le devis|normal|accepté|d'accord)|(?:n'a|n'ont) (?:jamais|pas) été|nulle part"
        r"|était (?:compris|inclus|gratuit)\w*|forfait|conteste\w*|contester|trop (?:élevé|cher)|deux fois"
        r"|refus\w+|ne (?:paierai|paierons|réglerai|réglerons)|au lieu de|erreur|surprise|annuler cette ligne"
        r"|sans prévenir|abus\w*|tout compris|portait sur|rectificative)\b"
    ),
    "es": (
        r"\bnunca (?:se )?(?:nos )?(?:coment|acord|dij|habl)\w+\b|\bel doble\b|"
        r"\bmás (?:alt[oa]|car[oa]) que (?:el presupuesto|lo acordado|lo hablado)|\b(?:habíamos|habíais)"
        r" (?:acordado|quedado|dicho|hablado|presupuestado)\b|\bno (?:procede|cuadra|coincide|es correct[oa])\b"
        r"|\bnunca (?:pedimos|pedí|encargamos|se pidió)\b|"
        r"\b(?:nadie (?:me |nos )?(?:había )?(?:mencion\w+|dijo|avis\w+)|nunca (?:se )?(?:habl\w+|mencion\w+"
        r"|acord\w+|acept\w+|dij\w+)|no (?:estaba|figura|aparece|se (?:habló|mencionó|acordó)|lo habíamos"
        r"|vamos a (?:pagar|autorizar)|pienso pagar|corresponde)|cerrado|incluid[oa]|abuso|excesiv\w+|demasiado"
        r"|dos veces|doble|sin esa línea|sin avisar|quiere cobrar|cobrar aparte|en su propia|decía|decía que"
        r"|tercera parte|de dónde sale|anul\w+|rechaz\w+|no estoy de acuerdo|robo|error)\b"
    ),
}

BEFORE: Phrases = {
    "nl": (
        r"\b(?:offerte|voorstel|prijsopgave)\b[^.?!]{0,80}\b(?:tekenen|hoger dan|boven|lager|richting"
        r"|andere partij\w*)|\bvóór we tekenen\b|\bintern niet verkocht\b|\bzie je kans\b|\bbudget\b"
    ),
    "en": (
        r"\b(?:come down|any (?:room|wiggle|flexibility|movement)|land (?:nearer|closer)|meet (?:me"
        r"|us) (?:in the middle|halfway)|other quotes|cheaper elsewhere|your quote is|bit over (?:our )?budget"
        r"|before (?:we|i) sign|how much would)\b"
    ),
    "de": (
        r"\b(?:preislich|entgegenkommen|nachlass|rabatt|anderes angebot|bevor wir (?:unterschreiben|beauftragen)"
        r"|spielraum)\b"
    ),
    "fr": r"\b(?:un geste|remise|autre devis|avant de signer|revoir (?:le|votre) (?:prix|devis))\b",
    "es": r"\b(?:rebaja|descuento|otro presupuesto|antes de firmar|ajustar el precio)\b",
}
"""Talk of price before there is an agreement."""


OTHERS: Phrases = {
    "nl": (
        r"\b(?:wij|we) (?:rekenden|factureerden|berekenden)\b|\b(?:hem|haar|hen) (?:\w+ ){0,2}in rekening\b"
        r"|\b(?:hij|zij|ze) (?:had|hadden) (?:\w+ )?(?:niet|nooit)\b"
    ),
    "en": (
        r"\bwe (?:over)?(?:charged|billed)\b|\b(?:charged|billed) (?:him|her|them)\b|\b(?:he|she|they)"
        r" (?:had(?:n't| not| never)|never)"
        r" agreed\b"
    ),
    "de": r"\b(?:er|sie) (?:hatte|hatten) (?:\w+ )?(?:nicht|nie) vereinbart\b|\bwir haben (?:ihm|ihr|ihnen)"
    r" (?:\w+ )?berechnet\b",
    "fr": r"\bnous (?:leur|lui) avons facturé\b",
    "es": r"\b(?:le|les) cobramos\b",
}
"""What others were charged."""


def price_dispute(text: str, *, language: str) -> str:
    """The sentence that contests what is charged, verbatim, or the empty string."""
    charged, contests, before, others = (phrases(table, language) for table in (CHARGED, CONTESTS, BEFORE, OTHERS))
    if charged is None or contests is None:
        return ""
    charge = protest = None
    candidate = ""
    for place, sentence in enumerate(sentences_of(text)):
        if before and before.search(sentence.words):
            return ""
        if others and others.search(sentence.words):
            continue
        of_money, against = charged.search(sentence.words), contests.search(sentence.words)
        if of_money:
            charge = place
        if against:
            protest = place
        together = charge is not None and protest is not None and abs(charge - protest) < NEAR
        if not candidate and together and (of_money or against):
            candidate = sentence.text
    return candidate
