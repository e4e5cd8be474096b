"""Fit what speaks for each act to sentences, and say what sentences that were left out came to.

A logistic regression over the numbers of `acts.numbered`, each kind divided by the root of how many there are. Voices
are left out whole, for the sentences of one writer resemble each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from mailaide.core.reading.ear import acts
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.sound import FEWEST
from train.act_lines import Line
from train.fit import quantised

PARTS = 8
SEED = 7
STRENGTH = 3.0
SAY = (1.0, 1.0, 2.0, 1.0, 1.0, 0.3)
"""How much each kind of number may say."""

SELDOM = 2
"""A number that one sentence alone has tells nothing."""

SILENT = 0.004
"""Of the largest weight; what weighs less is left out of the file."""

LEVELS = [step / 4 for step in range(-12, 9)]
DOUBTED = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)
"""How far below the level a sentence may lie of which a rule says the same."""


def matrix(some: Sequence[Line]) -> csr_matrix:
    """The sentences as they are weighed."""
    kinds = []
    for kind, (size, say) in enumerate(zip(acts.SIZES, SAY, strict=True)):
        sets = [one.numbers[kind] for one in some]
        starts = np.cumsum([0, *map(len, sets)])
        columns = np.fromiter((n for one in sets for n in sorted(one)), dtype=np.int32, count=int(starts[-1]))
        ones = csr_matrix((np.full(len(columns), say), columns, starts), shape=(len(some), size))
        if kind < acts.SHARED:
            ones = diags(1 / np.sqrt(np.maximum(FEWEST, [len(one) for one in sets]))) @ ones
        kinds.append(ones)
    return hstack(kinds).tocsr()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    weights: np.ndarray
    bias: float

    def __call__(self, rows: csr_matrix) -> np.ndarray:
        return np.asarray(rows @ self.weights + self.bias)


def fitted(rows: csr_matrix, does: np.ndarray, weights: np.ndarray) -> Fitted:
    uses = np.asarray((rows != 0).sum(0)).ravel()
    kept = diags((uses >= SELDOM).astype(float))
    found = LogisticRegression(C=STRENGTH, max_iter=2000).fit(rows @ kept, does, sample_weight=weights)
    return Fitted(weights=found.coef_[0], bias=float(found.intercept_[0]))


def parts(some: Sequence[Line]) -> np.ndarray:
    """Which part of the cross-validation each line is in, by its voice."""
    voices = sorted({one.mail.voice for one in some})
    order = np.random.RandomState(SEED).permutation(len(voices))
    part = {voices[at]: place % PARTS for place, at in enumerate(order)}
    return np.array([part[one.mail.voice] for one in some])


def left_out(rows: csr_matrix, does: np.ndarray, weights: np.ndarray, part: np.ndarray) -> np.ndarray:
    """What each line comes to when its voice was left out."""
    found = np.zeros(len(does))
    for one in range(PARTS):
        out, there = part == one, part != one
        found[out] = fitted(rows[there], does[there], weights[there])(rows[out])
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How well one source is read at some levels."""

    count: int
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)

    def __str__(self) -> str:
        return f"{self.recall:.2f} / {self.precision:.2f} (F1 {self.f1:.2f}) of {self.count}"


def judged(does: np.ndarray, said: np.ndarray) -> Judged:
    hits = int((does & said).sum())
    return Judged(count=int(does.sum()), recall=hits / max(1, does.sum()), precision=hits / max(1, said.sum()))


def by_mail(some: Sequence[Line], told: np.ndarray) -> np.ndarray:
    """Of each mail, whether any of its lines is marked."""
    found: dict[int, bool] = {}
    for one, marked in zip(some, told, strict=True):
        found[id(one.mail)] = found.get(id(one.mail), False) or bool(marked)
    return np.array([*found.values()])


def levels(act: Act, some: Sequence[Line], does: np.ndarray, logits: np.ndarray, least: float) -> tuple[float, float]:
    """From where a sentence does it alone, and from where beside a rule: the best mean F1, by sentence and by mail.

    In each source, ours and others, precision by sentence is to be `least`; what it is short of that counts twice.
    """
    ruled = np.array([one.ruled(act) for one in some])
    strange = np.array([one.mail.strange for one in some])
    sources = [source for source in (np.flatnonzero(~strange), np.flatnonzero(strange)) if does[source].any()]
    theirs = [[some[at] for at in source] for source in sources]
    best = (-1.0, 0.0, 0.0)
    for alone, doubted in product(LEVELS, DOUBTED):
        said = (logits >= alone) | (ruled & (logits >= alone - doubted))
        found = [judged(does[source], said[source]) for source in sources]
        mails = [
            judged(by_mail(one, does[source]), by_mail(one, said[source]))
            for one, source in zip(theirs, sources, strict=True)
        ]
        short = sum(max(0.0, least - one.precision) for one in found)
        value = sum(one.f1 for one in (*found, *mails)) / len(found) / 2 - 2 * short
        best = max(best, (value, alone, alone - doubted))
    return best[1], best[2]


def packed(one: Fitted) -> tuple[bytes, list[float]]:
    """Bytes and a scale for each kind of number."""
    tables, scales, start = b"", [], 0
    largest = np.abs(one.weights).max()
    weights = np.where(np.abs(one.weights) < SILENT * largest, 0.0, one.weights)
    for size, say in zip(acts.SIZES, SAY, strict=True):
        numbers, scale = quantised(weights[start : start + size] * say)
        tables += numbers
        scales.append(float(f"{scale:.6g}"))
        start += size
    return tables, scales
