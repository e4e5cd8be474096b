"""Learn what sentences do: `./run train acts`. Its model, figures and fingerprint are its own; the ear stays as it is.

Without the labelled mail outside the repository nothing is trained, and the file that is there stays.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from mailaide.adapters import acts_model, model_file
from mailaide.core.reading.ear import acts
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.cues import LANGUAGES
from train import act_fit as fit
from train import act_mails
from train.act_lines import Line, fingerprint, lines

FILE = Path(acts_model.__file__).with_name(acts_model.FILE)
RECORD = Path(__file__).with_name("acts.json")
LEAST = {Act.CHANGE: 0.72, Act.QUESTION: 0.85, Act.PROMISE: 0.8, **dict.fromkeys(acts.FLAWS, 0.9)}
"""Precision, sentence by sentence, that a level is to have."""


def train(shared: Path, *, dry: bool) -> None:
    """Fit every act, print what voices that were left out came to, and write the model."""
    folder = shared / "mails"
    clients = lines([*act_mails.ours(own=False, held_out=False), *act_mails.clients(folder)])
    still = lines(act_mails.nothing_to_alter(folder))
    own = lines([*act_mails.ours(own=True, held_out=False), *act_mails.own(folder), *act_mails.shipped()])
    told, tables, figures = {}, b"", {}
    for act in Act:
        learnt_from = own if act in acts.OURS else [*clients, *still] if act is Act.CHANGE else clients
        one, figures[act] = _learnt(act, learnt_from)
        fresh, scales = fit.packed(one)
        tables += fresh
        told[act] = {"scales": scales, "bias": round(one.bias, 5)} | figures[act].pop("levels")
    for act, figure in figures.items():
        print(f"{act:20}", "; ".join(f"{name} {value}" for name, value in figure.items()))
    if not dry:
        about = {"features": fingerprint(), "languages": sorted(LANGUAGES), "sizes": [*acts.SIZES], "acts": told}
        FILE.write_bytes(model_file.packed(about, tables, form=acts_model.FORMAT))
        record = {"sha256": sha256(FILE.read_bytes()).hexdigest(), "bytes": FILE.stat().st_size, "acts": figures}
        RECORD.write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def _learnt(act: Act, told: Sequence[Line]) -> tuple[fit.Fitted, dict[str, Any]]:
    rows = fit.matrix(told)
    does = np.array([act in one.does for one in told])
    weights = np.array([one.mail.weight for one in told])
    logits = fit.left_out(rows, does, weights, fit.parts(told))
    judged = np.flatnonzero([one.mail.judged for one in told])
    some = [told[at] for at in judged]
    alone, ruled = fit.levels(act, some, does[judged], logits[judged], LEAST[act])
    marks = np.array([one.ruled(act) for one in some])
    said = (logits[judged] >= alone) | (marks & (logits[judged] >= ruled))
    figures: dict[str, Any] = {"levels": {"alone": alone, "ruled": ruled}}
    for name, strange in (("ours", False), ("others", True)):
        at = np.array([one.mail.strange is strange for one in some])
        source, true, found = [one for one, there in zip(some, at, strict=True) if there], does[judged][at], said[at]
        figures[name] = str(fit.judged(true, found))
        figures[f"{name}, by mail"] = str(fit.judged(fit.by_mail(source, true), fit.by_mail(source, found)))
    return fit.fitted(rows, does, weights), figures
