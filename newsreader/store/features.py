"""What is known of articles to join them: their features, the inverted index, how rare each term is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import apsw

from newsreader.store.clearing import empty, queue_all
from newsreader.store.writer import Steps

TOTAL = 0
"""The term under which all counted articles stand; no word has this number."""
PERIOD = 28 * 24 * 3600
"""Seconds over which the articles with a term are counted: a term counted over all years would pass for what
it was ten years ago. The key of a count is the number of its period above the 32 bits of the term.
"""
CROWD = 4_000
"""Articles behind the terms that are looked up: the most telling ones first, until so many are."""
CANDIDATES = """
SELECT posting.entry FROM json_each(?1) AS wanted
CROSS JOIN posting ON posting.term = wanted.value AND posting.moment BETWEEN ?2 AND ?3
GROUP BY posting.entry ORDER BY count(*) DESC, posting.entry DESC LIMIT ?4"""
FREQUENCIES = """
SELECT value, ifnull((SELECT number FROM frequency WHERE term = ?2 + wanted.value), 0)
    + ifnull((SELECT number FROM frequency WHERE term = ?3 + wanted.value), 0)
    + ifnull((SELECT number FROM frequency WHERE term = ?4 + wanted.value), 0)
FROM json_each(?1) AS wanted"""
CROWDS = """
SELECT value, (SELECT count(*) FROM (
    SELECT 1 FROM posting WHERE term = wanted.value AND moment BETWEEN ?2 AND ?3 LIMIT ?4
)) FROM json_each(?1) AS wanted"""
FEATURES = """
SELECT feature.entry, packed FROM json_each(?) AS wanted CROSS JOIN feature ON feature.entry = wanted.value"""
QUEUE = """
SELECT entry_queue.entry FROM entry_queue LEFT JOIN entry ON entry.id = entry_queue.entry
ORDER BY entry.sort_at DESC, entry_queue.entry DESC LIMIT ?"""
QUEUED_OF = """
SELECT entry FROM json_each(?) AS wanted CROSS JOIN entry_queue ON entry_queue.entry = wanted.value"""
STILL_QUEUED = """
SELECT entry.id FROM json_each(?) AS wanted CROSS JOIN entry_queue ON entry_queue.entry = wanted.value
CROSS JOIN entry ON entry.id = entry_queue.entry WHERE entry.live = 1"""
_COUNT = """
INSERT INTO frequency VALUES (?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"""
_TAKE_BACK = "UPDATE frequency SET number = number - ?2 WHERE term = ?1"
_UNUSED = "DELETE FROM frequency WHERE term = ? AND number <= 0"


class Known(NamedTuple):
    """An article's features, with its moment and the terms by which it can be found."""

    entry: int
    moment: int  # seconds since 1970
    packed: bytes
    terms: Sequence[int]
    posted: Sequence[int]


def queued(connection: apsw.Connection, limit: int) -> list[int]:
    """The articles that are still to be joined, the newest first; what has gone is at the end.

    Looks at the whole queue, so it is asked for many.
    """
    return [entry for (entry,) in connection.execute(QUEUE, (limit,))]


def queued_of(connection: apsw.Connection, entries: Iterable[int]) -> list[int]:
    """Those of the articles that are still in the queue."""
    return [entry for (entry,) in connection.execute(QUEUED_OF, (json.dumps([*entries]),))]


def still_queued(connection: apsw.Connection, entries: Iterable[int]) -> set[int]:
    """Those that are there and wait to be joined: another program may have joined or dropped the others."""
    found = connection.execute(STILL_QUEUED, (json.dumps([*entries]),))
    return {entry for (entry,) in found}


def waiting(connection: apsw.Connection) -> int:
    """How many articles are still to be joined."""
    return int(connection.execute("SELECT count(*) FROM entry_queue").get)


def period(moment: int) -> int:
    """The number of the period of a moment in seconds since 1970."""
    return moment // PERIOD


def frequencies(connection: apsw.Connection, terms: Iterable[int], number: int) -> dict[int, int]:
    """In how many articles of a period, the one before and the one after each of these terms stands.

    Terms that are in none are left out.
    """
    keys = (_key(0, each) for each in (number - 1, number, number + 1))
    found = connection.execute(FREQUENCIES, (json.dumps([*terms]), *keys))
    return {term: count for term, count in found if count}


def packed(connection: apsw.Connection, entries: Iterable[int]) -> dict[int, bytes]:
    """The features of these articles, as far as they are known."""
    return dict(connection.execute(FEATURES, (json.dumps([*entries]),)))


def candidates(
    connection: apsw.Connection, terms: Sequence[int], since: int, until: int, limit: int
) -> list[int]:
    """The articles between two moments that share most of these terms, the most telling of which come first.

    Where a crowd of articles stands behind the first ones, no others are looked up.
    """
    chosen = _telling(connection, terms, since, until)
    found = connection.execute(CANDIDATES, (json.dumps(chosen), since, until, limit))
    return [entry for (entry,) in found]


def write(connection: apsw.Connection, known: Sequence[Known], before: Sequence[Known]) -> None:
    """Writes features, and takes back what was known of these articles `before`."""
    _forget(connection, before)
    connection.executemany(
        "INSERT OR REPLACE INTO feature VALUES (?, ?)", ((one.entry, one.packed) for one in known)
    )
    connection.executemany("INSERT OR IGNORE INTO posting VALUES (?, ?, ?)", _postings(known))
    _count(connection, known)


def forget(connection: apsw.Connection, before: Sequence[Known]) -> None:
    """Takes back everything that was known of these articles."""
    _forget(connection, before)
    gone = json.dumps([one.entry for one in before])
    connection.execute("DELETE FROM feature WHERE entry IN (SELECT value FROM json_each(?))", (gone,))


def clear(connection: apsw.Connection) -> Steps[None]:
    """Forgets everything that was known of any article, and puts all in the queue."""
    yield from empty(connection, "posting", "term, moment, entry")
    yield from empty(connection, "frequency", "term")
    yield from empty(connection, "feature", "entry")
    yield from queue_all(connection)


def _forget(connection: apsw.Connection, before: Sequence[Known]) -> None:
    connection.executemany(
        "DELETE FROM posting WHERE term = ? AND moment = ? AND entry = ?", _postings(before)
    )
    _take_back(connection, before)


def _telling(connection: apsw.Connection, terms: Sequence[int], since: int, until: int) -> list[int]:
    """The first terms, until a crowd stands behind them: there the counting ends too."""
    chosen: list[int] = []
    crowd = 0
    for term, number in connection.execute(CROWDS, (json.dumps(terms), since, until, CROWD)):
        crowd += number
        if crowd > CROWD and chosen:
            break
        chosen.append(term)
    return chosen


def _postings(known: Iterable[Known]) -> Iterable[tuple[int, int, int]]:
    return sorted((term, one.moment, one.entry) for one in known for term in one.posted)


def _count(connection: apsw.Connection, known: Sequence[Known]) -> None:
    connection.executemany(_COUNT, _counted(known))


def _take_back(connection: apsw.Connection, known: Sequence[Known]) -> None:
    counted = _counted(known)
    connection.executemany(_TAKE_BACK, counted)
    connection.executemany(_UNUSED, ((key,) for key, _ in counted))


def _counted(known: Iterable[Known]) -> list[tuple[int, int]]:
    """In how many of these articles each term stands, period by period, in the order of the keys."""
    keys = (_key(term, period(one.moment)) for one in known for term in (TOTAL, *one.terms))
    return sorted(Counter(keys).items())


def _key(term: int, number: int) -> int:
    """Under what the articles of a period that have a term are counted."""
    return (number << 32) + term
