"""What a client takes back because it was settled by itself."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.resolved import resolved


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("nl", "Opgelost hoor, Jorrit heeft ze vergroot. Geniet ervan!", "Opgelost hoor, Jorrit heeft ze vergroot."),
        (
            "nl",
            "Oh wacht, laat maar, ik zie net de mail van Karin.",
            "Oh wacht, laat maar, ik zie net de mail van Karin.",
        ),
        ("nl", "Dank u, hiermee is het opgelost.", "Dank u, hiermee is het opgelost."),
        ("nl", "Dank u, het is hiermee opgelost.", "Dank u, het is hiermee opgelost."),
        ("nl", "Het hoeft niet meer.", "Het hoeft niet meer."),
        ("nl", "Het is nog niet opgelost.", ""),
        ("nl", "Laat maar weten wat je vindt.", ""),
        ("nl", "Ik wil dat dit vandaag is opgelost.", ""),
        ("nl", "Is het al opgelost?", ""),
        ("nl", "Het is opgelost, dank je.", "Het is opgelost, dank je."),
        ("en", "It works again, thanks.", "It works again, thanks."),
        ("en", "It isn't fixed.", ""),
        ("en", "Once it is fixed we can go on.", ""),
        ("de", "Es läuft wieder.", "Es läuft wieder."),
        ("de", "Hoffentlich ist es bald behoben.", ""),
        ("fr", "C'est réglé.", "C'est réglé."),
        ("es", "Ya está resuelto.", "Ya está resuelto."),
        ("en", "Never mind, found it in the footer.", "Never mind, found it in the footer."),
        ("en", "It's all sorted now.", "It's all sorted now."),
        ("en", "Please let me know once it is sorted.", ""),
        ("en", "Never mind that the logo is small, the page is late.", ""),
        ("en", "It isn't solved.", ""),
        ("de", "Damit hat sich die Sache erledigt.", "Damit hat sich die Sache erledigt."),
        ("de", "Bitte sagen Sie Bescheid, wenn das erledigt ist.", ""),
        ("de", "Das ist noch nicht geklärt.", ""),
        ("fr", "Laissez tomber, c'est réglé.", "Laissez tomber, c'est réglé."),
        ("fr", "Ce n'est pas réglé.", ""),
        ("es", "Ya lo he encontrado.", "Ya lo he encontrado."),
        ("es", "No está resuelto.", ""),
        ("sv", "Det har löst sig.", ""),
    ],
)
def test_what_has_settled_itself_is_heard(language: str, text: str, says: str) -> None:
    assert resolved(text, language=language) == says
