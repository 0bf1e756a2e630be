"""What a stored article takes on the disk, and which part of the database takes it."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from tests.bench.figures import Figure
from tests.bench.plan import Plan

SHARES = {
    "text": ("body",),
    "row": ("article",),
    "search": ("*_words*",),
    "entry and lists": ("entry", "live_*", "unread_*", "*autoindex_entry*"),
}
_BYTES = "SELECT ifnull(sum(pgsize), 0) FROM dbstat WHERE aggregate = 1 AND name GLOB ?"


def measure(plan: Plan) -> Iterator[Figure]:
    """The largest store: its file, and its parts by SQLite's own count (https://www.sqlite.org/dbstat.html)."""
    if not plan.most:
        return
    path = plan.shared(plan.most) / "news.db"
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    yield Figure("size", "an article", plan.most, path.stat().st_size / plan.most, "B", "of 2,000 characters")
    for what, names in SHARES.items():
        total = sum(connection.execute(_BYTES, (name,)).get for name in names)
        yield Figure("size", f"- {what}", plan.most, total / plan.most, "B")
    connection.close()
