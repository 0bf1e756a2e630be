"""What a backup keeps of the store, read in pieces; and what it brings back, which only ever adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial

import apsw

from newsreader.model import Draft, SourceKind
from newsreader.model.backup import BroughtBack, KeptMark, KeptSource
from newsreader.store import articles
from newsreader.store.access import Changer, Reader
from newsreader.store.sources import COLUMNS, add, to_source
from newsreader.store.times import to_moment, to_seconds
from newsreader.store.writer import Steps

_READ = 2000  # marks a statement: no reader stands in the way of a checkpoint for long
_CHUNK = 500  # marks a transaction
_SOURCES = f"SELECT {COLUMNS}, removed FROM source WHERE kind <> 'sample' ORDER BY position"
_MARKS = """
SELECT entry.id, source.id, entry.key, entry.read, entry.saved, article.title, article.url, article.published
FROM entry JOIN source ON source.no = entry.source
LEFT JOIN article ON article.id = entry.id AND entry.saved = 1
WHERE entry.id > ? AND (entry.read OR entry.saved) AND source.kind <> 'sample' ORDER BY entry.id LIMIT ?"""
_PLACES = "SELECT id, no, grp, section FROM source"
_KNOWN = "SELECT id FROM entry WHERE source = ? AND key = ?"
_MARK = """
UPDATE entry SET read = read | ?2, saved = saved | ?3 WHERE id = ?1 AND (read < ?2 OR saved < ?3)"""
_NEW = """
INSERT INTO entry (source, key, grp, section, sort_at, first_seen, digest, live, read, saved)
VALUES (?, ?, ?, ?, ?, ?, x'', ?, ?, ?)"""


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
        last = 0
        while rows := self._read(partial(_rows, after=last)):
            yield from (kept for _, kept in rows)
            last = rows[-1][0]

    def bring_back(
        self, sources: Sequence[KeptSource], marks: Sequence[KeptMark], now: datetime
    ) -> Future[BroughtBack]:
        """Adds the sources that are missing, and sets the marks; nothing is unmarked or removed by it."""
        return self._act(lambda connection: _bring_back(connection, sources, marks, now))


def _sources(connection: apsw.Connection) -> list[KeptSource]:
    found = connection.execute(_SOURCES)
    return [KeptSource(to_source(values), bool(removed)) for *values, removed in found]


def _rows(connection: apsw.Connection, after: int) -> list[tuple[int, KeptMark]]:
    return [
        (entry, KeptMark(source, key, bool(read), bool(saved), title or "", url or "", to_moment(published)))
        for entry, source, key, read, saved, title, url, published in connection.execute(
            _MARKS, (after, _READ)
        )
    ]


def _bring_back(
    connection: apsw.Connection, sources: Sequence[KeptSource], marks: Sequence[KeptMark], now: datetime
) -> Steps[BroughtBack]:
    added = _add_sources(connection, sources)
    places = {name: (number, group, section) for name, number, group, section in connection.execute(_PLACES)}
    marked = missing = unplaced = 0
    for number, mark in enumerate(marks, 1):
        place = places.get(mark.source_id)
        if place is None:
            unplaced += 1
            continue
        known = connection.execute(_KNOWN, (place[0], mark.key)).get
        if known is None:
            _keep_place(connection, place, mark, now)
            missing += 1
        else:
            connection.execute(_MARK, (known, mark.read, mark.saved))
            marked += connection.changes()
        if not number % _CHUNK:
            yield
    return BroughtBack(added, marked, missing, unplaced=unplaced)


def _add_sources(connection: apsw.Connection, kept: Sequence[KeptSource]) -> int:
    there = {name for (name,) in connection.execute("SELECT id FROM source")}
    new = [each for each in kept if each.source.id not in there and each.source.kind != SourceKind.SAMPLE]
    add(connection, [each.source for each in new])
    gone = [(each.source.id,) for each in new if each.removed]
    connection.executemany("UPDATE source SET removed = 1 WHERE id = ?", gone)
    return len(new) - len(gone)


def _keep_place(
    connection: apsw.Connection, place: tuple[int, str, str], mark: KeptMark, now: datetime
) -> None:
    """An entry without its text; a saved article is listed by its title until its text comes again."""
    number, group, section = place
    moment, listed = to_seconds(mark.published or now), mark.saved and bool(mark.title)
    values = (number, mark.key, group, section, moment, to_seconds(now), listed, mark.read, mark.saved)
    connection.execute(_NEW, values)
    if listed:
        draft = Draft(mark.key, mark.url, mark.title, "", section, mark.published)
        articles.write_texts(connection, [(connection.last_insert_rowid(), draft)])
