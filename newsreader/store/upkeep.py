"""Keeping the file small and its answers quick."""

from __future__ import annotations

from datetime import datetime

import apsw

from newsreader.store import forgetting
from newsreader.store.index import INDEXES, merge
from newsreader.store.writer import Steps

_PAGES = 500  # given back in a transaction
_ANALYSES = 0x10003
"""Look at every table, and only tell what is to be done: https://www.sqlite.org/pragma.html#pragma_optimize."""
_LOOKED_AT = 100  # rows of an index: what SQLite advises for bounded time
_CHOICE = """
SELECT name FROM pragma_index_list(?1)
WHERE EXISTS (SELECT 1 FROM pragma_index_list(?1) WHERE origin <> 'pk')"""
"""The indexes of a table that has more of them than its key: of others a query can only take the key."""


def optimize(connection: apsw.Connection, now: datetime) -> Steps[None]:
    """Forgets what is long gone, refreshes the statistics, merges the search index, gives back free pages."""
    yield from forgetting.forget(connection, now)
    yield from _analyse(connection)
    for index in INDEXES:
        while merge(connection, index):
            yield
    while connection.pragma("freelist_count"):
        connection.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()  # each row it gives is a page
        yield


def _analyse(connection: apsw.Connection) -> Steps[None]:
    """Refreshes the statistics where they are old: an index in each transaction.

    SQLite counts every row of a table on its own, whatever the limit: of a million texts in 0.2 s.
    """
    connection.pragma("analysis_limit", _LOOKED_AT)
    for (statement,) in connection.execute(f"PRAGMA optimize({_ANALYSES})").fetchall():
        *_, table, _ = str(statement).split('"')
        for (index,) in connection.execute(_CHOICE, (table,)).fetchall():
            connection.execute(f'ANALYZE main."{index}"')
            yield
