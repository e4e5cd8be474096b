"""Fit the views of the ear to some mails, in numpy and scikit-learn; everything is seeded or has no chance in it.

Each view is a linear support vector machine over the numbers of `grams` and `senses`, weighted by how differently
complaints and others use them (naive Bayes) or by how rare they are, with each row divided by the root of its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from mailaide.core.reading.ear import ear, grams, senses, topics
from mailaide.core.reading.ear.sound import FEWEST, Sound
from train.material import Mail

LOUD = 127
SEED = 7
HALF = 2
"""A number that one text alone has tells nothing."""

Rows = tuple[csr_matrix, ...]
"""Texts as sparse matrices of ones: of phrases, of pieces, of turns; a view may look at some of them only."""

WORDS, SENSES = slice(0, 2), slice(2, 3)
SIZES = (grams.SIZE, grams.SIZE, senses.SIZE)
SILENT = ear.silent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A mail with its sentences as numbers. `proves` marks the sentences that overlap the labelled proof."""

    mail: Mail
    traces: tuple[ear.Trace, ...]
    proves: tuple[bool, ...]
    cues: tuple[int, ...]
    goodwill: tuple[float, float]


def sheet(mail: Mail) -> Sheet:
    found = tuple(ear.traces(mail.text, mail.language, SILENT))
    start = mail.text.find(mail.proof) if mail.proof else -1
    end = start + len(mail.proof)
    proves = tuple(
        start >= 0 and one.sentence.start < end and start < one.sentence.start + len(one.sentence.text) for one in found
    )
    return Sheet(
        mail=mail,
        traces=found,
        proves=proves,
        cues=ear.cue_counts(found),
        goodwill=ear.goodwill(mail.text, mail.language),
    )


def rows_of(sounds: Sequence[Sound]) -> Rows:
    sets = ([one.phrases for one in sounds], [one.pieces for one in sounds], [one.turns for one in sounds])
    return tuple(_matrix(some, size) for some, size in zip(sets, SIZES, strict=True))


def _matrix(sets: Sequence[set[int]], size: int) -> csr_matrix:
    starts = np.cumsum([0, *(len(one) for one in sets)])
    columns = np.fromiter((n for one in sets for n in sorted(one)), dtype=np.int32, count=int(starts[-1]))
    return csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(sets), size))


def whole_rows(sheets: Sequence[Sheet]) -> Rows:
    return rows_of([ear.together(one.traces) for one in sheets])


def sentence_rows(sheets: Sequence[Sheet]) -> Rows:
    return rows_of([trace.sound for one in sheets for trace in one.traces])


def pick(rows: Rows, which: np.ndarray) -> Rows:
    return tuple(one[which] for one in rows)


def levelled(one: csr_matrix) -> csr_matrix:
    """Each row divided by the root of its length, as at run time."""
    return diags(1 / np.sqrt(np.maximum(np.asarray(one.sum(1)).ravel(), FEWEST))) @ one


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Weights for phrases, pieces and turns; none for what it does not look at."""

    parts: tuple[np.ndarray, ...]

    def __call__(self, rows: Rows) -> np.ndarray:
        return sum((np.asarray(levelled(one) @ part) for one, part in zip(rows, self.parts, strict=True)), start=0.0)

    def __add__(self, other: View) -> View:
        return View(parts=tuple(one + another for one, another in zip(self.parts, other.parts, strict=True)))

    def over(self, divisor: float) -> View:
        return View(parts=tuple(one / divisor for one in self.parts))


def view(rows: Rows, labels: np.ndarray, weights: np.ndarray, *, strength: float, bayes: float = 0.0) -> View:
    """A linear view; `bayes` above 0 weighs by naive Bayes with that smoothing, else by rarity."""
    factors = []
    for one in rows:
        uses = np.asarray(one.sum(0)).ravel()
        if bayes:
            yes = bayes + np.asarray(one[labels].sum(0)).ravel()
            no = bayes + np.asarray(one[~labels].sum(0)).ravel()
            used = max(1, int((uses > 0).sum()))
            factor = np.abs(
                np.log((yes / (yes.sum() - bayes * (len(yes) - used))) / (no / (no.sum() - bayes * (len(no) - used))))
            )
        else:
            factor = np.log((1 + one.shape[0]) / (1 + uses)) + 1
        factors.append(factor * (uses >= HALF))
    matrix = hstack([levelled(one) @ diags(factor) for one, factor in zip(rows, factors, strict=True)]).tocsr()
    fitted = LinearSVC(C=strength, random_state=SEED, max_iter=5000).fit(matrix, labels, sample_weight=weights)
    ends = np.cumsum([len(factor) for factor in factors])[:-1]
    weighed = zip(np.split(fitted.coef_[0], ends), factors, strict=True)
    return View(parts=tuple(coefficients * factor for coefficients, factor in weighed))


def agreed(rows: Rows, labels: np.ndarray, weights: np.ndarray) -> View:
    """A view by use and one by rarity, with the same say."""
    by_use = view(rows, labels, weights, strength=1.0, bayes=0.3)
    by_rarity = view(rows, labels, weights, strength=0.3)
    return by_use.over(float(by_use(rows).std())) + by_rarity.over(float(by_rarity(rows).std()))


def mixed(values: np.ndarray, labels: np.ndarray, weights: np.ndarray, *, strength: float, products: bool) -> ear.Mixer:
    """A logistic regression over the values, written as the ear reads it."""
    means, deviations = values.mean(0), np.maximum(values.std(0), 1e-6)
    plain = ear.Mixer(means=[], deviations=[], weights=[], bias=0.0, products=products)
    mixer = replace(plain, means=means.round(5).tolist(), deviations=deviations.round(5).tolist())
    fitted = LogisticRegression(C=strength, max_iter=5000).fit(terms(mixer, values), labels, sample_weight=weights)
    return replace(mixer, weights=fitted.coef_[0].round(5).tolist(), bias=round(float(fitted.intercept_[0]), 5))


def terms(mixer: ear.Mixer, values: np.ndarray) -> np.ndarray:
    standard = np.clip((values - np.array(mixer.means)) / np.array(mixer.deviations), -ear.WIDEST, ear.WIDEST)
    if not mixer.products:
        return standard
    one, other = np.triu_indices(standard.shape[1])
    return np.hstack([standard, standard[:, one] * standard[:, other]])


def logits(mixer: ear.Mixer, values: np.ndarray) -> np.ndarray:
    return np.asarray(terms(mixer, values) @ np.array(mixer.weights) + mixer.bias)


def quantised(table: np.ndarray) -> tuple[bytes, float]:
    """Bytes and their scale; the few largest weights are cut, so that the many keep their steps."""
    largest = float(np.quantile(np.abs(table[table != 0]), 0.9995)) if table.any() else 1.0
    scale = largest / LOUD
    return (np.clip(np.round(table / scale), -LOUD, LOUD) + grams.NOTHING).astype(np.uint8).tobytes(), scale


RARE = 0.25
"""How far a topic is told as if none were rarer than another: scope is what one complaint in nine is about."""

Topic = tuple[float, np.ndarray, np.ndarray]
"""Where it starts from, weights of the numbers, weights of the cues."""


def subjects(sheets: Sequence[Sheet]) -> dict[str, Topic]:
    """One view a topic, learnt from the complaints alone."""
    complaints = [one for one in sheets if one.mail.complaint and one.mail.topics]
    ones = _matrix([topics.numbers(ear.together(one.traces)) for one in complaints], topics.SIZE)
    rare = np.log((1 + ones.shape[0]) / (1 + np.asarray(ones.sum(0)).ravel())) + 1
    length = np.maximum(np.asarray(ones.sum(1)).ravel(), 1)
    cues = csr_matrix(np.array([one.cues for one in complaints], dtype=float))
    matrix = hstack([diags(1 / np.sqrt(length)) @ ones @ diags(rare), cues]).tocsr()
    found = {}
    for topic in topics.TOPICS:
        labels = np.array([topic in one.mail.topics for one in complaints])
        fitted = LogisticRegression(C=1.0, solver="liblinear", random_state=SEED).fit(matrix, labels)
        weights, share = fitted.coef_[0], labels.mean()
        bias = float(fitted.intercept_[0]) - RARE * float(np.log(share / (1 - share)))
        found[topic] = (bias, weights[: topics.SIZE] * rare, weights[topics.SIZE :].round(5))
    return found
