"""Where a reader stopped in an article: the part of the text, and how far into it."""

from __future__ import annotations

import apsw

Place = tuple[int, int]
"""A part of the article, and an offset in it that is the same at every width."""

_KEEP = """
INSERT INTO place SELECT id, ?2, ?3 FROM entry WHERE id = ?1 AND live = 1
ON CONFLICT DO UPDATE SET part = excluded.part, offset = excluded.offset"""


def read(connection: apsw.Connection, article_id: int) -> Place | None:
    """The place in that article; None when it was never begun, or read to its end."""
    found = connection.execute("SELECT part, offset FROM place WHERE entry = ?", (article_id,))
    return next(((part, offset) for part, offset in found), None)


def write(connection: apsw.Connection, article_id: int, place: Place | None) -> None:
    """Keeps the place in that article, or forgets it; of an article that has gone nothing is kept."""
    if place is None:
        connection.execute("DELETE FROM place WHERE entry = ?", (article_id,))
    else:
        connection.execute(_KEEP, (article_id, *place))
