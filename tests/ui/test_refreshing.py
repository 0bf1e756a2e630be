"""News that comes while the screen is open: told, shown as it arrives, and never in the reader's way."""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import Coroutine
from math import inf
from time import monotonic
from typing import Any

import pytest

from newsreader.attention import Attention
from newsreader.engine import Engine
from newsreader.model import Scope, Source
from newsreader.settings import Settings
from tests.engine.reader import feed, follow, item, refreshed, rss
from tests.server import Reply, Server
from tests.ui.conftest import Open
from tests.ui.paper import Paper, text_of


def dated(guid: str, minute: int) -> str:
    return item(guid, more=f"<pubDate>Mon, 02 Mar 2026 10:{minute:02}:00 GMT</pubDate>")


OLD = tuple(dated(f"oud-{n:02}", 30 - n) for n in range(30))
NEW = tuple(dated(f"nieuw-{n}", 50 - n) for n in range(10))


async def test_on_a_fresh_machine_the_sample_gives_way_to_the_first_news(
    open_live: Open, live: Engine, server: Server
) -> None:
    gate = threading.Event()
    await follow(live, server.add("/feed", Reply(feed("a", "b"), gate=gate)))
    live.settings = Settings()
    async with open_live(settle=False) as paper:
        assert paper.over == "FirstRunScreen"
        await paper.until(lambda: server.requests)
        assert paper.over == "FirstRunScreen"  # the first refresh runs behind it
        assert paper.shows("Proefeditie")
        gate.set()
        await paper.settle()
        assert sorted(paper.titles) == ["Bericht a", "Bericht b"]
        await paper.press("1")
        assert paper.status == "2 nieuw · de proefeditie is opgeruimd"
        assert not paper.shows("Proefeditie")


async def test_without_any_answer_the_sample_stays_and_r_asks_no_one_for_it(
    open_live: Open, live: Engine, server: Server
) -> None:
    await follow(live, server.url("/weg"))
    async with open_live() as paper:
        assert live.has_sample()
        assert paper.status == "Geen enkele bron gaf antwoord (e: waarom)."
        await paper.press("r")
        assert server.paths() == ["/weg", "/weg"]
        assert len(paper.titles) >= 40


async def test_progress_is_told_and_then_what_came(open_live: Open, live: Engine, server: Server) -> None:
    gate = threading.Event()
    slow = server.add("/traag", Reply(feed("b"), gate=gate))
    await follow(live, server.add("/snel", Reply(feed("a"))), slow, server.url("/weg"))
    async with open_live(settle=False) as paper:
        await paper.until(lambda: paper.status.startswith("2/3 · Bron"))
        await paper.until(lambda: paper.titles == ["Bericht a"])  # news appears as it arrives
        await paper.pilot.press("r")  # a second refresh beside the first does no harm
        gate.set()
        await paper.settle()
        assert server.paths().count("/snel") == 1
        await paper.press("r")
        assert paper.status == paper.main.texts.came(0, 1)
        await paper.press("e")
        assert paper.over == "TextScreen"
        text = text_of(paper)
        assert ("Bron 3" in text, "404" in text, "Bron 1" in text) == (True, True, False)
        await paper.press("q")
        assert paper.over == "ReadingScreen"


async def test_an_answer_to_a_key_stands_beside_what_goes_on_by_itself(
    open_live: Open, live: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    slow = server.add("/traag", Reply(feed("b"), gate=gate))
    await follow(live, server.add("/snel", Reply(feed("a"))), slow)
    async with open_live(settle=False) as paper:
        await paper.until(lambda: paper.titles == ["Bericht a"])
        monkeypatch.setattr("newsreader.ui.screens.reading.desk.ANSWERED", 3600)
        await paper.pilot.press("s")
        await paper.until(lambda: paper.status == "Bewaard voor later.")
        gate.set()
        await paper.settle()
        assert paper.status.startswith("Bewaard voor later. · 2 nieuw")
        monkeypatch.setattr("newsreader.ui.screens.reading.desk.ANSWERED", 0)
        await paper.press("r")
        assert paper.status == "niets nieuws"


async def test_the_cursor_stays_on_its_article_while_news_streams_in(
    open_live: Open, live: Engine, server: Server
) -> None:
    await follow(live, server.add("/feed", Reply(rss(OLD)), Reply(rss(NEW + OLD))))
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("pagedown", "j", "j")
        title, top = paper.current.title, paper.main.articles.scroll_offset.y
        line = paper.main.articles.cursor - top
        await paper.press("r")
        assert (paper.current.title, len(paper.titles)) == (title, 40)
        assert paper.main.articles.cursor - paper.main.articles.scroll_offset.y == line
        assert paper.status.startswith("10 nieuw")


async def test_news_does_not_disturb_who_reads_searches_or_looks_at_unread(
    open_live: Open, live: Engine, server: Server
) -> None:
    url = server.add("/feed", Reply(rss(OLD)), Reply(rss(NEW[:1] + OLD)), Reply(rss(NEW[:2] + OLD)))
    await follow(live, url)
    await refreshed(live)
    async with open_live() as paper:
        await paper.press("enter", "u", "r")
        assert (paper.main.here, paper.open) == ("view", "Bericht oud-00")
        assert "Bericht oud-00" not in paper.titles
        assert paper.titles[0] == "Bericht nieuw-0"
        await paper.press("/", "/")
        await paper.type("oud-0")
        hits = paper.titles
        await paper.press("tab", "r")
        assert (paper.titles, paper.main.query_words) == (hits, "oud-0")
        assert live.counts().everything.total == 32


async def test_leaving_in_the_middle_of_a_refresh_is_quick_and_safe(
    open_live: Open, live: Engine, server: Server
) -> None:
    gate = threading.Event()
    await follow(live, server.add("/traag", Reply(feed("a"), gate=gate)))
    async with open_live(settle=False) as paper:
        await paper.until(lambda: server.requests)
        await paper.pilot.press("ctrl+q")
    gate.set()
    assert live.page(Scope(), 9) == [] or live.has_sample()
    assert live.sources()[0].visit.last_checked is None


async def test_another_program_brings_news_to_the_list(
    open_live: Open, live: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.screens.reading.refreshing.LOOK_EVERY", 0.01)
    await follow(live, server.add("/feed", Reply(feed("a")), Reply(feed("a", "b"))))
    await refreshed(live)
    async with open_live() as paper:
        await asyncio.to_thread(lambda: asyncio.run(refreshed(live, force=True)))
        await paper.until(lambda: len(paper.titles) == 2)


async def test_due_sources_are_fetched_by_themselves_unless_that_is_off(
    open_live: Open, live: Engine, server: Server
) -> None:
    await follow(live, server.add("/feed", Reply(feed("a"))))
    live.settings = Settings(webmail="delta", refresh_minutes=0)
    async with open_live() as paper:
        assert server.paths() == ["/feed"]
        await live.subscriptions.add(Source("ander", "Ander", server.add("/ander", Reply(feed("c")))))
        paper.main._each_minute()
        await paper.settle()
        assert server.paths() == ["/feed"]
        live.settings = Settings(webmail="delta", refresh_minutes=15)
        paper.main._each_minute()
        await paper.settle()
        assert server.paths() == ["/feed", "/ander"]


async def test_the_demo_says_that_it_fetches_nothing(open_paper: Open) -> None:
    async with open_paper() as paper:
        await paper.press("r")
        assert paper.status == "De proefeditie haalt niets op van het net."


async def test_a_backup_that_cannot_be_written_is_told_once(
    open_live: Open, live: Engine, server: Server
) -> None:
    live._paths.backups.write_text("in de weg")
    await follow(live, server.add("/feed", Reply(feed("a"))))
    async with open_live() as paper:
        await paper.press("r")
        (told,) = paper.told
        assert told.startswith("De dagelijkse reservekopie is niet geschreven. Het bestand ")


class Asked(Attention):
    """Counts how often it is asked whether something is put off."""

    times = 0

    def defers(self, now: float, since: float, longest: float) -> bool:
        self.times += 1
        return super().defers(now, since, longest)


async def test_while_keys_come_the_list_is_read_again_and_progress_is_told_later(
    open_live: Open, live: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("RELOAD_EVERY", 0.01), ("TELL_EVERY", 0.01), ("LATEST", inf)):
        monkeypatch.setattr(f"newsreader.ui.screens.reading.refreshing.{name}", value)
    gate = threading.Event()
    await follow(
        live, server.add("/snel", Reply(feed("a"))), server.add("/traag", Reply(feed("b"), gate=gate))
    )
    live.attention = asked = Asked()
    asked.note(inf)
    async with open_live(settle=False) as paper:
        await paper.until(lambda: asked.times > 5)
        assert (paper.titles == ["Bericht a"], "1/2" in paper.status) == (False, False)
        asked.note(0.0)
        await paper.until(lambda: paper.titles == ["Bericht a"] and "1/2" in paper.status)
        gate.set()
        await paper.settle()


async def test_news_that_is_asked_for_by_a_key_does_not_make_way_for_it(
    open_live: Open, live: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.attention.RECENT", inf)
    live.settings = live.settings._replace(refresh_minutes=0)
    await follow(live, server.add("/feed", Reply(feed("a"))))
    async with open_live() as paper:
        await paper.press("j")
        assert live.attention.is_given(monotonic())
        await paper.press("r")
        assert not live.attention.is_given(monotonic())
        await paper.press("j")
        assert live.attention.is_given(monotonic())


async def test_news_can_be_asked_for_while_the_store_is_put_in_order_after_the_last(
    open_live: Open, live: Engine, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await follow(live, server.add("/feed", Reply(feed("a"))))
    tidy, gate = live.tidy, asyncio.Event()

    async def tidied() -> None:
        await gate.wait()
        await tidy()

    monkeypatch.setattr(live, "tidy", tidied)
    async with open_live(settle=False) as paper:
        await paper.until(lambda: paper.titles == ["Bericht a"] and not paper.main.refreshing)
        await paper.pilot.press("r")
        await paper.until(lambda: len(server.requests) == 2)
        gate.set()
        await paper.settle()
        assert not paper.main.refreshing
        await paper.press("r")
        assert server.paths() == ["/feed"] * 3


async def test_of_work_that_is_ended_before_it_begins_nothing_is_left(paper: Paper) -> None:
    def work() -> Coroutine[Any, Any, None]:
        return asyncio.sleep(0)

    first, second = work(), work()
    paper.main.begin(first, "texts", exclusive=True)
    paper.main.begin(second, "texts", exclusive=True)
    await paper.settle()
    assert [inspect.getcoroutinestate(each) for each in (first, second)] == [inspect.CORO_CLOSED] * 2
