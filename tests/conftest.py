"""Fixtures that more than one kind of test needs, and the last words of a run: scores, and what was real in it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from system.crash import tracer
from system.dovecot import Dovecot, executable, version
from system.postgresql import Postgresql, programs

EXERCISED = pytest.StashKey[dict[str, str]]()
"""Real part → how it was exercised, or "NOT exercised: why"."""

NOT_RUN = "NOT exercised: no test that needs it was run"

SCORES = pytest.StashKey[dict[str, list[str]]]()
"""Title → the lines to print at the end of the run."""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SCORES] = {}
    config.stash[EXERCISED] = {"Dovecot": NOT_RUN, "PostgreSQL": NOT_RUN, "strace": NOT_RUN}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m "not real"` leaves out what needs a real server or starts processes, and is done in seconds."""
    for item in items:
        if "system" in item.path.relative_to(item.config.rootpath).parts or item.get_closest_marker("dovecot"):
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def real_parts(pytestconfig: pytest.Config) -> dict[str, str]:
    """Where a fixture writes down what real part it has started, or why it could not."""
    return pytestconfig.stash[EXERCISED]


@pytest.fixture(scope="session")
def scores(pytestconfig: pytest.Config) -> dict[str, list[str]]:
    """Where a test puts down what it has measured."""
    return pytestconfig.stash[SCORES]


@pytest.fixture(scope="session")
def dovecot(real_parts: dict[str, str]) -> Iterator[Dovecot]:
    """A running Dovecot, one for the whole run; each test takes a user name of its own."""
    if executable() is None:
        real_parts["Dovecot"] = "NOT exercised: it is not installed (apt install dovecot-imapd)"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail("Dovecot is not installed, and in CI it must be", pytrace=False)
        pytest.skip("Dovecot is not installed (apt install dovecot-imapd)")
    with Dovecot() as server:
        real_parts["Dovecot"] = f"version {version()} on loopback, with TLS"
        yield server


@pytest.fixture(scope="session")
def postgresql(real_parts: dict[str, str]) -> Iterator[Postgresql]:
    """A running PostgreSQL, one for the whole run; each test takes a database of its own."""
    if programs() is None:
        real_parts["PostgreSQL"] = "NOT exercised: it is not installed (apt install postgresql)"
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    with Postgresql() as server:
        real_parts["PostgreSQL"] = f"version {server.version} on loopback, with a password"
        yield server


@pytest.fixture(scope="session")
def strace(real_parts: dict[str, str]) -> None:
    """strace that may trace here; some containers forbid it even where it is installed."""
    if tracer.executable() is None:
        real_parts["strace"] = "NOT exercised: it is not installed (apt install strace)"
        if os.environ.get("CI", "").lower() == "true" and not os.environ.get("NO_STRACE"):  # ./run could not install it
            pytest.fail("strace is not installed, and in CI it must be", pytrace=False)
        pytest.skip("strace is not installed (apt install strace)")
    if why := tracer.forbidden():
        real_parts["strace"] = f"NOT exercised: it may not trace here ({why})"
        pytest.skip(f"strace may not trace here ({why})")
    real_parts["strace"] = f"version {tracer.version()}, killing mailaide at its system calls"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what it wrote down: the last words are the controller's."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["scores"], output["exercised"] = session.config.stash[SCORES], session.config.stash[EXERCISED]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """What several workers exercised is told once; a worker that crashed has nothing to tell."""
    output = getattr(node, "workeroutput", {})
    stash = node.config.stash
    for title, lines in output.get("scores", {}).items():
        stash[SCORES].setdefault(title, []).extend(lines)
    for part, how in output.get("exercised", {}).items():
        if how != NOT_RUN:
            stash[EXERCISED][part] = how


@pytest.hookimpl(wrapper=True, tryfirst=True)  # outermost, so that it has the last word
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> Generator[None]:
    yield
    for title, lines in config.stash[SCORES].items():
        terminalreporter.section(title, sep="-")
        for line in lines:
            terminalreporter.line(line)
    terminalreporter.section("real parts", sep="-")
    for part, how in config.stash[EXERCISED].items():
        terminalreporter.line(f"{part}: {how}")
