"""What mailaide leaves in the world: files in its state directory, connections to the configured mail server.

On the wire nothing writes but APPEND, the mark on answered mail, and the removal of drafts of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from system.crash.proxy import commands
from system.crash.rig import Rig
from system.crash.scenes import Scene
from system.deployment import Deployment, eventually
from system.dovecot import Dovecot

pytestmark = pytest.mark.dovecot

CHANGING = (
    *("open", "openat", "openat2", "creat", "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2"),
    *(
        "link",
        "linkat",
        "symlink",
        "symlinkat",
        "unlink",
        "unlinkat",
        "rmdir",
        "truncate",
        "chmod",
        "fchmodat",
        "chown",
    ),
    *("lchown", "fchownat", "utimensat", "setxattr", "bind", "connect", "sendto", "sendmsg"),
)
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
READ = re.compile(
    r"(CAPABILITY|AUTHENTICATE PLAIN( \S+)?|NOOP|LOGOUT|LIST .*|EXAMINE .*|STATUS .*|SELECT .*"
    r"|(UID )?FETCH [\d:,]+ \((?!.*BODY\[)[^)]*\)?.*)"
)
PUT = re.compile(r'APPEND "?(?P<folder>Drafts|INBOX)"? \((?P<flags>[^)]*)\) \{\d+\+?\}')
MARKED = re.compile(r"UID STORE [\d:,]+ \+FLAGS(\.SILENT)? \(\\(?P<flag>Deleted|Answered)\)")
REMOVED = re.compile(r"UID EXPUNGE [\d:,]+")


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot, strace: None) -> tuple[Deployment, list[str]]:
    """A life of the daemon: two complaints, two drafts, a stop."""
    deployment = Deployment(tmp_path_factory.mktemp("footprint"), dovecot)
    trace = deployment.folder / "trace"
    for project in ("harbour", "bridge"):
        deployment.client_complains(project, datetime.now(UTC))
    watching = ("-s", "300", "-o", str(trace), "-e", "trace=" + ",".join(CHANGING))
    with (
        # A traced process may get its SIGTERM in another thread; with a watchdog the main one wakes up by itself.
        environment(WATCHDOG_USEC="1000000"),
        deployment.started("strace", "-D", "-f", "-q", *watching) as running,  # -D: the process is mailaide's own
    ):
        eventually(lambda: len(deployment.drafts()) == 2)
        running.stop()
        assert running.process.returncode == 0, running.said
    return deployment, eventually(lambda: complete(trace))


@contextmanager
def environment(**values: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        yield


def complete(trace: Path) -> list[str]:
    """The calls without their process, once the tracer has written the last of them; none before."""
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    ended = lines and "exited with" in lines[-1]
    return [re.sub(r"^\d+ +", "", line) for line in lines] if ended else []


def test_nothing_is_written_but_in_the_state_directory(calls: tuple[Deployment, list[str]]):
    deployment, said = calls
    files = [line for line in said if not line.startswith(("connect", "send", "bind", "+++", "---", "<"))]
    writing = [line for line in files if not line.startswith("open") or WRITING.search(line)]
    ours = (f'"{deployment.folder / "state"}', '"/dev/null"', "__pycache__")  # the last is Python's own

    assert len(writing) > 5
    assert [line for line in writing if not any(one in line for one in ours)] == []


def test_connections_go_only_to_the_configured_server(calls: tuple[Deployment, list[str]]):
    deployment, said = calls
    connections = [line for line in said if re.match(r"connect|bind|send", line)]
    server = rf"sin6?_port=htons\({deployment.server.tls_port}\), .*\"(127\.0\.0\.1|::1)\""
    name_service = r"AF_UNIX, sun_path=\"/(var/)?run/nscd/socket\""

    assert [line for line in connections if re.search(server, line)]
    assert [line for line in connections if not re.search(f"{server}|{name_service}", line)] == []


@pytest.mark.parametrize("scene", Scene)
def test_the_commands_are_few(scene: Scene, rig: Rig):
    said = [words for _, words in commands(rig.transcript(scene))]
    writing = [words for words in said if not READ.fullmatch(words)]
    others = [words for words in writing if not any(one.fullmatch(words) for one in (PUT, MARKED, REMOVED))]
    opened = [words for words in said if words.startswith("SELECT")]
    put = [(found["folder"], found["flags"]) for words in writing if (found := PUT.fullmatch(words))]
    wanted = {
        Scene.FIRST: [("Drafts", "\\Draft \\Seen")] * 2,
        Scene.DRAFTS: [("Drafts", "\\Draft \\Seen")] * 2,
        Scene.ALERTS: [("INBOX", "")] * 2,
        Scene.BOTH: [("Drafts", "\\Draft \\Seen")] * 2 + [("INBOX", "")] * 2,
        Scene.ANSWERED: [],
        Scene.REWRITTEN: [("Drafts", "\\Draft \\Seen")],
    }[scene]

    assert others == []
    assert put == wanted
    assert bool(opened) == (scene in {Scene.ANSWERED, Scene.REWRITTEN}), (
        "a folder is opened for writing only to remove or to mark"
    )


def test_what_is_removed_is_the_draft_that_was_put(rig: Rig):
    """And nothing is marked that was not answered: the judge of every case compares all other messages."""
    before = rig.befores[Scene.ANSWERED]
    lying = {uid for folder, uid in before.seen().theirs if folder == "Drafts"}
    own = min(lying)
    removed = [words for _, words in commands(rig.transcript(Scene.ANSWERED)) if REMOVED.fullmatch(words)]

    assert len(removed) == 1
    assert removed[0].split()[-1] in {str(uid) for uid in lying - {own}}
