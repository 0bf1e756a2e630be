"""From one version of the tables to the next: all of it, once, or nothing."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from newsreader.model import Count, Problem, ProblemKind, Scope
from newsreader.store import Store, counts, schema, tally
from tests.store.drafts import draft, opened, put, source

NEXT = "ALTER TABLE meta ADD COLUMN changed INTEGER; UPDATE meta SET changed = 7;"
BROKEN = "CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);"


@pytest.fixture
def older(path: Path) -> Path:
    """A file of the first version, with an article and a mark in it."""
    path.parent.mkdir(parents=True)
    store = opened(path)
    store.add_sources([source()]).result()
    put(store, [draft("a")])
    store.mark(store.ids(Scope()), saved=True).result()
    store.set_meta("editie", "1").result()
    store.close()
    return path


def look(path: Path, query: str) -> object:
    connection = apsw.Connection(str(path))
    try:
        return connection.execute(query).get
    finally:
        connection.close()


def test_a_new_file_has_all_versions(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    opened(path).close()
    assert look(path, "PRAGMA user_version") == len(schema.MIGRATIONS)


def test_an_older_file_is_brought_up_to_date(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    store = opened(older)
    assert store.page(Scope(), 9)[0].saved
    store.close()
    assert look(older, "SELECT changed FROM meta") == 7
    opened(older).close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT, BROKEN))
        with pytest.raises(apsw.SQLError):
            Store.open(older)
    store = opened(older)
    assert store.meta("editie") == "1"
    store.close()
    assert look(older, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0


def test_an_older_file_waits_for_whoever_is_writing_it(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    other = apsw.Connection(str(older))
    other.execute("BEGIN IMMEDIATE")
    problem = Store.open(older, open_wait=0.01)
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.STORE_LOCKED
    other.close()
    opened(older).close()


def made_before(migration: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> apsw.Connection:
    """A store as it was made before that migration."""
    path.parent.mkdir(parents=True)
    connection = apsw.Connection(str(path))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[: schema.MIGRATIONS.index(migration)])
        schema.migrate(connection)
    return connection


_ENTRY = "id, source, key, grp, section, sort_at, first_seen, digest, live, read, saved"


def test_texts_that_were_read_before_are_known_to_be_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = made_before(schema._WHOLE, path, monkeypatch)
    connection.execute("INSERT INTO source VALUES (1, 'b', 'B', '', '', '', 'page', 1, 0, '[]', 1, 0, '')")
    for entry in (1, 2):
        row = f"({entry}, 1, 'k{entry}', '', '', 0, 0, x'', 1, 0, 0)"
        connection.execute(f"INSERT INTO entry ({_ENTRY}) VALUES {row}")
        connection.execute(f"INSERT INTO article VALUES ({entry}, 'T', '', '', NULL, NULL)")
    connection.execute("INSERT INTO text_visit VALUES (1, 3, 1), (2, 3, 0)")
    schema.migrate(connection)
    assert connection.execute("SELECT id, whole FROM article").fetchall() == [(1, 1), (2, 0)]
    connection.close()


def test_what_a_section_has_beside_its_own_is_counted_when_that_is_first_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = made_before(schema._ALSO_TALLY, path, monkeypatch)
    connection.execute(
        "INSERT INTO source (no, id, title, url, grp, section, kind, is_on, interval, alternatives, position)"
        " VALUES (1, 'b', 'B', '', '', '', 'page', 1, 0, '[]', 1)"
    )
    for entry, read in ((1, 0), (2, 1)):
        row = f"({entry}, 1, 'k{entry}', '', 'Zee', 0, 0, x'', 1, {read}, 0)"
        connection.execute(f"INSERT INTO entry ({_ENTRY}) VALUES {row}")
        connection.execute(f"INSERT INTO entry_section VALUES ({entry}, 'Sport', 0)")
    schema.migrate(connection)
    assert counts.counts(connection).sections == (("Zee", Count(2, 1)), ("Sport", Count(2, 1)))
    assert tally.is_right(connection)
    connection.close()
