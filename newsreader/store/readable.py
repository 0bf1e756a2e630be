"""The rows of a damaged file that can still be read: before, behind and between the damaged places."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from newsreader.store.errors import UNREADABLE
from newsreader.store.row_numbers import RowNumbers

_MOST_PROBES = 100_000  # places in a table where reading is tried for every row; after that for every page
_BY_ENTRY = {
    "entry_section": ("entry", "section"),
    "bond": ("one", "other"),
    "by_hand": ("entry", "field"),
}
"""The tables that are ordered by the number of an entry, and by what else."""
_BY_KEY = {"meta": ("key",), "text_budget": ("day",), "dateline": ("kind", "name", "entry")}
"""The tables that are ordered by no number."""

Row = Sequence[Any]
Reading = Generator[Row, None, tuple[Row | None, bool]]
"""Rows with their numbers in front; in the end the last one, and whether there was no damage."""


class Readable:
    """A table of a damaged file; `holes` counts the places where nothing could be read any further."""

    def __init__(self, damaged: Path, table: str, numbers: RowNumbers | None = None) -> None:
        """`numbers` are those of the file, which its tables may share."""
        self._path = damaged
        self._table = table
        self._numbers = numbers or RowNumbers(damaged)
        self._probes = _MOST_PROBES
        self._select = ""
        self.holes = 0

    def columns(self) -> set[str]:
        """The columns it has; none when it is not there, or nothing of it can be read."""
        try:
            with closing(_reading(self._path)) as connection:
                return {name for _, name, *_ in connection.execute(f"PRAGMA table_info({self._table})")}
        except UNREADABLE:
            self.holes += 1
            return set()

    def rows(self, columns: str) -> Iterator[Row]:
        """These columns of every row that can be read, each row once."""
        if key := _BY_KEY.get(self._table):
            read, number = self._by_key(key), "0"
        else:
            order = _BY_ENTRY.get(self._table, ("rowid",))
            read, number = self._by_number(order), order[0]
        self._select = f"SELECT {number}, {columns} FROM {self._table} "
        return (row for _, *row in read)

    def _by_number(self, order: tuple[str, ...]) -> Iterator[Row]:
        """On from behind every damaged place: at the next number that stands in a page of the file."""
        which = f"WHERE {order[0]} >= ? ORDER BY {', '.join(order)}"
        start: int | None = 0
        while start is not None:
            last, whole = yield from self._read(which, start)
            if whole:
                return
            self.holes += last is not None or not start
            self._probes -= last is None
            reached = (
                last[0] if last and isinstance(last[0], int) else start
            )  # the number may be damaged itself
            start = self._numbers.after(max(start, reached), roughly=self._probes < 0)

    def _by_key(self, key: tuple[str, ...]) -> Iterator[Row]:
        """Forwards to the first damaged place, and backwards to the last."""
        forwards, backwards = (", ".join(f"{name} {way}" for name in key) for way in ("ASC", "DESC"))
        last, whole = yield from self._read(f"ORDER BY {forwards}")
        if not whole:
            self.holes += 1
            for row in self._read(f"ORDER BY {backwards}"):
                if row == last:
                    return
                yield row

    def _read(self, which: str, *values: int) -> Reading:
        last = None
        try:
            with closing(_reading(self._path)) as connection:
                for last in connection.execute(self._select + which, values):
                    yield last
        except UNREADABLE:
            return last, False
        return last, True


def _reading(damaged: Path) -> apsw.Connection:
    """A connection that trusts nothing it reads; its rows may have lost their characters."""
    connection = apsw.Connection(str(damaged), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.pragma("cell_size_check", True)
    connection.pragma("query_only", True)
    return connection
