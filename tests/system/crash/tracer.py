"""strace on a child that waits at its gate: count its system calls, kill it at one of them, or make one fail."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from system.crash.forks import Child

EFFECTS = (
    *("openat", "mkdir", "rename", "link", "unlink", "ftruncate", "fchmod", "chmod", "fchown"),
    *("write", "pwrite64", "fsync", "fdatasync", "fcntl", "flock", "close"),
    *("socket", "connect", "sendto", "recvfrom", "read", "shutdown"),
)
"""What the world outside the process can tell: between two of these a kill makes no difference."""

_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(", re.MULTILINE)


def executable() -> str | None:
    return shutil.which("strace")


def forbidden() -> str:
    """Why it may not trace a process of ours, or nothing."""
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip()[:100] if tried.returncode else ""


def version() -> str:
    told = subprocess.run(["strace", "-V"], capture_output=True, text=True, check=True).stdout
    return told.split("version", 1)[1].split()[0]


def run(child: Child, *options: str) -> int:
    """Let a gated child run to its end under strace."""
    tracer = subprocess.Popen(
        ["strace", "-f", "-p", str(child.pid), *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr
    attached = tracer.stderr.readline()
    assert "attached" in attached, f"strace could not attach: {attached}"
    child.go()
    status = child.wait()
    tracer.communicate(timeout=10)
    return status


def count(child: Child, trace: Path) -> Counter[str]:
    """How often each call that has an effect is made."""
    status = run(child, "-o", str(trace), "-e", "trace=" + ",".join(EFFECTS))
    assert status == 0, child.said
    return Counter(_CALL.findall(trace.read_text(encoding="utf-8", errors="replace")))


def kill(child: Child, call: str, number: int) -> bool:
    """SIGKILL when it makes this call for the n-th time; False when it ended before."""
    quiet = ("-o", "/dev/null", "-e", f"trace={call}")
    return run(child, *quiet, "-e", f"inject={call}:signal=KILL:when={number}") == -9


def fail(child: Child, call: str, number: int, error: str) -> int:
    """Let this call fail, the n-th time and ever after, as on a disk that is full or broken; its exit status."""
    quiet = ("-o", "/dev/null", "-e", f"trace={call}")
    return run(child, *quiet, "-e", f"inject={call}:error={error}:when={number}+")
