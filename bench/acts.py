"""What sentences do, in mail of which every one is labelled: the rows of `./run bench reading` from `train/acts`.

Only the held-out files are read here: the others were learnt from, and what voices that were left out of that came to
stands in `train/acts.json`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.counts import Count, Scores, cell, message
from mailaide.adapters.ear_model import built_in
from mailaide.core.reading.ear.acts import placed
from mailaide.core.reading.text.spans import Sentence
from mailaide.core.reading.told import told
from train.act_mails import ActMail, ours

FIGURES = Path(__file__).resolve().parent.parent / "train" / "acts.json"
LANGUAGES = ("nl", "en", "de", "fr", "es")
LETTERS = {"O": "overpromise", "B": "blame", "S": "silence_as_consent"}
TARGETS = {
    "wishes to alter": "F1 0.85",
    "revision request": "F1 0.85",
    "questions": "0.85 / 0.85",
    "approval explicit": "0.80 / 0.98",
    "promises": "0.85",
    "promises, day right": "0.95",
    "wording": "0.75 / 0.90",
}


def show(console: Console) -> None:
    console.print(_table(score()))
    console.print(_left_out())


def score() -> Scores:
    """All readers over the held-out mails."""
    scores = Scores()
    for mail in ours(own=False, held_out=True):
        _client(scores, mail, _said(mail))
    for mail in ours(own=True, held_out=True):
        _own(scores, mail, _said(mail))
    return scores


def _said(mail: ActMail) -> Mapping[str, Any]:
    record = {"subject": "", "body": mail.text} | ({"date": mail.date.isoformat()} if mail.date else {})
    own = mail.date is not None
    return told(message(record, own=own), own=own, language=mail.language, ear=built_in())


def _client(scores: Scores, mail: ActMail, said: Mapping[str, Any]) -> None:
    groups = (mail.language, "all")
    wishes = _spans(scores, "wishes to alter", mail, "C", said["changes"])
    scores.flag("revision request", groups, bool(wishes and said["changes"]), bool(wishes), bool(said["changes"]))
    _spans(scores, "questions", mail, "Q", said["questions"])
    hangs = bool(mail.with_letter("I"))
    for kind, true in (("explicit", bool(mail.with_letter("A")) and not hangs), ("conditional", hangs)):
        given = said["approval"] == kind
        scores.flag(f"approval {kind}", groups, given and true, true, given)
    praised = bool(mail.with_letter("P"))
    scores.flag("praise", groups, praised and said["praise"], praised, said["praise"])


def _own(scores: Scores, mail: ActMail, said: Mapping[str, Any]) -> None:
    groups = (mail.language, "all")
    promised = _spans(scores, "promises", mail, "P[", [one["text"] for one in said["promises"]])
    days = defaultdict(set)
    for place, spans in _placed(mail, [one["text"] for one in said["promises"]]).items():
        days[place] = {one["due"] or "-" for one in said["promises"] if one["text"] in spans}
    for place in promised & {*days}:
        letters = mail.labelled[place].letters
        right = days[place] <= {letter[2:-1] for letter in letters if letter.startswith("P[")}
        scores.flag("promises, day right", groups, right, 1, 1)
    for letter, name in LETTERS.items():
        _spans(scores, name.replace("_", " "), mail, letter, said[name])
        _spans(scores, "wording", mail, letter, said[name])


def _spans(scores: Scores, name: str, mail: ActMail, letter: str, found: Sequence[str]) -> set[int]:
    """Count the sentences that hold what was found; which sentences bear the letter."""
    wanted = {place for place, one in enumerate(mail.labelled) if any(said.startswith(letter) for said in one.letters)}
    claimed = {*_placed(mail, found)}
    scores.flag(name, (mail.language, "all"), len(wanted & claimed), len(wanted), len(claimed))
    return wanted


def _placed(mail: ActMail, found: Sequence[str]) -> Mapping[int, Sequence[str]]:
    said = [Sentence(text=one.text, words=one.text.lower(), start=one.start) for one in mail.labelled]
    return placed(mail.text, said, found)


def _table(scores: Scores) -> Table:
    table = Table(title="every sentence labelled, held out (train/acts/*_2.txt)", title_justify="left")
    for heading in ("reader", "at least", "all", *LANGUAGES):
        table.add_column(heading, overflow="fold")
    for name, counts in scores.counts.items():
        cells: list[Count | None] = [counts.get(group) for group in ("all", *LANGUAGES)]
        table.add_row(name, TARGETS.get(name, ""), *map(cell, cells))
    return table


def _left_out() -> Table:
    figures = json.loads(FIGURES.read_text("utf-8"))["acts"]
    table = Table(title="the sentences learnt from, each voice left out (train/acts.json)", title_justify="left")
    for heading in ("what they do", *next(iter(figures.values()))):
        table.add_column(heading, overflow="fold")
    for act, row in figures.items():
        table.add_row(act, *row.values())
    return table
