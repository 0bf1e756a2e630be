"""A week in some minutes: two hundred papers, a refresh every quarter of an hour, by a clock of its own."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from newsreader.engine import Engine
from newsreader.model import Scope
from newsreader.settings import Settings
from newsreader.store.database import open_reader
from tests.engine.reader import Hands, opened
from tests.faults.almanac import Almanac
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.server import Server


class Size(NamedTuple):
    """How much of a week it is."""

    papers: int
    refreshes: int  # a day
    days: int


LONG, QUICK = Size(200, 96, 7), Size(15, 6, 5)
SETTINGS = Settings(keep_days=1, full_text="open")
"""What was read the day before yesterday goes, so that from the third day on all is in balance."""
MEMORY, OBJECTS, ENTRY = 8_000_000, 0.02, 250
"""Growth allowed from then on: bytes, a part of the objects; and bytes that an article leaves behind."""


class Taken(NamedTuple):
    """What a reader takes up, at some moment at which it does nothing."""

    memory: int  # bytes, resident
    objects: int  # that Python's collector knows
    handles: int
    threads: int
    processes: int
    used: int  # bytes of the database, without its free pages
    free: int  # bytes of free pages
    live: int  # articles
    entries: int  # of articles, those let go included


def taken(path: Path) -> Taken:
    """What this process takes up and the store at that path."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what glibc keeps for later is not taken
    with closing(open_reader(path)) as store:
        page, pages, free = (store.pragma(name) for name in ("page_size", "page_count", "freelist_count"))
        live, entries = (store.execute(f"SELECT {what} FROM entry").get for what in ("sum(live)", "count(*)"))
    children = Path("/proc/self/task").glob("*/children")
    return Taken(
        int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"),
        len(gc.get_objects()),
        len(list(Path("/proc/self/fd").iterdir())),
        threading.active_count(),
        sum(len(each.read_text().split()) for each in children),
        page * (pages - free),
        page * free,
        live,
        entries,
    )


def run(folder: Path, much: Size) -> list[Tried]:
    """Live through so many days, and compare what the reader takes up at the end of each."""
    clock, path = Hands(), folder / "news.db"
    with Server() as server:
        almanac = Almanac(server, much.papers)
        with opened(folder, clock, SETTINGS) as engine:
            sizes = asyncio.run(_days(engine, almanac, clock, path, much))
    tried = much.days * much.refreshes * much.papers
    last = sizes[-1]
    note = f"{last.live} articles in {last.used / 1e6:.1f} MB, {last.memory / 1e6:.0f} MB of memory"
    return [Tried("week: visits to sources", tried, (*grown(sizes), *lost(path)), note)]


async def _days(engine: Engine, almanac: Almanac, clock: Hands, path: Path, much: Size) -> list[Taken]:
    sizes = []
    # Of threads that may or may not be started none says anything about growth.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    for source in almanac.sources():
        assert await engine.subscriptions.add(source) is None
    for _ in range(much.days):
        for number in range(much.refreshes):
            almanac.quarter += 96 // much.refreshes
            clock.moment = almanac.moment()
            await _refreshed(engine, save=number % 12 == 0)
            almanac.server.requests.clear()
        settle()
        sizes.append(taken(path))
    return sizes


async def _refreshed(engine: Engine, *, save: bool) -> None:
    """What the screen does after a refresh, and what its reader does: reads all, saves something."""
    async for _ in engine.refresh():
        pass
    async for _ in engine.stories.join_new():
        pass
    await engine.mark_all(Scope())
    if save:
        await engine.mark([row.id for row in engine.page(Scope(), 1)], saved=True)


def settle() -> None:
    """Wait until the processes of the last refresh are dismissed."""
    for thread in threading.enumerate():
        if thread.name == "dismiss-workers":
            thread.join()


def grown(sizes: Sequence[Taken], objects: float = OBJECTS) -> Iterator[str]:
    """What takes up more at the end than when all was in balance for the first time.

    `objects` is the part of them that may have come.
    """
    first, last = sizes[2], sizes[-1]
    if last.memory > first.memory + MEMORY:
        yield f"memory: {first.memory:,} to {last.memory:,} bytes"
    if last.objects > first.objects * (1 + objects):
        yield f"objects: {first.objects:,} to {last.objects:,}"
    for name in ("handles", "threads", "processes"):
        before, after = getattr(first, name), getattr(last, name)
        if after > before:
            yield f"{name}: {before} to {after}"
    gone = last.entries - last.live - first.entries + first.live
    room = first.used * last.live / first.live + ENTRY * gone
    if last.used > 1.1 * room:
        articles = f"for {first.live} and {last.live} articles"
        yield f"the database: {first.used:,} to {last.used:,} bytes, {articles}"
    if last.free > last.used / 10:
        yield f"{last.free:,} bytes of free pages in the database"
