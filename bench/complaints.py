"""The complaint rows of `./run bench reading`: what was measured in training, what never was trained on, and anchors.

Mail that was trained on would flatter the ear, so its figures come from `train/figures.json`: each author left out.
Tweets, business mail and whole conversations were never trained on and are read here and now, where they are at hand.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from mailaide.adapters.ear_model import FILE, built_in
from mailaide.core.reading.ear.levels import DEFAULT
from mailaide.core.reading.text.newtext import new_text
from mailaide.core.reading.text.spans import forget
from train import material
from train.material import Mail

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FIGURES = ROOT / "train" / "figures.json"
CONVERSATIONS = ROOT / "tests" / "data" / "conversations.jsonl"
KEYWORDS = {
    "en": r"complain|unacceptable|disappoint|terribl|worst|refund|frustrat|angry|unhappy|dissatisf"
    r"|not (happy|satisfied)|poor|rude|ridiculous|awful|horribl|useless|scam|never again|money back|lawyer",
    "nl": r"klacht|klagen|onacceptabel|teleurgesteld|teleurstell|ontevreden|niet (blij|tevreden)|slecht|schandalig"
    r"|belachelijk|waardeloos|boos|frustr|geld terug|nooit meer|oplichter|advocaat|onbeschoft|drama",
}
"""What a help desk puts in a rule."""

Scorer = Callable[[Mail], float]
LOAD = """
import time
from mailaide.adapters.ear_model import built_in
started = time.perf_counter()
ear = built_in()
for language in ("nl", "en", "de", "fr", "es"):
    ear.hear("x y", language=language)
print((time.perf_counter() - started) * 1000)
"""


def show(console: Console) -> None:
    console.print(_left_out())
    console.print(_unseen(console))
    console.print(_cost())


def _left_out() -> Table:
    figures = json.loads(FIGURES.read_text("utf-8"))
    table = Table(title="complaint, each author left out in training (train/figures.json)", title_justify="left")
    for heading in (
        "mails",
        "count",
        "average precision",
        "recall at precision 0.80",
        "proof overlaps",
        "by one sentence",
    ):
        table.add_column(heading)
    for name, row in figures["languages"].items():
        at_least = {"natural": " (0.88)", "plain": " (0.95)", "both": ""}[name.split()[1]]
        asked = " (0.90)" if name in {"nl both", "en both"} else ""
        proof = " (0.85)" if asked else ""
        table.add_row(
            name,
            str(row["mails"]),
            f"{row['average_precision']:.2f}{at_least}",
            f"{row['recall_at_precision_0.80']:.2f}{asked}",
            f"{row['proof']:.2f}{proof}",
            f"{row['proof_one_sentence']:.2f}",
        )
    for author, value in figures["authors"].items():
        table.add_row(author, "", f"{value:.2f}")
    return table


def _unseen(console: Console) -> Table:
    """The ear beside its anchors, on what it was not trained on; labelled mail for the anchors alone."""
    scorers: dict[str, tuple[Scorer, float]] = {"ear": (_ear, DEFAULT.sure), "help-desk keywords": (_keywords, 0.5)}
    if (vader := _vader()) is not None:
        scorers["VADER"] = (vader, 0.05)
    else:
        console.print("VADER is not installed here: pip install vaderSentiment to see it beside the ear")
    table = Table(title="never trained on, and the anchors (ear from the level `normal`)", title_justify="left")
    for heading in ("mails", "reader", "average precision", "precision", "recall", "alarms among the others"):
        table.add_column(heading)
    for name, mails, of_the_ear in _sets():
        for reader, (scorer, level) in scorers.items():
            if (reader == "ear" and not of_the_ear) or (reader == "VADER" and mails[0].language != "en"):
                continue
            scores = [scorer(mail) for mail in mails]
            said = [score >= level for score in scores]
            labels = [mail.complaint for mail in mails]
            hits = sum(one and true for one, true in zip(said, labels, strict=True))
            false = sum(one and not true for one, true in zip(said, labels, strict=True))
            some = any(labels)
            table.add_row(
                name,
                reader,
                f"{average_precision(scores, labels):.2f}" if some else "",
                f"{hits / max(1, hits + false):.2f}" if some else "",
                f"{hits / sum(labels):.2f}" if some else "",
                f"{false / max(1, len(labels) - sum(labels)):.3f}",
            )
    return table


def _sets() -> list[tuple[str, Sequence[Mail], bool]]:
    """Name, mails, and whether the ear may be shown: not on what it was trained on."""
    sets: list[tuple[str, Sequence[Mail], bool]] = [("conversations", conversations(), True)]
    if (SHARED / "measure").is_dir():
        sets += [
            ("airline tweets (0.88)", material.tweets(SHARED / "measure"), True),
            ("Enron (alarms ≤ 0.05)", material.business(SHARED / "measure"), True),
        ]
    if (SHARED / "mails").is_dir():
        labelled = material.labelled(SHARED / "mails")
        for language in KEYWORDS:
            for manner in ("natural", "plain"):
                mails = [one for one in labelled if (one.language, one.manner) == (language, manner)]
                sets.append((f"{language} {manner}", mails, False))
    return sets


def conversations() -> list[Mail]:
    """The clients' messages of whole conversations, each read by itself."""
    found = []
    for line in CONVERSATIONS.read_text("utf-8").splitlines():
        told = json.loads(line)
        facts = [(fact["what"], fact["message"]) for fact in told["expected"]]
        complaints = {message for what, message in facts if re.match(r"complaint (opened|repeated|reopened)", what)}
        machines = {message for what, message in facts if what.startswith("auto-reply")}
        found += [
            Mail(
                author="conversations",
                manner="measure",
                language=told["lang"],
                text=new_text(one["body"]),
                complaint=one["id"] in complaints,
            )
            for one in told["messages"]
            if one["folder"] == "INBOX" and one["id"] not in machines
        ]
    return found


def _ear(mail: Mail) -> float:
    heard = built_in().hear(mail.text, language=mail.language)
    return heard.score if heard else 0.0


def _keywords(mail: Mail) -> float:
    return float(len(re.findall(KEYWORDS.get(mail.language, KEYWORDS["en"]), mail.text, re.IGNORECASE)))


def _vader() -> Scorer | None:
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    analyser = SentimentIntensityAnalyzer()
    return lambda mail: -float(analyser.polarity_scores(mail.text)["compound"])


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The area under precision over recall; equal scores stand together."""
    ranked = sorted(zip(scores, labels, strict=True), key=lambda one: -one[0])
    total, hits, area, start = sum(labels), 0, 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        fresh = sum(label for _, label in ranked[start:end])
        hits += fresh
        area += fresh / total * hits / end
        start = end
    return area


def _cost() -> Table:
    table = Table(title="what the ear costs", title_justify="left")
    for heading in ("what", "", "at most"):
        table.add_column(heading)
    table.add_row("file", f"{(ROOT / 'mailaide' / 'adapters' / FILE).stat().st_size / 1024:.0f} KiB", "2048 KiB")
    loads = [
        float(subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True).stdout) for _ in "12345"
    ]
    table.add_row("model and cues loaded", f"{statistics.median(loads):.0f} ms", "60 ms")
    usual = [mail for mail in conversations() if 300 <= len(mail.text) <= 700]
    took = [_took(mail.text, mail.language) for _ in range(5) for mail in usual]
    table.add_row(f"median of {len(usual)} mails of 300 to 700 characters", f"{statistics.median(took):.2f} ms", "2 ms")
    long = " ".join(mail.text for mail in conversations())[: 64 * 1024]
    table.add_row("64 KiB", f"{statistics.median(_took(long, 'nl') for _ in range(5)):.1f} ms", "40 ms")
    return table


def _took(text: str, language: str) -> float:
    forget()
    started = time.perf_counter()
    built_in().hear(text, language=language)
    return (time.perf_counter() - started) * 1000
