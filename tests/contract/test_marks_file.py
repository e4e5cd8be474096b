"""Marks beside the store: each added once and for good, private, and read in spite of a damaged line."""

from __future__ import annotations

import logging
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from builders import MONDAY_9H, TUESDAY_9H, a_mark

from mailaide.adapters.marks_file import MarksFile
from mailaide.core.marks import MarkKind
from mailaide.errors import StoreError

PHONED = a_mark(MarkKind.ANSWERED, "<first@harbour.example>", MONDAY_9H, note="Zoë: “ja”\u2028\n🚧")
UNDONE = replace(PHONED, at=TUESDAY_9H, undone=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "marks.jsonl"


def test_marks_come_back_whole_and_in_order(path: Path):
    for mark in (PHONED, UNDONE):
        MarksFile(path).add(mark)

    assert MarksFile(path).read() == [PHONED, UNDONE]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_file_there_are_none(path: Path):
    assert MarksFile(path).read() == []
    assert not path.exists()


def test_a_line_that_was_cut_short_costs_no_other(path: Path, caplog: pytest.LogCaptureFixture):
    MarksFile(path).add(PHONED)
    with path.open("ab") as file:
        file.write(path.read_bytes()[:40])
    MarksFile(path).add(UNDONE)

    with caplog.at_level(logging.ERROR):
        marks = MarksFile(path).read()

    assert marks == [PHONED, UNDONE]
    assert f"{path}:2 cannot be read and is left out" in caplog.text


@pytest.mark.parametrize("line", ["[]", "{}", '{"at": "2026-03-02T09:00:00"}', '"x"', "null", "\ufffd"])
def test_a_line_of_another_kind_is_left_out(path: Path, line: str):
    path.write_text(line + "\n")
    MarksFile(path).add(PHONED)

    assert MarksFile(path).read() == [PHONED]


def test_several_may_add_at_once(path: Path):
    marks = [replace(PHONED, note=str(number)) for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(MarksFile(path).add, marks))

    assert sorted(int(mark.note) for mark in MarksFile(path).read()) == list(range(40))


def test_a_file_that_cannot_be_used_is_named_with_what_to_do(tmp_path: Path):
    for use in (MarksFile(tmp_path).read, lambda: MarksFile(tmp_path).add(PHONED)):
        with pytest.raises(StoreError, match="Make it a file that this user may read and write"):
            use()
