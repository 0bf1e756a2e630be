"""One refresh: every source that is due, side by side, told as a stream of events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from newsreader.clock import Clock
from newsreader.engine import asking, line, visiting
from newsreader.engine.ingest import Understood
from newsreader.engine.pace import Pace
from newsreader.engine.workshop import Workshop
from newsreader.model import (
    Problem,
    ProblemKind,
    RefreshDone,
    RefreshEvent,
    Source,
    SourceChecked,
    SourceKind,
    Unchanged,
    Visit,
)
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.sources.fetch import Fetcher
from newsreader.store import Store

if TYPE_CHECKING:
    from newsreader.engine.pages import Pages

IN_FLIGHT = 64
"""Sources under way at once, waiting for their host, their parse or their transaction: bounds memory."""

Outcome = Understood | Unchanged | Problem


class Refresh:
    """A visit to a number of sources: fetch, understand, write; one transaction a source."""

    def __init__(
        self,
        store: Store,
        workshop: Workshop,
        clock: Clock,
        settings: Settings,
        secrets: Secrets,
        sections: Collection[str],
        pages: Callable[[], Pages],
        pace: Pace,
    ) -> None:
        self._store = store
        self._workshop = workshop
        self._clock = clock
        self._settings = settings
        self._secrets = secrets
        self._sections = sections
        self._pages = pages
        self._in_flight = asyncio.Semaphore(IN_FLIGHT)
        self._pace = pace
        self._signs: dict[str, str] = {}  # of what answered in place of a source
        self._left = 0  # sources that are not done

    async def run(self, sources: Sequence[Source]) -> AsyncGenerator[RefreshEvent, None]:
        """Visit them all. Leaving the iterator early cancels what is under way; nothing is half-written."""
        told: list[SourceChecked] = []
        visits = self._store.visits()
        self._left = len(sources)
        self._workshop.expect(sum(not visits.get(source.id, Visit()).body_hash for source in sources))
        async with Fetcher(now=self._clock) as fetcher:
            tasks = [
                asyncio.ensure_future(self._visit(source, visits.get(source.id, Visit()), fetcher))
                for source in sources
            ]
            try:
                for done, task in enumerate(asyncio.as_completed(tasks), 1):
                    told.append(replace(await task, done=done, total=len(tasks)))
                    self._left -= 1
                    yield told[-1]
            finally:
                for pending in tasks:
                    pending.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                self._workshop.rest()
        yield await self._done(told, visits)

    async def _done(self, told: Sequence[SourceChecked], visits: Mapping[str, Visit]) -> RefreshDone:
        """The end, at which no source is charged with what the reader's own line did."""
        blamed, now = line.blamed(told, visits, self._signs), self._clock()
        for source, problem in blamed:
            interval = source.interval or self._settings.refresh_minutes
            visit = visiting.failed(visits.get(source.id, Visit()), problem, interval, now, counts=False)
            await asyncio.wrap_future(self._store.put_visit(source.id, visit))
        failed = blamed or [(one.source, one.problem) for one in told if one.problem]
        new, changed = sum(one.new for one in told), sum(one.changed for one in told)
        return RefreshDone(len(told), new, changed, tuple(failed))

    async def _visit(self, source: Source, visit: Visit, fetcher: Fetcher) -> SourceChecked:
        async with self._in_flight:
            await self._pace.begin()
            found, after = await self._look(source, visit, fetcher)
            for address in self._alternatives(source) if isinstance(found, Problem) else ():
                other, seen = await self._look(_at(source, address), Visit(), fetcher)
                if not isinstance(other, Problem):
                    return await self._write(source, _at(source, address), other, seen)
            return await self._write(source, source, found, after)

    def _alternatives(self, source: Source) -> tuple[str, ...]:
        return tuple(url for url in source.alternatives if asking.may_move(source, url, self._settings))

    async def _look(self, source: Source, visit: Visit, fetcher: Fetcher) -> tuple[Outcome, Visit]:
        """Ask one address; what came of it, and what to remember of the visit."""
        request = await asking.request(source, visit, self._settings, self._secrets)
        response = await fetcher.fetch(request)
        now, interval = self._clock(), source.interval or self._settings.refresh_minutes
        if isinstance(response, Problem):
            return response, visiting.failed(visit, response, interval, now)
        visit = replace(visit, public=visit.public or response.public)
        if isinstance(response, Unchanged):
            return response, visiting.unchanged(visit, response.max_age, interval, now)
        digest = blake2b(response.body, digest_size=16).digest()
        if digest == visit.body_hash and visit.problem is None:
            same = Unchanged(response.url, response.moved_to)
            return same, visiting.unchanged(visit, response.max_age, interval, now)
        found = await self._workshop.understand(
            source, response, now, self._sections, keep_tracking=self._settings.keep_tracking
        )
        if isinstance(found, Problem):
            self._signs[source.id] = line.sign(source.url, response)
            return found, visiting.failed(visit, found, interval, now)
        if source.kind is SourceKind.PAGE:
            further = self._pages().further
            found = await further(source, found, fetcher, self._sections, public=visit.public)
        return found, visiting.changed(visit, found, response, digest, interval, now)

    async def _write(self, source: Source, asked: Source, found: Outcome, visit: Visit) -> SourceChecked:
        """First the source, for a new address has no visits; then the visit and its articles together."""
        if isinstance(found, Problem):
            await asyncio.wrap_future(self._store.put_visit(source.id, visit))
            gone = found.kind is ProblemKind.GONE
            notice = await self._keep(source, source._replace(on=False)) if gone else ""
            return SourceChecked(source, 0, 0, problem=found, notice=notice)
        moved = _moved(asked, found)
        notice = await self._keep(source, moved if await self._may_move(source, moved) else asked)
        drafts = found.drafts if isinstance(found, Understood) else ()
        reopen = self._settings.unread_when_changed
        patient = self._left > IN_FLIGHT  # of the last ones no more would come to wait for
        put = self._store.put(source.id, visit, drafts, self._clock(), reopen=reopen, patient=patient)
        written = await asyncio.wrap_future(put)
        if source.kind is SourceKind.PAGE and isinstance(found, Understood):
            await self._pages().offer(source, found.feed.links)
        return SourceChecked(source, 0, 0, written.new, written.changed, notice=notice)

    async def _may_move(self, source: Source, moved: Source) -> bool:
        allowed = asking.may_move(source, moved.url, self._settings)
        return allowed and not await asking.leads_inside(source.url, moved.url)

    async def _keep(self, before: Source, after: Source) -> str:
        """Remember that a source moved or retired, and keep what the reader has changed meanwhile."""
        status = self._store.source(before.id) if after != before else None
        if status is None:
            return ""
        now = status.source
        kept = now._replace(url=after.url, alternatives=after.alternatives, on=now.on and after.on)
        await asyncio.wrap_future(self._store.save_source(kept))
        return "moved" if after.url != before.url else "retired"


def _at(source: Source, address: str) -> Source:
    """The same source at another address, the former one becoming an alternative."""
    others = tuple(other for other in source.alternatives if other != address)
    return source._replace(url=address, alternatives=(*others, source.url))


def _moved(source: Source, found: Understood | Unchanged) -> Source:
    """Where permanent redirects led; else where the feed's own text says it lives, to be tried next time."""
    if isinstance(found, Unchanged):
        return source._replace(url=found.moved_to or source.url)
    if found.moved_to:
        return source._replace(url=found.moved_to)
    told = found.feed.moved_to
    return _at(source, told) if told and told not in (source.url, *source.alternatives) else source
