"""What a client wants done beside the work."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.errands import errand


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Approved, thank you. Please send us the invoice.", "Please send us the invoice."),
        ("en", "All fine. Send me the final bill.", "Send me the final bill."),
        ("nl", "Het was fantastisch. Stuur de rekening maar.", "Stuur de rekening maar."),
        ("nl", "Akkoord! Graag je factuur met ons kenmerk erop.", "Graag je factuur met ons kenmerk erop."),
        ("nl", "Prima zo. De factuur mag je naar Ineke sturen.", "De factuur mag je naar Ineke sturen."),
        ("de", "Die Daten sind freigegeben. Bitte senden Sie uns die Rechnung.", "Bitte senden Sie uns die Rechnung."),
        ("fr", "C'est parfait. Merci de nous envoyer la facture.", "Merci de nous envoyer la facture."),
        ("es", "Todo bien. Por favor, envíenos la factura.", "Por favor, envíenos la factura."),
    ],
)
def test_what_a_client_wants_done_is_quoted(language: str, text: str, wanted: str):
    assert errand(text, language=language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Approved, go ahead and send it to the printer."),
        ("en", "We'll send the invoice to our accountant."),
        ("en", "Please don't send anything yet."),
        ("en", "Let me know if you need anything else."),
        ("nl", "Akkoord, stuur maar naar de drukker."),
        ("nl", "Ik stuur je de factuur van de drukker nog."),
        ("nl", "Voor storingen: bel de dienstdoende installateur."),
        ("es", "Aprobado todo, mándalo a fábrica."),
    ],
)
def test_a_go_ahead_and_what_the_client_will_do_are_none(language: str, text: str):
    assert errand(text, language=language) == ""
