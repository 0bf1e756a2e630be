"""Stories at size: joining what a refresh brought, what stands under an article, folding, making all anew."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

from newsreader.engine import Engine
from newsreader.model import Draft, Joined, Scope
from newsreader.store import Store
from tests.bench import seed
from tests.bench.figures import Figure, median, nearly_worst
from tests.bench.memory import resident
from tests.bench.plan import Plan, opened
from tests.bench.prose import Prose

NEW = 100
"""Articles of a refresh."""
OPENED = 60
"""Articles under which is looked what is related."""
BEAT = 0.002
"""Seconds after which the event loop wants its turn while articles are joined."""


def measure(plan: Plan) -> Iterator[Figure]:
    """Everything anew in a small store; then what a reader meets in the largest."""
    small = min((each for each in plan.articles if each), default=0)
    with opened(plan, small) as engine:
        yield _anew(engine, small)
    with opened(plan, plan.most) as engine:
        yield _new(plan, engine)
        yield _related(plan, engine)
        yield from _folded(plan, engine)


def _anew(engine: Engine, articles: int) -> Figure:
    before = resident(os.getpid())
    started = time.perf_counter()
    asyncio.run(_all(engine.stories.rebuild()))
    taken = time.perf_counter() - started
    grown = resident(os.getpid()) - before
    note = f"{articles / taken:,.0f} articles a second; memory {grown:+.0f} MB"
    return Figure("stories", "all joined anew", articles, taken, "s", note)


async def _all(joining: AsyncIterator[Joined]) -> None:
    async for _ in joining:
        pass


def _new(plan: Plan, engine: Engine) -> Figure:
    """A hundred articles of today, a quarter of which tell what another tells."""
    taken, held = [], []
    for turn in range(plan.rounds):
        _bring(engine._store, turn)
        started = time.perf_counter()
        held += asyncio.run(_beside(engine))
        taken.append((time.perf_counter() - started) * 1000)
    note = f"the screen waited at most {max(held) * 1000:.0f} ms, p95 {nearly_worst(held) * 1000:.1f} ms"
    return Figure("stories", f"{NEW} new articles joined", plan.most, median(taken), "ms", note)


def _bring(store: Store, turn: int) -> None:
    prose, now = Prose(1000 + turn), datetime.now(UTC)
    source = seed._source(turn)
    drafts: list[Draft] = []
    for number in range(NEW):
        one = seed._draft(prose, seed._text(prose), source, number, NEW, now)
        if number % 4 == 3:
            one = drafts[-1]._replace(title=drafts[-1].title + " ook")
        key = f"nieuw-{turn}-{number}"
        drafts.append(
            one._replace(
                key=key, url=f"https://nieuw.example/{key}", published=now - timedelta(minutes=number)
            )
        )
    store.put_passing(source.id, drafts, now).result()


async def _beside(engine: Engine) -> list[float]:
    """Joins while the loop beats; how much later than asked each beat came."""
    late: list[float] = []

    async def beat() -> None:
        while True:
            started = time.perf_counter()
            await asyncio.sleep(BEAT)
            late.append(time.perf_counter() - started - BEAT)

    beating = asyncio.create_task(beat())
    await _all(engine.stories.join_new())
    beating.cancel()
    return late


def _related(plan: Plan, engine: Engine) -> Figure:
    rows = engine.page(Scope(), 5_000)[:: 5_000 // OPENED]
    taken = []
    for row in rows:
        started = time.perf_counter()
        engine.related(row.id)
        taken.append((time.perf_counter() - started) * 1000)
    note = f"p95 {nearly_worst(taken):.1f} ms, most {max(taken):.1f} ms"
    return Figure("stories", "related of an open article", plan.most, median(taken), "ms", note)


def _folded(plan: Plan, engine: Engine) -> Iterator[Figure]:
    for what, limit in (("first 300 rows folded", 300), ("whole list folded", None)):
        taken = []
        for _ in range(plan.rounds):
            started = time.perf_counter()
            engine.folded(Scope(), limit)
            taken.append((time.perf_counter() - started) * 1000)
        yield Figure("stories", what, plan.most, median(taken), "ms")
