"""mutt or neomutt as a person has it: in a terminal, with their own settings, on the test server.

The terminal is a VT52, the plainest that ncurses knows: it moves the cursor and erases, no more. Nothing is read from
the machine's own configuration. A client is ended with its editor by the end of the `with` block.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path
from select import select
from typing import Self

from system.dovecot import PASSWORD

ROWS, COLUMNS = 60, 200
PATIENCE_SECONDS = 20.0

SETTINGS = """\
set folder="imap://127.0.0.1:{port}/" imap_user="{user}" imap_pass="{password}" ssl_starttls=no ssl_force_tls=no
set spoolfile="=INBOX" record="=Verzonden items" postponed="=Drafts" trash="=Trash"
set smtp_url="smtp://127.0.0.1:{smtp_port}/" hostname="devries.example"
set realname="Anna de Vries" from="anna@devries.example" signature="{home}/signature"
set editor="{home}/editor" tmpdir="{home}" header_cache="" charset=utf-8
set quit=yes delete=yes move=no copy=yes recall=no postpone=ask-yes include=no fast_reply=yes
set sleep_time=0 wait_key=no beep=no
"""

EDITOR = """\
#!/bin/sh
# Keeps what it was given, says that it is open, waits until it is told to go on, and adds what is in `line`.
cp "$1" {home}/opened
: > {home}/is-open
read -r _ < {home}/go-on
cat {home}/line >> "$1"
"""

SAID = re.compile(rb"\x1bY(?P<cell>..)|\x1b(?P<order>.)|(?P<text>[^\x00-\x1f\x7f]+)|(?P<control>.)", re.DOTALL)
"""One thing that a VT52 is told to do."""


def version(program: str) -> str:
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=True)
    return told.stdout.split()[1]


def screen(said: bytes) -> list[str]:
    """The lines that a person sees after all that was said to the terminal."""
    terminal = _Vt52()
    for one in SAID.finditer(said):
        if cell := one["cell"]:
            terminal.row, terminal.column = cell[0] - 32, cell[1] - 32
        elif text := one["text"]:
            terminal.write(text.decode("utf-8", "replace"))
        else:
            terminal.obey(one["order"] or one["control"])
    return ["".join(line).rstrip() for line in terminal.lines]


class _Vt52:
    def __init__(self) -> None:
        self.lines = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = 0

    def write(self, text: str) -> None:
        for character in text:
            self.lines[self.row][self.column] = character
            self.column = min(COLUMNS - 1, self.column + 1)

    def obey(self, order: bytes) -> None:
        orders = {
            b"A": self._up,
            b"B": self._down,
            b"\n": self._down,
            b"C": self._forward,
            b"D": self._back,
            b"\b": self._back,
            b"H": self._home,
            b"I": self._up,
            b"J": self._erase_below,
            b"K": self._erase_line,
            b"\r": self._return,
            b"\t": self._tab,
        }
        if order in orders:
            orders[order]()

    def _up(self) -> None:
        self.row -= 1
        if self.row < 0:
            self.row, self.lines = 0, [[" "] * COLUMNS, *self.lines[:-1]]

    def _down(self) -> None:
        self.row += 1
        if self.row == ROWS:
            self.row, self.lines = ROWS - 1, [*self.lines[1:], [" "] * COLUMNS]

    def _forward(self) -> None:
        self.column = min(COLUMNS - 1, self.column + 1)

    def _back(self) -> None:
        self.column = max(0, self.column - 1)

    def _home(self) -> None:
        self.row = self.column = 0

    def _return(self) -> None:
        self.column = 0

    def _tab(self) -> None:
        self.column = min(COLUMNS - 1, self.column // 8 * 8 + 8)

    def _erase_line(self) -> None:
        self.lines[self.row][self.column :] = [" "] * (COLUMNS - self.column)

    def _erase_below(self) -> None:
        self._erase_line()
        self.lines[self.row + 1 :] = [[" "] * COLUMNS for _ in range(ROWS - self.row - 1)]


class TerminalClient:
    """Start with `with TerminalClient(…) as person:`; `person` types and sees."""

    def __init__(self, program: str, home: Path, *, user: str, port: int, smtp_port: int, line: str) -> None:
        """`home` is made anew; `line` is what the editor adds to every letter."""
        self._program = program
        self._home = home
        home.mkdir()
        values = {"home": home, "user": user, "password": PASSWORD, "port": port, "smtp_port": smtp_port}
        (home / "muttrc").write_text(SETTINGS.format(**values), encoding="utf-8")
        (home / "line").write_text(line, encoding="utf-8")
        (home / "signature").write_text("A signature of the mail client's own.\n", encoding="utf-8")
        (home / "editor").write_text(EDITOR.format(home=home), encoding="utf-8")
        (home / "editor").chmod(0o700)
        os.mkfifo(home / "go-on")
        self._said = b""
        self.lines: list[str] = []

    def __enter__(self) -> Self:
        self._terminal, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
        path = os.environ.get("PATH", os.defpath)
        self._process = subprocess.Popen(
            # A session of its own that the terminal controls: neomutt draws nothing right in one without.
            ["setsid", "--ctty", self._program, "-n", "-F", str(self._home / "muttrc")],
            stdin=side,
            stdout=side,
            stderr=side,
            env={"PATH": path, "HOME": str(self._home), "TERM": "vt52", "LANG": "C.UTF-8", "MAIL": "/dev/null"},
            cwd=self._home,
        )
        os.close(side)
        self.sees("INBOX [Msgs:")
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):  # the client with its editor, which may have outlived it
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def is_killed(self) -> None:
        """As by a lack of memory: the client itself, at once."""
        self._process.kill()
        self._process.wait()

    # What a person does; a message is found by a word of its subject

    def goes_to(self, folder: str) -> None:
        self.types(f"c={folder}\r")
        self.sees(f"{folder} [Msgs:")

    def views(self, folder: str, word: str) -> list[str]:
        """The screen with the message open; then the list of the folder is there again."""
        self.goes_to(folder)
        self.types(f"{self._number(word)}\r\r")
        shown = self.sees("i:Exit")
        self.types("i")
        self.sees("q:Quit")
        return shown

    def recalls(self, word: str) -> str:
        """One draft of several, for with only one no list is shown; what the editor is given, which is open then."""
        self.types("R")
        self.sees("Postponed Messages")
        return self._edits(f"{self._number(word)}\r\r")

    def replies(self, folder: str, word: str) -> None:
        self.views(folder, word)
        self._edits("r")

    def closes_the_editor(self) -> None:
        self._said, self.lines = b"", []  # what is seen from here on was drawn after the editor
        (self._home / "go-on").write_text("\n", encoding="utf-8")
        self.sees("y:Send")

    def sends(self) -> None:
        self.types("y")
        self.sees("q:Quit")

    def postpones(self) -> None:
        self.types("q")
        self.sees("([yes]/no")
        self.types("y")
        self.sees("q:Quit")

    def abandons(self) -> None:
        """Leaves the letter and keeps nothing of it."""
        self.types("q")
        self.sees("([yes]/no")
        self.types("n")
        self.sees("q:Quit")

    def deletes(self, folder: str, word: str) -> None:
        self.views(folder, word)
        self.types("d$")
        self.sees("1 deleted")

    def _number(self, word: str) -> str:
        """Of the line in the list that ends so."""
        line = next(line for line in self.sees(f"{word}") if line.endswith(word))
        return line.split()[0]

    def _edits(self, keys: str) -> str:
        (self._home / "is-open").unlink(missing_ok=True)
        self.types(keys)
        self.until((self._home / "is-open").exists, "open editor")
        return (self._home / "opened").read_text(encoding="utf-8")

    # What a person types and sees

    def types(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def sees(self, text: str) -> list[str]:
        """The screen once the text is on it."""
        self.until(lambda: any(text in line for line in self.lines), f"{text!r} on the screen")
        return self.lines

    def until(self, fact: Callable[[], bool], what: str) -> None:
        """Goes on looking at the screen, or the client could not go on writing there."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not fact():
            assert time.monotonic() < deadline, f"no {what}:\n" + "\n".join(filter(None, self.lines))
            self._look()

    def _look(self) -> None:
        if select([self._terminal], [], [], 0.02)[0]:
            with contextlib.suppress(OSError):  # the client has ended
                self._said += os.read(self._terminal, 65536)
                self.lines = screen(self._said)
