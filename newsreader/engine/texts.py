"""The full texts of articles that a page only announced, fetched politely from their own pages."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newsreader.clock import Clock
from newsreader.engine.asking import Asking, leads_inside
from newsreader.engine.ingest import PageRead
from newsreader.engine.permission import Permission
from newsreader.engine.workshop import Workshop
from newsreader.model import Article, Draft, Fetched, Problem, ProblemKind, Source, SourceKind
from newsreader.sources.address import identity
from newsreader.sources.fetch import Fetcher
from newsreader.store import Store
from newsreader.store.texts import Wanted

APART = timedelta(seconds=1)
"""Between two requests to one host."""
NEW = timedelta(days=3)
"""What was first seen longer ago is only read when the reader opens it."""
MOST = 200
"""Texts in one go."""
_PASSING = frozenset(
    [ProblemKind.DNS, ProblemKind.NETWORK, ProblemKind.TIMEOUT, ProblemKind.TLS, ProblemKind.WAIT]
)
_UNASKED = frozenset([ProblemKind.DNS, ProblemKind.NETWORK])
"""No network: the site was never asked, which is no attempt."""

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
        self._workshop = workshop
        self._clock = clock
        self._permission = permission
        self._asking = asking
        self._sleep = sleep
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._asked: dict[str, datetime] = {}

    async def run(self, most: int = MOST) -> AsyncGenerator[int, None]:
        """Read what is new; gives the id of each article whose text came. Leaving early stops the rest."""
        since, feeds = self._clock() - NEW, self._asking.full_texts()
        wanted = await asyncio.to_thread(self._store.texts_wanted, since, most, feeds)
        hosts: defaultdict[str, list[Wanted]] = defaultdict(list)
        for one in wanted:
            hosts[_host(one.url)].append(one)
        done: asyncio.Queue[int | None] = asyncio.Queue()
        async with Fetcher() as fetcher:
            tasks = [asyncio.ensure_future(self._host(each, fetcher, done)) for each in hosts.values()]
            try:
                left = len(tasks)
                while left:
                    article_id = await done.get()
                    if article_id is None:
                        left -= 1
                    else:
                        yield article_id
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        for task in tasks:
            task.result()

    async def by_hand(self, article: Article) -> Problem | None:
        """Read the text of an article that was opened, unless it has just come; says why it did not."""
        wanted = Wanted(article.row.id, article.row.url, article.row.source_id)
        async with Fetcher() as fetcher, self._turn(_host(wanted.url), hurried=True):
            return None if self._is_whole(wanted.id) else await self._read(wanted, fetcher)

    async def _host(
        self, wanted: Sequence[Wanted], fetcher: Fetcher, done: asyncio.Queue[int | None]
    ) -> None:
        host = _host(wanted[0].url)
        try:
            wanted = await self._outside(wanted, fetcher)
            if not wanted:
                return
            async with self._turn(host, hurried=False):
                await self._permission.allows(wanted[0].url, fetcher)
            for one in wanted:
                if self._is_whole(one.id) or not await self._permission.allows(one.url, fetcher):
                    continue  # the reader opened it meanwhile, or the site does not want it
                async with self._turn(host, hurried=False):
                    problem = await self._read(one, fetcher)
                if problem is None:
                    await done.put(one.id)
                elif problem.kind in _PASSING:
                    break  # the host is in trouble: the others would fail as well
        finally:
            await done.put(None)

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
                await self._read(one, fetcher)
        return [one for one in wanted if one.source_id not in refused]

    async def _read(self, wanted: Wanted, fetcher: Fetcher) -> Problem | None:
        """Fetch, understand and write one text; the list under it feeds its section."""
        status = self._store.source(wanted.source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, wanted.url, wanted.source_id)
        found = await self._page(status.source, wanted.url, fetcher)
        if isinstance(found, PageRead) and self._is_another(wanted, found.draft):
            found = Problem(ProblemKind.NO_ARTICLES, wanted.url)
        if isinstance(found, Problem):
            for_good = found.kind not in _PASSING and not found.detail.startswith("5")
            if found.kind not in _UNASKED:
                await asyncio.wrap_future(self._store.asked_in_vain(wanted.id, for_good=for_good))
            return found
        await asyncio.wrap_future(
            self._store.put_text(wanted.id, found.draft, self._clock(), reopen=self._asking.reopens())
        )
        if status.source.kind is not SourceKind.PAGE:
            return None
        for source_id, drafts in self._by_source(status.source, found.listed).items():
            await asyncio.wrap_future(self._store.put_passing(source_id, drafts, self._clock()))
        return None

    async def _page(self, source: Source, url: str, fetcher: Fetcher) -> PageRead | Problem:
        if await leads_inside(source.url, url):
            return Problem(ProblemKind.REDIRECTS, source.url, url)
        response = await fetcher.fetch(await self._asking.request(source, url))
        if isinstance(response, Fetched):
            return await self._workshop.read_page(replace(source, section=""), response, self._clock())
        return response if isinstance(response, Problem) else Problem(ProblemKind.EMPTY, url)

    def _is_another(self, wanted: Wanted, page: Draft) -> bool:
        """Whether the address led elsewhere, to what has another headline: a front page, a later article."""
        article = self._store.article(wanted.id)
        if article is None or identity(page.url) == identity(wanted.url):
            return False
        here, there = (set(title.casefold().split()) for title in (article.row.title, page.title))
        return 2 * len(here & there) < min(len(here), len(there))

    def _is_whole(self, article_id: int) -> bool:
        article = self._store.article(article_id)
        return article is None or article.whole

    def _by_source(self, source: Source, listed: Sequence[Draft]) -> dict[str, list[Draft]]:
        """The site's own articles in that list, each for the list of its section if that is followed."""
        host = _host(source.url)
        lists = {
            status.source.section.casefold(): status.source.id
            for status in self._store.sources()
            if status.source.kind is SourceKind.PAGE and status.source.on and _host(status.source.url) == host
        }
        found: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in listed:
            if draft.url and _host(draft.url) == host:
                found[lists.get(draft.section.casefold(), source.id)].append(draft)
        return found

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


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower()
