"""Conversations by the thousand, as headers only, always the same; with what mail clients leave out and get wrong.

`truth` names the conversation of each message, as the people in it would. The broken ones come after the sound ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime

from builders import MONDAY_9H

US = "rik@me.example"
SUBJECTS = ("Planning", "Feedback on the homepage", "Factuur", "Vraag over de hosting", "Texte für die Website", "Logo")
REPLY = ("Re: ", "Re: ", "RE: ", "Antw: ", "AW: ", "Re[2]: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One message; `truth` is its conversation, `kind` says what is odd about it, if anything."""

    raw: bytes
    at: datetime
    truth: str
    kind: str = ""


def corpus(messages: int, seed: int = 5) -> Iterator[Item]:
    """At least so many messages, oldest first within their conversations."""
    made = 0
    rng = random.Random(seed)  # noqa: S311  # not for secrets
    for number in range(messages):
        if made >= messages:
            return
        for item in _conversation(rng, number):
            made += 1
            yield item


def _conversation(rng: random.Random, number: int) -> Iterator[Item]:
    client = f"{rng.choice('abcdefgh')}{number % 400}@client{number % 400}.example"
    subject = rng.choice(SUBJECTS) + (f" {number}" if rng.random() < 0.97 else "")  # now and then one of many
    at = MONDAY_9H + timedelta(hours=2 * number)
    chain: list[str] = []
    for position in range(1 + min(30, int(rng.expovariate(1 / 3)))):
        sender, to = (client, US) if rng.random() < 0.6 else (US, client)
        own = f"<{number}.{position}.{rng.getrandbits(40):x}@{sender.partition('@')[2]}>"
        # A reply may answer any message of the conversation, not just the last one.
        path = chain if rng.random() < 0.8 else chain[: rng.randint(1, len(chain))] if chain else []
        fields, kind = _threading(rng, path)
        prefix = rng.choice(REPLY) if position and rng.random() < 0.97 else ""
        if position and not prefix:
            kind = kind or "no reply mark"
        yield Item(raw=_raw(own, (sender, to), prefix + subject, at, fields), at=at, truth=f"t{number}", kind=kind)
        chain.append(own)
        at += timedelta(minutes=rng.randint(5, 4_000))


def _threading(rng: random.Random, path: list[str]) -> tuple[list[str], str]:
    """In-Reply-To and References, as different mail clients write them."""
    if not path:
        return [], ""
    answered, whole = f"In-Reply-To: {path[-1]}", "References: " + "\r\n ".join(path[:1] + path[1:][-19:])
    shortened = "References: " + "\r\n ".join((path[0], *path[-3:]))
    words = f"In-Reply-To: Message of yesterday from {path[-1]}"
    odd = {
        "no field": [],
        "no References": [answered],
        "only the last": [f"References: {path[-1]}"],
        "shortened": [answered, shortened],
        "words in In-Reply-To": [words],
    }
    kind = rng.choices(["", *odd], [83, 4, 4, 4, 3, 2])[0]
    return odd.get(kind, [answered, whole]), kind


def broken() -> Iterator[Item]:
    """What nobody should send; each kind with its own ids."""
    at = MONDAY_9H + timedelta(days=2_000)

    def item(kind: str, own: str, *fields: str, subject: str = "") -> Item:
        nonlocal at
        at += timedelta(minutes=1)
        sender = f"{kind.replace(' ', '.')}@broken.example"
        raw = _raw(own, (sender, US), subject or f"about {kind} {own or at.minute}", at, list(fields))
        return Item(raw=raw, at=at, truth="", kind=kind)

    yield item("cycle", "<c1@x>", "References: <c2@x>")
    yield item("cycle", "<c2@x>", "References: <c3@x>")
    yield item("cycle", "<c3@x>", "References: <c1@x>")
    yield item("itself", "<s1@x>", "References: <s1@x>", "In-Reply-To: <s1@x>")
    yield item("itself", "<s2@x>", "References: <s1@x> <s2@x>")
    for _ in range(2):
        yield item("twice", "<d1@x>", subject="about the very same")
    yield item("twice", "<d2@x>", "References: <d1@x>")
    yield item("no id", "")
    yield item("no id", "", "References: <n0@x>")
    yield item("no id", "<n1@x>", "References: <n0@x>")
    yield item("no proper id", "<without end", "References: <p0@x>")
    yield item("no proper reference", "<p1@x>", "References: garbage <p0@x> more")
    yield item("no proper reference", "<p2@x>", "References: <>", "In-Reply-To: <p0@x>")
    yield item("nobody came first", "<m1@x>", "References: <m0@x>")
    yield item("nobody came first", "<m2@x>", "References: <m0@x>")
    yield item("late", "<l3@x>", "References: <l2@x>")
    yield item("late", "<l1@x>")
    yield item("late", "<l2@x>", "References: <l1@x>")
    yield item("fork", "<f1@x>", "References: <f0@x>")
    yield item("fork", "<f3@x>", "In-Reply-To: <f0@x>")
    long = "\r\n ".join(f"<r{number}@x>" for number in range(400))
    yield item("long", "<long@x>", f"References: {long}")
    yield item("long", "<r399@x>", "References: <r398@x>")
    yield item("says two things", "<i1@x>")
    yield item("says two things", "<i2@x>")
    yield item("says two things", "<i3@x>", "References: <i1@x>", "In-Reply-To: <i2@x>")
    yield item("changes its mind", "<k1@x>")
    yield item("changes its mind", "<k4@x>", "References: <k1@x> <k2@x>")
    yield item("changes its mind", "<k2@x>", "References: <k3@x>")


def _raw(own: str, people: tuple[str, str], subject: str, at: datetime, fields: list[str]) -> bytes:
    sender, to = people
    lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Date: {format_datetime(at)}", *fields]
    if own:
        lines.append(f"Message-ID: {own}")
    return ("\r\n".join(lines) + "\r\n\r\nText.\r\n").encode()
