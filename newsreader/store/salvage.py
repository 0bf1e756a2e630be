"""Carrying what can be read of a damaged file to a new one: table by table, row by row where need be."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from newsreader.store import reindex, tally
from newsreader.store.database import open_reader
from newsreader.store.errors import UNREADABLE
from newsreader.store.readable import Readable
from newsreader.store.row_numbers import RowNumbers
from newsreader.store.transaction import transaction

_TABLES = (
    *("source", "visit", "meta", "entry", "article", "body", "entry_section", "text_visit", "revision"),
    *("place", "bond", "follow", "text_budget", "dateline", "unfinished", "by_hand"),
)
"""In the order in which they refer to each other. Stories and words are made anew from the articles."""
_SIZES = (8192, 4096, 1024, 2048, 16_384, 32_768)
"""Of pages, in bytes: ours, that of stores of earlier versions, and those that other programs may choose."""
_LISTED = "SELECT 1 FROM entry JOIN article USING (id) WHERE typeof(key) = 'text' AND typeof(title) = 'text'"
_HEADER = 100  # bytes: https://www.sqlite.org/fileformat.html#the_database_header
_HALF = """
SELECT id FROM entry LEFT JOIN article USING (id) LEFT JOIN body USING (id)
WHERE live = 1 AND (article.id IS NULL OR body.id IS NULL)"""
_SET_RIGHT = (
    "DELETE FROM article WHERE id NOT IN (SELECT id FROM entry WHERE live = 1)",
    "INSERT OR IGNORE INTO entry_queue SELECT id FROM entry WHERE live = 1",
)


class Carried(NamedTuple):
    """How many rows were carried, how many fitted nowhere, and at how many places none could be read."""

    rows: int = 0
    refused: int = 0
    holes: int = 0


def carry(damaged: Path, fresh: apsw.Connection) -> Carried:
    """Copies every row that can be read into a new store, and makes that consistent."""
    numbers = RowNumbers(damaged)
    with transaction(fresh):
        carried = [_carry_table(Readable(damaged, table, numbers), fresh, table) for table in _TABLES]
        for statement in _SET_RIGHT:
            fresh.execute(statement)
        reindex.rebuild(fresh)
        for entry in [each for (each,) in fresh.execute(_HALF)]:
            reindex.give_up(fresh, entry)
        tally.recount(fresh)
    return Carried(*map(sum, zip(*carried, strict=True)))


def lend_header(damaged: Path, fresh: Path) -> None:
    """Gives a file whose header is gone that of a new store, with the size of pages that shows most of it.

    The file must be a copy. Raises OSError.
    """
    with fresh.open("rb") as new:
        header = new.read(_HEADER)
    _lend(damaged, header, max(_SIZES, key=lambda size: _listed(damaged, header, size)))


def _listed(damaged: Path, header: bytes, size: int) -> int:
    """How many articles there are for SQLite, up to the first damage, with pages of that size."""
    number = 0
    _lend(damaged, header, size)
    with suppress(*UNREADABLE), closing(open_reader(damaged, frozen=True)) as connection:
        for _ in connection.execute(_LISTED):
            number += 1
    return number


def _lend(damaged: Path, header: bytes, size: int) -> None:
    """No page is free: those that were are only not used again. None says what points at another."""
    lent = bytearray(header)
    lent[16:18] = size.to_bytes(2)
    with damaged.open("r+b") as old:
        lent[28:32] = (old.seek(0, 2) // size).to_bytes(4)
        lent[32:40] = bytes(8)
        lent[52:56] = lent[64:68] = bytes(4)
        old.seek(0)
        old.write(lent)


def _carry_table(readable: Readable, fresh: apsw.Connection, table: str) -> Carried:
    there = readable.columns()
    kinds = {
        name: kind for _, name, kind, *_ in fresh.execute(f"PRAGMA table_info({table})") if name in there
    }
    if not kinds:
        return Carried(holes=readable.holes)
    read = ", ".join(f"CAST({name} AS BLOB)" if kind == "TEXT" else name for name, kind in kinds.items())
    places = ", ".join("?" * len(kinds))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(kinds)}) VALUES ({places})"
    rows = refused = 0
    for row in readable.rows(read):
        with suppress(apsw.ConstraintError, apsw.MismatchError):  # damaged values, or of a row that is lost
            fresh.execute(insert, [_as(kind, value) for kind, value in zip(kinds.values(), row, strict=True)])
            rows += fresh.changes()
            refused -= fresh.changes()
        refused += 1
    return Carried(rows, refused, readable.holes)


def _as(kind: str, value: Any) -> Any:
    """What was read as bytes as the text it is; of a damaged one what can still be read."""
    return value.decode(errors="replace") if kind == "TEXT" and isinstance(value, bytes) else value
