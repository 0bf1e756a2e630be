"""Parsing and cleaning a feed, against feedparser on the same bytes, a format at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import feedparser

from newsreader.sources.feed import parse
from tests.bench import feeds
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan
from tests.bench.prose import Prose

EACH = 5
"""Feeds of each format."""


def measure(plan: Plan) -> Iterator[Figure]:
    """Milliseconds a feed of thirty articles of three kilobytes."""
    prose = Prose()
    bodies = [feeds.feed(prose, number)[1] for number in range(EACH * len(feeds.FORMATS))]
    for number, (name, _, _) in enumerate(feeds.FORMATS):
        same = bodies[number :: len(feeds.FORMATS)]
        ours = _taken(plan, same, parse)
        note = f"{sum(map(len, same)) / len(same) / 1000:.0f} kB"
        if name != "JSON":  # which it does not read
            theirs = _taken(plan, same, feedparser.parse)
            note += f"; feedparser {theirs:.1f} ms, {theirs / ours:.1f}x"
        yield Figure("parse", name, feeds.ARTICLES, ours, "ms", note)


def _taken(plan: Plan, bodies: list[bytes], read: Callable[[bytes], object]) -> float:
    """The median over all feeds and rounds, in milliseconds of processor time."""
    taken = []
    for _ in range(plan.rounds):
        for body in bodies:
            started = time.process_time()
            read(body)
            taken.append((time.process_time() - started) * 1000)
    return median(taken)
