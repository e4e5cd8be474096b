"""The figures of the table: on mails whose author the ear has not read, and on what was never trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

from mailaide.core.reading.ear import ear
from mailaide.core.reading.ear.topics import TOPICS, Subject, topics
from train import fit, learn
from train.client_mails import AUTHOR
from train.material import OUR_NAME, SINGLE, WRITERS

PRECISION = 0.80
LEVELS = (0.27, 0.35, 0.45, 0.55, 0.65, 0.80)
Figures = dict[str, Any]


def figures(corpus: learn.Corpus, told: learn.Unseen) -> Figures:
    """By author; and recall, proof and scores over all."""
    scores = np.zeros(len(told.which))
    hits: dict[int, bool] = {}
    single: dict[int, bool] = {}
    lengths: list[int] = []
    authors = corpus.author[told.which]
    for author in sorted(set(authors)):
        here = authors == author
        scores[here] = learn.mixers(corpus, told, author).logits(told.values[here])
        pointer = learn.pointer(corpus, told, str(corpus.language[told.which[here]][0]), author)
        for at in told.which[here]:
            if int(at) in told.pointed:
                values, marks = told.pointed[int(at)]
                likely = 1 / (1 + np.exp(-fit.logits(pointer, values)))
                start, end = ear.passage(likely.tolist(), [one.sentence for one in corpus.sheets[at].traces])
                hits[int(at)] = bool(marks[start:end].any())
                single[int(at)] = bool(marks[int(np.argmax(likely))])
                lengths.append(end - start)
    labels = corpus.complains[told.which]
    manners, languages = corpus.manner[told.which], corpus.language[told.which]
    sentences = manners == SINGLE
    business = manners == "business"
    ours = business | np.array([author.startswith((OUR_NAME, *WRITERS, AUTHOR)) for author in authors])
    written = ~sentences & np.array([author.startswith(AUTHOR) for author in authors])
    found: Figures = {"authors": {}, "languages": {}}
    found["scores"] = {
        "logits": scores[~ours],
        "labels": labels[~ours],
        "sentences": scores[sentences & ~labels],
        "mails": scores[written & ~labels],
    }
    for author in sorted(set(authors[~business])):
        here = (authors == author) & ~sentences
        found["authors"][author] = round(float(average_precision_score(labels[here], scores[here])), 3)
    for language in ("nl", "en", "de", "fr", "es"):
        for manner in ("natural", "plain", ""):
            here = ~ours & (languages == language) & ((manners == manner) | (manner == ""))
            recall, threshold = recall_at(labels[here], scores[here], PRECISION)
            said = told.which[here][scores[here] >= threshold]
            found["languages"][f"{language} {manner or 'both'}"] = {
                "mails": int(here.sum()),
                "average_precision": round(float(average_precision_score(labels[here], scores[here])), 3),
                "recall_at_precision_0.80": round(recall, 3),
                "threshold": round(threshold, 3),
                "proof": share(hits, said),
                "proof_one_sentence": share(single, said),
            }
    found["sentences_quoted"] = _round(np.mean(lengths))
    return found


def share(hits: dict[int, bool], which: np.ndarray) -> float:
    return round(float(np.mean([hits[int(at)] for at in which if int(at) in hits])), 3)


def recall_at(labels: np.ndarray, scores: np.ndarray, precision: float) -> tuple[float, float]:
    """The best recall at that precision, and the score from which."""
    precisions, recalls, thresholds = precision_recall_curve(labels, scores)
    enough = precisions[:-1] >= precision
    if not enough.any():
        return 0.0, float("inf")
    best = int(np.argmax(np.where(enough, recalls[:-1], -1)))
    return float(recalls[best]), float(thresholds[best])


def measured(corpus: learn.Corpus, fitted: learn.Fitted, found: Figures) -> Figures:
    """What was never trained on, real people; and what the levels come to, on those and on authors left out."""
    views, mixers, _ = fitted
    scores = mixers.logits(corpus.values(views, np.arange(len(corpus.sheets))))
    tweets, business = corpus.author == "airline", corpus.author == "enron"
    left_out, labels = found["scores"]["logits"], found["scores"]["labels"]
    levels = {}
    for level in LEVELS:
        edge = np.log(level / (1 - level))
        said = left_out >= edge
        levels[f"{level:.2f}"] = {
            "precision": _round(labels[said].mean()),
            "recall": _round(said[labels].mean()),
            "false alarms": _round(said[~labels].mean()),
            "enron alarms": _round((scores[business] >= edge).mean()),
            "alarms on mail about presented work": _round((found["scores"]["mails"] >= edge).mean()),
            "alarms on single sentences": _round((found["scores"]["sentences"] >= edge).mean()),
        }
    airline = _round(average_precision_score(corpus.complains[tweets], scores[tweets]))
    return {"airline": airline, "levels": levels}


def subjects(corpus: learn.Corpus, authors: Sequence[str]) -> Figures:
    """F1 of each topic over the complaints of authors left out."""
    hits: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for author in authors:
        fitted = fit.subjects([one for one in corpus.sheets if one.mail.author != author])
        models = {name: _as_shipped(*topic) for name, topic in fitted.items()}
        for one in corpus.sheets:
            if one.mail.author == author and one.mail.complaint and one.mail.topics:
                said = set(topics(ear.together(one.traces), one.cues, models))
                hits.update(said & set(one.mail.topics))
                both.update([*said, *one.mail.topics])
    each = {name: _round(2 * hits[name] / both[name]) for name in TOPICS}
    return {"topics": each | {"all": _round(2 * hits.total() / both.total())}}


def _as_shipped(bias: float, weights: np.ndarray, cues: np.ndarray) -> Subject:
    numbers, scale = fit.quantised(weights)
    return Subject(bias=bias, scale=scale, weights=numbers, cues=cues.tolist())


def _round(value: float) -> float:
    return round(float(value), 3)


def show(figures: Figures) -> None:
    print("average precision, author left out:")
    print("  " + "  ".join(f"{author} {value:.2f}" for author, value in figures["authors"].items()))
    print("              mails     AP R@P.80  proof  (one)")
    for name, row in figures["languages"].items():
        cells = [row[key] for key in ("average_precision", "recall_at_precision_0.80", "proof", "proof_one_sentence")]
        print(f"{name:14}{row['mails']:>5}" + "".join(f"{cell:>7.2f}" for cell in cells))
    for level, row in figures["levels"].items():
        print(f"  from {level}: " + ", ".join(f"{name} {value}" for name, value in row.items()))
    print(f"sentences in a proof {figures['sentences_quoted']}, topics {figures['topics']}")
    print(f"airline average precision {figures['airline']}")
