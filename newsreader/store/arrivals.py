"""Articles that arrive: all of a step by one statement, their rows having been set down in memory first.

A statement that has triggers keeps a journal of every page it touches, in case it has to be taken back: row
by row that costs more than the writing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import apsw

from newsreader.store.times import to_seconds, to_seconds_up

if TYPE_CHECKING:
    from newsreader.model import Draft
    from newsreader.store.known import Origin

_ENTRY_ROWS = """
CREATE TEMP TABLE IF NOT EXISTS fresh_entry (key TEXT, section TEXT, sort_at INTEGER, digest BLOB)"""
_FRESH_ENTRY = "INSERT INTO fresh_entry VALUES (?, ?, ?, ?)"
_ENTRIES = """
INSERT INTO entry (source, key, grp, section, sort_at, first_seen, digest, live)
SELECT ?1, key, ?2, section, sort_at, ?3, digest, 1 FROM fresh_entry ORDER BY rowid RETURNING key, id"""
_ARTICLE_ROWS = """
CREATE TEMP TABLE IF NOT EXISTS fresh_article (
    id INTEGER PRIMARY KEY, title TEXT, url TEXT, summary TEXT,
    published INTEGER, published_until INTEGER, whole INTEGER)"""
_FRESH_ARTICLE = "INSERT INTO fresh_article VALUES (?, ?, ?, ?, ?, ?, ?)"
_ARTICLES = """
INSERT INTO article (id, title, url, summary, published, published_until, whole)
SELECT * FROM fresh_article ORDER BY id"""


def add_entries(
    connection: apsw.Connection, origin: Origin, drafts: Sequence[Draft], now: datetime
) -> list[tuple[int, Draft]]:
    """Makes the entries of new articles; each draft with its id, which rise in the order of the drafts."""
    if not drafts:
        return []
    connection.execute(_ENTRY_ROWS)
    connection.executemany(
        _FRESH_ENTRY,
        [(one.key, one.section, to_seconds(one.published or now), one.digest) for one in drafts],
    )
    made = dict(connection.execute(_ENTRIES, (origin.number, origin.group, to_seconds(now))))
    connection.execute("DELETE FROM fresh_entry")
    return [(made[draft.key], draft) for draft in drafts]


def add_articles(connection: apsw.Connection, texts: Sequence[tuple[int, Draft]]) -> None:
    """Writes the rows of articles, without their bodies and words."""
    connection.execute(_ARTICLE_ROWS)
    connection.executemany(_FRESH_ARTICLE, [_row(entry, draft) for entry, draft in texts])
    connection.execute(_ARTICLES)
    connection.execute("DELETE FROM fresh_article")


def _row(entry: int, draft: Draft) -> tuple[int, str, str, str, int | None, int | None, bool]:
    published, until = to_seconds(draft.published), to_seconds_up(draft.published_until)
    return entry, draft.title, draft.url, draft.summary, published, until, draft.whole
