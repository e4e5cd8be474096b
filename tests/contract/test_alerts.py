"""What an alert says of one client, and the summary of many, word for word, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from contract.letter_values import (
    BARE_COMPLAINT,
    COMPLAINT,
    FEES,
    STATUS,
    an_alert,
    told,
)

from mailaide.core.letter import Rendered


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
