"""Pages that a reader visits from an article: read as articles, and kept no longer than the program runs."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from newsreader import gate
from newsreader.clock import Clock
from newsreader.engine.workshop import Workshop
from newsreader.model import (
    Article,
    ArticleRow,
    Draft,
    Fetch,
    Problem,
    Source,
    SourceKind,
)
from newsreader.sources.fetch import Fetcher

MOST = 200
"""Pages that are remembered: as many as a trail has steps."""


class Elsewhere:
    """The pages visited so far, by numbers that no article of the store has: -1, -2, ..."""

    def __init__(self, workshop: Workshop, clock: Clock) -> None:
        self._workshop = workshop
        self._clock = clock
        self._pages: OrderedDict[int, Article] = OrderedDict()
        self._last = 0

    def article(self, number: int) -> Article | None:
        """A page that was visited; None when that was too long ago."""
        return self._pages.get(number)

    async def read(self, url: str, home: str) -> Article | Problem:
        """Fetch a page and read its article; a page that was visited before keeps its number."""
        async with Fetcher() as fetcher:
            response = await fetcher.whole(Fetch(url, home=home))
        if isinstance(response, Problem):
            return response
        host = gate.host(urlsplit(response.url).hostname or "")
        now = self._clock()
        found = await self._workshop.read_page(
            Source("", host, response.url, kind=SourceKind.PAGE), response, now
        )
        if isinstance(found, Problem):
            return found
        return self._remembered(found.draft, host, now)

    def _remembered(self, draft: Draft, host: str, now: datetime) -> Article:
        known = (number for number, page in self._pages.items() if page.row.url == draft.url)
        number = next(known, self._last - 1)
        self._last = min(self._last, number)
        article = as_article(draft, number, host, now)
        article = replace(article, row=article.row._replace(read=True))
        self._pages[number] = article
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)
        return article


def as_article(draft: Draft, number: int, source: str, now: datetime) -> Article:
    """The draft as the article it would be in the store."""
    row = ArticleRow(
        number,
        draft.title,
        draft.url,
        "",
        source,
        draft.section,
        draft.summary,
        draft.published,
        draft.published_until,
        now,
    )
    return Article(
        row,
        draft.author,
        draft.language,
        draft.updated,
        draft.dateline,
        draft.blocks,
        draft.images,
        draft.enclosures,
        draft.categories,
        draft.comments,
        draft.rights,
        draft.whole,
    )
