"""How rules and weights agree on what a sentence does."""

from __future__ import annotations

from mailaide.core.reading.ear.acts import MARKS, SIZES, Act, Acts, Weights, numbered, placed
from mailaide.core.reading.ear.grams import NOTHING
from mailaide.core.reading.text.spans import sentences_of

TEXT = "Nice. Could the blue be darker? It is too pale. Thanks!"


def weighing(mark: str, *, alone: float = 0.5, ruled: float = 0.5) -> Acts:
    """A model of one act that knows one mark and nothing else."""
    tables = [bytearray([NOTHING]) * size for size in SIZES]
    tables[-1][MARKS.index(mark)] += 1
    weights = Weights(
        tables=[bytes(table) for table in tables], scales=[1.0] * len(SIZES), bias=0.0, alone=alone, ruled=ruled
    )
    return Acts(languages=frozenset({"en"}), weights={Act.CHANGE: weights})


def agreed(model: Acts, *found: str, language: str = "en") -> tuple[str, ...]:
    return tuple(model.agreed(TEXT, language=language, found={Act.CHANGE: found})[Act.CHANGE])


def test_what_no_rule_finds_is_quoted_whole() -> None:
    assert agreed(weighing("asks")) == ("Could the blue be darker?",)


def test_what_a_rule_finds_is_quoted_as_the_rule_has_it() -> None:
    assert agreed(weighing("asks"), "the blue be darker") == ("the blue be darker",)


def test_what_only_a_rule_finds_is_dropped_unless_it_is_enough() -> None:
    assert agreed(weighing("exclaims"), "It is too pale.") == ("Thanks!",)
    assert agreed(weighing("exclaims", ruled=0.0), "It is too pale.") == ("It is too pale.", "Thanks!")


def test_in_an_unknown_language_the_rules_are_right() -> None:
    assert agreed(weighing("asks"), "It is too pale.", language="fi") == ("It is too pale.",)


def test_a_span_lies_in_the_sentence_that_shares_most_with_it() -> None:
    said = sentences_of("Blue. Blue. The rest is fine.")

    assert placed("Blue. Blue. The rest is fine.", said, ["Blue.", "Blue.", "the rest is not there"]) == {
        0: ["Blue."],
        1: ["Blue."],
    }


def test_a_sentence_is_told_what_stands_beside_it() -> None:
    first, second = (numbers for _, numbers in numbered(sentences_of("Too dark. Please alter it."), "en", {}))

    assert MARKS.index("first") in first[-1]
    assert MARKS.index("last") in second[-1]
    assert first[3] != second[3]
    assert first[4] == second[4]
