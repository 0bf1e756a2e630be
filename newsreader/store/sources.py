"""The sources. A removed one stays as a tombstone, so that it is not added again unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import apsw

from newsreader import model
from newsreader.model import Source, SourceKind
from newsreader.store import json_text
from newsreader.store.times import to_seconds
from newsreader.store.visits import VISIT_COLUMNS, to_visit

if TYPE_CHECKING:
    from newsreader.model import SourceStatus

COLUMNS = (
    "source.id, source.title, source.url, source.grp, source.section, source.kind, source.is_on,"
    " source.interval, source.alternatives, source.recipe"
)
_NONE = "[]"
"""No alternatives, as nearly every source has: a thousand of them are read with each mark."""
_STATUS = f"""
SELECT {COLUMNS}, {VISIT_COLUMNS},
    (SELECT ifnull(sum(total), 0) FROM tally WHERE tally.source = source.no),
    (SELECT ifnull(sum(unread), 0) FROM tally WHERE tally.source = source.no)
FROM source LEFT JOIN visit ON visit.source = source.no
WHERE source.removed = 0"""
_DUE = f"""
SELECT {COLUMNS} FROM source LEFT JOIN visit ON visit.source = source.no
WHERE source.removed = 0 AND source.is_on AND source.kind <> 'sample'
    AND (ifnull(next_due, :now) <= :now OR last_checked > :now + 3600)
ORDER BY source.position"""
_ADD = """
INSERT INTO source (id, title, url, grp, section, kind, is_on, interval, alternatives, recipe, position)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM source))"""
_CHANGE = """
UPDATE source SET id = ?, title = ?, url = ?, grp = ?, section = ?, kind = ?, is_on = ?, interval = ?,
    alternatives = ?, recipe = ?, removed = 0 WHERE no = ?"""


def to_source(values: Sequence[Any]) -> Source:
    """The source of the columns of `COLUMNS`."""
    name, title, url, group, section, kind, on, interval, alternatives, recipe = values
    others = tuple(json_text.read(alternatives)) if alternatives != _NONE else ()
    return Source(name, title, url, group, section, SourceKind(kind), bool(on), interval, others, recipe)


def _to_status(row: Sequence[Any]) -> SourceStatus:
    return model.SourceStatus(to_source(row[:10]), to_visit(row[10:-2]), *row[-2:])


def statuses(connection: apsw.Connection) -> list[SourceStatus]:
    """Every source that has not been removed, with its health, in order of position."""
    return [_to_status(row) for row in connection.execute(f"{_STATUS} ORDER BY source.position")]


def status(connection: apsw.Connection, source_id: str) -> SourceStatus | None:
    """One source with its health."""
    found = connection.execute(f"{_STATUS} AND source.id = ?", (source_id,)).fetchall()
    return _to_status(found[0]) if found else None


def due(connection: apsw.Connection, now: datetime) -> list[Source]:
    """The sources that are on and may be visited now.

    A visit of over an hour from now was written before a clock was set back: it says nothing.
    """
    return [to_source(row) for row in connection.execute(_DUE, {"now": to_seconds(now)})]


def has_sample(connection: apsw.Connection) -> bool:
    """Whether the sample edition is in the store."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM source WHERE kind = 'sample')").get)


def add(connection: apsw.Connection, sources: Sequence[Source]) -> int:
    """Adds the sources whose ids were never there, and tells how many those were."""
    known = {name for (name,) in connection.execute("SELECT id FROM source")}
    new = {source.id: source for source in sources if source.id not in known}
    connection.executemany(_ADD, map(_values, new.values()))
    return len(new)


def save(connection: apsw.Connection, changed: Iterable[Source]) -> None:
    """Adds or changes sources; one that was removed is back.

    Its visits are forgotten when it is to be read elsewhere or otherwise.
    """
    for source in changed:
        _save(connection, source)


def _save(connection: apsw.Connection, source: Source) -> None:
    found = connection.execute(
        "SELECT no, url, grp, recipe, section FROM source WHERE id = ?", (source.id,)
    ).fetchall()
    if not found:
        connection.execute(_ADD, _values(source))
        return
    ((number, url, group, recipe, section),) = found
    connection.execute(_CHANGE, (*_values(source), number))
    if (source.url, source.recipe) != (url, recipe):
        connection.execute("DELETE FROM visit WHERE source = ?", (number,))
    if source.group != group:
        connection.execute("UPDATE entry SET grp = ? WHERE source = ?", (source.group, number))
    if source.section != section:  # what chose a section of its own stays there
        moved = "UPDATE entry SET section = ? WHERE source = ? AND section = ?"
        connection.execute(moved, (source.section, number, section))


def _values(source: Source) -> tuple[str | int, ...]:
    return (
        source.id,
        source.title,
        source.url,
        source.group,
        source.section,
        source.kind.value,
        source.on,
        source.interval,
        json_text.of(source.alternatives),
        source.recipe,
    )
