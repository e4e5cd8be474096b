"""Whom a reply goes to besides the writer: the client's own people who had the message too, and never anybody else."""

from __future__ import annotations

from typing import Any

import pytest
from builders import MONDAY_9H, PIET, RIK, STRANGER, a_client, a_dossier, from_client

from mailaide.core.duties.replies import reply
from mailaide.core.mail import Address

ANN = Address(email="ann@harbour.example", name="Ann")
BEN = Address(email="ben@harbour.example", name="Ben")
CLIENT = a_client(addresses=(PIET.email, ANN.email), domains=("harbour.example",))


def cc(**header: Any) -> tuple[Address, ...]:
    entry = from_client(MONDAY_9H, **header)
    letter = reply(a_dossier(entry, client=CLIENT), entry, "answers")
    assert letter
    return letter.cc


def test_the_clients_own_people_stay_in_the_conversation():
    assert cc(to=(RIK, ANN)) == (ANN,)
    assert cc(sender=ANN, cc=(PIET, ANN)) == (PIET,)


@pytest.mark.parametrize(
    "header",
    [
        {"cc": (STRANGER,)},
        {"cc": (BEN,)},
        {"cc": (RIK, PIET)},
        {"sender": BEN, "cc": (ANN,)},
        {"reply_to": (BEN,), "cc": (ANN,)},
    ],
    ids=[
        "a stranger",
        "one of their domain whom nobody listed",
        "ourselves and the writer",
        "a writer whom nobody listed",
        "an answer that is to go elsewhere",
    ],
)
def test_nobody_else_reads_along(header: dict[str, object]):
    assert cc(**header) == ()
