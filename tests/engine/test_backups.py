"""Backups: what they keep, when they are written, and that they bring everything back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine import Engine, backup_lines
from newsreader.model import Problem, ProblemKind, Scope, ScopeKind, SourceKind
from newsreader.model.backup import BroughtBack
from tests.engine.reader import Hands, feed, follow, listed, opened, refreshed, titles
from tests.server import Reply, Server

SAVED = Scope(ScopeKind.SAVED)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def engine(tmp_path: Path, clock: Hands) -> Iterator[Engine]:
    with opened(tmp_path / "een", clock) as engine:
        yield engine


@pytest.fixture
def other(tmp_path: Path, clock: Hands) -> Iterator[Engine]:
    with opened(tmp_path / "ander", clock) as engine:
        yield engine


async def marked(engine: Engine, server: Server) -> str:
    """Three articles: one read, one saved, one neither; answers the address of their feed."""
    url = server.add("/feed", Reply(feed("a", "b", "c")))
    await follow(engine, url)
    await refreshed(engine)
    ids = {row.title: row.id for row in listed(engine)}
    await engine.mark([ids["Bericht a"]], read=True)
    await engine.mark([ids["Bericht b"]], saved=True)
    return url


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "een" / "backup").iterdir())


async def test_an_empty_store_gets_everything_back(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    file = tmp_path / "kopie.jsonl"
    assert engine.backups.write(file) is None
    assert file.stat().st_mode & 0o777 == 0o600
    assert other.backups.bring_back(file) == BroughtBack(sources=1, marked=0, missing=2)
    assert [status.source for status in other.sources()] == [status.source for status in engine.sources()]
    assert titles(other, SAVED) == ["Bericht b"]
    assert titles(other) == ["Bericht b"]
    await refreshed(other, force=True)
    assert {row.title: (row.read, row.saved) for row in listed(other)} == {
        "Bericht a": (True, False),
        "Bericht b": (False, True),
        "Bericht c": (False, False),
    }
    assert not any(row.changed for row in listed(other))
    assert other.counts().saved == 1


async def test_what_is_there_is_marked_and_nothing_is_unmarked(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    url = await marked(engine, server)
    await follow(other, url)
    await refreshed(other)
    ids = {row.title: row.id for row in listed(other)}
    await other.mark([ids["Bericht c"]], read=True, saved=True)
    engine.backups.write(tmp_path / "kopie.jsonl")
    assert other.backups.bring_back(tmp_path / "kopie.jsonl") == BroughtBack(marked=2)
    assert other.backups.bring_back(tmp_path / "kopie.jsonl") == BroughtBack()
    assert {row.title: (row.read, row.saved) for row in listed(other)} == {
        "Bericht a": (True, False),
        "Bericht b": (False, True),
        "Bericht c": (True, True),
    }


async def test_a_removed_source_stays_removed_and_what_was_saved_of_it_is_back(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    await engine.subscriptions.remove("bron-1")
    engine.backups.write(tmp_path / "kopie.jsonl")
    other.backups.bring_back(tmp_path / "kopie.jsonl")
    assert other.sources() == []
    assert titles(other, SAVED) == ["Bericht b"]


async def test_a_refresh_writes_one_a_day_and_keeps_seven(
    engine: Engine, server: Server, tmp_path: Path, clock: Hands
) -> None:
    await follow(engine, server.add("/feed", Reply(feed("a"))))
    await refreshed(engine)
    assert not (tmp_path / "een" / "backup").exists()
    await engine.mark([listed(engine)[0].id], read=True)
    written = []
    for _ in range(9):
        clock.turn(days=1)
        await refreshed(engine)
        written.append(files(tmp_path)[-1])
        before = engine.backups.today().stat().st_mtime_ns
        clock.turn(minutes=1)
        await refreshed(engine, force=True)
        assert engine.backups.today().stat().st_mtime_ns == before
    assert files(tmp_path) == written[-7:]
    assert engine.backups.newest() == tmp_path / "een" / "backup" / written[-1]


async def test_a_clock_set_back_does_not_drop_what_was_just_written(
    engine: Engine, server: Server, tmp_path: Path, clock: Hands
) -> None:
    await marked(engine, server)
    for _ in range(8):
        clock.turn(days=1)
        engine.backups.daily()
    clock.turn(days=-3650)
    engine.backups.daily()
    assert engine.backups.today().name in files(tmp_path)
    assert len(files(tmp_path)) == 7


async def test_a_damaged_line_costs_that_line(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    file = tmp_path / "kopie.jsonl"
    engine.backups.write(file)
    head, source, first, second = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([head, source, first[:20], b"\xff\x00", second]))
    assert other.backups.bring_back(file) == BroughtBack(sources=1, missing=1, unreadable=(3, 4))


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"{}\n[]\n", b'{"newsreader":1}\n'])
def test_what_is_no_backup_is_told(engine: Engine, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "kopie.jsonl"
    file.write_bytes(data)
    problem = engine.backups.bring_back(file)
    assert problem == Problem(ProblemKind.MALFORMED, str(file))


def test_a_backup_that_is_not_there_or_cannot_be_written_is_told(engine: Engine, tmp_path: Path) -> None:
    read, written = engine.backups.bring_back(tmp_path / "weg"), engine.backups.write(tmp_path)
    assert isinstance(read, Problem)
    assert isinstance(written, Problem)
    assert (read.kind, written.kind) == (ProblemKind.FILE, ProblemKind.FILE)


async def test_marks_of_sources_that_nobody_knows_are_counted(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    file = tmp_path / "kopie.jsonl"
    engine.backups.write(file)
    file.write_bytes(
        b"".join(line for line in file.read_bytes().splitlines(True) if b'{"source"' not in line[:10])
    )
    assert other.backups.bring_back(file) == BroughtBack(unplaced=2)


async def test_many_marks_go_and_come_in_pieces(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await follow(engine, server.add("/feed", Reply(feed(*map(str, range(2300))))))
    await refreshed(engine)
    await engine.mark_all(Scope())
    engine.backups.write(tmp_path / "kopie.jsonl")
    assert other.backups.bring_back(tmp_path / "kopie.jsonl") == BroughtBack(sources=1, missing=2300)


async def test_what_is_written_is_understood_as_it_was(engine: Engine, server: Server, clock: Hands) -> None:
    await marked(engine, server)
    kept = engine._store.backups
    sources, marks = tuple(kept.sources()), tuple(kept.marks())
    page = replace(sources[0], source=replace(sources[0].source, kind=SourceKind.PAGE, alternatives=("a",)))
    written = b"".join(backup_lines.lines([page], marks, clock()))
    assert backup_lines.understood(written) == ((page,), marks, ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["source", "mark", "key", "read", "id", "kind", "newsreader"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_line_is_taken_on_trust(value: object) -> None:
    found = backup_lines.understood(json.dumps(value).encode())
    assert len(found.sources) + len(found.marks) + len(found.unreadable) <= 1
