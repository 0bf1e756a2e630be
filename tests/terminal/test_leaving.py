"""However the reader is left, the terminal and the store are in order afterwards."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import READER, Terminal

MODES = {
    "the alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "the mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "every move of the mouse": (b"\x1b[?1003h", b"\x1b[?1003l"),
    "the focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "bracketed paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "the kitty keys": (b"\x1b[>", b"\x1b[<u"),
    "a hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
}

STATUS = {signal.SIGTERM: 0, signal.SIGHUP: 0, signal.SIGINT: 130}
"""The signals that end it, and with which status."""


def in_force(raw: bytes) -> set[str]:
    """The modes of the terminal that were set and not put back."""
    return {name for name, (on, off) in MODES.items() if raw.rfind(on) > raw.rfind(off)}


def assert_sound(database: Path) -> None:
    connection = apsw.Connection(str(database))
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


@pytest.fixture
def reading(open_terminal: Open, subscribe: Callable[..., None]) -> Terminal:
    """The reader on a store of its own with nothing but the sample edition."""
    subscribe()
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Proefeditie", "66 ongelezen")
    assert in_force(bytes(terminal.raw)) == set(MODES)
    return terminal


@pytest.mark.parametrize("number", STATUS)
def test_a_signal_ends_it_in_order(reading: Terminal, database: Path, number: signal.Signals) -> None:
    reading.press("j", "enter")
    reading.shows("65 ongelezen")
    reading.signal(number)
    assert reading.end() == STATUS[number]
    assert in_force(bytes(reading.raw)) == set()
    assert b"Traceback" not in reading.raw
    assert_sound(database)


@pytest.mark.parametrize("number", STATUS)
@pytest.mark.parametrize("seen", [b"\x1b[?1049h", b"Proefeditie"])
def test_a_signal_ends_it_in_order_while_it_is_still_opening(
    open_terminal: Open, number: signal.Signals, seen: bytes
) -> None:
    terminal = open_terminal("--demo", *CHOSEN)
    terminal.wait(lambda: seen in terminal.raw, "the first bytes")
    terminal.signal(number)
    assert terminal.end() == STATUS[number]
    assert in_force(bytes(terminal.raw)) == set()
    assert b"Traceback" not in terminal.raw


def test_the_key_ends_it_in_order(reading: Terminal, database: Path) -> None:
    reading.quit()
    assert in_force(bytes(reading.raw)) == set()
    assert_sound(database)


def test_ctrl_c_only_tells_how_to_leave(reading: Terminal) -> None:
    reading.press("\x03")
    reading.shows("ctrl+q")
    reading.quit()


def test_a_vanished_terminal_ends_it(reading: Terminal, database: Path) -> None:
    reading.press("j", "enter")
    reading.shows("65 ongelezen")
    reading.vanish()
    assert reading.status() >= 0, "it had to be killed"
    assert_sound(database)


def test_a_vanished_terminal_ends_it_under_nohup_too(open_terminal: Open) -> None:
    ignoring = ("sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh", *READER)
    terminal = open_terminal("--demo", *CHOSEN, command=ignoring)
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.settle()
    terminal.vanish()
    assert terminal.status() >= 0, "it had to be killed"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted by Linux's /proc")
def test_stopped_and_continued_from_outside_it_still_reads_by_one_thread(reading: Terminal) -> None:
    threads = Path(f"/proc/{reading.process.pid}/task")
    reading.settle()
    before = len(list(threads.iterdir()))
    for _ in range(3):
        start = len(reading.raw)
        reading.signal(signal.SIGSTOP)
        reading.signal(signal.SIGCONT)
        reading.wait(lambda: MODES["the kitty keys"][0] in reading.raw[start:], "the terminal taken again")  # noqa: B023
        reading.wait(lambda: b"66 ongelezen" in reading.raw[start:], "all of the screen again")  # noqa: B023
        reading.settle()
    assert len(list(threads.iterdir())) == before
    reading.press("j", "enter")
    reading.shows("65 ongelezen")
    reading.quit()
    assert in_force(bytes(reading.raw)) == set()


def test_what_is_typed_while_the_terminal_is_taken_again_is_obeyed(demo: Terminal) -> None:
    demo.settle()
    demo.press(*"j" * 15)
    demo.settle()
    there = demo.lines
    demo.press("g")
    for _ in range(3):
        demo.signal(signal.SIGCONT)
        for _ in range(5):
            demo.press("j")
            demo.read(0.05)
    demo.wait(lambda: demo.lines == there, "what as many keys show in peace")
    demo.quit()


def test_a_terminal_that_was_given_back_is_not_taken_again(demo: Terminal) -> None:
    def pestered() -> bool:
        with suppress(ProcessLookupError):
            demo.signal(signal.SIGCONT)
        return bool(demo.process.flag_eof)

    demo.press("ctrl+q")
    demo.wait(pestered, "the end")
    assert demo.status() == 0
    assert in_force(bytes(demo.raw)) == set()


def test_a_browser_in_the_terminal_is_left_by_its_own_keys(
    open_terminal: Open, subscribe: Callable[..., None], tmp_path: Path
) -> None:
    browser = tmp_path / "bladeraar"
    browser.write_text("#!/bin/sh\nkill -INT $PPID\nsleep 0.1\n")  # as Ctrl+C does with both of them
    browser.chmod(0o755)
    subscribe()
    terminal = open_terminal(*CHOSEN, environ={"BROWSER": str(browser)})
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.press("o")
    terminal.shows("Geopend")
    terminal.quit()
    assert in_force(bytes(terminal.raw)) == set()


_CONTINUED = """
import os, runpy, signal

class Continued(__import__("newsreader.ui.driver").ui.driver.ForgivingDriver):
    paints = 0

    def write(self, data):
        self.paints += "robotmaaier" in data
        if self.paints == 2:
            self.paints += 1
            with self._writer_thread._queue.mutex:
                os.kill(os.getpid(), signal.SIGCONT)
        super().write(data)

runpy.run_module("newsreader", run_name="__main__")
"""


def test_a_signal_in_the_middle_of_a_paint_waits_for_its_turn(
    open_terminal: Open, subscribe: Callable[..., None]
) -> None:
    subscribe()
    terminal = open_terminal(
        *CHOSEN,
        command=(sys.executable, "-c", _CONTINUED),
        environ={"TEXTUAL_DRIVER": "__main__:Continued"},
    )
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.press("j", "enter")
    terminal.wait(lambda: terminal.raw.count(MODES["the alternate screen"][0]) == 2, "the terminal again")
    terminal.shows("65 ongelezen")
    terminal.quit()
    assert in_force(bytes(terminal.raw)) == set()


@pytest.mark.skipif(not shutil.which("bash"), reason="no shell with job control")
def test_to_the_background_and_back(
    open_terminal: Open, subscribe: Callable[..., None], database: Path
) -> None:
    subscribe()
    shell = ("bash", "--norc", "--noprofile", "-i")
    terminal = open_terminal(command=shell, environ={"PS1": "klaar> "})
    terminal.shows("klaar>")
    terminal.press(" ".join((*READER, *CHOSEN)), "enter")
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.press("j", "enter")
    terminal.shows("65 ongelezen")
    terminal.settle()
    terminal.press("ctrl+z")
    terminal.wait(lambda: b"Stopped" in terminal.raw, "a stopped job")
    assert in_force(bytes(terminal.raw)) <= {"bracketed paste"}  # which the shell uses too
    start = len(terminal.raw)
    terminal.press("fg", "enter")
    terminal.wait(lambda: b"robotmaaier" in terminal.raw[start:], "the article again")
    terminal.press("h", "j", "enter")
    terminal.shows("64 ongelezen")
    start = len(terminal.raw)
    terminal.press("ctrl+q")
    terminal.wait(lambda: in_force(bytes(terminal.raw)) <= {"bracketed paste"}, "a terminal in order")
    terminal.wait(lambda: b"klaar>" in terminal.raw[start:], "the shell again")
    terminal.press("echo einde:$?", "enter")
    terminal.shows("einde:0")
    assert_sound(database)


def test_no_size_and_no_haste_breaks_it(open_terminal: Open) -> None:
    """Every screen and dialog, at sizes that no terminal has, each key before the one before is done with."""
    terminal = open_terminal("--demo", *CHOSEN)
    terminal.shows("Proefeditie")
    for columns, lines in ((1, 1), (2, 1), (1, 2), (500, 2), (2, 200), (20, 5), (120, 40)):
        terminal.resize(columns, lines)
        terminal.press("j", "enter", "q", "?", "escape", "q", ",", "j", "enter", "enter", "escape", "q")
        terminal.press(
            "S", "escape", "W", "enter", "enter", "q", "/", "a", "escape", "escape", "w", "enter", "enter"
        )
        terminal.settle(0.1)
        terminal.press("escape", "escape", "t", "enter", "enter", "escape", "q")
        terminal.settle(0.1)
    terminal.press("escape", "escape", "q")
    terminal.settle()
    terminal.quit()
    assert in_force(bytes(terminal.raw)) == set()


@pytest.mark.parametrize(
    "sent", [b"\xe9\xff\xd8n", b"\x1b[Ma\xf0\x90", b"\x1b[99999999u", b"\x1b[99999999099999999R"]
)
def test_what_no_terminal_should_send_is_thrown_away(open_terminal: Open, sent: bytes) -> None:
    terminal = open_terminal("--demo", *CHOSEN)
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.settle()
    terminal.process.send(sent)
    terminal.settle()
    terminal.press("?")
    terminal.shows("ververs")
    terminal.press("q")
    terminal.settle()
    terminal.quit()
