"""What a day costs: ninety-six refreshes of sixty sources, and five hundred articles opened and read.

All of it in one reader in a terminal, by its keys, from a store in which every feed is known.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from tests.bench import refresh
from tests.bench.feeds import ARTICLES
from tests.bench.figures import Figure
from tests.bench.plan import Plan, reader
from tests.bench.processor import busy
from tests.bench.screen import Screen, running
from tests.bench.web import FRESH, Web, serving

SOURCES = 60
REFRESHES = 96
OPENED = 500
EVERY = 34
"""A source has three new articles at one refresh in so many: with sixty, some five hundred a day."""
REFRESH, NEXT, PAGE = "r", "n", "\x1b[6~"
CALM = 0.5
"""Seconds without a byte after which a refresh and what follows it are over."""
SHORT = 0.06
"""The same after a key of a reader."""
_READ = "SELECT count(*) FROM entry WHERE read = 1"
_ALL = "SELECT count(*) FROM entry"


def measure(plan: Plan) -> Iterator[Figure]:
    """A quarter of an hour is a refresh and the articles that are read after it."""
    with _morning(plan) as (web, data):
        sent, size = web.sent(), _size(data)
        with running(reader(data)) as screen:
            screen.until(f"{SOURCES * ARTICLES:,} ongelezen".replace(",", "."))
            screen.settle(CALM)
            started = busy(screen.pid)
            refreshing = sum(_refresh(screen, web, turn) for turn in range(REFRESHES))
            total = busy(screen.pid) - started
            memory = screen.memory() / 1e6
            screen.quit()
        new = _number(data, _ALL) - SOURCES * ARTICLES
        if _number(data, _READ) != OPENED or new != _fresh():
            raise ValueError(f"{_number(data, _READ)} articles opened and {new} new: not a day")
        received, grown = web.sent() - sent, _size(data) - size
    what = f"{REFRESHES} refreshes of {SOURCES} sources, {new} new articles"
    yield Figure("day", "processor, all of it", OPENED, total, "s", f"{what}, {OPENED} opened")
    yield Figure(
        "day", "- of the refreshes", new, refreshing, "s", f"{refreshing / REFRESHES * 1000:.0f} ms each"
    )
    reading = total - refreshing
    yield Figure("day", "- of reading", OPENED, reading, "s", f"{reading / OPENED * 1000:.0f} ms an article")
    yield Figure("day", "bytes received", new, received / 1e6, "MB", "not compressed by this server")
    yield Figure("day", "disk grown", new, grown / 1e6, "MB", f"{grown / max(1, new):,.0f} bytes an article")
    yield Figure("day", "peak memory of the screen", OPENED, memory, "MB")


@contextmanager
def _morning(plan: Plan) -> Iterator[tuple[Web, Path]]:
    """A server, and a store that has all that it serves so far; the reader fetches nothing else."""
    times = 2 + REFRESHES // EVERY
    with serving(SOURCES, 0.0, EVERY, times) as web, tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        data = Path(folder)
        (data / "settings.toml").write_text('full_text = "never"\npictures = "never"\n', encoding="utf-8")
        refresh.subscribe(data, web.addresses)
        refresh.run(data, SOURCES, SOURCES * ARTICLES)
        yield web, data


def _refresh(screen: Screen, web: Web, turn: int) -> float:
    """A refresh and some reading; answers the processor seconds of the refresh."""
    web.turn()
    before = busy(screen.pid)
    screen.press(REFRESH, CALM)
    used = busy(screen.pid) - before
    for _ in range((turn + 1) * OPENED // REFRESHES - turn * OPENED // REFRESHES):
        screen.press(NEXT, SHORT)
        screen.press(PAGE, SHORT)
    return used


def _fresh() -> int:
    """The articles that the server has had by the evening and not in the morning."""
    turns = range(1, REFRESHES + 1)
    return FRESH * sum((turn + number % EVERY) % EVERY == 0 for turn in turns for number in range(SOURCES))


def _number(data: Path, query: str) -> int:
    connection = apsw.Connection(str(data / "news.db"), flags=apsw.SQLITE_OPEN_READONLY)
    number = int(connection.execute(query).get)
    connection.close()
    return number


def _size(data: Path) -> int:
    return sum(path.stat().st_size for path in data.glob("news.db*"))
