"""A source that was public and whose name leads to the reader's own network later (DNS rebinding)."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from newsreader.engine import Engine
from newsreader.model import Problem, ProblemKind, Source
from newsreader.sources.fetch import Fetcher, private, resolver
from tests.engine.reader import Hands, feed, refreshed, titles
from tests.engine.test_fetch_private import names
from tests.server import Reply, Server

OUTSIDE, INSIDE = "127.0.0.2", "127.0.0.1"


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Where kaap.example is; one address of loopback passes for one of the public internet."""
    where = {"kaap.example": OUTSIDE}
    names(monkeypatch, lambda host: where.get(host, ""))
    for module in (private, resolver):
        monkeypatch.setattr(module, "is_public", lambda address: str(ip_address(address)) == OUTSIDE)
    return where


async def test_a_public_source_stays_outside(
    engine: Engine, server: Server, clock: Hands, place: dict[str, str]
) -> None:
    url = server.add("/feed", Reply(feed("a")), Reply(feed("a", "geheim"))).replace(INSIDE, "kaap.example")
    source = Source("kaap", "Kaap", url)
    assert await engine.subscriptions.add(source) is None
    await refreshed(engine)
    assert titles(engine) == ["Bericht a"]
    assert engine.sources()[0].visit.public
    place["kaap.example"] = INSIDE
    clock.turn(hours=1)
    _, done = await refreshed(engine)
    ((_, problem),) = done.failed
    assert (problem.kind, problem.detail) == (ProblemKind.INSIDE, "kaap.example")
    assert (titles(engine), len(server.requests)) == (["Bericht a"], 1)
    await engine.subscriptions.remove(source.id)
    assert await engine.subscriptions.add(source) is None
    await refreshed(engine)
    assert "Bericht geheim" in titles(engine)


async def test_what_a_public_source_leads_to_stays_outside(
    engine: Engine, server: Server, place: dict[str, str]
) -> None:
    source = Source("kaap", "Kaap", server.add("/feed", Reply(feed("a"))).replace(INSIDE, "kaap.example"))
    assert await engine.subscriptions.add(source) is None
    await refreshed(engine)
    place["kaap.example"] = INSIDE
    url = server.add("/foto.png", Reply(b"geheim")).replace(INSIDE, "kaap.example")
    (found,) = await engine.pictures.whole([(source.id, url)])
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.INSIDE
    async with Fetcher() as fetcher:
        refusal = await engine._permission.refusal(url, fetcher, source.url, public=True)
    assert refusal is not None
    assert (refusal.kind, len(server.requests)) == (ProblemKind.INSIDE, 1)


async def test_a_source_that_was_at_home_from_the_start_may_stay_there(
    engine: Engine, server: Server, clock: Hands, place: dict[str, str]
) -> None:
    place["kaap.example"] = INSIDE
    url = server.add("/feed", Reply(feed("a")), Reply(feed("a", "b"))).replace(INSIDE, "kaap.example")
    assert await engine.subscriptions.add(Source("kaap", "Kaap", url)) is None
    await refreshed(engine)
    assert not engine.sources()[0].visit.public
    clock.turn(hours=1)
    await refreshed(engine)
    assert sorted(titles(engine)) == ["Bericht a", "Bericht b"]
