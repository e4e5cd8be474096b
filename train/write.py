"""Write the ear as one file, and beside this script what it is: its checksum, what it was trained on, its figures."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from mailaide.adapters import ear_model, model_file
from mailaide.core.reading.ear.cues import LANGUAGES
from train import fit, learn
from train.fingerprint import fingerprint

FILE = Path(ear_model.__file__).with_name(ear_model.FILE)
RECORD = Path(__file__).with_name("figures.json")


def write(corpus: learn.Corpus, fitted: learn.Fitted, figures: dict[str, Any], texts: int) -> None:
    views, mixers, pointers = fitted
    tables: dict[str, np.ndarray] = {}
    whole = (*views.said.parts, *views.meant.parts)
    for name, parts in (("whole", whole), ("plain", views.plain.parts), ("sentence", views.sentence.parts)):
        phrases, pieces, turns = parts
        tables |= {f"{name} words": phrases + pieces, f"{name} turns": turns}
    subjects = fit.subjects(corpus.sheets)
    tables |= {f"topic {name}": weights for name, (_, weights, _) in subjects.items()}
    packed, scales = b"", {}
    for name, table in tables.items():
        numbers, scale = fit.quantised(table)
        packed += numbers
        scales[name] = float(f"{scale:.6g}")
    told = {
        "features": fingerprint(),
        "texts": texts,
        "languages": sorted(LANGUAGES),
        "tables": [[name, len(table)] for name, table in tables.items()],
        "scales": scales,
        **asdict(mixers),
        "pointers": {language: asdict(pointer) for language, pointer in pointers.items()},
        "topics": {name: [round(bias, 5), cues.tolist()] for name, (bias, _, cues) in subjects.items()},
    }
    FILE.write_bytes(model_file.packed(told, packed, form=ear_model.FORMAT))
    kept = {name: value for name, value in figures.items() if name != "scores"}
    record = {"sha256": sha256(FILE.read_bytes()).hexdigest(), "bytes": FILE.stat().st_size, "texts": texts, **kept}
    RECORD.write_text(json.dumps(record, indent=1) + "\n", "utf-8")
