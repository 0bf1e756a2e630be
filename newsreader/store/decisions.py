"""What the reader decides about stories: this is another one, these are one, keep me posted."""

from __future__ import annotations

import json
from datetime import datetime

import apsw

from newsreader.store import stories
from newsreader.store.times import to_seconds

_BOND = "INSERT OR REPLACE INTO bond VALUES (min(?1, ?2), max(?1, ?2), ?3)"
_FREE = """
DELETE FROM bond WHERE together = ?3 AND (
    one IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?2))
    OR one IN (SELECT value FROM json_each(?2)) AND other IN (SELECT value FROM json_each(?1)))"""


def split(connection: apsw.Connection, entry: int) -> bool:
    """Puts a telling in a story of its own and keeps it from the others; whether it stood with any."""
    story = stories.story(connection, entry)
    others = [each for each in stories.known_ids(connection, story.id) if each != entry] if story else []
    if not story or not others:
        return False
    _free(connection, [entry], others, together=True)
    connection.executemany(_BOND, ((entry, other, False) for other in others))
    stories.leave(connection, [entry])
    number = stories.new(connection)
    length = connection.execute("SELECT length(packed) FROM body WHERE id = ?", (entry,)).get or 0
    connection.execute("INSERT INTO telling VALUES (?, ?, 0, ?)", (entry, number, length))
    connection.execute("UPDATE telling SET copy_of = 0 WHERE story = ? AND copy_of = ?", (story.id, entry))
    stories.refresh(connection, [story.id, number])
    return True


def join(connection: apsw.Connection, entry: int, other: int) -> bool:
    """Makes the stories of two articles one, and keeps these two together; whether anything changed."""
    one, two = (stories.story(connection, each) for each in (entry, other))
    if not one or not two or entry == other:
        return False
    members = [list(stories.known_ids(connection, story.id)) for story in (one, two)]
    _free(connection, *members, together=False)
    connection.execute(_BOND, (entry, other, True))
    if one.id == two.id:
        return False
    gone, kept = max(one.id, two.id), min(one.id, two.id)
    stories.merge(connection, gone, kept)
    stories.refresh(connection, [kept])
    return True


def follow(connection: apsw.Connection, number: int, now: datetime, *, on: bool) -> None:
    """Follows a story from now on, or no longer. It hangs on the story's first telling."""
    members = json.dumps(list(stories.known_ids(connection, number)))
    connection.execute("DELETE FROM follow WHERE entry IN (SELECT value FROM json_each(?))", (members,))
    if on:
        connection.execute(
            "INSERT INTO follow SELECT entry, ?2 FROM telling WHERE story = ?1 ORDER BY entry LIMIT 1",
            (number, to_seconds(now)),
        )
    stories.refresh(connection, [number])


def see(connection: apsw.Connection, number: int, now: datetime) -> None:
    """Remembers that the reader has seen what a followed story has brought."""
    connection.execute(
        "UPDATE follow SET seen = ?2 WHERE entry IN (SELECT entry FROM telling WHERE story = ?1)",
        (number, to_seconds(now)),
    )


def _free(connection: apsw.Connection, some: list[int], others: list[int], *, together: bool) -> None:
    """Forgets the decisions of one kind between the former and the latter."""
    connection.execute(_FREE, (json.dumps(some), json.dumps(others), together))
