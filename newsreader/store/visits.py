"""What is remembered of the visits to a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import apsw

from newsreader import model
from newsreader.model import Problem, ProblemKind
from newsreader.store import json_text
from newsreader.store.times import to_moment, to_seconds

if TYPE_CHECKING:
    from newsreader.model import Visit

VISIT_COLUMNS = (
    "etag, last_modified, body_hash, last_checked, last_changed, next_due, failures, problem, site, warnings,"
    " wishes"
)
_VISITS = f"SELECT source.id, {VISIT_COLUMNS} FROM visit JOIN source ON source.no = visit.source"
_WRITE = f"""
INSERT OR REPLACE INTO visit (source, {VISIT_COLUMNS})
SELECT no, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM source WHERE id = ? AND removed = 0"""

_LIMITED = "UPDATE source SET limited_at = ? WHERE id = ?"


def to_visit(values: Sequence[Any]) -> Visit:
    """The visit of the columns of `VISIT_COLUMNS`; all of them are NULL when there has been none."""
    etag, modified, body_hash, checked, changed, next_due, failures, problem, site, warnings, wishes = values
    if etag is None:
        return model.Visit()
    ttl, hours, days, *public = json_text.read(wishes)
    return model.Visit(
        etag,
        modified,
        body_hash,
        to_moment(checked),
        to_moment(changed),
        to_moment(next_due),
        failures,
        to_problem(problem),
        site,
        tuple(json_text.read(warnings)),
        ttl,
        tuple(hours),
        tuple(days),
        any(public),
    )


def visits(connection: apsw.Connection) -> dict[str, Visit]:
    """What is remembered of every source that has been visited, by its id."""
    return {name: to_visit(values) for name, *values in connection.execute(_VISITS)}


def write(connection: apsw.Connection, source_id: str, visit: Visit) -> None:
    """Remembers a visit; does nothing for a source that is unknown or removed."""
    values = (
        visit.etag,
        visit.last_modified,
        visit.body_hash,
        to_seconds(visit.last_checked),
        to_seconds(visit.last_changed),
        to_seconds(visit.next_due),
        visit.failures,
        visit.problem and from_problem(visit.problem),
        visit.site,
        json_text.of(visit.warnings),
        json_text.of((visit.ttl, visit.skip_hours, visit.skip_days, visit.public)),
    )
    connection.execute(_WRITE, (*values, source_id))
    if visit.problem and asks_for_less(visit.problem):
        connection.execute(_LIMITED, (to_seconds(visit.last_checked), source_id))


def asks_for_less(problem: Problem) -> bool:
    """Whether a server said that it counts requests: 429, or any refusal with a moment to come back."""
    return problem.kind is ProblemKind.WAIT and (problem.detail == "429" or problem.retry_at is not None)


def from_problem(problem: Problem) -> str:
    """The problem as JSON."""
    return json_text.of((problem.kind, problem.url, problem.detail, to_seconds(problem.retry_at)))


def to_problem(text: str | None) -> Problem | None:
    """The problem of that JSON; None stays None."""
    if text is None:
        return None
    kind, url, detail, retry_at = json_text.read(text)
    return Problem(ProblemKind(kind), url, detail, to_moment(retry_at))
