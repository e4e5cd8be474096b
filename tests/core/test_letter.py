"""What a letter rests on, told in words: the same values give the same facts, whatever their order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from builders import PIET, a_client, a_fee, a_project

from mailaide.core.letter import ChangedFee, Letter, Part, Promised, Step, facts, to_client
from mailaide.core.project import Form

DAY = date(2026, 3, 2)


def a_letter(*parts: Part) -> Letter:
    return Letter(language="en", form=Form.FORMAL, to=PIET, greeting="Piet", parts=parts)


def test_the_facts_of_one_part_bear_the_names_of_its_values():
    part = Part(template="status", values={"since": DAY, "project": a_project(), "late": False, "next_step": ""})

    assert facts(a_letter(part)) == (
        ("answers", ""),
        ("late", ""),
        ("next_step", ""),
        ("project", a_project().title),
        ("since", "2026-03-02"),
        ("to", PIET.email),
    )


def test_the_facts_of_several_parts_name_their_part_and_the_project_once():
    status = Part(template="status", values={"project": a_project(), "since": DAY})
    fees = Part(template="fees", values={"project": a_project(), "fees": (a_fee("95.50"),), "revision_rounds": None})

    names = dict(facts(a_letter(status, fees)))

    assert names.keys() == {"answers", "fees.fees", "fees.revision_rounds", "project", "status.since", "to"}
    assert "95.5" in names["fees.fees"]


def test_values_of_our_own_are_told_in_words():
    values = {
        "changed": (ChangedFee(fee=a_fee("95"), before=Decimal("80.00"), told_on=DAY),),
        "promises": (Promised(sentence="On Friday.", made_on=DAY, due=DAY),),
        "progress": (Step(text="the menu", done=True), Step(text="the page", done=False)),
    }

    told = dict(facts(a_letter(Part(template="x", values=values))))

    assert told["changed"].endswith("95, 80, 2026-03-02")
    assert told["promises"] == "On Friday., 2026-03-02, 2026-03-02"
    assert told["progress"] == "the menu, True; the page"


def test_a_letter_to_a_client_is_in_their_language_and_to_their_first_address():
    client = a_client(language="nl", form=Form.INFORMAL, contact="Piet Haven")

    letter = to_client(client, "status", since=DAY)

    assert (letter.frame, letter.language, letter.form, letter.greeting) == ("letter", "nl", Form.INFORMAL, "Piet")
    assert letter.to.email == client.addresses[0]
    assert letter.parts == (Part(template="status", values={"since": DAY}),)
