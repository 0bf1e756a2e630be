"""From the start of the process to the list on the screen, against an empty Textual application."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.bench import bare, seed
from tests.bench.figures import Figure, median
from tests.bench.plan import Plan, reader
from tests.bench.processor import exactly
from tests.bench.screen import Screen, running

FRAME = "Al het nieuws"
SAMPLE = "Proef"


class Frame(NamedTuple):
    """A frame that came: seconds since the start of the process, and of the processor."""

    wall: float
    busy: float


def measure(plan: Plan) -> Iterator[Figure]:
    """Turn and turn about, so that a busy moment hits all alike; the first turn is not counted.

    On a busy machine the ratio of the processor times is the one to look at.
    """
    times: dict[int, list[Frame]] = {size: [] for size in plan.articles}
    empty: list[Frame] = []
    sample: list[Frame] = []
    for turn in range(plan.rounds + 1):
        empty.append(_bare())
        for size in plan.articles:
            frames = _open(plan, size)
            times[size].append(frames[0])
            sample.extend(frames[1:])
        if not turn:
            for one in (empty, sample, *times.values()):
                one.clear()
    yield _figure("an empty Textual application", 0, empty, empty)
    for size, taken in times.items():
        yield _figure("the list" if size else "the first frame", size, taken, empty)
    if sample:
        yield _figure("the sample edition", 0, sample, empty)


def _figure(what: str, size: int, taken: list[Frame], empty: list[Frame]) -> Figure:
    wall, busy = (median(each) for each in zip(*taken, strict=True))
    bare_wall, bare_busy = (median(each) for each in zip(*empty, strict=True))
    best = min(frame.wall for frame in taken) * 1000
    note = f"{wall / bare_wall:.2f}x an empty application; best {best:.0f} ms; CPU {busy * 1000:.0f} ms"
    if bare_busy:
        note += f", {busy / bare_busy:.2f}x"
    return Figure("opening", what, size, wall * 1000, "ms", note)


def _bare() -> Frame:
    with running(["tests.bench.bare"]) as screen:
        return _frame(screen, bare.READY)


def _open(plan: Plan, size: int) -> list[Frame]:
    """The first useful frame; with an empty store the news after it."""
    if size:
        with running(reader(plan.shared(size))) as screen:
            return [_frame(screen, seed.NEWEST)]
    with plan.store(0) as data, running(reader(data)) as screen:
        return [_frame(screen, text) for text in (FRAME, SAMPLE)]


def _frame(screen: Screen, text: str) -> Frame:
    wall = screen.until(text)
    return Frame(wall, exactly(screen.pid))
