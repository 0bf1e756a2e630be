"""Read and saved: the only things a reader changes about an article, and what undoes them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import apsw

from newsreader.model import Mark, PackedMarks, Scope, ScopeKind
from newsreader.store import meta
from newsreader.store.lists import BEGINNING, seen_query
from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps

T = TypeVar("T")
Told = Callable[[int], None]
"""Is given how many articles are done, by the writer's thread."""

CHUNK = 1000  # articles a transaction: some 40 ms, which is what a mark of a single one waits at most
_STATES = """
SELECT entry.id, read, saved FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value"""
_SET = "UPDATE entry SET read = ?2, saved = ?3 WHERE id IN (SELECT value FROM json_each(?1))"
_SET_READ = "UPDATE entry SET read = ?2 WHERE id IN (SELECT value FROM json_each(?1))"
_UNFINISHED = "marking"  # the name of the scope that is being marked, among the facts about the store


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


def mark_scope(connection: apsw.Connection, scope: Scope, now: datetime, told: Told) -> Steps[PackedMarks]:
    """Marks as read what is unread in a scope and was there at `now`; gives what changed, as it was.

    It goes through the list once, from its top: what is marked unread above it meanwhile stays so.
    """
    return _mark_seen(connection, Scope(scope.kind, scope.value, unread=True), to_seconds(now), told)


def mark_rest(connection: apsw.Connection) -> Steps[PackedMarks]:
    """Ends the marking of a scope that was broken off: by quitting, or by a kill."""
    if not (unfinished := meta.read(connection, _UNFINISHED)):
        return PackedMarks()
    kind, value, now = json.loads(unfinished)
    return (
        yield from _mark_seen(connection, Scope(ScopeKind(kind), value, unread=True), now, lambda _: None)
    )


def _mark_seen(connection: apsw.Connection, scope: Scope, now: int, told: Told) -> Steps[PackedMarks]:
    """The same with the moment in seconds. As long as there is more to mark, the store knows so."""
    before, (moment, last) = PackedMarks(), BEGINNING
    unread = f"SELECT id, saved, seen.sort_at FROM ({seen_query(scope)}) AS seen CROSS JOIN entry USING (id)"
    values = {"value": scope.value, "now": now, "limit": CHUNK}
    while found := list(connection.execute(unread, values | {"moment": moment, "id": last})):
        before.extend(Mark(each, read=False, saved=bool(saved)) for each, saved, _ in found)
        connection.execute(_SET_READ, (json.dumps([each for each, _, _ in found]), True))
        meta.write(connection, _UNFINISHED, json.dumps([scope.kind, scope.value, now]))
        moment, last = min((moment, each) for each, _, moment in found)
        told(len(before))
        yield
    meta.write(connection, _UNFINISHED, "")
    return before


def restore(connection: apsw.Connection, marks: Sequence[Mark], told: Told) -> Steps[None]:
    """Puts the states back as they were; of a whole scope only what its marking changed, whether it was read:
    what is saved meanwhile stays so.
    """
    for number, chunk in enumerate(_chunks(marks)):
        if number:
            told(number * CHUNK)
            yield
        if isinstance(marks, PackedMarks):
            connection.execute(_SET_READ, (json.dumps([mark.id for mark in chunk]), False))
        else:
            _set(connection, chunk)


def _mark(
    connection: apsw.Connection, ids: Sequence[int], read: bool | None, saved: bool | None
) -> list[Mark]:
    found = connection.execute(_STATES, (json.dumps(list(ids)),))
    before = {each: Mark(each, bool(was_read), bool(was_saved)) for each, was_read, was_saved in found}
    after = (
        Mark(mark.id, mark.read if read is None else read, mark.saved if saved is None else saved)
        for mark in before.values()
    )
    changed = [mark for mark in after if mark != before[mark.id]]
    _set(connection, changed)
    return [before[mark.id] for mark in changed]


def _set(connection: apsw.Connection, marks: Iterable[Mark]) -> None:
    """Writes states: a statement for those that are alike."""
    alike: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for mark in marks:
        alike[mark.read, mark.saved].append(mark.id)
    for (read, saved), ids in alike.items():
        connection.execute(_SET, (json.dumps(ids), read, saved))


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
