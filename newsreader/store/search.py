"""Finding articles by their words, as they are typed."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import apsw

from newsreader import model
from newsreader.store.articles import WHOLE
from newsreader.store.rows import to_row

if TYPE_CHECKING:
    from newsreader.model import Hit

_RECENT = 500  # so many of the last to come are put in order of time; fewer matches are in order altogether
_MOST_WORDS = 12
_LONG = 4  # letters of a beginning that no prefix index knows: FTS5 puts all its words' lists together first
_FORMS = 100  # words with such a beginning up to which they are better asked for one by one
_TERMS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{0}_terms USING fts5vocab(main, {0}, row)"
_BEGUN = "SELECT term FROM {0}_terms WHERE term > ? AND term < ? LIMIT ?"
_STEPS = 20_000  # instructions of SQLite, some milliseconds, between two looks whether anyone still waits


def query(index: str, filed: int = 0) -> str:
    """The newest ids of an index that match, of so many datelines.

    Binds the FTS5 expression, the bounds of each dateline, how many to look at, and a limit.
    """
    from newsreader.store.datelines import FILED

    within = f" AND rowid IN ({FILED})" * filed
    recent = f"SELECT rowid FROM {index} WHERE {index} MATCH ?{within} ORDER BY rowid DESC LIMIT ?"
    return _in_order(recent)


def filed_query(filed: int) -> str:
    """The newest ids of so many datelines; binds the bounds of each, how many to look at, and a limit."""
    from newsreader.store.datelines import FILED

    within = f" AND entry IN ({FILED})" * (filed - 1)
    return _in_order(f"SELECT DISTINCT entry AS rowid FROM ({FILED}{within} ORDER BY entry DESC LIMIT ?)")


def _in_order(recent: str) -> str:
    found = f"({recent}) AS found CROSS JOIN entry ON entry.id = found.rowid"
    return f"SELECT entry.id FROM {found} ORDER BY entry.sort_at DESC, entry.id DESC LIMIT ?"


def find(
    connection: apsw.Connection, typed: str, limit: int, given_up: Callable[[], bool] = lambda: False
) -> array[int]:
    """The ids of the articles with all of the words in title or text, the last word being a prefix.

    Those with all words in the title come first, then newest first. A place or an agency may be asked for.
    A search that is given up meanwhile finds nothing.
    """
    from newsreader.store.datelines import asked

    filed, rest = asked(typed)
    words = _words(connection, rest)
    bounds = [bound for each in filed for bound in each.bounds]
    with suppress(apsw.InterruptError), _until(connection, given_up):
        if filed and not words:
            values = (*bounds, max(limit, _RECENT), limit)
            return array("q", (each for (each,) in connection.execute(filed_query(len(filed)), values)))
        return array("q", _ids(connection, words, limit, bounds))
    return array("q")


def hits(connection: apsw.Connection, typed: str, ids: Sequence[int]) -> list[Hit]:
    """Those articles with the sentence in which the words stand; what has gone is left out.

    Costs a whole text a hit, so it is asked for what is shown, not for all that was found.
    """
    from newsreader.store.datelines import asked
    from newsreader.store.snippet import snippet

    words = _words(connection, asked(typed)[1])
    found = {}
    for *values, packed in connection.execute(WHOLE, (json.dumps([*ids]),)):
        row = to_row(values)
        found[row.id] = model.Hit(row, snippet(_paragraphs(packed) or [row.summary], words))
    return [found[each] for each in ids if each in found]


@contextmanager
def _until(connection: apsw.Connection, given_up: Callable[[], bool]) -> Iterator[None]:
    """Statements end with apsw.InterruptError when they are given up."""
    connection.set_progress_handler(given_up, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None)


def _words(connection: apsw.Connection, typed: str) -> list[str]:
    """The words as the indexes hold them: by SQLite's own tokenizer, so that none can be taken for syntax."""
    tokenizer = connection.fts5_tokenizer("unicode61", ["remove_diacritics", "2"])
    text = typed.encode(errors="replace")
    tokens = tokenizer(text, apsw.FTS5_TOKENIZE_QUERY, None, include_offsets=False, include_colocated=False)
    return [str(token) for token in tokens][:_MOST_WORDS]


def _ids(connection: apsw.Connection, words: list[str], limit: int, bounds: list[str]) -> list[int]:
    titled = _matching(connection, "title_words", words, limit, bounds)
    if len(titled) >= limit:
        return titled
    # Any text has a word that begins with a given letter: one letter says nothing yet.
    telling = words[:-1] if words and len(words[-1]) == 1 else words
    others = _matching(connection, "text_words", telling, limit + len(titled), bounds)
    return list(dict.fromkeys((*titled, *others)))[:limit]


def _matching(
    connection: apsw.Connection, index: str, words: list[str], limit: int, bounds: list[str]
) -> list[int]:
    if not words:
        return []
    *whole, begun = words
    expression = " AND ".join((*map(_quoted, whole), _beginning(connection, index, begun)))
    values = (expression, *bounds, max(limit, _RECENT), limit)
    return [each for (each,) in connection.execute(query(index, len(bounds) // 3), values)]


def _beginning(connection: apsw.Connection, index: str, begun: str) -> str:
    """What matches all words that begin so: a common one is found in a fifth of the time by its forms."""
    if len(begun) >= _LONG:
        connection.pragma("temp_store", "memory")
        connection.execute(_TERMS.format(index))
        longer = connection.execute(_BEGUN.format(index), (begun, f"{begun}\U0010ffff", _FORMS)).fetchall()
        if len(longer) < _FORMS:
            return f"({' OR '.join(map(_quoted, (begun, *(str(term) for (term,) in longer))))})"
    return f"{_quoted(begun)} *"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _paragraphs(packed: bytes) -> list[str]:
    from newsreader.store.bodies import paragraphs

    with suppress(apsw.CorruptError):  # told when it is opened
        return paragraphs(packed)
    return []
