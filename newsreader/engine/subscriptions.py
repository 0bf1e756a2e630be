"""The sources a reader follows: checking an address, adding, changing, removing, importing and exporting."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader import __version__
from newsreader.clock import Clock
from newsreader.engine.workshop import Workshop
from newsreader.model import (
    Fetch,
    Fetched,
    Imported,
    ParsedFeed,
    Preview,
    Problem,
    ProblemKind,
    Source,
    SourceKind,
)
from newsreader.store import Store

if TYPE_CHECKING:
    from newsreader.sources.fetch import Fetcher

TRIES = 6
"""Addresses asked at most for one that a person gave."""
SHOWN = 5
"""Titles in a preview."""


class Subscriptions:
    """Everything that changes which sources there are. In the demo edition nothing is fetched."""

    def __init__(self, store: Store, workshop: Workshop, clock: Clock, *, demo: bool) -> None:
        self._store = store
        self._workshop = workshop
        self._clock = clock
        self._demo = demo

    def add_catalogue(self) -> None:
        """Put the built-in sources in the store, once a version of this program."""
        if self._store.meta("catalogue") == __version__:
            return
        from newsreader.sources import catalogue

        self._store.add_sources(catalogue.load()).result()
        self._store.set_meta("catalogue", __version__).result()

    async def preview(self, address: str) -> Preview | Problem:
        """What following this address would bring; a site's address leads to its feed, else to its page."""
        if self._demo:
            return Problem(ProblemKind.OFFLINE, address)
        from newsreader.sources.fetch import Fetcher
        from newsreader.sources.profiles import rewrite

        url = rewrite(address)
        if isinstance(url, Problem):
            return url
        async with Fetcher() as fetcher:
            response = await fetcher.fetch(Fetch(url))
            if not isinstance(response, Fetched):
                return response if isinstance(response, Problem) else Problem(ProblemKind.EMPTY, url)
            found = await self._read(SourceKind.FEED, response)
            if isinstance(found, ParsedFeed):
                return self._previewed(SourceKind.FEED, url, response, found)
            if found.kind is not ProblemKind.NOT_A_FEED:
                return found
            return await self._discover(fetcher, url, response)

    async def _discover(self, fetcher: Fetcher, asked: str, site: Fetched) -> Preview | Problem:
        """The first feed that a site points at and that can be read, else its page as a source."""
        from newsreader.sources.discover import candidates, well_known

        links = [link.url for link in candidates(site.body, site.url)]
        for url in [*links, *well_known(site.url)][:TRIES]:
            response = await fetcher.fetch(Fetch(url))
            if isinstance(response, Fetched):
                found = await self._read(SourceKind.FEED, response)
                if isinstance(found, ParsedFeed):
                    return self._previewed(SourceKind.FEED, url, response, found)
        page = await self._read(SourceKind.PAGE, site)
        return page if isinstance(page, Problem) else self._previewed(SourceKind.PAGE, asked, site, page)

    async def _read(self, kind: SourceKind, response: Fetched) -> ParsedFeed | Problem:
        return await self._workshop.parse(kind, response, self._clock())

    def _previewed(self, kind: SourceKind, asked: str, response: Fetched, feed: ParsedFeed) -> Preview:
        """What a source would be, at the address that was asked, or where permanent redirects led from it."""
        from newsreader.sources.naming import source_id

        url = response.moved_to or asked
        title = feed.title or urlsplit(url).hostname or url
        taken = {status.source.id for status in self._store.sources()}
        source = Source(source_id(title, url, taken), title, url, kind=kind)
        dates = [entry.published for entry in feed.entries if entry.published]
        titles = tuple(entry.title for entry in feed.entries[:SHOWN])
        return Preview(source, len(feed.entries), titles, max(dates, default=None), feed.warnings)

    async def add(self, source: Source) -> Problem | None:
        """Follow a source; the address of one that is followed already is a DUPLICATE."""
        from newsreader.sources.address import identity

        for status in self._store.sources():
            if identity(status.source.url) == identity(source.url):
                return Problem(ProblemKind.DUPLICATE, source.url, status.source.id)
        await asyncio.wrap_future(self._store.save_source(source))
        return None

    async def change(
        self, source_id: str, *, title: str = "", group: str | None = None, section: str | None = None
    ) -> Problem | None:
        """Give a source another name, group or section."""
        status = self._store.source(source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, detail=source_id)
        source = status.source
        changed = replace(
            source,
            title=title or source.title,
            group=source.group if group is None else group,
            section=source.section if section is None else section,
        )
        await asyncio.wrap_future(self._store.save_source(changed))
        return None

    async def switch(self, source_id: str, on: bool) -> Problem | None:
        """Follow a source again, or leave it alone for a while; its articles stay."""
        status = self._store.source(source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, detail=source_id)
        await asyncio.wrap_future(self._store.save_source(replace(status.source, on=on)))
        return None

    async def remove(self, source_id: str) -> Problem | None:
        """Stop following a source for good; what was saved stays."""
        if self._store.source(source_id) is None:
            return Problem(ProblemKind.NOT_FOUND, detail=source_id)
        await asyncio.wrap_future(self._store.remove_source(source_id))
        return None

    async def read_in(self, data: bytes) -> Imported | Problem:
        """Add the subscriptions of an OPML or `urls` file; those followed already stay as they are."""
        from newsreader.sources import opml
        from newsreader.sources.address import identity

        sources = [status.source for status in self._store.sources()]
        outline = opml.read(data, [source.id for source in sources])
        if isinstance(outline, Problem):
            return outline
        known = {identity(source.url) for source in sources}
        fresh = [source for source in outline.sources if identity(source.url) not in known]
        for source in fresh:
            await asyncio.wrap_future(self._store.save_source(source))
        return Imported(len(fresh), len(outline.sources) - len(fresh), outline.unreadable)

    def export(self) -> bytes:
        """All subscriptions as OPML 2.0, but for those of the sample edition."""
        from newsreader.sources import opml

        return opml.write([status.source for status in self._store.sources()])
