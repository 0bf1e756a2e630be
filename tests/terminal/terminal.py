"""A terminal to test in: a pseudo-terminal with the reader in it, and a screen that reads what it writes."""

from __future__ import annotations

import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds that a screen is waited for: a test that passes needs far less."""
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "pagedown": "\x1b[6~",
    "ctrl+q": "\x11",
    "ctrl+p": "\x10",
    "ctrl+z": "\x1a",
}
READER = (sys.executable, "-m", "newsreader")


class Terminal:
    """The reader in a terminal, with folders of its own under `folder`; `command` starts something else."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        columns: int = 120,
        lines: int = 40,
        environ: dict[str, str] | None = None,
        command: Sequence[str] = READER,
    ) -> None:
        self.raw = bytearray()
        """Every byte that the program has written."""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        with warnings.catch_warnings():  # that forking beside threads may hang: the child execs at once
            warnings.simplefilter("ignore", DeprecationWarning)
            process: Any = pexpect.spawn(
                command[0],
                [*command[1:], *arguments],
                dimensions=(lines, columns),
                env=environment(folder) | (environ or {}),
            )
        self.process = process
        self.process.delaybeforesend = None
        parts: tuple[Any, ...] = (self.process, self.process.ptyproc)
        for part in parts:  # seconds between ever ruder signals at the end
            part.delayafterclose = part.delayafterterminate = 0.01

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return list(self._screen.display)

    @property
    def text(self) -> str:
        """All of the screen."""
        return "\n".join(self.lines)

    def line_of(self, text: str) -> int | None:
        """The first line of the screen on which that text stands."""
        return next((number for number, line in enumerate(self.lines) if text in line), None)

    def press(self, *keys: str) -> None:
        """Press these keys: by name, else as they are typed."""
        self.process.send("".join(KEYS.get(key, key) for key in keys))

    def read(self, seconds: float) -> bytes:
        """What the program writes within that time, as soon as it writes anything; nothing at its end."""
        try:
            data = self.process.read_nonblocking(65536, timeout=seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""
        self.raw += data
        self._stream.feed(data)
        return bytes(data)

    def wait(self, until: Callable[[], bool], what: str = "") -> None:
        """Read until it is so; else the test fails with the screen as it is."""
        deadline = time.monotonic() + PATIENCE
        while not until():
            ended = self.process.flag_eof
            if not self.read(0.1) and (ended or time.monotonic() > deadline):
                raise AssertionError(f"not on the screen: {what}\n{self.text}")

    def shows(self, *texts: str) -> None:
        """Wait until all these texts stand on the screen."""
        self.wait(lambda: all(text in self.text for text in texts), " and ".join(texts))

    def shows_not(self, text: str) -> None:
        """Wait until that text does not stand on the screen any more."""
        self.wait(lambda: text not in self.text, f"anything without {text}")

    def settle(self, seconds: float = 0.25) -> bytes:
        """Read until nothing is written for that time; answers what was."""
        start = len(self.raw)
        while self.read(seconds):
            continue
        return bytes(self.raw[start:])

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size, as a window manager does."""
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def end(self) -> int:
        """Read to the end of the program; answers its exit status, or minus the signal that ended it."""
        self.wait(lambda: self.process.flag_eof, "the end")
        return self.status()

    def status(self) -> int:
        """Wait for the process itself; answers as `end` does."""
        deadline = time.monotonic() + PATIENCE
        while self.process.isalive() and time.monotonic() < deadline:
            continue
        assert not self.process.isalive(), "the process lives on"
        exited = self.process.exitstatus
        return int(-self.process.signalstatus if exited is None else exited)

    def vanish(self) -> None:
        """Take the terminal away from the program, as when a window is closed or a line drops."""
        self.process.ptyproc.fileobj.close()
        self.process.ptyproc.closed = True

    def quit(self) -> None:
        """Leave by the key, in order."""
        self.press("ctrl+q")
        status = self.end()
        assert status == 0, f"ended with {status}\n{self.text}"
        assert b"Traceback" not in self.raw

    def close(self) -> None:
        """Hang up and see that nothing stays behind."""
        self.process.close(force=True)


def environment(folder: Path) -> dict[str, str]:
    """A plain environment: folders of the test's own, a capable terminal, Dutch by default, no way out."""
    nowhere = "http://127.0.0.1:9"
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "no_proxy": "127.0.0.1",
    }
