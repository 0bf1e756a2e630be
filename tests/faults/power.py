"""The power cut: copies of database and log as a disk may have them, torn at some write."""

from __future__ import annotations

import random
from pathlib import Path

from newsreader.model import Scope
from tests.faults.house import lost
from tests.faults.report import Tried
from tests.store.drafts import draft, opened, put, source


def run(folder: Path, times: int) -> list[Tried]:
    """Every mark that was confirmed at the moment of the cut must be there, whatever of what came later is.

    The log up to its length at that moment was synced: marks are. What was written later is there up to
    a random byte, and garbage from there on.
    """
    dice, found, marked = random.Random(1), [], set[int]()
    path = folder / "news.db"
    store = opened(path)
    store.add_sources([source()]).result()
    for number in range(times):
        put(store, [draft(f"{number}-{each}", age=each) for each in range(5)])
        (entry,) = store.ids(Scope(), 1)
        store.mark([entry], read=True, saved=True).result()
        marked.add(entry)
        main, log = path.read_bytes(), path.with_name("news.db-wal").read_bytes()
        put(store, [draft(f"{number}-late-{each}", age=9 + each) for each in range(50)])
        torn = _torn(path.with_name("news.db-wal").read_bytes(), len(log), dice)
        copy = folder / f"copy-{number}" / "news.db"
        copy.parent.mkdir()
        copy.write_bytes(main)
        copy.with_name("news.db-wal").write_bytes(torn if torn.startswith(log) else log)
        found += [f"cut {number}: {each}" for each in lost(copy, marked)]
    store.close()
    return [Tried("power cut", times, tuple(found), f"{len(marked)} marks confirmed")]


def _torn(log: bytes, synced: int, dice: random.Random) -> bytes:
    """The log with what came after the sync cut off at a random byte, sometimes with garbage behind it."""
    end = dice.randrange(synced, len(log) + 1) if len(log) > synced else synced
    return log[:end] + (dice.randbytes(5000) if dice.random() < 0.5 else b"")
