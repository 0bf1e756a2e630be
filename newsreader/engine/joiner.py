"""Who joins: a thread for a few articles, a quiet process of its own for many.

Working out where an article goes takes some 7 ms, in which a thread takes turns with the screen: every key
would wait. The process only reads; what it found is written by the one writer, which what the reader does
overtakes. It ends with its work, or when the pipe to it does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
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


class Joiner:
    """Joins a batch after the other; each call blocks, so it runs beside the event loop."""

    def __init__(self, store: Store, off: Callable[[], Collection[str]]) -> None:
        """`off` are the sources, by their ids, that are not joined."""
        self._path = store.path
        self._tables = store.stories
        self._off = off
        self._apart: Worker | None = None

    def here(self, limit: int) -> int:
        """Join at most so many articles in this thread; tells how many left the queue."""
        batch = work_out(self._tables, self._off(), limit)
        batch.write(self._tables)
        return batch.number

    def apart(self, limit: int) -> int:
        """As `here`, worked out in the process; in this thread if that cannot begin or was killed."""
        worker = self._apart = self._apart or Worker(quiet=True)
        try:
            batch = worker.do(partial(_in_the_process, self._path, frozenset(self._off()), limit))
        except GONE:
            worker.close()
            return self.here(limit) if self._apart is worker else 0
        batch.write(self._tables)
        return batch.number

    def rest(self) -> None:
        """Let the process go, whatever it is at."""
        worker, self._apart = self._apart, None
        if worker is not None:
            worker.close()


def work_out(tables: StoryTables, off: Collection[str], limit: int) -> Batch:
    """Where at most so many articles go, but those of the sources that are `off`."""
    return Joining(tables, lambda source: source not in off).batch(limit)


def _in_the_process(path: Path, off: Collection[str], limit: int) -> Batch:
    return work_out(_tables(path), off, limit)


@cache
def _tables(path: Path) -> StoryTables:
    """The stories of that file, only to be read."""
    return Store(Readers(path), None, Problem(ProblemKind.STORE_READ_ONLY, str(path))).stories
