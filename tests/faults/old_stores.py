"""Stores as earlier versions of the program left them, with articles, marks and words in them."""

from __future__ import annotations

from pathlib import Path

import apsw

from newsreader.model import Draft
from newsreader.store import bodies, schema
from newsreader.store.database import APPLICATION_ID
from newsreader.store.times import to_seconds
from tests.store.drafts import NOW, draft

SAVED = 20
"""The first so many articles are read and saved."""
_SOURCE = """
INSERT INTO source (no, id, title, url, grp, section, kind, is_on, interval, alternatives, position)
VALUES (1, 'bron', 'Bron', 'https://b.example', '', 'Zeeland', 'feed', 1, 0, '[]', 1)"""
_ENTRY = """
INSERT INTO entry (source, key, grp, section, sort_at, first_seen, digest, live, read, saved)
VALUES (1, ?, '', 'Zeeland', ?, ?, x'00', 1, ?, ?)"""
_ARTICLE = "INSERT INTO article (id, title, url, summary, published) VALUES (?, ?, ?, ?, ?)"


def build(path: Path, version: int, articles: int) -> None:
    """A store of that version, closed, with articles whose titles all differ."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = apsw.Connection(str(path))
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("journal_mode", "wal")
    with connection:
        for script in schema.MIGRATIONS[:version]:
            connection.execute(script)
        connection.execute(_SOURCE)
        for number in range(articles):
            _write(connection, draft(f"k{number}", f"Bericht nummer{number}", age=number), number < SAVED)
        connection.pragma("user_version", version)
    connection.close()


def _write(connection: apsw.Connection, one: Draft, saved: bool) -> None:
    moment = to_seconds(one.published or NOW)
    connection.execute(_ENTRY, (one.key, moment, moment, saved, saved))
    entry = connection.last_insert_rowid()
    connection.execute(_ARTICLE, (entry, one.title, one.url, one.summary, moment))
    connection.execute("INSERT INTO body VALUES (?, ?)", (entry, bodies.pack(one)))
    connection.execute("INSERT INTO title_words (rowid, words) VALUES (?, ?)", (entry, one.title))
    connection.execute("INSERT INTO text_words (rowid, words) VALUES (?, ?)", (entry, bodies.words(one)))
