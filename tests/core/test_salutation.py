"""Whom a letter greets: never nobody, never a first name that is none, never the wrong person."""

from __future__ import annotations

from typing import Any

import pytest
from builders import PIET, a_client

from mailaide.core.mail import Address
from mailaide.core.project import Client, Contact, Form
from mailaide.core.salutation import called, greeting_for

ANN = Address(email="ann@harbour.example", name="")


def client(**changes: Any) -> Client:
    return a_client(**changes)


@pytest.mark.parametrize(
    ("names", "first"),
    [
        ("Bob Jansen", "Bob"),
        ("Bob", "Bob"),
        ("Jan-Willem de Boer", "Jan-Willem"),
        ("B. Jansen", "B. Jansen"),
        ("J.P. Coen", "J.P. Coen"),
        ("mevrouw Hofstee", "mevrouw Hofstee"),
        ("Dr. Meier", "Dr. Meier"),
        ("Frau Meier", "Frau Meier"),
        ("Bob Jansen en Ann Smit", "Bob en Ann"),
        ("Bob Jansen, Ann Smit & Piet Vos", "Bob, Ann & Piet"),
        ("Anna Roth und Jens Roth", "Anna und Jens"),
        ("familie de Wit", "familie de Wit"),
    ],
)
def test_a_contact_is_called_by_their_first_names(names: str, first: str):
    assert called(names) == first


@pytest.mark.parametrize(
    ("changes", "to", "greeting"),
    [
        ({"greeting": "Bob", "contact": "Bob Jansen"}, PIET, "Bob"),
        ({"contact": "Bob Jansen"}, PIET, "Bob Jansen"),
        ({"contact": "Bob Jansen", "form": Form.INFORMAL}, PIET, "Bob"),
        ({"contact": ""}, PIET, "Harbour Ltd"),
        ({"contact": "", "form": Form.INFORMAL}, PIET, "Harbour Ltd"),
        ({"contact": "Bob", "people": (Contact(email=ANN.email, name="Ann Smit"),)}, ANN, "Ann Smit"),
        ({"contact": "Bob", "greeting": "Bob"}, Address(email=ANN.email, name="Ann Smit"), "Ann Smit"),
        ({"contact": "Bob", "form": Form.INFORMAL}, Address(email=ANN.email, name="Ann Smit"), "Ann"),
        ({"contact": "Bob"}, ANN, "Harbour Ltd"),
        ({"contact": "Bob"}, Address(email=ANN.email, name="{{ 7*7 }} <b>"), "Harbour Ltd"),
        ({"contact": "Bob"}, Address(email=ANN.email, name="Ann " * 40), "Harbour Ltd"),
    ],
)
def test_the_greeting_is_of_whoever_gets_the_letter(changes: dict[str, object], to: Address, greeting: str):
    assert greeting_for(client(**changes), to) == greeting
