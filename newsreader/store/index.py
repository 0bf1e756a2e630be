"""The words by which articles are found: set aside while a transaction runs, indexed at its end.

FTS5 writes out what it has gathered at every savepoint, and statements with triggers make one; the words of
several sources put in at once cost half of what they cost source by source.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import apsw

INDEXES = ("title_words", "text_words")
_ASIDE = "CREATE TEMP TABLE fresh_words (entry INTEGER PRIMARY KEY, title_words TEXT, text_words TEXT)"
_SET_ASIDE = "INSERT OR REPLACE INTO fresh_words VALUES (?, ?, ?)"
_ANY = "SELECT EXISTS (SELECT 1 FROM fresh_words)"
_SETTLE = """
INSERT INTO {0} (rowid, words) SELECT entry, {0} FROM fresh_words
WHERE EXISTS (SELECT 1 FROM article WHERE article.id = entry) ORDER BY entry"""


class Words(NamedTuple):
    """What an article is found by: the words of its title, and those of everything in it."""

    entry: int
    title: str
    text: str


def prepare(connection: apsw.Connection) -> None:
    """Makes the place where words are set aside, in memory and for this connection only."""
    connection.pragma("temp_store", "memory")
    connection.execute(_ASIDE)


def set_aside(connection: apsw.Connection, words: Iterable[Words]) -> None:
    """Keeps the words of articles for the end of the transaction; a step that is taken back takes its own."""
    connection.executemany(_SET_ASIDE, words)


def settle(connection: apsw.Connection) -> None:
    """Indexes what was set aside, but for articles that have gone meanwhile: the last of a transaction."""
    if not connection.execute(_ANY).get:
        return
    for index in INDEXES:
        connection.execute(_SETTLE.format(index))
    connection.execute("DELETE FROM fresh_words")
