"""What is going on: how much a story weighs now, by its sources, its speed and its freshness."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log2

from newsreader.stories.formula import HOUR

HOURS = 24
"""Hours of the sparkline, the last one being the present."""
FRESH = 8 * HOUR
"""The time in which a story of which nothing is heard falls to 1/e of its weight."""
FAST = 3 * HOUR
"""Tellings of so long count as its speed."""

OVER = 12 * HOUR
"""A story of which so long nothing is heard is over."""


def weight(sources: int, moments: Sequence[int], now: int) -> float:
    """The weight of a story told at those moments (seconds since 1970); twice the sources add one.

    Popularity against age, as lists of links have it (A. Salihefendic, "How Hacker News ranking algorithm
    works", 2015), but fading by a constant share an hour, so that a story that is over sinks whatever it was.
    """
    fast = sum(now - moment <= FAST for moment in moments)
    age = max(0, now - max(moments, default=0))
    return (log2(1 + sources) + log2(1 + fast)) * exp(-age / FRESH)


def hours(moments: Sequence[int], now: int, number: int = HOURS) -> tuple[int, ...]:
    """How many tellings each of the last hours brought."""
    counts = [0] * number
    for moment in moments:
        back = max(0, now - moment) // HOUR
        if back < number:
            counts[number - 1 - back] += 1
    return tuple(counts)
