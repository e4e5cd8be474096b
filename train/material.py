"""The labelled mail that the ear learns from and is judged by, as values.

`train/mails` is ours. The other files lie outside the repository, in a folder that is given; what `measure` holds is
read for judging only.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

OUR_NAME = "ours"
"""One author, in all languages and manners: left out together."""

WRITERS = ("first", "second", "third")
"""Who wrote whole natural mails for the ear; a file of theirs is an author of its own."""

SINGLE = "single"
"""The manner of a sentence taken out of a mail: what one sentence tells by itself, and how little."""

OURS = Path(__file__).parent / "mails"
CLIENTS = ("client_nl", "client_en", "client_de_fr_es")
ANNOYED = frozenset({"annoyance", "disappointment", "disapproval", "anger", "disgust"})
CONTENT = frozenset(
    {"gratitude", "approval", "admiration", "joy", "love", "curiosity", "neutral", "optimism", "caring", "relief"}
)
_PROOF = re.compile(r"\[\[(.*?)\]\]")
_HANDLE = re.compile(r"@\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One text with its label. `author` names the file and, where one holds several, the language.

    `manner` is natural, plain, business, single, other or measure; `weight` is how much it counts for the views.
    """

    author: str
    manner: str
    language: str
    text: str
    complaint: bool
    mild: bool = False
    proof: str = ""
    topics: Sequence[str] = ()
    weight: float = 1.0


def labelled(mails: Path) -> list[Mail]:
    """The whole mails that people labelled: each file is one author and one manner."""
    found = []
    for name in CLIENTS:
        for record in _records(mails / f"{name}.jsonl"):
            told = record["labels"]
            if not told["auto_reply"]:
                told |= {"proof": told["complaint_sentence"], "topics": told["complaint_topics"]}
                told |= {"lang": record["lang"], "text": told["new_text"]}
                found.append(_mail(told, f"client_{record['lang']}"))
    for path in sorted((mails / "more").glob("*.jsonl")):
        if not path.stem.startswith("own"):
            found += [_mail(one, path.stem) for one in _records(path)]
    return found


def _mail(told: dict[str, Any], author: str) -> Mail:
    return Mail(
        author=author,
        manner="plain" if author.endswith("plain") else "natural",
        language=told["lang"],
        text=told["text"],
        complaint=told["complaint"] != "none",
        mild=told["complaint"] == "mild",
        proof=told["proof"],
        topics=told["topics"],
    )


def ours() -> list[Mail]:
    """Mails written for the ear: "+ …" complains, "- …" does not. Named by writer or manner, and language.

    Those of the writers and the `whole` ones are whole mails, with what proves in double brackets; the others are a
    line or two.
    """
    return [
        Mail(
            author=path.stem if path.stem.startswith(WRITERS) else OUR_NAME,
            manner="plain" if path.stem.startswith(("plain", "blunt")) else "natural",
            language=path.stem[-2:],
            text=_PROOF.sub(r"\1", line[2:]),
            complaint=line[0] == "+",
            proof="".join(_PROOF.findall(line)),
        )
        for path in sorted(OURS.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line[:2] in {"+ ", "- "}
    ]


def asides(train: Path) -> list[Mail]:
    """Sentences of others whose licence allows it: business sentences (not complaints), remarks with a feeling."""
    chance = random.Random(1)  # noqa: S311  # a sample, no secret
    rows = _business(train / "parakweet-ask-train.txt")
    single = chance.sample(rows, 1500)
    business = [replace(_aside("parakweet", text, complaint=False), weight=0.15) for text in single]
    business += _joined(sorted(set(rows) - set(single)), "business_a", chance)
    business += _joined(_business(train / "parakweet-ask-test.txt"), "business_b", chance)
    names = (train / "goemotions-labels.txt").read_text("utf-8").split()
    annoyed, content = [], []
    for line in _lines(train / "goemotions-train.tsv"):
        text, labels, _ = line.split("\t")
        feelings = {names[int(one)] for one in labels.split(",")}
        if feelings <= ANNOYED:
            annoyed.append(text)
        elif feelings <= CONTENT:
            content.append(text)
    remarks = [_aside("goemotions", text, complaint=True) for text in chance.sample(annoyed, 2500)]
    remarks += [_aside("goemotions", text, complaint=False) for text in chance.sample(content, 2500)]
    return business + remarks


def _business(path: Path) -> list[str]:
    return [line.split("\t", 1)[1] for line in _lines(path) if "\t" in line]


def _joined(sentences: Sequence[str], author: str, chance: random.Random) -> list[Mail]:
    """Mails of one to ten sentences: so that length and the turns between sentences alone make no complaint."""
    left, mails = [*sentences], []
    chance.shuffle(left)
    while left:
        some = chance.choice((1, 2, 3, 4, 5, 6, 8, 10))
        mail = _aside(author, " ".join(left[:some]), complaint=False)
        mails.append(replace(mail, manner="business", weight=0.4))
        left = left[some:]
    return mails


def _aside(author: str, text: str, *, complaint: bool) -> Mail:
    return Mail(author=author, manner="other", language="en", text=text, complaint=complaint)


def tweets(measure: Path) -> list[Mail]:
    """For judging only."""
    with (measure / "airline-tweets.csv").open(encoding="utf-8", newline="") as file:
        return [
            Mail(
                author="airline",
                manner="measure",
                language="en",
                text=_HANDLE.sub("", row["text"]).strip(),
                complaint=row["airline_sentiment"] == "negative",
            )
            for row in csv.DictReader(file)
        ]


def business(measure: Path) -> list[Mail]:
    """For judging only: business mail, none of it a client's complaint."""
    return [
        Mail(author="enron", manner="measure", language="en", text=record["text"], complaint=False)
        for record in _records(measure / "enron-business-1000.jsonl")
    ]


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text("utf-8").split("\n")[:-1]


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
