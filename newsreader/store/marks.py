"""Read and saved: the only things a reader changes about an article, and what undoes them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import apsw

from newsreader.model import Mark, PackedMarks
from newsreader.store import unfinished
from newsreader.store.writer import Steps

_STATES = """
SELECT entry.id, read, saved FROM json_each(?) AS wanted CROSS JOIN entry ON entry.id = wanted.value"""
_SET = "UPDATE entry SET read = ?2, saved = ?3 WHERE id IN (SELECT value FROM json_each(?1))"


def mark(
    connection: apsw.Connection, ids: Sequence[int], *, read: bool | None, saved: bool | None
) -> Steps[list[Mark]]:
    """Sets what is not None, and gives the previous state of every article that changed."""
    before: list[Mark] = []
    for number, chunk in enumerate(_chunks(ids)):
        if number:
            yield
        before += _mark(connection, chunk, read, saved)
    return before


def restore(connection: apsw.Connection, marks: Sequence[Mark]) -> None:
    """Puts a few states back as they were; of a whole scope only what its marking changed: what is saved
    meanwhile stays so.
    """
    now = {mark.id: mark for mark in _states(connection, [mark.id for mark in marks])}
    wanted = [mark for mark in marks if mark.id in now]
    if isinstance(marks, PackedMarks):
        wanted = [mark._replace(saved=now[mark.id].saved) for mark in wanted]
    _set(connection, wanted)
    unfinished.spare(
        connection,
        read=[mark.id for mark in wanted if mark.read != now[mark.id].read],
        saved=[mark.id for mark in wanted if mark.saved != now[mark.id].saved],
    )


def _mark(
    connection: apsw.Connection, ids: Sequence[int], read: bool | None, saved: bool | None
) -> list[Mark]:
    before = {mark.id: mark for mark in _states(connection, ids)}
    after = (
        Mark(mark.id, mark.read if read is None else read, mark.saved if saved is None else saved)
        for mark in before.values()
    )
    changed = [mark for mark in after if mark != before[mark.id]]
    _set(connection, changed)
    unfinished.spare(connection, read=() if read is None else before, saved=() if saved is None else before)
    return [before[mark.id] for mark in changed]


def _states(connection: apsw.Connection, ids: Iterable[int]) -> Iterator[Mark]:
    found = connection.execute(_STATES, (json.dumps(list(ids)),))
    return (Mark(each, bool(read), bool(saved)) for each, read, saved in found)


def _set(connection: apsw.Connection, marks: Iterable[Mark]) -> None:
    """Writes states: a statement for those that are alike."""
    alike: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for mark in marks:
        alike[mark.read, mark.saved].append(mark.id)
    for (read, saved), ids in alike.items():
        connection.execute(_SET, (json.dumps(ids), read, saved))


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + unfinished.CHUNK] for start in range(0, len(ids), unfinished.CHUNK))
