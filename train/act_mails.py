"""Mail of which every sentence is labelled by what it does: ours in `acts/`, and the labelled mail in another folder.

The writers of ours saw no rule. `## voice:` opens a block of mails by one kind of writer, `# …` a mail, then follow
its sentences, one a line, with the letters that `acts/README.md` tells. Files of the second round (`*_2`) are held
out: they are counted and never learnt from.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ours.promises import promises
from mailaide.core.reading.text.newtext import new_text
from train.material import CLIENTS

FOLDER = Path(__file__).parent / "acts"
HELD_OUT = "_2"
LETTERS = {
    "C": Act.CHANGE,
    "Q": Act.QUESTION,
    "P[": Act.PROMISE,
    "O": Act.OVERPROMISE,
    "B": Act.BLAME,
    "S": Act.SILENCE,
}
NO_LABEL = "-"
LETTERS_WRITTEN = Path(__file__).parents[1] / "tests" / "data" / "letters"
WRITTEN = datetime.fromisoformat("2026-03-13T10:00+00:00")
BLOCK = 10
"""Mails of a labelled file that are left out together."""

_STOPS = re.compile(r"[.!?…:)\"'”’]$")
_POINT = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A piece of a mail: where it stands there, and its letters."""

    text: str
    start: int
    letters: Sequence[str]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMail:
    """`voice` tells the file and the block; `date` is given where we wrote it.

    `strange`: others labelled it, and it is counted apart; `weight` is how much it counts in training. What is not
    `judged` is labelled in part, and no level is chosen by it.
    """

    voice: str
    language: str
    text: str
    labelled: Sequence[Labelled] = ()
    date: datetime | None = None
    strange: bool = False
    judged: bool = True
    weight: float = 1.0

    def does(self, start: int, text: str) -> frozenset[Act]:
        """What the labels say of a sentence as it was cut: all of those that share half with it."""
        end = start + len(text)
        letters = {
            letter
            for one in self.labelled
            if 2 * (min(end, one.end) - max(start, one.start)) >= min(end - start, len(one.text))
            for letter in one.letters
        }
        return frozenset(act for begins, act in LETTERS.items() if any(one.startswith(begins) for one in letters))

    def with_letter(self, begins: str) -> list[Labelled]:
        return [one for one in self.labelled if any(letter.startswith(begins) for letter in one.letters)]


def ours(*, own: bool, held_out: bool) -> list[ActMail]:
    """The mails in the repository: from us (`own`) or from clients."""
    files = sorted(FOLDER.glob("own_*.txt" if own else "client_*.txt"))
    return [mail for path in files if path.stem.endswith(HELD_OUT) is held_out for mail in mails(path)]


def shipped() -> list[ActMail]:
    """The letters that the program itself writes: they promise what the rules find, and nothing else."""
    found = []
    for path in sorted(LETTERS_WRITTEN.glob("*.txt")):
        text, language = path.read_text("utf-8"), path.stem[:2]
        promised = [one.text for one in promises(text, sent=WRITTEN.date(), language=language)]
        mail = _other(f"shipped {language}", language, text, {"P[": promised}, WRITTEN)
        found.append(replace(mail, judged=False, weight=0.2))
    return found


def mails(path: Path) -> Iterator[ActMail]:
    """The mails of one file, in order."""
    voice, heading, lines = "", "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("## voice:"):
            voice = f"{path.stem}: {line.removeprefix('## voice:').strip()}"
        elif line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line:
            lines.append(line)
        elif heading and lines:
            yield _mail(voice, [part.strip() for part in heading.split("|")], lines, own=path.stem.startswith("own"))
            heading, lines = "", []


def _mail(voice: str, heading: Sequence[str], lines: Sequence[str], *, own: bool) -> ActMail:
    text, found = "", []
    for line in lines:
        letters, sentence = line.split("\t", 1)
        text += _joint(text, sentence)
        told = letters.split() if own else [*letters.strip()]
        found.append(Labelled(text=sentence.strip(), start=len(text), letters=[one for one in told if one != NO_LABEL]))
        text += sentence.strip()
    date = datetime.fromisoformat(f"{heading[1]}+00:00") if own else None
    return ActMail(voice=voice, language=heading[0], text=text, labelled=found, date=date)


def _joint(before: str, sentence: str) -> str:
    """Sentences follow each other; points of a list, and what ends without a stop, have lines of their own."""
    if not before:
        return ""
    return " " if _STOPS.search(before) and not before.endswith(":") and not _POINT.match(sentence) else "\n"


def held_out(identifier: str) -> bool:
    """Whether a labelled mail is only ever counted; of our own mail, what was in sight neither as mail nor as miss."""
    if identifier.startswith("own-"):
        return _hash(identifier) % 2 == 1 and _hash("own_nl_en.jsonl" + identifier) % 4 == 1
    return _hash(identifier) % 4 == 1


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def clients(folder: Path) -> list[ActMail]:
    """The labelled client mail, but for what is held out; and what asks for no alteration of the rest of it."""
    found = []
    for name in CLIENTS:
        for number, record in enumerate(_records(folder / f"{name}.jsonl")):
            told = record["labels"]
            if not told["auto_reply"] and not held_out(record["id"]):
                spans = {"Q": told["questions"], "C": told["changes"]}
                found.append(_other(f"{name} {number // BLOCK}", record["lang"], told["new_text"], spans))
    return found


def nothing_to_alter(folder: Path) -> list[ActMail]:
    """Client mail that is only labelled as a whole: it asks for no alteration. What else it does is not known."""
    return [
        ActMail(voice=path.stem, language=record["lang"], text=record["text"], strange=True, judged=False, weight=0.3)
        for path in sorted((folder / "more").glob("*.jsonl"))
        if not path.stem.startswith("own")
        for record in _records(path)
        if not {"auto_reply", "revision"} & {*record["intents"]}
    ]


def own(folder: Path) -> list[ActMail]:
    """The labelled mail of ours, but for what is held out."""
    found = []
    for path in (folder / "own_nl_en.jsonl", folder / "more" / "own_nl_en.jsonl"):
        for number, record in enumerate(_records(path)):
            told = record.get("labels", record)
            text = new_text(record.get("body") or record["text"])
            spans = {
                "P[": [one["text"] for one in told["promises"]],
                "O": [_words(one) for one in told["overpromise"]],
                "B": [_words(one) for one in told["blame"]],
                "S": [_words(one) for one in told.get("silence_as_consent", ())],
            }
            if "labels" not in record or not held_out(record["id"]):
                date = datetime.fromisoformat(record["date"])
                mail = _other(f"{path.parent.name} own {number // BLOCK}", record["lang"], text, spans, date)
                found.append(replace(mail, weight=0.5))
    return found


def _words(told: Any) -> str:
    return str(told["text"] if isinstance(told, dict) else told)


def _other(voice: str, language: str, text: str, spans: dict[str, list[str]], date: datetime | None = None) -> ActMail:
    places = [(letter, span, text.find(span)) for letter, some in spans.items() for span in some]
    labelled = [Labelled(text=span, start=start, letters=(letter,)) for letter, span, start in places if start >= 0]
    return ActMail(voice=voice, language=language, text=text, labelled=labelled, date=date, strange=True)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
