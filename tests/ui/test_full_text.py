"""A truncated article of a feed on the screen: the rest flows in, nothing that is being read moves."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest

from newsreader.engine import Engine
from newsreader.model import Source
from newsreader.settings import Settings
from tests.engine.reader import rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper

HTML = (("Content-Type", "text/html; charset=utf-8"),)
SUMMARY = "De brug bij de oude haven gaat maandag open voor fietsers."
MORE = [f"Alinea {number}: de aannemer werkte er drie weken lang elke nacht aan." for number in range(40)]
WALL = b"<form>Inloggen <input type=password></form>"


def page(*above: str) -> bytes:
    text = "".join(f"<p>{part}</p>" for part in (SUMMARY, *MORE))
    return (
        f"<!doctype html><html lang=nl><title>Brug open</title><meta name=author content='Jo Pier'>"
        f"<article><h1>Brug open</h1>{''.join(above)}{text}</article>"
    ).encode()


@pytest.fixture
async def paper(live: Engine, server: Server, open_live: Open) -> AsyncIterator[Paper]:
    """The newspaper with one truncated article in the list; texts come when it is opened."""
    live.settings = Settings(webmail="zeelandnet", full_text="open")
    item = (
        f"<item><guid>a</guid><title>Brug open</title><link>{server.url('/brug')}</link>"
        f"<description>{SUMMARY}</description></item>"
    )
    url = server.add("/feed", Reply(rss([item])))
    await live.subscriptions.add(Source("blad", "Het Blad", url, "Proef", "Zeeland"))
    async with open_live() as paper:
        assert paper.titles == ["Brug open"]
        yield paper


def pane(paper: Paper) -> list[str]:
    """The lines of the reading pane."""
    region = paper.main.view.region
    return [line[region.x : region.right] for line in paper.lines()[region.y : region.bottom]]


def row_of(paper: Paper, text: str) -> int | None:
    """On which row of the pane a text stands."""
    return next((row for row, line in enumerate(pane(paper)) if text in line), None)


@pytest.mark.parametrize(
    "above", ["", "<figure><img src=/brug.jpg><figcaption>De brug</figcaption></figure>"], ids=["", "picture"]
)
async def test_the_rest_flows_in_under_the_summary_which_stays(
    paper: Paper, server: Server, above: str
) -> None:
    gate = threading.Event()
    server.add("/brug", Reply(page(above), headers=HTML, gate=gate))
    await paper.pilot.press("enter")
    await paper.until(lambda: row_of(paper, "De brug bij de oude haven"))
    before = row_of(paper, "De brug bij de oude haven")
    gate.set()
    await paper.until(lambda: row_of(paper, "Alinea 0:"))
    assert row_of(paper, "De brug bij de oude haven") == before
    await paper.settle()
    assert paper.current.whole
    assert paper.shows("≡")


async def test_a_text_that_grows_above_leaves_the_line_on_top(paper: Paper, server: Server) -> None:
    server.add("/brug", Reply(page(), headers=HTML))
    await paper.press("enter")
    view = paper.main.view
    await paper.press("pagedown")
    line = next(text for text in pane(paper) if "Alinea" in text)
    row = row_of(paper, line)
    server.add("/brug", Reply(page(*[f"<p>Nieuw hier, nummer {n}.</p>" for n in range(6)]), headers=HTML))
    await paper.press("T")
    assert any("nummer 5" in block.text for block in view.article.blocks) if view.article else False
    assert row_of(paper, line) == row


async def test_why_the_rest_is_missing_stands_under_the_summary(paper: Paper, server: Server) -> None:
    server.add("/brug", Reply(WALL, headers=HTML))
    await paper.press("enter")
    assert paper.shows("De rest van de tekst ontbreekt.")
    assert paper.shows("o: openen in de browser")
    assert row_of(paper, "ontbreekt") == (row_of(paper, "voor fietsers") or 0) + 2
    assert not paper.current.whole


async def test_a_key_fetches_the_text_again_and_says_how_it_went(paper: Paper, server: Server) -> None:
    server.add("/brug", Reply(WALL, headers=HTML))
    await paper.press("T")
    assert paper.status.startswith("Geen volledige tekst: ")
    assert "inlog" in paper.status
    server.add("/brug", Reply(page(), headers=HTML))
    await paper.press("T")
    assert paper.status == "De volledige tekst is er."
    assert paper.current.whole
    assert not paper.shows("ontbreekt")
    await paper.press("T")
    assert paper.status == "De volledige tekst is er."
    assert server.paths().count("/brug") == 3


async def test_the_sample_edition_fetches_nothing(open_paper: Open) -> None:
    async with open_paper() as paper:
        await paper.press("T")
        assert "--demo" in paper.status
