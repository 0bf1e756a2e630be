"""What a key costs: how often the screen is painted, the bytes that leave, the statements in the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from threading import Event
from typing import Any

import pytest
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from newsreader import demo
from newsreader.attention import Attention
from newsreader.engine import Engine
from newsreader.model import Related, Scope, ScopeKind
from newsreader.store import articles, counts
from tests.ui.conftest import Open
from tests.ui.paper import Paper


@dataclass
class Cost:
    """What was painted, in characters each time, and what was asked of the store on the screen's thread."""

    paints: list[int] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)


@contextmanager
def counted(paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cost]:
    """The cost of what is done meanwhile."""
    cost, display = Cost(), paper.app._display

    def watched(screen: Screen[Any], update: Any) -> None:
        if isinstance(update, CompositorUpdate):
            cost.paints.append(len(update.render_segments(paper.app.console)))
        display(screen, update)

    with monkeypatch.context() as patch, engine._store._readers.reading() as connection:
        patch.setattr(paper.app, "_display", watched)
        connection.set_profile(lambda sql, _: cost.statements.append(sql))
        yield cost
        connection.set_profile(None)


async def cost_of(paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch, key: str) -> Cost:
    """The cost of one key, all that follows from it included."""
    with counted(paper, engine, monkeypatch) as cost:
        await paper.press(key)
        await paper.settle()
    return cost


@pytest.fixture(autouse=True)
def _slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the disk, a paint waits for what belongs to it: the mark, and what is found meanwhile."""
    for name in "HELD", "HELD_LONGER":
        monkeypatch.setattr(f"newsreader.ui.screens.reading.desk.{name}", 10.0)


KEYS = {
    # keys before it, the key: at most so many characters and statements
    "cursor down": ((), "j", 500, 0),
    "page down": ((), "pagedown", 3_600, 0),
    "to the pane": ((), "tab", 4_200, 0),
    "to the sidebar": (("tab",), "tab", 4_200, 0),
    "to the list": (("tab", "tab"), "tab", 400, 0),
    "mark": ((), "M", 900, 8),
    "unread only": (("j", "M"), "u", 3_600, 11),
    "a section": (("tab", "tab", "j", "j", "j"), "enter", 3_600, 8),
    "a letter of a search": (("slash", "b", "r"), "u", 4_000, 3),
    "what is saved": (("s", "tab", "tab", "j"), "enter", 3_000, 7),
}


@pytest.mark.parametrize("name", KEYS)
async def test_a_key_is_painted_once(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, key, most, statements = KEYS[name]
    await paper.press(*before)
    await paper.settle()
    cost = await cost_of(paper, engine, monkeypatch, key)
    assert len(cost.paints) == 1
    assert cost.paints[0] <= most
    assert len(cost.statements) <= statements


@pytest.mark.parametrize("keys", ["M", "Ms", "AMz"])
async def test_a_mark_counts_its_own_source_and_reads_no_other_and_no_text(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    *before, last = list(keys)
    while paper.current.others:
        await paper.press("j")
    await paper.press(*before)
    cost = await cost_of(paper, engine, monkeypatch, last)
    assert not {counts.SOURCES, articles.ARTICLE}.intersection(cost.statements)
    assert paper.main.counts == engine.counts()


async def test_a_list_is_opened_with_the_numbers_of_its_own_source_and_reads_no_other(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = paper.current
    await engine.mark([row.id], read=True)  # as news may have come since the last count
    with counted(paper, engine, monkeypatch) as cost:
        paper.main.open_scope(Scope(ScopeKind.SOURCE, row.source_id))
        await paper.settle()
    assert not {counts.SOURCES, articles.ARTICLE}.intersection(cost.statements)
    assert paper.main.counts == engine.counts()


async def test_an_article_that_is_opened_is_painted_once_with_its_mark_and_what_is_related(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await paper.press("j")
    row = paper.current
    await paper.until(lambda: paper.main._found(row.id) is not None)
    cost = await cost_of(paper, engine, monkeypatch, "enter")
    assert len(cost.paints) == 1
    assert cost.paints[0] <= 5_000
    assert len(cost.statements) <= 9
    assert paper.main.view.related
    assert paper.current.read


async def test_so_is_the_next_one_of_the_list_once_the_reader_has_been_in_the_one_before(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await paper.press("j", "enter")
    following = paper.main.rows.row(paper.main.articles.cursor + 1)
    assert following
    await paper.until(lambda: paper.main._found(following.id) is not None)
    cost = await cost_of(paper, engine, monkeypatch, "n")
    assert len(cost.paints) == 1
    assert paper.open == following.title
    assert paper.main.view.related == engine.related(following.id)


async def test_a_minute_writes_the_ages_that_changed_and_nothing_where_none_did(
    open_paper: Open, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = demo.MOMENT
    async with open_paper(clock=lambda: now) as paper:
        await paper.press("j", "enter")
        for minutes, paints, most in ((0, 0, 0), (1, 1, 1_400), (0, 0, 0), (120, 1, 2_900)):
            now += timedelta(minutes=minutes)
            with counted(paper, engine, monkeypatch) as cost:
                paper.main._each_minute()
                await paper.settle()
            assert len(cost.paints) == paints
            assert sum(cost.paints) <= most
        fresh = [line.rstrip() for line in paper.lines()]
        paper.app.screen.refresh(layout=True)
        await paper.settle()
        assert fresh == paper.lines()
        assert paper.shows("2 uur geleden")


def looked_for(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The articles that something related to is looked for from now on, in vain."""
    found: list[int] = []

    def related(article_id: int) -> tuple[Related, ...]:
        found.append(article_id)
        return ()

    monkeypatch.setattr(engine, "related", related)
    return found


async def test_who_does_not_wait_is_shown_the_text_first(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.main.forget_ahead()
    related = looked_for(engine, monkeypatch)
    paper.main.read(paper.current.id)
    assert related == []
    await paper.until(lambda: related)


async def test_what_is_being_looked_for_as_the_article_is_opened_is_looked_for_and_painted_once(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = paper.current
    found, gate, related = engine.related(row.id), Event(), list[int]()

    def slowly(article_id: int) -> tuple[Related, ...]:
        related.append(article_id)
        gate.wait()
        return found

    monkeypatch.setattr(engine, "related", slowly)
    paper.main.forget_ahead()
    paper.main._rested(row.id)
    await paper.until(lambda: related)
    engine.attention.note(inf)  # or it would be looked for at once
    engine.settings = engine.settings._replace(mark_read="hand")  # nor is a mark waited for
    completed = paper.main._completed

    async def waiting() -> None:
        gate.set()
        await completed()

    monkeypatch.setattr(paper.main, "_completed", waiting)
    with counted(paper, engine, monkeypatch) as cost:
        paper.main.read(row.id)
        assert paper.main.view.related == ()
        assert paper.main._awaited
        await paper.app.workers.wait_for_complete()  # a pause would paint
        await paper.settle()
    assert paper.main.view.related == found
    assert related == [row.id]
    assert len(cost.paints) == 1


async def test_what_was_found_ahead_is_forgotten_once_it_may_be_something_else(
    paper: Paper, engine: Engine
) -> None:
    row = paper.current
    await paper.until(lambda: paper.main._found(row.id))
    others = [each.row.id for each in engine.related(row.id)]
    await engine.mark([row.id], read=True)
    paper.main.redraw([row.id])
    assert paper.main._found(row.id)
    await engine.mark(others[-1:], read=True)
    paper.main.redraw(others[-1:])
    assert paper.main._found(row.id) is None
    await paper.main._find_related(row.id)
    assert paper.main._found(row.id)
    paper.main.reload()
    assert paper.main._found(row.id) is None


class Asked(Attention):
    """Counts how often it is asked for a pause."""

    times = 0

    def pause(self, now: float, took: float) -> float:
        self.times += 1
        return super().pause(now, took)


async def test_while_keys_come_nothing_is_looked_for_that_they_would_wait_for(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.attention.PAINT", 0.001)
    monkeypatch.setattr("newsreader.ui.screens.reading.filling.PATIENCE", inf)
    related = looked_for(engine, monkeypatch)
    engine.attention = asked = Asked()
    asked.note(inf)
    paper.main.action_down()
    row = paper.current
    paper.main.forget_ahead()
    paper.main.read(row.id)
    await paper.until(lambda: asked.times > 20)
    assert related == []
    asked.note(0.0)
    await paper.until(lambda: related)
    assert related[0] == row.id


async def test_under_constant_keys_what_is_related_comes_in_the_end(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.ui.screens.reading.filling.PATIENCE", 0.01)
    related = looked_for(engine, monkeypatch)
    engine.attention.note(inf)
    paper.main.forget_ahead()
    paper.main.read(paper.current.id)
    await paper.until(lambda: related)


async def test_a_key_held_down_looks_for_nothing_on_the_way(
    paper: Paper, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    related = looked_for(engine, monkeypatch)
    for _ in range(5):
        paper.main.action_down()
    row = paper.current
    await paper.until(lambda: related)
    assert related == [row.id]
