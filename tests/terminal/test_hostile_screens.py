"""Every screen, prompt and dialog that shows what a feed says: only our own sequences leave the program."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.server import Server
from tests.terminal import hostile
from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import Terminal
from tests.terminal.test_hostile import finish

CLIPBOARD = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
"""What copying writes: base64, in which nothing of the text is left."""
WALKS = {
    "links": ("f", "1", "y"),
    "find": ("/", "T", "e", "k", "s", "t", "enter", "n"),
    "enclosures": ("b",),
    "export": ("w",),
    "markdown": ("Y",),
    "pipe": ("|",),
    "changes": ("d",),
    "text": ("T",),
    "density": ("=", "="),
    "help": ("?",),
    "palette": ("ctrl+p", "b", "r"),
    "sources": ("S", "j", "enter"),
}


@pytest.fixture
def reading(open_terminal: Open, subscribe: Callable[..., None], server: Server) -> Terminal:
    """The reader with the hostile feeds in it, and an article of them open."""
    subscribe(*hostile.sources(server))
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Bytes title", f"{3 * len(hostile.ATTACKS)} ongelezen")
    terminal.press("enter")
    terminal.shows(f"{3 * len(hostile.ATTACKS) - 1} ongelezen")
    return terminal


def test_in_every_screen_over_an_article(reading: Terminal) -> None:
    shown = set()
    for keys in WALKS.values():
        for key in keys:
            reading.press(key)
            reading.settle(0.1)
        shown.add(reading.text)
        reading.press("escape")
        reading.settle(0.2)
        reading.press("escape")
        reading.settle(0.2)
        reading.press("enter", "n")
        reading.settle(0.1)
    assert len(shown) == len(WALKS)
    reading.raw[:] = CLIPBOARD.sub(b"", reading.raw)
    finish(reading)
