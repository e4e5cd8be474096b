"""Messages, intents and marks that stores are tried with; one of each has everything that such a thing may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from mailaide.core.dossier import Author, Entry, Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.matching.threads import Tie
from mailaide.core.reading.signals import Reading, Signal, SignalKind, Statement
from mailaide.core.reading.text.sums import Price
from mailaide.ports import Found, Store

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOLDERS = {
    Role.INBOX: "INBOX",
    Role.SENT: "Gesendet",
    Role.ARCHIVE: "Archiv",
    Role.PROJECT: "mailaide/tower",
    Role.DRAFTS: "Entwürfe",
    Role.TRASH: "Papierkorb",
}


def a_message(message_id: str, *, uid: int = 1, **changes: Any) -> Filed:
    role = changes.get("role", Role.INBOX)
    header = Header(
        place=Place(account=changes.get("account", "work"), folder=FOLDERS[role], uidvalidity=7, uid=uid),
        role=role,
        message_id=message_id,
        received_at=changes.get("at", MONDAY),
    )
    entry = Entry(
        message=Message(header=header, text=changes.get("text", "Hello.")),
        thread=changes.get("thread", message_id),
        author=Author.CLIENT,
        reading=Reading(new_text="Hello.", language="en"),
    )
    return Filed(
        entry=entry,
        project=changes.get("project", "harbour"),
        candidates=changes.get("candidates", ()),
        because="the sender is a client",
    )


FULL = Filed(
    entry=Entry(
        message=Message(
            header=Header(
                place=Place(account="work", folder="INBOX", uidvalidity=4_294_967_295, uid=4_294_967_294),
                role=Role.INBOX,
                message_id="<full@client.example>",
                references=("<a@x>", "<b@x>"),
                sender=Address(email="zoë@client.example", name="Zoë Çelik"),
                reply_to=(Address(email="desk@client.example"),),
                to=(Address(email="me@work.example", name="Ich"), Address(email="you@work.example")),
                cc=(Address(email="山田@client.example", name="山田"),),
                subject="Größe — “falsch” 🚧",
                received_at=datetime(2026, 3, 2, 10, 30, 15, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30))),
                flags=frozenset({"\\Seen", "$Wichtig"}),
                marks=(("list-id", "x"), ("return-path", "<>"), ("list-id", "y")),
                conversation="1266894439832287888",
            ),
            text="Das ist falsch.\n\n> Größe\n🚧",
        ),
        thread="<a@x>",
        author=Author.OTHER,
        reading=Reading(
            new_text="Das ist falsch.",
            language="de",
            machine="List-Id",
            signals=(
                Signal(
                    kind=SignalKind.COMPLAINT,
                    sentence="Das ist falsch.",
                    because="faulty work",
                    score=0.83,
                    topics=("quality", "delay"),
                ),
                Signal(kind=SignalKind.THANKS, sentence="ist", because=""),
                Signal(kind=SignalKind.PROMISE, sentence="Das", because="", due=date(2026, 3, 6)),
            ),
            sums=(
                Price(amount=Decimal("1450.50"), currency="EUR", sentence="€ 1.450,50", charged=True),
                Price(amount=Decimal(95), currency="", sentence="95"),
            ),
            said=(
                Statement(words=("falsch", "größ"), day=date(2026, 3, 6), sum=True, replies=True, blames=True),
                Statement(words=(), yes_no=True, after=True, figure=True),
            ),
            quoted=("größe 🚧",),
            back_on=date(2026, 3, 9),
            before=(0.9, 0.75, 0.5),
        ),
    ),
    project="häfen",
    candidates=("häfen", "brücke"),
    because="«Zoë» ist Kundin",
)

MARK = Mark(kind=MarkKind.ANSWERED, project="häfen", about="<full@client.example>", at=MONDAY, note="Zoë rief an 🚧")

DRAFT = Intent(
    kind=Kind.DRAFT,
    key="answer:<full@client.example>",
    revision=2,
    message_id="<draft@mailaide>",
    account="work",
    project="häfen",
    duty="complaint",
    answers="<full@client.example>",
    anchor="",
    raw=b"From: me\r\n\r\n\x00\xff",
    because="she waits since “Monday”",
    evidence=("<full@client.example>", "<a@x>"),
    due=MONDAY + timedelta(hours=4, microseconds=1),
    folder="Entwürfe",
    uidvalidity=4_294_967_295,
    uidnext=12,
    planned_at=MONDAY,
    state=State.PLACED,
    attempted_at=MONDAY + timedelta(seconds=1),
    placed=Place(account="work", folder="Entwürfe", uidvalidity=4_294_967_295, uid=12),
    settled_at=MONDAY + timedelta(seconds=2),
    announced=True,
)


def a_find(uid: int, **changes: Any) -> Found:
    place = Place(account="work", folder="INBOX", uidvalidity=7, uid=uid)
    return Found(place=place, role=Role.INBOX, received_at=MONDAY, message_id=f"<{uid}@x>")._replace(**changes)


def an_intent(message_id: str, **changes: Any) -> Intent:
    bare = {"state": State.PLANNED, "attempted_at": None, "placed": None, "settled_at": None, "announced": False}
    return replace(DRAFT, **{**bare, "message_id": message_id, "answers": "", "project": "harbour", **changes})


OLD_INTENT = frozenset(
    """
    message_id kind key revision account project duty answers anchor raw because evidence due facts folder uidvalidity
    uidnext planned_at state attempted_at placed settled_at announced
    """.split()  # noqa: SIM905  # a list of literals would be five times as long
)
"""The columns of an intent before threads came."""


def a_tie(message_id: str, *references: str) -> Tie:
    return Tie(message_id=message_id, ids=(*references, message_id), at=MONDAY)


def thread_of(store: Store, message_id: str) -> str:
    return store.threads([message_id])[message_id].name
