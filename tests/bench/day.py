"""What a day costs: ninety-six refreshes of sixty sources, which bring five hundred articles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import refresh
from tests.bench.feeds import ARTICLES
from tests.bench.figures import Figure
from tests.bench.plan import Plan
from tests.bench.web import FRESH, serving

SOURCES = 60
REFRESHES = 96
EVERY = 34
"""A source has three new articles at one refresh in so many: with sixty, some five hundred a day."""


def measure(plan: Plan) -> Iterator[Figure]:
    """The day begins with every feed known."""
    times = 2 + REFRESHES // EVERY
    with serving(SOURCES, 0.0, EVERY, times) as web, tempfile.TemporaryDirectory(dir=plan.folder) as folder:
        data = Path(folder)
        refresh.subscribe(data, web.addresses)
        refresh.run(data, SOURCES, SOURCES * ARTICLES)
        sent, size = web.sent(), _size(data)
        busy, new = 0.0, 0
        for turn in range(1, REFRESHES + 1):
            web.turn()
            refresh.make_due(data)
            fresh = FRESH * sum((turn + number % EVERY) % EVERY == 0 for number in range(SOURCES))
            busy += refresh.run(data, SOURCES, fresh)[1]
            new += fresh
        received, grown = web.sent() - sent, _size(data) - size
    note = f"{REFRESHES} refreshes of {SOURCES} sources, {new} new articles"
    yield Figure("day", "processor of the refreshes", new, busy, "s", note)
    yield Figure("day", "bytes received", new, received / 1e6, "MB", "not compressed by this server")
    yield Figure("day", "disk grown", new, grown / 1e6, "MB", f"{grown / max(1, new):,.0f} bytes an article")


def _size(data: Path) -> int:
    return sum(path.stat().st_size for path in data.glob("news.db") if path.is_file())
