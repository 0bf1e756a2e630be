"""Where there is no screen to draw on, and where there must be no colour."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tests.terminal.terminal import READER, environment

COLOURS = {*range(30, 50), *range(90, 108)}
"""The parameters of SGR that set or reset a colour, 38 and 48 among them (ECMA-48, 8.3.117)."""


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_a_dumb_terminal_is_told_of_the_plain_commands(open_terminal: Open, kind: str) -> None:
    terminal = open_terminal(environ={"TERM": kind})
    assert terminal.end() == 2
    assert "newsreader refresh, list, show" in terminal.text
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("demo", [["--demo"], []])
def test_no_terminal_at_all_is_told_too(tmp_path: Path, demo: list[str]) -> None:
    done = subprocess.run(
        [*READER, *demo],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "newsreader refresh, list, show" in done.stderr
    assert done.stderr.count("\n") == 1


def colours(raw: bytes) -> set[int]:
    """The colour parameters in every SGR sequence."""
    sequences = re.findall(rb"\x1b\[([0-9;:]*)m", raw)
    return {int(number) for one in sequences for number in re.findall(rb"\d+", one)} & COLOURS


def walk(open_terminal: Open, **environ: str) -> bytes:
    """Every byte of a walk through the dialog, the list, the pane, a search, the help and a message."""
    terminal = open_terminal("--demo", environ=environ)
    terminal.shows("Kies je webmail", "Proefeditie")
    terminal.press("1")
    terminal.shows_not("Kies je webmail")
    terminal.press("j", "enter")
    terminal.shows("65 ongelezen")
    terminal.press("/", "/")
    terminal.settle()
    terminal.press("bultrug")
    terminal.shows("7 treffers")
    terminal.press("escape")
    terminal.shows_not("7 treffers")
    terminal.press("?")
    terminal.shows("Toetsen")
    terminal.press("q", "\x03")
    terminal.shows("ctrl+q")
    terminal.quit()
    return bytes(terminal.raw)


def test_no_colour_leaves_the_program_when_none_is_wanted(open_terminal: Open) -> None:
    assert colours(walk(open_terminal, NO_COLOR="1")) == set()


def test_there_are_colours_otherwise(open_terminal: Open) -> None:
    assert colours(walk(open_terminal)) >= {38, 48}
