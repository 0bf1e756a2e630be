"""Sources that move, retire, or answer at another address than the one they are known by."""

from __future__ import annotations

import asyncio
import threading

import pytest

from newsreader.engine import Engine
from newsreader.model import ProblemKind, Source
from tests.engine.reader import feed, follow, item, refreshed, rss
from tests.server import Reply, Server, redirect


def known(engine: Engine) -> Source:
    (status,) = engine.sources()
    return status.source


@pytest.mark.parametrize("status", [301, 308])
async def test_a_permanent_redirect_is_remembered(engine: Engine, server: Server, status: int) -> None:
    new = server.add("/nieuw", Reply(feed("a"), etag='"1"'))
    await follow(engine, server.add("/oud", redirect(new, status)))
    (checked,), _ = await refreshed(engine)
    assert (checked.notice, known(engine).url) == ("moved", new)
    await refreshed(engine, force=True)
    assert server.paths() == ["/oud", "/nieuw", "/nieuw"]


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_passing_redirect_is_followed_and_forgotten(
    engine: Engine, server: Server, status: int
) -> None:
    (source,) = await follow(engine, server.add("/oud", redirect("/nieuw", status)))
    server.add("/nieuw", Reply(feed("a")))
    (checked,), _ = await refreshed(engine)
    assert (checked.new, checked.notice, known(engine).url) == (1, "", source.url)


async def test_a_source_that_moved_keeps_what_is_known_of_the_visit(engine: Engine, server: Server) -> None:
    new = server.add("/nieuw", Reply(feed("a"), etag='"1"'))
    await follow(engine, server.add("/oud", redirect(new)))
    await refreshed(engine)
    assert not engine.anything_due()
    await refreshed(engine, force=True)
    assert server.requests[-1].headers["if-none-match"] == '"1"'


async def test_410_retires_a_source_and_keeps_its_articles(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a")), Reply(status=410)))
    await refreshed(engine)
    (checked,), done = await refreshed(engine, force=True)
    (status,) = engine.sources()
    assert checked.notice == "retired"
    assert [problem.kind for _, problem in done.failed] == [ProblemKind.GONE]
    assert (status.source.on, status.articles) == (False, 1)
    assert (await refreshed(engine, force=True))[1].checked == 0


async def with_alternatives(engine: Engine, url: str, *others: str) -> None:
    await engine.subscriptions.add(Source("bron", "Bron", url, alternatives=others))


async def test_alternatives_are_tried_until_one_works_and_then_remembered(
    engine: Engine, server: Server
) -> None:
    third = server.add("/drie", Reply(feed("a")))
    await with_alternatives(engine, server.url("/een"), server.url("/twee"), third, server.url("/vier"))
    (checked,), done = await refreshed(engine)
    assert (checked.new, checked.problem, done.failed) == (1, None, ())
    assert known(engine).url == third
    await refreshed(engine, force=True)
    assert server.paths() == ["/een", "/twee", "/drie", "/drie"]


async def test_an_address_that_works_is_the_only_one_asked(engine: Engine, server: Server) -> None:
    await with_alternatives(
        engine, server.add("/een", Reply(feed("a"))), server.add("/twee", Reply(feed("b")))
    )
    await refreshed(engine)
    assert server.paths() == ["/een"]


async def test_when_no_alternative_works_the_first_problem_is_told(engine: Engine, server: Server) -> None:
    first = server.add("/een", Reply(status=500))
    await with_alternatives(engine, first, server.add("/twee", Reply(status=410)))
    (checked,), _ = await refreshed(engine)
    assert checked.problem is not None
    assert (checked.problem.detail, checked.problem.url) == ("500", first)
    assert (known(engine).url, known(engine).on) == (first, True)


async def test_a_feed_that_says_it_moved_is_followed_and_can_come_back(
    engine: Engine, server: Server
) -> None:
    new = server.url("/nieuw")
    told = f"<itunes:new-feed-url>{new}</itunes:new-feed-url>"
    old = server.add("/oud", Reply(rss([item("a")], more=told)))
    await follow(engine, old)
    await refreshed(engine)
    assert known(engine).url == new
    (checked,), _ = await refreshed(engine, force=True)
    assert checked.problem is None  # the new address is a lie: the old one still serves
    assert server.paths() == ["/oud", "/nieuw", "/oud"]
    assert known(engine).url == old


async def test_what_a_reader_changes_while_a_source_is_visited_holds(engine: Engine, server: Server) -> None:
    gate, arrived = threading.Event(), server.meeting(2)
    new = server.add("/nieuw", Reply(feed("a"), gate=gate))
    plain = server.add("/gewoon", Reply(feed("b"), gate=gate))
    await follow(engine, server.add("/oud", redirect(new)), plain)
    refresh = asyncio.create_task(refreshed(engine))
    assert await asyncio.to_thread(arrived.wait, 10)
    await engine.subscriptions.change("bron-1", title="Mijn naam")
    await engine.subscriptions.switch("bron-2", False)
    gate.set()
    await refresh
    first, second = (status.source for status in engine.sources())
    assert (first.title, first.url) == ("Mijn naam", new)
    assert (second.on, second.url) == (False, plain)
