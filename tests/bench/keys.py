"""From a key to the last byte of its repaint, in the largest store."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import seed
from tests.bench.figures import Figure, median, nearly_worst
from tests.bench.plan import Plan, reader
from tests.bench.screen import Painted, Screen, running

PAGE_DOWN, ENTER = "\x1b[6~", "\r"
CALM = 1.0
"""Seconds of silence after which the first refresh and the upkeep are over."""


def measure(plan: Plan) -> Iterator[Figure]:
    """A cursor line, a page, an article, the ends of the list, unread only."""
    turns = plan.rounds * 4
    with plan.store(plan.most) as data, running(reader(data)) as screen:
        screen.until(seed.NEWEST)
        screen.settle(CALM)
        yield _figure("cursor down", plan, [screen.press("j") for _ in range(turns)])
        yield _figure("page down", plan, [screen.press(PAGE_DOWN) for _ in range(turns)])
        yield _figure("open an article", plan, [_open(screen) for _ in range(turns)])
        yield _figure("to the end, to the top", plan, [screen.press("Gg"[turn % 2]) for turn in range(turns)])
        yield _figure("unread only, and back", plan, [screen.press("u") for _ in range(plan.rounds)])
        yield Figure("keys", "peak memory of the screen", plan.most, screen.memory() / 1e6, "MB")


def _open(screen: Screen) -> Painted:
    painted = screen.press(ENTER)
    screen.press("h")
    screen.press("j")
    return painted


def _figure(what: str, plan: Plan, painted: list[Painted]) -> Figure:
    last = [each.last * 1000 for each in painted]
    first = median([each.first * 1000 for each in painted])
    size = median([each.size for each in painted])
    most = max(each.size for each in painted)
    note = f"p95 {nearly_worst(last):.1f} ms, first byte {first:.1f} ms; {size:,.0f} bytes, at most {most:,}"
    return Figure("keys", what, plan.most, median(last), "ms", note)
