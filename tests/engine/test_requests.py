"""Who is asked for what: no host that the reader did not subscribe to or open, but as it is set."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.model import Article, TextAsked
from newsreader.model.figures import figures
from newsreader.settings import Settings
from tests.engine.reader import Hands, follow, item, listed, opened, refreshed, rss
from tests.pictures import png
from tests.server import Reply, Server

HTML = (("Content-Type", "text/html"),)
FEED, SITE, PICTURE, FILE, LINK, HUB = (f"127.0.0.{number}" for number in range(2, 8))
"""Each kind of thing at a host of its own."""


def page(server: Server) -> bytes:
    text = "De brug zit al de hele dag vast en dat duurt nog wel even, zegt de brugwachter. " * 12
    other = server.url("/anders", HUB)
    tracker = f"<img src='{other}' width=1 height=1><script src='{other}'></script>"
    style = f"<link rel=stylesheet href='{other}'><link rel=icon href='{other}'>"
    link = f"<a href='{server.url('/verder', LINK)}'>verder</a>"
    figure = f"<figure><img src='{server.url('/foto.png', PICTURE)}' alt='Een brug'></figure>"
    body = f"<article><h1>Bericht a</h1>{figure}<p>{text}{link}</p><p>{text}</p>{tracker}</article>"
    return f"<html><head><title>Bericht a</title>{style}</head><body>{body}</body></html>".encode()


def serve(server: Server) -> str:
    """A feed that points everywhere; gives its address."""
    picture = f"<img src='{server.url('/foto.png', PICTURE)}' alt='Een brug' width=400 height=300>"
    text = f"{picture}<p>Zie <a href='{server.url('/verder', LINK)}'>hier</a>. De brug zit vast.</p>"
    file = f"<enclosure url='{server.url('/agenda.ics', FILE)}' type='text/calendar' length='9'/>"
    entry = item("a", text=text, more=file).replace("https://blad.example/a", server.url("/a", SITE))
    hub = (
        f"<image><url>{server.url('/logo', HUB)}</url></image><cloud domain='{HUB}' port='80' path='/c'/>"
        f"<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='{server.url('/hub', HUB)}'/>"
        f"<?xml-stylesheet href='{server.url('/stijl', HUB)}'?>"
    )
    server.add(
        "/feed",
        Reply(rss([entry], more=hub).replace(b"https://blad.example/", server.url("/", SITE).encode())),
    )
    server.add("/a", Reply(page(server), headers=HTML))
    server.add("/foto.png", Reply(png(40, 30)))
    server.add("/agenda.ics", Reply(b"afspraken"))
    return server.url("/feed", FEED)


def asked(server: Server) -> set[tuple[str, str]]:
    """The hosts and paths asked for since the last time."""
    found = {(request.host, request.path) for request in server.requests}
    server.requests.clear()
    return found


def the_article(engine: Engine) -> Article:
    (row,) = listed(engine)
    article = engine.article(row.id)
    assert article is not None
    return article


async def test_a_session_without_pictures_and_full_texts(
    tmp_path: Path, clock: Hands, server: Server
) -> None:
    with opened(tmp_path, clock, Settings(full_text="never", pictures="never")) as engine:
        assert asked(server) == set()
        await follow(engine, serve(server))
        await refreshed(engine)
        assert asked(server) == {(FEED, "/feed")}
        article = the_article(engine)
        engine.related(article.row.id)
        await engine.mark([article.row.id], read=True, saved=True)
        assert await engine.read_text(article.row.id) is None
        assert [event async for event in engine.texts()] == []
        engine.search("brug")
        assert asked(server) == set()


@pytest.mark.parametrize("when", ["auto", "open"])
async def test_a_session_with_everything(tmp_path: Path, clock: Hands, server: Server, when: str) -> None:
    with opened(tmp_path, clock, Settings(full_text=when)) as engine:
        await follow(engine, serve(server))
        await refreshed(engine)
        assert asked(server) == {(FEED, "/feed")}
        texts = [event async for event in engine.texts() if isinstance(event, TextAsked)]
        unasked = {(SITE, "/robots.txt"), (SITE, "/a")}
        assert (len(texts), asked(server)) == ((1, unasked) if when == "auto" else (0, set()))
        article = the_article(engine)
        assert await engine.read_text(article.row.id) is None
        assert asked(server) == (set() if when == "auto" else {(SITE, "/a")})
        article = the_article(engine)
        assert article.row.whole
        urls = [block.url for block in figures(article)] or [image.url for image in article.images]
        await engine.pictures.whole([(article.row.source_id, url) for url in urls])
        assert asked(server) == {(PICTURE, "/foto.png")}
        (file,) = article.enclosures
        async for _ in engine.downloads.run(article.row.source_id, file, tmp_path):
            await asyncio.sleep(0)
        assert asked(server) == {(FILE, "/agenda.ics")}
        await engine.page_at(server.url("/verder", LINK), article.row.url)
        assert asked(server) == {(LINK, "/verder")}


async def test_a_feed_is_looked_for_only_where_it_was_asked_for(engine: Engine, server: Server) -> None:
    links = f"<link rel=alternate type='application/rss+xml' href='{server.url('/rss', SITE)}'>"
    server.add("/", Reply(f"<html><head>{links}</head></html>".encode(), headers=HTML))
    server.add("/rss", Reply(rss([item("a")])))
    await engine.subscriptions.find(server.url("/", FEED))
    assert asked(server) == {(FEED, "/"), (SITE, "/rss")}
