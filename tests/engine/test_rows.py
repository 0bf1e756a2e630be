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
