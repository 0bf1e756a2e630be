"""Whether the file is whole: also one that would not be opened for reading news. Nothing is changed by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from newsreader.model import Problem, ProblemKind, SourceStatus
from newsreader.model.finding import Finding, State
from newsreader.paths import exists
from newsreader.store import pieces, schema, sources
from newsreader.store.articles import whole
from newsreader.store.database import check_reader, open_reader
from newsreader.store.errors import EXPECTED, UNREADABLE, problem_of
from newsreader.store.index import INDEXES
from newsreader.store.tally import is_right

Told = Callable[[str], None]
"""Is given the name of each check before it is made: of a large file some take half a minute."""

_STEPS = (
    1000  # of SQLite's machine, after which Python gets its turn: it would not hear Ctrl+C before the end
)
_WAIT = 200  # milliseconds: who holds the file for longer is told of
_UNFOUND = """
SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM {0}_docsize)"""
_CHUNK = 500  # articles in memory
_NEXT = "SELECT id FROM body WHERE id > ? ORDER BY id LIMIT ?"
_HALF = """
SELECT count(*) FROM entry LEFT JOIN article USING (id) LEFT JOIN body USING (id)
WHERE live = 1 AND (article.id IS NULL OR body.id IS NULL)"""


def examine(path: Path, told: Told = lambda _: None) -> list[Finding]:
    """What there is to say about the database; the first fault in its structure ends it."""
    if not exists(path):
        return [Finding("no_database", detail=str(path))]
    if refusal := _refusal(path):
        return [refusal]
    findings = []
    for name, check in _CHECKS.items():
        told(name)
        findings.append(_tried(path, check))
    if not any(finding.state is State.FAULT for finding in findings):
        told("index")
        findings += [_index(path), _writable(path)]
    return findings


def statuses(path: Path) -> list[SourceStatus] | None:
    """Every source with its health; None when the file cannot be read."""
    try:
        with closing(open_reader(path)) as connection:
            return sources.statuses(connection)
    except UNREADABLE:
        return None


def is_damaged(findings: list[Finding]) -> bool:
    """Whether rows may be lost, so that what can be read must be carried to a new file."""
    kinds = {finding.about.kind for finding in findings if isinstance(finding.about, Problem)}
    told = {finding.told for finding in findings if finding.state is State.FAULT}
    return ProblemKind.STORE_DAMAGED in kinds or bool(told & {"database_broken", "orphans", "half_articles"})


def _refusal(path: Path) -> Finding | None:
    problem = check_reader(path)
    if problem is None:
        return None
    if problem.kind is ProblemKind.STORE_READ_ONLY and not problem.detail:
        return Finding("old_schema", State.WARNING)
    state = State.WARNING if problem.kind is ProblemKind.STORE_LOCKED else State.FAULT
    return Finding("database", state, about=problem)


def _tried(path: Path, check: Callable[[apsw.Connection], Finding]) -> Finding:
    """What the check finds; that it cannot be made is a finding too."""
    try:
        with closing(open_reader(path)) as connection:
            _listen(connection)
            return check(connection)
    except EXPECTED as error:
        return Finding("database", State.FAULT, about=problem_of(error, path))


def _listen(connection: apsw.Connection) -> None:
    connection.set_progress_handler(_goes_on, _STEPS)


def _goes_on() -> bool:
    """Python's turn: what came meanwhile, Ctrl+C, is raised here, and SQLite stops."""
    return False


def _whole(connection: apsw.Connection) -> Finding:
    (first, *_) = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(5)")]
    if first != "ok":
        return Finding("database_broken", State.FAULT, first.strip().splitlines()[-1])
    _spell(connection)
    size = connection.pragma("page_count") * connection.pragma("page_size")
    return Finding("database_whole", detail=f"{size / 1e6:.1f} MB, {schema.version(connection)}")


def _spell(connection: apsw.Connection) -> None:
    """Reads every text, which fails where the bytes of one are none; SQLite itself does not look at them."""
    for (table,) in list(connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")):
        columns = connection.execute(f"PRAGMA table_info({table})")
        texts = ", ".join(name for _, name, kind, *_ in columns if kind == "TEXT")
        for _ in connection.execute(f"SELECT {texts} FROM {table}") if texts else ():
            pass


def _related(connection: apsw.Connection) -> Finding:
    number = sum(1 for _ in connection.execute("PRAGMA foreign_key_check"))
    return Finding("orphans", State.FAULT, str(number)) if number else Finding("no_orphans")


def _halves(connection: apsw.Connection) -> Finding:
    number = connection.execute(_HALF).get
    return Finding("half_articles", State.FAULT, str(number)) if number else Finding("no_half_articles")


def _texts(connection: apsw.Connection) -> Finding:
    """Whether every text can be unpacked: that a byte in one was changed, the file itself does not show."""
    number = sum(len(ids) - len(whole(connection, ids)) for ids in pieces.of_ids(connection, _NEXT, _CHUNK))
    return Finding("damaged_texts", State.WARNING, str(number)) if number else Finding("texts_whole")


def _tally(connection: apsw.Connection) -> Finding:
    return Finding("tally_right") if is_right(connection) else Finding("tally_wrong", State.WARNING)


_CHECKS = {"whole": _whole, "related": _related, "halves": _halves, "texts": _texts, "tally": _tally}


def _index(path: Path) -> Finding:
    """Whether what is searched in is whole; FTS5 checks that by a write, which is taken back."""
    try:
        with _held(path) as connection:
            for index in INDEXES:
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
                if unfound := connection.execute(_UNFOUND.format(index)).get:
                    return Finding("index_behind", State.WARNING, str(unfound))
    except apsw.CorruptError:
        return Finding("index_broken", State.WARNING)
    except EXPECTED as error:
        return Finding("database", State.WARNING, about=problem_of(error, path))
    return Finding("index_whole")


def _writable(path: Path) -> Finding:
    """Whether anything could be written now."""
    try:
        with _held(path):
            pass
    except EXPECTED as error:
        return Finding("database", State.WARNING, about=problem_of(error, path))
    return Finding("database_writable")


@contextmanager
def _held(path: Path) -> Iterator[apsw.Connection]:
    """A connection in a transaction of its own, in which nothing stays written."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_WAIT)
        _listen(connection)
        connection.execute("BEGIN IMMEDIATE")
        yield connection
    finally:
        connection.close()
