"""Who joins: a thread for a few articles, a quiet process of its own for many.

Working out where an article goes takes some 7 ms, in which a thread takes turns with the screen: every key
would wait. The process only reads; what it found is written by the one writer, which what the reader does
overtakes. It ends with its work, or when the pipe to it does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache, partial
from pathlib import Path

from newsreader.engine.joining import Batch, Joining
from newsreader.engine.worker import GONE, Worker
from newsreader.model import Problem, ProblemKind
from newsreader.store import Store
from newsreader.store.readers import Readers
from newsreader.store.story_tables import StoryTables

FEW = 20
"""Articles up to which a process is not worth its beginning, a third of a second."""
AHEAD = 5_000
"""Articles that are taken from the queue at a time: the newest of a million are found in a second."""


class Joiner:
    """Joins a batch after the other, the newest articles first; each call blocks, so it runs beside the
    event loop.
    """

    def __init__(self, store: Store, off: Callable[[], Collection[str]]) -> None:
        """`off` are the sources, by their ids, that are not joined."""
        self._path = store.path
        self._tables = store.stories
        self._off = off
        self._apart: Worker | None = None
        self._ahead: list[int] = []  # of the queue, the newest last

    def here(self, limit: int) -> int:
        """Join at most so many articles in this thread; tells how many it looked at."""
        return self.these(self._next(limit))

    def these(self, chosen: Sequence[int]) -> int:
        """Join these articles in this thread, as far as they wait for it."""
        if chosen:
            work_out(self._tables, self._off(), chosen).write(self._tables)
        return len(chosen)

    def apart(self, limit: int) -> int:
        """As `here`, worked out in the process; in this thread if that cannot begin or was killed."""
        worker = self._apart = self._apart or Worker(quiet=True)
        chosen = self._next(limit)
        try:
            batch = worker.do(partial(_in_the_process, self._path, frozenset(self._off()), chosen))
        except GONE:
            worker.close()
            return self.these(chosen) if self._apart is worker else 0
        batch.write(self._tables)
        return len(chosen)

    def _next(self, limit: int) -> list[int]:
        """The next articles of the queue; what comes meanwhile waits until those known of are done."""
        self._ahead = self._ahead or self._tables.queued(AHEAD)[::-1]
        chosen, self._ahead = self._ahead[-limit:], self._ahead[:-limit]
        return chosen[::-1]

    def rest(self) -> None:
        """Let the process go, whatever it is at, and look at the queue anew the next time."""
        self._ahead = []
        worker, self._apart = self._apart, None
        if worker is not None:
            worker.close()


def work_out(tables: StoryTables, off: Collection[str], chosen: Sequence[int]) -> Batch:
    """Where these articles go, but those of the sources that are `off`."""
    return Joining(tables, lambda source: source not in off).batch(chosen)


def _in_the_process(path: Path, off: Collection[str], chosen: Sequence[int]) -> Batch:
    return work_out(_tables(path), off, chosen)


@cache
def _tables(path: Path) -> StoryTables:
    """The stories of that file, only to be read."""
    return Store(Readers(path), None, Problem(ProblemKind.STORE_READ_ONLY, str(path))).stories
