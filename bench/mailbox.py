"""A freelancer's mailbox, made up and always the same: conversations with clients, newsletters, strangers.

The same arguments give the same bytes. Mail is spread over three years that end at `END`; four in ten messages are
from clients, and what the person sent to them lies in Sent.
"""

from __future__ import annotations

import base64
import os
import quopri
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

END = datetime(2026, 11, 1, tzinfo=UTC)
SPAN = timedelta(days=3 * 365)
CLIENT_SHARE = 0.4
PERSON = ("Anna de Vries", "anna@devries.example")

SENTENCES = {
    "en": (
        "The new pages are on the test server, please have a look when you can.",
        "Our director wants to see the figures before the meeting of next week.",
        "I have put the signed order in the shared folder.",
        "Could we talk about the planning on Thursday morning?",
        "The visitors of the fair liked the first drawings very much.",
        "We are still waiting for the texts of two colleagues.",
        "The printer asks for the files in another size.",
        "This is the third time the shop is down and nobody answers. I am not happy with this at all.",
    ),
    "nl": (
        "De nieuwe pagina's staan op de testserver, kijk maar wanneer het uitkomt.",
        "Onze directeur wil de cijfers graag vóór de vergadering van volgende week zien.",
        "Ik heb de getekende opdracht in de gedeelde map gezet.",
        "Zullen we donderdagochtend over de planning praten?",
        "De bezoekers van de beurs vonden de eerste schetsen erg mooi.",
        "We wachten nog op de teksten van twee collega's.",
        "De drukker vraagt om de bestanden in een ander formaat.",
        "De winkel ligt er voor de derde keer uit en niemand reageert. Ik ben hier echt ontevreden over.",
    ),
}
SUBJECTS = ("Planning", "Figures for the board", "Café-pagina: foto's één voor één", "Invoice", "Texts", "Huisstijl")
NAMES = ("Bob Jansen", "Lies Smit", "Renée Müller", "Tom Taylor", "Yara Özdemir", "Kees Dekker", "Iris Brown")
WORDS = ("amber", "birch", "cobalt", "dune", "elm", "fern", "granite", "heath", "isle", "juniper", "kelp", "larch")
ATTACHMENT = base64.encodebytes(random.Random(0).randbytes(220_000))  # noqa: S311  # not for secrets


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    folder: str
    at: datetime
    raw: bytes
    seen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    key: str
    domain: str
    language: str
    people: Sequence[tuple[str, str]]


def clients(count: int = 200) -> list[Client]:
    """The clients whose conversations fill the mailbox, the busiest first."""
    chance = random.Random(1)  # noqa: S311  # not for secrets
    found = []
    for number in range(count):
        domain = f"{chance.choice(WORDS)}-{chance.choice(WORDS)}{number}.example"
        people = [(name, f"{name.split()[0].lower().encode('ascii', 'ignore').decode()}{at}@{domain}")
                  for at, name in enumerate(chance.sample(NAMES, chance.randint(1, 3)))]  # fmt: skip
        found.append(
            Client(key=f"client-{number}", domain=domain, language=chance.choice(("nl", "nl", "en")), people=people)
        )
    return found


def mailbox(messages: int) -> Iterator[Delivery]:
    """So many messages in the INBOX, and what was sent in between; about in order of time."""
    return _Writer().mailbox(messages)


def fill(maildir: Path, messages: int) -> Mapping[str, int]:
    """Write the mailbox as Maildir++; how much it is."""
    boxes = {"INBOX": maildir, "Sent": maildir / ".Sent"}
    for box in boxes.values():
        for name in ("cur", "new", "tmp"):
            (box / name).mkdir(parents=True, exist_ok=True)
    tally = {"INBOX": 0, "Sent": 0, "bytes": 0}
    for number, one in enumerate(mailbox(messages)):
        deliver(boxes[one.folder], one, number)
        tally[one.folder] += 1
        tally["bytes"] += len(one.raw)
    return tally


def deliver(box: Path, one: Delivery, number: int) -> Path:
    """One message as a file, with its sizes in the name as Dovecot writes them."""
    instant = int(one.at.timestamp())
    newlines = one.raw.count(b"\n")
    sizes = f"S={len(one.raw)},W={len(one.raw) + newlines}"
    name = f"{instant}.M{number:06d}P1Q{number}.bench,{sizes}:2,{'S' if one.seen else ''}"
    file = box / "cur" / name
    file.write_bytes(one.raw)
    os.utime(file, (instant, instant))
    return file


class _Writer:
    def __init__(self) -> None:
        self._chance = random.Random(7)  # noqa: S311  # not for secrets
        self._clients = clients()
        self._weights = [1 / (rank + 3) ** 0.8 for rank in range(len(self._clients))]
        self._number = 0

    def mailbox(self, messages: int) -> Iterator[Delivery]:
        came = from_clients = 0
        while came < messages:
            start = END - SPAN + SPAN * (came / messages)
            of_client = from_clients < CLIENT_SHARE * (came + 1)
            for one in self._conversation(start) if of_client else self._other(start):
                if one.folder == "INBOX":
                    if came >= messages:
                        return
                    came += 1
                    from_clients += of_client
                yield one

    def _conversation(self, start: datetime) -> Iterator[Delivery]:
        chance = self._chance
        [client] = chance.choices(self._clients, self._weights)
        subject, at = chance.choice(SUBJECTS) + f" {chance.randint(1, 99)}", start
        chain: list[str] = []
        said = ""
        for turn in range(1 + min(30, int(chance.expovariate(1 / 3)))):
            ours = chance.random() < (0.4 if turn else 0.15)
            person = chance.choice(client.people)
            sender, recipient = (PERSON, person) if ours else (person, PERSON)
            words = self._words(client.language)
            yield self._mail(
                *("Sent" if ours else "INBOX", at, sender, recipient, ("Re: " if turn else "") + subject),
                text=words + said,
                chain=chain,
            )
            chain = [*chain, self._id(sender[1])]
            said = "\n\n" + "\n".join("> " + line for line in (words + said).splitlines()[:40])
            at = min(END, at + timedelta(seconds=120 + chance.expovariate(1 / 40_000)))

    def _other(self, at: datetime) -> Iterator[Delivery]:
        """A newsletter or a stranger; one stranger in four answers something."""
        chance = self._chance
        language = chance.choice(("en", "nl"))
        if chance.random() < 0.75:
            name = chance.choice(WORDS)
            sender = (f"{name.title()} News", f"news{chance.randint(1, 300)}@{name}-letter.example")
            more = "List-Unsubscribe: <https://letter.example/u>\nPrecedence: bulk\n"
            yield self._mail(
                *("INBOX", at, sender, PERSON, f"{name.title()} {chance.randint(1, 99)}"),
                text="\n\n".join(self._words(language) for _ in range(4)),
                more=more,
            )
            return
        sender = (chance.choice(NAMES), f"someone{chance.randint(1, 9_999)}@elsewhere.example")
        chain = [f"<{chance.getrandbits(60):x}@elsewhere.example>"] if chance.random() < 0.25 else []
        yield self._mail("INBOX", at, sender, PERSON, chance.choice(SUBJECTS), text=self._words(language), chain=chain)

    def _id(self, address: str) -> str:
        return f"<{self._number:08x}.bench@{address.partition('@')[2]}>"

    def _words(self, language: str) -> str:
        size = min(20_000.0, 1_500 * self._chance.lognormvariate(0, 0.8))
        lines: list[str] = []
        while sum(map(len, lines)) < size:
            lines.append(" ".join(self._chance.choices(SENTENCES[language][:7], k=3)))
        if self._chance.random() < 0.03:
            lines.insert(0, SENTENCES[language][7])
        return "\n".join(lines)

    def _mail(
        self,
        folder: str,
        at: datetime,
        sender: tuple[str, str],
        recipient: tuple[str, str],
        subject: str,
        *,
        text: str,
        chain: Sequence[str] = (),
        more: str = "",
    ) -> Delivery:
        self._number += 1
        head = self._trace(at, sender[1]) if folder == "INBOX" else ""
        head += f"From: {_person(sender)}\nTo: {_person(recipient)}\nSubject: {_encoded(subject)}\n"
        head += f"Date: {format_datetime(at)}\nMessage-ID: {self._id(sender[1])}\n"
        if chain:
            head += f"In-Reply-To: {chain[-1]}\nReferences: " + "\n ".join([*chain[:1], *chain[1:][-19:]]) + "\n"
        raw = (head + more + "MIME-Version: 1.0\n").encode() + self._entity(text)
        return Delivery(folder=folder, at=at, raw=raw, seen=self._number % 50 != 0)

    def _entity(self, text: str) -> bytes:
        plain = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        plain += quopri.encodestring(text.encode())
        if self._chance.random() < 0.2:
            return plain
        html = "".join(f'<p style="margin:0">{line}</p>\n' for line in text.splitlines())
        parts = b"--inner\n" + plain + b"\n--inner\nContent-Type: text/html; charset=utf-8\n"
        parts += (
            b"Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(html.encode()) + b"\n--inner--\n"
        )
        both = b'Content-Type: multipart/alternative; boundary="inner"\n\n' + parts
        if self._chance.random() > 0.1:
            return both
        lines = self._chance.randint(700, len(ATTACHMENT) // 77)
        attached = b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        attached += b'Content-Disposition: attachment; filename="a.pdf"\n\n' + ATTACHMENT[: lines * 77]
        return (
            b'Content-Type: multipart/mixed; boundary="outer"\n\n--outer\n' + both + b"\n--outer\n" + attached
        ) + b"\n--outer--\n"

    def _trace(self, at: datetime, address: str) -> str:
        """What the servers on the way wrote: most of a real header."""
        domain, date = address.partition("@")[2], format_datetime(at)
        lines = [f"Return-Path: <bounce@{domain}>"]
        lines += [
            f"Received: from mx{hop}.{domain} (mx{hop}.{domain} [192.0.2.{hop + 1}])\n\tby relay{hop}.mail.example "
            f"(Postfix) with ESMTPS id {self._number:010X}\n\tfor <{PERSON[1]}>; {date}"
            for hop in range(self._chance.randint(2, 4))
        ]
        signature = "\n\t".join(["b=" + "Ab3" * 24] * 5)
        lines.append(f"DKIM-Signature: v=1; a=rsa-sha256; d={domain}; s=s1;\n\t{signature}")
        lines.append(f"Authentication-Results: relay0.mail.example;\n\tdkim=pass header.d={domain}; spf=pass")
        return "\n".join(lines) + "\n"


def _person(one: tuple[str, str]) -> str:
    name, address = one
    return f'"{name}" <{address}>' if name.isascii() else f"{_encoded(name)} <{address}>"


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70, continuation_ws=" ").encode(linesep="\n")
