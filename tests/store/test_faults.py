"""Killed at any moment, or out of room: nothing that was confirmed is lost, nothing is half written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from newsreader.model import Count, ProblemKind, Scope, Visit
from newsreader.store import Store, StoreError, counts
from newsreader.store.writer import once
from tests.store.drafts import NOW, draft, opened, put, visit_of

ROOT = Path(__file__).parents[2]


def check(path: Path) -> None:
    """The file is whole, every article has its body, and the tally is what counting gives."""
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    whole = "SELECT count(*) FROM entry JOIN article USING (id) JOIN body USING (id) WHERE live"
    counted = "SELECT count(*), ifnull(sum(NOT read), 0), ifnull(sum(saved), 0) FROM entry WHERE live"
    (total, *_) = numbers = connection.execute(counted).get
    assert connection.execute(whole).get == total
    assert connection.execute(counts.EVERYTHING).get == numbers
    for index in ("title_words", "text_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
        found = connection.execute(f"SELECT count(*) FROM {index} WHERE {index} MATCH 'veerpont OR pont'").get
        assert found == total
    connection.close()


def test_killed_while_writing(path: Path) -> None:
    confirmed: set[int] = set()
    for life in range(4):
        command = [sys.executable, "-m", "tests.store.scribe", str(path), str(life * 1000)]
        scribe = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert scribe.stdout is not None
        for _ in range(3 + life * 5):
            confirmed.update(map(int, scribe.stdout.readline().split()))
        scribe.kill()
        confirmed.update(map(int, " ".join(scribe.stdout.read().splitlines()).split()))
        scribe.wait()
        scribe.stdout.close()
        check(path)
        store = opened(path)
        rows = store.rows(sorted(confirmed))
        assert len(rows) == len(confirmed)
        assert all(row.read and row.saved for row in rows)
        store.close()


def limit(store: Store, pages: int) -> None:
    """Lets the file grow by so many pages and no more, as on a full disk."""

    def set_limit(connection: apsw.Connection) -> None:
        connection.pragma("max_page_count", connection.pragma("page_count") + pages)

    store._act(once(set_limit)).result()


def test_a_full_disk_is_told_and_what_is_there_stays(store: Store, path: Path) -> None:
    put(store, [draft("a")])
    limit(store, 0)
    with pytest.raises(StoreError) as caught:
        put(store, [draft(str(number), text="tekst " * 500) for number in range(100)])
    assert caught.value.problem.kind == ProblemKind.STORE_FULL
    assert store.counts().everything == Count(1, 1)
    assert len(store.mark([1], read=True).result()) == 1
    limit(store, 10_000)
    assert put(store, [draft("b")]).new == 1
    store.close()
    check(path)


def test_a_disk_that_fills_half_way_keeps_what_came_and_asks_again(store: Store, path: Path) -> None:
    drafts = [draft(str(number), age=number, text=os.urandom(800).hex()) for number in range(600)]
    limit(store, 300)
    with pytest.raises(StoreError):
        store.put("bron", Visit(etag="half"), drafts, NOW).result()
    came = store.counts().everything.total
    assert 0 < came < 600
    assert visit_of(store) == Visit()
    limit(store, 10_000)
    assert put(store, drafts).new == 600 - came
    assert visit_of(store).etag == "v1"
    store.close()


def test_a_power_cut_at_any_moment_leaves_a_store_that_opens(
    store: Store, path: Path, tmp_path: Path
) -> None:
    put(store, [draft(str(number)) for number in range(10)])
    marks = store.ids(Scope(), 3)
    store.mark(marks, saved=True).result()
    log = path.with_name("news.db-wal").read_bytes()
    main = path.read_bytes()
    for number, size in enumerate(range(0, len(log), max(1, len(log) // 40))):
        copy = tmp_path / str(number) / "news.db"
        copy.parent.mkdir()
        copy.write_bytes(main)
        copy.with_name("news.db-wal").write_bytes(log[:size])
        reopened = opened(copy)
        rows = reopened.page(Scope(), 99)
        assert len(rows) in (0, 10)
        reopened.close()
        check(copy)
