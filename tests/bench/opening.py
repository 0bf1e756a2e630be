"""From the start of the process to the list on the screen, against an empty Textual application."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import bare, seed
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan, reader
from tests.bench.screen import running

FRAME = "Al het nieuws"
SAMPLE = "Proef"


def measure(plan: Plan) -> Iterator[Figure]:
    """Turn and turn about, so that a busy moment hits all alike; the first turn is not counted."""
    times: dict[int, list[float]] = {size: [] for size in plan.articles}
    empty: list[float] = []
    sample: list[float] = []
    for turn in range(plan.rounds + 1):
        empty.append(_bare())
        for size in plan.articles:
            frame, full = _open(plan, size)
            times[size].append(frame)
            if not size:
                sample.append(full)
        if not turn:
            for one in (empty, sample, *times.values()):
                one.clear()
    yield _figure("an empty Textual application", 0, empty, empty)
    for size, taken in times.items():
        yield _figure("the list" if size else "the first frame", size, taken, empty)
    if sample:
        yield _figure("the sample edition", 0, sample, empty)


def _figure(what: str, size: int, taken: list[float], empty: list[float]) -> Figure:
    note = f"{median(taken) / median(empty):.2f}x an empty application; best {min(taken) * 1000:.0f} ms"
    return Figure("opening", what, size, median(taken) * 1000, "ms", note)


def _bare() -> float:
    with running(["tests.bench.bare"]) as screen:
        return screen.until(bare.READY)


def _open(plan: Plan, size: int) -> tuple[float, float]:
    """Seconds to the first useful frame, and to the news."""
    if size:
        with running(reader(plan.shared(size))) as screen:
            first = screen.until(seed.NEWEST)
            return first, first
    with plan.store(0) as data, running(reader(data)) as screen:
        return screen.until(FRAME), screen.until(SAMPLE)
