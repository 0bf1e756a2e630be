"""Who joins: this process a few articles, another one many; what comes of it is the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from newsreader.engine import Engine, StoreError
from newsreader.engine.joiner import FEW
from newsreader.engine.stories import STEP
from newsreader.engine.worker import Worker
from newsreader.model import Joined, Scope, Source
from newsreader.settings import Settings
from tests.engine.reader import NOW, Hands, opened
from tests.store.drafts import draft

TITLES = ("Sloebrug bij Vlissingen staat open en kan niet dicht", "Sloebrug Vlissingen kan niet meer dicht")
TEXT = (
    "De Sloebrug bij Vlissingen staat sinds vanochtend open en kan niet meer dicht door een defecte sensor."
    " Het verkeer moet omrijden via Middelburg, meldt beheerder Noordervaart."
)
T = TypeVar("T")


def bring(engine: Engine, number: int) -> None:
    """So many articles, two of which tell one story."""
    for source, title in zip("ab", TITLES, strict=True):
        engine._store.add_sources([Source(source, source, f"https://{source}.example/")]).result()
        engine._store.put_passing(source, [draft("brug", title, text=TEXT)], NOW).result()
    drafts = [draft(str(each), f"Bericht {each} uit Goes", age=each) for each in range(number - 2)]
    engine._store.put_passing("a", drafts, NOW).result()


def stories(engine: Engine) -> list[list[str]]:
    """The titles of each story."""
    return [[one.title for one in each.articles] for each in engine.stories.listed(None, None, alone=True)]


async def joined(engine: Engine) -> list[Joined]:
    """Join all that is new."""
    return [step async for step in engine.stories.join_new()]


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes in which something was worked out, once a job."""
    seen: list[int] = []
    do = Worker.do

    def watched(worker: Worker, job: Callable[[], T]) -> T:
        seen.append(do(worker, os.getpid))
        return do(worker, job)

    monkeypatch.setattr(Worker, "do", watched)
    return seen


async def test_many_are_worked_out_in_another_process_with_the_same_stories(
    tmp_path: Path, workers: list[int]
) -> None:
    with opened(tmp_path / "apart", Hands()) as engine:
        bring(engine, FEW + 1)
        assert await joined(engine) == [Joined(FEW + 1, FEW + 1)]
        apart = stories(engine)
    with opened(tmp_path / "here", Hands()) as engine:
        bring(engine, FEW + 1)
        engine.stories.join_all()
        assert stories(engine) == apart
    assert sorted(next(each for each in apart if len(each) > 1)) == sorted(TITLES)
    assert len(workers) == 1


def test_the_newest_wait_first_whichever_came_last(engine: Engine) -> None:
    bring(engine, FEW)
    tables = engine._store.stories
    newest = engine._store.ids(Scope())
    assert tables.queued(FEW * 2) == [*newest]
    tables.forget(newest[::2], ()).result()
    assert tables.queued(3) == [*newest[1:6:2]]
    assert sorted(tables.queued_of(newest)) == sorted(newest[1::2])


async def test_what_comes_meanwhile_is_joined_the_next_time(engine: Engine) -> None:
    bring(engine, STEP + 1)
    steps = engine.stories.join_new()
    await anext(steps)
    engine._store.put_passing("a", [draft("nieuw", "Bericht uit Veere", age=-5)], NOW).result()
    assert [step async for step in steps] == [Joined(STEP + 1, STEP + 1)]
    assert await joined(engine) == [Joined(1, 1)]


async def test_a_few_are_worked_out_here(engine: Engine, workers: list[int]) -> None:
    bring(engine, FEW)
    assert await joined(engine) == [Joined(FEW, FEW)]
    assert workers == []


async def test_one_process_does_all_batches_and_ends_with_them(engine: Engine, workers: list[int]) -> None:
    bring(engine, STEP + 1)
    assert await joined(engine) == [Joined(STEP, STEP + 1), Joined(STEP + 1, STEP + 1)]
    assert len(workers) == 2
    (process,) = set(workers)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_the_process_ends_when_nobody_waits_any_more(engine: Engine, workers: list[int]) -> None:
    bring(engine, STEP + 1)
    steps = engine.stories.join_new()
    await anext(steps)
    os.kill(workers[0], 0)
    await steps.aclose()
    with pytest.raises(ProcessLookupError):
        os.kill(workers[0], 0)
    assert engine.stories.waiting() == 1


async def test_a_process_that_is_killed_is_replaced_by_this_one(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(engine, FEW + 1)
    do = Worker.do

    def killed(worker: Worker, job: Callable[[], T]) -> T:
        os.kill(do(worker, os.getpid), signal.SIGKILL)
        return do(worker, job)

    monkeypatch.setattr(Worker, "do", killed)
    assert await joined(engine) == [Joined(FEW + 1, FEW + 1)]
    assert engine.stories.waiting() == 0


async def test_what_the_store_refuses_there_is_raised_here(engine: Engine) -> None:
    bring(engine, FEW + 1)
    engine.stories._joiner._path = engine._store.path.with_name("elsewhere.db")
    with pytest.raises(StoreError):
        await joined(engine)
    assert engine.stories.waiting() == FEW + 1


async def test_a_source_whose_stories_are_off_is_left_out_there_too(tmp_path: Path) -> None:
    with opened(tmp_path, Hands(), Settings(source={"b": {"stories": False}})) as engine:
        bring(engine, FEW + 1)
        await joined(engine)
        assert engine.stories.waiting() == 0
        assert max(map(len, stories(engine))) == 1
        assert len(engine.page(Scope(), FEW * 2)) == FEW + 1
