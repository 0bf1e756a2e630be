"""The queue: who goes first, who waits, and what a closed store does."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future
from math import inf
from pathlib import Path
from typing import Any

import apsw
import pytest

from newsreader import attention
from newsreader.attention import Attention
from newsreader.model import Problem, ProblemKind, Scope, Visit
from newsreader.store import Store, StoreError, writer
from newsreader.store.writer import Steps, once
from tests.store.drafts import NOW, draft, opened, put, source


class Gate:
    """Holds the writer until it is opened, so that a test can fill the queue behind it."""

    def __init__(self, store: Store) -> None:
        self._opened = threading.Event()
        entered = threading.Event()

        def wait(connection: apsw.Connection) -> None:
            entered.set()
            self._opened.wait()

        self.done = store._act(once(wait))
        entered.wait()

    def open(self) -> None:
        self._opened.set()


def test_what_the_user_does_overtakes_what_a_refresh_brings(store: Store) -> None:
    order: list[str] = []
    gate = Gate(store)
    late = [store._write(once(lambda _: order.append("refresh"))) for _ in range(3)]
    soon = [store._act(once(lambda _: order.append("key"))) for _ in range(2)]
    gate.open()
    for future in (*late, *soon):
        future.result()
    assert order == ["key", "key", "refresh", "refresh", "refresh"]


def test_a_long_job_lets_the_user_in_between_its_steps(store: Store) -> None:
    order: list[str] = []

    def steps(connection: apsw.Connection) -> Steps[str]:
        order.append("first")
        store._act(once(lambda _: order.append("key")))
        yield
        order.append("second")
        return "done"

    assert store._write(steps).result() == "done"
    assert order == ["first", "key", "second"]


@pytest.fixture
def merging_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """No transactions but those of the jobs."""
    monkeypatch.setattr(writer.Writer, "_merge", lambda _: None)


def commits_of(store: Store) -> list[None]:
    """Grows by one with every transaction from now on, but for the one that begins it."""
    commits: list[None] = []

    def counted() -> bool:
        commits.append(None)
        return False

    def begin(connection: apsw.Connection) -> None:
        connection.set_commit_hook(counted)

    store._act(once(begin)).result()
    commits.clear()
    return commits


@pytest.mark.usefixtures("merging_off")
def test_of_many_each_waits_for_others_to_share_its_transaction(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_PATIENCE", 60.0)
    monkeypatch.setattr(writer, "_ATTENDED", 0.0)  # the source was added by the user just now
    put(store, [])
    commits = commits_of(store)
    many = [
        store.put("bron", Visit(etag=str(each)), [draft(str(each))], NOW, patient=True) for each in range(16)
    ]
    assert [each.result(timeout=10).new for each in many] == [1] * 16
    assert len(commits) == 1


@pytest.mark.usefixtures("merging_off")
@pytest.mark.parametrize(("attended", "last_key"), [(60.0, 0.0), (0.0, inf)])
def test_while_the_user_does_things_or_presses_keys_nobody_waits_for_more_than_one_source(
    store: Store, monkeypatch: pytest.MonkeyPatch, attended: float, last_key: float
) -> None:
    monkeypatch.setattr(writer, "_ATTENDED", attended)
    store.attention.note(last_key)
    put(store, [])
    commits = commits_of(store)
    gate = Gate(store)
    many = [store.put("bron", Visit(etag=str(each)), [draft(str(each))], NOW) for each in range(5)]
    gate.open()
    assert [each.result(timeout=10).new for each in many] == [1] * 5
    assert len(commits) == 6  # that of the gate, which began before them, among them


@pytest.fixture
def keys(store: Store, monkeypatch: pytest.MonkeyPatch) -> Attention:
    """Of somebody who may press keys all the time, after each of which the writer rests for hours."""
    monkeypatch.setattr(attention, "REST", 1e6)
    monkeypatch.setattr(attention, "LONGEST", 1e6)
    return store.attention


def test_while_keys_come_the_writer_rests_unless_the_user_does_something(
    store: Store, keys: Attention
) -> None:
    keys.note(inf)
    store._write(once(lambda _: None)).result(timeout=10)
    next_one = store._write(once(lambda _: None))
    for _ in range(3):
        store._act(once(lambda _: None)).result(timeout=10)
    assert not next_one.done()


def test_when_no_keys_come_the_writer_goes_on(store: Store, keys: Attention) -> None:
    keys.note(0.0)
    many = [store._write(once(lambda _: None)) for _ in range(5)]
    assert [each.result(timeout=10) for each in many] == [None] * 5


def test_what_a_refresh_brings_is_written_under_constant_keys(store: Store) -> None:
    store.attention.note(inf)
    put(store, [])
    many = [store.put("bron", Visit(etag=str(each)), [draft(str(each))], NOW) for each in range(5)]
    assert [each.result(timeout=10).new for each in many] == [1] * 5


def test_a_store_closes_at_once_though_its_writer_rests(store: Store, keys: Attention) -> None:
    keys.note(inf)
    store._write(once(lambda _: None)).result(timeout=10)
    left = store._write(once(lambda _: None))
    store.close()
    assert left.cancelled()


def test_the_user_waits_for_one_index_to_be_merged_at_most(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def merged(_: apsw.Connection, index: str) -> None:
        order.append(index)
        if len(order) == 1:
            store._act(once(lambda _: order.append("key")))

    monkeypatch.setattr(writer, "merge", merged)
    put(store, [draft("a")])
    store.put_visit("bron", Visit()).result()
    assert order == ["text_words", "key", "title_words"]


def test_the_log_is_brought_into_the_file_as_it_grows_and_not_with_every_commit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[str] = []

    class Watched(apsw.Connection):
        def wal_checkpoint(self, *arguments: Any, **named: Any) -> tuple[int, int]:
            brought.append("once")
            return super().wal_checkpoint(*arguments, **named)

    monkeypatch.setattr(apsw, "Connection", Watched)
    monkeypatch.setattr(writer, "_OVERGROWN", 40)
    store = opened(path)
    reader = apsw.Connection(str(path))
    reader.execute("BEGIN; SELECT * FROM meta")  # a long list is read: the log is not begun anew
    for each in range(40):
        store.set_meta(f"k{each}", "x" * 9_000).result(timeout=10)
    reader.close()
    store.close()
    assert 1 <= len(brought) <= 6


def test_who_waits_for_others_keeps_nobody_waiting(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_PATIENCE", 60.0)
    put(store, [])
    patient = store.put("bron", Visit(), [draft("a")], NOW, patient=True)
    store.put_visit("bron", Visit()).result(timeout=10)
    assert patient.result(timeout=10).new == 1
    store.put("bron", Visit(), [draft("b")], NOW, patient=True)
    store.close()


def test_a_mistake_is_rolled_back_and_the_next_job_runs(store: Store) -> None:
    def fail(connection: apsw.Connection) -> None:
        connection.execute("INSERT INTO meta VALUES ('half', 'done')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store._act(once(fail)).result()
    assert store.meta("half") == ""
    store.set_meta("next", "runs").result()
    assert store.meta("next") == "runs"


def test_a_job_cancelled_before_its_turn_does_nothing(store: Store) -> None:
    gate = Gate(store)
    future = store.set_meta("key", "value")
    assert future.cancel()
    gate.open()
    gate.done.result()
    store.set_meta("after", "it").result()
    assert store.meta("key") == ""


def test_closing_finishes_the_user_and_cancels_the_refresh(path: Path) -> None:
    store = opened(path)
    gate = Gate(store)
    mark = store.set_meta("mark", "kept")
    refresh = store.put_visit("bron", Visit())
    closing = threading.Thread(target=store.close)
    closing.start()
    gate.open()
    closing.join()
    assert mark.result() is None
    assert refresh.cancelled()
    with pytest.raises(CancelledError):
        store.set_meta("too", "late").result()
    store.close()
    again = opened(path)
    assert again.meta("mark") == "kept"
    again.close()


def test_a_long_refresh_cut_off_by_closing_is_told(path: Path) -> None:
    store = opened(path)
    begun, go_on = threading.Event(), threading.Event()

    def steps(connection: apsw.Connection) -> Steps[None]:
        begun.set()
        go_on.wait()
        yield

    future = store._write(steps)
    begun.wait()
    closing = threading.Thread(target=store.close)
    closing.start()
    while not store._writer or not store._writer._closed:
        pass
    go_on.set()
    closing.join()
    with pytest.raises(CancelledError):
        future.result()


def test_every_write_says_that_the_store_is_locked(store: Store, path: Path) -> None:
    put(store, [draft("a")])
    other = apsw.Connection(str(path))
    other.set_busy_timeout(10_000)  # the writer may still merge what was put
    other.execute("BEGIN IMMEDIATE")
    writes: list[Future[Any]] = [
        store.put("bron", Visit(), [draft("b")], NOW),
        store.put_visit("bron", Visit()),
        store.mark([1], read=True),
        store.long_markings.mark_scope(Scope(), NOW),
        store.restore([]),
        store.saw_change(1),
        store.save_source(source()),
        store.add_sources([]),
        store.remove_source("bron"),
        store.set_meta("a", "b"),
        store.prune(NOW),
        store.optimize(NOW),
    ]
    for future in writes:
        with pytest.raises(StoreError) as caught:
            future.result()
        assert caught.value.problem.kind == ProblemKind.STORE_LOCKED
        assert caught.value.problem.url == str(path)
    assert len(store.page(Scope(), 9)) == 1
    other.close()
    assert len(store.mark([1], read=True).result()) == 1


def test_a_write_waits_for_another_program(path: Path) -> None:
    store = opened(path, write_wait=30)
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    future = store.set_meta("a", "b")
    other.execute("COMMIT")
    assert future.result() is None
    other.close()
    store.close()


def test_two_stores_on_one_file_see_each_other(store: Store, path: Path) -> None:
    other = opened(path, write_wait=5)
    before = store.data_version()
    assert store.data_version() == before
    put(other, [draft("a")])
    assert store.data_version() != before
    (row,) = store.page(Scope(), 9)
    store.mark([row.id], saved=True).result()
    assert other.page(Scope(), 9)[0].saved
    other.close()
    assert len(store.page(Scope(), 9)) == 1


def test_two_stores_write_at_once_and_lose_nothing(path: Path) -> None:
    stores = [opened(path, open_wait=5, write_wait=30) for _ in range(2)]
    stores[0].add_sources([]).result()
    jobs = [
        store.set_meta(f"{name}{number}", "x") for name, store in enumerate(stores) for number in range(50)
    ]
    for job in jobs:
        job.result()
    assert all(stores[0].meta(f"{name}{number}") for name in range(2) for number in range(50))
    for store in stores:
        store.close()


def test_every_thread_may_read(store: Store) -> None:
    put(store, [draft(str(number)) for number in range(20)])
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(len(store.page(Scope(), 99)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [20] * 8


def test_a_problem_is_not_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert isinstance(Store.open(tmp_path / "file" / "news.db"), Problem)
