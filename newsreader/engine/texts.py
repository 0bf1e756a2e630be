"""The full texts of articles that a feed or page only announced, fetched politely from their own pages."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from newsreader.clock import Clock
from newsreader.engine.asking import Asking, leads_inside
from newsreader.engine.budget import Budget
from newsreader.engine.permission import Permission
from newsreader.engine.text import CAP, UNASKED, TextReader, host_of
from newsreader.engine.workshop import Workshop
from newsreader.model import Article, Problem, ProblemKind, TextAsked, TextEvent, TextsDone
from newsreader.model.problem import PASSING
from newsreader.sources.fetch import Fetcher
from newsreader.store import Store
from newsreader.store.texts import Wanted

APART = timedelta(seconds=1)
"""Between two requests to one host."""
NEW = timedelta(days=14)
"""What appeared longer ago is only read when the reader opens it."""
LIMITED = timedelta(days=7)
"""How long a source that counts requests is asked for nothing that nobody opened."""
MOST = 200
"""Texts in one go."""
Sleep = Callable[[float], Awaitable[None]]


class Texts:
    """One request at a time to a host, a second apart, in the order of the list."""

    def __init__(
        self,
        store: Store,
        workshop: Workshop,
        clock: Clock,
        permission: Permission,
        asking: Asking,
        sleep: Sleep,
    ) -> None:
        self._store = store
        self._reader = TextReader(store, workshop, clock, asking)
        self._clock = clock
        self._permission = permission
        self._asking = asking
        self._sleep = sleep
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._asked: dict[str, datetime] = {}

    async def run(self, most: int = MOST) -> AsyncGenerator[TextEvent, None]:
        """Read what the reader is likely to open, within the budget of the day, each told when asked for.

        Leaving early stops the rest.
        """
        now, budget = self._clock(), Budget(self._store, self._clock, self._asking.budget())
        wish = self._asking.wish(now - NEW, now - LIMITED)
        wanted = await asyncio.to_thread(self._store.texts.wanted, wish, most)
        hosts: defaultdict[str, list[Wanted]] = defaultdict(list)
        for one in wanted:
            hosts[host_of(one.url)].append(one)
        told: asyncio.Queue[TextAsked | None] = asyncio.Queue()
        done = 0
        async with Fetcher(cap=CAP) as fetcher:
            tasks = [
                asyncio.ensure_future(self._host(each, fetcher, budget, told)) for each in hosts.values()
            ]
            try:
                ended = 0
                while ended < len(tasks):
                    event = await told.get()
                    if event is None:
                        ended += 1
                    else:
                        done += 1
                        yield replace(event, done=done, total=len(wanted))
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        for task in tasks:
            task.result()
        yield TextsDone(budget.spent, budget.size, len(wanted) - done)

    async def by_hand(self, article: Article, *, again: bool = False) -> Problem | None:
        """Read the text of an article that was opened, unless it has just come; says why it did not.

        With `again` also when it has come.
        """
        wanted = Wanted(article.row.id, article.row.url, article.row.source_id)
        async with Fetcher(cap=CAP) as fetcher, self._turn(host_of(wanted.url), hurried=True):
            if not again and self._is_fetched(wanted.id):
                return None
            return (await self._reader.read(wanted, fetcher)).problem

    async def _host(
        self,
        wanted: Sequence[Wanted],
        fetcher: Fetcher,
        budget: Budget,
        told: asyncio.Queue[TextAsked | None],
    ) -> None:
        host = host_of(wanted[0].url)
        try:
            wanted = await self._outside(wanted, fetcher)
            if not wanted or budget.is_spent():
                return
            async with self._turn(host, hurried=False):
                await self._refusal(wanted[0], fetcher)
            for one in wanted:
                if budget.is_spent():
                    break
                if self._is_fetched(one.id):
                    continue  # the reader opened it meanwhile
                problem = await self._unasked(one, host, fetcher, budget)
                if problem and problem.kind in UNASKED:
                    break
                await told.put(TextAsked(one.id, one.title, 0, 0, problem))
                if problem and problem.kind in PASSING:
                    break  # the host is in trouble: the others would fail as well
        finally:
            await told.put(None)

    async def _unasked(self, one: Wanted, host: str, fetcher: Fetcher, budget: Budget) -> Problem | None:
        """Read a text that nobody has opened, if the site lets programs do so."""
        refusal = await self._refusal(one, fetcher)
        if refusal is not None:
            if refusal.kind is ProblemKind.ROBOTS:
                await self._reader.in_vain(one.id, refusal)
            return refusal
        async with self._turn(host, hurried=False):
            answer = await self._reader.read(one, fetcher)
        await budget.spend(answer.size)
        return answer.problem

    async def _refusal(self, one: Wanted, fetcher: Fetcher) -> Problem | None:
        """Why the article's site may not be asked unasked, on behalf of its source."""
        status = self._store.source(one.source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, one.url, one.source_id)
        home, public = status.source.url, status.visit.public
        return await self._permission.refusal(one.url, fetcher, home, public=public)

    async def _outside(self, wanted: Sequence[Wanted], fetcher: Fetcher) -> list[Wanted]:
        """Those of one host without what a public source has on the reader's own network, not even asked."""
        homes = {one.source_id: self._store.source(one.source_id) for one in wanted}
        refused = {
            source_id
            for source_id, status in homes.items()
            if status and await leads_inside(status.source.url, wanted[0].url)
        }
        for one in wanted:
            if one.source_id in refused:
                await self._reader.read(one, fetcher)
        return [one for one in wanted if one.source_id not in refused]

    def _is_fetched(self, article_id: int) -> bool:
        article = self._store.article(article_id)
        return article is None or article.fetched

    @asynccontextmanager
    async def _turn(self, host: str, *, hurried: bool) -> AsyncIterator[None]:
        """The one turn there is at a host, a second after the last; a reader who waits goes at once."""
        async with self._turns[host]:
            last = self._asked.get(host)
            if last is not None and not hurried:
                wait = min(APART, last + APART - self._clock())
                if wait > timedelta():
                    await self._sleep(wait.total_seconds())
            try:
                yield
            finally:
                self._asked[host] = self._clock()
