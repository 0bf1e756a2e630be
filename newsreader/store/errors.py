"""What can go wrong with the database, as problems of the model."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from newsreader.model import Problem, ProblemKind

_KINDS: tuple[tuple[type[Exception], ProblemKind], ...] = (
    (apsw.BusyError, ProblemKind.STORE_LOCKED),
    (apsw.LockedError, ProblemKind.STORE_LOCKED),
    (apsw.ReadOnlyError, ProblemKind.STORE_READ_ONLY),
    (apsw.PermissionsError, ProblemKind.STORE_READ_ONLY),
    (apsw.FullError, ProblemKind.STORE_FULL),
    (apsw.CorruptError, ProblemKind.STORE_DAMAGED),
    (apsw.NotADBError, ProblemKind.STORE_DAMAGED),
    (apsw.CantOpenError, ProblemKind.FILE),
    (apsw.IOError, ProblemKind.FILE),
)
_ERRNOS = {
    errno.EACCES: ProblemKind.STORE_READ_ONLY,
    errno.EPERM: ProblemKind.STORE_READ_ONLY,
    errno.EROFS: ProblemKind.STORE_READ_ONLY,
    errno.ENOSPC: ProblemKind.STORE_FULL,
    errno.EDQUOT: ProblemKind.STORE_FULL,
}
EXPECTED: tuple[type[Exception], ...] = (OSError, *(kind for kind, _ in _KINDS))
"""The errors that a disk or another program can cause; every other one is a mistake of this program."""


class StoreError(Exception):
    """A read or a write that failed for a reason outside the program; `problem` names it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind}: {problem.detail}")
        self.problem = problem

    def __reduce__(self) -> tuple[type[StoreError], tuple[Problem]]:
        """By its problem: that is how it travels from another process."""
        return StoreError, (self.problem,)


def problem_of(error: Exception, path: Path) -> Problem:
    """The problem that an expected error of SQLite or of the file system stands for."""
    if isinstance(error, OSError):
        kind = _ERRNOS.get(error.errno or 0, ProblemKind.FILE)
    elif getattr(error, "extendedresult", 0) == apsw.SQLITE_IOERR_SHMSIZE:
        kind = ProblemKind.STORE_FULL
    else:
        kind = next(kind for expected, kind in _KINDS if isinstance(error, expected))
    reason = error.strerror if isinstance(error, OSError) else None
    return Problem(kind, url=str(path), detail=reason or str(error))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns the expected errors of SQLite into `StoreError`."""
    try:
        yield
    except EXPECTED as error:
        raise StoreError(problem_of(error, path)) from error
