"""Which host is this computer: without encryption nothing else is spoken to."""

from __future__ import annotations

import ipaddress


def is_this_computer(host: str) -> bool:
    """By name or number; no name is looked up."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
