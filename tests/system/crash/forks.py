"""mailaide's process without its start: a server that has imported everything forks one child a case.

A child runs the real command, or the daemon's cycles at instants of our own. It may wait at a gate, so that a tracer
is there before its first step. `python -m system.crash.forks` is the server; orders are lines of JSON.
"""

from __future__ import annotations

import json
import os
import pwd
import resource
import subprocess
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

FAILED_UNFORESEEN = 70
HERE = Path(__file__)


class Child:
    """A forked mailaide. `status` is as Popen.returncode: negative for a signal."""

    def __init__(self, forks: Forks, pid: int, log: Path) -> None:
        self.pid = pid
        self._forks = forks
        self._log = log

    def go(self) -> None:
        """Open the gate of a child that was started with one."""
        self._forks.order(do="go", pid=self.pid)

    def wait(self) -> int:
        status: int = self._forks.order(do="wait", pid=self.pid)["status"]
        return status

    @property
    def said(self) -> str:
        # Killed early enough, it has not even a log.
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""


class Forks:
    """The near side: `with Forks(warm_up=config) as forks: forks.once(config, now, log=log).wait()`."""

    def __init__(self, warm_up: Path) -> None:
        self._warm_up = warm_up

    def __enter__(self) -> Self:
        environment = os.environ | {
            "PYTHONPATH": f"{HERE.parents[2]}:{HERE.parents[3]}",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        environment.pop("MAILAIDE_CONFIG", None)
        environment.pop("CREDENTIALS_DIRECTORY", None)
        self._server = subprocess.Popen(
            [sys.executable, "-m", "system.crash.forks", str(self._warm_up)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=self._warm_up.parent,
            start_new_session=True,  # a Ctrl-C is for the rig, which ends what it started
        )
        try:
            self._answer()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.close()
        self._server.wait(10)
        self._server.stdout.close()

    def once(self, config: Path, now: datetime, *, log: Path, **how: Any) -> Child:
        """`mailaide once --now`. `how`: see `_Child`."""
        return self._start(log, job="once", config=str(config), instants=[now.isoformat()], **how)

    def cycles(self, config: Path, instants: Sequence[datetime], *, log: Path, **how: Any) -> Child:
        """One life of the daemon, with a cycle at each instant."""
        return self._start(log, job="cycles", config=str(config), instants=[at.isoformat() for at in instants], **how)

    def order(self, **what: Any) -> dict[str, Any]:
        assert self._server.stdin
        self._server.stdin.write(json.dumps(what) + "\n")
        self._server.stdin.flush()
        return self._answer()

    def _start(self, log: Path, **what: Any) -> Child:
        return Child(self, self.order(do="start", log=str(log), **what)["pid"], log)

    def _answer(self) -> dict[str, Any]:
        assert self._server.stdout
        line = self._server.stdout.readline()
        assert line, "the fork server ended"
        answer: dict[str, Any] = json.loads(line)
        return answer


# The far side


class _Server:
    def __init__(self) -> None:
        self._gates: dict[int, int] = {}

    def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        match order.pop("do"):
            case "start":
                return {"pid": self._start(order)}
            case "go":
                os.close(self._gates.pop(order["pid"]))
                return {}
            case _:
                _, status = os.waitpid(order["pid"], 0)
                return {"status": os.waitstatus_to_exitcode(status)}

    def _start(self, order: dict[str, Any]) -> int:
        there, gate = os.pipe()
        pid = os.fork()
        if pid:
            os.close(there)
            if order.get("gate"):
                self._gates[pid] = gate
            else:
                os.close(gate)
            return pid
        status = FAILED_UNFORESEEN
        try:
            os.close(gate)
            for other in self._gates.values():
                os.close(other)
            _redirect(order["log"])
            os.read(there, 1)
            os.close(there)
            status = _Child(**order)()
        except BaseException:  # noqa: BLE001  # nothing may come back into the server's loop
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)


class _Child:
    """`largest_file` in bytes, `patience` in seconds for the mail server, `as_nobody` when root may write too much."""

    def __init__(
        self,
        *,
        job: str,
        config: str,
        instants: Sequence[str],
        log: str,  # opened already
        gate: bool = False,
        patience: float | None = None,
        largest_file: int | None = None,
        as_nobody: bool = False,
    ) -> None:
        self._job = job
        self._config = config
        self._instants = instants
        self._patience = patience
        self._largest_file = largest_file
        self._as_nobody = as_nobody

    def __call__(self) -> int:
        from mailaide.adapters.imap import failures  # noqa: PLC0415  # the near side must not load mailaide

        if self._patience:
            failures.TIMEOUT_SECONDS = self._patience
        if self._largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self._largest_file, self._largest_file))
        if self._as_nobody:
            nobody = pwd.getpwnam("nobody")
            os.setgroups([])
            os.setresgid(nobody.pw_gid, nobody.pw_gid, nobody.pw_gid)
            os.setresuid(nobody.pw_uid, nobody.pw_uid, nobody.pw_uid)
        return _command(["once", "--now", self._instants[0]], self._config) if self._job == "once" else self._cycles()

    def _cycles(self) -> int:
        from mailaide.adapters.state import StateDirectory  # noqa: PLC0415
        from mailaide.config import load  # noqa: PLC0415
        from mailaide.errors import MailaideError  # noqa: PLC0415
        from mailaide.service.wiring import service  # noqa: PLC0415

        settings, failed = load(Path(self._config)), 0
        try:
            state = StateDirectory(settings.state_directory)
            with state.held(), service(settings, state) as wired:
                for number, at in enumerate(self._instants):
                    try:
                        report = wired.cycle.run(datetime.fromisoformat(at), everything=number == 0)
                        faults = [str(fault) for fault in report.faults]
                    except MailaideError as error:
                        faults = [str(error)]
                    for fault in faults:
                        print(fault, file=sys.stderr)  # noqa: T201
                    failed |= bool(faults)
        except MailaideError as error:
            print(error, file=sys.stderr)  # noqa: T201
            return 1
        return failed


def _command(words: Sequence[str], config: str) -> int:
    from mailaide.cli import main  # noqa: PLC0415

    try:
        main(["--config", config, *words])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    return 0


def _redirect(log: str) -> None:
    sink = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number in (1, 2):
        os.dup2(sink, number)
    os.close(sink)


def _serve(config: str) -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _command(["once"], config)  # whatever is imported late is imported now
    answers.write("{}\n")
    answers.flush()
    server = _Server()
    for line in sys.stdin:
        answers.write(json.dumps(server.obey(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    _serve(sys.argv[1])
