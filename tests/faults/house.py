"""What must hold of a store after anything that was done to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import apsw

from newsreader.model import Problem, Scope
from newsreader.model.finding import State
from newsreader.store import Store
from newsreader.store.articles import whole
from newsreader.store.examine import examine

_SOUGHT = 25  # articles that are looked for by their titles
_ADRIFT = """
SELECT count(*) FROM entry WHERE live = 1
AND id NOT IN (SELECT entry FROM entry_queue) AND id NOT IN (SELECT entry FROM telling)
AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'stories_version' AND value = '')"""
"""Stories without a version are being made anew, which begins again as soon as they are next looked at."""
_UNTOLD = """
SELECT count(*) FROM story WHERE size <> (SELECT count(*) FROM telling WHERE telling.story = story.id)"""
_GHOSTS = "SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM entry WHERE live = 1)"
_NUMBERS = {
    "articles in no story and not in the queue": _ADRIFT,
    "stories whose size is wrong": _UNTOLD,
    "tellings without a story": "SELECT count(*) FROM telling WHERE story NOT IN (SELECT id FROM story)",
    "articles without an entry": _GHOSTS,
}


def lost(path: Path, marked: Collection[int] = ()) -> list[str]:
    """What is wrong or missing, a line each: nothing is what has to come of it."""
    store = Store.open(path, open_wait=5)
    if isinstance(store, Problem):
        return [f"does not open: {store.kind}"]
    if store.problem:
        return [f"can only be read: {store.problem}"]
    try:
        wrong = [*_half(store), *_unfound(store), *_unmarked(store, marked)]
    finally:
        store.close()
    wrong += [f"{found.told} {found.detail}" for found in examine(path) if found.state is not State.OK]
    return [*wrong, *_miscounted(path)]


def _half(store: Store) -> Iterator[str]:
    """Every article that is listed can be read from its first letter to its last."""
    ids = store.ids(Scope())
    there = store._read(lambda connection: whole(connection, ids))
    if missing := set(ids) - there.keys():
        yield f"{len(missing)} half articles"


def _unfound(store: Store) -> Iterator[str]:
    """An article is found by its own title, as far as titles differ."""
    ids = store.ids(Scope())
    for row in store.rows(ids[:: max(1, len(ids) // _SOUGHT)]):
        if row.id not in store.find(row.title, 10_000):
            yield f"search does not find {row.title}"


def _unmarked(store: Store, marked: Collection[int]) -> Iterator[str]:
    rows = {row.id: row for row in store.rows(sorted(marked))}
    for each in sorted(marked):
        if each not in rows or not rows[each].saved:
            yield f"mark {each}"


def _miscounted(path: Path) -> Iterator[str]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for name, query in _NUMBERS.items():
        if number := connection.execute(query).get:
            yield f"{number} {name}"
    connection.close()
