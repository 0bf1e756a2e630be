"""Links by number: to a note, in the browser, on the clipboard, and read here as part of the trail."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from newsreader.engine import Engine
from newsreader.words import of
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.longread import TITLE, publish
from tests.ui.paper import Paper

WORDS = of("nl").pane


@pytest.fixture
async def paper(live: Engine, server: Server, open_live: Open) -> AsyncIterator[Paper]:
    """The newspaper with the long article open, at 80 columns."""
    await publish(live, server)
    async with open_live(size=(80, 24)) as paper:
        rows = map(paper.main.rows.row, range(2))
        paper.main.read(next(row.id for row in rows if row and row.title == TITLE))
        await paper.settle()
        yield paper


async def test_a_note_is_jumped_to(paper: Paper) -> None:
    await paper.press("f")
    assert paper.status == WORDS.which_link(3, "")
    await paper.press("1")
    assert paper.shows("De noot onderaan.")
    assert paper.main.view.takes_key is None
    assert any("[1] ↕ De noot" in line.text for line in paper.main.view.page.lines)


async def test_an_address_is_shown_for_what_it_is_and_copied(paper: Paper) -> None:
    await paper.press("f", "3")
    assert paper.status.endswith("[3] https://example.org/")
    await paper.press("y")
    assert paper.app.clipboard == "https://example.org/"


@pytest.mark.parametrize("keys", [("9",), ("escape",), ("2", "escape"), ("0", "backspace"), ("enter",)])
async def test_what_is_no_link_or_is_given_up_does_nothing(paper: Paper, keys: tuple[str, ...]) -> None:
    await paper.press("f", *keys)
    assert paper.main.view.takes_key is None
    assert (paper.open, paper.main.here) == (TITLE, "view")


async def test_a_page_is_read_here_and_left_again(paper: Paper, server: Server, live: Engine) -> None:
    await paper.press("pagedown", "f", "2", "r")
    assert paper.open == "De kade"
    assert paper.shows("Aan de kade ligt een schip")
    subject = paper.main.subject()
    assert subject is not None
    assert subject.url == server.url("/verder")
    await paper.press("s")
    assert paper.status == WORDS.not_kept
    await paper.press("y")
    assert paper.app.clipboard == server.url("/verder")
    await paper.press("[")
    assert paper.open == TITLE
    assert paper.main.view.scroll_offset.y > 0
    await paper.press("]")
    assert paper.open == "De kade"
    assert server.paths().count("/verder") == 1
    assert live.counts().everything.total == 2


async def test_a_page_that_does_not_come_says_why(paper: Paper, server: Server) -> None:
    server.add("/verder", Reply(status=404))
    await paper.press("f", "2", "r")
    assert paper.open == TITLE
    assert "404" in paper.status


async def test_without_links_it_says_so(paper: Paper) -> None:
    await paper.press("n", "f")
    assert paper.status in (WORDS.no_links, of("nl").screen.last_article)
