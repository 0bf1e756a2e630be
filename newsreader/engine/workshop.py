"""Where feeds are understood: in a thread for a few, in processes of their own once there are many.

Understanding a feed of thirty articles takes some 10 ms, during which a thread would hold up the screen and
the writer; a process costs half a millisecond a feed for the way there and back, since articles come back
packed, and a tenth of a second to begin.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from newsreader.engine.ingest import (
    PageRead,
    Understood,
    other_patterns,
    prepare,
    read_page,
    understand_packed,
)
from newsreader.engine.worker import GONE, Worker
from newsreader.model import Fetched, ParsedFeed, Problem, Source, SourceKind

MANY = 12
"""Feeds since the last rest from which on processes are worth their beginning."""
WORKERS = 2
"""Processes at most: with two the writer is what a refresh waits for; each takes some 40 MB."""
_AT_HAND = 2
"""Jobs that a process has: one that it does, and one that it goes on with while the answer is being read."""

T = TypeVar("T")


class Workshop:
    """Runs the pure and heavy work beside the event loop."""

    def __init__(self, *, quiet: bool = False) -> None:
        """With `quiet` its processes only get the time that nobody else on the machine wants."""
        self._quiet = quiet
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="understand")
        self._crew: _Crew | None = None
        self._jobs = 0

    async def understand(
        self,
        source: Source,
        fetched: Fetched,
        now: datetime,
        sections: Collection[str],
        *,
        keep_tracking: bool = False,
    ) -> Understood | Problem:
        """The articles in what was fetched; the feed comes back without its entries."""
        self._jobs += 1
        loop = asyncio.get_running_loop()
        job = partial(understand_packed, source, fetched, now, sections, keep_tracking=keep_tracking)
        if self._crew is None and self._jobs <= MANY:
            return await loop.run_in_executor(self._thread, job)
        crew = self._crew = self._crew or _Crew(quiet=self._quiet)
        return await loop.run_in_executor(crew.threads, crew.do, job)

    def expect(self, feeds: int) -> None:
        """So many feeds will surely come: the processes begin while the first are still being fetched."""
        if feeds > MANY and self._crew is None:
            self._crew = _Crew(quiet=self._quiet)
            self._crew.begin()

    async def parse(
        self, kind: SourceKind, fetched: Fetched, now: datetime, recipe: str = ""
    ) -> ParsedFeed | Problem:
        """The feed or page with its entries, for a preview."""
        from newsreader.engine.ingest import parse

        return await asyncio.get_running_loop().run_in_executor(
            self._thread, parse, kind, fetched, now, recipe
        )

    async def other_patterns(self, fetched: Fetched, now: datetime) -> tuple[tuple[str, ParsedFeed], ...]:
        """Other ways to read a list page, for a preview."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, other_patterns, fetched, now)

    async def read_page(self, source: Source, fetched: Fetched, now: datetime) -> PageRead | Problem:
        """The article of a page, and the list under it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, read_page, source, fetched, now)

    def rest(self) -> None:
        """After a refresh: let the processes go, and count anew."""
        self._jobs = 0
        if self._crew is not None:
            self._crew.dismiss()
            self._crew = None

    def close(self) -> None:
        """Stop for good; waits for what the thread is doing, and for no process."""
        self.rest()
        self._thread.shutdown(cancel_futures=True)


class _Crew:
    """A few processes, and for each of their jobs a thread that waits for the answer."""

    def __init__(self, *, quiet: bool) -> None:
        self.threads = ThreadPoolExecutor(WORKERS * _AT_HAND, thread_name_prefix="worker")
        self._workers = [Worker(quiet=quiet) for _ in range(WORKERS)]
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._dismissed = False
        for worker in self._workers * _AT_HAND:
            self._free.put(worker)

    def begin(self) -> None:
        """Begin the processes; nobody waits for them."""
        for _ in range(WORKERS):
            self.threads.submit(self.do, prepare)

    def do(self, job: Callable[[], T]) -> T:
        """The job's result, from the first process that has not got its fill; for one of the threads."""
        worker = self._free.get()
        try:
            return worker.do(job)
        except GONE:
            worker.close()
            if self._dismissed:
                raise  # nobody waits for it
            return job()  # killed from outside: this thread takes over
        finally:
            self._free.put(worker)

    def dismiss(self) -> None:
        """End the processes, whatever they are doing: nobody waits for it any longer."""
        self._dismissed = True
        self.threads.shutdown(wait=False, cancel_futures=True)
        Thread(target=self._end, name="dismiss-workers").start()

    def _end(self) -> None:
        for worker in self._workers:
            worker.close()
        for _ in range(WORKERS * _AT_HAND):
            self._free.get()
        for worker in self._workers:  # one may have been begun meanwhile
            worker.close()
