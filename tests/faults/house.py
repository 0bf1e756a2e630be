"""What must hold of a store after anything that was done to it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from newsreader.model import Problem
from newsreader.model.finding import State
from newsreader.store import Store
from newsreader.store.examine import examine


def lost(path: Path, marked: Collection[int] = (), added: Collection[str] = ()) -> list[str]:
    """What is wrong or missing, a line each: nothing is what has to come of it."""
    store = Store.open(path, open_wait=5)
    if isinstance(store, Problem):
        return [f"does not open: {store.kind}"]
    rows = {row.id: row for row in store.rows(sorted(marked))}
    sources = {status.source.id for status in store.sources()}
    store.close()
    wrong = [f"{found.told} {found.detail}" for found in examine(path) if found.state is not State.OK]
    gone = [
        f"mark {each}" for each in marked if each not in rows or not (rows[each].read and rows[each].saved)
    ]
    return [*wrong, *gone, *(f"source {each}" for each in added if each not in sources)]
