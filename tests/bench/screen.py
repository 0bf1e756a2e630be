"""A program in a pseudo-terminal, timed: when its bytes come, and how many."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

COLUMNS, LINES = 120, 40
QUIET = 0.15
"""Seconds without a byte after which a repaint is over."""
PATIENCE = 60.0
"""Seconds after which a program that says nothing is given up."""
ANSWER = 2.0
"""Seconds after which a key that changes nothing on the screen is let go."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A repaint: seconds to its first and its last byte, and its bytes."""

    first: float
    last: float
    size: int


class Screen:
    """The terminal's side of a running program."""

    def __init__(self, pid: int, master: int, started: float) -> None:
        self.pid = pid
        self._master = master
        self._started = started
        self._seen = b""

    def until(self, text: str) -> float:
        """Seconds from the start of the program until it has written that text."""
        wanted = text.encode()
        while wanted not in self._seen:
            if not self._ready(PATIENCE):
                raise TimeoutError(f"no {text!r} on the screen")
            self._seen += os.read(self._master, 65536)
        return time.perf_counter() - self._started

    def settle(self, quiet: float) -> None:
        """Read until nothing has come for so many seconds."""
        while self._ready(quiet):
            os.read(self._master, 65536)

    def listen(self, seconds: float) -> int:
        """Read for that long, whatever comes; answers how many bytes came."""
        end, size = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            if self._ready(left):
                size += len(os.read(self._master, 65536))
        return size

    def press(self, key: str, quiet: float = QUIET) -> Painted:
        """Send a key and read what it repaints."""
        started = time.perf_counter()
        os.write(self._master, key.encode())
        first = last = 0.0
        size = 0
        while self._ready(quiet if size else ANSWER):
            size += len(os.read(self._master, 65536))
            last = time.perf_counter() - started
            first = first or last
        return Painted(first, last, size)

    def quit(self) -> None:
        """Leave the reader by its key, and wait until it has put everything in order."""
        os.write(self._master, b"\x11")
        with suppress(OSError):  # the terminal's other end is closed: EIO on Linux
            while self._ready(PATIENCE) and os.read(self._master, 65536):
                pass

    def memory(self) -> int:
        """The program's peak resident memory in bytes."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            peak = next(line for line in status if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024

    def _ready(self, wait: float) -> bool:
        return bool(select.select([self._master], [], [], wait)[0])


@contextmanager
def running(arguments: Sequence[str]) -> Iterator[Screen]:
    """`python -m …` in a terminal of 120 by 40, killed at the end."""
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    pid, master = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        os.execve(command[0], command, environment)
    try:
        yield Screen(pid, master, started)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(master)
