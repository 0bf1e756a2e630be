"""Pages on the screen: a text flows in where it is being read, and a page is followed as one wishes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from newsreader.engine import Engine
from newsreader.model import Scope, Source, SourceKind
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper
from tests.unit.page import markups, portal

HTML = (("Content-Type", "text/html; charset=utf-8"),)
NOON = datetime(2026, 1, 5, 16, 0, tzinfo=UTC)
"""The portal tells the time of the clock: at night its headlines are in another order."""
FIRST = portal.NEWS["teasers"][0]


@pytest.fixture
def address(live: Engine, server: Server) -> str:
    """The portal's list; pauses between texts are for readers, not for tests."""

    async def at_once(_: float) -> None:
        await asyncio.sleep(0)

    live._sleep = at_once
    live._clock = lambda: NOON
    server.add("/robots.txt", Reply(b"User-agent: *\nDisallow: /\n"))
    return server.add(
        "/nieuws/buitenland", Reply(portal.list_page(markups.SEMANTIC, latest=False).encode(), headers=HTML)
    )


@pytest.fixture
async def paper(live: Engine, address: str, open_live: Open) -> AsyncIterator[Paper]:
    """The newspaper with the list on the screen, and none of the texts."""
    await live.subscriptions.add(Source("portaal", "Portaal", address, "", "Buitenland", SourceKind.PAGE))
    async with open_live() as paper:
        assert paper.titles[0] == FIRST["title"]
        yield paper


def text_of(paper: Paper) -> str:
    article = paper.main.view.article
    return " ".join(block.text for block in article.blocks) if article else ""


async def test_the_summary_stands_at_once_and_the_text_flows_in(paper: Paper, server: Server) -> None:
    gate = threading.Event()
    page = portal.article_page(markups.SEMANTIC).encode()
    server.add(f"/nieuws/{FIRST['slug']}", Reply(page, headers=HTML, gate=gate))
    await paper.pilot.press("enter")
    await paper.until(lambda: paper.open == FIRST["title"])
    assert paper.shows("In het bergdorp Valdorra stopt")
    await paper.until(lambda: len(server.paths()) > 2)
    place = paper.main.view.place
    gate.set()
    await paper.until(lambda: "vier kisten met brieven" in text_of(paper))
    assert paper.main.view.place == place
    assert paper.open == FIRST["title"]
    await paper.settle()


async def test_why_a_text_does_not_come_is_told(paper: Paper, server: Server) -> None:
    wall = b"<form>Inloggen <input type=password></form>"
    server.add(f"/nieuws/{FIRST['slug']}", Reply(wall, headers=HTML))
    await paper.press("enter")
    assert "vraagt om een inlog" in paper.status
    assert "In het bergdorp Valdorra stopt" in text_of(paper)


async def test_a_text_that_comes_late_does_not_take_the_place_of_another_article(
    paper: Paper, server: Server
) -> None:
    gate = threading.Event()
    server.add(f"/nieuws/{FIRST['slug']}", Reply(b"<p>Te laat.</p>", headers=HTML, gate=gate))
    await paper.pilot.press("enter")
    await paper.until(lambda: paper.open == FIRST["title"])
    await paper.pilot.press("n")
    await paper.until(lambda: paper.open != FIRST["title"])
    gate.set()
    await paper.settle()
    assert paper.open == paper.titles[1]


async def test_new_texts_come_by_themselves_where_the_site_allows(
    live: Engine, server: Server, address: str, open_live: Open
) -> None:
    server.add("/robots.txt", Reply(status=404))
    page = portal.article_page(markups.SEMANTIC).encode()
    server.add(f"/nieuws/{FIRST['slug']}", Reply(page, headers=HTML))
    await live.subscriptions.add(Source("portaal", "Portaal", address, "", "Buitenland", SourceKind.PAGE))
    async with open_live(size=(120, 40)) as paper:
        await paper.until(lambda: live.search("kisten met brieven"))
        await paper.until(lambda: "vier kisten met brieven" in text_of(paper))
        assert paper.open == ""


async def test_a_page_is_followed_by_ones_own_selectors(live: Engine, address: str, open_live: Open) -> None:
    async with open_live() as paper:
        await paper.press("S")
        await paper.press("a")
        await paper.type(address)
        await paper.press("enter")
        await paper.until(lambda: paper.over == "PickScreen")
        while not paper.shows("CSS-selectors"):
            await paper.press("enter")
        await paper.press("down", "enter")
        await paper.type("main article h3 a")
        await paper.press("enter", "enter")
        await paper.settle()
        (status,) = (status for status in live.sources() if status.source.on)
        assert status.source.recipe == "main article h3 a"
        assert len(live.page(Scope(), 99)) == len(portal.NEWS["teasers"])
