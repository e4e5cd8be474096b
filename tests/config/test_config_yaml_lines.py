"""The loader: what is written is what one gets, every value knows its line, surprises are refused."""

from decimal import Decimal

import pytest

from mailaide.config.yaml_lines import Mark, YamlProblems, read


def refused(text: str) -> list[str]:
    with pytest.raises(YamlProblems) as caught:
        read(text, "c.yaml")
    return caught.value.problems


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("off", "off"),
        ("9:30", "9:30"),
        ("12:30:45", "12:30:45"),
        ("2026-03-01", "2026-03-01"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("4111111111111111", "4111111111111111"),
        ("09:00-12:30", "09:00-12:30"),
        ("=", "="),
        ('"12"', "12"),
        ("'true'", "true"),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("010", 10),
        ("-3", -3),
        ("95.50", Decimal("95.50")),
        ("[09:00-12:30, 13:00-17:30]", ["09:00-12:30", "13:00-17:30"]),
    ],
)
def test_a_scalar_is_what_it_looks_like(written, value):
    data = read(f"key: {written}\n", "c.yaml").data

    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_an_amount_keeps_its_cents():
    assert str(read("95.50", "c.yaml").data) == "95.50"


def test_keys_are_words_and_may_have_no_value():
    assert read("1: a\nno: b\nempty:\nalso: ~\n", "c.yaml").data == {
        "1": "a",
        "no": "b",
        "empty": None,
        "also": None,
    }


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "~\n"])
def test_an_empty_file_is_an_empty_mapping(text):
    assert read(text, "c.yaml").data == {}


def test_every_value_has_its_line_and_column():
    marks = read("a: 1\nb:\n  - x\n  - c: {d: 2}\n", "c.yaml").marks

    assert marks == {
        (): Mark("c.yaml", 1, 1),
        ("a",): Mark("c.yaml", 1, 1),
        ("b",): Mark("c.yaml", 2, 1),
        ("b", 0): Mark("c.yaml", 3, 5),
        ("b", 1): Mark("c.yaml", 4, 5),
        ("b", 1, "c"): Mark("c.yaml", 4, 5),
        ("b", 1, "c", "d"): Mark("c.yaml", 4, 9),
    }


def test_all_duplicate_keys_are_named_with_their_first_line():
    assert refused("a: 1\nb: {c: 1, c: 2}\na: 2\n") == [
        'c.yaml:2:11: "c" is given twice (first on line 2)',
        'c.yaml:3:1: "a" is given twice (first on line 1)',
    ]


def test_a_bomb_is_refused_before_it_grows():
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

    assert refused(bomb) == ['c.yaml:1:4: the anchor "&a" is not allowed; put text that begins with "&" in quotes']


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: *b\n", 'c.yaml:1:4: the alias "*b" is not allowed; write the value out'),
        ("a:\n  <<: {b: 1}\n", 'c.yaml:2:3: the merge key "<<" is not allowed; write the values out'),
        (
            "a: !!python/object/apply:os.system [id]\n",
            'c.yaml:1:4: the tag "tag:yaml.org,2002:python/object/apply:os.system" is not allowed; '
            'put text that begins with "!" in quotes',
        ),
        ("a: " + "[" * 5000, "c.yaml:1:24: more than 20 levels deep"),
        ("? [a, b]\n: 1\n", "c.yaml:1:3: a key must be a word; is a quote missing around text with { or [?"),
        ("a:\n\tb: 1\n", "c.yaml:2:1: a tab is not allowed; indent with spaces"),
        (
            "a: b: c\n",
            'c.yaml:1:5: a ":" that is not expected here; check the indent, or put text that holds ": " in quotes',
        ),
        ("a:\n  - x\n b: 1\n", "c.yaml:3:2: the indent does not fit the lines above"),
        ("a: 1\nb\n", 'c.yaml:3:1: a ":" is missing after the key'),
        ("a: 1\n---\nb: 2\n", 'c.yaml:2:1: there is a second "---"; one file holds one document'),
        ("a: 1\nb: x\x00\n", "c.yaml:2:5: a character that is not allowed (U+0000)"),
    ],
)
def test_what_surprises_is_refused_with_its_place(text, problem):
    assert refused(text) == [problem]
