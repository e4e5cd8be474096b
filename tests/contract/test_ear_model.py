"""The trained file that comes with the program: whole, small, quick, and sensible about sentences it never read."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from mailaide.adapters.ear_model import FILE, FORMAT, built_in, parse
from mailaide.adapters.model_file import DamagedModelError, header
from mailaide.core.reading.ear.cues import LANGUAGES
from train.fingerprint import fingerprint

DATA = (files("mailaide.adapters") / FILE).read_bytes()
RECORD = json.loads((Path(__file__).parents[2] / "train" / "figures.json").read_text("utf-8"))
TWO_MIB = 2 * 1024 * 1024
QUICK = 0.060
"""Seconds to load the model and compile the cues, on an idle machine."""

TIMED = """
import time
from mailaide.adapters.ear_model import built_in
started = time.process_time()
ear = built_in()
for language in ("nl", "en", "de", "fr", "es"):
    ear.hear("x y", language=language)
print(time.process_time() - started)
"""
COMPLAINTS = [
    ("nl", "Je zou dinsdag de tekeningen sturen. Het is nu vrijdag en ik heb nog steeds niets gezien."),
    ("nl", "Dit is al de derde keer dat ik hierover mail en ik krijg geen antwoord."),
    ("en", "You told me the samples would be here on Monday. It is Thursday and nobody picks up the phone."),
    ("en", "The invoice is four hundred more than the quote and nobody ever mentioned that to us."),
    ("de", "Seit zwei Wochen warte ich auf Ihre Antwort, und der Entwurf ist immer noch nicht da."),
    ("fr", "Cela fait deux semaines que j'attends votre réponse et personne ne me rappelle."),
    ("es", "Llevo dos semanas esperando su respuesta y nadie me contesta."),
]
OTHERS = [
    ("nl", "Ziet er mooi uit, dank je wel! Kun je me de factuur nog sturen?"),
    ("nl", "Zullen we dinsdag om tien uur afspreken op kantoor?"),
    ("en", "Lovely work, thank you. Could you send me the invoice?"),
    ("en", "Shall we meet at ten on Tuesday in the office?"),
    ("de", "Sieht toll aus, vielen Dank! Können Sie mir noch die Rechnung schicken?"),
    ("fr", "C'est très beau, merci beaucoup ! Pouvez-vous m'envoyer la facture ?"),
    ("es", "Ha quedado muy bien, muchas gracias. ¿Me puede enviar la factura?"),
]


def test_the_file_is_the_one_that_was_judged() -> None:
    assert sha256(DATA).hexdigest() == RECORD["sha256"]
    assert len(DATA) == RECORD["bytes"] <= TWO_MIB
    assert header(DATA)["texts"] == RECORD["texts"]
    assert set(header(DATA)["languages"]) == set(LANGUAGES)


def test_the_file_was_trained_on_the_features_of_today() -> None:
    """Fails: the code that makes the features, or `train/mails`, has changed since. Then: ./run train"""
    assert header(DATA)["features"] == fingerprint()


@pytest.mark.parametrize("spoilt", [DATA[:-1], DATA + b"x", DATA.replace(b'"format": %d' % FORMAT, b'"format": 0')])
def test_a_damaged_file_is_refused(spoilt: bytes) -> None:
    with pytest.raises(DamagedModelError):
        parse(spoilt)


def test_model_and_cues_are_loaded_quickly() -> None:
    times = [
        float(subprocess.run([sys.executable, "-c", TIMED], check=True, capture_output=True).stdout) for _ in "123"
    ]

    assert min(times) < 3 * QUICK  # a loaded machine is slower; `./run bench reading` holds it to QUICK


@pytest.mark.parametrize(("language", "text"), COMPLAINTS)
def test_fresh_complaints_are_heard(language: str, text: str) -> None:
    heard = built_in().hear(text, language=language)

    assert heard is not None
    assert heard.score > 0.5
    assert heard.sentence in text


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_fresh_friendly_mail_is_not_heard_as_a_complaint(language: str, text: str) -> None:
    heard = built_in().hear(text, language=language)

    assert heard is not None
    assert heard.score < 0.3
