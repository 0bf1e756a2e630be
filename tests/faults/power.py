"""The power cut, at random moments of a reader's life: what was confirmed before it is there afterwards."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from newsreader.model import Scope, Visit
from newsreader.store import Store
from tests.faults.house import lost
from tests.faults.journal import Journal, Step, kept, on_disk
from tests.faults.report import Tried
from tests.store.drafts import NOW, draft, opened, put, source

_LOG = 12  # pages, after which the log is carried over to the database: often, in a short life
_TURNS = 8
_LONG = timedelta(days=400)


def run(folder: Path, times: int, seed: int = 7) -> list[Tried]:
    """Cut the power so often in one life, each time leaving another random part of what was not synced."""
    life = folder / "life"
    steps = _life(life)
    dice, found, most = random.Random(seed), [], 0
    for number in range(times):
        end = dice.randrange(len(steps) + 1)
        place = folder / f"cut-{number}"
        place.mkdir()
        for name, data in on_disk(steps[:end], dice).items():
            (place / name).write_bytes(data)
        marked = _confirmed(steps[:end])
        most = max(most, len(marked))
        found += [f"cut {number}, after step {end}: {each}" for each in lost(place / "news.db", marked)]
    syncs = sum(step.kind == "sync" for step in steps)
    note = f"in {len(steps)} steps, {syncs} of them syncs; at most {most} marks confirmed; seed {seed}"
    return [Tried("power cut", times, tuple(found), note)]


def _life(folder: Path) -> Sequence[Step]:
    """A life from the first moment: news, marks, pruning, upkeep; each mark is noted when it is sure."""
    with kept() as journal, patch("newsreader.store.database._WAL_PAGES", _LOG):
        store = opened(folder / "news.db", open_wait=5, write_wait=5)
        store.add_sources([source()]).result()
        for turn in range(_TURNS):
            age = 100 * (_TURNS - turn)
            put(
                store,
                [draft(f"{turn}-{each}", f"Bericht {turn}x{each}", age=age + each) for each in range(40)],
            )
            for entry in store.ids(Scope(), 3):
                _mark(store, journal, entry)
            more = [
                draft(f"{turn}-later-{each}", f"Later {turn}x{each}", age=age + 50 + each)
                for each in range(40)
            ]
            later = store.put("bron", Visit(), more, NOW)
            _mark(store, journal, store.ids(Scope())[30])
            later.result()
            if turn % 3 == 2:
                store.mark(store.ids(Scope())[10:60], read=True).result()
                store.prune(NOW + _LONG).result()
                store.optimize(NOW).result()
        store.close()
    return journal.steps


def _mark(store: Store, journal: Journal, entry: int) -> None:
    store.mark([entry], read=True, saved=True).result()
    journal.note("marked", "", entry)


def _confirmed(steps: Sequence[Step]) -> set[int]:
    return {step.place for step in steps if step.kind == "marked"}
