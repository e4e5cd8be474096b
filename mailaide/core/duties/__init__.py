"""The rules of what is owed to a client: one file a duty, each a pure function over a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.obligation import Obligation

Duty = Callable[[Dossier, datetime], Iterator[Obligation]]
"""Yields what is owed at that instant, or will be; an obligation that is met is not yielded any more."""
