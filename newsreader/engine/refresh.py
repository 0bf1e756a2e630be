"""One refresh: every source that is due, side by side, told as a stream of events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from newsreader.clock import Clock
from newsreader.engine.ingest import Understood, understand
from newsreader.model import (
    Fetch,
    Fetched,
    Problem,
    ProblemKind,
    RefreshDone,
    RefreshEvent,
    Source,
    SourceChecked,
    Unchanged,
    Visit,
)
from newsreader.sources.fetch import Fetcher
from newsreader.sources.schedule import next_due
from newsreader.store import Store

IN_FLIGHT = 24
"""Sources under way at once, waiting for their host, their parse or their transaction: bounds memory."""

Outcome = Understood | Unchanged | Problem


class Refresh:
    """A visit to a number of sources: fetch, understand, write; one transaction a source."""

    def __init__(
        self, store: Store, executor: Executor, clock: Clock, minutes: int, sections: Collection[str]
    ) -> None:
        self._store = store
        self._executor = executor
        self._clock = clock
        self._minutes = minutes
        self._sections = sections
        self._in_flight = asyncio.Semaphore(IN_FLIGHT)

    async def run(self, sources: Sequence[Source]) -> AsyncIterator[RefreshEvent]:
        """Visit them all. Leaving the iterator early cancels what is under way; nothing is half-written."""
        new, changed, failed = 0, 0, []
        async with Fetcher() as fetcher:
            tasks = [asyncio.ensure_future(self._visit(source, fetcher)) for source in sources]
            try:
                for done, task in enumerate(asyncio.as_completed(tasks), 1):
                    checked = replace(await task, done=done, total=len(tasks))
                    new, changed = new + checked.new, changed + checked.changed
                    if checked.problem:
                        failed.append((checked.source, checked.problem))
                    yield checked
            finally:
                for pending in tasks:
                    pending.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        yield RefreshDone(len(tasks), new, changed, tuple(failed))

    async def _visit(self, source: Source, fetcher: Fetcher) -> SourceChecked:
        async with self._in_flight:
            visit = self._store.visit(source.id)
            for address in _addresses(source, visit):
                found, after = await self._look(replace(source, url=address), visit, fetcher)
                if not isinstance(found, Problem):
                    break
            return await self._write(source, address, found, after)

    async def _look(self, source: Source, visit: Visit, fetcher: Fetcher) -> tuple[Outcome, Visit]:
        """Ask one address; what came of it, and what to remember of the visit."""
        response = await fetcher.fetch(Fetch(source.url, visit.etag, visit.last_modified))
        now = self._clock()
        if isinstance(response, Problem):
            return response, self._failed(source, visit, response, now)
        if isinstance(response, Unchanged):
            return response, self._well(source, visit, response.max_age, now)
        digest = blake2b(response.body, digest_size=16).digest()
        if digest == visit.body_hash and visit.problem is None:
            return Unchanged(response.url, response.moved_to), self._well(
                source, visit, response.max_age, now
            )
        found = await asyncio.get_running_loop().run_in_executor(
            self._executor, understand, source, response, now, self._sections
        )
        if isinstance(found, Problem):
            return found, self._failed(source, visit, found, now)
        return self._moved(found, response), self._changed(source, visit, found, response, digest, now)

    def _moved(self, found: Understood, response: Fetched) -> Understood:
        """A feed says in its own text, or a server by permanent redirects, that it lives elsewhere."""
        address = found.feed.moved_to or response.moved_to
        return replace(found, feed=replace(found.feed, moved_to=address))

    def _failed(self, source: Source, visit: Visit, problem: Problem, now: datetime) -> Visit:
        after = replace(visit, last_checked=now, failures=visit.failures + 1, problem=problem)
        due = next_due(now, self._interval(source), failures=after.failures, retry_at=problem.retry_at)
        return replace(after, next_due=due)

    def _well(self, source: Source, visit: Visit, max_age: int, now: datetime) -> Visit:
        due = next_due(now, self._interval(source), max_age=max_age)
        return replace(visit, last_checked=now, failures=0, problem=None, next_due=due)

    def _changed(
        self, source: Source, visit: Visit, found: Understood, response: Fetched, digest: bytes, now: datetime
    ) -> Visit:
        feed = found.feed
        due = next_due(
            now,
            self._interval(source),
            max_age=response.max_age,
            ttl=feed.ttl,
            skip_hours=feed.skip_hours,
            skip_days=feed.skip_days,
        )
        return replace(
            visit,
            etag=response.etag,
            last_modified=response.last_modified,
            body_hash=digest,
            last_checked=now,
            last_changed=now,
            next_due=due,
            failures=0,
            problem=None,
            site=feed.url,
            warnings=found.warnings,
        )

    def _interval(self, source: Source) -> int:
        return source.interval or self._minutes

    async def _write(self, source: Source, address: str, found: Outcome, visit: Visit) -> SourceChecked:
        """One transaction for the visit and its articles; then the address, when it has changed."""
        if isinstance(found, Problem):
            await asyncio.wrap_future(self._store.put_visit(source.id, visit))
            notice = await self._retire(source) if found.kind is ProblemKind.GONE else ""
            return SourceChecked(source, 0, 0, problem=found, notice=notice)
        moved_to = found.feed.moved_to if isinstance(found, Understood) else found.moved_to
        drafts = found.drafts if isinstance(found, Understood) else ()
        written = await asyncio.wrap_future(self._store.put(source.id, visit, drafts, self._clock()))
        notice = await self._settle(source, moved_to or address)
        return SourceChecked(source, 0, 0, written.new, written.changed, notice=notice)

    async def _retire(self, source: Source) -> str:
        await asyncio.wrap_future(self._store.save_source(replace(source, on=False)))
        return "retired"

    async def _settle(self, source: Source, address: str) -> str:
        if address == source.url:
            return ""
        await asyncio.wrap_future(self._store.save_source(replace(source, url=address)))
        return "moved"


def _addresses(source: Source, visit: Visit) -> tuple[str, ...]:
    """The address that is known to work; before one has, the alternatives are tried as well."""
    return (source.url,) if visit.last_changed else (source.url, *source.alternatives)
