"""What the commands print of hostile content, to a terminal and into a pipe, and what they write to files."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from newsreader.model import Scope
from newsreader.store import Store
from tests.fuzz.checks import FORBIDDEN
from tests.server import Server
from tests.terminal import hostile
from tests.terminal.conftest import Open
from tests.terminal.terminal import READER, environment
from tests.terminal.test_hostile import assert_only_ours

COMMANDS = (
    *(("list", "--limit", "100"), ("search", "Aanval"), ("stories",), ("doctor",), ("sources",)),
    *(
        ("sources", "check"),
        ("export",),
        ("sources", "on", "x\x1b]0;KAAP\x07"),
        ("list", "--section", "\x9b2J"),
    ),
    *(("show", "\x1b[2J"), ("kaap\x1b[2J",), ("import", "\x1b]0;KAAP\x07.opml"), ("refresh",)),
)


@pytest.fixture
def articles(tmp_path: Path, database: Path, subscribe: Callable[..., None], server: Server) -> list[int]:
    """The hostile feeds fetched by command; the numbers of their articles."""
    subscribe(*hostile.sources(server))
    assert piped(tmp_path, "refresh")
    store = Store.open(database)
    assert isinstance(store, Store)
    ids = [*store.ids(Scope())]
    store.close()
    return ids


def piped(folder: Path, *command: str) -> str:
    """All that a command prints where there is no terminal."""
    done = subprocess.run([*READER, *command], env=environment(folder), capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def test_into_a_pipe(articles: list[int], tmp_path: Path) -> None:
    for command in (*COMMANDS, *of_articles(articles)):
        text = piped(tmp_path, *command)
        assert text, command
        assert FORBIDDEN.findall(text) == [], command


def test_to_a_terminal(articles: list[int], open_terminal: Open) -> None:
    for command in (*COMMANDS, *of_articles(articles)[:12]):
        terminal = open_terminal(*command)
        terminal.end()
        assert terminal.raw, command
        assert_only_ours(bytes(terminal.raw))
        terminal.close()


def of_articles(articles: list[int]) -> list[tuple[str, ...]]:
    """Those that print one article."""
    formats = ((), ("--format", "markdown"), ("--format", "html"), ("--format", "text"), ("--json",))
    shown = [("show", str(one), *formats[place % len(formats)]) for place, one in enumerate(articles)]
    return [*shown[:20], *(("related", str(one)) for one in articles[:3])]


def test_into_files(articles: list[int], tmp_path: Path) -> None:
    for suffix in ("md", "html", "txt", "epub"):
        piped(tmp_path, "export-edition", "--out", str(tmp_path / f"blad.{suffix}"), "--no-pictures")
        for text in written(tmp_path / f"blad.{suffix}"):
            assert FORBIDDEN.findall(text) == []
            assert "kaap" in text.lower() or suffix == "epub"
            assert re.search(r"<script|javascript:", text, re.IGNORECASE) is None


def written(path: Path) -> Iterator[str]:
    """The text of a file, or of all the files in a book."""
    if path.suffix != ".epub":
        yield path.read_text(encoding="utf-8")
        return
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            assert FORBIDDEN.search(name) is None
            text = book.read(name).decode()
            if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                ElementTree.fromstring(text)
            yield text
