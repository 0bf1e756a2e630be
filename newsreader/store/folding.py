"""Stories as lists show them: which articles of a list tell one story, and stories with their tellings."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

import apsw

from newsreader.store import json_text, lists

if TYPE_CHECKING:
    from newsreader.model import Scope
    from newsreader.store.access import Reader

_TOLD = """
SELECT wanted.value, entry.id, other.length, entry.sort_at, source.id, story.sources, entry.read,
    entry.id = wanted.value OR ({inside})
FROM json_each(:wanted) AS wanted CROSS JOIN telling AS own ON own.entry = wanted.value
CROSS JOIN story NOT INDEXED ON story.id = own.story AND story.size > 1
CROSS JOIN telling AS other INDEXED BY telling_story ON other.story = own.story
CROSS JOIN entry ON entry.id = other.entry CROSS JOIN source ON source.no = entry.source"""
BESIDE = """
SELECT other.entry FROM json_each(?) AS wanted CROSS JOIN telling ON telling.entry = wanted.value
CROSS JOIN telling AS other INDEXED BY telling_story ON other.story = telling.story"""
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
    """A telling of a story with more than one: all that decides how a row tells of the story."""

    wanted: int  # the article whose story was asked for
    entry: int
    length: int  # characters of its text
    moment: int  # seconds since 1970
    source: str  # its id
    sources: int  # how many carry the story
    read: bool  # as SQLite has it: 0 or 1
    inside: bool  # in the scope, or asked for


class Line(NamedTuple):
    """A telling in a list of stories."""

    entry: int
    length: int  # characters of its text
    moment: int  # seconds since 1970
    source_id: str
    source: str  # its title
    title: str


class Folding:
    """The store's door to what lists ask while they are read from. Reads may come from any thread."""

    def __init__(self, read: Reader) -> None:
        self._read = read

    def told(self, scope: Scope, ids: Sequence[int]) -> list[Told]:
        """All tellings of the stories of these articles, as far as a story has more than one."""
        values = {"wanted": json_text.of_numbers(ids), "value": scope.value}
        return self._read(
            lambda connection: [Told(*row) for row in connection.execute(told_query(scope), values)]
        )

    def beside(self, ids: Collection[int]) -> list[int]:
        """The other tellings of the stories of these articles."""
        wanted = json_text.of_numbers(ids)
        found = self._read(lambda connection: {each for (each,) in connection.execute(BESIDE, (wanted,))})
        return sorted(found.difference(ids))

    def after(self, scope: Scope, article_id: int, limit: int) -> array[int]:
        """The ids of a scope that come after that article, wherever that is."""
        return self._read(lambda connection: lists.after(connection, scope, article_id, limit))

    def moment(self, article_id: int) -> int | None:
        """By what an article is put in order, in seconds since 1970; None when it is not known at all."""
        return self._read(lambda connection: lists.moment(connection, article_id))

    def followed(self) -> set[int]:
        """The articles of the stories that the reader follows."""
        return self._read(lambda connection: {each for (each,) in connection.execute(FOLLOWED)})


def told_query(scope: Scope) -> str:
    """The columns of `Told` for the articles of `:wanted`, a JSON array; binds `:value` too."""
    return _TOLD.format(inside=lists.belongs(scope, "entry"))


def latest(connection: apsw.Connection, since: int, least: int, limit: int | None) -> array[int]:
    """The stories of at least so many tellings told since then (seconds since 1970), the last first."""
    found: array[int] = array("q")
    seen: set[int] = set()
    for (story,) in connection.execute(LATEST, (since, least)):
        if story not in seen:
            seen.add(story)
            found.append(story)
            if len(found) == limit:
                break
    return found


def listed(connection: apsw.Connection, stories: Sequence[int]) -> dict[int, list[Line]]:
    """The tellings of these stories, in that order, the earliest telling first."""
    found: dict[int, list[Line]] = {story: [] for story in stories}
    for story, *line in connection.execute(OF_STORIES, (json_text.of_numbers(stories),)):
        found[story].append(Line(*line))
    return {
        story: sorted(lines, key=lambda line: (line.moment, line.entry)) for story, lines in found.items()
    }
