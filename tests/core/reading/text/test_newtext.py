"""Only what was written now is read: no quotation, no signature."""

from __future__ import annotations

import pytest

from mailaide.core.reading.text.newtext import new_text


@pytest.mark.parametrize(
    "tail",
    [
        "\n\n> oud\n> ouder",
        "\n\nOp di 3 mrt 2026 om 12:00 schreef Rik <rik@example.com>:\n> oud",
        "\n\nOn Tue, 3 Mar 2026 at 12:00, Rik\n<rik@example.com> wrote:\n> old",
        "\n\nAm 3. März 2026 um 12:00 schrieb Rik <rik@example.com>:\n> alt",
        "\n\nLe 3 mars 2026 à 12:00, Rik <rik@example.com> a écrit :\n> vieux",
        "\n\nEl 3 mar 2026, Rik <rik@example.com> escribió:\n> viejo",
        "\n\n-----Oorspronkelijk bericht-----\nVan: Rik\noud",
        "\n\nVan: Rik\nVerzonden: dinsdag\nAan: Piet\nOnderwerp: hek\n\noud",
        "\n\n-- \nHekwerken Piet",
        "\n\nVerstuurd vanaf mijn iPhone",
        "\nHekwerken Piet BV\n020-555 01 00",
        "\nDit bericht is alleen bestemd voor de geadresseerde.",
    ],
)
def test_only_what_was_written_now_remains(tail: str) -> None:
    assert (
        new_text("Dag Rik,\n\nHet hek is goed.\n\nGroet,\nPiet" + tail)
        == "Dag Rik,\n\nHet hek is goed.\n\nGroet,\nPiet"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Op maandag 2 maart schreef ik u over het hek:",
        "On Monday 2 March I wrote to you:",
        "Am 2. März schrieb ich Ihnen:",
    ],
)
def test_who_writes_of_their_own_mail_quotes_nobody(line: str) -> None:
    text = f"Dag Piet,\n\n{line}\n\n“Is het goed zo?”\n\nGraag hoor ik het."

    assert new_text(text) == text


def test_answers_between_quotes_stay() -> None:
    assert new_text("> Rood?\nJa.\n\n> Groot?\nNee.") == "Ja.\n\nNee."


def test_a_short_answer_is_not_taken_for_a_name() -> None:
    text = "Dag Rik,\n\nAkkoord\n\nGraag snel leveren"

    assert new_text(text) == text
