"""What to write instead of what `wording` flags, by language and flaw."""

from __future__ import annotations

BETTER: dict[str, dict[str, str]] = {
    "nl": {
        "overpromise": (
            'Schrijf wat u doet en wat de kans is: "Ik heb … getest; mocht het toch misgaan, dan los ik het kosteloos'
            ' op."'
        ),
        "blame": 'Noem het feit en de oplossing, niet de persoon: "De … kwam op … binnen; daardoor wordt het nu …"',
        "silence as consent": (
            'Vraag om een ja: "Laat u voor vrijdag weten of dit akkoord is? Tot die tijd wacht ik met de volgende'
            ' stap."'
        ),
        "empty disclaimer": 'Laat het weg, of noem de ene voorwaarde die telt: "Deze prijs geldt tot …"',
    },
    "en": {
        "overpromise": (
            'Say what you do and how likely it is: "I have tested …; if it still goes wrong, I put it right at no'
            ' charge."'
        ),
        "blame": 'Name the fact and the way out, not the person: "The … came in on …, so the new date is …"',
        "silence as consent": (
            'Ask for a yes: "Could you tell me by Friday whether this is approved? Until then I wait with the next'
            ' step."'
        ),
        "empty disclaimer": 'Leave it out, or name the one condition that counts: "This price holds until …"',
    },
    "de": {
        "overpromise": (
            "Schreiben Sie, was Sie tun und wie sicher es ist: „Ich habe … getestet; sollte es doch haken,"
            " bessere ich"
            " kostenlos nach.“"
        ),
        "blame": "Nennen Sie die Sache und den Weg, nicht die Person: „… kam am … an, der neue Termin ist daher …“",
        "silence as consent": "Bitten Sie um ein Ja: „Ist das freigegeben? Bis zu Ihrer Antwort warte ich.“",
        "empty disclaimer": "Weglassen, oder die eine Bedingung nennen, die zählt: „Dieser Preis gilt bis …“",
    },
    "fr": {
        "overpromise": (
            "Dites ce que vous faites et ce qui est probable : « J'ai testé … ; si un souci apparaît, je le corrige"
            " sans frais. »"
        ),
        "blame": "Nommez le fait et la suite, pas la personne : « … est arrivé le …, la nouvelle date est donc … »",
        "silence as consent": (
            "Demandez un oui : « Pouvez-vous me dire d'ici vendredi si c'est validé ? J'attends votre réponse pour"
            " continuer. »"
        ),
        "empty disclaimer": "Supprimez-la, ou nommez la condition qui compte : « Ce prix est valable jusqu'au … »",
    },
    "es": {
        "overpromise": "Diga qué hace y qué es probable: «He probado …; si aun así falla, lo corrijo sin coste.»",
        "blame": "Nombre el hecho y la salida, no a la persona: «… llegó el …, así que la nueva fecha es …»",
        "silence as consent": "Pida un sí: «¿Me dice antes del viernes si queda aprobado? Hasta entonces espero.»",
        "empty disclaimer": "Quítelo, o nombre la única condición que cuenta: «Este precio vale hasta …»",
    },
}
