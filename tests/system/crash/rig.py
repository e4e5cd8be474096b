"""One worker of the crash rig: a mail server, a line that fails, forked mailaides, and the verdict on each case.

A case is a fault (or several in a row) at the act step of a scene, then cycles without faults, then a look from a
fresh session. What a fault-free run leaves is what every case must leave.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

from system.crash import tracer
from system.crash.forks import FAILED_UNFORESEEN, Child, Forks
from system.crash.proxy import Kind, Piece, Proxy, Trouble, Way
from system.crash.scenes import (
    MINUTE,
    SUNDAY,
    Place,
    Scene,
    Seen,
    Verdict,
    answer,
    complain,
    complain_again,
    furnish,
    judge,
)
from system.dovecot import Dovecot

IMPATIENCE = 0.4
"""Seconds that mailaide waits for a server that says nothing."""

TRIES = (0 * MINUTE, 11 * MINUTE, 22 * MINUTE)
"""When a fault of a chain strikes, after the act step's time: each meets another try."""


class Release(StrEnum):
    """When a held piece reaches the server, or a stopped one goes on."""

    RECONNECTED = "after the next look"
    TRIED_AGAIN = "after the next try"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    call: str
    number: int

    @property
    def kind(self) -> str:
        return "kill -9"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskError:
    """From the n-th such call on, all of them fail, until the process has ended."""

    call: str
    number: int
    error: str

    @property
    def kind(self) -> str:
        return f"disk: {self.error}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDisk:
    """No file may grow beyond this."""

    largest_file: int

    @property
    def kind(self) -> str:
        return "disk: file size limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFault:
    trouble: Trouble
    tls: bool
    release: Release = Release.RECONNECTED

    @property
    def kind(self) -> str:
        words = f"{self.trouble.kind}, {self.trouble.way}"
        later = self.release is Release.TRIED_AGAIN and self.trouble.kind in {Kind.HOLD, Kind.STOP}
        return f"{words}, let go {self.release}" if later else words


Fault = Kill | DiskError | FullDisk | LineFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    scene: Scene
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`struck` is how many of the faults really happened; `unclear` are logs without a clear word about the fault."""

    case: Case
    struck: int
    verdict: Verdict
    unclear: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        return self.verdict.exact and not self.unclear


class Rig:
    """`with Rig() as rig: rig.run(case)`. Not for two threads."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._number = 0
        self._calls: dict[Scene, Counter[str]] = {}
        try:
            self._set_up()
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _set_up(self) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="mailaide-crash-"))
        self._stack.callback(shutil.rmtree, self.base, ignore_errors=True)
        self.server = self._stack.enter_context(Dovecot())
        self.lines = {tls: self._stack.enter_context(Proxy(self._port(tls=tls))) for tls in (True, False)}
        for line in self.lines.values():
            line.stop_server = lambda: self.signal_server(signal.SIGSTOP)
        warm = Place(self.base / "warm", self.server, "warm")
        warm.connect()
        furnish(warm)
        complain(warm)
        self.forks = self._stack.enter_context(Forks(warm.config))
        self.befores = {scene: self._before(scene) for scene in Scene}
        self.expected = {scene: self._expected(scene) for scene in Scene}

    def _port(self, *, tls: bool) -> int:
        return self.server.tls_port if tls else self.server.port

    def _before(self, scene: Scene) -> Place:
        place = Place(self.base / f"before-{scene.name}", self.server, f"before-{scene.name.lower()}")
        place.connect()
        furnish(place)
        if scene is not Scene.FIRST:
            self.well(place, SUNDAY)
        complain(place)
        if scene in {Scene.ALERTS, Scene.ANSWERED, Scene.REWRITTEN}:
            self.well(place, Scene.DRAFTS.acts_at)
        if scene is Scene.ANSWERED:
            answer(place)
        if scene is Scene.REWRITTEN:
            complain_again(place)
        return place

    def _expected(self, scene: Scene) -> Seen:
        place = self.copy(scene, "expected")
        self.well(place, scene.acts_at, *scene.later)
        seen = self.seen(place, scene)
        if scene is Scene.FIRST:  # each first start makes a secret of its own, and so other Message-IDs
            seen = _without_ids(seen)
        return seen

    def place(self, scene: Scene) -> Place:
        """A mailbox and a state of its own, at the moment before the act step."""
        self._number += 1
        return self.copy(scene, f"case{self._number}")

    def copy(self, scene: Scene, name: str) -> Place:
        place = self.befores[scene].copy(self.base / f"{name}-{scene.name}", f"{name}-{scene.name.lower()}")
        place.connect()
        return place

    def seen(self, place: Place, scene: Scene) -> Seen:
        return place.seen(self.befores[scene])

    def well(self, place: Place, *instants: datetime) -> None:
        """Cycles without a fault: each must say so."""
        child = self.forks.cycles(place.config, instants, log=place.log())
        status = child.wait()
        assert status == 0, child.said

    def signal_server(self, number: signal.Signals) -> None:
        """To every process of the server that has a mailbox open."""
        for process in Path("/proc").glob("[0-9]*"):
            try:
                status = (process / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            name, _, rest = status.partition("(")[2].rpartition(")")
            if name == "imap" and int(rest.split()[1]) == self.server.pid:
                os.kill(int(process.name), number)

    # Counting what there is to strike at

    def calls(self, scene: Scene) -> Counter[str]:
        """How often each system call that has an effect is made in an act step without a fault."""
        if scene not in self._calls:
            self._calls[scene] = self._count(scene)
        return self._calls[scene]

    def _count(self, scene: Scene) -> Counter[str]:
        place = self.copy(scene, "calls")
        child = self.forks.once(place.config, scene.acts_at, log=place.log(), gate=True)
        counted = tracer.count(child, place.folder / "trace")
        place.remove()
        return counted

    def pieces(self, scene: Scene, *, tls: bool) -> dict[Way, int]:
        """How many pieces go each way in an act step without a fault."""
        return {way: sum(one.way is way for one in self.transcript(scene, tls=tls)) for way in Way}

    def transcript(self, scene: Scene, *, tls: bool = False) -> list[Piece]:
        """What goes over the line in an act step without a fault."""
        place, line = self.copy(scene, "pieces"), self.lines[tls]
        place.connect(line.port, tls=tls)
        line.arm(None)
        child = self.forks.once(place.config, scene.acts_at, log=place.log())
        assert child.wait() == 0, child.said
        place.remove()
        return line.transcript

    def times(self, scene: Scene, way: Way, word: bytes) -> int:
        """How many pieces that way hold this word, in an act step without a fault and without TLS."""
        return sum(one.way is way and word in one.raw for one in self.transcript(scene))

    # One case

    def run(self, case: Case) -> Result:
        place = self.place(case.scene)
        act, struck, unclear = case.scene.acts_at, 0, list[str]()
        for fault, after in zip(case.faults, TRIES, strict=False):
            happened, said = self._strike(fault, place, act + after)
            struck += happened
            unclear += said
        last = act + TRIES[len(case.faults) - 1]
        child = self.forks.cycles(place.config, [at for at in case.scene.later if at > last], log=place.log())
        if child.wait():
            unclear.append(f"a later cycle without a fault failed: {child.said[-800:]}")
        seen, expected = self.seen(place, case.scene), self.expected[case.scene]
        if case.scene is Scene.FIRST:
            seen = _without_ids(seen)
        place.remove()
        return Result(case=case, struck=struck, verdict=judge(seen, expected), unclear=tuple(unclear))

    def _strike(self, fault: Fault, place: Place, now: datetime) -> tuple[bool, Sequence[str]]:
        match fault:
            case Kill(call=call, number=number):
                child = self.forks.once(place.config, now, log=place.log(), gate=True)
                killed = tracer.kill(child, call, number)
                return killed, _unclear(child, 0)
            case DiskError(call=call, number=number, error=error):
                child = self.forks.once(place.config, now, log=place.log(), gate=True)
                status = tracer.fail(child, call, number, error)
                return status != 0, _unclear(child, status)
            case FullDisk(largest_file=size):
                child = self.forks.once(place.config, now, log=place.log(), largest_file=size)
                status = child.wait()
                return status != 0, _unclear(child, status)
            case LineFault():
                return self._strike_line(fault, place, now)

    def _strike_line(self, fault: LineFault, place: Place, now: datetime) -> tuple[bool, Sequence[str]]:
        line = self.lines[fault.tls]
        place.connect(line.port, tls=fault.tls)
        line.arm(fault.trouble)
        child = self.forks.once(place.config, now, log=place.log(), patience=IMPATIENCE)
        status = child.wait()
        struck, unclear = line.struck is not None, list(_unclear(child, status))
        looks = {Release.RECONNECTED: (MINUTE,), Release.TRIED_AGAIN: (MINUTE, 11 * MINUTE)}[fault.release]
        if struck and fault.trouble.kind in {Kind.HOLD, Kind.STOP}:
            for later in looks:
                child = self.forks.cycles(place.config, [now + later], log=place.log(), patience=IMPATIENCE)
                unclear += _unclear(child, child.wait())
            line.release()
            if fault.trouble.kind is Kind.STOP:
                self.signal_server(signal.SIGCONT)
        line.arm(None)
        line.forget()
        place.connect()
        return struck, unclear


def _unclear(child: Child, status: int) -> Sequence[str]:
    """What is wrong with what it said: a traceback, or a failure without a word about what it concerns."""
    said = child.said
    if "Traceback" in said or status == FAILED_UNFORESEEN:
        return [f"traceback: {said[-800:]}"]
    if status and "account studio" not in said and "state" not in said:
        return [f"status {status} and no clear word: {said[-400:]}"]
    return []


def _without_ids(seen: Seen) -> Seen:
    """With a number in place of each Message-ID, that still tells a second copy from another message."""
    ours: Counter[tuple[str, str]] = Counter()
    for folder in {folder for folder, _ in seen.ours}:
        copies = sorted((count for (where, _), count in seen.ours.items() if where == folder), reverse=True)
        ours.update({(folder, str(number)): count for number, count in enumerate(copies)})
    states = sorted(state for _, state in seen.intents)
    intents = frozenset((str(number), state) for number, state in enumerate(states))
    return Seen(theirs=seen.theirs, ours=ours, flags=seen.flags, folders=seen.folders, intents=intents)
