"""The configuration: what the person wrote, checked once and completely, as values the program works with."""

from mailaide.config.load import json_schema, load
from mailaide.config.settings import AccountSettings, AlertSettings, Config, StoreSettings, SyncSettings, Tls

__all__ = ["AccountSettings", "AlertSettings", "Config", "StoreSettings", "SyncSettings", "Tls", "json_schema", "load"]
