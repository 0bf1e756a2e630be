"""Marks can be read before they are synced; who leaves in between is told nothing more."""

from __future__ import annotations

import asyncio
import errno
import gc
import os
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Any

import pytest

from newsreader.engine import Engine
from newsreader.store import unfinished
from newsreader.store.writer import once
from tests.store.drafts import draft, put, source


class Held:
    """Something that waits until it may go on."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self.begun, self.may = Event(), Event()

    async def leave(self, engine: Engine) -> None:
        """Begin a mark, and wait for it no longer once it has come this far."""
        mark = asyncio.create_task(engine.mark([1], read=True))
        await asyncio.to_thread(self.begun.wait)
        mark.cancel()
        with suppress(asyncio.CancelledError):
            await mark

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.begun.set()
        self.may.wait()
        return self._work(*given, **named)


@pytest.fixture(autouse=True)
def _article(engine: Engine) -> None:
    engine._store.add_sources([source()]).result()
    put(engine._store, [draft("a")])


def is_read(engine: Engine) -> bool:
    row = engine.row(1)
    return row is not None and row.read


async def test_a_mark_can_be_read_within_and_is_synced_at_the_end(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = Held(os.fsync)
    monkeypatch.setattr(os, "fsync", sync)
    async with engine.marking([1], read=True) as before:
        assert (len(before), is_read(engine)) == (1, True)
        sync.may.set()
    assert sync.begun.is_set()


@pytest.mark.parametrize(("module", "name"), [(unfinished, "spare"), (os, "fsync")])
def test_who_leaves_before_a_mark_is_done_is_told_nothing_and_the_mark_stays(
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    module: Any,
    name: str,
) -> None:
    step = Held(getattr(module, name))
    monkeypatch.setattr(module, name, step)
    asyncio.run(step.leave(engine))
    step.may.set()
    engine._store._act(once(lambda _: None)).result()
    assert caplog.records == []
    assert is_read(engine)


async def test_who_leaves_before_a_mark_fails_is_told_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    step = Held(fail)
    monkeypatch.setattr(unfinished, "spare", step)
    await step.leave(engine)
    step.may.set()
    await asyncio.wrap_future(engine._store._act(once(lambda _: None)))
    gc.collect()
    assert caplog.records == []
    assert not is_read(engine)
