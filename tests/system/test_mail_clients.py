"""What a person does with drafts in mutt and neomutt, driven in a terminal, and what mailaide makes of it.

Each program has an account of its own. In it there is one complaint for each thing that may become of its draft, in
a project with that name.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from system.deployment import Deployment, Lying
from system.dovecot import Dovecot
from system.smtp_sink import SmtpSink
from system.terminal_client import TerminalClient, version

pytestmark = pytest.mark.dovecot

PROGRAMS = ("mutt", "neomutt")

SENT = "sent"
SLOW = "slow"
"""It is being edited while mailaide looks, and sent then."""

POSTPONED = "postponed"
"""It is edited and kept, and sent later."""

ABANDONED = "abandoned"
"""It is edited, and then neither sent nor kept."""

CRASHED = "crashed"
"""The program dies while it is being edited."""

DELETED = "deleted"
ANSWERED = "answered"
"""The complaint is answered without it."""

UNTOUCHED = "untouched"

FATES = (SENT, SLOW, POSTPONED, ABANDONED, CRASHED, DELETED, ANSWERED, UNTOUCHED)
COMPLAINT = (
    "De reëel beloofde vijf façadetekeningen à € 95 voor Zoë Müller zijn er na drie weken nog steeds niet, "
    "en ik ben daar erg ontevreden over!"
)
SIGNATURE = "Anna de Vries · Büro Zoë\nTarief: € 95 per uur"
LINE = "De tekeningen zijn er vrijdag, Zoë krijgt ze als eerste.\n"
"""What the person adds wherever they edit; both programs open the editor when a draft is recalled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one cycle did in one account, and what there is to see after it."""

    done: list[str]
    """As "draft sent" or "alert deleted": the action and what became of the draft."""

    drafts: dict[str, Lying]
    inbox: dict[str, Lying]
    states: dict[str, list[str]]
    """What `mailaide drafts` tells, where it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What was seen while a person worked on drafts."""

    shown: list[str]
    opened: str
    kept: dict[str, Lying]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a person did to the drafts with one program, and the looks of mailaide before, in the middle and afterwards.

    `letters` is what went over the wire. `restored` is what `mailaide restore` said of the draft that the crash took,
    and `restored_same_day` of the abandoned one, a day earlier.
    """

    first: Look
    morning: Morning
    meanwhile: Look
    letters: dict[str, bytes]
    same_day: Look
    restored_same_day: str
    next_day: Look
    restored: str
    later: Look


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot) -> dict[str, Work]:
    """By program. What mailaide does is done for all of them at once, because its commands take the most time here."""
    programs = [one for one in PROGRAMS if shutil.which(one)]
    # The programs go by the clock of the machine, so it all happens today.
    now = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=10)
    office = Office(Deployment(tmp_path_factory.mktemp("clients"), dovecot, projects=_projects(programs)), programs)
    complaints = {program: office.complaints(program, now) for program in programs}
    first = office.look(now)
    with SmtpSink() as sink, ExitStack() as clients:
        mornings = {program: office.morning(program, sink) for program in programs}
        opened = {
            program: [clients.enter_context(office.client(program, sink, fate)) for fate in (SLOW, CRASHED)]
            for program in programs
        }
        for program, (slow, crashing) in opened.items():
            slow.recalls(_subject(program, SLOW))
            crashing.recalls(_subject(program, CRASHED))
        meanwhile = office.look(now + timedelta(minutes=30), asking=True)
        for program, (slow, crashing) in opened.items():
            crashing.is_killed()
            slow.closes_the_editor()
            slow.sends()
            slow.recalls(_subject(program, POSTPONED))
            slow.closes_the_editor()
            slow.sends()
    same_day = office.look(now + timedelta(hours=23), asking=True)
    restored_same_day = {program: office.restore(program, complaints[program], ABANDONED) for program in programs}
    next_day = office.look(now + timedelta(hours=24, minutes=10))
    restored = {program: office.restore(program, complaints[program], CRASHED) for program in programs}
    later = office.look(now + timedelta(hours=24, minutes=40), asking=True)  # the day that a draft names is not over
    return {
        program: Work(
            first=first[program],
            morning=mornings[program],
            meanwhile=meanwhile[program],
            letters={fate: raw for raw in sink.letters if (fate := _fate(program, _parsed(raw)))},
            same_day=same_day[program],
            restored_same_day=restored_same_day[program],
            next_day=next_day[program],
            restored=restored[program],
            later=later[program],
        )
        for program in programs
    }


@pytest.fixture(scope="module", params=PROGRAMS)
def program(request: pytest.FixtureRequest, real_parts: dict[str, str]) -> str:
    name: str = request.param
    if shutil.which(name) is None:
        real_parts[name] = f"NOT exercised: it is not installed (apt install {name})"
        could_not = os.environ.get("NO_MAIL_CLIENTS", "").split()  # ./run could not install them
        if os.environ.get("CI", "").lower() == "true" and name not in could_not:
            pytest.fail(f"{name} is not installed, and in CI it must be", pytrace=False)
        pytest.skip(f"{name} is not installed (apt install {name})")
    real_parts[name] = f"version {version(name)} in a terminal: recalled, edited, sent, postponed, killed"
    return name


@pytest.fixture(scope="module")
def work(program: str, works: dict[str, Work]) -> Work:
    return works[program]


# What the person sees, and what the client receives


def test_a_draft_is_shown_as_it_was_written(work: Work):
    text = _text(work.first, SENT).splitlines()

    begin = work.morning.shown.index(text[0])
    *letter, _, _ = work.morning.shown[begin:]  # the last two lines are the program's own

    assert "\n".join(letter).rstrip() == "\n".join(text)


def test_the_editor_is_given_the_draft_and_nothing_else(work: Work):
    assert work.morning.opened == _text(work.first, SENT)
    assert [work.morning.opened.count(part) for part in (COMPLAINT, SIGNATURE, "Anna")] == [1, 1, 1]


def test_the_client_receives_the_draft_as_the_person_left_it(work: Work):
    sent = {fate: _content(_parsed(work.letters[fate])) for fate in (SENT, SLOW, POSTPONED)}

    assert sent == {
        SENT: _text(work.first, SENT) + LINE,
        SLOW: _text(work.first, SLOW) + LINE,
        POSTPONED: _text(work.first, POSTPONED) + LINE + LINE,
    }


MISSED = "not found any more; after a day it"


@pytest.mark.parametrize("fate", [SENT, SLOW, POSTPONED])
def test_the_letter_stays_in_its_thread(work: Work, fate: str):
    complaint, draft = work.first.inbox[fate].message, work.first.drafts[fate].message
    letter = _parsed(work.letters[fate])

    assert letter["References"].split() == [*complaint["References"].split(), complaint["Message-ID"]]
    assert (letter["In-Reply-To"], letter["Message-ID"]) == (complaint["Message-ID"], draft["Message-ID"])


@pytest.mark.parametrize("fate", [SENT, SLOW, POSTPONED])
def test_the_letter_tells_of_no_tool(work: Work, fate: str):
    raw = work.letters[fate]

    assert [name for name in _parsed(raw) if name.upper().startswith("X-")] == []
    assert b"mailaide" not in raw.lower()


# What mailaide makes of it


def test_every_complaint_has_one_draft_at_first(work: Work):
    assert sorted(work.first.done) == sorted(f"draft {fate}" for fate in FATES)


def test_what_was_sent_or_deleted_in_the_morning_is_known_at_the_next_look(work: Work):
    assert work.meanwhile.states == {
        SENT: ["sent"],
        SLOW: [MISSED],  # nobody knows yet what becomes of these three
        ABANDONED: [MISSED],
        CRASHED: [MISSED],
        POSTPONED: ["you are working on it"],
        DELETED: ["deleted"],
        ANSWERED: ["taken back"],
        UNTOUCHED: ["lies in Drafts"],
    }


def test_a_draft_is_taken_back_when_its_complaint_was_answered_without_it(work: Work):
    assert work.meanwhile.done == [f"withdraw {ANSWERED}"]
    assert (ANSWERED in work.morning.kept, ANSWERED in work.meanwhile.drafts) == (True, False)


def test_a_postponed_draft_is_left_alone(work: Work):
    assert work.meanwhile.drafts[POSTPONED] == work.morning.kept[POSTPONED]
    assert work.morning.kept[POSTPONED].uid != work.first.drafts[POSTPONED].uid


def test_a_draft_that_vanished_counts_as_deleted_only_after_a_day(work: Work):
    assert work.same_day.states == work.meanwhile.states | {SLOW: ["sent"], POSTPONED: ["sent"]}
    assert work.later.states[CRASHED] == ["deleted", "you are working on it"]


def test_nothing_is_written_again(work: Work):
    looks = (work.meanwhile, work.same_day, work.next_day, work.later)

    assert [done for look in looks for done in look.done if done.startswith("draft")] == []
    assert sorted(work.meanwhile.drafts) == [POSTPONED, UNTOUCHED]
    assert sorted(work.same_day.drafts) == [UNTOUCHED]


def test_only_complaints_without_an_answer_raise_an_alert(work: Work):
    waiting = sorted([ABANDONED, CRASHED, DELETED, UNTOUCHED])

    assert sorted(work.same_day.done) == [f"alert {fate}" for fate in waiting]
    assert sorted(fate for fate, one in work.later.inbox.items() if "\\Answered" not in one.flags) == waiting


def test_what_a_crash_took_can_be_put_back(work: Work):
    before, after = work.first.drafts[CRASHED].message, work.later.drafts[CRASHED].message

    assert "It is yours: mailaide leaves it alone." in work.restored
    assert (after["References"], after.get_content()) == (before["References"], before.get_content())


def test_what_vanished_can_be_put_back_on_the_same_day(work: Work):
    assert work.restored_same_day == work.restored


class Office:
    """mailaide over the accounts of all programs, and the persons at these."""

    def __init__(self, deployment: Deployment, programs: Sequence[str]) -> None:
        self._deployment = deployment
        self._programs = programs
        deployment.settings["person"]["signature"] = SIGNATURE

    def complaints(self, program: str, now: datetime) -> dict[str, str]:
        """Each in a thread of its own, which did not begin with it."""
        return {
            project.removeprefix(f"{program}-"): self._deployment.client_complains(
                project, now, text=COMPLAINT, references=f"<first@{project}.example> <second@{project}.example>"
            )
            for project in _projects([program])
        }

    def look(self, now: datetime, *, asking: bool = False) -> dict[str, Look]:
        """One cycle, as far as it is about the complaints. `asking` also for what `mailaide drafts` tells then."""
        actions = [one for one in self._deployment.actions(now) if one["duty"] == "complaints"]
        done = [(str(one["project"]), str(one["action"])) for one in actions]
        states = _states(self._deployment.mailaide("drafts", "--all").stdout) if asking else {}
        return {
            program: Look(
                done=[f"{action} {fate}" for project, action in done for fate in _fates(program, [project])],
                drafts=self._lying(program, "Drafts"),
                inbox=self._lying(program, "INBOX"),
                states={fate: states[f"{program}-{fate}"] for fate in _fates(program, states)},
            )
            for program in self._programs
        }

    def restore(self, program: str, complaints: dict[str, str], fate: str) -> str:
        ended = self._deployment.mailaide("restore", f"complaints/{program}-{fate}/{complaints[fate]}")
        return ended.stdout + ended.stderr

    def client(self, program: str, sink: SmtpSink, name: str) -> TerminalClient:
        server, user = self._deployment.server, self._deployment.users[program]
        home = self._deployment.folder / f"{program}-{name}"
        return TerminalClient(program, home, user=user, port=server.port, smtp_port=sink.port, line=LINE)

    def morning(self, program: str, sink: SmtpSink) -> Morning:
        """All that a person brings to an end before mailaide looks."""
        with self.client(program, sink, "morning") as person:
            shown = person.views("Drafts", _subject(program, SENT))
            person.goes_to("INBOX")
            opened = person.recalls(_subject(program, SENT))
            person.closes_the_editor()
            person.sends()
            person.recalls(_subject(program, POSTPONED))
            person.closes_the_editor()
            person.postpones()
            person.recalls(_subject(program, ABANDONED))
            person.closes_the_editor()
            person.abandons()
            person.deletes("Drafts", _subject(program, DELETED))
            person.replies("INBOX", _subject(program, ANSWERED))
            person.closes_the_editor()
            person.sends()
        return Morning(shown=shown, opened=opened, kept=self._lying(program, "Drafts"))

    def _lying(self, program: str, folder: str) -> dict[str, Lying]:
        """The complaints or the drafts, not the alerts."""
        lying = self._deployment.lying(folder, program)
        return {fate: one for one in lying if (fate := _fate(program, one.message))}


def _projects(programs: Sequence[str]) -> dict[str, str]:
    return {f"{program}-{fate}": program for program in programs for fate in FATES}


def _subject(program: str, fate: str) -> str:
    """What a line in a list of mail ends with."""
    return f"Waar blijft het ({program}-{fate})"


def _fate(program: str, message: EmailMessage) -> str:
    return next((fate for fate in FATES if message["Subject"].endswith(_subject(program, fate))), "")


def _fates(program: str, projects: Iterable[str]) -> list[str]:
    return [fate for project in projects for fate in FATES if project == f"{program}-{fate}"]


def _states(table: str) -> dict[str, list[str]]:
    """What became of the draft for each project's complaint, from the table of `mailaide drafts`."""
    rows: dict[str, list[str]] = {}
    for line in table.splitlines():
        planned, project, state, _, key, *_ = [cell.strip() for cell in line.strip("│").split("│")] + [""] * 4
        if line.startswith("│") and planned and key.startswith("complaints"):  # else a rule, or the rest of a long cell
            rows.setdefault(project, []).append(state)
    return rows


def _text(look: Look, fate: str) -> str:
    return _content(look.drafts[fate].message)


def _content(message: EmailMessage) -> str:
    """With the line ends of an editor; a server has its own."""
    text: str = message.get_content()
    return text.replace("\r\n", "\n")


def _parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=default)
