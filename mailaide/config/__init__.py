"""The configuration: what the person wrote, checked once and completely, as values the program works with."""

from collections.abc import Mapping
from pathlib import Path

from mailaide.config.settings import AccountSettings, AlertSettings, Config, StoreSettings, SyncSettings, Tls

__all__ = ["AccountSettings", "AlertSettings", "Config", "StoreSettings", "SyncSettings", "Tls", "load"]


def load(path: Path, *, environment: Mapping[str, str] | None = None) -> Config:
    """The configuration in the file and in the `projects.d` beside it. Raises ConfigError.

    `environment` is the process's own unless given; it is asked for the state directory only.
    """
    from mailaide.config import files  # noqa: PLC0415  # a daemon has it read elsewhere, and does without pydantic

    return files.load(path, environment=environment)
