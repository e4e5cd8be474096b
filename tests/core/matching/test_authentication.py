"""Only the person's own server is asked whether a sender is genuine, and its last word counts."""

from __future__ import annotations

import pytest
from builders import PIET, a_header

from mailaide.core.matching.authentication import objection

SERVER = "mx.me.example"


def said(*fields: str) -> str:
    return objection(a_header(marks=tuple(("authentication-results", field) for field in fields)), SERVER)


@pytest.mark.parametrize(
    ("field", "why"),
    [
        (f"{SERVER}; dmarc=fail (p=none) header.from=harbour.example", "dmarc=fail"),
        (f"{SERVER} 1; spf=pass; dkim=pass header.d=other.example; dmarc=fail", "dmarc=fail"),
        (f"{SERVER.upper()}; spf=fail smtp.mailfrom=harbour.example", "spf=fail, and no valid signature"),
        (f"{SERVER}; spf=softfail; dkim=fail header.d=harbour.example", "spf=softfail, and no valid signature"),
        (f"{SERVER}; spf=fail; dkim=pass header.d=evil.example", "spf=fail, and no valid signature"),
        (f"{SERVER}; dmarc=pass header.from=evil.example", "dmarc=pass is for evil.example"),
        (
            f"{SERVER}; dmarc=pass (p=none) header.from=x@harbour.example.evil.example",
            "dmarc=pass is for harbour.example.evil.example",
        ),
        (f"{SERVER}; dkim=none; (a; comment; dmarc=pass) dmarc=fail", "dmarc=fail"),
    ],
)
def test_what_the_server_does_not_believe(field: str, why: str):
    assert said(field) == why


@pytest.mark.parametrize(
    "field",
    [
        f"{SERVER}; dmarc=pass",
        f"{SERVER}; dmarc=pass (p=none) header.from=Harbour.example",
        f'{SERVER}; dmarc=pass header.from="piet@mail.harbour.example"',
        f"{SERVER}; spf=fail; dkim=pass header.d=harbour.example",
        f"{SERVER}; spf=fail; dkim=pass header.i=@mail.harbour.example",
        f"{SERVER}; spf=neutral; dkim=none",
        f"{SERVER}; none",
        f"{SERVER}; auth=pass smtp.auth=piet",
        "mx.elsewhere.example; dmarc=fail",
        f"not-{SERVER}; dmarc=fail",
        "",
        ";;; = ; dmarc",
    ],
)
def test_some_results_are_no_objection(field: str):
    assert said(field) == ""


def test_the_topmost_field_of_the_server_counts():
    forged = f"{SERVER}; dmarc=pass; spf=pass; dkim=pass header.d=harbour.example"

    assert said(f"{SERVER}; dmarc=fail", forged) == "dmarc=fail"
    assert said("elsewhere.example; dmarc=fail", f"{SERVER}; dmarc=pass") == ""
    assert said(f"{SERVER}; spf=fail", f"{SERVER}; dkim=pass header.d=harbour.example") == ""


def test_without_the_name_of_a_server_nobody_is_believed_or_doubted():
    header = a_header(sender=PIET, marks=(("authentication-results", f"{SERVER}; dmarc=fail"),))

    assert objection(header, "") == ""
