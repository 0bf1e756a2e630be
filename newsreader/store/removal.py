"""Letting articles go: the old ones that are read, and those of a removed source. Never a saved one."""

from __future__ import annotations

import json
from datetime import datetime

import apsw

from newsreader.store import revisions
from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps

_CHUNK = 250  # articles a transaction
_STRETCH = 5_000  # articles looked at in a transaction, some milliseconds
_END = """
SELECT sort_at, id FROM entry INDEXED BY live_all WHERE live = 1 AND (sort_at, id) > (?1, ?2) AND sort_at < ?3
ORDER BY sort_at, id LIMIT 1 OFFSET ?4"""
"""The last of the next so many old articles."""
_OLD = """
SELECT id, sort_at FROM entry INDEXED BY live_all
WHERE live = 1 AND (sort_at, id) > (?1, ?2) AND (sort_at, id) <= (?5, ?6) AND sort_at < ?3 AND first_seen < ?3
AND read = 1 AND saved = 0 ORDER BY sort_at, id LIMIT ?4"""
_OF_SOURCE = """
SELECT id FROM entry INDEXED BY live_source
WHERE live = 1 AND saved = 0 AND source = (SELECT no FROM source WHERE id = ?) LIMIT ?"""
_SURPLUS = """
SELECT id FROM entry INDEXED BY live_source
WHERE live = 1 AND saved = 0 AND source = (SELECT no FROM source WHERE id = ?)
ORDER BY sort_at DESC, id DESC LIMIT ? OFFSET ?"""
_BEFORE_ALL = -(2**62)


def prune(connection: apsw.Connection, before: datetime) -> Steps[int]:
    """Drops the text of what is read, not saved, and both published and first seen before that moment.

    The entries stay, with digests and marks: what is still in its feed does not come back.
    """
    limit = to_seconds(before)
    place, total = (_BEFORE_ALL, 0), 0
    while True:
        end = connection.execute(_END, (*place, limit, _STRETCH)).get
        values = (limit, _CHUNK, *(end or (limit, 0)))
        chunk = list(connection.execute(_OLD, (*place, *values)))
        _drop(connection, [each for each, _ in chunk])
        total += len(chunk)
        further = chunk[-1][::-1] if len(chunk) == _CHUNK else end
        if further is None or further <= place:
            return total  # in a damaged file they may go round in a circle
        place = further
        yield


def trim(connection: apsw.Connection, source_id: str, keep: int) -> Steps[int]:
    """Drops all but the newest so many articles of a source, saved ones aside; tells how many those were."""
    total = 0
    while surplus := [each for (each,) in connection.execute(_SURPLUS, (source_id, _CHUNK, keep))]:
        _drop(connection, surplus)
        total += len(surplus)
        yield
    return total


def remove_source(connection: apsw.Connection, source_id: str) -> Steps[None]:
    """Drops the articles of a source but the saved ones, then leaves a tombstone in its place.

    The entries stay, without digests: when the source is back, so are its articles, with their ids and marks.
    """
    while chunk := [each for (each,) in connection.execute(_OF_SOURCE, (source_id, _CHUNK))]:
        _drop(connection, chunk)
        forget = "UPDATE entry SET digest = x'' WHERE id IN (SELECT value FROM json_each(?))"
        connection.execute(forget, (json.dumps(chunk),))
        if len(chunk) == _CHUNK:
            yield
    connection.execute("UPDATE source SET removed = 1 WHERE id = ?", (source_id,))
    # Its feed must not count as unchanged when the source is followed again.
    connection.execute("DELETE FROM visit WHERE source = (SELECT no FROM source WHERE id = ?)", (source_id,))


def _drop(connection: apsw.Connection, ids: list[int]) -> None:
    chosen = "IN (SELECT value FROM json_each(?))"
    connection.execute(f"DELETE FROM article WHERE id {chosen}", (json.dumps(ids),))
    revisions.forget(connection, ids)
    connection.execute(f"UPDATE entry SET live = 0, changed = 0 WHERE id {chosen}", (json.dumps(ids),))
