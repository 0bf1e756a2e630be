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
from newsreader.model.backup import BroughtBack, Kept, KeptBond, KeptFollow, KeptWishes
from newsreader.store import reindex
from newsreader.store.writer import once
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
    stored = engine._store.backups
    sources, marks = tuple(stored.sources()), tuple(stored.marks())
    page = replace(sources[0], source=sources[0].source._replace(kind=SourceKind.PAGE, alternatives=("a",)))
    bond = KeptBond(("bron-1", "a"), ("bron-1", "b"), together=True)
    wishes = KeptWishes("bron-1", {"section": "Sport", "stories": False})
    kept: tuple[Kept, ...] = (page, wishes, *marks, bond, KeptFollow(("bron-1", "a"), clock()))
    written = list(backup_lines.lines(kept, clock(), 7))
    assert backup_lines.understood(enumerate(written, 1)) == (kept, ())
    assert backup_lines.number(written[0]) == 7


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["source", "mark", "bond", "one", "wishes", "values", "follow", "newsreader"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_line_is_taken_on_trust(value: object) -> None:
    found = backup_lines.understood([(1, json.dumps(value).encode())])
    assert len(found.kept) + len(found.unreadable) <= 1


async def test_decisions_about_stories_hold_for_articles_that_are_still_to_come(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    engine.stories.join_all()
    a, b, c = (row.id for row in sorted(listed(engine), key=lambda row: row.title))
    await engine.stories.join(a, b)
    await engine.stories.join(a, c)
    await engine.stories.split(c)
    await engine.stories.turn_follow(a)
    engine.backups.write(tmp_path / "kopie.jsonl")
    done = other.backups.bring_back(tmp_path / "kopie.jsonl")
    assert isinstance(done, BroughtBack)
    assert done.decided >= 3
    await refreshed(other, force=True)
    other.stories.join_all()
    (story,) = [one.story for one in other.stories.followed()]
    assert sorted(each.row.title for each in story.tellings) == ["Bericht a", "Bericht b"]


async def test_what_was_decided_since_is_not_undone(
    engine: Engine, other: Engine, server: Server, tmp_path: Path
) -> None:
    url = await marked(engine, server)
    await follow(other, url)
    await refreshed(other)
    for one in (engine, other):
        one.stories.join_all()
        a, b, _ = (row.id for row in sorted(listed(one), key=lambda row: row.title))
        await one.stories.join(a, b)
    engine.backups.write(tmp_path / "kopie.jsonl")
    await other.stories.split(a)
    done = other.backups.bring_back(tmp_path / "kopie.jsonl")
    assert isinstance(done, BroughtBack)
    assert done.decided == 0
    other.stories.join_all()
    assert other.stories.story(a) is None


async def test_a_saved_article_of_which_only_the_mark_is_left_is_listed_again(
    engine: Engine, server: Server, tmp_path: Path
) -> None:
    await marked(engine, server)
    engine.backups.write(tmp_path / "kopie.jsonl")
    saved = listed(engine, SAVED)[0].id
    engine._store._write(once(lambda connection: reindex.give_up(connection, saved))).result()
    assert titles(engine, SAVED) == []
    assert engine.backups.bring_back(tmp_path / "kopie.jsonl") == BroughtBack()
    assert titles(engine, SAVED) == ["Bericht b"]


async def test_the_last_one_written_is_the_newest_whatever_the_clock_said(
    engine: Engine, server: Server, clock: Hands
) -> None:
    await marked(engine, server)
    engine.backups.daily()
    clock.turn(days=-3650)
    engine.backups.daily()
    assert engine.backups.newest() == engine.backups.today()
    clock.turn(days=7300)
    engine.backups.daily()
    assert engine.backups.newest() == engine.backups.today()


async def test_the_fullest_of_the_older_files_outlives_a_store_that_was_lost(
    engine: Engine, server: Server, tmp_path: Path, clock: Hands
) -> None:
    url = await marked(engine, server)
    await engine.mark_all(Scope())
    clock.turn(days=1)
    engine.backups.daily()
    full = engine.backups.today().name
    with opened(tmp_path / "nieuw", clock) as new:
        await follow(new, url)
        new._paths = new._paths._replace(data_dir=tmp_path / "een")
        for _ in range(10):
            clock.turn(days=1)
            new.backups.daily()
    assert full in files(tmp_path)
    assert len(files(tmp_path)) == 8


async def test_that_no_file_could_be_written_is_told_once(
    engine: Engine, server: Server, tmp_path: Path, clock: Hands
) -> None:
    await marked(engine, server)
    (tmp_path / "een" / "backup" / "newsreader-2026-03-02.jsonl").unlink()
    (tmp_path / "een" / "backup").rmdir()
    (tmp_path / "een" / "backup").write_text("in de weg")
    for _ in range(2):
        clock.turn(days=1)
        await refreshed(engine)
    problem = engine.backups.untold()
    assert problem is not None
    assert problem.kind == ProblemKind.FILE
    engine.backups.daily()
    clock.turn(days=1)
    assert engine.backups.untold() is None
