"""Keys at random, in every screen and at every size: nothing ends it but the way out, which always does.

Nothing here opens what writes a file, runs a command or offers another way out.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import Terminal

KEYS = (
    *"jkgGlhqnNxV=usMAzreWaFXJyYT[]123456789S,t?d /f0~é€",
    *("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pagedown", "space"),
    *(
        "\x1b[5~",
        "\x1b[H",
        "\x1b[F",
        "\x1b[3~",
        "\x7f",
        "\x03",
        "\x04",
        "\x15",
        "\x1bOP",
        "\x1b[24~",
        "\x1b\x1b",
    ),
    *("\x1b[200~plak\x1b[31m\x00tekst\n\x1b[201~", "\x1b[I", "\x1b[O", "\x1b[99~", "\x1b[1;5C", "\x9b"),
    *("\x1b[<0;9;3M\x1b[<0;9;3m", "\x1b[<0;30;4M\x1b[<0;30;4m", "\x1b[<64;9;9M", "\x1b[<65;60;9M"),
)
OPENERS = ("S", ",", "?", "W", "e", "d", "t", "/", "f", "x", "a", "u")
"""Keys that lead to another screen or another mode."""
SIZES = ((20, 5), (40, 12), (80, 24), (200, 60), (1, 1), (99, 24), (100, 30))
PRESSED = 200


def pressed(dice: Random) -> Iterator[str]:
    """So many keys, some of which belong together."""
    for _ in range(PRESSED // 5):
        yield dice.choice(OPENERS)
        yield from dice.choices(KEYS, k=4)


def play(terminal: Terminal, dice: Random) -> None:
    """Press them, with breaks and in windows of other sizes, and as if it had been stopped meanwhile."""
    for key in pressed(dice):
        if dice.random() < 0.05:
            terminal.resize(*dice.choice(SIZES))
        if dice.random() < 0.02:
            terminal.signal(signal.SIGCONT)
        terminal.press(key)
        if dice.random() < 0.2:
            terminal.read(0.02)


@pytest.mark.parametrize("seed", range(4))
def test_no_key_ends_it_but_the_way_out(open_terminal: Open, tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    columns, lines = SIZES[seed]
    chosen = CHOSEN if seed % 2 else ()  # else the webmail is asked for first
    nothing = {"PATH": str(tmp_path), "TMPDIR": str(tmp_path)}
    terminal = open_terminal("--demo", *chosen, columns=columns, lines=lines, environ=nothing)
    terminal.wait(lambda: b"\x1b[?1049h" in terminal.raw, "the screen")
    terminal.settle()
    play(terminal, dice)
    terminal.settle()
    terminal.quit()
