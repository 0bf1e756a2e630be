"""What a backup keeps of the store, read in pieces; and what it brings back, which only ever adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import TypeVar

import apsw

from newsreader.model import SourceKind
from newsreader.model.backup import (
    BroughtBack,
    Kept,
    KeptBond,
    KeptFollow,
    KeptMark,
    KeptSource,
)
from newsreader.store import bringing_back
from newsreader.store.access import Changer, Reader
from newsreader.store.sources import COLUMNS, add, to_source
from newsreader.store.times import to_moment
from newsreader.store.writer import once

T = TypeVar("T")
Key = TypeVar("Key", int, tuple[int, int])

_READ = 2000  # rows a statement: no reader stands in the way of a checkpoint for long
_SOURCES = f"SELECT {COLUMNS}, removed FROM source WHERE kind <> 'sample' ORDER BY position"
_MARKS = """
SELECT entry.id, source.id, entry.key, entry.read, entry.saved, article.title, article.url, article.published
FROM entry JOIN source ON source.no = entry.source
LEFT JOIN article ON article.id = entry.id AND entry.saved = 1
WHERE entry.id > ? AND (entry.read OR entry.saved) AND source.kind <> 'sample' ORDER BY entry.id LIMIT ?"""
_BONDS = """
SELECT one, other, here.id, first.key, there.id, second.key, together FROM bond
CROSS JOIN entry AS first ON first.id = bond.one CROSS JOIN source AS here ON here.no = first.source
CROSS JOIN entry AS second ON second.id = bond.other CROSS JOIN source AS there ON there.no = second.source
WHERE (one, other) > (?, ?) AND here.kind <> 'sample' AND there.kind <> 'sample'
ORDER BY one, other LIMIT ?"""
_FOLLOWS = """
SELECT source.id, entry.key, seen FROM follow JOIN entry ON entry.id = follow.entry
JOIN source ON source.no = entry.source WHERE source.kind <> 'sample' ORDER BY entry.id"""


class BackupTables:
    """The store's door to backups."""

    def __init__(self, read: Reader, act: Changer) -> None:
        self._read = read
        self._act = act

    def sources(self) -> list[KeptSource]:
        """Every source that ever was, in order of position."""
        return self._read(_sources)

    def marks(self) -> Iterator[KeptMark]:
        """Every mark, in pieces: what is marked meanwhile may be in it or not."""
        return self._pieces(_marks, 0)

    def decisions(self) -> Iterator[KeptBond | KeptFollow]:
        """What the reader decided about stories, in pieces."""
        yield from self._pieces(_bonds, (0, 0))
        yield from self._read(_follows)

    def bring_back(self, kept: Sequence[Kept], now: datetime) -> Future[BroughtBack]:
        """Adds the sources that are missing, sets marks, follows and bonds, in one transaction.

        Nothing is unmarked, removed or decided otherwise by it; wishes are not for the store.
        """
        return self._act(once(lambda connection: _bring_back(connection, kept, now)))

    def _pieces(self, rows: Callable[[Key, apsw.Connection], list[tuple[Key, T]]], last: Key) -> Iterator[T]:
        """As `pieces.of_ids`, each with the key it is known by, and read by itself."""
        while found := self._read(partial(rows, last)):
            yield from (kept for _, kept in found)
            if found[-1][0] <= last:
                return
            last = found[-1][0]


def _sources(connection: apsw.Connection) -> list[KeptSource]:
    found = connection.execute(_SOURCES)
    return [KeptSource(to_source(values), bool(removed)) for *values, removed in found]


def _marks(after: int, connection: apsw.Connection) -> list[tuple[int, KeptMark]]:
    return [
        (entry, KeptMark(source, key, bool(read), bool(saved), title or "", url or "", to_moment(published)))
        for entry, source, key, read, saved, title, url, published in connection.execute(
            _MARKS, (after, _READ)
        )
    ]


def _bonds(after: tuple[int, int], connection: apsw.Connection) -> list[tuple[tuple[int, int], KeptBond]]:
    return [
        ((one, other), KeptBond((here, key), (there, second), bool(together)))
        for one, other, here, key, there, second, together in connection.execute(_BONDS, (*after, _READ))
    ]


def _follows(connection: apsw.Connection) -> list[KeptFollow]:
    found = connection.execute(_FOLLOWS)
    return [KeptFollow((source, key), to_moment(seen)) for source, key, seen in found]


def _bring_back(connection: apsw.Connection, kept: Sequence[Kept], now: datetime) -> BroughtBack:
    added = _add_sources(connection, [each for each in kept if isinstance(each, KeptSource)])
    bringing = bringing_back.BringingBack(connection, now)
    for each in kept:
        if isinstance(each, KeptMark):
            bringing.mark(each)
        elif isinstance(each, KeptBond):
            bringing.bind(each)
        elif isinstance(each, KeptFollow):
            bringing.follow(each)
    return BroughtBack(
        added, bringing.marked, bringing.missing, unplaced=bringing.unplaced, decided=bringing.decided
    )


def _add_sources(connection: apsw.Connection, kept: Iterable[KeptSource]) -> int:
    there = {name for (name,) in connection.execute("SELECT id FROM source")}
    new = [each for each in kept if each.source.id not in there and each.source.kind != SourceKind.SAMPLE]
    add(connection, [each.source for each in new])
    gone = [(each.source.id,) for each in new if each.removed]
    connection.executemany("UPDATE source SET removed = 1 WHERE id = ?", gone)
    return len(new) - len(gone)
