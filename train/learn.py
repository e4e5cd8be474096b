"""From labelled mail to a trained ear, judged on authors it has never read.

Every author is left out once: the views are fitted without it and look at its mails. From what they see there the
mixer and the pointer are fitted, again without the author they are judged on. The ear that is written knows them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mailaide.core.reading import ear
from mailaide.core.reading.cues import LANGUAGES
from train import fit
from train.fit import Sheet, View

ASIDE = 0.1
"""What a sentence of strangers counts beside a mail."""

BUSINESS = 0.15
"""What a business sentence counts as something that is no complaint."""

PROOF = 2.0
"""A sentence that proves counts twice: there is one in a mail, and many others in others."""

PLAIN = 1.5
"""Plain mail counts more for the mixer: there is less of it than of the indirect kind."""


OWN = 3.0
"""How much more the mails of a language count for its own pointer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    whole: View
    plain: View
    sentence: View


class Corpus:
    """Mails as numbers, with the rows of each author at hand."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = tuple(sheets)
        self.whole = fit.whole_rows(sheets)
        self.single = fit.sentence_rows(sheets)
        self.owner = np.repeat(np.arange(len(sheets)), [len(one.traces) for one in sheets])
        self.complains = np.array([one.mail.complaint for one in sheets])
        self.author = np.array([one.mail.author for one in sheets])
        self.manner = np.array([one.mail.manner for one in sheets])
        self.language = np.array([one.mail.language for one in sheets])
        self.proves = np.array([mark for one in sheets for mark in one.proves], dtype=bool)
        self.labelled = np.array([bool(one.mail.proof) or not one.mail.complaint for one in sheets])

    def values(self, views: Views, which: np.ndarray) -> np.ndarray:
        """What the mixer is told of these mails, in the order of `ear.values`."""
        rows = fit.pick(self.whole, which)
        whole, plain = views.whole(rows), views.plain(rows)
        told = []
        spans = self.spans()
        views_of = views.sentence(self.single)
        for index, at in enumerate(which):
            one = self.sheets[at]
            start, end = spans[at]
            seen = [
                ear.Trace(sentence=trace.sentence, cues=(), phrases=set(), pieces=set(), view=float(view))
                for trace, view in zip(one.traces, views_of[start:end], strict=True)
            ]
            told.append([whole[index], plain[index], *ear.shape(seen), *one.goodwill, *one.cues])
        return np.array(told)

    def spans(self) -> list[tuple[int, int]]:
        """Where the sentences of each mail are."""
        ends = np.cumsum([len(one.traces) for one in self.sheets])
        return [(int(end) - len(one.traces), int(end)) for one, end in zip(self.sheets, ends, strict=True)]

    def pointed(self, views: Views, which: np.ndarray) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """For each of these mails: what the pointer is told of its sentences, and which of them prove."""
        seen = [view(self.single) for view in (views.sentence, views.whole, views.plain)]
        spans = self.spans()
        for at in which:
            start, end = spans[at]
            one = self.sheets[at]
            told = np.array(ear.pointed(one.traces, [view[start:end] for view in seen]))
            yield int(at), told, self.proves[start:end]


def views(corpus: Corpus, which: np.ndarray) -> Views:
    """Fitted to the mails `which` names."""
    manner = corpus.manner[which]
    strangers = manner == "other"
    business = corpus.author[which] == "parakweet"
    ours = which[~strangers | business]
    labels = corpus.complains[ours]
    weights = np.where(corpus.manner[ours] == "other", BUSINESS, 1.0)
    rows = fit.pick(corpus.whole, ours)
    by_use = fit.view(rows, labels, weights, strength=1.0, bayes=0.3)
    by_rarity = fit.view(rows, labels, weights, strength=0.3)
    whole = by_use.over(float(by_use(rows).std())) + by_rarity.over(float(by_rarity(rows).std()))
    blunt = which[(manner == "plain") | strangers]
    plain = fit.view(
        fit.pick(corpus.whole, blunt),
        corpus.complains[blunt],
        np.where(corpus.manner[blunt] == "other", ASIDE, 1.0),
        strength=1.0,
        bayes=1.0,
    )
    known = np.zeros(len(corpus.sheets), dtype=bool)
    known[ours] = True
    complaint = corpus.complains[corpus.owner]
    # A mail of one sentence has no label for its proof; it proves itself.
    proves = corpus.proves | (complaint & ~corpus.labelled[corpus.owner])
    used = np.flatnonzero(known[corpus.owner] & (~complaint | proves))
    stranger = corpus.manner[corpus.owner[used]] == "other"
    weights = np.where(stranger, BUSINESS, np.where(proves[used], PROOF, 1.0))
    sentence = fit.view(fit.pick(corpus.single, used), proves[used], weights, strength=0.3, bayes=1.0)
    return Views(whole=whole, plain=plain, sentence=sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """What views that had not read them made of the labelled mails `which`, and of the sentences of complaints."""

    which: np.ndarray
    values: np.ndarray
    pointed: dict[int, tuple[np.ndarray, np.ndarray]]


def unseen(corpus: Corpus, held_out: Sequence[str]) -> Unseen:
    """Leave every author out once."""
    values = np.zeros((len(corpus.sheets), ear.VALUES))
    pointed: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for author in held_out:
        out = np.flatnonzero(corpus.author == author)
        fitted = views(corpus, np.flatnonzero(corpus.author != author))
        values[out] = corpus.values(fitted, out)
        complaints = out[corpus.complains[out]]
        pointed |= {at: (told, marks) for at, told, marks in corpus.pointed(fitted, complaints)}
    which = np.flatnonzero(np.isin(corpus.author, list(held_out)))
    return Unseen(which=which, values=values[which], pointed=pointed)


def mixer(corpus: Corpus, told: Unseen, without: str = "") -> ear.Mixer:
    kept = corpus.author[told.which] != without
    which = told.which[kept]
    weights = np.where(corpus.manner[which] == "plain", PLAIN, 1.0)
    return fit.mixed(told.values[kept], corpus.complains[which], weights, strength=0.01, products=True)


def pointer(corpus: Corpus, told: Unseen, language: str, without: str = "") -> ear.Mixer:
    """What proves is said alike in all languages, and a little more alike in one."""
    kept = [(at, *pair) for at, pair in told.pointed.items() if corpus.author[at] != without and pair[1].any()]
    values, marks = np.vstack([one for _, one, _ in kept]), np.concatenate([one for _, _, one in kept])
    weights = np.concatenate(
        [np.full(len(one), (OWN if corpus.language[at] == language else 1.0) / len(one)) for at, one, _ in kept]
    )
    return fit.mixed(values, marks, 5 * weights, strength=0.1, products=False)


Fitted = tuple[Views, ear.Mixer, dict[str, ear.Mixer]]
"""Views, mixer, and the pointer of each language."""


def model(corpus: Corpus, told: Unseen) -> Fitted:
    """What is written: fitted to all."""
    everything = np.arange(len(corpus.sheets))
    pointers = {language: pointer(corpus, told, language) for language in LANGUAGES}
    return views(corpus, everything), mixer(corpus, told), pointers
