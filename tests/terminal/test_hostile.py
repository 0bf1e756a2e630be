"""Whatever a feed, a source's name or a settings file holds: only our own sequences leave the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server import Server
from tests.terminal import hostile
from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import Terminal

OURS = re.compile(
    r"\x1b(?:"
    r"\[[0-9;]*m"  # the looks of text
    r"|\[\d+;\d+H"  # the place of the cursor
    r"|\[\?(?:1000|1003|1004|1006|1015|1049|2004|2026|25|7)[hl]"  # modes that are set and put back
    r"|\[\?20(?:26|48)\$p|\[>\d+u|\[<u"  # what the terminal can do; keys
    r"|\]22;[a-z]*\x07"  # the shape of the mouse
    r")"
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]"
)


def assert_only_ours(raw: bytes) -> None:
    """No sequence but those the program itself writes, and no other control character."""
    text = OURS.sub("", raw.decode())
    strange = [text[max(0, found.start() - 40) : found.end() + 40] for found in FORBIDDEN.finditer(text)]
    strange += [text[max(0, found.start() - 40) : found.end() + 40] for found in re.finditer("\x1b", text)]
    assert strange == []


@pytest.fixture
def hostile_terminal(
    open_terminal: Open, subscribe: Callable[..., None], server: Server, tmp_path: Path
) -> Terminal:
    """The reader with the hostile feeds, a row for each article, and a settings file that attacks too."""
    subscribe(*hostile.sources(server))
    settings = tmp_path / "config" / "newsreader" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        'version = 1\nstories = false\n"\\u001b]0;KAAP\\u0007[/b]" = "\\u001b[2J"\n', encoding="utf-8"
    )
    terminal = open_terminal(*CHOSEN)
    terminal.shows(f"{3 * len(hostile.ATTACKS)} ongelezen")
    terminal.press("g")  # whichever feed came first, the cursor stayed with its first article
    terminal.shows("title")
    return terminal


def finish(terminal: Terminal) -> None:
    terminal.settle()
    terminal.quit()
    assert_only_ours(bytes(terminal.raw))


def test_in_the_list_and_in_messages(hostile_terminal: Terminal) -> None:
    hostile_terminal.shows("Kaap ", "[/b]")
    for _ in range(4):
        hostile_terminal.press("pagedown")
        hostile_terminal.settle(0.1)
    hostile_terminal.press("h", "j", "j", "j", "enter")
    finish(hostile_terminal)


def test_in_every_article(hostile_terminal: Terminal) -> None:
    hostile_terminal.press("enter")
    for left in range(3 * len(hostile.ATTACKS) - 1, 0, -1):
        hostile_terminal.shows(f"· {left} ongelezen")
        hostile_terminal.press("n")
    hostile_terminal.shows("· 0 ongelezen")
    hostile_terminal.press("G", "1", "[", "s", "M", "y")
    hostile_terminal.settle()
    hostile_terminal.raw[:] = re.sub(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", b"", hostile_terminal.raw)  # from y
    finish(hostile_terminal)


def test_in_a_search(hostile_terminal: Terminal) -> None:
    hostile_terminal.press("/")
    hostile_terminal.shows("Zoek in alles")
    hostile_terminal.settle()
    hostile_terminal.press(*"markup")
    hostile_terminal.shows("3 treffers", "[/b]")
    finish(hostile_terminal)


def test_pasted_into_a_search(demo: Terminal) -> None:
    demo.press("/")
    demo.shows("Zoek in alles")
    demo.settle()
    demo.press("\x1b[200~kaap\x9b2J\x1b[2J[/b]\u202e\x1b[201~")
    demo.shows("kaap", "0 treffers")
    finish(demo)


def test_in_the_other_screens(hostile_terminal: Terminal) -> None:
    for key, title in (("e", "Wat niet lukte"), ("S", "Bronnen"), (",", "Instellingen")):
        hostile_terminal.press(key)
        hostile_terminal.shows(title)
        hostile_terminal.settle(0.1)
        hostile_terminal.press("q")
        hostile_terminal.settle(0.1)
    hostile_terminal.resize(60, 20)
    hostile_terminal.settle()
    finish(hostile_terminal)


def test_the_check_itself_sees_what_is_not_ours() -> None:
    for attack in (hostile.ATTACKS[name] for name in ("title", "clear", "answer", "c1", "bidi", "bell")):
        with pytest.raises(AssertionError):
            assert_only_ours(attack.encode())
