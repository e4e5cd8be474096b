"""The sentences of labelled mail as what is weighed of them, and one number for what the code makes of ours.

A model fits the numbers that it was trained on. Whatever changes them (grams, senses, sentences, what the rules find)
changes the fingerprint; the model file bears it, and a test compares the two.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from mailaide.core.reading.client.changes import changes
from mailaide.core.reading.client.questions import questions
from mailaide.core.reading.ear import acts
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ours.promises import promises
from mailaide.core.reading.ours.wording import wording
from mailaide.core.reading.text.spans import sentences_of
from train import act_mails
from train.act_mails import ActMail


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence: of which mail it is, its numbers, and what it does."""

    mail: ActMail
    numbers: Sequence[set[int]]
    does: frozenset[Act]

    def ruled(self, act: Act) -> bool:
        return acts.MARKS.index(f"a rule finds a {act}") in self.numbers[-1]


def by_rule(mail: ActMail) -> dict[Act, Sequence[str]]:
    """What the rules alone find, as the readers hand it on."""
    if mail.date is None:
        return {
            Act.QUESTION: questions(mail.text, language=mail.language),
            Act.CHANGE: changes(mail.text, language=mail.language),
        }
    found = promises(mail.text, sent=mail.date.date(), language=mail.language)
    flaws = wording(mail.text, language=mail.language)
    return {
        Act.PROMISE: [one.text for one in found],
        **{act: [one.text for one in flaws if one.flaw.value == act] for act in acts.FLAWS},
    }


def lines(mails: Sequence[ActMail]) -> list[Line]:
    found = []
    for mail in mails:
        said = sentences_of(mail.text)
        places = {act: acts.placed(mail.text, said, spans) for act, spans in by_rule(mail).items()}
        found += [
            Line(mail=mail, numbers=numbers, does=mail.does(said[at].start, said[at].text))
            for at, numbers in acts.numbered(said, mail.language, places)
        ]
    return found


def fingerprint() -> str:
    """Of what the code makes of the mails in the repository; another one means that it must be trained again."""
    told = sha256()
    for own in (False, True):
        for one in lines(act_mails.ours(own=own, held_out=False)):
            for numbers in one.numbers:
                told.update(array("q", sorted(numbers)).tobytes())
            told.update(repr(sorted(one.does)).encode())
    return told.hexdigest()
