"""What can go wrong with the database, as problems of the model; and reading on where it is damaged."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import apsw

from newsreader.model import Problem, ProblemKind

T = TypeVar("T")

_KINDS: tuple[tuple[type[Exception], ProblemKind], ...] = (
    (apsw.BusyError, ProblemKind.STORE_LOCKED),
    (apsw.LockedError, ProblemKind.STORE_LOCKED),
    (apsw.ProtocolError, ProblemKind.STORE_LOCKED),
    (apsw.ReadOnlyError, ProblemKind.STORE_READ_ONLY),
    (apsw.PermissionsError, ProblemKind.STORE_READ_ONLY),
    (apsw.FullError, ProblemKind.STORE_FULL),
    (apsw.CorruptError, ProblemKind.STORE_DAMAGED),
    (apsw.NotADBError, ProblemKind.STORE_DAMAGED),
    (UnicodeDecodeError, ProblemKind.STORE_DAMAGED),  # SQLite does not look at the bytes of a text
    (apsw.CantOpenError, ProblemKind.FILE),
    (apsw.IOError, ProblemKind.FILE),
)
_ERRNOS = {
    errno.EACCES: ProblemKind.STORE_READ_ONLY,
    errno.EPERM: ProblemKind.STORE_READ_ONLY,
    errno.EROFS: ProblemKind.STORE_READ_ONLY,
    errno.ENOSPC: ProblemKind.STORE_FULL,
    errno.EDQUOT: ProblemKind.STORE_FULL,
    errno.EFBIG: ProblemKind.STORE_FULL,
    errno.ENOLCK: ProblemKind.STORE_NO_LOCKS,
}
_NO_LOCKS = {
    apsw.SQLITE_IOERR_LOCK,
    apsw.SQLITE_IOERR_RDLOCK,
    apsw.SQLITE_IOERR_SHMLOCK,
    apsw.SQLITE_IOERR_SHMMAP,
    apsw.SQLITE_IOERR_SHMOPEN,
}
EXPECTED: tuple[type[Exception], ...] = (OSError, *(kind for kind, _ in _KINDS))
"""The errors that a disk or another program can cause; every other one is a mistake of this program."""
UNREADABLE = (apsw.Error, OSError, UnicodeDecodeError)
"""Whatever may come of reading a damaged file."""


class StoreError(Exception):
    """A read or a write that failed for a reason outside the program; `problem` names it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.kind}: {problem.detail}")
        self.problem = problem

    def __reduce__(self) -> tuple[type[StoreError], tuple[Problem]]:
        """By its problem: that is how it travels from another process."""
        return StoreError, (self.problem,)


def problem_of(error: Exception, path: Path, number: int = 0) -> Problem:
    """The problem that an expected error of SQLite or of the file system stands for.

    `number` is the system's own error behind one of SQLite, where that is known.
    """
    if isinstance(error, OSError):
        number = error.errno or 0
        return Problem(_ERRNOS.get(number, ProblemKind.FILE), str(path), error.strerror or str(error))
    kind = next(kind for expected, kind in _KINDS if isinstance(error, expected))
    extended = getattr(error, "extendedresult", 0)
    if extended == apsw.SQLITE_IOERR_SHMSIZE:
        kind = ProblemKind.STORE_FULL
    elif isinstance(error, apsw.IOError | apsw.BusyError) and number in _ERRNOS:
        kind = _ERRNOS[number]
    elif extended in _NO_LOCKS:
        kind = ProblemKind.STORE_NO_LOCKS
    return Problem(kind, str(path), str(error))


@contextmanager
def store_errors(path: Path, connection: apsw.Connection | None = None) -> Iterator[None]:
    """Turns the expected errors of SQLite, on that connection, into `StoreError`."""
    try:
        yield
    except EXPECTED as error:
        number = connection.system_errno if connection else 0
        raise StoreError(problem_of(error, path, number)) from error


class Around:
    """Reads around damaged places."""

    problem: Problem | None = None
    """Why something was left out, once that has been so."""

    def __call__(self, read: Callable[[Sequence[int]], Iterable[T]], keys: Sequence[int]) -> list[T]:
        """What is read by these keys, those of damaged places left out."""
        found = self.attempt(lambda: [*read(keys)])
        if found is not None:
            return found
        middle = len(keys) // 2
        return [*self(read, keys[:middle]), *self(read, keys[middle:])] if middle else []

    def attempt(self, work: Callable[[], T]) -> T | None:
        """What comes of it; None when that cannot be read."""
        try:
            return work()
        except StoreError as error:
            if error.problem.kind is not ProblemKind.STORE_DAMAGED:
                raise
            self.problem = error.problem
            return None
