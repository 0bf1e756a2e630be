"""What articles are found by made anew from themselves; an article whose text is damaged goes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import apsw

from newsreader.model import ArticleRow, Dateline, Draft
from newsreader.store import bodies, datelines, pieces
from newsreader.store.articles import WHOLE
from newsreader.store.index import INDEXES, Words
from newsreader.store.rows import to_row

_CHUNK = 500
_NEXT = "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?"
_GIVE_UP = "UPDATE entry SET live = 0, changed = 0, digest = x'' WHERE id = ?"


def rebuild(connection: apsw.Connection) -> int:
    """Empties and fills the index, and adds lost datelines; tells how many texts could not be read.

    Articles of those leave their entries, with marks and without a digest: they are whole again when their
    source has them. The caller holds the transaction.
    """
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    lost = 0
    for ids in pieces.of_ids(connection, _NEXT, _CHUNK):
        words, filed, damaged = _words(connection, ids)
        datelines.write(connection, filed)
        connection.executemany("INSERT INTO title_words (rowid, words) VALUES (?, ?)", _titles(words))
        connection.executemany("INSERT INTO text_words (rowid, words) VALUES (?, ?)", _texts(words))
        for entry in damaged:
            give_up(connection, entry)
        lost += len(damaged)
    return lost


def give_up(connection: apsw.Connection, entry: int) -> None:
    """Lets go of an article that is not whole, so that it is taken for new when it comes again."""
    connection.execute("DELETE FROM article WHERE id = ?", (entry,))
    connection.execute(_GIVE_UP, (entry,))


def _words(
    connection: apsw.Connection, ids: list[int]
) -> tuple[list[Words], list[tuple[int, Dateline]], list[int]]:
    """The words of articles, their datelines, and those of which nothing can be read."""
    found, filed = [], []
    for *row, packed in connection.execute(WHOLE, (json.dumps(ids),)):
        try:
            article = bodies.unpack(to_row(row), packed)
            text = bodies.joined(article.row.title, article.dateline, article.row.summary, article.blocks)
            found.append(Words(article.row.id, article.row.title, text))
            filed.append((article.row.id, article.dateline))
        except apsw.CorruptError:
            found.append(_empty(connection, to_row(row)))
    return found, filed, sorted(set(ids) - {words.entry for words in found})


def _empty(connection: apsw.Connection, row: ArticleRow) -> Words:
    """Leaves of a text that is damaged what its list shows, until its source has it again; its words."""
    packed = bodies.pack(Draft("", row.url, row.title, row.summary, "", None))
    connection.execute("UPDATE body SET packed = ? WHERE id = ?", (packed, row.id))
    connection.execute("UPDATE entry SET digest = x'' WHERE id = ?", (row.id,))
    return Words(row.id, row.title, bodies.joined(row.title, Dateline(), row.summary, ()))


def _titles(words: list[Words]) -> Iterator[tuple[int, str]]:
    return ((each.entry, each.title) for each in words)


def _texts(words: list[Words]) -> Iterator[tuple[int, str]]:
    return ((each.entry, each.text) for each in words)
