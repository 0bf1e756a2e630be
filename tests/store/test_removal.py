"""Pruning: what is old and read goes, and does not come back."""

from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from newsreader.model import Scope
from newsreader.store import Store, Written, removal, upkeep
from tests.store.drafts import MINUTE, NOW, draft, put
from tests.store.test_writer import commits_of

OLD = NOW - timedelta(days=30)


def test_only_read_unsaved_and_old_articles_go(store: Store) -> None:
    day = 24 * 60
    drafts = [draft(key, key, age=40 * day) for key in ("gelezen", "bewaard", "ongelezen")]
    put(store, [*drafts, draft("jong", "jong", age=day)], now=NOW - timedelta(days=39))
    named = {row.title: row.id for row in store.page(Scope(), 9)}
    store.mark([named["gelezen"], named["bewaard"], named["jong"]], read=True).result()
    store.mark([named["bewaard"]], saved=True).result()
    assert store.prune(OLD).result() == 1
    assert {row.title for row in store.page(Scope(), 9)} == {"bewaard", "ongelezen", "jong"}
    assert store.article(named["gelezen"]) is None
    assert store.search("gelezen", 9) == []


def test_an_old_article_that_has_only_just_come_stays(store: Store) -> None:
    put(store, [draft("a", age=40 * 24 * 60)])
    store.mark(store.ids(Scope()), read=True).result()
    assert store.prune(OLD).result() == 0


def test_what_was_pruned_does_not_come_back_while_it_stands_in_its_feed(store: Store) -> None:
    old = draft("a", age=40 * 24 * 60)
    put(store, [old], now=NOW - timedelta(days=39))
    store.mark(store.ids(Scope()), read=True).result()
    store.prune(OLD).result()
    assert put(store, [old]) == Written()
    assert list(store.ids(Scope())) == []


def test_more_than_one_transaction_takes(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(700)])
    unread = store.ids(Scope(), 1)
    store.mark(store.ids(Scope()), read=True).result()
    store.mark(unread, read=False).result()
    assert store.prune(NOW + MINUTE).result() == 699
    assert store.ids(Scope()) == unread


def test_pruning_walks_what_stays_a_stretch_a_transaction(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removal, "_STRETCH", 10)
    monkeypatch.setattr(removal, "_CHUNK", 3)
    put(store, [draft(str(number), age=number) for number in range(45)])
    read = [each for each in store.ids(Scope()) if each % 4]
    store.mark(read, read=True).result()
    commits = commits_of(store)
    assert store.prune(NOW + MINUTE).result() == len(read)
    assert len(commits) >= 45 // 10
    assert all(each % 4 == 0 for each in store.ids(Scope()))
    assert len(store.ids(Scope())) == 45 - len(read)


def test_upkeep_gives_room_back_and_loses_nothing(store: Store) -> None:
    put(store, [draft(str(number), age=number, text=f"tekst {number} " * 200) for number in range(600)])
    kept = store.ids(Scope(), 10)
    store.mark(store.ids(Scope()), read=True).result()
    store.mark(kept, saved=True).result()
    store.prune(NOW + MINUTE).result()
    store.optimize(NOW).result()
    assert store.ids(Scope()) == kept
    assert len(store.search("tekst", 20)) == 10
    with store._readers.reading() as connection:
        assert connection.pragma("freelist_count") == 0


def test_room_is_given_back_many_pages_a_transaction(store: Store, path: Path) -> None:
    put(store, [draft(str(number), age=number, text=f"tekst {number} " * 200) for number in range(600)])
    store.mark(store.ids(Scope()), read=True).result()
    store.prune(NOW + MINUTE).result()
    connection = apsw.Connection(str(path))
    free = connection.pragma("freelist_count")
    steps = sum(1 for _ in upkeep.optimize(connection, NOW))
    connection.close()
    assert free > 100
    assert steps < 40  # a table that is analysed is one too


def test_statistics_are_made_of_indexes_among_which_a_query_may_choose(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(20)])
    store.optimize(NOW).result()
    with store._readers.reading() as connection:
        told = {table for (table,) in connection.execute("SELECT tbl FROM sqlite_stat1")}
        indexes = {index for (index,) in connection.execute("SELECT idx FROM sqlite_stat1")}
    assert not told & {"body", "article", "posting", "feature"}
    assert indexes >= {"live_all", "unread_all", "live_section", "sqlite_autoindex_entry_1"}
