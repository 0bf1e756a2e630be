"""Stories as lists show them: which articles of a list tell one story, and stories with their tellings."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

import apsw

_TOLD = "telling.entry, telling.story, telling.length, entry.sort_at, source.id, story.sources, entry.read"
AMONG = f"""
SELECT {_TOLD} FROM json_each(?) AS wanted CROSS JOIN telling ON telling.entry = wanted.value
CROSS JOIN story ON story.id = telling.story AND story.size > 1
CROSS JOIN entry ON entry.id = telling.entry CROSS JOIN source ON source.no = entry.source"""
ALL = f"""
SELECT {_TOLD} FROM story INDEXED BY story_recent
CROSS JOIN telling INDEXED BY telling_story ON telling.story = story.id
CROSS JOIN entry ON entry.id = telling.entry CROSS JOIN source ON source.no = entry.source
WHERE story.size > 1"""
BESIDE = """
SELECT other.entry FROM json_each(?) AS wanted CROSS JOIN telling ON telling.entry = wanted.value
CROSS JOIN telling AS other INDEXED BY telling_story ON other.story = telling.story"""
READ = """
SELECT DISTINCT telling.story FROM json_each(?) AS wanted
CROSS JOIN telling INDEXED BY telling_story ON telling.story = wanted.value
CROSS JOIN entry ON entry.id = telling.entry WHERE entry.read = 1"""
FOLLOWED = """
SELECT telling.entry FROM story INDEXED BY story_followed
CROSS JOIN telling INDEXED BY telling_story ON telling.story = story.id WHERE story.followed = 1"""
LATEST = """
SELECT telling.story FROM entry INDEXED BY live_all CROSS JOIN telling ON telling.entry = entry.id
CROSS JOIN story ON story.id = telling.story
WHERE entry.live = 1 AND entry.sort_at >= ?1 AND story.size >= ?2 ORDER BY entry.sort_at DESC"""
OF_STORIES = """
SELECT telling.story, telling.entry, telling.length, entry.sort_at, source.id, source.title, article.title
FROM json_each(?) AS wanted CROSS JOIN telling INDEXED BY telling_story ON telling.story = wanted.value
CROSS JOIN entry ON entry.id = telling.entry CROSS JOIN article ON article.id = entry.id
CROSS JOIN source ON source.no = entry.source"""


class Told(NamedTuple):
    """A telling of a story with more than one: all that decides which of them stands for it in a list."""

    entry: int
    story: int
    length: int  # characters of its text
    moment: int  # seconds since 1970
    source: str  # its id
    sources: int  # how many carry the story
    read: bool  # as SQLite has it: 0 or 1


class Line(NamedTuple):
    """A telling in a list of stories."""

    entry: int
    length: int  # characters of its text
    moment: int  # seconds since 1970
    source_id: str
    source: str  # its title
    title: str


def told(connection: apsw.Connection, ids: Sequence[int] | None = None) -> list[Told]:
    """The tellings of stories with more than one among these articles; without them, all there are."""
    found = connection.execute(AMONG, (json.dumps([*ids]),)) if ids is not None else connection.execute(ALL)
    return [Told(*row) for row in found]


def beside(connection: apsw.Connection, ids: Sequence[int]) -> list[int]:
    """The other tellings of the stories of these articles."""
    found = {entry for (entry,) in connection.execute(BESIDE, (json.dumps([*ids]),))}
    return sorted(found.difference(ids))


def read_stories(connection: apsw.Connection, stories: Collection[int]) -> set[int]:
    """Those of the stories of which a telling has been read."""
    return {story for (story,) in connection.execute(READ, (json.dumps([*stories]),))}


def followed_entries(connection: apsw.Connection) -> set[int]:
    """The articles of the stories that the reader follows."""
    return {entry for (entry,) in connection.execute(FOLLOWED)}


def latest(connection: apsw.Connection, since: int, least: int, limit: int | None) -> list[int]:
    """The stories of at least so many tellings told since then (seconds since 1970), the last first."""
    found: dict[int, None] = {}
    for (story,) in connection.execute(LATEST, (since, least)):
        found.setdefault(story)
        if len(found) == limit:
            break
    return list(found)


def listed(connection: apsw.Connection, stories: Sequence[int]) -> dict[int, list[Line]]:
    """The tellings of these stories, in that order, the earliest telling first."""
    found: dict[int, list[Line]] = {story: [] for story in stories}
    for story, *line in connection.execute(OF_STORIES, (json.dumps([*stories]),)):
        found[story].append(Line(*line))
    return {
        story: sorted(lines, key=lambda line: (line.moment, line.entry)) for story, lines in found.items()
    }
