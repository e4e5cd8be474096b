"""Which of a client's projects a text speaks of, by the words that are one project's own.

What two projects share tells nothing, and two projects that are both named are no answer. The subject speaks first;
the text is asked only when the subject names none, and it must say more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mailaide.core.project import Project

LONG_TITLE, TITLE, MILESTONE, WORD = 4, 3, 2, 1
"""What it counts for to be named by a title, telling in itself or not, by a milestone, or by a word of the title."""

ENOUGH_IN_SUBJECT, ENOUGH_IN_TEXT = 2, 4
SHORTEST_WORD = 4
TEXT_LIMIT = 4_000

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_COMMON = frozenset(
    """
    aanpassing aanpassingen akkoord allemaal design draft eerste eindoplevering factuur feedback final first klaar
    launch livegang logo nieuwe offerte oplevering ontwerp online pagina paginas planning proef project release
    site start tekst teksten test tweede versie version website work alle deze with from para pour alle neue erste
    entwurf rechnung seite webseite projet projekt
    """.split()  # noqa: SIM905  # a list of literals would be five times as long
)
"""Words that every project is spoken of with; one of them alone never decides."""

Phrase = tuple[str, ...]


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class Vocabulary:
    """The words of some projects, indexed: a text is compared with those it names, not with all."""

    def __init__(self, projects: Sequence[Project]) -> None:
        owners: dict[Phrase, dict[str, int]] = defaultdict(dict)
        for project in projects:
            for phrase, weight in _phrases(project):
                owners[phrase][project.key] = max(weight, owners[phrase].get(project.key, 0))
        self._phrases: dict[str, list[tuple[Phrase, str, int]]] = defaultdict(list)
        self._words: dict[str, str] = {}
        for phrase, weights in owners.items():
            if len(weights) == 1:
                key, weight = next(iter(weights.items()))
                self._phrases[phrase[0]].append((phrase, key, weight))
        for word, keys in _single_words(projects).items():
            if len(keys) == 1:
                self._words[word] = next(iter(keys))

    def named(self, subject: str, text: str = "") -> str:
        """The one project that is spoken of, or the empty string."""
        scores, enough = self._scores(words_of(subject)), ENOUGH_IN_SUBJECT
        if not scores and text:
            scores, enough = self._scores(words_of(text[:TEXT_LIMIT])), ENOUGH_IN_TEXT
        if len(scores) != 1:
            return ""
        key, score = next(iter(scores.items()))
        return key if score >= enough else ""

    def mentioned(self, subject: str, text: str = "") -> set[str]:
        """The projects that any word is of."""
        return {*self._scores(words_of(subject)), *self._scores(words_of(text[:TEXT_LIMIT]))}

    def _scores(self, words: Sequence[str]) -> Mapping[str, int]:
        """What the words count for, by project; a phrase inside a longer one is not heard."""
        heard: list[tuple[int, int, Phrase, str, int]] = []
        for start, word in enumerate(words):
            for phrase, key, weight in self._phrases.get(word, ()):
                if tuple(words[start : start + len(phrase)]) == phrase:
                    heard.append((start, start + len(phrase), phrase, key, weight))
        counted: dict[tuple[str, Phrase], int] = {}
        for start, end, phrase, key, weight in heard:
            if not any(a <= start and end <= b and b - a > end - start for a, b, *_ in heard):
                counted[key, phrase] = weight
        covered = {at for start, end, *_ in heard for at in range(start, end)}
        for at, word in enumerate(words):
            if at not in covered:
                for part, key in self._parts(word):
                    counted[key, (part,)] = WORD
        scores: dict[str, int] = defaultdict(int)
        for (key, _), weight in counted.items():
            scores[key] += weight
        return scores

    def _parts(self, word: str) -> Iterable[tuple[str, str]]:
        """Words of the titles that a word is, begins with or ends in: "webshopfoto's" holds two."""
        lengths = range(SHORTEST_WORD, len(word) + 1)
        parts = {part for length in lengths for part in (word[:length], word[-length:])}
        return [(part, self._words[part]) for part in parts if part in self._words]


def _phrases(project: Project) -> Iterable[tuple[Phrase, int]]:
    title = words_of(project.title)
    if title:
        long = [word for word in title if len(word) >= SHORTEST_WORD]
        telling = len(long) > 1 and not _COMMON.issuperset(long)
        yield tuple(title), LONG_TITLE if telling else TITLE
    for milestone in project.milestones:
        words = words_of(milestone.name)
        if any(word not in _COMMON and not word.isdigit() for word in words):
            yield tuple(words), MILESTONE
    for keyword, weight in project.keywords:
        if words := words_of(keyword):
            yield tuple(words), weight


def _single_words(projects: Iterable[Project]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for project in projects:
        for word in words_of(project.title):
            if len(word) >= SHORTEST_WORD and word not in _COMMON:
                found[word].add(project.key)
    return found
