"""Read, saved, and undo."""

import threading
from datetime import timedelta

from newsreader.model import Count, Mark, Scope, ScopeKind
from newsreader.store import Store
from newsreader.store.writer import once
from tests.store.drafts import NOW, draft, put


def test_a_mark_gives_what_changed_as_it_was(store: Store) -> None:
    put(store, [draft("a"), draft("b")])
    one, two = store.ids(Scope())
    assert store.mark([one], read=True).result() == [Mark(one, read=False, saved=False)]
    assert store.mark([one, two, 999], read=True).result() == [Mark(two, read=False, saved=False)]
    assert store.mark([one], saved=True).result() == [Mark(one, read=True, saved=False)]
    assert store.mark([one]).result() == []
    assert store.mark([], read=True).result() == []


def test_undo_puts_every_state_back(store: Store) -> None:
    put(store, [draft("a"), draft("b")])
    one, two = store.ids(Scope())
    store.mark([one], saved=True).result()
    before = store.page(Scope(), 9)
    changed = store.mark([one, two], read=True, saved=False).result()
    assert store.counts().saved == 0
    store.restore(changed).result()
    assert store.page(Scope(), 9) == before


def test_all_read_leaves_alone_what_came_after_the_key(store: Store) -> None:
    put(store, [draft("a"), draft("s", section="Sport")])
    put(store, [draft("late")], now=NOW + timedelta(minutes=1))
    changed = store.long_markings.mark_scope(Scope(ScopeKind.SECTION, "Zeeland"), NOW).result()
    assert len(changed) == 1
    assert store.counts().everything == Count(3, 2)
    store.restore(changed).result()
    assert store.counts().everything == Count(3, 3)


def test_a_mark_overtakes_all_read(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(2100)])
    newest, *_, oldest = store.ids(Scope())
    gate, done = threading.Event(), list[str]()
    store._write(once(lambda _: gate.wait()))
    everything = store.long_markings.mark_scope(Scope(), NOW)
    everything.add_done_callback(lambda _: done.append("all"))
    store.mark([newest], saved=True).add_done_callback(lambda _: done.append("one"))
    gate.set()
    changed = everything.result(timeout=10)
    assert done == ["one", "all"]
    assert (len(changed), changed[0]) == (2100, Mark(newest, read=False, saved=True))
    assert changed[2099] == Mark(oldest, read=False, saved=False)


def test_all_read_of_more_than_one_transaction_takes(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(4100)])
    changed = store.long_markings.mark_scope(Scope(), NOW).result()
    assert len(changed) == 4100
    assert store.counts().everything == Count(4100, 0)
    store.restore(changed).result()
    assert store.counts().everything == Count(4100, 4100)


def test_a_mark_overtakes_the_undoing_of_all_read_and_what_is_saved_meanwhile_stays(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(2100)])
    newest = store.ids(Scope())[0]
    changed = store.long_markings.mark_scope(Scope(), NOW).result()
    gate, done = threading.Event(), list[str]()
    store._write(once(lambda _: gate.wait()))
    told: list[int] = []
    undone = store.restore(changed, told.append)
    undone.add_done_callback(lambda _: done.append("undo"))
    store.mark([newest], saved=True).add_done_callback(lambda _: done.append("one"))
    gate.set()
    undone.result(timeout=10)
    assert (done, told) == (["one", "undo"], [1000, 2000])
    assert (store.counts().everything, store.counts().saved) == (Count(2100, 2100), 1)


def test_how_far_all_read_is_is_told(store: Store) -> None:
    put(store, [draft(str(number), age=number) for number in range(2100)])
    told: list[int] = []
    store.long_markings.mark_scope(Scope(), NOW, told.append).result()
    assert told == [1000, 2000, 2100]
