"""Stories and their tellings: written where the formula puts them, and read back."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import apsw

from newsreader.store.times import to_moment, to_seconds
from newsreader.store.writer import Steps

SURROUNDINGS = """
SELECT other.entry, other.story FROM (
    SELECT DISTINCT telling.story FROM json_each(?1) AS wanted
    CROSS JOIN telling ON telling.entry = wanted.value
) AS near CROSS JOIN telling AS other INDEXED BY telling_story ON other.story = near.story LIMIT ?2"""
BONDS = """
SELECT one, other, together FROM json_each(?1) AS wanted CROSS JOIN bond ON bond.one = wanted.value
UNION SELECT one, other, together FROM json_each(?1) AS wanted
CROSS JOIN bond INDEXED BY bond_other ON bond.other = wanted.value"""
PLACES = """
SELECT telling.entry, telling.story, story.size, story.followed FROM json_each(?) AS wanted
CROSS JOIN telling ON telling.entry = wanted.value CROSS JOIN story ON story.id = telling.story"""
OF_STORY = """
SELECT telling.entry, copy_of, length FROM telling INDEXED BY telling_story
CROSS JOIN entry ON entry.id = telling.entry WHERE story = ?
ORDER BY entry.sort_at, entry.id"""
STORY = """
SELECT story.id, first, last, size, sources, followed FROM telling
CROSS JOIN story ON story.id = telling.story WHERE telling.entry = ?"""
RECENT = """
SELECT id, first, last, size, sources, followed FROM story INDEXED BY story_recent
WHERE size > 1 AND last >= ? ORDER BY last DESC LIMIT ?"""
FOLLOWED = """
SELECT story.id, first, last, size, sources, followed,
    (SELECT max(seen) FROM telling CROSS JOIN follow ON follow.entry = telling.entry WHERE story = story.id)
FROM story INDEXED BY story_followed WHERE followed = 1 ORDER BY last DESC"""
_TELLING = """
INSERT INTO telling VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO UPDATE SET copy_of = excluded.copy_of, length = excluded.length"""
_REFRESHED = """
UPDATE story SET (first, last, size, sources) = (
    SELECT min(entry.sort_at), max(entry.sort_at), count(*), count(DISTINCT entry.source)
    FROM telling CROSS JOIN entry ON entry.id = telling.entry WHERE telling.story = story.id
), followed = EXISTS (
    SELECT 1 FROM telling CROSS JOIN follow ON follow.entry = telling.entry WHERE telling.story = story.id
) WHERE id = ? AND EXISTS (SELECT 1 FROM telling WHERE telling.story = story.id)"""

_CLEARED = 2000  # stories a transaction


class Place(NamedTuple):
    """Where an article goes: a story by its id, or a new one that all with one negative number share."""

    entry: int
    story: int
    copy_of: int = 0
    length: int = 0  # characters of its text


class StoryRow(NamedTuple):
    """A story as it is stored; its moments are those of its tellings."""

    id: int
    first: datetime
    last: datetime
    size: int
    sources: int
    followed: bool


def to_story(values: Sequence[Any]) -> StoryRow:
    """The story of the columns of `STORY`."""
    number, first, last, size, sources, followed = values
    return StoryRow(number, to_moment(first), to_moment(last), size, sources, bool(followed))


def story(connection: apsw.Connection, entry: int) -> StoryRow | None:
    """The story of an article; None when it has none."""
    found = connection.execute(STORY, (entry,)).fetchall()
    return to_story(found[0]) if found else None


def tellings(connection: apsw.Connection, number: int) -> list[Place]:
    """The tellings of a story, the earliest first."""
    found = connection.execute(OF_STORY, (number,))
    return [Place(entry, number, copy_of, length) for entry, copy_of, length in found]


def places(connection: apsw.Connection, entries: Iterable[int]) -> dict[int, tuple[int, int, bool]]:
    """By article its story, how many tellings that has, and whether it is followed."""
    found = connection.execute(PLACES, (json.dumps([*entries]),))
    return {entry: (number, size, bool(followed)) for entry, number, size, followed in found}


def surroundings(connection: apsw.Connection, entries: Iterable[int], limit: int) -> dict[int, int]:
    """The stories of these articles: by telling, the number of its story."""
    return dict(connection.execute(SURROUNDINGS, (json.dumps([*entries]), limit)))


def bonds(connection: apsw.Connection, entries: Iterable[int]) -> list[tuple[int, int, bool]]:
    """What the reader decided about these articles: pairs, and whether they belong together."""
    found = connection.execute(BONDS, (json.dumps([*entries]),))
    return [(one, other, bool(together)) for one, other, together in found]


def recent(connection: apsw.Connection, since: datetime, limit: int) -> list[StoryRow]:
    """The stories with more than one telling that had one since then, the last first."""
    return [to_story(row) for row in connection.execute(RECENT, (to_seconds(since), limit))]


def followed(connection: apsw.Connection) -> list[tuple[StoryRow, datetime]]:
    """The stories that the reader follows, each with the moment up to which he has seen it."""
    found = connection.execute(FOLLOWED)
    return [(to_story(row), to_moment(seen or 0)) for *row, seen in found]


def place(connection: apsw.Connection, chosen: Sequence[Place], ids: dict[int, int]) -> None:
    """Puts articles in stories; `ids` are those that new stories have been given so far."""
    touched: set[int] = set()
    for one in chosen:
        _leave(connection, one.entry, one.story, touched)
        number = _number(connection, one.story, ids)
        touched.add(number)
        connection.execute(_TELLING, (one.entry, number, one.copy_of, one.length))
    refresh(connection, touched)


def merge_all(connection: apsw.Connection, merged: Sequence[tuple[int, int]], ids: dict[int, int]) -> None:
    """Makes stories one: each pair is which goes into which."""
    touched: set[int] = set()
    for gone, kept in merged:
        into = _number(connection, kept, ids)
        merge(connection, gone, into)
        touched.add(into)
    refresh(connection, touched)


def merge(connection: apsw.Connection, gone: int, kept: int) -> None:
    """Makes two stories one; the caller refreshes the one that is kept."""
    connection.execute("UPDATE telling SET story = ? WHERE story = ?", (kept, gone))
    connection.execute("DELETE FROM story WHERE id = ? AND id <> ?", (gone, kept))


def new(connection: apsw.Connection) -> int:
    """A story without tellings yet."""
    connection.execute("INSERT INTO story (first, last, size, sources) VALUES (0, 0, 0, 0)")
    return connection.last_insert_rowid()


def refresh(connection: apsw.Connection, numbers: Iterable[int]) -> None:
    """Brings what is told of stories in line with their tellings; one without any goes."""
    for number in sorted(numbers):
        connection.execute(_REFRESHED, (number,))
        connection.execute(
            "DELETE FROM story WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM telling WHERE story = ?1)",
            (number,),
        )


def dequeue(connection: apsw.Connection, entries: Iterable[int]) -> None:
    """Takes articles off the queue."""
    connection.execute(
        "DELETE FROM entry_queue WHERE entry IN (SELECT value FROM json_each(?))", (json.dumps([*entries]),)
    )


def leave(connection: apsw.Connection, entries: Iterable[int]) -> None:
    """Takes articles out of their stories."""
    connection.execute(
        "DELETE FROM telling WHERE entry IN (SELECT value FROM json_each(?))", (json.dumps([*entries]),)
    )


def requeue(connection: apsw.Connection, source_id: str) -> None:
    """Puts the articles of a source in the queue, to be looked at again."""
    connection.execute(
        "INSERT OR IGNORE INTO entry_queue SELECT id FROM entry INDEXED BY live_source"
        " WHERE live = 1 AND source = (SELECT no FROM source WHERE id = ?)",
        (source_id,),
    )


def clear(connection: apsw.Connection) -> Steps[None]:
    """Drops all stories; what the reader decided stays."""
    some = "SELECT id FROM story LIMIT ?"
    while ids := [number for (number,) in connection.execute(some, (_CLEARED,))]:
        chosen = json.dumps(ids)
        # Stories first, so that no trigger has one to count for.
        connection.execute("DELETE FROM story WHERE id IN (SELECT value FROM json_each(?))", (chosen,))
        connection.execute("DELETE FROM telling WHERE story IN (SELECT value FROM json_each(?))", (chosen,))
        yield


def known_ids(connection: apsw.Connection, number: int) -> array[int]:
    """The articles of a story, in no order."""
    found = connection.execute("SELECT entry FROM telling WHERE story = ?", (number,))
    return array("q", (entry for (entry,) in found))


def _leave(connection: apsw.Connection, entry: int, story: int, touched: set[int]) -> None:
    """Takes an article out of the story it is in, if it goes to another."""
    before = connection.execute("SELECT story FROM telling WHERE entry = ?", (entry,)).get
    if isinstance(before, int) and before != story:
        connection.execute("DELETE FROM telling WHERE entry = ?", (entry,))
        touched.add(before)


def _number(connection: apsw.Connection, story: int, ids: dict[int, int]) -> int:
    """The id of a story; a negative number is that of a new one, begun when it is first met.

    A story that another program has merged or dropped meanwhile is begun anew as well.
    """
    if story > 0 and connection.execute("SELECT EXISTS (SELECT 1 FROM story WHERE id = ?)", (story,)).get:
        return story
    if story not in ids:
        ids[story] = new(connection)
    return ids[story]
