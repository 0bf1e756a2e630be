"""Keeping the file small and its answers quick."""

from __future__ import annotations

from datetime import datetime

import apsw

from newsreader.store import forgetting
from newsreader.store.index import INDEXES
from newsreader.store.writer import Steps

_PAGES = 500  # a transaction
_ANALYSE_ALL = (
    0x10002  # look at every table, in bounded time: https://www.sqlite.org/pragma.html#pragma_optimize
)


def optimize(connection: apsw.Connection, now: datetime) -> Steps[None]:
    """Forgets what is long gone, refreshes the statistics, merges the search index, gives back free pages."""
    yield from forgetting.forget(connection, now)
    connection.pragma("optimize", _ANALYSE_ALL)
    yield
    for index in INDEXES:
        yield from _merge(connection, index)
    while connection.pragma("freelist_count"):
        connection.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()  # each row it gives is a page
        yield


def _merge(connection: apsw.Connection, index: str) -> Steps[None]:
    """Merges until a step changes next to nothing: https://www.sqlite.org/fts5.html#the_merge_command."""
    changed = 2
    while changed >= 2:
        before = connection.total_changes()
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {_PAGES})")
        changed = connection.total_changes() - before
        yield
