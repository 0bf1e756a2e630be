"""Pictures in a real terminal: nothing but our own pixels reaches it, and nothing once they are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.model import Source
from tests import pictures
from tests.engine.reader import item, rss
from tests.server import Reply, Server
from tests.terminal.conftest import CHOSEN, Open
from tests.terminal.terminal import Terminal
from tests.terminal.test_hostile import assert_only_ours

FILES = {**pictures.HOSTILE, "talking.png": pictures.talking(), "empty.png": b""}
KITTY = re.compile(
    rb"\x1b_G(?:a=t,f=100,)?i=\d+,q=2,m=[01];[A-Za-z0-9+/=]+\x1b\\"
    rb"|\x1b_Ga=p,U=1,i=\d+,c=\d+,r=\d+,q=2\x1b\\|\x1b_Ga=d,d=I,i=\d+,q=2\x1b\\"
)
SIXEL = re.compile(rb'\x1b7\x1b\[\d+;\d+H\x1bP0;1;0q"1;1;\d+;\d+[#;0-9!$?-~-]+\x1b\\\x1b8')
ITERM2 = re.compile(rb"\x1b7\x1b\[\d+;\d+H\x1b\]1337;File=[a-zA-Z0-9;=]+:[A-Za-z0-9+/=]+\x07\x1b8")
HALF_BLOCKS = re.compile("(?:\x1b\\[[0-9;]*m)?▀+".encode())
PROTOCOLS = {"kitty": KITTY, "sixel": SIXEL, "iterm2": ITERM2, "halfblocks": HALF_BLOCKS}


@pytest.fixture
def gallery(open_terminal: Open, subscribe: Callable[..., None], server: Server, tmp_path: Path) -> Open:
    """Opens the reader on a feed with an article for every file, by a protocol."""
    items = []
    for name, data in FILES.items():
        url = server.add(f"/{name}", Reply(data, headers=(("Content-Type", "image/jpeg"),)))
        items.append(item(name, text=f"<p>Bij {name}.</p><figure><img src='{url}' alt='{name}'></figure>"))
    subscribe(Source("kaap", "Kaap", server.add("/feed", Reply(rss(items))), "Proef", "Zeeland"))

    def start(protocol: str) -> Terminal:
        settings = tmp_path / "config" / "newsreader" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'version = 1\npicture_protocol = "{protocol}"\nstories = false\n')
        terminal = open_terminal(*CHOSEN)
        terminal.shows(f"· {len(FILES)} ongelezen")
        return terminal

    return start


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_hostile_files_say_nothing_to_the_terminal(gallery: Open, server: Server, protocol: str) -> None:
    terminal = gallery(protocol)
    terminal.press("enter")
    for number, name in enumerate(FILES):
        if number:
            terminal.press("n")
        terminal.wait(lambda name=name: f"/{name}" in server.paths(), name)  # type: ignore[misc]
        terminal.settle(0.5)
    assert terminal.settle(1.0) == b""
    terminal.quit()
    raw = bytes(terminal.raw)
    assert PROTOCOLS[protocol].search(raw) is not None
    assert b"KAAP" not in raw
    for ours in (KITTY, SIXEL, ITERM2):
        raw = ours.sub(b"", raw)
    assert_only_ours(raw)


def test_a_picture_costs_its_bytes_once(gallery: Open) -> None:
    terminal = gallery("kitty")
    terminal.press("enter")
    terminal.settle()
    terminal.press(*["n"] * list(FILES).index("talking.png"))
    terminal.wait(lambda: b"U=1" in terminal.raw, "a picture")
    terminal.settle(0.5)
    given = len(KITTY.findall(bytes(terminal.raw)))
    terminal.press("j", "k", "?", "q")
    terminal.settle(0.5)
    assert len(KITTY.findall(bytes(terminal.raw))) == given
    terminal.quit()


def test_a_plain_screen_asks_for_no_picture(gallery: Open, server: Server, open_terminal: Open) -> None:
    gallery("sixel").quit()
    server.requests.clear()
    terminal = open_terminal("--plain", *CHOSEN)
    terminal.shows("ongelezen")
    terminal.press("enter")
    terminal.shows("[Foto]")
    terminal.settle(0.6)
    assert [path for path in server.paths() if path != "/feed"] == []
    terminal.quit()
