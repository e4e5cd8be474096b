"""From labelled mail to a trained ear, judged on authors it has never read.

Every author is left out once: the views are fitted without it and look at its mails. From what they see there the
mixer and the pointer are fitted, again without the author they are judged on. The ear that is written knows them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mailaide.core.reading.ear import ear
from mailaide.core.reading.ear.cues import LANGUAGES
from train import fit
from train.fit import Sheet, View
from train.material import OUR_NAME, SINGLE

ASIDE = 0.06
"""What a sentence of strangers counts beside a plain mail."""

PROOF = 2.0
"""A sentence that proves counts twice: there is one in a mail, and many others in others."""

COUNTS = {"plain": 1.5, "business": 0.3, SINGLE: 0.3}
"""What a mail counts for the mixer, by its manner: there is less of the plain than of the indirect kind."""

SELDOM = 25.0
"""How much more a single sentence that complains counts: there it is one in thirty, in whole mails one in two, and the
mixer is to learn how little one sentence tells, not how seldom it complains."""

OWN = 3.0
"""How much more the mails of a language count for its own pointer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    said: View
    """The whole message by its words."""

    meant: View
    """The whole message by the senses of its words."""

    plain: View
    sentence: View


class Corpus:
    """Mails as numbers, with the rows of each author at hand."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = tuple(sheets)
        self.whole = fit.whole_rows(sheets)
        self.single = fit.sentence_rows(sheets)
        self.owner = np.repeat(np.arange(len(sheets)), [len(one.traces) for one in sheets])
        self.starts = np.cumsum([0, *(len(one.traces) for one in sheets)])
        self.complains = np.array([one.mail.complaint for one in sheets])
        self.author = np.array([one.mail.author for one in sheets])
        self.manner = np.array([one.mail.manner for one in sheets])
        self.language = np.array([one.mail.language for one in sheets])
        self.proves = np.array([mark for one in sheets for mark in one.proves], dtype=bool)
        self.weight = np.array([one.mail.weight for one in sheets])
        self.labelled = np.array([bool(one.mail.proof) or not one.mail.complaint for one in sheets])

    def values(self, views: Views, which: np.ndarray) -> np.ndarray:
        """What the mixer is told of these mails, in the order of `ear.values`."""
        rows, single = fit.pick(self.whole, which), fit.pick(self.single, self.sentences(which))
        said, meant, plain = views.said(rows[fit.WORDS]), views.meant(rows[fit.SENSES]), views.plain(rows)
        sentences = map(float, views.sentence(single))
        told = []
        for index, at in enumerate(which):
            one = self.sheets[at]
            seen = [replace(trace, seen=replace(trace.seen, sentence=next(sentences))) for trace in one.traces]
            told.append([said[index], meant[index], plain[index], *ear.shape(seen), *one.goodwill, *one.cues])
        return np.array(told)

    def sentences(self, which: np.ndarray) -> np.ndarray:
        """Where the sentences of these mails are, mail by mail."""
        return np.concatenate([np.arange(self.starts[at], self.starts[at + 1]) for at in which])

    def pointed(self, views: Views, which: np.ndarray) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """For each of these mails: what the pointer is told of its sentences, and which of them prove."""
        at_hand = self.sentences(which)
        single = fit.pick(self.single, at_hand)
        seen = np.array(
            [
                views.sentence(single),
                views.said(single[fit.WORDS]),
                views.meant(single[fit.SENSES]),
                views.plain(single),
            ]
        )
        start = 0
        for at in which:
            traces = self.sheets[at].traces
            end = start + len(traces)
            told = np.array(ear.pointed(traces, seen[:, start:end].tolist()))
            yield int(at), told, self.proves[at_hand[start:end]]
            start = end


def views(corpus: Corpus, which: np.ndarray) -> Views:
    """Fitted to the mails `which` names, but for single sentences: they stand in the whole ones too."""
    which = which[corpus.manner[which] != SINGLE]
    manner = corpus.manner[which]
    strangers = manner == "other"
    ours = which[~strangers | (corpus.author[which] == "parakweet")]
    labels = corpus.complains[ours]
    weights = corpus.weight[ours]
    rows = fit.pick(corpus.whole, ours)
    blunt = which[(manner == "plain") | strangers]
    plain = fit.view(
        fit.pick(corpus.whole, blunt),
        corpus.complains[blunt],
        np.where(corpus.manner[blunt] == "other", ASIDE, 1.0),
        strength=0.7,
        bayes=1.0,
    )
    known = np.zeros(len(corpus.sheets), dtype=bool)
    known[ours] = True
    complaint = corpus.complains[corpus.owner]
    # A mail of one sentence has no label for its proof; it proves itself.
    proves = corpus.proves | (complaint & ~corpus.labelled[corpus.owner])
    used = np.flatnonzero(known[corpus.owner] & (~complaint | proves))
    sentence = fit.view(
        fit.pick(corpus.single, used),
        proves[used],
        np.where(proves[used], PROOF, corpus.weight[corpus.owner[used]]),
        strength=0.3,
        bayes=1.0,
    )
    return Views(
        said=fit.agreed(rows[fit.WORDS], labels, weights),
        meant=fit.agreed(rows[fit.SENSES], labels, weights),
        plain=plain,
        sentence=sentence,
    )


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
        if len(complaints):
            pointed |= {at: (told, marks) for at, told, marks in corpus.pointed(fitted, complaints)}
    which = np.flatnonzero(np.isin(corpus.author, list(held_out)))
    return Unseen(which=which, values=values[which], pointed=pointed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixers:
    """What weighs a message, and what weighs a short one by its manner of plain speech."""

    mixer: ear.Mixer
    blunt: ear.Mixer

    def logits(self, values: np.ndarray) -> np.ndarray:
        """As `ear.score` has them."""
        share = ear.BLUNT * np.array([ear.brevity(length) for length in values[:, ear.LENGTH]])
        blunt = fit.logits(self.blunt, values[:, ear.INDIRECT :])
        return np.asarray(fit.logits(self.mixer, values) + share * blunt)


def mixers(corpus: Corpus, told: Unseen, without: str = "") -> Mixers:
    kept = corpus.author[told.which] != without
    which, values = told.which[kept], told.values[kept]
    complains, manner = corpus.complains[which], corpus.manner[which]
    weights = np.array([COUNTS.get(one, 1.0) for one in manner])
    weights[(manner == SINGLE) & complains] *= SELDOM
    blunt = (manner == "plain") & (corpus.author[which] != OUR_NAME)
    plain = values[blunt][:, ear.INDIRECT :]
    return Mixers(
        mixer=fit.mixed(values, complains, weights, strength=0.005, products=True),
        blunt=fit.mixed(plain, complains[blunt], np.ones(len(plain)), strength=0.03, products=False),
    )


def pointer(corpus: Corpus, told: Unseen, language: str, without: str = "") -> ear.Mixer:
    """What proves is said alike in all languages, and a little more alike in one."""
    kept = [(at, *pair) for at, pair in told.pointed.items() if corpus.author[at] != without and pair[1].any()]
    values, marks = np.vstack([one for _, one, _ in kept]), np.concatenate([one for _, _, one in kept])
    weights = np.concatenate(
        [np.full(len(one), (OWN if corpus.language[at] == language else 1.0) / len(one)) for at, one, _ in kept]
    )
    return fit.mixed(values, marks, 5 * weights, strength=0.001, products=True)


Fitted = tuple[Views, Mixers, dict[str, ear.Mixer]]
"""Views, mixers, and the pointer of each language."""


def model(corpus: Corpus, told: Unseen) -> Fitted:
    """What is written: fitted to all."""
    everything = np.arange(len(corpus.sheets))
    pointers = {language: pointer(corpus, told, language) for language in LANGUAGES}
    return views(corpus, everything), mixers(corpus, told), pointers
