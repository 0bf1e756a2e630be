"""Lists of articles, newest first; every one of them walks an index of its own."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from itertools import chain

import apsw

from newsreader.model import ArticleRow, Scope, ScopeKind
from newsreader.store.rows import JOINS, NEWEST, ROW, to_row

_WITHIN = {
    ScopeKind.ALL: "",
    ScopeKind.SAVED: "AND entry.saved = 1",
    ScopeKind.SECTION: "AND entry.section = :value",
    ScopeKind.GROUP: "AND entry.grp = :value",
    ScopeKind.SOURCE: "AND entry.source = (SELECT no FROM source WHERE id = :value)",
}


def _from(scope: Scope, joins: str = "") -> str:
    """The tables and conditions of a scope; its index is named, so that no statistics can change the plan."""
    index, unread = ("unread", "AND entry.read = 0") if scope.unread else ("live", "")
    return (
        f" FROM entry INDEXED BY {index}_{scope.kind} {joins}"
        f" WHERE entry.live = 1 {unread} {_WITHIN[scope.kind]}"
    )


def ids_query(scope: Scope) -> str:
    """The ids of a scope; binds `:value` and `:limit` (-1 is all)."""
    return f"SELECT entry.id {_from(scope)} {NEWEST} LIMIT :limit"


def page_query(scope: Scope) -> str:
    """The rows of a scope; binds `:value`, `:limit` and `:exclude`."""
    return f"{ROW} {_from(scope, JOINS)} AND entry.id <> :exclude {NEWEST} LIMIT :limit"


def seen_query(scope: Scope) -> str:
    """The ids of a scope that were there at `:now`; binds `:value` too."""
    return f"SELECT entry.id {_from(scope)} AND entry.first_seen <= :now {NEWEST}"


ROWS_QUERY = f"""{ROW} FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value {JOINS}"""


def ids(connection: apsw.Connection, scope: Scope, limit: int | None = None) -> array[int]:
    """The ids of a scope's articles."""
    found = connection.execute(
        ids_query(scope), {"value": scope.value, "limit": -1 if limit is None else limit}
    )
    return array("q", chain.from_iterable(found))


def page(connection: apsw.Connection, scope: Scope, limit: int, exclude: int = 0) -> list[ArticleRow]:
    """The first rows of a scope, in one statement; never the article `exclude`."""
    values = {"value": scope.value, "limit": limit, "exclude": exclude}
    return [to_row(row) for row in connection.execute(page_query(scope), values)]


def rows(connection: apsw.Connection, wanted: Sequence[int]) -> list[ArticleRow]:
    """The rows of those ids, in that order; what has gone is left out."""
    found = connection.execute(ROWS_QUERY, (json.dumps(list(wanted)),))
    by_id = {row.id: row for row in map(to_row, found)}
    return [by_id[each] for each in wanted if each in by_id]
