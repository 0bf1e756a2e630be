"""Lists of articles, newest first; every one of them walks an index of its own."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from itertools import chain

import apsw

from newsreader.model import ArticleRow, Scope, ScopeKind
from newsreader.store.rows import JOINS, ROW, to_row

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


def _of(scope: Scope, more: str = "") -> str:
    """The ids and moments of a scope in order; the index is named, so that no statistics change the plan."""
    index, unread = ("unread", "AND entry.read = 0") if scope.unread else ("live", "")
    own = (
        f"SELECT entry.id, entry.sort_at FROM entry INDEXED BY {index}_{scope.kind}"
        f" WHERE entry.live = 1 {unread} {_WITHIN[scope.kind]} {more}"
    )
    also = f"{_ALSO} {unread} {more}" if scope.kind is ScopeKind.SECTION else ""
    return f"{own} {also} ORDER BY 2 DESC, 1 DESC"


def ids_query(scope: Scope) -> str:
    """The ids and moments of a scope; binds `:value` and `:limit` (-1 is all)."""
    return f"{_of(scope)} LIMIT :limit"


def seen_query(scope: Scope) -> str:
    """The ids and moments of a scope's articles that were there at `:now`; binds `:value` too."""
    return _of(scope, "AND entry.first_seen <= :now")


ROWS_QUERY = f"""{ROW} FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value {JOINS}"""


def ids(connection: apsw.Connection, scope: Scope, limit: int | None = None) -> array[int]:
    """The ids of a scope's articles."""
    found = connection.execute(
        ids_query(scope), {"value": scope.value, "limit": -1 if limit is None else limit}
    )
    return array("q", chain.from_iterable(found))[::2]


def page(connection: apsw.Connection, scope: Scope, limit: int, exclude: int = 0) -> list[ArticleRow]:
    """The first rows of a scope; never the article `exclude`."""
    first = ids(connection, scope, limit + 1 if exclude else limit)
    return rows(connection, [each for each in first if each != exclude][:limit])


def rows(connection: apsw.Connection, wanted: Sequence[int]) -> list[ArticleRow]:
    """The rows of those ids, in that order; what has gone is left out."""
    found = connection.execute(ROWS_QUERY, (json.dumps(list(wanted)),))
    by_id = {row.id: row for row in map(to_row, found)}
    return [by_id[each] for each in wanted if each in by_id]
