"""Where feeds are understood: in a thread for a few, in a process of its own once there are many.

Understanding a feed of thirty articles takes some 15 ms, during which a thread would hold up the screen and
the writer; a process costs about 3 ms a feed for the way there and back, and a third of a second to begin.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Collection
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial

from newsreader.engine.ingest import PageRead, Understood, other_patterns, read_page, understand
from newsreader.model import Fetched, ParsedFeed, Problem, Source, SourceKind

MANY = 12
"""Feeds since the last rest from which on a process is worth its beginning."""


class Workshop:
    """Runs the pure and heavy work beside the event loop, one job at a time."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="understand")
        self._process: Executor | None = None
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
        job = partial(_understood, source, fetched, now, sections, keep_tracking)
        if self._jobs > MANY:
            try:
                return await loop.run_in_executor(self._other(), job)
            except BrokenExecutor:
                self._process = None  # killed from outside: the thread takes over
        return await loop.run_in_executor(self._thread, job)

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

    def _other(self) -> Executor:
        if self._process is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            self._process = ProcessPoolExecutor(1, get_context("spawn"), _ignore_interrupt)
        return self._process

    def rest(self) -> None:
        """After a refresh: let the process go, and count anew."""
        self._jobs = 0
        if self._process is not None:
            self._process.shutdown(wait=False, cancel_futures=True)
            self._process = None

    def close(self) -> None:
        """Stop for good; waits for the job under way."""
        self.rest()
        self._thread.shutdown(cancel_futures=True)


def _understood(
    source: Source, fetched: Fetched, now: datetime, sections: Collection[str], keep_tracking: bool
) -> Understood | Problem:
    """Only what a refresh needs travels back between processes."""
    found = understand(source, fetched, now, sections, keep_tracking=keep_tracking)
    if isinstance(found, Problem):
        return found
    return replace(found, feed=replace(found.feed, entries=(), description=()))


def _ignore_interrupt() -> None:
    """Ctrl+C is for the reader, who then stops the work in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
