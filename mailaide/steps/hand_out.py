"""What was decided and written becomes the work of each account: letters, alerts, and what to take back or to mark."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from mailaide.core import notices
from mailaide.core.mail import Folder
from mailaide.core.notices import Notice
from mailaide.core.obligation import RaiseAlert, Withheld
from mailaide.steps.intend import Work
from mailaide.steps.write import Decided, Letterbook


def hand_out(
    accounts: Iterable[str],
    decided: Sequence[Decided],
    book: Letterbook,
    *,
    held: Mapping[str, Withheld],
    folders: Mapping[str, tuple[Folder, ...]],
    of_accounts: Sequence[Notice],
    began: datetime,
    now: datetime,
) -> Iterator[Work]:
    """For each of these accounts what it is to do. `held` tells why a letter that is due is not put, by its key."""
    answered = [handle for one in decided for handle in one.answered]
    for account in accounts:
        mine = [one for one in decided if one.account == account]
        projects = {one.plan.project for one in mine}
        # The first time all that was due comes in one summary, and what could wait for its letter stands there too.
        summed_up = now == began and sum(len(one.alerts()) + len(one.plan.patient) for one in mine) > 1
        told = [(one, action) for one in mine for action in one.alerts(() if summed_up else book.written)]
        keys = [draft.obligation.key for one in mine for draft in one.drafts()]
        yield Work(
            account=account,
            folders=folders.get(account, ()),
            drafts=tuple(book.written[key] for key in keys if key in book.written),
            perhaps=tuple(one for one in book.perhaps if one.action.obligation.project in projects),
            lost={key: notice for key, notice in book.lost.items() if notice.account == account},
            withdrawals=tuple(action for one in mine for action in one.withdrawals()),
            notices=(
                *(_alert(one, action, book.written, held) for one, action in told),
                *(notice for notice in of_accounts if notice.account == account),
            ),
            # A client's mail may lie in another account than the project's.
            answered=tuple(handle for handle in answered if handle.place.account == account),
            began=began,
        )


def _alert(one: Decided, action: RaiseAlert, written: Collection[str], held: Mapping[str, Withheld]) -> Notice:
    """The alert, which tells of the letter that it is about: one of its own, or one that covers it."""
    key = action.obligation.key
    lead = next((draft.obligation.key for draft in one.drafts() if key in draft.obligation.covers), key)
    drafting = lead in written or key in one.plan.follows
    return notices.alert(action, one.dossier, drafting=drafting, held=held.get(key) or held.get(lead))
