"""Every screen, prompt and dialog that shows what a feed says: only our own sequences leave the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

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
    terminal.shows("title", f"{3 * len(hostile.ATTACKS)} ongelezen")
    terminal.press("enter")
    terminal.shows(f"{3 * len(hostile.ATTACKS) - 1} ongelezen")
    return terminal


OUTWARD = {
    "mail": ("@",),
    "aloud": ("V",),
    "going on": ("W",),
    "tellings": ("q", "a"),
    "browser": ("o",),
    "picture": ("i",),
}


def test_in_every_screen_over_an_article(reading: Terminal) -> None:
    walk(reading, WALKS)


def test_in_what_leads_outside(reading: Terminal) -> None:
    walk(reading, OUTWARD)


def walk(reading: Terminal, walks: Mapping[str, Sequence[str]]) -> None:
    """Press the keys of each walk over another article, and leave."""
    shown = set()
    for keys in walks.values():
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
    assert len(shown) == len(walks)
    reading.raw[:] = CLIPBOARD.sub(b"", reading.raw)
    finish(reading)


def test_in_the_preview_of_a_source(reading: Terminal, server: Server) -> None:
    reading.press("S")
    reading.shows("Bronnen")
    reading.press("a")
    reading.shows("Adres van een site of feed")
    reading.press(*server.add("/nieuw", hostile.json_feed()), "enter")
    reading.shows("Enter: toevoegen", "Aanval")
    reading.press("enter")
    reading.settle()
    finish(reading)


def test_in_stories_and_captions(
    open_terminal: Open, subscribe: Callable[..., None], server: Server, tmp_path: Path
) -> None:
    """The same story in two sources, so that there are tellings to unfold; pictures with their captions."""
    first, *_ = hostile.sources(server)
    again = first._replace(id="kaap-ander", url=server.add("/ander", hostile.json_feed()))
    subscribe(first, again)
    settings = tmp_path / "config" / "newsreader" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('version = 1\npictures = "always"\npicture_protocol = "halfblocks"\n', "utf-8")
    terminal = open_terminal(*CHOSEN)
    terminal.shows("Aanval", "ongelezen")
    terminal.settle(1)
    for key in ("a", "j", "a", "enter", "n", "n", "pagedown", "F", "W", "j", "enter", "q", "q"):
        terminal.press(key)
        terminal.settle(0.1)
    finish(terminal)
