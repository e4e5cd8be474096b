"""Which cases a run takes: every one, or a sample that a seed repeats; and for a fifth, faults in a row."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import product

from system.crash.proxy import Kind, Trouble, Way
from system.crash.rig import TRIES, Case, DiskError, FullDisk, Kill, LineFault, Release, Rig
from system.crash.scenes import Scene

DISK_ERRORS = {
    "pwrite64": ("ENOSPC", "EIO"),
    "fdatasync": ("EIO", "ENOSPC"),
    "fsync": ("EIO",),
    "ftruncate": ("EIO",),
    "link": ("ENOSPC",),
    "mkdir": ("EROFS",),
}
PAGE = 4096
IN_A_ROW = 5
"""One of so many faults follows another one in the same mailbox."""


def kills(rig: Rig, number: int, seed: int, scenes: Sequence[Scene] = tuple(Scene)) -> list[Case]:
    """So many kills: one at each call or a sample of that, then rows of them, each at another try."""
    single = [
        (scene, Kill(call=call, number=at))
        for scene in scenes
        for call, times in sorted(rig.calls(scene).items())
        for at in range(1, times + 1)
    ]
    dice = random.Random(seed)  # noqa: S311
    alone = min(len(single), number - number // IN_A_ROW)
    cases = [Case(scene=scene, faults=(kill,)) for scene, kill in dice.sample(single, alone)]
    rest = number - alone
    while rest > 0:
        scene, first = dice.choice(single)
        others = [kill for where, kill in single if where is scene]
        row = (first, *(dice.choice(others) for _ in range(min(rest, len(TRIES)) - 1)))
        cases.append(Case(scene=scene, faults=row))
        rest -= len(row)
    return cases


def line_faults(rig: Rig, number: int, seed: int, scenes: Sequence[Scene] = tuple(Scene)) -> list[Case]:
    """So many faults of the line: a sample of every kind at every piece, then rows of them."""
    single = [
        (scene, fault) for scene in scenes for tls in (True, False) for fault in _on_the_line(rig, scene, tls=tls)
    ]
    dice = random.Random(seed)  # noqa: S311
    alone = min(len(single), number - number // IN_A_ROW)
    cases = [Case(scene=scene, faults=(fault,)) for scene, fault in dice.sample(single, alone)]
    for _ in range((number - alone) // 2):
        scene, first = dice.choice(single)
        second = dice.choice([fault for where, fault in single if where is scene])
        cases.append(Case(scene=scene, faults=(first, second)))
    return cases


def disk_faults(rig: Rig, number: int, seed: int, scenes: Sequence[Scene] = tuple(Scene)) -> list[Case]:
    """Disks that are full or broken from a call on, and files that may not grow."""
    cases = [
        Case(scene=scene, faults=(DiskError(call=call, number=at, error=error),))
        for scene in scenes
        for call, times in sorted(rig.calls(scene).items())
        for at, error in product(range(1, times + 1), DISK_ERRORS.get(call, ()))
    ]
    cases += [
        Case(scene=scene, faults=(FullDisk(largest_file=pages * PAGE + spare),))
        for scene, pages, spare in product(scenes, range(1, 40), (0, PAGE // 2))  # below a page its log is cut, too
    ]
    return random.Random(seed).sample(cases, min(number, len(cases)))  # noqa: S311


def _on_the_line(rig: Rig, scene: Scene, *, tls: bool) -> Iterator[LineFault]:
    pieces = rig.pieces(scene, tls=tls)
    for way, kind in product(Way, (Kind.RESET, Kind.CLOSE, Kind.HALVE, Kind.DELAY, Kind.HOLD, Kind.STOP)):
        if kind is Kind.STOP and way is Way.DOWN:
            continue
        late = kind is Kind.STOP or (kind is Kind.HOLD and way is Way.UP)
        for at, release in product(range(1, pieces[way] + 1), Release if late else (Release.RECONNECTED,)):
            yield LineFault(trouble=Trouble(kind=kind, way=way, at=at), tls=tls, release=release)
