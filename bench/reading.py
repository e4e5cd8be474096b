"""`./run bench reading`: how well messages are read, by reader and language, on labelled mail; and how fast.

The mails are told apart by a hash of their id: the readers were written with three quarters of them in sight
("seen"), the rest was only counted ("held out"). A span is found when it and the labelled one overlap by half.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import acts, complaints
from bench.counts import Scores, cell, message, overlapping
from mailaide.adapters.ear_model import built_in
from mailaide.core.mail import Message
from mailaide.core.reading.ear.acts import folded
from mailaide.core.reading.ear.cues import nl
from mailaide.core.reading.ear.sound import sounds
from mailaide.core.reading.text.patterns import at_hand
from mailaide.core.reading.text.spans import forget
from mailaide.core.reading.told import told
from train.act_mails import held_out

ROOT = Path(__file__).resolve().parent.parent
MAILS = ROOT / "tests" / "data" / "mails"
CLIENT = ("client_nl.jsonl", "client_en.jsonl", "client_de_fr_es.jsonl")
OWN = ("own_nl_en.jsonl",)
EAR = built_in()
TARGETS = {
    "new text, exact": "0.97",
    "questions": "0.85 / 0.85",
    "revision request": "F1 0.85",
    "approval explicit": "0.80 / 0.98",
    "promises": "0.85",
    "promises, date right": "0.95",
    "wording": "0.75 / 0.90",
}
"""Recall / precision where two are given."""


def records(names: Iterable[str], folder: Path = MAILS) -> Iterator[Mapping[str, Any]]:
    for name in names:
        for line in (folder / name).read_text("utf-8").splitlines():
            yield json.loads(line)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def score() -> Scores:
    """All readers over all labelled mails."""
    scores = Scores()
    for record in records(CLIENT):
        _client(scores, record, told(message(record, own=False), own=False, language=record["lang"], ear=EAR))
    for record in records(OWN):
        _own(scores, record, told(message(record, own=True), own=True, language=record["lang"], ear=EAR))
    return scores


def _groups(record: Mapping[str, Any]) -> Sequence[str]:
    return ("held out" if held_out(record["id"]) else "seen", record["lang"], "all")


def _client(scores: Scores, record: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    labels, groups = record["labels"], _groups(record)
    exact = squeezed(said["new_text"]) == squeezed(labels["new_text"])
    scores.flag("new text, exact", groups, exact, 1, 1)
    auto = labels["auto_reply"]
    scores.flag("automatic reply", groups, auto and said["auto_reply"], auto, said["auto_reply"])
    text = record["body"]
    scores.spans("questions", groups, labels["questions"], said["questions"], text)
    scores.spans("changes", groups, labels["changes"], said["changes"], text)
    asked, wanted = bool(said["changes"]), labels["revision_request"]
    scores.flag("revision request", groups, asked and wanted, wanted, asked)
    for kind in ("explicit", "conditional"):
        given, true = said["approval"] == kind, labels["approval"] == kind
        scores.flag(f"approval {kind}", groups, given and true, true, given)
    for name in ("praise", "price_dispute"):
        scores.flag(name.replace("_", " "), groups, said[name] and labels[name], labels[name], said[name])


def _own(scores: Scores, record: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    labels, groups, text = record["labels"], _groups(record), record["body"]
    wanted = [one["text"] for one in labels["promises"]]
    found = [one["text"] for one in said["promises"]]
    pairs = overlapping(wanted, found, text)
    scores.flag("promises", groups, len(pairs), len(wanted), len(found))
    right = sum(labels["promises"][place]["due"] == said["promises"][other]["due"] for place, other in pairs)
    scores.flag("promises, date right", groups, right, len(pairs), len(pairs))
    for name in ("overpromise", "blame"):
        scores.spans(name, groups, labels[name], said[name], text)
        scores.spans("wording", groups, labels[name], said[name], text)
    scores.spans("fees named", groups, labels["fees_named"], said["fees_named"], text)
    for name in ("holding_reply", "answers"):
        scores.flag(name.replace("_", " "), groups, said[name] and labels[name], labels[name], said[name])


def speed(rounds: int = 3) -> list[tuple[str, float, str]]:
    """Milliseconds of the processor: the median of mails of about 600 characters, and 64 KiB of several kinds."""
    usual = [(one, False) for one in records(CLIENT) if 500 <= len(one["body"]) <= 700]
    usual += [(one, True) for one in records(OWN) if 500 <= len(one["body"]) <= 700]
    prepared = [(message(one, own=own), own, one["lang"]) for one, own in usual]
    for mail, own, language in prepared:
        told(mail, own=own, language=language, ear=EAR)
    took = [_took(mail, own, language) for _ in range(rounds) for mail, own, language in prepared]
    rows = [(f"median of {len(prepared)} mails of 500 to 700 characters", statistics.median(took), "2")]
    for name, text in _long():
        long = message({"subject": "", "body": text[:65536]}, own=False)
        _took(long, False, "nl")
        rows.append((f"64 KiB: {name}", max(_took(long, own, "nl") for own in (False, True)), "40"))
    return rows


def _long() -> Iterator[tuple[str, str]]:
    """What takes longest, of some thirty kinds that were tried in five languages, beside prose."""
    drawn = Random(1)  # noqa: S311  # the same text each time
    bodies = [one["body"] for one in records(CLIENT[:1])]
    words = sorted({word for body in bodies for word in body.split()})
    cues = sorted({word for text in nl.CUES.values() for word in re.findall(r"[^\W\d_]{3,}", text)})
    yield "prose", " ".join(bodies)
    yield "one line", "kun je dat " * 6000
    yield "letters", "a" * 65536
    yield "a word in each line", "\n".join(drawn.choices(words, k=12_000))
    yield "a number in each line", "\n".join(str(drawn.randrange(10**6)) for _ in range(12_000))
    yield (
        "a price in each line",
        "\n".join(f"€ {drawn.randrange(10**4)},{drawn.randrange(10, 99)}" for _ in range(8000)),
    )
    yield "a question in each line", "\n".join(f"{one}?" for one in drawn.choices(words, k=9000))
    yield "a sentence of cues in each line", "\n".join(" ".join(drawn.choices(cues, k=8)) + "." for _ in range(2000))
    yield "quoted lines", "> x\n" * 20_000


def _took(mail: Message, own: bool, language: str) -> float:
    for text in (forget, at_hand.cache_clear, sounds.cache_clear, folded.cache_clear):
        text()  # the mail is new; its words were met before
    started = time.process_time()
    told(mail, own=own, language=language, ear=EAR)
    return (time.process_time() - started) * 1000


def _table(scores: Scores) -> Table:
    groups = ("seen", "held out", "nl", "en", "de", "fr", "es")
    table = Table(title="recall / precision (F1), and how many there are", title_justify="left")
    for heading in ("reader", "at least", *groups):
        table.add_column(heading, overflow="fold")
    for name, counts in scores.counts.items():
        cells = [cell(counts.get(group)) for group in groups]
        table.add_row(name, TARGETS.get(name, ""), *cells)
    return table


MORE: list[Callable[[Console], None]] = [acts.show, complaints.show]
"""Tables of other readers: each prints its own."""


def main() -> None:
    console = Console(width=200)
    console.print(_table(score()))
    times = Table(title="milliseconds of the processor", title_justify="left")
    for heading in ("what", "took", "at most"):
        times.add_column(heading)
    for name, took, limit in speed():
        times.add_row(name, f"{took:.2f}", limit)
    console.print(times)
    for more in MORE:
        more(console)


if __name__ == "__main__":
    main()
