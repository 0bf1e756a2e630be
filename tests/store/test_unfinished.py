"""Long markings that are broken off, and what is marked by hand while one is under way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader.model import Count, Mark, PackedMarks, Scope
from newsreader.store import Store, schema, writer
from newsreader.store.writer import once
from tests.store.drafts import NOW, draft, opened, put, source

MANY = 3100
EVERYTHING = '["all", "", 9999999999]'
Told = Callable[[int], None]


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, [draft(str(number), age=number) for number in range(MANY)])
    return store


def marked(store: Store) -> PackedMarks:
    """What is changed by marking everything as read."""
    return store.long_markings.mark_scope(Scope(), NOW).result()


@contextmanager
def held(store: Store) -> Iterator[None]:
    """What is asked of the store waits, and is then done in order of urgency."""
    reached, gate = threading.Event(), threading.Event()

    def wait(_: apsw.Connection) -> None:
        reached.set()
        gate.wait()

    store._write(once(wait))
    reached.wait()
    yield
    gate.set()


def broken_off(store: Store, begin: Callable[[Told], Future[Any]]) -> None:
    """Closes the store when the first thousand of a long marking are done and told of."""
    begun, gate = threading.Event(), threading.Event()

    def told(_: int) -> None:
        begun.set()
        gate.wait()

    marking = begin(told)
    begun.wait()
    close = threading.Thread(target=store.close)
    close.start()
    assert store._writer is not None
    while not store._writer._closed:
        pass
    gate.set()
    close.join()
    with pytest.raises(CancelledError):
        marking.result()


def unfinished(path: Path) -> int:
    """How many notes of long markings there are left in the file."""
    with closing(apsw.Connection(str(path))) as connection:
        return int(connection.execute("SELECT (SELECT count(*) FROM unfinished) + count(*) FROM by_hand").get)


def test_all_read_that_was_broken_off_goes_on_later(
    filled: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GRACE", -1)
    broken_off(filled, lambda told: filled.long_markings.mark_scope(Scope(), NOW, told))
    with closing(opened(path)) as again:
        put(again, [draft("late")], now=NOW + timedelta(minutes=1))
        assert again.counts().everything == Count(MANY + 1, MANY + 1 - 1000)
        again.long_markings.finish().result()
        assert again.counts().everything == Count(MANY + 1, 1)
    assert unfinished(path) == 0


def test_an_undo_that_was_broken_off_goes_on_later(
    filled: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GRACE", -1)
    oldest = filled.ids(Scope())[-1]
    filled.mark([oldest], read=True).result()
    before = marked(filled)
    broken_off(filled, lambda told: filled.restore(before, told))
    with closing(opened(path)) as again:
        assert again.counts().everything == Count(MANY, 1000)
        again.long_markings.finish().result()
        assert again.counts().everything == Count(MANY, MANY - 1)
        assert again.rows([oldest])[0].read
    assert unfinished(path) == 0


def test_an_undo_survives_quitting_before_it_has_begun(
    filled: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GRACE", -1)
    before = marked(filled)
    with held(filled):
        undone = filled.restore(before)
        close = threading.Thread(target=filled.close)
        close.start()
        assert filled._writer is not None
        while not filled._writer._closed:
            pass
    close.join()
    with pytest.raises(CancelledError):
        undone.result()
    with closing(opened(path)) as again:
        again.long_markings.finish().result()
        assert again.counts().everything == Count(MANY, MANY)


def test_what_is_read_or_saved_by_hand_during_an_undo_stays_so(filled: Store, path: Path) -> None:
    before = marked(filled)
    first, last = filled.ids(Scope())[0], filled.ids(Scope())[-1]
    with held(filled):
        undone = filled.restore(before)
        filled.mark([first, last], read=False)
        filled.mark([first, last], read=True)
        filled.mark([last], saved=True)
    undone.result()
    assert filled.counts().everything == Count(MANY, MANY - 2)
    assert [(row.read, row.saved) for row in filled.rows([first, last])] == [(True, False), (True, True)]
    assert unfinished(path) == 0


def test_what_is_saved_by_hand_while_saving_is_undone_stays_so(filled: Store) -> None:
    ids = filled.ids(Scope())
    before = filled.mark(ids, read=True, saved=True).result()
    with held(filled):
        undone = filled.restore(before)
        filled.mark([ids[-1]], saved=False)
        filled.mark([ids[-1]], saved=True)
    undone.result()
    assert (filled.counts().everything, filled.counts().saved) == (Count(MANY, MANY), 1)


def test_what_is_marked_unread_by_hand_while_all_are_read_stays_so(filled: Store, path: Path) -> None:
    first, *_, last = filled.ids(Scope())
    filled.mark([last], read=True).result()
    with held(filled):
        everything = filled.long_markings.mark_scope(Scope(), NOW)
        filled.mark([first, last], read=False)
    assert len(everything.result()) == MANY - 2
    assert filled.counts().everything == Count(MANY, 2)
    assert unfinished(path) == 0


def test_what_is_taken_back_by_hand_while_all_are_read_stays_so(filled: Store) -> None:
    last = filled.ids(Scope())[-1]
    before = filled.mark([last], read=True).result()
    starred = filled.mark([last], saved=True).result()
    with held(filled):
        everything = filled.long_markings.mark_scope(Scope(), NOW)
        filled.restore(starred)
        filled.restore(before)
    assert len(everything.result()) == MANY - 1
    assert filled.counts().everything == Count(MANY, 1)


def test_a_marking_leaves_alone_only_what_was_marked_since_it_was_begun(filled: Store) -> None:
    last = filled.ids(Scope())[-1]
    with held(filled):
        filled.long_markings.mark_scope(Scope(), NOW)
        filled.mark([last], read=False)
        second = filled.long_markings.mark_scope(Scope(), NOW)
    assert list(second.result()) == [Mark(last, read=False, saved=False)]
    assert filled.counts().everything == Count(MANY, 0)


def test_what_was_marked_by_hand_is_left_alone_also_after_quitting(
    filled: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GRACE", -1)
    newest = filled.ids(Scope())[0]

    def begin(told: Told) -> Future[Any]:
        def tell(done: int) -> None:
            filled.mark([newest], read=False)
            told(done)

        return filled.long_markings.mark_scope(Scope(), NOW, tell)

    broken_off(filled, begin)
    with closing(opened(path)) as again:
        assert again.counts().everything == Count(MANY, MANY - 999)
        again.long_markings.finish().result()
        assert again.counts().everything == Count(MANY, 1)


def test_a_note_that_is_damaged_is_dropped_and_the_others_are_done(filled: Store, path: Path) -> None:
    filled.close()
    wrong = [("[", None), ('["all"]', None), ("[1, 2, 3]", None), (None, b"?"), (None, None)]
    with closing(apsw.Connection(str(path))) as connection:
        connection.executemany(
            "INSERT INTO unfinished (scope, marks, only_read) VALUES (?, ?, 1)", [*wrong, (EVERYTHING, None)]
        )
    with closing(opened(path)) as again:
        again.long_markings.finish().result()
        assert again.counts().everything == Count(MANY, 0)
    assert unfinished(path) == 0


def test_all_read_that_an_earlier_version_left_unfinished_is_ended(path: Path) -> None:
    store = opened(path)
    store.add_sources([source()]).result()
    put(store, [draft("a")])
    store.close()
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("INSERT INTO meta VALUES ('marking', ?)", (EVERYTHING,))
        connection.execute("DROP TABLE unfinished; DROP TABLE by_hand")
        connection.pragma("user_version", schema.MIGRATIONS.index(schema._UNFINISHED))
    with closing(opened(path)) as again:
        again.long_markings.finish().result()
        assert again.counts().everything == Count(1, 0)
