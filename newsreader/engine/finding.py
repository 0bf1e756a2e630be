"""From what a person pasted to what can be followed there: a feed, the feeds of a site, or its page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from newsreader import gate
from newsreader.engine.workshop import Workshop
from newsreader.model import Fetch, Fetched, ParsedFeed, Preview, Problem, ProblemKind, Source, SourceKind
from newsreader.sources.fetch import Fetcher

TRIES = 8
"""Feeds of a site asked at most: of those it points at, and of the usual places."""
SHOWN = 5
"""Titles in a preview."""


class Finder:
    """Looks behind one address. `taken` are the ids that a new source cannot have."""

    def __init__(self, fetcher: Fetcher, workshop: Workshop, taken: Iterable[str], now: datetime) -> None:
        self._fetcher = fetcher
        self._workshop = workshop
        self._taken = set(taken)
        self._now = now

    async def find(
        self, address: str, *, page: bool = False, recipe: str = ""
    ) -> tuple[Preview, ...] | Problem:
        """Everything that can be followed there, best first; never empty.

        With `page` no feed is looked for; with a `recipe` the page is only read in that way.
        """
        from newsreader.sources.profiles import rewrite

        url = rewrite(address)
        if isinstance(url, Problem):
            return url
        response = await self._fetcher.whole(Fetch(url))
        if isinstance(response, Problem):
            return response
        if page or recipe:
            return await self._page(url, response, recipe)
        feed = await self._read(SourceKind.FEED, response)
        if isinstance(feed, ParsedFeed):
            return (self._previewed(SourceKind.FEED, url, response, feed),)
        if feed.kind is not ProblemKind.NOT_A_FEED:
            return feed
        return await self._feeds_of(response) or await self._page(url, response)

    async def _feeds_of(self, site: Fetched) -> tuple[Preview, ...]:
        """The feeds that a page points at, each once; else the first one in the usual places."""
        from newsreader.sources.discover import candidates, well_known

        links = [link.url for link in candidates(site.body, site.url)][:TRIES]
        found = await asyncio.gather(*(self._feed_at(link, site.url) for link in links))
        feeds: dict[str, tuple[str, Fetched, ParsedFeed]] = {}
        for one in filter(None, found):
            feeds.setdefault(one[1].url, one)
        if feeds:
            return tuple(self._previewed(SourceKind.FEED, *one) for one in feeds.values())
        for url in well_known(site.url)[:TRIES]:
            if usual := await self._feed_at(url, site.url):
                return (self._previewed(SourceKind.FEED, *usual),)
        return ()

    async def _feed_at(self, url: str, home: str) -> tuple[str, Fetched, ParsedFeed] | None:
        """The feed to which a page at `home` pointed."""
        response = await self._fetcher.whole(Fetch(url, home=home))
        if isinstance(response, Problem):
            return None
        feed = await self._read(SourceKind.FEED, response)
        return (url, response, feed) if isinstance(feed, ParsedFeed) else None

    async def _page(self, url: str, site: Fetched, recipe: str = "") -> tuple[Preview, ...] | Problem:
        """The page itself, and after the best way to read it the others there are."""
        page = await self._workshop.parse(SourceKind.PAGE, site, self._now, recipe)
        if isinstance(page, Problem):
            return page
        best = self._previewed(SourceKind.PAGE, url, site, page)
        best = replace(best, source=best.source._replace(recipe=recipe))
        others = () if recipe else await self._workshop.other_patterns(site, self._now)
        return (best, *(_preview(best.source._replace(recipe=how), feed) for how, feed in others))

    async def _read(self, kind: SourceKind, response: Fetched) -> ParsedFeed | Problem:
        return await self._workshop.parse(kind, response, self._now)

    def _previewed(self, kind: SourceKind, asked: str, response: Fetched, feed: ParsedFeed) -> Preview:
        """What a source would be, at the address that was asked, or where permanent redirects led from it."""
        from newsreader.sources.naming import source_id

        url = response.moved_to or asked
        title = feed.title or gate.host(urlsplit(url).hostname or "") or url
        source = Source(source_id(title, url, self._taken), title, url, kind=kind)
        self._taken.add(source.id)
        return _preview(source, feed)


def _preview(source: Source, feed: ParsedFeed) -> Preview:
    dates = [moment for entry in feed.entries if (moment := entry.published or entry.updated)]
    titles = tuple(entry.title for entry in feed.entries[:SHOWN])
    return Preview(source, len(feed.entries), titles, max(dates, default=None), feed.warnings)
