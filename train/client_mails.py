"""The mail of `acts/` as the ear learns from it: whole mails that complain or do not, and their sentences one by one.

Most of it answers presented work and wishes it altered, without a reproach: what is taken for a complaint most easily.
"""

from __future__ import annotations

from collections.abc import Iterator

from train import act_mails
from train.material import SINGLE, Mail

AUTHOR = "acts"
DISSATISFIED, CONTESTS = "K", "M"
HALF = 0.5
"""What such a mail counts for the views: only one in five complains, and much of it is near misses of each other."""


def mails() -> Iterator[Mail]:
    """What contests a sum and is not called dissatisfied is left out: nobody has said whether it complains.

    The files of one round are one author, in all languages.
    """
    for mail in act_mails.ours(own=False, held_out=False):
        author = f"{AUTHOR}_{mail.voice.partition(':')[0].rpartition('_')[2]}"
        complaints = mail.with_letter(DISSATISFIED)
        if complaints or not mail.with_letter(CONTESTS):
            yield Mail(
                author=author,
                manner="natural",
                language=mail.language,
                text=mail.text,
                complaint=bool(complaints),
                proof=mail.text[complaints[0].start : complaints[-1].end] if complaints else "",
                weight=HALF,
            )
        for one in mail.labelled if len(mail.labelled) > 1 else ():
            complains = DISSATISFIED in one.letters
            if complains or CONTESTS not in one.letters:
                yield Mail(author=author, manner=SINGLE, language=mail.language, text=one.text, complaint=complains)
