"""When the program itself fails: the terminal in order, a report of where, and nothing of what it held."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.test_hostile import assert_only_ours
from tests.terminal.test_leaving import in_force

PROJECT = str(Path(__file__).parents[2])
HOSTILE = """
import threading
from tests.terminal.hostile import ATTACKS
said = " ".join(ATTACKS.values())

class Talking(Exception):
    __module__ = "m\\x1b[2J"
    def __str__(self):
        return said

class Mute(Exception):
    def __str__(self):
        raise ValueError(said)

def hostile():
    try:
        try:
            raise Mute(said)
        except Mute as error:
            raise ExceptionGroup("groep " + said, [error, Talking()]) from error
    except ExceptionGroup as error:
        error.add_note("briefje " + said)
        raise RuntimeError("kapot [/b] " + said)
"""
BROKEN = """
import asyncio, sys
from newsreader.ui.screens.reading import ReadingScreen

def fail(self):
    secret = "WACHT" + "WOORD"
    hostile()

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
    hostile()

listing.run = fail
from newsreader.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("key", ["s", "M"])
def test_on_the_screen(open_terminal: Open, key: str) -> None:
    terminal = open_terminal(
        "--demo", *CHOSEN, command=(sys.executable, "-c", HOSTILE + BROKEN), environ={"PYTHONPATH": PROJECT}
    )
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
    terminal = open_terminal(
        "--demo", "list", command=(sys.executable, "-c", HOSTILE + PLAIN), environ={"PYTHONPATH": PROJECT}
    )
    assert terminal.end() == 1
    raw = bytes(terminal.raw)
    assert b"kapot" in raw
    assert b"WACHTWOORD" not in raw
    assert_only_ours(raw)


ASIDE = """
import asyncio, gc, sys, threading
from newsreader.cli import listing
before = listing.run

class Left:
    def __del__(self):
        hostile()

async def nobody():
    task = asyncio.ensure_future(forgotten())
    await asyncio.sleep(0)
    del task

async def forgotten():
    hostile()

def run(*arguments):
    thread = threading.Thread(target=hostile, name=said)
    thread.start()
    thread.join()
    Left()
    asyncio.run(nobody())
    gc.collect()
    return before(*arguments)

listing.run = run
from newsreader.cli import main
sys.exit(main())
"""


def test_what_fails_beside_the_command_says_no_more_than_that(open_terminal: Open) -> None:
    command = (sys.executable, "-c", HOSTILE + ASIDE)
    terminal = open_terminal("--demo", "list", command=command, environ={"PYTHONPATH": PROJECT})
    assert terminal.end() == 0
    raw = bytes(terminal.raw)
    assert raw.count(b"RuntimeError: kapot") == 3
    assert_only_ours(raw)
