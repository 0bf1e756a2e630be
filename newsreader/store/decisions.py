"""What the reader decides about stories: this is another one, these are one, keep me posted."""

from __future__ import annotations

import json
from datetime import datetime

import apsw

from newsreader.model import Regrouping
from newsreader.store import stories
from newsreader.store.times import to_seconds

_BOND = "INSERT OR REPLACE INTO bond VALUES (min(?1, ?2), max(?1, ?2), ?3)"
_FREE = """
DELETE FROM bond WHERE together = ?3 AND (
    one IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?2))
    OR one IN (SELECT value FROM json_each(?2)) AND other IN (SELECT value FROM json_each(?1)))"""

_TELLINGS = """
SELECT telling.entry, story, copy_of FROM json_each(?) AS wanted
CROSS JOIN telling ON telling.entry = wanted.value"""
_UNBIND = """
DELETE FROM bond WHERE one IN (SELECT value FROM json_each(:chosen))
AND other IN (SELECT value FROM json_each(:chosen))"""
_STORY = "INSERT OR IGNORE INTO story (id, first, last, size, sources) VALUES (?, 0, 0, 0, 0)"


def split(connection: apsw.Connection, entry: int) -> Regrouping | None:
    """Puts a telling in a story of its own and keeps it from the others.

    Answers how it was, for `put_back`; None where it stood with no others.
    """
    story = stories.story(connection, entry)
    others = [each for each in stories.known_ids(connection, story.id) if each != entry] if story else []
    if not story or not others:
        return None
    before = _as_it_is(connection, [entry, *others])
    _free(connection, [entry], others, together=True)
    connection.executemany(_BOND, ((entry, other, False) for other in others))
    number = stories.new(connection)
    connection.execute("UPDATE telling SET story = ?, copy_of = 0 WHERE entry = ?", (number, entry))
    connection.execute("UPDATE telling SET copy_of = 0 WHERE story = ? AND copy_of = ?", (story.id, entry))
    stories.refresh(connection, [story.id, number])
    return before


def join(connection: apsw.Connection, entry: int, other: int) -> Regrouping | None:
    """Makes the stories of two articles one, and keeps these two together.

    Answers how it was, for `put_back`; None where they were one.
    """
    one, two = (stories.story(connection, each) for each in (entry, other))
    if not one or not two or entry == other:
        return None
    members = [list(stories.known_ids(connection, story.id)) for story in (one, two)]
    before = _as_it_is(connection, [each for some in members for each in some])
    _free(connection, *members, together=False)
    connection.execute(_BOND, (entry, other, True))
    if one.id == two.id:
        return None
    gone, kept = max(one.id, two.id), min(one.id, two.id)
    stories.merge(connection, gone, kept)
    stories.refresh(connection, [kept])
    return before


def put_back(connection: apsw.Connection, was: Regrouping) -> None:
    """Has articles stand in stories as they did, and takes back what was decided; what has gone is left."""
    chosen = json.dumps([entry for entry, _, _ in was.tellings])
    connection.execute(_UNBIND, {"chosen": chosen})
    connection.executemany(_BOND, was.bonds)
    here = {entry: story for entry, story, _ in connection.execute(_TELLINGS, (chosen,))}
    back = [telling for telling in was.tellings if telling[0] in here]
    touched = {*here.values(), *(story for _, story, _ in back)}
    connection.executemany(_STORY, ((story,) for story in sorted(touched)))
    connection.executemany("UPDATE telling SET story = ?2, copy_of = ?3 WHERE entry = ?1", back)
    stories.refresh(connection, touched)


def _as_it_is(connection: apsw.Connection, entries: list[int]) -> Regrouping:
    """How these articles stand in stories, and what was decided between them."""
    tellings = tuple(connection.execute(_TELLINGS, (json.dumps(entries),)))
    bonds = (bond for bond in stories.bonds(connection, entries) if {*bond[:2]} <= {*entries})
    return Regrouping(tellings, tuple(bonds))


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
