"""The screen left alone: how busy its processor, and how many bytes it writes."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.bench import seed
from tests.bench.figures import Figure
from tests.bench.plan import Plan, reader
from tests.bench.processor import busy
from tests.bench.screen import running

SETTLED = 3.0
MESSAGE = 21.0
"""Seconds in which what the status line tells at the start has gone: a change on the screen, told apart."""
ALONE = 60.0
"""Seconds: one turn of everything that is done every minute is in it."""


def measure(plan: Plan) -> Iterator[Figure]:
    """A minute of nothing in the largest store."""
    with plan.store(plan.most) as data, running(reader(data)) as screen:
        screen.until(seed.NEWEST if plan.most else "Al het nieuws")
        screen.settle(SETTLED)
        gone = screen.listen(MESSAGE)
        before, started = busy(screen.pid), time.monotonic()
        written = screen.listen(ALONE)
        share = 100 * (busy(screen.pid) - before) / (time.monotonic() - started)
    yield Figure("idle", "written as the first message goes", plan.most, gone, "B", f"{MESSAGE:.0f} s")
    yield Figure("idle", "processor of the screen", plan.most, share, "%", f"{ALONE:.0f} s")
    yield Figure("idle", "written by the screen", plan.most, written, "B", f"{ALONE:.0f} s")
