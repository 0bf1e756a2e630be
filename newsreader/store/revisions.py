"""The earlier wordings of articles that were read: kept when another one comes in their place.

They are copied as they are stored, in the transaction that writes the change, so that a kill loses neither.
`entry.changed` is whether an article has changed in meaning since its reader last saw it: a column, so that a
list pays nothing for its mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import apsw

from newsreader.store import json_text
from newsreader.store.times import to_moment, to_seconds

if TYPE_CHECKING:
    from newsreader.model import Article, Draft, Revision

MOST = 20
"""Kept of one article: the first that was read, and the latest."""
HISTORY = "SELECT title, summary, packed, replaced_at FROM revision WHERE entry = ? ORDER BY id"
_KEEP = """
INSERT INTO revision (entry, replaced_at, title, summary, packed)
SELECT article.id, ?2, article.title, article.summary, body.packed
FROM article JOIN body ON body.id = article.id WHERE article.id = ?1"""
_BOUND = """
DELETE FROM revision WHERE id = (SELECT id FROM revision WHERE entry = ?1 ORDER BY id LIMIT 1 OFFSET 1)
    AND (SELECT count(*) FROM revision WHERE entry = ?1) > ?2"""
_MARK = "UPDATE entry SET changed = 1, read = read AND NOT ?2 WHERE id = ?1"
_FORGET = "DELETE FROM revision WHERE entry IN (SELECT value FROM json_each(?))"


def keep(
    connection: apsw.Connection, before: Article, after: Draft, now: datetime, *, reopen: bool = False
) -> None:
    """Keeps the article as it was if it has been read and is about to say something else.

    For before it is written over. With `reopen` it becomes unread again.
    """
    if not before.row.read:
        return
    from newsreader.model import Wording
    from newsreader.revisions.meaning import changed_in_meaning
    from newsreader.store import bodies

    old = Wording(before.row.title, before.row.summary, before.blocks, before.whole)
    if changed_in_meaning(old, bodies.said(after)):
        connection.execute(_KEEP, (before.row.id, to_seconds(now)))
        connection.execute(_BOUND, (before.row.id, MOST))
        connection.execute(_MARK, (before.row.id, reopen))


def history(connection: apsw.Connection, article_id: int) -> list[Revision]:
    """The earlier wordings of an article, oldest first."""
    from newsreader.model import Revision
    from newsreader.store import bodies

    return [
        Revision(bodies.wording(title, summary, packed), to_moment(replaced_at))
        for title, summary, packed, replaced_at in connection.execute(HISTORY, (article_id,))
    ]


def seen(connection: apsw.Connection, article_id: int) -> None:
    """Takes the mark off: the reader has seen the article as it is now."""
    connection.execute("UPDATE entry SET changed = 0 WHERE id = ?", (article_id,))


def forget(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Drops the earlier wordings of articles that are let go."""
    connection.execute(_FORGET, (json_text.of_numbers(ids),))
