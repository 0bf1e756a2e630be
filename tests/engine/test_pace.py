"""Visits begin as they may, and at some distance while keys come; all of them come about."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from math import inf
from pathlib import Path

import pytest

from newsreader.engine import Engine
from newsreader.engine.pace import APART
from newsreader.paths import Paths
from newsreader.settings import Settings
from tests.engine.reader import Hands, feed, follow, refreshed
from tests.server import Reply, Server

SOURCES = 5


class Watch:
    """In place of sleep: remembers how long was slept, and lets go on if it is told to."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.wakes = True
        self.asleep = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.asleep.set()
        if not self.wakes:
            await asyncio.Event().wait()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def reader(tmp_path: Path, watch: Watch) -> Iterator[Engine]:
    """An engine that sleeps by the watch."""
    paths = Paths(tmp_path, tmp_path)
    engine = Engine.open(paths, Settings(), clock=Hands(), sleep=watch)
    assert isinstance(engine, Engine)
    with engine:
        yield engine


async def follow_some(engine: Engine, server: Server) -> None:
    await follow(engine, *(server.add(f"/{n}", Reply(feed(str(n)))) for n in range(SOURCES)))


async def test_a_refresh_that_nobody_attends_never_waits(
    reader: Engine, server: Server, watch: Watch
) -> None:
    await follow_some(reader, server)
    _, done = await refreshed(reader)
    assert (done.new, watch.slept) == (SOURCES, [])


async def test_under_constant_keys_a_refresh_visits_all_a_moment_apart(
    reader: Engine, server: Server, watch: Watch
) -> None:
    await follow_some(reader, server)
    reader.attention.note(inf)
    _, done = await refreshed(reader)
    assert (done.new, watch.slept) == (SOURCES, [APART] * SOURCES)


async def test_while_keys_come_one_visit_waits_for_the_other(
    reader: Engine, server: Server, watch: Watch
) -> None:
    await follow_some(reader, server)
    reader.attention.note(inf)
    watch.wakes = False
    refresh = asyncio.ensure_future(refreshed(reader))
    await watch.asleep.wait()
    for _ in range(100):
        await asyncio.sleep(0)
    assert (len(watch.slept), server.requests) == (1, [])
    refresh.cancel()
    with suppress(asyncio.CancelledError):
        await refresh
