"""Damaged files in which the rows of a table go round in a circle: whatever walks them comes to an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import apsw
import pytest

from newsreader.model import Scope
from newsreader.model.backup import KeptMark
from newsreader.store import clearing, reindex
from newsreader.store.backups import BackupTables
from newsreader.store.examine import examine
from newsreader.store.writer import Job
from tests.store.drafts import draft, opened, put, source
from tests.store.test_mend import leaves

T = TypeVar("T")
MANY, PAGE = 2100, 8192
Walk = Callable[[apsw.Connection], object]


def circled(path: Path, table: str) -> None:
    """Makes a store whose last leaf of that table is its first: by the last pointer of the page above them.

    See https://www.sqlite.org/fileformat.html#b_tree_pages.
    """
    store = opened(path)
    store.add_sources([source()]).result()
    put(store, [draft(str(number), age=number) for number in range(MANY)])
    store.mark(store.ids(Scope()), read=True).result()
    store.close()
    first, *_ = leaves(path, table)
    with closing(apsw.Connection(str(path))) as connection:
        root = int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).get)
    data = bytearray(path.read_bytes())
    above = (root - 1) * PAGE
    assert data[above] == 5
    data[above + 8 : above + 12] = first.to_bytes(4)
    path.write_bytes(data)


def _backed_up(connection: apsw.Connection) -> Iterator[KeptMark]:
    def read(work: Callable[[apsw.Connection], T]) -> T:
        return work(connection)

    def act(job: Job[T]) -> Future[T]:
        raise AssertionError(job)

    return BackupTables(read, act).marks()


@pytest.mark.parametrize(
    ("table", "walk"),
    [
        ("article", reindex.rebuild),
        ("entry", lambda connection: [*clearing.queue_all(connection)]),
        ("entry", lambda connection: [*_backed_up(connection)]),
    ],
)
def test_what_walks_a_damaged_table_comes_to_an_end(path: Path, table: str, walk: Walk) -> None:
    circled(path, table)
    with closing(apsw.Connection(str(path))) as connection:
        assert walk(connection) is not None


def test_the_examination_of_such_a_file_comes_to_an_end(path: Path) -> None:
    circled(path, "body")
    assert examine(path)
