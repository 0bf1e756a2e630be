"""The words by which articles are found: set aside while a transaction runs, indexed at its end, and merged
a little at a time in transactions between those of sources.

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
_MERGED = 50
"""Pages that are merged at a time, some 4 ms; about what the words of a source make necessary."""
_MERGE = "INSERT INTO {0} ({0}, rank) VALUES ('merge', ?)"
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


def settle(connection: apsw.Connection) -> bool:
    """Indexes what was set aside, but for articles that have gone meanwhile: the last of a transaction.

    Tells whether there was anything: then there may be something to merge.
    """
    if not connection.execute(_ANY).get:
        return False
    for index in INDEXES:
        connection.execute(_SETTLE.format(index))
    connection.execute("DELETE FROM fresh_words")
    return True


def merge(connection: apsw.Connection, index: str) -> bool:
    """Merges a little of what was indexed apart; tells whether there may be more.

    A step that changes next to nothing was the last: https://www.sqlite.org/fts5.html#the_merge_command.
    FTS5 itself would merge in a commit now and then, some 40 ms for which the reader's keys would wait.
    """
    before = connection.total_changes()
    connection.execute(_MERGE.format(index), (_MERGED,))
    return connection.total_changes() - before >= 2
