"""Print how well the reading does on labelled mail: `python tests/core/reading/measure.py FILE.jsonl...`.

Not a test: the labelled mail lies outside the repository.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from mailaide.core.reading import complaint, holding, language, newtext, thanks


def squeezed(text: str) -> str:
    return " ".join(text.split())


def scores(name: str, pairs: list[tuple[bool, bool]]) -> str:
    hits = sum(said and true for said, true in pairs)
    said = sum(said for said, _ in pairs)
    true = sum(true for _, true in pairs)
    return (
        f"{name}: precision {hits / max(said, 1):.2f} recall {hits / max(true, 1):.2f} ({hits} of {true}, {said} said)"
    )


def measure(path: Path, *, verbose: bool) -> None:  # noqa: C901 - a script
    records: list[dict[str, Any]] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    exact: list[bool] = []
    complaints: list[tuple[bool, bool]] = []
    holdings: list[tuple[bool, bool]] = []
    thanked: list[tuple[bool, bool]] = []
    guessed: list[bool] = []
    for record in records:
        labels = record.get("labels", record)
        text = newtext.new_text(record.get("body") or record["text"])
        if "new_text" in labels:
            exact.append(squeezed(text) == squeezed(labels["new_text"]))
            if verbose and not exact[-1]:
                sys.stdout.write(f"  new text {record['id']}: {text[-120:]!r} / {labels['new_text'][-80:]!r}\n")
        if "holding_reply" in labels:
            found = holding.holding_reply(text)
            holdings.append((found is not None, labels["holding_reply"]))
            if verbose and holdings[-1][0] != holdings[-1][1]:
                sys.stdout.write(f"  holding {holdings[-1]} {record['id']}: {text[:300]!r}\n")
        if "complaint" in labels and not labels.get("auto_reply"):
            guessed.append(language.guess(text) in {record["lang"], ""})
            signal = complaint.complaint(text, language=record["lang"])
            complaints.append((signal is not None, labels["complaint"] != "none"))
            if verbose and complaints[-1][0] != complaints[-1][1]:
                why = f"{signal.because} | {signal.sentence}" if signal else labels.get("proof") or text
                sys.stdout.write(f"  complaint {complaints[-1]} {record['id']}: {why!r}\n")
            found = thanks.thanks(text, language=record["lang"])
            if "thanks" in (intents := labels.get("intents", ())) or found:
                thanked.append((found is not None, "thanks" in intents and labels["complaint"] == "none"))
    sys.stdout.write(f"{path.name}: {len(records)} mails\n")
    if exact:
        sys.stdout.write(f"  new text exact: {sum(exact) / len(exact):.3f}\n")
    for name, pairs in (("complaint", complaints), ("holding reply", holdings), ("thanks", thanked)):
        if pairs:
            sys.stdout.write(f"  {scores(name, pairs)}\n")
    if guessed:
        sys.stdout.write(f"  language not wrong: {sum(guessed) / len(guessed):.3f}\n")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        if argument != "-v":
            measure(Path(argument), verbose="-v" in sys.argv)
