"""Opening the file: its folder, its pragmas, whose it is, and whether it can be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from urllib.parse import quote

import apsw

from newsreader import atomic
from newsreader.model import Problem, ProblemKind
from newsreader.paths import APP, exists
from newsreader.store import index, schema
from newsreader.store.errors import EXPECTED, problem_of
from newsreader.store.transaction import transaction

APPLICATION_ID = (
    0x4E575352  # "NWSR", in the file's header: https://www.sqlite.org/fileformat.html#application_id
)
_WRITABLE = apsw.SQLITE_OPEN_READWRITE
_READABLE = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_PAGE = 8192  # bytes: a body of a typical article fills a third of it, so an eighth less is left empty
_WAL_PAGES = 2000  # of the log that stay on the disk when it is begun anew
_READ_WAIT = 5.0  # seconds; readers wait only while another program recovers or switches the file


def open_writer(path: Path, wait: float) -> apsw.Connection | Problem:
    """The writing connection to our own file, created and migrated when need be; `wait` is in seconds."""
    connection = None
    try:
        _check_kind(path)
        _create(path)
        connection = _connect(_name(path), _WRITABLE, wait)
        problem = _refused(connection, path)
        if problem is None:
            _prepare(connection)
            return connection
    except EXPECTED as error:
        problem = problem_of(error, path, connection.system_errno if connection else 0)
    if connection:
        connection.close()
    return problem


def open_reader(path: Path, *, frozen: bool = False) -> apsw.Connection:
    """A reading connection; `frozen` reads a file in a folder where not even a lock can be written."""
    address = f"file:{quote(_name(path.absolute()))}" + ("?immutable=1" if frozen else "?mode=ro")
    return _connect(address, _READABLE, _READ_WAIT)


def check_reader(path: Path, *, frozen: bool = False) -> Problem | None:
    """Why a file that cannot be written cannot be read either, if that is so."""
    try:
        _check_kind(path)
        path.open("rb").close()
    except OSError as error:
        return Problem(ProblemKind.FILE, str(path), error.strerror or str(error))
    try:
        connection = open_reader(path, frozen=frozen)
        problem = _refused(connection, path)
        if problem is None and schema.version(connection) < len(schema.MIGRATIONS):
            problem = Problem(ProblemKind.STORE_READ_ONLY, str(path))
        connection.close()
    except EXPECTED as error:
        return problem_of(error, path)
    return problem


def _check_kind(path: Path) -> None:
    """Raises OSError for a pipe or a device: whoever opens it would wait for ever."""
    if exists(path) and not path.is_file() and not path.is_dir():
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), path)


def _create(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    atomic.close_to_others(path)  # what SQLite makes beside it gets the same mode
    if path.parent.name == APP:  # another folder may be shared on purpose
        atomic.close_to_others(path.parent, 0o700)


def _name(path: Path) -> str:
    """The name as SQLite wants it, which is in UTF-8. Raises OSError for one that is not."""
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), path) from None
    return str(path)


def _connect(address: str, flags: int, wait: float) -> apsw.Connection:
    connection = apsw.Connection(address, flags=flags)
    connection.set_busy_timeout(int(wait * 1000))
    connection.pragma("foreign_keys", True)
    return connection


def _refused(connection: apsw.Connection, path: Path) -> Problem | None:
    ours = connection.pragma("application_id") == APPLICATION_ID
    if not ours and connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").get:
        return Problem(ProblemKind.STORE_FOREIGN, str(path))
    if schema.version(connection) > len(schema.MIGRATIONS):
        return Problem(ProblemKind.STORE_FUTURE, str(path))
    return None


def _prepare(connection: apsw.Connection) -> None:
    if schema.version(connection) == 0:
        connection.pragma("page_size", _PAGE)
        connection.pragma("auto_vacuum", "incremental")
    connection.pragma("journal_mode", "wal")
    connection.pragma("journal_size_limit", _WAL_PAGES * _PAGE)
    if schema.version(connection) < len(schema.MIGRATIONS):
        with transaction(connection):
            connection.pragma("application_id", APPLICATION_ID)
            schema.migrate(connection)
    index.prepare(connection)
