"""A search in the largest store, up to the rows of the first screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

from newsreader.engine import Engine
from tests.bench.figures import Figure, median, nearly_worst
from tests.bench.plan import Plan, opened
from tests.bench.prose import COMMON, RARE, Prose

MOST = 500
"""Hits that the screen asks for."""
SHOWN = 40
"""Rows of a screen."""


def measure(plan: Plan) -> Iterator[Figure]:
    """A common word, a rare one, one letter, two words."""
    usual, other = Prose().words(2)
    searches = {
        "a common word": COMMON,
        "a rare word": RARE,
        "one letter": "b",
        "two words": f"{usual} {other}",
    }
    with opened(plan, plan.most) as engine:
        for what, words in searches.items():
            yield _figure(plan, engine, what, words)


def _figure(plan: Plan, engine: Engine, what: str, words: str) -> Figure:
    hits = 0
    taken = []
    for _ in range(plan.rounds * 3):
        started = time.perf_counter()
        hits = asyncio.run(_find(engine, words))
        taken.append((time.perf_counter() - started) * 1000)
    note = f"p95 {nearly_worst(taken):.1f} ms; {hits} hits"
    return Figure("search", what, plan.most, median(taken), "ms", note)


async def _find(engine: Engine, words: str) -> int:
    rows = await engine.find(words, MOST)
    for index in range(min(SHOWN, len(rows))):
        rows.row(index)
    return len(rows)
