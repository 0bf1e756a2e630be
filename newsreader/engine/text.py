"""The full text of one article, asked for on its own page: fetched, understood, and written."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from newsreader.clock import Clock
from newsreader.engine.asking import Asking
from newsreader.engine.ingest import PageRead
from newsreader.engine.workshop import Workshop
from newsreader.model import (
    Article,
    Draft,
    Problem,
    ProblemKind,
    Source,
    SourceKind,
    SourceStatus,
)
from newsreader.model.problem import PASSING
from newsreader.sources.address import identity
from newsreader.sources.completing import completed
from newsreader.sources.fetch import Fetcher
from newsreader.store import Store
from newsreader.store.texts import Wanted

CAP = 3_000_000
"""Bytes of a page, unpacked; a larger one is no article."""
UNASKED = frozenset([ProblemKind.DNS, ProblemKind.INSIDE, ProblemKind.NETWORK, ProblemKind.PORTAL])
"""No network: the site was never asked, which is no attempt."""


class Answer(NamedTuple):
    """What asking for one text brought, and the bytes it took."""

    problem: Problem | None
    size: int = 0


def is_lasting(problem: Problem) -> bool:
    """Whether asking again makes no sense until the reader wishes it: a gate, a page that is not there."""
    return not (
        problem.kind in PASSING or problem.kind is ProblemKind.ROBOTS or problem.detail.startswith("5")
    )


class TextReader:
    """Asks for one text at a time; when that may be is for others to say."""

    def __init__(self, store: Store, workshop: Workshop, clock: Clock, asking: Asking) -> None:
        self._store = store
        self._workshop = workshop
        self._clock = clock
        self._asking = asking

    async def read(self, wanted: Wanted, fetcher: Fetcher) -> Answer:
        """Fetch, understand and write one text; the list under it feeds its section."""
        status, article = self._store.source(wanted.source_id), self._store.article(wanted.id)
        if status is None or article is None:
            return Answer(Problem(ProblemKind.NOT_FOUND, wanted.url, wanted.source_id))
        found, size = await self._page(status, wanted.url, fetcher)
        draft = found if isinstance(found, Problem) else self._completed(article, found)
        if isinstance(draft, Problem):
            await self.in_vain(wanted.id, draft)
            return Answer(draft, size)
        await asyncio.wrap_future(
            self._store.texts.put(wanted.id, draft, self._clock(), reopen=self._asking.reopens())
        )
        if status.source.kind is SourceKind.PAGE and isinstance(found, PageRead):
            for source_id, drafts in self._by_source(status.source, found.listed).items():
                await asyncio.wrap_future(self._store.put_passing(source_id, drafts, self._clock()))
        return Answer(None, size)

    async def in_vain(self, article_id: int, problem: Problem) -> None:
        """Remember why a text did not come, unless there was no network to ask by."""
        if problem.kind not in UNASKED:
            kept = self._store.texts.asked_in_vain(
                article_id, problem, self._clock(), for_good=is_lasting(problem)
            )
            await asyncio.wrap_future(kept)

    async def _page(self, status: SourceStatus, url: str, fetcher: Fetcher) -> tuple[PageRead | Problem, int]:
        """The article of a page, and the bytes that it took."""
        asked = await self._asking.request(status.source, url, public=status.visit.public)
        response = await fetcher.whole(asked)
        if isinstance(response, Problem):
            return response, CAP if response.kind is ProblemKind.TOO_LARGE else 0
        own = status.source._replace(section="")
        return await self._workshop.read_page(own, response, self._clock()), response.received

    def _completed(self, article: Article, found: PageRead) -> Draft | Problem:
        """The page's text under what was shown of the article, unless it is of another, or brings less."""
        if not _is_another(article, found.draft):
            blocks = completed(article.blocks, found.draft.blocks, is_summary=not article.whole)
            if blocks:
                return found.draft._replace(blocks=blocks)
        return Problem(ProblemKind.NO_ARTICLES, article.row.url)

    def _by_source(self, source: Source, listed: Sequence[Draft]) -> dict[str, list[Draft]]:
        """The site's own articles in that list, each for the list of its section if that is followed."""
        host = host_of(source.url)
        lists = {
            status.source.section.casefold(): status.source.id
            for status in self._store.sources()
            if status.source.kind is SourceKind.PAGE
            and status.source.on
            and host_of(status.source.url) == host
        }
        found: defaultdict[str, list[Draft]] = defaultdict(list)
        for draft in listed:
            if draft.url and host_of(draft.url) == host:
                found[lists.get(draft.section.casefold(), source.id)].append(draft)
        return found


def _is_another(article: Article, page: Draft) -> bool:
    """Whether the address led elsewhere, to what has another headline: a front page, a later article."""
    if identity(page.url) == identity(article.row.url):
        return False
    here, there = (set(title.casefold().split()) for title in (article.row.title, page.title))
    return 2 * len(here & there) < min(len(here), len(there))


def host_of(url: str) -> str:
    """The host of an address, with its port."""
    return urlsplit(url).netloc.lower()
