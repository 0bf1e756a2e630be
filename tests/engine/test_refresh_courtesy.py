"""Not too often, not too many at once, and no harm done when a refresh is broken off."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.model import Fetch, RefreshDone, SourceChecked
from newsreader.settings import Settings
from newsreader.sources.fetch import Fetcher
from tests.engine.reader import NOW, Hands, feed, follow, listed, opened, refreshed, rss, titles
from tests.server import Reply, Server


async def test_a_source_is_due_again_after_the_readers_own_minutes(
    engine: Engine, server: Server, clock: Hands
) -> None:
    engine.settings = Settings(refresh_minutes=30)
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    visits = []
    for minutes in (0, 29, 1, 5):
        clock.turn(minutes=minutes)
        visits.append((engine.anything_due(), (await refreshed(engine))[1].checked))
    assert visits == [(True, 1), (False, 0), (True, 1), (False, 0)]


@pytest.mark.parametrize(
    ("reply", "minutes"),
    [
        (Reply(feed("a"), headers=(("Cache-Control", "max-age=7200"),)), 120),
        (Reply(rss(more="<ttl>90</ttl>")), 90),
        (Reply(rss(more="<skipHours><hour>12</hour><hour>13</hour></skipHours>")), 120),
        (Reply(rss(more="<skipDays><day>Monday</day></skipDays>")), 12 * 60),
        (Reply(feed("a")), 15),
    ],
)
async def test_never_sooner_than_the_publisher_allows(
    engine: Engine, server: Server, reply: Reply, minutes: int
) -> None:
    await follow(engine, server.add("/feed", reply))
    await refreshed(engine)
    (status,) = engine.sources()
    assert status.visit.next_due == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_asks_for_rest_gets_it_even_when_forced(
    tmp_path: Path, server: Server, status: int
) -> None:
    """The fetcher reckons Retry-After from the real clock, and so does this reader."""
    from newsreader.clock import now

    clock = Hands(now())
    with opened(tmp_path, clock) as engine:
        tired = Reply(status=status, headers=(("Retry-After", "3600"),))
        await follow(engine, server.add("/feed", tired, Reply(feed("a"))))
        counts = []
        for minutes in (0, 20, 38, 4):
            clock.turn(minutes=minutes)
            counts.append((await refreshed(engine, force=True))[1].checked)
            counts.append((await refreshed(engine, ["bron-1"], force=True))[1].checked)
        assert counts == [1, 0, 0, 0, 0, 0, 1, 1]
        assert titles(engine) == ["Bericht a"]


async def test_eighty_sources_forty_at_a_time(engine: Engine, server: Server) -> None:
    gate, full = threading.Event(), server.meeting(40)
    for n in range(80):
        server.add(f"/{n}", Reply(feed(f"{n}-a", f"{n}-b"), gate=gate))
    await follow(engine, *(server.url(f"/{n}", f"127.0.0.{n + 1}") for n in range(80)))
    refresh = asyncio.create_task(refreshed(engine))
    assert await asyncio.to_thread(full.wait, 10)
    async with Fetcher() as bystander:
        await bystander.fetch(Fetch(server.url("/elders")))  # time enough for another to arrive
    assert len(server.requests) == 41
    gate.set()
    checked, done = await refresh
    assert [event.done for event in checked] == list(range(1, 81))
    assert (done.checked, done.new, done.failed) == (80, 160, ())
    assert len(listed(engine)) == 160


async def test_two_at_a_time_to_one_host(engine: Engine, server: Server) -> None:
    gate = server.meeting(2)
    await follow(engine, *(server.add(f"/{n}", Reply(feed(str(n)), gate=gate)) for n in range(12)))
    async with asyncio.timeout(20):
        _, done = await refreshed(engine)
    assert (done.new, server.peak["127.0.0.1"]) == (12, 2)


async def begun(engine: Engine, arrived: asyncio.Event) -> None:
    """A refresh that tells when the first source has been written."""
    async for event in engine.refresh():
        if isinstance(event, SourceChecked):
            arrived.set()


async def test_a_refresh_broken_off_halfway_leaves_the_store_sound(
    engine: Engine, server: Server, clock: Hands
) -> None:
    gate = threading.Event()
    slow = server.add("/traag", Reply(feed("b"), gate=gate), Reply(feed("b")))
    await follow(engine, server.add("/snel", Reply(feed("a"))), slow)
    arrived = asyncio.Event()
    task = asyncio.create_task(begun(engine, arrived))
    async with asyncio.timeout(10):
        await arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()
    assert titles(engine) == ["Bericht a"]
    fast, other = engine.sources()
    assert fast.visit.last_checked == clock.moment
    assert (other.visit.last_checked, other.visit.problem) == (None, None)
    _, done = await refreshed(engine)
    assert (done.checked, done.new) == (1, 1)


async def test_leaving_the_events_early_stops_what_is_under_way(engine: Engine, server: Server) -> None:
    gate = threading.Event()
    slow = server.add("/traag", Reply(feed("b"), gate=gate))
    await follow(engine, server.add("/snel", Reply(feed("a"))), slow)
    events = engine.refresh()
    first = await anext(events)
    assert isinstance(first, SourceChecked)
    await events.aclose()
    gate.set()
    assert titles(engine) == ["Bericht a"]
    assert len(asyncio.all_tasks()) == 1


async def test_what_ended_is_told_last(engine: Engine, server: Server) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    kinds = [type(event) async for event in engine.refresh()]
    assert kinds == [SourceChecked, RefreshDone]
