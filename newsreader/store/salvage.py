"""Carrying what can be read of a damaged file to a new one: table by table, row by row where need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import apsw

from newsreader.store import reindex, tally
from newsreader.store.transaction import transaction

_TABLES = (
    *("source", "visit", "meta", "entry", "article", "body", "entry_section", "text_visit", "revision"),
    *("place", "bond", "follow", "text_budget", "dateline"),
)
"""In the order in which they refer to each other. Stories and words are made anew from the articles."""
_MOST_PROBES = 2_000_000  # rows that are asked for one by one, between two damaged places
_HEADER = 100  # bytes: https://www.sqlite.org/fileformat.html#the_database_header
_HALF = """
SELECT id FROM entry LEFT JOIN article USING (id) LEFT JOIN body USING (id)
WHERE live = 1 AND (article.id IS NULL OR body.id IS NULL)"""
_SET_RIGHT = (
    "DELETE FROM article WHERE id NOT IN (SELECT id FROM entry WHERE live = 1)",
    "INSERT OR IGNORE INTO entry_queue SELECT id FROM entry WHERE live = 1",
)

Row = Sequence[Any]


def carry(damaged: Path, fresh: apsw.Connection) -> int:
    """Copies every row that can be read into a new store, and makes that consistent; tells how many."""
    number = 0
    with transaction(fresh):
        for table in _TABLES:
            number += _carry_table(damaged, fresh, table)
        for statement in _SET_RIGHT:
            fresh.execute(statement)
        reindex.rebuild(fresh)
        for entry in [each for (each,) in fresh.execute(_HALF)]:
            reindex.give_up(fresh, entry)
        tally.recount(fresh)
    return number


def lend_header(damaged: Path, fresh: Path) -> None:
    """Gives a file whose header is gone that of a new store: page size and schema are the same.

    The file must be a copy. Raises OSError.
    """
    with fresh.open("rb") as new, damaged.open("r+b") as old:
        header = bytearray(new.read(_HEADER))
        page = int.from_bytes(header[16:18])
        pages = old.seek(0, 2) // page
        header[28:32] = pages.to_bytes(4)
        header[32:40] = bytes(8)  # no page is free: those that were are only not used again
        old.seek(0)
        old.write(header)


def _carry_table(damaged: Path, fresh: apsw.Connection, table: str) -> int:
    there = _columns(damaged, table)
    wanted = fresh.execute(f"PRAGMA table_info({table})")
    columns = [name for _, name, *_ in wanted if name in there]
    if not columns:
        return 0
    places = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})"
    number = 0
    for row in _rows(damaged, table, ", ".join(columns)):
        with suppress(apsw.ConstraintError, apsw.MismatchError):  # damaged values, or of a row that is lost
            fresh.execute(insert, row)
            number += fresh.changes()
    return number


def _columns(damaged: Path, table: str) -> set[str]:
    try:
        with closing(_reading(damaged)) as connection:
            return {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    except (apsw.Error, OSError):
        return set()


def _rows(damaged: Path, table: str, columns: str) -> Iterator[Row]:
    """The rows forwards to the first damaged place, backwards to the last, and one by one between them."""
    key = "rowid" if table not in ("meta", "entry_section", "bond", "text_budget", "dateline") else ""
    first = last = None
    select = f"SELECT {key or '1'}, {columns} FROM {table}"
    for place, *row in _until_damage(damaged, select + (f" ORDER BY {key}" if key else "")):
        first = place
        yield row
    if not key:
        return
    for place, *row in _until_damage(damaged, f"{select} ORDER BY rowid DESC"):
        if first is not None and place <= first:
            return
        last = place
        yield row
    if last is not None:
        yield from _between(damaged, f"{select} WHERE rowid = ?", first or 0, last)


def _until_damage(damaged: Path, statement: str) -> Iterator[Row]:
    with suppress(apsw.Error, OSError), closing(_reading(damaged)) as connection:
        yield from connection.execute(statement)


def _between(damaged: Path, statement: str, first: int, last: int) -> Iterator[Row]:
    with suppress(apsw.Error, OSError), closing(_reading(damaged)) as connection:
        for place in range(first + 1, min(last, first + _MOST_PROBES)):
            with suppress(apsw.Error):
                for _, *row in connection.execute(statement, (place,)):
                    yield row


def _reading(damaged: Path) -> apsw.Connection:
    """A connection that trusts nothing it reads; its rows may have lost their characters."""
    connection = apsw.Connection(str(damaged), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.pragma("cell_size_check", True)
    connection.pragma("query_only", True)
    return connection
