"""Forgetting entries whose articles were let go, once their sources have long ceased to show them.

An entry keeps an article that its source still shows from coming back as new. How long that is, only the
source tells: an entry in what it sends is seen again. Forgotten is what a source has not shown for a year,
when it has sent something else since.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import apsw

from newsreader.store.times import to_seconds
from newsreader.store.writer import Steps

UNSEEN = timedelta(days=365)
_AGAIN = timedelta(days=30)  # seen again is only written down when it was not of late
_CHUNK = 500  # entries a transaction
_SEEN = "UPDATE entry SET seen_at = ? WHERE id = ? AND live = 0 AND seen_at < ?"
FRESH = "SELECT id FROM entry INDEXED BY entry_gone WHERE live = 0 AND seen_at IS NULL LIMIT ?"
_FIRST = "UPDATE entry SET seen_at = ? WHERE id IN (SELECT value FROM json_each(?))"
UNSEEN_ENTRIES = """
SELECT entry.id FROM entry INDEXED BY entry_gone CROSS JOIN visit ON visit.source = entry.source
WHERE entry.live = 0 AND entry.seen_at < ?1 AND entry.seen_at < visit.last_changed - ?2 AND entry.saved = 0
AND NOT EXISTS (SELECT 1 FROM bond WHERE bond.one = entry.id)
AND NOT EXISTS (SELECT 1 FROM bond WHERE bond.other = entry.id)
AND NOT EXISTS (SELECT 1 FROM follow WHERE follow.entry = entry.id) LIMIT ?3"""
_FORGET = "DELETE FROM entry WHERE id IN (SELECT value FROM json_each(?))"


def see_again(connection: apsw.Connection, entry: int, now: datetime) -> None:
    """Remember that a source still shows what was let go."""
    connection.execute(_SEEN, (to_seconds(now), entry, to_seconds(now - _AGAIN)))


def forget(connection: apsw.Connection, now: datetime) -> Steps[int]:
    """Drop the entries that will not be shown again; tells how many. What was let go lately begins its year.

    What is saved stays, and what the reader decided about; so does all of a source that was removed, whose
    visits are forgotten.
    """
    while fresh := [each for (each,) in connection.execute(FRESH, (_CHUNK,))]:
        connection.execute(_FIRST, (to_seconds(now), json.dumps(fresh)))
        yield
    total, year = 0, int(UNSEEN.total_seconds())
    values = (to_seconds(now - UNSEEN), year, _CHUNK)
    while unseen := [each for (each,) in connection.execute(UNSEEN_ENTRIES, values)]:
        connection.execute(_FORGET, (json.dumps(unseen),))
        total += len(unseen)
        yield
    return total
