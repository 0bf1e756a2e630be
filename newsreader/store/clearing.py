"""Emptying large tables in pieces, so that no transaction holds up what the reader does."""

from __future__ import annotations

import apsw

from newsreader.store import pieces
from newsreader.store.writer import Steps

_CHUNK = 5000  # rows a transaction: some 30 ms


def empty(connection: apsw.Connection, table: str, key: str) -> Steps[None]:
    """Deletes all rows of a table, which are known by these columns."""
    delete = f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} LIMIT {_CHUNK})"
    while connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").get:
        connection.execute(delete)
        yield


def queue_all(connection: apsw.Connection) -> Steps[None]:
    """Puts every article in the queue of those that are still to be joined."""
    chosen = "SELECT id FROM entry WHERE live = 1 AND id > ? ORDER BY id LIMIT ?"
    for ids in pieces.of_ids(connection, chosen, _CHUNK):
        connection.executemany("INSERT OR IGNORE INTO entry_queue VALUES (?)", ((entry,) for entry in ids))
        yield
