"""What the ear is told of the mails in `train/mails`, as one number: another one means that it must be trained again.

A model fits the features that it was trained on. Whatever changes them (the grams, the senses, the sentences, the cues,
the readers of approval and praise) changes this number; the model file bears it, and a test compares the two.
"""

from __future__ import annotations

from array import array
from hashlib import sha256

from mailaide.core.reading.ear import cues, ear, senses
from train import material


def fingerprint() -> str:
    """Of the features as the code makes them now."""
    tables = [{name: dict(table) for name, table in each.items()} for each in (cues.LANGUAGES, senses.LANGUAGES)]
    silent = ear.silent()
    told = sha256(repr(tables).encode())
    for mail in material.ours():
        found = ear.traces(mail.text, mail.language, silent)
        sound = ear.together(found)
        for numbers in (sound.phrases, sound.pieces, sound.turns):
            told.update(array("q", sorted(numbers)).tobytes())
        values = [*ear.shape(found), *ear.goodwill(mail.text, mail.language), *ear.cue_counts(found)]
        values += [one for row in ear.pointed(found, [[trace.seen.sentence for trace in found]]) for one in row]
        told.update(repr((mail.complaint, mail.proof, [round(one, 6) for one in values])).encode())
    return told.hexdigest()
