"""Each letter of ours, sent as it was drafted with its blanks filled, is what its duty wanted: in every language.

What the person only had to send must never be asked of them again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from builders import MONDAY_9H, TUESDAY_9H, a_client, a_fee, a_milestone, a_project, local, working_days
from scenarios.office import Office

from mailaide.core.decide import decide
from mailaide.core.mail import Role
from mailaide.core.project import Form
from mailaide.core.reading.signals import SignalKind
from mailaide.steps.recall import recall

BLANK = re.compile(r"\[\[[^\]]*\]\]")
SUNDAY, HOUR, A_WEEK = local(2026, 3, 1, 12), timedelta(hours=1), timedelta(days=7)
LANGUAGES = ("nl", "en", "de", "fr", "es")
BEGUN, ENDED = {"starts": date(2026, 3, 2)}, {"starts": date(2026, 1, 5), "ends": date(2026, 2, 27)}
SHOWN_ON = date(2026, 2, 27)
FILLED = {
    "nl": "de homepage staat vrijdag 20 maart online",
    "en": "the homepage goes online on Friday 20 March",
    "de": "die Startseite geht am Freitag, dem 20. März online",
    "fr": "la page d'accueil sera en ligne le vendredi 20 mars",
    "es": "la portada estará en línea el viernes 20 de marzo",
}
"""What the person writes in each blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the project is, what is written before its letter is wanted, by whom, and by when the letter lies there."""

    project: Mapping[str, Any] = field(default_factory=dict)
    client: Mapping[str, str] = field(default_factory=dict)
    ours: Mapping[str, str] = field(default_factory=dict)
    drafted: datetime = TUESDAY_9H


STORIES = {
    "kickoff": Story(project={**BEGUN, "milestones": (a_milestone("Homepage", date(2026, 3, 20)),)}),
    "fees": Story(project={**BEGUN, "fees": (a_fee("1450", what="Homepage"), a_fee("87.50", what="Hosting"))}),
    "status": Story(
        project={"cadence": working_days(2)},
        ours={
            "nl": "Vandaag ben ik met de homepage begonnen.",
            "en": "I started on the homepage today.",
            "de": "Heute habe ich mit der Startseite angefangen.",
            "fr": "J'ai commencé la page d'accueil aujourd'hui.",
            "es": "Hoy he empezado con la portada.",
        },
        drafted=local(2026, 3, 5, 9),
    ),
    "wrap_up": Story(
        project=ENDED,
        ours={
            "nl": "De teksten staan er nu op.",
            "en": "The texts are on it now.",
            "de": "Die Texte stehen jetzt drauf.",
            "fr": "Les textes y sont maintenant.",
            "es": "Los textos ya están puestos.",
        },
    ),
    "questions": Story(
        client={
            "nl": "Op welke dag staat de homepage online?",
            "en": "On which day does the homepage go online?",
            "de": "An welchem Tag geht die Startseite online?",
            "fr": "Quel jour la page d'accueil sera-t-elle en ligne ?",
            "es": "¿Qué día estará en línea la portada?",
        }
    ),
    "answers": Story(
        client={
            "nl": "Hier zijn de foto's van de winkel en van het team.",
            "en": "Here are the photos of the shop and of the team.",
            "de": "Hier sind die Fotos vom Laden und vom Team.",
            "fr": "Voici les photos du magasin et de l'équipe.",
            "es": "Aquí van las fotos de la tienda y del equipo.",
        },
        drafted=local(2026, 3, 5, 9),
    ),
    "complaints": Story(
        client={
            "nl": "Dit is niet wat we hadden afgesproken. Ik ben heel ontevreden over de homepage.",
            "en": "This is not what we agreed. I am very unhappy with the homepage.",
            "de": "Das ist nicht, was wir vereinbart hatten. Ich bin mit der Startseite sehr unzufrieden.",
            "fr": "Ce n'est pas ce que nous avions convenu. Je suis très mécontent de la page d'accueil.",
            "es": "Esto no es lo que acordamos. Estoy muy descontento con la portada.",
        }
    ),
    "dispute": Story(
        project={"fees": (a_fee("95", what="Extra"),)},
        client={
            "nl": "Waarom staat er € 95 op de factuur? Dat hebben we nooit afgesproken en dat betaal ik niet.",
            "en": "Why is there € 95 on the invoice? We never agreed to pay that.",
            "de": "Warum stehen 95 € auf der Rechnung? Das war nie vereinbart, das zahle ich nicht.",
            "fr": "Pourquoi y a-t-il 95 € sur la facture ? Nous n'avons jamais convenu de payer cela.",
            "es": "¿Por qué hay 95 € en la factura? Nunca acordamos pagar eso.",
        },
    ),
    "revisions": Story(
        project={"revision_rounds": 1, "milestones": (a_milestone("Sketch", SHOWN_ON, done=SHOWN_ON),)},
        client={
            "nl": "Maak het logo alsjeblieft groter en zet het menu links.",
            "en": "Please make the logo bigger and move the menu to the left.",
            "de": "Bitte machen Sie das Logo größer und setzen Sie das Menü nach links.",
            "fr": "Pouvez-vous agrandir le logo et mettre le menu à gauche ?",
            "es": "Por favor, haga el logo más grande y ponga el menú a la izquierda.",
        },
    ),
    "approvals": Story(
        ours={
            "nl": "In de bijlage de nieuwe versie van de homepage. Ben je hiermee akkoord?",
            "en": "The new version of the homepage is attached. Do you agree with it?",
            "de": "Im Anhang die neue Version der Startseite. Sind Sie damit einverstanden?",
            "fr": "Vous trouverez ci-joint la nouvelle version de la page d'accueil. Êtes-vous d'accord ?",
            "es": "Adjunto la nueva versión de la portada. ¿Está de acuerdo?",
        },
        drafted=local(2026, 3, 12, 9),
    ),
    "promises": Story(
        ours={
            "nl": "Donderdag krijg je de nieuwe versie van de homepage.",
            "en": "You will have the new version of the homepage on Thursday.",
            "de": "Am Donnerstag bekommen Sie die neue Version der Startseite.",
            "fr": "Je vous envoie la nouvelle version de la page d'accueil jeudi.",
            "es": "El jueves le envío la nueva versión de la portada.",
        },
        drafted=local(2026, 3, 5, 10),
    ),
}


def an_office(story: Story, language: str, form: Form) -> Office:
    project = a_project(client=a_client(language=language, form=form), **story.project)
    return Office(project)


def owed(office: Office, duty: str, now: datetime) -> list[str]:
    dossier = recall(office.store, office.terms.practice, "harbour")
    return [one.key for one in decide(dossier, now=now).obligations if one.duty == duty and one.draft_at <= now]


def send_the_draft(office: Office, language: str, at: datetime) -> None:
    """The only draft, with its blanks filled."""
    (place,) = office.mailbox.places(Role.DRAFTS)
    kept = office.mailbox.kept(place)
    assert kept
    message = message_from_bytes(kept.raw, policy=default)
    assert isinstance(message, EmailMessage)
    message.set_content(BLANK.sub(FILLED[language], message.get_content()))
    office.mailbox.delete(place)
    office.mailbox.deliver(Role.SENT, message.as_bytes(), at, {"\\Seen"})


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("duty", STORIES)
def test_a_letter_that_was_sent_is_asked_for_no_more(duty: str, language: str, form: Form):
    story = STORIES[duty]
    office = an_office(story, language, form)
    office.cycle(SUNDAY)
    if story.client:
        office.client_writes(story.client[language], MONDAY_9H, "<theirs@harbour.example>")
    if story.ours:
        office.we_write(story.ours[language], MONDAY_9H, "<ours@me.example>")
    office.cycle(MONDAY_9H + HOUR)
    office.cycle(story.drafted)
    before = owed(office, duty, story.drafted)

    send_the_draft(office, language, story.drafted + HOUR)
    office.cycle(story.drafted + HOUR)

    sent = recall(office.store, office.terms.practice, "harbour").entries[-1]
    assert len(before) == 1
    assert sent.signal(SignalKind.HOLDING_REPLY) is None
    assert not {*before} & {*owed(office, duty, story.drafted + A_WEEK)}, sent.reading.new_text
