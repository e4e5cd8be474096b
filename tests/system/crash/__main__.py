"""`./run crash --kills N --faults N`: the rig at full length; prints a table and every case that was not exact."""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import random
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

from system import dovecot
from system.crash import plan, tracer
from system.crash.rig import Case, Result, Rig
from system.crash.scenes import Scene

TELL_EVERY = 200


def main() -> int:
    wanted = _wanted()
    for program, there in (("dovecot (dovecot-imapd)", dovecot.executable()), ("strace", tracer.executable())):
        if not there:
            print(f"the crash rig needs {program}, which is not installed", file=sys.stderr)
            return 2
    began = time.monotonic()
    scenes = [Scene[name] for name in wanted.scene or Scene.__members__]
    with Rig() as rig:
        cases = [
            *plan.kills(rig, wanted.kills, wanted.seed, scenes),
            *plan.line_faults(rig, wanted.faults, wanted.seed, scenes),
            *plan.disk_faults(rig, wanted.disk, wanted.seed, scenes),
        ]
    random.Random(wanted.seed).shuffle(cases)  # noqa: S311  # so that a run that is interrupted has tried some of each
    results = run(cases, workers=wanted.workers)
    for line in (*table(results), "", about_what(results), how(time.monotonic() - began, wanted)):
        print(line)
    wrong = [one for one in results if not one.exact]
    for one in wrong[:50]:
        print(f"NOT EXACT: {one}")
    return int(bool(wrong) or len(results) < len(cases))


def run(cases: Sequence[Case], *, workers: int) -> list[Result]:
    """All cases, each worker with a server of its own; what a worker cannot finish is missing in the answer."""
    waiting: queue.SimpleQueue[Case] = queue.SimpleQueue()
    for case in cases:
        waiting.put(case)
    results: list[Result] = []
    threads = [threading.Thread(target=_work, args=(waiting, results, len(cases))) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    except KeyboardInterrupt:
        while not waiting.empty():  # what was begun is ended, nothing more is begun
            waiting.get()
        for thread in threads:
            thread.join()
    return results


def _work(waiting: queue.SimpleQueue[Case], results: list[Result], number: int) -> None:
    with contextlib.suppress(queue.Empty), Rig() as rig:
        while True:
            results.append(rig.run(waiting.get_nowait()))
            if len(results) % TELL_EVERY == 0:
                wrong = sum(not one.exact for one in results)
                print(f"{len(results)} of {number} cases, {wrong} not exact", file=sys.stderr, flush=True)


def table(results: Sequence[Result]) -> Iterator[str]:
    """Markdown: what was done to it, and what was found after."""
    yield "| fault | cases | faults that struck | exact | duplicates | lost | ghosts | touched | unclear |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    kinds: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        kinds[_kind(one)].append(one)
    for kind, some in sorted(kinds.items()):
        yield _row(kind, some)
    yield _row("**all**", results)


def about_what(results: Sequence[Result]) -> str:
    kills = sum(one.struck for one in results if _kind(one).startswith("kill"))
    disk = sum(one.struck for one in results if _kind(one).startswith("disk"))
    line = sum(one.struck for one in results) - kills - disk
    exact = sum(one.exact for one in results)
    return f"{kills} kills, {line} faults of the line, {disk} of the disk: {exact} of {len(results)} cases exact"


def how(seconds: float, wanted: argparse.Namespace) -> str:
    return (
        f"{seconds / 60:.0f} minutes, {wanted.workers} at once, seed {wanted.seed}; "
        f"Dovecot {dovecot.version()}, strace {tracer.version()}."
    )


def _kind(result: Result) -> str:
    first, *others = result.case.faults
    if first.kind == "kill -9":
        return f"kill -9: {result.case.scene}" + (", several in a row" if others else "")
    return "two line faults in a row" if others else first.kind


def _row(title: str, results: Sequence[Result]) -> str:
    verdicts = [one.verdict for one in results]
    sums = (
        *(len(results), sum(one.struck for one in results), sum(one.exact for one in results)),
        *(sum(one.duplicates for one in verdicts), sum(one.lost for one in verdicts)),
        *(sum(one.ghosts for one in verdicts), sum(one.touched for one in verdicts)),
        sum(bool(one.unclear) for one in results),
    )
    return f"| {title} | " + " | ".join(f"{number}" for number in sums) + " |"


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./run crash", description="Kill it and cut its line, and count what is left."
    )
    parser.add_argument("--kills", type=int, default=200, metavar="N", help="kill -9, one system call each")
    parser.add_argument("--faults", type=int, default=100, metavar="N", help="faults of the line to the mail server")
    parser.add_argument("--disk", type=int, default=50, metavar="N", help="disks that are full or broken")
    parser.add_argument(
        "--scene", action="append", choices=list(Scene.__members__), help="only this one; may be repeated"
    )
    parser.add_argument("--seed", type=int, default=1, help="which sample; the same seed takes the same cases")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
