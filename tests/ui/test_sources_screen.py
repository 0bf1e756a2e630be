"""The sources screen: how each source fares, and everything that can be done with one."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList, Static

from newsreader.engine import Engine
from newsreader.model import Scope, Source
from newsreader.ui.screens.sources import SourcesScreen
from newsreader.words import of
from tests.engine.reader import feed, follow, item, refreshed, rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper

WORDS = of("nl").screen


def rows(paper: Paper) -> list[str]:
    options = paper.app.screen.query_one(OptionList)
    return [str(option.prompt) for option in options.options]


def detail(paper: Paper) -> str:
    return str(paper.app.screen.query_one(".detail", Static).render())


def said(paper: Paper) -> str:
    return str(paper.app.screen.query_one(".said", Static).render())


async def answer(paper: Paper, text: str) -> None:
    paper.app.screen.query_one(Input).value = text
    await paper.press("enter")


def sources(engine: Engine) -> list[Source]:
    return [status.source for status in engine.sources()]


async def test_each_source_tells_how_it_fares(open_live: Open, live: Engine, server: Server) -> None:
    dated = (item(guid, more="<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>") for guid in "ab")
    await follow(live, server.add("/goed", Reply(rss(dated))), server.url("/weg"))
    await refreshed(live)
    await live.subscriptions.add(Source("nieuw", "Nieuwe", "https://blad.example/x", "Proef", on=False))
    async with open_live() as paper:
        await paper.press("S")
        good, bad, new = rows(paper)
        assert good.startswith(" ● aan")
        assert ("Bron 1" in good, "Proef · Zeeland" in good, "2 berichten" in good) == (True, True, True)
        assert bad.endswith("!")
        assert new.startswith(" ○ uit")
        assert "zojuist" in detail(paper)
        assert "2 berichten, 2 ongelezen" in detail(paper)
        assert of("nl").health.fine in detail(paper)
        await paper.press("j")
        assert "404" in detail(paper)
        await paper.press("down")
        assert WORDS.source_never in detail(paper)
        await paper.press("q")
        assert paper.over == "ReadingScreen"


async def test_a_source_is_checked_shown_confirmed_and_read(
    open_live: Open, live: Engine, server: Server
) -> None:
    body = rss([feed_item("Eerste [b]bericht[/b]"), feed_item("Tweede")], title="Het [red]Blad[/]")
    url = server.add("/feed", Reply(body))
    await follow(live, server.add("/ander", Reply(feed("z"))))
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("S", "a")
        await answer(paper, url.removeprefix("http://"))
        assert paper.over == "PickScreen"
        for text in ("Het [red]Blad[/]: 2 berichten", url, "• Eerste [b]bericht[/b]", "• Tweede"):
            assert paper.shows(text)
        assert len(sources(live)) == 1
        await paper.press("enter")
        assert said(paper) == WORDS.source_added("Het [red]Blad[/]")
        assert [source.url for source in sources(live)][1:] == [url]
        await paper.press("q")
        assert "Tweede" in paper.titles


def feed_item(title: str) -> str:
    return f"<item><guid>{title}</guid><title>{title}</title><description>Tekst.</description></item>"


@pytest.mark.parametrize("keys", [("escape",), ("down", "enter"), ("q",)])
async def test_what_is_not_confirmed_is_not_followed(
    open_live: Open, live: Engine, server: Server, keys: tuple[str, ...]
) -> None:
    url = server.add("/feed", Reply(feed("a")))
    async with open_live() as paper:
        before = sources(live)
        await paper.press("S", "a")
        await answer(paper, url)
        await paper.press(*keys)
        assert (paper.over, sources(live)) == ("SourcesScreen", before)


async def test_an_address_that_will_not_do_is_told_in_words(
    open_live: Open, live: Engine, server: Server
) -> None:
    url = server.add("/feed", Reply(feed("a")))
    await follow(live, url)
    async with open_live() as paper:
        await paper.press("S")
        for address in (server.url("/weg"), "file:///etc/passwd", server.add("/leeg", Reply(b""))):
            await paper.press("a")
            await answer(paper, address)
            assert (address, paper.over) == (address, "SourcesScreen")
            assert said(paper).endswith(".")
        await paper.press("a")
        await answer(paper, url)
        await paper.press("enter")
        assert len(sources(live)) == 1
        assert "al" in said(paper)


async def test_switching_off_and_on_again_fetches(open_live: Open, live: Engine, server: Server) -> None:
    await follow(live, server.add("/feed", Reply(feed("a"))))
    async with open_live() as paper:
        await paper.press("S", "space")
        assert (sources(live)[0].on, rows(paper)[0][:6]) == (False, " ○ uit")
        asked = len(server.requests)
        await paper.press("enter")
        assert (sources(live)[0].on, len(server.requests)) == (True, asked + 1)


async def test_r_fetches_the_one_under_the_cursor(open_live: Open, live: Engine, server: Server) -> None:
    await follow(live, server.add("/een", Reply(feed("a"))), server.add("/twee", Reply(feed("b"))))
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("S", "j", "r")
        assert sorted(server.paths()) == ["/een", "/twee", "/twee"]
        assert said(paper) == f"Bron 2: {WORDS.came(0, 0)}"


async def test_rename_and_move(open_live: Open, live: Engine, server: Server) -> None:
    await follow(live, server.add("/feed", Reply(feed("a"))))
    async with open_live() as paper:
        await paper.press("S", "e")
        await answer(paper, "  Mijn [b]blad[/b]  ")
        assert sources(live)[0].title == "Mijn [b]blad[/b]"
        assert "Mijn [b]blad[/b]" in rows(paper)[0]
        await paper.press("v")
        await answer(paper, "Sport")
        await answer(paper, "Cultuur")
        assert (sources(live)[0].group, sources(live)[0].section) == ("Sport", "Cultuur")
        await paper.press("e", "escape", "v", "escape")
        assert sources(live)[0].title == "Mijn [b]blad[/b]"
        await paper.press("q")
        assert paper.shows("Mijn [b]blad[/b]")


async def test_removing_is_asked_first_and_no_is_the_answer_at_hand(
    open_live: Open, live: Engine, server: Server
) -> None:
    await follow(live, server.add("/feed", Reply(feed("a", "b"))))
    await refreshed(live)
    await live.mark([live.page(Scope(), 1)[0].id], saved=True)
    async with open_live() as paper:
        await paper.press("S", "d", "enter")
        assert len(sources(live)) == 1
        await paper.press("d", "down", "enter")
        assert (sources(live), rows(paper)) == ([], [])
        assert said(paper) == WORDS.source_removed("Bron 1")
        await paper.press("space", "r", "e", "v", "d", "j")
        await paper.press("q")
        assert len(paper.titles) == 1


async def test_the_demo_fetches_nothing_here_either(paper: Paper) -> None:
    await paper.press("S", "r")
    assert said(paper) == WORDS.offline
    await paper.press("a")
    await answer(paper, "https://blad.example/feed")
    assert paper.over == "SourcesScreen"
    assert said(paper)


async def test_in_a_small_terminal_yes_and_no_can_still_be_seen(
    open_live: Open, live: Engine, server: Server
) -> None:
    titles = ("Een titel die zo lang is dat hij op een smal scherm niet op een regel past", *"bcdef")
    url = server.add("/feed", Reply(rss(map(feed_item, titles), title="Een blad met een lange naam")))
    async with open_live(size=(60, 20)) as paper:
        await paper.press("S", "a")
        await paper.type("quatsch")
        assert paper.app.screen.query_one(Input).value == "quatsch"
        await answer(paper, url)
        assert paper.over == "PickScreen"
        assert (paper.shows(f" {WORDS.yes} "), paper.shows(f" {WORDS.no} ")) == (True, True)


PAGE = (("Content-Type", "text/html"),)


def front(*paths: str) -> Reply:
    """A page that names these feeds."""
    links = "".join(f"<link rel=alternate type=application/rss+xml href={path}>" for path in paths)
    return Reply(f"<html><head>{links}</head><body>Welkom</body></html>".encode(), headers=PAGE)


async def test_of_several_feeds_one_is_picked(open_live: Open, live: Engine, server: Server) -> None:
    server.add("/een", Reply(rss([item("a")], title="Eerste blad")))
    second = server.add("/twee", Reply(rss([item("b")], title="Tweede [b]blad")))
    await follow(live, server.add("/ander", Reply(feed("z"))))
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("S", "a")
        await answer(paper, server.add("/", front("/een", "/twee")))
        assert paper.shows("Tweede [b]blad · feed · 1 bericht")
        await paper.press("j", "enter")
        assert paper.shows(second)
        await paper.press("enter")
        assert [source.url for source in sources(live)][1:] == [second]


async def test_f_finds_another_feed_for_one_that_is_lost(
    open_live: Open, live: Engine, server: Server
) -> None:
    url = server.add("/", Reply(feed("a")), front("/nieuw"))
    new = server.add("/nieuw", Reply(feed("b")))
    await follow(live, url)
    await refreshed(live)
    await refreshed(live, force=True)
    async with open_live() as paper:
        await paper.press("S")
        assert of("nl").health.lost in detail(paper)
        await paper.press("f", "enter")
        await paper.settle()
        assert [(source.id, source.url) for source in sources(live)] == [("bron-1", new)]
        assert of("nl").health.fine in detail(paper)


async def test_nothing_to_be_found_is_said(open_live: Open, live: Engine, server: Server) -> None:
    await follow(live, server.add("/feed", Reply(feed("a"))))
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("S", "f")
        assert said(paper) == of("nl").health.nothing_instead


async def test_what_ends_after_the_screen_was_closed_has_nothing_to_say_it_on(paper: Paper) -> None:
    await paper.press("S")
    screen = paper.app.screen
    assert isinstance(screen, SourcesScreen)

    async def tell() -> None:
        screen.say("te laat")

    await screen.unless_closed(tell())
    assert said(paper) == "te laat"
    await paper.press("escape")
    await screen.unless_closed(tell())
    assert paper.over == "ReadingScreen"
