"""What Anna and Harcourt & Lyle write to each other, in formal English: two projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from mailaide.demo.days import WorkingDays
from mailaide.demo.people import ANNA, EDWARD, MARGARET, answer, begin, spoken
from mailaide.demo.writing import Written

TERMS = """\
Dear Ms Harcourt,

Thank you for asking me to design the annual report. This is what we discussed on the telephone, so that you have it
in writing:

- Design and layout of 48 pages: £4,200 excluding VAT, half of it at the start.
- Changes after the second proof: £70 per hour. I will tell you beforehand how many hours it would be.

You will have the first proof on {first} and the second on {second}. The printer needs the final files on {printer}.

Could you let me know whether you agree?

Kind regards,
Anna de Vries
"""
AGREED = """\
Dear Ms de Vries,

Thank you, that is agreed. Our accountant will send you the figures by the end of the week.

Yours sincerely,
Margaret Harcourt
Harcourt & Lyle, Wine Merchants
"""
PROOF = """\
Dear Ms Harcourt,

The second proof is in our shared folder. The foreword has moved to page 3, as you asked, and the charts now have the
colours of your labels.

Kind regards,
Anna de Vries
"""
COMPLAINT = """\
Dear Ms de Vries,

I have just gone through the second proof with Mr Lyle, and I must say that we are very disappointed. The turnover on
page 9 is wrong, although we marked it in the first proof, and the map of the vineyards is missing altogether. The
board will see this report next week.

Please tell me how you intend to put this right.

Yours sincerely,
Margaret Harcourt
Harcourt & Lyle, Wine Merchants
"""
FEE = """\
Dear Ms Harcourt,

For the client newsletter I propose a fixed fee of £650 per issue, excluding VAT, with one round of corrections.
Printing and postage are not included.

If you would like to go ahead, a short reply is all I need.

Kind regards,
Anna de Vries
"""
LAYOUT = """\
Dear Ms Harcourt,

The layout of the first issue is in our shared folder: four pages, with the tasting notes in the middle. I used last
spring's notes as a filler until the new ones are written.

Kind regards,
Anna de Vries
"""
AWAY = """\
Thank you for your e-mail. I am visiting growers in Burgundy and shall read my messages on {back}.
In urgent cases please write to Margaret Harcourt.

Edward Lyle
"""


def annual_report(days: WorkingDays) -> Sequence[Written]:
    """A complaint that has just come in: a draft, and no alert before its time has passed."""
    first, second, printer = (spoken(days, back, "en") for back in (7, 3, -6))
    text = TERMS.format(first=first, second=second, printer=printer)
    subject = "[HL-1] Annual report: schedule and fees"
    terms = begin(ANNA, MARGARET, subject, text, days.at(12, "10:30"), language="en")
    agreed = answer(terms, MARGARET, AGREED, days.at(11, "15:12"))
    proof = answer(agreed, ANNA, PROOF, days.at(3, "16:48"))
    complaint = answer(proof, MARGARET, COMPLAINT, days.at(0))
    return terms, agreed, proof, complaint


def newsletter(days: WorkingDays) -> Sequence[Written]:
    """Five working days without a word, in which only a machine has written: a status update."""
    terms = begin(ANNA, MARGARET, "Client newsletter: my fee", FEE, days.at(13, "13:15"), language="en")
    subject = "Client newsletter: layout of the first issue"
    layout = begin(ANNA, MARGARET, subject, LAYOUT, days.at(5), language="en")
    away = answer(layout, EDWARD, AWAY.format(back=spoken(days, 1, "en")), layout.at + timedelta(minutes=2))
    machine = (("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"))
    return terms, replace(layout, cc=(EDWARD,)), replace(away, subject=f"Automatic reply: {subject}", fields=machine)
