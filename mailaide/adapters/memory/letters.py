"""Twins of Letters and Notifier that keep what they were given, for tests of everything around them.

They keep the laws that callers rely on: an empty greeting is refused, and a notifier that is told to fail raises.
"""

from __future__ import annotations

from mailaide.core.letter import Letter, Rendered
from mailaide.errors import AlertFailed, LetterError


class MemoryLetters:
    """A letter with its values line by line instead of words; `rendered` keeps every letter in order."""

    def __init__(self) -> None:
        self.rendered: list[Letter] = []

    def render(self, letter: Letter) -> Rendered:
        if not letter.greeting.strip():
            raise LetterError(f"{letter.parts[0].template}: the greeting is empty. Nothing was drafted.")
        self.rendered.append(letter)
        lines = [letter.greeting]
        for part in letter.parts:
            lines += ["", *(f"{name}: {value}" for name, value in sorted(part.values.items()))]
        return Rendered(subject=f"{letter.parts[0].template} ({letter.language})", text="\n".join(lines) + "\n")


class RecordingNotifier:
    """Keeps (title, text) in `told`; while `failing` is set it takes nothing and raises AlertFailed."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.failing = False

    def tell(self, title: str, text: str) -> None:
        if self.failing:
            raise AlertFailed("the alert was not pushed. It is tried again.")
        self.told.append((title, text))
