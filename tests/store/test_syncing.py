"""What the user does reaches the disk: shown a moment before, done after, and told where it fails."""

from __future__ import annotations

import errno
import os
import threading

import pytest

from newsreader.model import ProblemKind, Scope
from newsreader.store import Store, StoreError
from tests.store.drafts import draft, put


class Disk:
    """Syncs when it is told to, or not at all, and knows how often it was asked to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = threading.Event()
        self.answers = threading.Event()
        self.is_full = False
        self.syncs = 0
        self._sync = os.fsync
        monkeypatch.setattr(os, "fsync", self._answer)

    def _answer(self, descriptor: int) -> None:
        self.syncs += 1
        self.asked.set()
        self.answers.wait()
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._sync(descriptor)


def test_what_the_user_does_is_shown_before_it_is_synced_and_done_after(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, [draft("a")])
    disk, seen = Disk(monkeypatch), list[bool]()
    future = store.mark([1], read=True, shown=lambda _: seen.append(store.page(Scope(), 9)[0].read))
    disk.asked.wait()
    assert (seen, future.done()) == ([True], False)
    disk.answers.set()
    assert len(future.result()) == 1
    assert (seen, disk.syncs) == ([True], 1)


def test_a_sync_that_fails_is_told_though_the_mark_was_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, [draft("a")])
    disk, seen = Disk(monkeypatch), list[int]()
    disk.is_full = True
    disk.answers.set()
    with pytest.raises(StoreError) as caught:
        store.mark([1], read=True, shown=lambda before: seen.append(len(before))).result()
    assert caught.value.problem.kind == ProblemKind.STORE_FULL
    assert (seen, store.page(Scope(), 9)[0].read) == ([1], True)
    disk.is_full = False
    assert len(store.mark([1], read=False).result()) == 1


def test_a_refresh_and_what_changes_nothing_wait_for_no_sync(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    put(store, [draft("a")])
    assert store.mark([1], read=False).result() == []
    assert disk.syncs == 0
