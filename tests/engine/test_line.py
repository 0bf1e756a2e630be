"""A line that is off, or a portal that answers for everyone, is not held against the sources."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from newsreader.engine import Engine
from newsreader.model import ProblemKind, Source
from newsreader.model.visit import PATIENCE
from newsreader.sources.fetch import Fetcher
from tests.engine.reader import Hands, feed, follow, refreshed, titles
from tests.server import Reply, Route, Server, redirect

SIGN_IN = Reply(
    b"<!DOCTYPE html><html><head><title>Hotel Zeezicht</title></head><body><h1>Welkom</h1>"
    b"<form action='/aanmelden'><p>Geef je kamernummer om verder te gaan op het netwerk van dit hotel.</p>"
    b"<input name=kamer></form><a href='/voorwaarden'>Voorwaarden</a></body></html>",
    headers=(("Content-Type", "text/html"),),
)
NUMBER = 50


def answer(server: Server, *routes: Route) -> list[str]:
    """Fifty feeds on ten hosts, which all answer the same; gives their addresses."""
    for number in range(NUMBER):
        server.add(f"/{number}", *routes)
    return [server.url(f"/{number}", f"127.0.0.{2 + number % 10}") for number in range(NUMBER)]


@pytest.mark.parametrize(
    "portal",
    [SIGN_IN, redirect("/aanmelden", 302), redirect("/aanmelden", 301), Reply(b"Log in", 511)],
    ids=["answers", "leads away", "leads away for good", "says so"],
)
async def test_a_portal_condemns_nobody(engine: Engine, server: Server, clock: Hands, portal: Reply) -> None:
    urls = answer(server, Reply(feed("a")))
    others = tuple(server.add(f"/ander/{number}", portal) for number in range(NUMBER))
    server.add("/aanmelden", SIGN_IN)
    before = [Source(f"b{n}", f"B {n}", url, alternatives=(others[n],)) for n, url in enumerate(urls)]
    for source in before:
        assert await engine.subscriptions.add(source) is None
    await refreshed(engine)
    assert len(titles(engine)) == NUMBER
    answer(server, portal)
    for _ in range(PATIENCE + 2):
        clock.turn(days=1)
        _, done = await refreshed(engine)
        assert [problem.kind for _, problem in done.failed] == [ProblemKind.PORTAL] * NUMBER
    assert [status.source for status in engine.sources()] == before
    assert {status.visit.failures for status in engine.sources()} == {0}
    assert len(titles(engine)) == NUMBER
    answer(server, Reply(feed("a", "b")))
    clock.turn(hours=1)
    _, done = await refreshed(engine)
    assert (done.new, done.failed) == (NUMBER, ())


async def test_a_line_that_drops_and_comes_back(engine: Engine, server: Server, clock: Hands) -> None:
    urls = answer(server, Reply(feed("a")))
    await follow(engine, *urls)
    await refreshed(engine)
    answer(server, Reply(reset=True))
    for _ in range(PATIENCE + 2):
        clock.turn(hours=1)
        _, done = await refreshed(engine)
        assert {problem.kind for _, problem in done.failed} == {ProblemKind.NETWORK}
    assert {status.visit.failures for status in engine.sources()} == {0}
    answer(server, Reply(feed("a", "b")))
    clock.turn(hours=1)
    assert (await refreshed(engine))[1].new == NUMBER


async def test_sources_that_fail_while_others_work_are_to_blame(
    engine: Engine, server: Server, clock: Hands
) -> None:
    urls = answer(server, Reply(feed("a")))
    await follow(engine, *urls)
    await refreshed(engine)
    answer(server, SIGN_IN)
    server.add("/0", Reply(feed("a")))
    clock.turn(hours=1)
    _, done = await refreshed(engine)
    assert {problem.kind for _, problem in done.failed} == {ProblemKind.NOT_A_FEED}
    assert sorted(status.visit.failures for status in engine.sources()) == [0] + [1] * (NUMBER - 1)


@pytest.mark.parametrize(
    ("portal", "kind"),
    [
        (SIGN_IN, ProblemKind.PORTAL),
        (lambda request: replace(SIGN_IN, body=SIGN_IN.body + request.host.encode()), ProblemKind.PORTAL),
        (redirect("/aanmelden", 302), ProblemKind.PORTAL),
        (redirect("http://10.255.255.1/aanmelden", 302), ProblemKind.PORTAL),
        (Reply(b"Log in", 511), ProblemKind.PORTAL),
        (Reply(reset=True), ProblemKind.NETWORK),
    ],
    ids=["answers", "names the host", "leads away", "leads inside", "says so", "is off"],
)
async def test_nor_does_one_that_was_there_first(
    engine: Engine, server: Server, clock: Hands, monkeypatch: pytest.MonkeyPatch, portal: Route, kind: str
) -> None:
    async def is_private(host: str) -> bool:
        return host == "10.255.255.1"

    monkeypatch.setattr("newsreader.engine.refresh.Fetcher", partial(Fetcher, is_private=is_private))
    await follow(engine, *answer(server, portal))
    server.add("/aanmelden", SIGN_IN)
    for _ in range(PATIENCE + 2):
        clock.turn(days=1)
        _, done = await refreshed(engine)
        assert {problem.kind for _, problem in done.failed} == {kind}
    assert {status.visit.failures for status in engine.sources()} == {0}
    answer(server, Reply(feed("a")))
    clock.turn(hours=1)
    assert (await refreshed(engine))[1].new == NUMBER


async def test_sources_that_never_worked_and_answer_each_in_its_own_way_are_to_blame(
    engine: Engine, server: Server
) -> None:
    await follow(engine, *answer(server, lambda request: Reply(f"<title>{request.path}</title>".encode())))
    _, done = await refreshed(engine)
    assert {problem.kind for _, problem in done.failed} == {ProblemKind.NOT_A_FEED}
    assert {status.visit.failures for status in engine.sources()} == {1}


async def test_two_that_never_worked_may_be_alike(engine: Engine, server: Server) -> None:
    await follow(engine, *answer(server, SIGN_IN)[:2])
    _, done = await refreshed(engine)
    assert {problem.kind for _, problem in done.failed} == {ProblemKind.NOT_A_FEED}


async def test_one_host_alone_may_well_be_to_blame(engine: Engine, server: Server, clock: Hands) -> None:
    await follow(
        engine, server.add("/a", Reply(feed("a")), SIGN_IN), server.add("/b", Reply(feed("b")), SIGN_IN)
    )
    await refreshed(engine)
    clock.turn(hours=1)
    await refreshed(engine)
    assert {status.visit.failures for status in engine.sources()} == {1}
