"""Does a message come from the address it bears? Only the person's own server is asked (RFC 8601).

Anybody can write an Authentication-Results field; one counts when it names the server that the configuration names,
and of several the topmost, which was added last. No answer is no objection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailaide.core.mail import Header

FIELD = "authentication-results"

_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"^\s*([a-z][a-z0-9-]*)\s*(?:/\s*\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
_FROM = re.compile(r"\bheader\.from\s*=\s*\"?(?:[^\s;@\"]*@)?([^\s;@\"]+)", re.IGNORECASE)
"""Whose mail was judged: a message may bear two senders, and each reader takes another one for it."""

_SIGNER = re.compile(r"\bheader\.(?:d|i)\s*=\s*\"?(?:[^\s;@\"]*@)?([^\s;@\"]+)", re.IGNORECASE)


def objection(header: Header, authserv_id: str) -> str:
    """Why the server does not believe the sender ("dmarc=fail"), or the empty string."""
    if not authserv_id or header.sender is None:
        return ""
    results: dict[str, list[tuple[str, str]]] = {}
    for name, value in header.marks:
        if name == FIELD:
            for method, found in _results(value, authserv_id).items():
                results.setdefault(method, found)
    dmarc, domain = dict(results.get("dmarc", ())), header.sender.domain
    if "fail" in dmarc:
        return "dmarc=fail"
    if "pass" in dmarc:
        judged = _FROM.findall(dmarc["pass"])
        return f"dmarc=pass is for {judged[0]}" if judged and not _aligned(judged, domain) else ""
    signed = any(
        result == "pass" and _aligned(_SIGNER.findall(rest), domain) for result, rest in results.get("dkim", ())
    )
    spf = next((result for result, _ in results.get("spf", ())), "")
    return f"spf={spf}, and no valid signature" if spf in {"fail", "softfail"} and not signed else ""


def _results(value: str, authserv_id: str) -> dict[str, list[tuple[str, str]]]:
    """Method → its results with what belongs to each; nothing when another server wrote the field."""
    server, *told = _COMMENT.sub(" ", value).split(";")
    found: dict[str, list[tuple[str, str]]] = {}
    if server.split()[:1] and server.split()[0].casefold() == authserv_id.casefold():
        for one in told:
            if match := _RESULT.match(one):
                found.setdefault(match[1].lower(), []).append((match[2].lower(), one))
    return found


def _aligned(named: Iterable[str], domain: str) -> bool:
    """Whether one of the names is the domain of the sender, or one above or below it."""
    small = [name.lower() for name in named]
    return any(name == domain or name.endswith(f".{domain}") or domain.endswith(f".{name}") for name in small)
