"""Train the ear, judge it on authors it has not read, write it: `./run train [ear|acts] [--shared FOLDER]`.

The material lies outside the repository; without it nothing is trained and the file that is there stays.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from train import act_train, client_mails, judge, learn, material, write
from train.fit import sheet

ROOT = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(prog="run train", description=__doc__.splitlines()[0])
    parser.add_argument(
        "what", nargs="?", choices=("ear", "acts"), default="ear", help="complaints, or what sentences do"
    )
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="the folder with mails, train, measure"
    )
    parser.add_argument("--dry", action="store_true", help="only print the table")
    options = parser.parse_args()
    shared: Path = options.shared
    if not (shared / "mails").is_dir():
        sys.exit(f"run train: there is no labelled mail under {shared}; name the folder with --shared")
    if options.what == "acts":
        act_train.train(shared, dry=options.dry)
        return
    started = time.monotonic()
    labelled = material.labelled(shared / "mails")
    mails = [*labelled, *material.ours(), *client_mails.mails(), *material.asides(shared / "train")]
    corpus = learn.Corpus([sheet(mail) for mail in mails])
    authors = sorted({mail.author for mail in mails if mail.manner != "other"})
    told = learn.unseen(corpus, authors)
    figures = judge.figures(corpus, told)
    fitted = learn.model(corpus, told)
    measured = [*material.tweets(shared / "measure"), *material.business(shared / "measure")]
    figures |= judge.measured(learn.Corpus([sheet(mail) for mail in measured]), fitted, figures)
    figures |= judge.subjects(corpus, sorted({mail.author for mail in labelled}))
    judge.show(figures)
    if not options.dry:
        write.write(corpus, fitted, figures, len(mails))
    print(f"{len(mails)} texts, {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
