"""The words of the made-up project that previews and the documentation show, in each language that letters come in.

All of it is what a freelancer or a client would write themselves; no real person or company is meant.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """What the freelancer, their configuration and their client write in one language."""

    formal_name: str
    title: str
    finished: str
    slipped: str
    ahead: str
    build: str
    half_upfront: str
    extra: str
    hour: str
    by_agreement: str
    round: str
    tax: str
    requirements: tuple[str, str]
    drawback: str
    remedies: tuple[str, str]
    next_step: str
    steps: tuple[str, str]
    waiting_for: str
    complaint: str
    questions: tuple[str, str]
    message: str
    delivery: str
    promise: str
    changes: tuple[str, str]
    dispute: str
    open_point: str
    criticism: str


SAMPLE_WORDS = {
    "nl": SampleWords(
        formal_name="mevrouw Jansen",
        title="De nieuwe website",
        finished="Eerste ontwerp",
        slipped="Teksten in de website",
        ahead="Website online",
        build="Ontwerp en bouw",
        half_upfront="de helft vooraf",
        extra="Meerwerk",
        hour="uur",
        by_agreement="alleen na overleg",
        round="Extra correctieronde",
        tax="excl. btw",
        requirements=("de teksten van alle pagina's", "het logo als vectorbestand"),
        drawback="De webshop volgt pas in het najaar.",
        remedies=("een extra correctieronde zonder kosten", "de oude homepage terugzetten"),
        next_step="Ik werk het ontwerp van de homepage uit.",
        steps=("het menu", "de homepage"),
        waiting_for="Graag hoor ik of de kleuren zo goed zijn.",
        complaint="De site is al drie dagen onbereikbaar en ik hoor niets.",
        questions=("Kan de site ook in het Engels?", "Wanneer kunnen we zelf teksten aanpassen?"),
        message="Kunnen we volgende week even bellen over de webshop?",
        delivery="Hierbij het ontwerp van de homepage.",
        promise="Vrijdag staat de nieuwe homepage klaar.",
        changes=("het logo groter", "de openingstijden bovenaan"),
        dispute="Dat meerwerk heb ik nooit goedgekeurd.",
        open_point="de Engelse vertaling",
        criticism="De eerste versie kwam een week te laat.",
    ),
    "en": SampleWords(
        formal_name="Ms Jansen",
        title="The new website",
        finished="First design",
        slipped="Texts in place",
        ahead="Website online",
        build="Design and build",
        half_upfront="half of it in advance",
        extra="Extra work",
        hour="hour",
        by_agreement="only after we have agreed on it",
        round="Extra round of revisions",
        tax="excl. VAT",
        requirements=("the texts of all pages", "the logo as a vector file"),
        drawback="The web shop follows in the autumn.",
        remedies=("an extra round of revisions at no charge", "putting the old home page back"),
        next_step="Finishing the design of the home page.",
        steps=("the menu", "the home page"),
        waiting_for="Please let me know whether the colours are right.",
        complaint="The site has been down for three days and I hear nothing.",
        questions=("Can the site be in Dutch as well?", "When can we change texts ourselves?"),
        message="Could we speak next week about the web shop?",
        delivery="Here is the design of the home page.",
        promise="The new home page will be ready on Friday.",
        changes=("the logo larger", "the opening hours at the top"),
        dispute="I never approved that extra work.",
        open_point="the Dutch translation",
        criticism="The first version came a week late.",
    ),
    "de": SampleWords(
        formal_name="Frau Jansen",
        title="Die neue Website",
        finished="Erster Entwurf",
        slipped="Texte eingepflegt",
        ahead="Website online",
        build="Entwurf und Umsetzung",
        half_upfront="die Hälfte vorab",
        extra="Mehrarbeit",
        hour="Stunde",
        by_agreement="nur nach Absprache",
        round="Zusätzliche Korrekturrunde",
        tax="zzgl. MwSt.",
        requirements=("die Texte aller Seiten", "das Logo als Vektordatei"),
        drawback="Der Webshop folgt erst im Herbst.",
        remedies=("eine zusätzliche Korrekturrunde ohne Kosten", "die alte Startseite wiederherstellen"),
        next_step="Ich arbeite den Entwurf der Startseite aus.",
        steps=("das Menü", "die Startseite"),
        waiting_for="Passen die Farben so?",
        complaint="Die Seite ist seit drei Tagen nicht erreichbar, und ich höre nichts.",
        questions=("Geht die Seite auch auf Englisch?", "Wann können wir Texte selbst ändern?"),
        message="Können wir nächste Woche kurz über den Webshop telefonieren?",
        delivery="Anbei der Entwurf der Startseite.",
        promise="Am Freitag ist die neue Startseite fertig.",
        changes=("das Logo größer", "die Öffnungszeiten nach oben"),
        dispute="Diese Mehrarbeit habe ich nie freigegeben.",
        open_point="die englische Übersetzung",
        criticism="Die erste Fassung kam eine Woche zu spät.",
    ),
    "fr": SampleWords(
        formal_name="Madame Jansen",
        title="Le nouveau site",
        finished="Première maquette",
        slipped="Intégration des textes",
        ahead="Mise en ligne",
        build="Conception et réalisation",
        half_upfront="la moitié à la commande",
        extra="Travaux supplémentaires",
        hour="heure",
        by_agreement="uniquement après accord",
        round="Série de corrections supplémentaire",
        tax="HT",
        requirements=("les textes de toutes les pages", "le logo en format vectoriel"),
        drawback="La boutique en ligne ne suivra qu'à l'automne.",
        remedies=("une série de corrections supplémentaire sans frais", "le retour à l'ancienne page d'accueil"),
        next_step="Je mets au point la maquette de la page d'accueil.",
        steps=("le menu", "la page d'accueil"),
        waiting_for="Les couleurs conviennent-elles ?",
        complaint="Le site est inaccessible depuis trois jours et je n'ai aucune nouvelle.",
        questions=("Le site peut-il aussi être en anglais ?", "Quand pourrons-nous modifier les textes ?"),
        message="Pourrions-nous nous parler la semaine prochaine de la boutique en ligne ?",
        delivery="Voici la maquette de la page d'accueil.",
        promise="La nouvelle page d'accueil sera prête vendredi.",
        changes=("le logo plus grand", "les horaires en haut"),
        dispute="Je n'ai jamais validé ces travaux supplémentaires.",
        open_point="la traduction anglaise",
        criticism="La première version est arrivée avec une semaine de retard.",
    ),
    "es": SampleWords(
        formal_name="señora Jansen",
        title="La nueva web",
        finished="Primer diseño",
        slipped="Textos en la web",
        ahead="Web en línea",
        build="Diseño y desarrollo",
        half_upfront="la mitad por adelantado",
        extra="Trabajo adicional",
        hour="hora",
        by_agreement="solo previo acuerdo",
        round="Ronda de correcciones adicional",
        tax="IVA no incluido",
        requirements=("los textos de todas las páginas", "el logotipo en formato vectorial"),
        drawback="La tienda en línea no llegará hasta el otoño.",
        remedies=("una ronda de correcciones adicional sin coste", "recuperar la portada anterior"),
        next_step="Desarrollo el diseño de la portada.",
        steps=("el menú", "la portada"),
        waiting_for="¿Están bien así los colores?",
        complaint="La web lleva tres días caída y no sé nada.",
        questions=("¿Puede estar la web también en inglés?", "¿Cuándo podremos cambiar los textos?"),
        message="¿Podemos hablar la semana que viene de la tienda en línea?",
        delivery="Aquí está el diseño de la portada.",
        promise="El viernes estará lista la nueva portada.",
        changes=("el logotipo más grande", "el horario arriba"),
        dispute="Nunca aprobé ese trabajo adicional.",
        open_point="la traducción al inglés",
        criticism="La primera versión llegó con una semana de retraso.",
    ),
}
