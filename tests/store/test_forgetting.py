"""What was let go is forgotten when its source has not shown it for a year, and never before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from newsreader.model import Scope, Visit
from newsreader.store import Store
from newsreader.store.writer import once
from tests.store.drafts import NOW, draft, source, visit_of

DAY = timedelta(days=1)
YEAR = 365 * DAY


def shown(store: Store, keys: Sequence[str], now: datetime, *, changed: bool = True) -> int:
    """A visit to the source that shows these articles, and what follows every refresh; how many were new."""
    visit = replace(visit_of(store), etag="v", last_checked=now)
    visit = replace(visit, last_changed=now) if changed else visit
    drafts = [draft(key, key, age=None) for key in keys] if changed else []
    new = store.put("bron", visit, drafts, now).result().new
    store.prune(now - 30 * DAY).result()
    store.optimize(now).result()
    return new


def entries(store: Store) -> set[str]:
    """The keys of everything that is known."""
    return {key for (key,) in rows(store, "SELECT key FROM entry")}


def rows(store: Store, query: str) -> list[Any]:
    return store._read(lambda connection: connection.execute(query).fetchall())


def changed(store: Store, statement: str, entry: int) -> None:
    store._write(once(lambda connection: connection.execute(statement, (entry,)).fetchall())).result()


@pytest.fixture
def store(store: Store) -> Store:
    """A store in which `a` was shown and read, and let go a month later."""
    shown(store, ["a"], NOW)
    store.mark(store.ids(Scope()), read=True).result()
    shown(store, ["b"], NOW + 40 * DAY)
    assert entries(store) == {"a", "b"}
    assert len(store.ids(Scope())) == 1
    return store


def test_after_a_year_it_is_forgotten(store: Store) -> None:
    shown(store, ["c"], NOW + YEAR)
    assert "a" in entries(store)
    shown(store, ["c"], NOW + YEAR + 41 * DAY)
    assert entries(store) == {"b", "c"}


def test_while_its_source_shows_it_it_stays_and_does_not_come_back(store: Store) -> None:
    for month in range(2, 40):
        assert shown(store, ["a"], NOW + month * 31 * DAY) == 0
    assert "a" in entries(store)
    assert [row.title for row in store.page(Scope(), 9)] == ["b"]


def test_a_source_that_did_not_change_may_still_show_it(store: Store) -> None:
    for month in range(2, 40):
        shown(store, [], NOW + month * 31 * DAY, changed=False)
    assert "a" in entries(store)
    assert shown(store, ["a"], NOW + 41 * 31 * DAY) == 0
    assert "a" in entries(store)


def test_a_source_that_was_silent_for_years_and_shows_it_again_brings_nothing_new(store: Store) -> None:
    assert shown(store, ["a", "b"], NOW + 9 * YEAR) == 0


@pytest.mark.parametrize("decided", ["bond", "follow", "saved", "removed"])
def test_what_the_reader_decided_about_stays(store: Store, decided: str) -> None:
    one, other = (each for (each,) in rows(store, "SELECT id FROM entry ORDER BY id"))
    match decided:
        case "bond":
            changed(store, f"INSERT INTO bond VALUES (?, {other}, 0)", one)
        case "follow":
            changed(store, "INSERT INTO follow VALUES (?, 0)", one)
        case "saved":
            changed(store, "UPDATE entry SET saved = 1 WHERE id = ?", one)
        case "removed":
            store.remove_source("bron").result()
    if decided != "removed":
        shown(store, ["c"], NOW + 2 * YEAR)
    store.optimize(NOW + 3 * YEAR).result()
    assert "a" in entries(store)


def test_what_comes_to_life_again_begins_anew(store: Store) -> None:
    later = NOW + YEAR
    store.put("bron", Visit(last_changed=later), [draft("a", "a, herzien")], later).result()
    store.mark(store.ids(Scope()), read=True).result()
    shown(store, ["c"], later + 40 * DAY)
    shown(store, ["d"], later + YEAR)
    assert "a" in entries(store)
    shown(store, ["d"], later + YEAR + 41 * DAY)
    assert "a" not in entries(store)


def test_a_store_stays_as_small_as_what_comes_in_a_year(store: Store) -> None:
    store.save_source(source()).result()
    sizes = []
    for week in range(6 * 52):
        now = NOW + week * 7 * DAY
        shown(store, [f"{week}-{each}" for each in range(3)], now)
        store.mark(store.ids(Scope()), read=True).result()
        sizes.append(len(entries(store)))
    assert max(sizes[2 * 52 :]) == max(sizes[-52:]) < 1.2 * 3 * 52
