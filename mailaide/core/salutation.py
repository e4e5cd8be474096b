"""Whom a letter greets: the person it goes to, by the name that fits the form of address. Never nobody.

A name is only what the configuration or the sender gave; nothing is guessed about sex or rank.
"""

from __future__ import annotations

import re

from mailaide.core.mail import Address
from mailaide.core.project import Client, Form

LONGEST = 60
BETWEEN_PEOPLE = re.compile(r"(\s*(?:,|&|\+|/)\s*|\s+(?:en|and|und|et|y|e)\s+)")
NOT_A_FIRST_NAME = re.compile(
    r"(?:\w\.)+|\w|(?:mr|mrs|ms|miss|dr|drs|ir|ing|prof|dhr|de heer|heer|mw|mevr|mevrouw|meneer|herr|frau|monsieur"
    r"|madame|mme|mlle|m|sr|sra|srta|señor|señora|don|doña|sir|familie|family|familia|familie|famille|team)\.?",
    re.IGNORECASE,
)
A_PERSONS_NAME = re.compile(r"[^\W\d_][\w.'’ -]*(?: [\w.'’-]+)+|[^\W\d_][\w'’-]+")


def greeting_for(client: Client, to: Address) -> str:
    """The name after "Dear": the person's own choice, else whoever gets the letter, else the client's name."""
    if to.email == client.addresses[0] and client.greeting:
        return client.greeting
    name = _name_at(client, to)
    return (called(name) if client.form is Form.INFORMAL else name) if name else client.name


def _name_at(client: Client, to: Address) -> str:
    listed = client.contact_at(to)
    if listed and listed.name:
        return listed.name
    if to.email == client.addresses[0]:
        return client.contact
    # The sender's own words: taken only when they look like the name of one person.
    fits = len(to.name) <= LONGEST and A_PERSONS_NAME.fullmatch(to.name) and to.name != client.name
    return to.name if fits else ""


def called(names: str) -> str:
    """The first name of each person named; a name without one ("B. Jansen", "mevrouw Smit") as it is."""
    pieces = BETWEEN_PEOPLE.split(names.strip())
    return "".join(piece if place % 2 else _first_name(piece) for place, piece in enumerate(pieces))


def _first_name(name: str) -> str:
    first, _, _ = name.partition(" ")
    return name if not first or NOT_A_FIRST_NAME.fullmatch(first) else first
