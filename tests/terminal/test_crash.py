"""When the program itself fails: the terminal in order, a report of where, and nothing of what it held."""

from __future__ import annotations

import sys

import pytest

from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.test_hostile import assert_only_ours
from tests.terminal.test_leaving import in_force

BROKEN = """
import asyncio, sys
from newsreader.ui.screens.reading import ReadingScreen

def fail(self):
    secret = "WACHT" + "WOORD"
    title = "\\x1b]0;KAAP\\x07" + secret[:0]
    raise RuntimeError("kapot [/b] \\x9b2J \\u202e \\x1b[2J" + title)

async def fail_later(self):
    fail(self)

ReadingScreen.action_save = fail
ReadingScreen.action_mark = lambda self: self.run_worker(fail_later(self))
from newsreader.cli import main
sys.exit(main())
"""
PLAIN = """
import sys
from newsreader.cli import listing

def fail(*_):
    secret = "WACHT" + "WOORD"
    raise RuntimeError("kapot \\x9b2J \\u202e \\x1b[2J \\x1b]0;KAAP\\x07")

listing.run = fail
from newsreader.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("key", ["s", "M"])
def test_on_the_screen(open_terminal: Open, key: str) -> None:
    terminal = open_terminal("--demo", *CHOSEN, command=(sys.executable, "-c", BROKEN))
    terminal.shows("Proefeditie", "66 ongelezen")
    terminal.settle()
    terminal.press(key)
    assert terminal.end() == 1
    raw = bytes(terminal.raw)
    assert b"kapot [/b]" in raw
    assert b"RuntimeError" in raw
    assert b"WACHTWOORD" not in raw
    assert in_force(raw) == set()
    assert_only_ours(raw)


def test_on_the_command_line(open_terminal: Open) -> None:
    terminal = open_terminal("--demo", "list", command=(sys.executable, "-c", PLAIN))
    assert terminal.end() == 1
    raw = bytes(terminal.raw)
    assert b"kapot" in raw
    assert b"WACHTWOORD" not in raw
    assert_only_ours(raw)
