"""Long markings: a whole scope read, or that taken back. The store knows of one until it is done.

One that is broken off, by quitting or by a kill, is ended after the next start, once it is plain that nobody
is at it: of what another screen ends, the one that began it could take back nothing. What a reader marks by
hand meanwhile was done last, so the marking leaves it alone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import NamedTuple

import apsw

from newsreader.model import Mark, PackedMarks, Scope, ScopeKind
from newsreader.store.access import Changer, Reader
from newsreader.store.lists import BEGINNING, seen_query
from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps, once

Told = Callable[[int], None]
"""Is given how many articles are done, by the writer's thread."""

CHUNK = 1000  # articles a transaction: some 40 ms, which is what a mark of a single one waits at most
_NEXT = "SELECT number, scope, marks, only_read FROM unfinished WHERE number > ? ORDER BY number LIMIT 1"
_STANDING = "SELECT number, CASE WHEN scope IS NULL THEN NULL ELSE marks END FROM unfinished ORDER BY number"
_REACHED = "UPDATE unfinished SET marks = ? WHERE number = ?"
_BEGIN_SCOPE = "INSERT INTO unfinished (scope, only_read) VALUES (?, 1) RETURNING number"
_BEGIN_UNDO = "INSERT INTO unfinished (marks, only_read) VALUES (?, ?) RETURNING number"
_SPARE = """
INSERT INTO by_hand SELECT value, ?2, (SELECT max(number) FROM unfinished) FROM json_each(?1)
WHERE EXISTS (SELECT 1 FROM unfinished) ON CONFLICT DO UPDATE SET after = excluded.after"""
_SPARED = "EXISTS (SELECT 1 FROM by_hand WHERE entry = {0} AND field = '{1}' AND after >= {2})"
_SET = f"""
UPDATE entry SET {{0}} = ?2 WHERE id IN (SELECT value FROM json_each(?1))
AND NOT {_SPARED.format("id", "{0}", "?3")}"""
_UNREAD = f"""
SELECT id, saved, seen.sort_at, {_SPARED.format("id", "read", ":number")}
FROM ({{0}}) AS seen CROSS JOIN entry USING (id)"""


Standing = tuple[tuple[int, bytes | None], ...]
"""The pieces of markings that are to be done, and how far each is: the same twice when nobody is at it."""


class _Work(NamedTuple):
    """A piece of a marking: states to be put back, packed, or a scope to be marked.

    Of a scope `marks` is where in the list it has come.
    """

    number: int
    scope: str | None
    marks: bytes | None
    only_read: bool


class LongMarkings:
    """The store's door to them. Each is noted before any of it is done, and goes on between other jobs."""

    def __init__(self, read: Reader, act: Changer, long: Changer) -> None:
        self._read = read
        self._act = act
        self._long = long

    def mark_scope(self, scope: Scope, now: datetime, told: Told = lambda _: None) -> Future[PackedMarks]:
        """Marks as read what is unread in a scope and was there at `now`; gives what changed, as it was."""
        begun = self._act(once(lambda connection: _begin_scope(connection, scope, now)))
        return self._long(lambda connection: _mark_scope(connection, begun, told))

    def undo(self, marks: Sequence[Mark], told: Told) -> Future[None]:
        """Puts states back; of a whole scope only what its marking changed."""
        begun = self._act(once(lambda connection: _begin_undo(connection, marks)))
        return self._long(lambda connection: _undo(connection, begun, told))

    @property
    def standing(self) -> Standing:
        """What is still to be done, by whomever."""
        return self._read(lambda connection: tuple(connection.execute(_STANDING)))

    def finish(self) -> Future[None]:
        """Ends whatever was broken off; what cannot be read of it is dropped."""
        return self._long(_finish)


def _begin_scope(connection: apsw.Connection, scope: Scope, now: datetime) -> int:
    values = json.dumps([scope.kind, scope.value, to_seconds(now)])
    return int(connection.execute(_BEGIN_SCOPE, (values,)).get)


def _begin_undo(connection: apsw.Connection, marks: Sequence[Mark]) -> list[int]:
    """The numbers of the pieces; compressed they are some 2 MB for a million articles."""
    packed = marks if isinstance(marks, PackedMarks) else PackedMarks(marks)
    return [
        int(connection.execute(_BEGIN_UNDO, (zlib.compress(piece, 1), packed is marks)).get)
        for piece in packed.pieces(CHUNK)
    ]


def _mark_scope(connection: apsw.Connection, begun: Future[int], told: Told) -> Steps[PackedMarks]:
    number = begun.result()
    work = _next(connection, number - 1)
    if work is None or work.number != number:  # another reader has ended it
        return PackedMarks()
    return (yield from _mark_seen(connection, work, told))


def _undo(connection: apsw.Connection, begun: Future[list[int]], told: Told) -> Steps[None]:
    for place, number in enumerate(begun.result()):
        if place:
            told(place * CHUNK)
            yield
        work = _next(connection, number - 1)
        if work is not None and work.number == number:
            _put_back(connection, work)


def _finish(connection: apsw.Connection) -> Steps[None]:
    while work := _next(connection, 0):
        try:
            if work.scope is None:
                _put_back(connection, work)
            else:
                yield from _mark_seen(connection, work, lambda _: None)
        except (ValueError, TypeError, zlib.error):
            _end(connection, work.number)
        yield


def _next(connection: apsw.Connection, after: int) -> _Work | None:
    found = connection.execute(_NEXT, (after,)).get
    return _Work(*found) if found else None


def spare(connection: apsw.Connection, *, read: Collection[int], saved: Collection[int]) -> None:
    """Notes whose states were set by hand, in case a long marking is under way, which then leaves them."""
    for field, ids in ("read", read), ("saved", saved):
        if ids:
            connection.execute(_SPARE, (json.dumps(list(ids)), field))


def _mark_seen(connection: apsw.Connection, work: _Work, told: Told) -> Steps[PackedMarks]:
    """Goes through the list once, from its top: what is marked unread above it meanwhile stays so."""
    number, (kind, value, now) = work.number, json.loads(work.scope or "")
    query = _UNREAD.format(seen_query(Scope(ScopeKind(kind), value, unread=True)))
    values = {"value": value, "now": now, "limit": CHUNK, "number": number}
    before, (moment, last) = PackedMarks(), json.loads(work.marks) if work.marks else BEGINNING
    while found := list(connection.execute(query, values | {"moment": moment, "id": last})):
        marked = [(each, bool(saved)) for each, saved, _, spared in found if not spared]
        before.extend(Mark(each, read=False, saved=saved) for each, saved in marked)
        _set(connection, number, "read", [each for each, _ in marked], to=True)
        if (reached := min((moment, each) for each, _, moment, _ in found)) >= (moment, last):
            break  # in a damaged file they may go round in a circle
        moment, last = reached
        connection.execute(_REACHED, (json.dumps(reached).encode(), number))
        told(len(before))
        yield
    _end(connection, number)
    return before


def _put_back(connection: apsw.Connection, work: _Work) -> None:
    marks = list(PackedMarks.of(zlib.decompress(work.marks or b"")))
    for to in False, True:
        _set(connection, work.number, "read", [mark.id for mark in marks if mark.read is to], to=to)
        if not work.only_read:
            _set(connection, work.number, "saved", [mark.id for mark in marks if mark.saved is to], to=to)
    _end(connection, work.number)


def _set(connection: apsw.Connection, number: int, field: str, ids: list[int], *, to: bool) -> None:
    """Sets a state, but that which was set by hand since the marking of that number was begun."""
    if ids:
        connection.execute(_SET.format(field), (json.dumps(ids), to, number))


def _end(connection: apsw.Connection, number: int) -> None:
    connection.execute("DELETE FROM unfinished WHERE number = ?", (number,))
    connection.execute("DELETE FROM by_hand WHERE NOT EXISTS (SELECT 1 FROM unfinished)")
