"""Fit the views of the ear to some mails, in numpy and scikit-learn; everything is seeded or has no chance in it.

Each view is a linear support vector machine over the numbers of `grams`, weighted by how differently complaints and
others use them (naive Bayes) or by how rare they are, with each row divided by the root of its length.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from mailaide.core.reading import ear, grams, topics
from train.material import Mail

LOUD = 127
SEED = 7
HALF = 2
"""A number that one text alone has tells nothing."""

Rows = tuple[csr_matrix, csr_matrix]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A mail with its sentences as numbers. `proves` marks the sentences that overlap the labelled proof."""

    mail: Mail
    traces: tuple[ear.Trace, ...]
    proves: tuple[bool, ...]
    cues: tuple[int, ...]
    goodwill: tuple[float, float]


def sheet(mail: Mail) -> Sheet:
    silent = array("b", bytes(grams.SIZE)) if not _SILENT else _SILENT[0]
    _SILENT[:] = [silent]
    found = tuple(ear.traces(mail.text, mail.language, silent, 1.0))
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


_SILENT: list[array[int]] = []


def rows_of(sets: Sequence[tuple[set[int], set[int]]]) -> Rows:
    """Phrases and pieces as two sparse matrices of ones."""
    return _matrix([one[0] for one in sets]), _matrix([one[1] for one in sets])


def _matrix(sets: Sequence[set[int]]) -> csr_matrix:
    starts = np.cumsum([0, *(len(one) for one in sets)])
    columns = np.fromiter((n for one in sets for n in sorted(one)), dtype=np.int32, count=int(starts[-1]))
    return csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=(len(sets), grams.SIZE))


def whole_rows(sheets: Sequence[Sheet]) -> Rows:
    return rows_of(
        [
            (set().union(*(t.phrases for t in one.traces)), set().union(*(t.pieces for t in one.traces)))
            for one in sheets
        ]
    )


def sentence_rows(sheets: Sequence[Sheet]) -> Rows:
    return rows_of([(trace.phrases, trace.pieces) for one in sheets for trace in one.traces])


def pick(rows: Rows, which: np.ndarray) -> Rows:
    return rows[0][which], rows[1][which]


def stack(*parts: Rows) -> Rows:
    return vstack([one[0] for one in parts]).tocsr(), vstack([one[1] for one in parts]).tocsr()


def levelled(rows: Rows) -> Rows:
    """Each row divided by the root of its length, as at run time."""
    out = []
    for one in rows:
        length = np.maximum(np.asarray(one.sum(1)).ravel(), ear.FEWEST)
        out.append(diags(1 / np.sqrt(length)) @ one)
    return out[0], out[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Weights for phrases and pieces."""

    phrases: np.ndarray
    pieces: np.ndarray

    def __call__(self, rows: Rows) -> np.ndarray:
        some, others = levelled(rows)
        return np.asarray(some @ self.phrases + others @ self.pieces)

    def __add__(self, other: View) -> View:
        return View(phrases=self.phrases + other.phrases, pieces=self.pieces + other.pieces)

    def over(self, divisor: float) -> View:
        return View(phrases=self.phrases / divisor, pieces=self.pieces / divisor)


def view(
    rows: Rows, labels: np.ndarray, weights: np.ndarray, *, strength: float, bayes: float = 0.0, fewest: int = HALF
) -> View:
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
        factors.append(factor * (uses >= fewest))
    some, others = levelled(rows)
    matrix = hstack([some @ diags(factors[0]), others @ diags(factors[1])]).tocsr()
    fitted = LinearSVC(C=strength, random_state=SEED, max_iter=5000).fit(matrix, labels, sample_weight=weights)
    coefficients = fitted.coef_[0]
    return View(phrases=coefficients[: grams.SIZE] * factors[0], pieces=coefficients[grams.SIZE :] * factors[1])


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


def quantised(table: np.ndarray) -> tuple[array[int], float]:
    """Signed bytes and their scale; the few largest weights are cut, so that the many keep their steps."""
    largest = float(np.quantile(np.abs(table[table != 0]), 0.9995)) if table.any() else 1.0
    scale = largest / LOUD
    return array("b", np.clip(np.round(table / scale), -LOUD, LOUD).astype(np.int8).tobytes()), scale


Topic = tuple[float, np.ndarray, np.ndarray]
"""Where it starts from, weights of the numbers, weights of the cues."""


def subjects(sheets: Sequence[Sheet]) -> dict[str, Topic]:
    """One view a topic, learnt from the complaints alone."""
    complaints = [one for one in sheets if one.mail.complaint and one.mail.topics]
    ones = _matrix([topics.numbers(ear.pieces_of(one.traces)) for one in complaints])[:, : topics.SIZE]
    rare = np.log((1 + ones.shape[0]) / (1 + np.asarray(ones.sum(0)).ravel())) + 1
    length = np.maximum(np.asarray(ones.sum(1)).ravel(), 1)
    cues = csr_matrix(np.array([one.cues for one in complaints], dtype=float))
    matrix = hstack([diags(1 / np.sqrt(length)) @ ones @ diags(rare), cues]).tocsr()
    found = {}
    for topic in topics.TOPICS:
        labels = np.array([topic in one.mail.topics for one in complaints])
        fitted = LogisticRegression(C=1.0, solver="liblinear", random_state=SEED).fit(matrix, labels)
        weights = fitted.coef_[0]
        found[topic] = (float(fitted.intercept_[0]), weights[: topics.SIZE] * rare, weights[topics.SIZE :].round(5))
    return found
