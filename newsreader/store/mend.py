"""Putting a database right: what can be counted or indexed anew in its place, else a new file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from newsreader import atomic
from newsreader.model import Problem
from newsreader.model.finding import Finding, State
from newsreader.store import reindex, salvage, tally
from newsreader.store.database import open_writer
from newsreader.store.errors import EXPECTED, problem_of
from newsreader.store.examine import Told, examine, is_damaged
from newsreader.store.transaction import transaction

_WAIT = 2.0  # seconds
_MAGIC = b"SQLite format 3\0"
Complete = Callable[[Path], list[Finding]]
_ANEW = {"index_broken", "index_behind", "tally_wrong", "damaged_texts"}


def mend(
    path: Path, today: date, complete: Complete = lambda _: [], told: Told = lambda _: None
) -> list[Finding]:
    """Puts right what can be, and tells what was done; a damaged file is kept beside the new one.

    `complete` adds to a new file what the damaged one no longer had, before it takes its place: a repair that
    is killed is then begun anew, and lacks nothing in the end.
    No other reader may have the file open while a new one takes its place.
    """
    findings = examine(path, told)
    try:
        if is_damaged(findings):
            told("carry")
            return _carry(path, today, complete)
        if any(finding.told in _ANEW for finding in findings):
            told("anew")
            return [_anew(path)]
    except EXPECTED as error:
        return [Finding("database", State.FAULT, about=problem_of(error, path))]
    return []


def is_repairable(finding: Finding) -> bool:
    """Whether that is put right here."""
    return finding.told in _ANEW or is_damaged([finding])


def _anew(path: Path) -> Finding:
    connection = open_writer(path, _WAIT)
    if isinstance(connection, Problem):
        return Finding("database", State.FAULT, about=connection)
    with closing(connection), transaction(connection):
        reindex.rebuild(connection)
        tally.recount(connection)
    return Finding("made_anew")


def _carry(path: Path, today: date, complete: Complete) -> list[Finding]:
    """Copies the damaged file aside before anything reads it: that alone may change it."""
    aside = atomic.free_name(path.with_name(f"{path.name}.damaged-{today}"))
    log = path.with_name(f"{path.name}-wal")
    _clear_up(path)
    _copy(path, aside)
    if log.exists() and log.stat().st_size:
        _copy(log, aside.with_name(f"{aside.name}-wal"))
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    connection = open_writer(fresh, _WAIT)
    if isinstance(connection, Problem):
        return [Finding("database", State.FAULT, about=connection)]
    with closing(connection):
        connection.wal_checkpoint(mode=3)
        if _has_no_header(path):
            salvage.lend_header(path, fresh)
        carried = salvage.carry(path, connection)
    completed = complete(fresh)
    for name in ("wal", "shm"):
        path.with_name(f"{path.name}-{name}").unlink(missing_ok=True)
    fresh.replace(path)
    return [Finding("carried", detail=f"{carried.rows}; {aside}"), *_left_behind(carried), *completed]


def _left_behind(carried: salvage.Carried) -> Iterator[Finding]:
    """What is in the damaged file only, or in none."""
    if carried.holes:
        yield Finding("holes", State.WARNING, str(carried.holes))
    if carried.refused:
        yield Finding("refused_rows", State.WARNING, str(carried.refused))


def _clear_up(path: Path) -> None:
    """Removes what a repair that was killed left beside the file."""
    for left in path.parent.glob(f".{path.name}.*.new*"):
        left.unlink()


def _has_no_header(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) != _MAGIC


def _copy(path: Path, aside: Path) -> None:
    """The whole of it, or nothing under that name."""
    part = path.with_name(f".{path.name}.{os.getpid()}.new-copy")
    part.touch(0o600)
    shutil.copyfile(path, part)
    part.replace(aside)
