"""What the person is told, word for word, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from letter_values import (
    BARE_COMPLAINT,
    COMPLAINT,
    DUE,
    FEES,
    PROJECT,
    STATUS,
    a_conversation,
    an_alert,
    told,
)

from mailaide.core.letter import Rendered
from mailaide.core.mail import Address
from mailaide.core.obligation import Change
from mailaide.core.parts import PARTS


def test_a_dutch_alert_of_a_complaint_in_full() -> None:
    assert told("alert", an_alert()) == Rendered(
        subject="Klacht van Hofstee bv wacht op antwoord (Website haven)",
        text="""\
Dag Saskia,

Op dinsdag 20 januari 2026 schreef Hofstee bv over “Website haven”:

“De kaart werkt nu al drie dagen niet.”

Daarna heeft de klant nog 2 keer geklaagd. Je hebt laten weten dat je ermee bezig bent, maar een echt antwoord \
is er nog niet. De termijn liep af op vrijdag 23 januari 2026 om 14:00.

Er staat een concept voor je klaar. Lees het na, vul aan wat nog open is en verstuur het zelf.

mailaide
""",
    )


def test_an_english_alert_of_a_complaint_in_full() -> None:
    assert told("alert", an_alert(), "en") == Rendered(
        subject="Complaint from Hofstee bv is waiting for an answer (Website haven)",
        text="""\
Hello Saskia,

On Tuesday 20 January 2026 Hofstee bv wrote about “Website haven”:

“De kaart werkt nu al drie dagen niet.”

They have complained 2 more times since. You sent a holding reply, but no answer yet. \
The answer was due on Friday 23 January 2026 at 14:00.

A draft is waiting for you. Read it, fill in what is still open and send it yourself.

mailaide
""",
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            """\
Dag Saskia,

Op dinsdag 20 januari 2026 klaagde Hofstee bv over “Website haven”.

Je hebt nog niet geantwoord. De termijn liep af op vrijdag 23 januari 2026 om 14:00.

Er staat geen concept klaar. Beantwoord de klacht zelf.

mailaide
""",
        ),
        (
            "en",
            """\
Hello Saskia,

On Tuesday 20 January 2026 Hofstee bv complained about “Website haven”.

You have not answered yet. The answer was due on Friday 23 January 2026 at 14:00.

There is no draft. Please answer the complaint yourself.

mailaide
""",
        ),
    ],
)
def test_an_alert_of_a_complaint_without_a_quotable_sentence_in_full(language: str, text: str) -> None:
    assert told("alert", an_alert(facts=BARE_COMPLAINT, draft="none"), language).text == text


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        (
            "nl",
            "Hofstee bv kent de kosten nog niet (Website haven)",
            """\
Dag Saskia,

Hofstee bv heeft deze kosten van “Website haven” nog niet van je gehoord:
- Website: € 4.250,00
- Extra werk: € 85,00 per uur (excl. btw); alleen na overleg

De termijn liep af op vrijdag 23 januari 2026 om 14:00.

Er staat een concept voor je klaar. Lees het na, vul aan wat nog open is en verstuur het zelf.

mailaide
""",
        ),
        (
            "en",
            "Hofstee bv does not know the costs yet (Website haven)",
            """\
Hello Saskia,

Hofstee bv has not yet heard these costs of “Website haven” from you:
- Website: €4,250.00
- Extra werk: €85.00 per uur (excl. btw); alleen na overleg

The message about them was due on Friday 23 January 2026 at 14:00.

A draft is waiting for you. Read it, fill in what is still open and send it yourself.

mailaide
""",
        ),
    ],
)
def test_an_alert_of_untold_fees_in_full(language: str, subject: str, text: str) -> None:
    assert told("alert", an_alert("fees", FEES), language) == Rendered(subject=subject, text=text)


@pytest.mark.parametrize(
    ("language", "since", "subject", "told_text"),
    [
        (
            "nl",
            date(2026, 1, 6),
            "Tijd voor een bericht aan Hofstee bv (Website haven)",
            "Je laatste bericht aan Hofstee bv over “Website haven” was van dinsdag 6 januari 2026. "
            "De termijn liep af op vrijdag 23 januari 2026 om 14:00.",
        ),
        (
            "nl",
            None,
            "Tijd voor een bericht aan Hofstee bv (Website haven)",
            "Je hebt Hofstee bv nog niet geschreven over “Website haven”. "
            "De termijn liep af op vrijdag 23 januari 2026 om 14:00.",
        ),
        (
            "en",
            date(2026, 1, 6),
            "Time for an update to Hofstee bv (Website haven)",
            "Your last message to Hofstee bv about “Website haven” was on Tuesday 6 January 2026. "
            "The next one was due on Friday 23 January 2026 at 14:00.",
        ),
        (
            "en",
            None,
            "Time for an update to Hofstee bv (Website haven)",
            "You have not written to Hofstee bv about “Website haven” yet. "
            "The first message was due on Friday 23 January 2026 at 14:00.",
        ),
    ],
)
def test_an_alert_of_silence_in_full(language: str, since: date | None, subject: str, told_text: str) -> None:
    notice = told("alert", an_alert("status", {"since": since}, draft="none"), language)

    hello, no_draft = {
        "nl": ("Dag", "Er staat geen concept klaar. Schrijf de klant zelf een bericht; een paar regels is genoeg."),
        "en": ("Hello", "There is no draft. Please write to them yourself; a few lines will do."),
    }[language]
    assert notice == Rendered(subject=subject, text=f"{hello} Saskia,\n\n{told_text}\n\n{no_draft}\n\nmailaide\n")


@pytest.mark.parametrize(
    ("language", "why", "advice"),
    [
        (
            "nl",
            "unlisted",
            "Er staat geen concept klaar: een antwoord zou naar k.hofstee@thuis.example gaan, en dat adres staat niet "
            "bij Hofstee bv. Is het van deze klant? Zet het dan in de configuratie bij de adressen van de klant. "
            "Twijfel je, antwoord dan zelf, naar een adres dat je kent.",
        ),
        (
            "nl",
            "backlog",
            "Er staat geen concept klaar, want dit is langer geleden dan de grens voor concepten (limits.backlog_days "
            "in de configuratie). Beantwoord de klacht zelf.",
        ),
        (
            "nl",
            "limit",
            "Er staat nog geen concept klaar: het maximum aantal concepten per dag is bereikt (limits.drafts_per_day "
            "in de configuratie, in de eerste week limits.drafts_at_first). Het concept komt later; je hoeft er niet "
            "op te wachten.",
        ),
        (
            "nl",
            "week",
            "Er staat nog geen concept klaar: Hofstee bv heeft deze week al zo veel brieven gehad als je toestaat "
            "(limits.letters_per_week in de configuratie). Het concept volgt volgende week. Kan het niet wachten, "
            "schrijf dan zelf.",
        ),
        (
            "nl",
            "in work",
            "Er staat geen tweede concept klaar, want je werkt nog aan een andere brief aan Hofstee bv. Zet dit erbij, "
            "of verstuur die eerst.",
        ),
        (
            "nl",
            "letter",
            "Er staat geen concept klaar, want de brief kon niet worden opgesteld. In het logboek staat waarom. "
            "Beantwoord de klacht zelf.",
        ),
        (
            "en",
            "unlisted",
            "There is no draft: a reply would go to k.hofstee@thuis.example, and that address is not listed for "
            "Hofstee bv. If it is theirs, add it to the client's addresses in the configuration. If you are not sure, "
            "answer them yourself, at an address you know.",
        ),
        (
            "en",
            "backlog",
            "There is no draft, because this happened longer ago than the limit for drafts (limits.backlog_days in "
            "the configuration). Please answer the complaint yourself.",
        ),
        (
            "en",
            "limit",
            "There is no draft yet: the limit of drafts a day has been reached (limits.drafts_per_day in the "
            "configuration, in the first week limits.drafts_at_first). The draft will follow later; you need not wait "
            "for it.",
        ),
        (
            "en",
            "week",
            "There is no draft yet: Hofstee bv has had as many letters this week as you allow (limits.letters_per_week "
            "in the configuration). The draft will follow next week. If it cannot wait, write to them yourself.",
        ),
        (
            "en",
            "in work",
            "There is no second draft, because you are still working on another letter to Hofstee bv. Add this to it, "
            "or send that one first.",
        ),
        (
            "en",
            "letter",
            "There is no draft, because the letter could not be written. The log says why. "
            "Please answer the complaint yourself.",
        ),
    ],
)
def test_an_alert_says_why_there_is_no_draft_and_what_to_do(language: str, why: str, advice: str) -> None:
    notice = told("alert", an_alert(draft="none", why_none=why), language)

    assert f"\n\n{advice}\n\nmailaide\n" in notice.text


@pytest.mark.parametrize(
    ("repeats", "dutch", "english"),
    [
        (0, "”\n\nJe hebt nog niet geantwoord.", "”\n\nYou have not answered yet."),
        (1, "Daarna heeft de klant nog een keer geklaagd. Je", "They have complained once more since. You"),
        (2, "Daarna heeft de klant nog 2 keer geklaagd. Je", "They have complained 2 more times since. You"),
    ],
)
def test_repeats_are_counted_in_words_that_fit(repeats: int, dutch: str, english: str) -> None:
    values = an_alert(facts={**COMPLAINT, "repeats": repeats, "held": False})

    assert dutch in told("alert", values).text
    assert english in told("alert", values, "en").text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            """\
Dag Saskia,

Ik heb je mailbox voor het eerst gelezen. Dit staat nog open:

- Hofstee bv (Website haven) schreef op dinsdag 20 januari 2026: “De kaart werkt nu al drie dagen niet.” \
Daarna nog 2 keer geklaagd. Je hebt laten weten dat je ermee bezig bent.
  Termijn: vrijdag 23 januari 2026 om 14:00. Er staat een concept klaar.
- Hofstee bv (Website haven) klaagde op dinsdag 20 januari 2026.
  Termijn: vrijdag 23 januari 2026 om 14:00.
- Hofstee bv (Website haven) kent de kosten van Website en Extra werk nog niet.
  Termijn: vrijdag 23 januari 2026 om 14:00.
- Hofstee bv (Website haven) hoorde voor het laatst van je op dinsdag 6 januari 2026.
  Termijn: vrijdag 23 januari 2026 om 14:00.
- Hofstee bv (Website haven) heeft nog geen bericht van je gehad.
  Termijn: vrijdag 23 januari 2026 om 14:00.

Dit overzicht komt één keer. Pak eerst de klachten op; de rest kan daarna.

mailaide
""",
        ),
        (
            "en",
            """\
Hello Saskia,

I have read your mailbox for the first time. This is still open:

- Hofstee bv (Website haven) wrote on Tuesday 20 January 2026: “De kaart werkt nu al drie dagen niet.” \
They have complained 2 more times since. You sent a holding reply.
  Due: Friday 23 January 2026 at 14:00. A draft is waiting.
- Hofstee bv (Website haven) complained on Tuesday 20 January 2026.
  Due: Friday 23 January 2026 at 14:00.
- Hofstee bv (Website haven) does not know the costs of Website and Extra werk yet.
  Due: Friday 23 January 2026 at 14:00.
- Hofstee bv (Website haven) last heard from you on Tuesday 6 January 2026.
  Due: Friday 23 January 2026 at 14:00.
- Hofstee bv (Website haven) has not heard from you yet.
  Due: Friday 23 January 2026 at 14:00.

This overview comes once. Take the complaints first; the rest can follow.

mailaide
""",
        ),
    ],
)
def test_a_summary_in_full(language: str, text: str) -> None:
    items = (
        an_alert(),
        an_alert(facts=BARE_COMPLAINT, draft="none"),
        an_alert("fees", FEES, draft="none"),
        an_alert("status", STATUS, draft="none"),
        an_alert("status", {"since": None}, draft="none"),
    )

    assert told("summary", {"items": items, "rebuilt": False}, language).text == text


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        (
            "nl",
            Rendered(
                subject="Bij welk project hoort “Vraag over de kaart”?",
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
                subject="Which project does “Vraag over de kaart” belong to?",
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
def test_words_that_one_may_regret_in_full(language: str, notice: Rendered) -> None:
    item = {"flaw": "overpromise", "text": "Dit gaat gegarandeerd nooit meer stuk.", "better": "Schrijf wat u doet."}

    assert told("wording", {"project": PROJECT, "client_name": "Hofstee bv", "items": (item,)}, language) == notice


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stale_draft_names_every_value_of_every_part_in_words(language: str) -> None:
    names = {f"{part}.{value.name}" for part, values in PARTS.items() for value in values}
    plain = an_alert()
    values = {name: plain[name] for name in ("duty", "project", "client_name")}

    for name in sorted(names - {"complaint.heard_on", "dispute.heard_on", "complaint.answer_by"}):
        text = told("stale", {**values, "changes": (Change(name=name, before="a", after="b"),)}, language).text
        [said] = [line for line in text.splitlines() if line.startswith("- ")] or ["- when it was written: "]

        assert not said.startswith((f"- {name}:", f"- {name.partition('.')[2]}:")), name
