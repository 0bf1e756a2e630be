"""Lists over the store: any length, a window at a time, and nothing kept that has changed."""

from __future__ import annotations

import pytest

from newsreader.engine import Engine, StoredRows, rows
from newsreader.model import Scope
from tests.engine.reader import feed, follow, listed, refreshed
from tests.server import Reply, Server


@pytest.fixture
async def long(engine: Engine, server: Server, monkeypatch: pytest.MonkeyPatch) -> StoredRows:
    """Forty articles, read five at a time, of which ten are kept."""
    monkeypatch.setattr(rows, "WINDOW", 5)
    monkeypatch.setattr(rows, "KEPT", 10)
    await follow(engine, server.add("/feed", Reply(feed(*(f"{n:02}" for n in range(40))))))
    await refreshed(engine)
    return engine.rows(Scope())


async def test_every_place_has_its_row_in_any_order(long: StoredRows) -> None:
    assert len(long) == 40
    for index in (*range(40), *range(39, -1, -1), 17, 3, 39):
        row = long.row(index)
        assert row is not None
        assert (row.id, long.index_of(row.id)) == (long.id_at(index), index)


async def test_a_row_that_changed_is_read_again_once_forgotten(engine: Engine, long: StoredRows) -> None:
    row = long.row(0)
    assert row is not None
    await engine.mark([row.id], read=True)
    stale = long.row(0)
    assert stale is not None
    assert not stale.read
    long.forget([row.id, 12345])
    fresh = long.row(0)
    assert fresh is not None
    assert fresh.read


async def test_an_article_that_has_gone_is_no_row(engine: Engine, long: StoredRows) -> None:
    await engine.subscriptions.remove("bron-1")
    assert len(long) == 40
    assert {long.row(index) for index in range(40)} == {None}
    assert listed(engine) == []


async def test_what_is_not_in_the_list_has_no_place(long: StoredRows) -> None:
    assert long.index_of(-1) is None


async def test_a_limit_shows_the_newest(engine: Engine, long: StoredRows) -> None:
    short = engine.rows(Scope(), 7)
    assert [short.id_at(n) for n in range(len(short))] == [long.id_at(n) for n in range(7)]


async def test_new_rows_stand_before_a_list_that_is_there(
    engine: Engine, server: Server, long: StoredRows
) -> None:
    server.add("/feed", Reply(feed("x", "y", *(f"{n:02}" for n in range(40)))))
    await refreshed(engine, force=True)
    joined = engine.rows(Scope(), 9).over(long)
    assert joined is not None
    whole = engine.rows(Scope())
    assert [joined.id_at(n) for n in range(len(joined))] == [whole.id_at(n) for n in range(42)]
    assert (joined.highest, len(long)) == (whole.highest, 40)


async def test_rows_that_do_not_meet_are_not_joined(engine: Engine, long: StoredRows) -> None:
    assert engine.rows(Scope(unread=True), 0).over(long) is None
    elsewhere = StoredRows(engine._store, long.ids[:0])
    assert engine.rows(Scope(), 9).over(elsewhere) is None


async def test_an_article_that_moved_up_is_not_listed_twice(engine: Engine, long: StoredRows) -> None:
    moved = StoredRows(engine._store, long.ids[30:31] + long.ids[:9])
    assert moved.over(long) is None


async def test_an_article_is_looked_for_near_by_alone_if_so_wished(
    long: StoredRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "AROUND", 3)
    last = long.id_at(39)
    assert long.index_of(last) == 39
    assert long.index_of(last, 38, far=False) == 39
    assert long.index_of(last, 10, far=False) is None
