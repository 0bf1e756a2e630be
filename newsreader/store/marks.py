"""Read and saved: the only things a reader changes about an article, and what undoes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import apsw

from newsreader.model import Mark, Scope
from newsreader.store.lists import seen_query
from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps

T = TypeVar("T")

_CHUNK = 2000  # articles a transaction
_STATES = """
SELECT entry.id, read, saved FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value"""
_SET = "UPDATE entry SET read = ?2, saved = ?3 WHERE id = ?1"


def mark(
    connection: apsw.Connection, ids: Sequence[int], *, read: bool | None, saved: bool | None
) -> Steps[list[Mark]]:
    """Sets what is not None, and gives the previous state of every article that changed."""
    before: list[Mark] = []
    for number, chunk in enumerate(_chunks(ids)):
        if number:
            yield
        before += _mark(connection, chunk, read, saved)
    return before


def mark_scope(connection: apsw.Connection, scope: Scope, now: datetime) -> Steps[list[Mark]]:
    """Marks as read what is unread in a scope and was there at `now`; gives what changed, as it was."""
    seen = seen_query(Scope(scope.kind, scope.value, unread=True))
    values = {"value": scope.value, "now": to_seconds(now)}
    ids = [each for each, _ in connection.execute(seen, values)]
    return (yield from mark(connection, ids, read=True, saved=None))


def restore(connection: apsw.Connection, marks: Sequence[Mark]) -> Steps[None]:
    """Puts the states back as they were."""
    for number, chunk in enumerate(_chunks(marks)):
        if number:
            yield
        connection.executemany(_SET, ((mark.id, mark.read, mark.saved) for mark in chunk))


def _mark(
    connection: apsw.Connection, ids: Sequence[int], read: bool | None, saved: bool | None
) -> list[Mark]:
    found = connection.execute(_STATES, (json.dumps(list(ids)),))
    before = {each: Mark(each, bool(was_read), bool(was_saved)) for each, was_read, was_saved in found}
    changed = []
    for mark in before.values():
        after = Mark(mark.id, mark.read if read is None else read, mark.saved if saved is None else saved)
        if after != mark:
            changed.append(mark)
            connection.execute(_SET, (after.id, after.read, after.saved))
    return changed


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))
