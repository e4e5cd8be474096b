"""What the person is told beside alerts, word for word, in both languages: questions, no room, drafts of theirs."""

from __future__ import annotations

import pytest
from contract.letter_values import DUE, PROJECT, a_conversation, an_alert, told

from mailaide.core.letter import Rendered
from mailaide.core.mail import Address
from mailaide.core.obligation import Change
from mailaide.core.parts import PARTS


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "nl",
            Rendered(
                subject="Bij welk project hoort een mail van Klaas Hofstee?",
                text="""\
Dag Saskia,

Dit bericht kan bij meer dan één project horen:

- “Vraag over de kaart” van Klaas Hofstee <k@hofstee.example>, ontvangen op vrijdag 23 januari 2026
  Mogelijk: Website haven [HAVEN] (map mailaide/harbour), Folder haven (map mailaide/harbour)

Zolang dat niet duidelijk is, komt er geen concept voor dit gesprek. Verplaats een mail ervan naar de map van het \
project (maak die map als hij er nog niet is), of zet in het onderwerp van je antwoord het kenmerk van het project \
tussen vierkante haken. Vanaf dan hoort het gesprek bij dat project.

mailaide
""",
            ),
        ),
        (
            "en",
            Rendered(
                subject="Which project does a mail from Klaas Hofstee belong to?",
                text="""\
Hello Saskia,

This message may belong to more than one project:

- “Vraag over de kaart” from Klaas Hofstee <k@hofstee.example>, received on Friday 23 January 2026
  Perhaps: Website haven [HAVEN] (folder mailaide/harbour), Folder haven (folder mailaide/harbour)

Until that is clear, no draft is written for this conversation. Move a mail of it to the folder of the \
project (make that folder if it is not there yet), or put the project's tag in square brackets in the subject of your \
answer. From then on the conversation belongs to that project.

mailaide
""",
            ),
        ),
    ],
)
def test_a_question_in_full(language: str, notice: Rendered) -> None:
    assert told("question", {"items": (a_conversation(),)}, language) == notice


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "nl",
            Rendered(
                subject="Je mailbox studio had geen ruimte meer",
                text="""\
Dag Saskia,

Op vrijdag 23 januari 2026 om 14:00 had je mailserver geen ruimte meer voor deze berichten:

- een concept over “Website haven”
- een melding

Maak ruimte in je mailbox. Er gaat niets verloren: mailaide probeert het elke dag opnieuw en zet elk bericht \
er één keer neer.

mailaide
""",
            ),
        ),
        (
            "en",
            Rendered(
                subject="There was no room in your mailbox studio",
                text="""\
Hello Saskia,

On Friday 23 January 2026 at 14:00 your mail server had no room for these messages:

- a draft about “Website haven”
- an alert

Please make room in the mailbox. Nothing is lost: mailaide tries again once a day, and puts each of them there once.

mailaide
""",
            ),
        ),
    ],
)
def test_a_full_mailbox_in_full(language: str, notice: Rendered) -> None:
    items = ({"draft": True, "project": PROJECT}, {"draft": False, "project": None})

    assert told("full", {"account": "studio", "items": items, "since": DUE}, language) == notice


def test_a_question_about_several_messages_lists_each() -> None:
    nameless = a_conversation(subject=" \r\n", sender=Address(email="k@hofstee.example"), candidates=(PROJECT,))

    notice = told("question", {"items": (a_conversation(), nameless)})
    many = told("question", {"items": (nameless,) * 30}, "en")

    assert notice.subject == "Bij welk project horen deze 2 berichten?"
    assert (
        "Folder haven (map mailaide/harbour)\n"
        "- “(geen onderwerp)” van k@hofstee.example, ontvangen op vrijdag 23 januari 2026\n"
        "  Mogelijk: Website haven [HAVEN] (map mailaide/harbour)\n\nZolang"
    ) in notice.text
    assert "\n\nAnd 10 more.\n\nUntil" in many.text


CHANGES = (
    Change(name="answers", before="<1@x>", after="<2@x>"),
    Change(name="heard_on", before="2026-01-05", after="2026-01-06"),
    Change(name="fees", before="Website EUR 1450", after="Website EUR 1500"),
    Change(name="next_step", before="", after="Ik bel."),
    Change(name="remedies", before="een extra ronde", after=""),
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            """\
Dag Saskia,

Je hebt een concept aan Hofstee bv over “Website haven” aangepast en nog niet verstuurd.

Sinds het geschreven werd, is dit veranderd:

- De klant heeft opnieuw geschreven; het concept beantwoordt het eerdere bericht.
- de kosten: was Website EUR 1450, is nu Website EUR 1500
- de volgende stap: was er niet, is nu Ik bel.
- de oplossingen die je aanbiedt: was een extra ronde, is nu weg

Lees het concept nog eens door voor je het verstuurt. Het is nu van jou en blijft zoals het is.

mailaide
""",
        ),
        (
            "en",
            """\
Hello Saskia,

You have changed a draft to Hofstee bv about “Website haven” and not sent it yet.

This has changed since it was written:

- The client has written again; the draft answers the earlier message.
- the costs: was Website EUR 1450, is now Website EUR 1500
- the next step: was nothing, is now Ik bel.
- the ways out that you offer: was een extra ronde, is now gone

Please read the draft once more before you send it. It is yours now, so it is left as it is.

mailaide
""",
        ),
    ],
)
def test_a_stale_draft_in_full(language: str, text: str) -> None:
    plain = an_alert()
    values = {name: plain[name] for name in ("duty", "project", "client_name")}

    assert told("stale", {**values, "changes": CHANGES}, language).text == text


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "nl",
            Rendered(
                subject="Lees je concept aan Hofstee bv nog eens na (Website haven)",
                text="""\
Dag Saskia,

In je concept aan Hofstee bv over “Website haven” staan woorden waar je later spijt van kunt krijgen:

- “Dit gaat gegarandeerd nooit meer stuk.” (belooft te veel)
  Schrijf wat u doet.

Het concept is van jou en blijft zoals het is. Dit bericht komt één keer per concept; met alerts.wording: false in de \
configuratie komt het niet meer.

mailaide
""",
            ),
        ),
        (
            "en",
            Rendered(
                subject="Please read your draft to Hofstee bv once more (Website haven)",
                text="""\
Hello Saskia,

Your draft to Hofstee bv about “Website haven” holds words that you may regret:

- “Dit gaat gegarandeerd nooit meer stuk.” (promises too much)
  Schrijf wat u doet.

The draft is yours and stays as it is. This message comes once a draft; with alerts.wording: false in the \
configuration it does not come at all.

mailaide
""",
            ),
        ),
    ],
)
def test_words_that_one_may_regret_read_like_this(language: str, notice: Rendered) -> None:
    item = {"flaw": "overpromise", "text": "Dit gaat gegarandeerd nooit meer stuk.", "better": "Schrijf wat u doet."}

    assert told("wording", {"project": PROJECT, "client_name": "Hofstee bv", "items": (item,)}, language) == notice


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stale_draft_names_every_value_of_every_part_in_words(language: str) -> None:
    names = {f"{part}.{value.name}" for part, values in PARTS.items() for value in values}
    plain = an_alert()
    values = {name: plain[name] for name in ("duty", "project", "client_name")}

    for name in sorted(names):
        text = told("stale", {**values, "changes": (Change(name=name, before="a", after="b"),)}, language).text
        [said] = [line for line in text.splitlines() if line.startswith("- ")]

        assert not said.startswith((f"- {name}:", f"- {name.partition('.')[2]}:")), name
