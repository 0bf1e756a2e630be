"""Two screens on one store: what one of them has not done yet, and what was broken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsreader import __version__
from newsreader.engine import Engine
from newsreader.model import Count, Scope
from newsreader.store import writer
from newsreader.store.writer import once
from tests.engine.reader import Hands, opened
from tests.store.drafts import NOW, draft, put, source
from tests.store.test_unfinished import broken_off

MANY = 3100
nothing = once(lambda _: None)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with opened(tmp_path, Hands(NOW)) as engine:
        engine._store.set_meta("catalogue", __version__).result()
        engine._store.add_sources([source()]).result()
        put(engine._store, [draft(str(number), age=number) for number in range(MANY)])
        yield engine


def marked(engine: Engine, *meanwhile: Callable[[], None]) -> int:
    """How many all read can take back; at every thousand one of these is done."""
    acts = iter(meanwhile)
    told = engine._store.long_markings.mark_scope(Scope(), NOW, lambda _: next(acts)())
    return len(told.result())


def test_a_screen_that_starts_meanwhile_leaves_a_marking_to_the_one_that_began_it(
    engine: Engine, tmp_path: Path
) -> None:
    with opened(tmp_path, Hands(NOW)) as other:
        assert marked(engine, other.prepare, *[other.finish_markings] * 3) == MANY
        other.finish_markings()
        assert other.counts().everything == Count(MANY, 0)


def test_what_stands_still_is_ended(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GRACE", -1)
    broken_off(engine._store, lambda told: engine._store.long_markings.mark_scope(Scope(), NOW, told))
    with opened(tmp_path, Hands(NOW)) as other:
        other.prepare()
        assert other.is_marking
        moved = "UPDATE unfinished SET marks = CAST(marks || ' ' AS BLOB) WHERE scope IS NOT NULL"
        other._store._act(once(lambda connection: connection.execute(moved))).result()
        other.finish_markings()
        other._store._write(nothing).result()
        assert other.counts().everything == Count(MANY, MANY - 1000)
        other.finish_markings()
        other._store._write(nothing).result()  # which comes after all that is long
        assert other.counts().everything == Count(MANY, 0)
