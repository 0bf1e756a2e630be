"""What a reader has set for one source: how it is asked, what other hosts never see, how much is kept."""

from __future__ import annotations

from typing import Any

import pytest

from newsreader.engine import Engine
from newsreader.model import Scope
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from tests.engine.reader import Hands, feed, follow, item, refreshed, rss, titles
from tests.server import Reply, Server, redirect


def wish(engine: Engine, **wishes: Any) -> None:
    engine.settings = Settings(source={"bron-1": wishes})
    engine.secrets = Secrets(engine.secrets._file, keyring=False)


def sent(server: Server, name: str) -> list[str | None]:
    return [request.headers.get(name) for request in server.requests]


async def test_user_agent_and_headers_go_along(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))), server.add("/ander", Reply(feed("b"))))
    wish(engine, user_agent="lezer/2", headers={"X-Sleutel": "abc"})
    await refreshed(engine)
    seen = {request.path: request.headers for request in server.requests}
    assert (seen["/feed"]["user-agent"], seen["/feed"]["x-sleutel"]) == ("lezer/2", "abc")
    assert seen["/ander"]["user-agent"].startswith("newsreader/")
    assert "x-sleutel" not in seen["/ander"]


@pytest.mark.parametrize(
    ("login", "secret", "header"),
    [("basic", "jo:geheim", "Basic am86Z2VoZWlt"), ("bearer", "abc", "Bearer abc"), ("basic", "", None)],
)
async def test_a_login_is_an_authorization_header(
    engine: Engine, server: Server, login: str, secret: str, header: str | None
) -> None:
    (source,) = await follow(engine, server.add("/feed", Reply(feed("a"))))
    wish(engine, login=login)
    engine.secrets.put(source.id, source.url, secret)
    await refreshed(engine)
    assert sent(server, "authorization") == [header]


async def test_nothing_private_follows_a_redirect_to_another_host(engine: Engine, server: Server) -> None:
    server.add("/nieuw", Reply(feed("a")))
    there = server.url("/nieuw", "127.0.0.2")
    (source,) = await follow(engine, server.add("/oud", redirect(there, 301)))
    wish(engine, login="bearer", headers={"X-Sleutel": "abc"})
    engine.secrets.put(source.id, source.url, "geheim")
    await refreshed(engine)
    assert sent(server, "authorization") == ["Bearer geheim", None]
    assert sent(server, "x-sleutel") == ["abc", None]
    (status,) = engine.sources()
    assert (status.source.url, status.articles) == (source.url, 1)


async def test_a_feed_cannot_lure_a_login_to_another_host(engine: Engine, server: Server) -> None:
    more = f"<itunes:new-feed-url>{server.url('/vals', '127.0.0.2')}</itunes:new-feed-url>"
    (source,) = await follow(engine, server.add("/feed", Reply(rss([item("a")], more=more))))
    wish(engine, login="bearer")
    await refreshed(engine)
    assert engine.sources()[0].source.url == source.url


async def test_a_proxy_of_its_own_is_asked(engine: Engine, server: Server) -> None:
    await follow(engine, "http://blad.example/feed")
    server.add("http://blad.example/feed", Reply(feed("a")))
    wish(engine, proxy=server.url(""))
    (checked,), _ = await refreshed(engine)
    assert (checked.problem, checked.new) == (None, 1)
    assert [request.host for request in server.requests] == ["blad.example"]


async def test_only_so_many_are_kept(engine: Engine, server: Server) -> None:
    dates = [f"<pubDate>Mon, 02 Mar 2026 0{n}:00:00 GMT</pubDate>" for n in range(5)]
    body = rss(item(str(n), more=date) for n, date in enumerate(dates))
    await follow(engine, server.add("/feed", Reply(body)))
    wish(engine, keep=2)
    await refreshed(engine)
    assert titles(engine) == ["Bericht 4", "Bericht 3"]
    await refreshed(engine, force=True)
    assert titles(engine) == ["Bericht 4", "Bericht 3"]


async def test_saved_ones_are_kept_besides(engine: Engine, server: Server) -> None:
    dates = [f"<pubDate>Mon, 02 Mar 2026 0{n}:00:00 GMT</pubDate>" for n in range(3)]
    await follow(engine, server.add("/feed", Reply(rss(item(str(n), more=d) for n, d in enumerate(dates)))))
    await refreshed(engine)
    oldest = engine.page(Scope(), 9)[-1]
    await engine.mark([oldest.id], saved=True)
    wish(engine, keep=1)
    await engine.tidy()
    assert titles(engine) == ["Bericht 2", "Bericht 0"]


async def test_name_section_and_interval_of_the_settings_hold(engine: Engine, server: Server) -> None:
    await follow(engine, server.url("/feed"))
    wish(engine, name="Eigen naam", section="Sport", interval=240)
    engine.prepare()
    source = next(status.source for status in engine.sources() if status.source.id == "bron-1")
    assert (source.title, source.section, source.interval) == ("Eigen naam", "Sport", 240)


@pytest.mark.parametrize(
    ("keep", "url"), [(False, "https://blad.example/a"), (True, "https://blad.example/a?utm_source=rss")]
)
async def test_tracking_goes_unless_it_is_wanted(
    engine: Engine, server: Server, keep: bool, url: str
) -> None:
    body = feed("a").replace(b"blad.example/a", b"blad.example/a?utm_source=rss")
    await follow(engine, server.add("/feed", Reply(body)))
    engine.settings = Settings(keep_tracking=keep)
    await refreshed(engine)
    row = engine.page(Scope(), 1)[0]
    assert row.url == engine.outward(row.url) == url


async def test_the_publishers_wishes_outlast_an_answer_without_news(
    engine: Engine, server: Server, clock: Hands
) -> None:
    await follow(engine, server.add("/feed", Reply(rss([item("a")], more="<ttl>180</ttl>"), etag='"1"')))
    waits = []
    for _ in range(3):
        await refreshed(engine, force=True)
        due = engine.sources()[0].visit.next_due
        assert due
        waits.append((due - clock()).total_seconds() / 60)
        clock.turn(minutes=1)
    assert waits == [180, 180, 180]
