"""Bringing back what was done with articles, also with those that are not there yet. It only ever adds."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

import apsw

from newsreader.model import Draft
from newsreader.model.backup import KeptBond, KeptFollow, KeptMark, Named
from newsreader.store import articles, stories
from newsreader.store.times import to_seconds

_PLACES = "SELECT id, no, grp, section FROM source"
_KNOWN = "SELECT id, live FROM entry WHERE source = ? AND key = ?"
_MARK = """
UPDATE entry SET read = read | ?2, saved = saved | ?3 WHERE id = ?1 AND (read < ?2 OR saved < ?3)"""
_NEW = """
INSERT INTO entry (source, key, grp, section, sort_at, first_seen, digest, live, read, saved)
VALUES (?, ?, ?, ?, ?, ?, x'', 0, 0, 0)"""
_LIVE = "UPDATE entry SET live = 1, digest = x'', seen_at = NULL WHERE id = ?"
_BOND = "INSERT OR IGNORE INTO bond VALUES (min(?1, ?2), max(?1, ?2), ?3)"
_FOLLOW = "INSERT OR IGNORE INTO follow VALUES (?, ?)"
_ANEW = """
INSERT OR IGNORE INTO entry_queue SELECT id FROM entry
WHERE live = 1 AND id IN (SELECT value FROM json_each(?))"""


class _Place(NamedTuple):
    number: int
    group: str
    section: str


class _Entry(NamedTuple):
    id: int
    live: bool
    is_new: bool
    section: str


class BringingBack:
    """Some lines of a backup on their way into the store, and what has come of them."""

    def __init__(self, connection: apsw.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._places = {name: _Place(*place) for name, *place in connection.execute(_PLACES)}
        self.marked = self.missing = self.unplaced = self.decided = 0

    def mark(self, mark: KeptMark) -> None:
        """Sets a mark; a saved article without a text is listed by its title until its source has it."""
        entry = self._entry((mark.source_id, mark.key), mark.published)
        if entry is None:
            return
        self._connection.execute(_MARK, (entry.id, mark.read, mark.saved))
        if entry.is_new:
            self.missing += 1
        else:
            self.marked += self._connection.changes()
        if mark.saved and mark.title and not entry.live:
            self._list(entry, mark)

    def bind(self, bond: KeptBond) -> None:
        """Holds two articles together or apart, unless the reader has decided about them since."""
        one, other = self._entry(bond.one), self._entry(bond.other)
        if one is None or other is None or one.id == other.id:
            return
        self._connection.execute(_BOND, (one.id, other.id, bond.together))
        if self._connection.changes():
            self.decided += 1
            both = [one.id, other.id]
            stories.leave(self._connection, both)
            self._connection.execute(_ANEW, (json.dumps(both),))

    def follow(self, follow: KeptFollow) -> None:
        """Follows the story of an article, which may still have to be told."""
        entry = self._entry(follow.article)
        if entry is None:
            return
        self._connection.execute(_FOLLOW, (entry.id, to_seconds(follow.seen)))
        self.decided += self._connection.changes()
        story = stories.story(self._connection, entry.id)
        if story:
            stories.refresh(self._connection, [story.id])

    def _entry(self, named: Named, published: datetime | None = None) -> _Entry | None:
        """The entry of an article, if need be a new one that waits for it; None without a source."""
        source_id, key = named
        place = self._places.get(source_id)
        if place is None:
            self.unplaced += 1
            return None
        for entry, live in list(self._connection.execute(_KNOWN, (place.number, key))):
            return _Entry(entry, bool(live), False, place.section)
        moment = to_seconds(published or self._now)
        values = (place.number, key, place.group, place.section, moment, to_seconds(self._now))
        self._connection.execute(_NEW, values)
        return _Entry(self._connection.last_insert_rowid(), False, True, place.section)

    def _list(self, entry: _Entry, mark: KeptMark) -> None:
        """Lists an article by its title; without a digest it is taken for new when it comes."""
        self._connection.execute(_LIVE, (entry.id,))
        draft = Draft(mark.key, mark.url, mark.title, "", entry.section, mark.published)
        articles.write_texts(self._connection, [(entry.id, draft)])
