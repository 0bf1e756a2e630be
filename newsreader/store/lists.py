"""Lists of articles, newest first; every one of them walks an index of its own."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator, Sequence

import apsw

from newsreader.model import ArticleRow, Scope, ScopeKind
from newsreader.store import json_text
from newsreader.store.rows import JOINS, ROW, to_row

CHUNK = 5_000
"""Ids in a statement, some 7 ms: more would not be quicker, and somebody may want the processor meanwhile."""
BEGINNING = (2**62, 0)
"""A moment and an id that come before those of any article."""
_WITHIN = {
    ScopeKind.ALL: "",
    ScopeKind.SAVED: "AND entry.saved = 1",
    ScopeKind.SECTION: "AND entry.section = :value",
    ScopeKind.GROUP: "AND entry.grp = :value",
    ScopeKind.SOURCE: "AND entry.source = (SELECT no FROM source WHERE id = :value)",
}
_ALSO = """
UNION ALL SELECT also.entry, also.sort_at FROM entry_section AS also INDEXED BY also_section
CROSS JOIN entry ON entry.id = also.entry WHERE also.section = :value AND entry.live = 1"""
_SHOWN = "EXISTS (SELECT 1 FROM entry_section WHERE entry = {0}.id AND section = :value)"
# SQLite looks these up in two small indexes for every article: 0.7 s for a million, and no memory.
_ONCE = """
AND NOT EXISTS (
    SELECT 1 FROM telling AS own CROSS JOIN telling AS other INDEXED BY telling_story
        ON other.story = own.story AND other.entry <> own.entry
    CROSS JOIN entry AS newer ON newer.id = other.entry
    WHERE own.entry = entry.id AND (newer.sort_at, newer.id) > (entry.sort_at, entry.id) AND {newer}
)"""
_AFTER = "AND ({0}) < (:moment, :id)"
_DIGITS = "group_concat(printf('%016x', id), '' ORDER BY sort_at DESC, id DESC)"


def belongs(scope: Scope, entry: str) -> str:
    """The condition that an entry, by its name in a query, is in a scope; binds `:value`."""
    own = _WITHIN[scope.kind].removeprefix("AND ").replace("entry.", f"{entry}.") or "1"
    also = f" OR {_SHOWN.format(entry)}" if scope.kind is ScopeKind.SECTION else ""
    unread = f" AND {entry}.read = 0" if scope.unread else ""
    return f"({own}{also}) AND {entry}.live = 1{unread}"


def _of(scope: Scope, more: str = "", *, once: bool = False) -> str:
    """The ids and moments of a scope in order; the index is named, so that no statistics change the plan."""
    index, unread = ("unread", "AND entry.read = 0") if scope.unread else ("live", "")
    told = _ONCE.format(newer=belongs(scope, "newer")) if once else ""
    own = (
        f"SELECT entry.id, entry.sort_at FROM entry INDEXED BY {index}_{scope.kind}"
        f" WHERE entry.live = 1 {unread} {_WITHIN[scope.kind]}"
        f" {_AFTER.format('entry.sort_at, entry.id')} {more} {told}"
    )
    if scope.kind is ScopeKind.SECTION:
        own += f"{_ALSO} {unread} {_AFTER.format('also.sort_at, also.entry')} {more} {told}"
    return f"{own} ORDER BY 2 DESC, 1 DESC LIMIT :limit"


def ids_query(scope: Scope, *, once: bool = False) -> str:
    """The ids and moments of a scope after `:moment` and `:id`, at most `:limit`; binds `:value` too.

    With `once` only the newest of the articles that tell one story.
    """
    return _of(scope, once=once)


def seen_query(scope: Scope) -> str:
    """The same of a scope's articles that were there at `:now`."""
    return _of(scope, "AND entry.first_seen <= :now")


ROWS_QUERY = f"""{ROW} FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value {JOINS}"""
MOMENT = "SELECT sort_at FROM entry WHERE id = ?"


def ids(
    connection: apsw.Connection,
    scope: Scope,
    limit: int | None = None,
    *,
    once: bool = False,
    given_up: Callable[[], bool] = lambda: False,
) -> array[int]:
    """The ids of a scope's articles; with `once` only the newest of those that tell one story.

    Of a list that is given up meanwhile only what has been collected by then.
    """
    chunks = _chunks(connection, ids_query(scope, once=once), scope.value, limit)
    if limit is not None and limit <= CHUNK:
        return next(chunks, array("q"))
    found = array("q")
    with connection:  # one state of the store for all chunks
        for chunk in chunks:
            found.extend(chunk)
            if given_up():
                break
    return found


def after(connection: apsw.Connection, scope: Scope, article_id: int, limit: int) -> array[int]:
    """The ids of a scope's articles that come after that one, whether it is in the scope or not."""
    key = (moment(connection, article_id) or 0, article_id)
    return next(_chunks(connection, ids_query(scope), scope.value, limit, key), array("q"))


def moment(connection: apsw.Connection, article_id: int) -> int | None:
    """By what an article is put in order, in seconds since 1970; None when it is not known at all."""
    found: int | None = connection.execute(MOMENT, (article_id,)).get
    return found


def _chunks(
    connection: apsw.Connection,
    query: str,
    value: str,
    limit: int | None,
    key: tuple[int, int] = BEGINNING,
) -> Iterator[array[int]]:
    """Ids, many to a statement: SQLite gives them in one text, and works on it while other threads run.

    A row an id would take the interpreter from them a million times: their keys would wait for it.
    """
    together = f"SELECT {_DIGITS}, min(sort_at), count(*) FROM ({query})"
    left = limit if limit is not None else sys.maxsize
    while left > 0:
        size = min(left, CHUNK)
        values = {"value": value, "moment": key[0], "id": key[1], "limit": size}
        digits, last, number = connection.execute(together, values).get
        if not number:
            return
        chunk = array("q", bytes.fromhex(digits))
        if sys.byteorder == "little":
            chunk.byteswap()
        yield chunk
        if number < size or (last, chunk[-1]) >= key:
            return  # the end; or in a damaged file, where they may go round in a circle
        left, key = left - number, (last, chunk[-1])


def rows(connection: apsw.Connection, wanted: Sequence[int]) -> list[ArticleRow]:
    """The rows of those ids, in that order; what has gone is left out."""
    found = connection.execute(ROWS_QUERY, (json_text.of_numbers(wanted),))
    by_id = {row.id: row for row in map(to_row, found)}
    return [by_id[each] for each in wanted if each in by_id]
