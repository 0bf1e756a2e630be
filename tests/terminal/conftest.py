"""A reader in a terminal for every test that wants one, and folders that are set up for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsreader import __version__
from newsreader.model import Source
from newsreader.store import Store
from tests.terminal.terminal import Terminal

Open = Callable[..., Terminal]
CHOSEN = ("--webmail", "zeelandnet")
JOINED = 5
"""Rows in view of the sample edition that stand for a story, once it is joined."""


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Open]:
    """Opens the reader with these arguments in a terminal that is closed after the test."""
    opened: list[Terminal] = []

    def start(*arguments: str, **how: Any) -> Terminal:
        opened.append(Terminal(tmp_path, *arguments, **how))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def demo(open_terminal: Open) -> Terminal:
    """The sample edition on the screen."""
    terminal = open_terminal("--demo", *CHOSEN)
    terminal.shows("Proefeditie", "2 minuten geleden", "66 ongelezen")
    terminal.wait(lambda: terminal.text.count(" +") == JOINED, "the stories")
    terminal.settle()
    return terminal


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the reader of this test keeps its articles."""
    return tmp_path / "data" / "newsreader" / "news.db"


@pytest.fixture
def subscribe(database: Path) -> Callable[..., None]:
    """Follows these sources and no others: the built-in ones are left out."""

    def follow(*sources: Source) -> None:
        store = Store.open(database)
        assert isinstance(store, Store)
        store.set_meta("catalogue", __version__).result()
        store.add_sources(sources).result()
        store.close()

    return follow
