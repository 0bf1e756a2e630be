"""The sources a reader follows: checking an address, adding, changing, removing, importing and exporting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import urlsplit

from newsreader import __version__
from newsreader.clock import Clock
from newsreader.engine.workshop import Workshop
from newsreader.model import (
    Imported,
    Preview,
    Problem,
    ProblemKind,
    Source,
    SourceKind,
    SourceStatus,
)
from newsreader.settings import Settings
from newsreader.store import Store


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

    def obey(self, settings: Settings) -> None:
        """Give the sources the names, sections and intervals that the settings have for them; may block."""
        for source_id, table in settings.source.items():
            status, wishes = self._store.source(source_id), settings.of_source(source_id)
            if status is not None:
                before = status.source
                after = before._replace(
                    title=wishes.name or before.title,
                    section=wishes.section if "section" in table else before.section,
                    interval=wishes.interval if "interval" in table else before.interval,
                )
                if after != before:
                    self._store.save_source(after).result()

    async def find(
        self, address: str, *, page: bool = False, recipe: str = ""
    ) -> tuple[Preview, ...] | Problem:
        """What can be followed at this address, best first; a site leads to its feeds, else to its page.

        `page` and `recipe` force the page itself: with all ways to read it, or by these CSS selectors.
        """
        if self._demo:
            return Problem(ProblemKind.OFFLINE, address)
        from newsreader.engine.finding import Finder
        from newsreader.sources.fetch import Fetcher

        taken = [status.source.id for status in self._store.sources()]
        async with Fetcher() as fetcher:
            finder = Finder(fetcher, self._workshop, taken, self._clock())
            return await finder.find(address, page=page, recipe=recipe)

    async def instead(self, status: SourceStatus) -> tuple[Preview, ...]:
        """What can be found now for a source that fails: at its address, else at its site."""
        from newsreader.sources.address import identity

        parts = urlsplit(status.source.url)
        for address in (status.source.url, status.visit.site or f"{parts.scheme}://{parts.netloc}/"):
            found = await self.find(address)
            if not isinstance(found, Problem):
                own = identity(status.source.url), status.source.recipe
                others = tuple(one for one in found if (identity(one.source.url), one.source.recipe) != own)
                if others:
                    return others
        return ()

    async def move(self, source_id: str, url: str, kind: SourceKind, recipe: str = "") -> Problem | None:
        """Follow a source elsewhere, or read its page otherwise, and switch it on; what it brought stays."""
        return await self._save(
            source_id,
            lambda source: source._replace(url=url, kind=kind, on=True, alternatives=(), recipe=recipe),
        )

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
        return await self._save(
            source_id,
            lambda source: source._replace(
                title=title or source.title,
                group=source.group if group is None else group,
                section=source.section if section is None else section,
            ),
        )

    async def switch(self, source_id: str, on: bool) -> Problem | None:
        """Follow a source again, or leave it alone for a while; its articles stay."""
        return await self._save(source_id, lambda source: source._replace(on=on))

    async def _save(self, source_id: str, changed: Callable[[Source], Source]) -> Problem | None:
        status = self._store.source(source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, detail=source_id)
        await asyncio.wrap_future(self._store.save_source(changed(status.source)))
        return None

    async def remove(self, source_id: str) -> Problem | None:
        """Stop following a source for good; what was saved stays."""
        if self._store.source(source_id) is None:
            return Problem(ProblemKind.NOT_FOUND, detail=source_id)
        await asyncio.wrap_future(self._store.remove_source(source_id))
        return None

    async def read_in(self, data: bytes, *, preview: bool = False) -> Imported | Problem:
        """Add the subscriptions of an OPML or `urls` file, or in a preview only tell which those would be.

        Those followed already stay as they are.
        """
        from newsreader.sources import opml
        from newsreader.sources.address import identity

        sources = [status.source for status in self._store.sources()]
        outline = opml.read(data, [source.id for source in sources])
        if isinstance(outline, Problem):
            return outline
        known = {identity(source.url) for source in sources}
        fresh = [source for source in outline.sources if identity(source.url) not in known]
        if not preview:
            await asyncio.wrap_future(self._store.save_source(*fresh))
        titles = {source.id: source.title for source in fresh}
        elsewhere = tuple((titles[name], folder) for name, folder in outline.also_in if name in titles)
        known_already = len(outline.sources) - len(fresh)
        return Imported(len(fresh), known_already, outline.unreadable, tuple(fresh), elsewhere)

    def export(self) -> bytes:
        """All subscriptions as OPML 2.0, but for those of the sample edition."""
        from newsreader.sources import opml

        return opml.write([status.source for status in self._store.sources()])
