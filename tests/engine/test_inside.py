"""A public source never leads the program to a host of the reader's own network."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from newsreader.engine import Engine, asking
from newsreader.engine.asking import Asking
from newsreader.engine.finding import Finder
from newsreader.engine.refresh import Refresh
from newsreader.engine.workshop import Workshop
from newsreader.model import Fetched, ProblemKind, Source, SourceKind, TextAsked
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.sources.fetch import Fetcher
from newsreader.store.texts import Wish
from tests.engine.portal import Portal
from tests.engine.reader import NOW, Hands, feed, listed, refreshed
from tests.engine.test_pages import MINUTE, follow, stories
from tests.server import Reply, Server

PUBLIC = "https://8.8.8.8/feed"


@pytest.mark.parametrize(
    ("home", "url", "refused"),
    [
        (PUBLIC, "http://127.0.0.1/", True),
        (PUBLIC, "http://[::1]:8080/", True),
        (PUBLIC, "http://192.168.1.1/beheer", True),
        (PUBLIC, "https://8.8.4.4/", False),
        (PUBLIC, "https://8.8.8.8/ander", False),
        ("http://10.0.0.2/feed", "http://10.0.0.3/", False),
    ],
)
async def test_which_addresses_are_refused(home: str, url: str, refused: bool) -> None:
    assert await asking.leads_inside(home, url) is refused


async def test_an_article_inside_is_neither_asked_for_nor_wanted_again(
    engine: Engine, clock: Hands, server: Server
) -> None:
    portal = Portal(server, clock, stories(2, apart=-MINUTE, first=-MINUTE))
    await follow(engine, portal)
    await refreshed(engine)
    status, *_ = engine.sources()
    engine._store.save_source(status.source._replace(url=PUBLIC)).result()
    server.requests.clear()
    assert [one async for one in engine.texts() if isinstance(one, TextAsked)] == []
    problem = await engine.read_text(listed(engine)[0].id)
    assert problem is not None
    assert problem.kind is ProblemKind.REDIRECTS
    assert engine._store.texts.wanted(Wish(NOW - timedelta(days=9), NOW), 10) == []
    assert server.requests == []


async def test_a_site_offers_no_feed_from_inside(engine: Engine, server: Server) -> None:
    inside = server.add("/feed", Reply(feed("a")))
    body = f"<link rel=alternate type='application/rss+xml' href='{inside}'>".encode()
    with closing(Workshop()) as workshop:
        async with Fetcher() as fetcher:
            finder = Finder(fetcher, workshop, (), NOW)
            assert await finder._feed_at(inside, PUBLIC) is None
            assert server.requests == []
            assert len(await finder._feeds_of(Fetched(server.url("/"), body))) == 1


async def test_a_feed_cannot_say_that_it_moved_inside(engine: Engine, server: Server) -> None:
    refresh = Refresh.__new__(Refresh)
    refresh._settings = Settings()
    source = Source("bron", "Bron", PUBLIC)
    assert not await refresh._may_move(source, source._replace(url=server.url("/")))
    assert await refresh._may_move(source, source._replace(url="https://8.8.4.4/feed"))


async def test_another_host_is_asked_in_the_readers_way_but_told_nothing(engine: Engine) -> None:
    wishes = {"headers": {"X-Sleutel": "abc"}, "user_agent": "lezer/2", "proxy": "http://proxy.example:8"}
    settings = Settings(source={"bron": wishes})
    asked = Asking(lambda: settings, Secrets(engine.secrets._file, keyring=False))
    source = Source("bron", "Bron", PUBLIC, kind=SourceKind.PAGE)
    request = await asked.request(source, "https://8.8.4.4/a", public=True)
    assert (request.headers, request.agent, request.proxy) == ((), "lezer/2", "http://proxy.example:8")
    assert (request.home, request.public) == (PUBLIC, True)
