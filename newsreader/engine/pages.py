"""Pages as sources: the following pages of a list, and the site's other lists."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader import gate
from newsreader.clock import Clock
from newsreader.engine.asking import Asking
from newsreader.engine.ingest import Understood
from newsreader.engine.permission import Permission
from newsreader.engine.workshop import Workshop
from newsreader.model import Draft, Link, Problem, Source, SourceKind
from newsreader.sources.address import identity
from newsreader.sources.naming import source_id
from newsreader.sources.page.slug import last_part
from newsreader.store import Store

if TYPE_CHECKING:
    from newsreader.sources.fetch import Fetcher

MOST = 5
"""Pages of one list, the first among them."""


class Pages:
    """What a visit to a list page brings beyond that page."""

    def __init__(
        self, store: Store, workshop: Workshop, clock: Clock, permission: Permission, asking: Asking
    ) -> None:
        self._store = store
        self._workshop = workshop
        self._clock = clock
        self._permission = permission
        self._asking = asking

    async def further(
        self,
        source: Source,
        first: Understood,
        fetcher: Fetcher,
        sections: Collection[str],
        *,
        public: bool,
    ) -> Understood:
        """The list with its following pages, as far as each brings something new.

        `public` is whether the source has answered from the public internet.
        """
        drafts = {draft.key: draft for draft in first.drafts}
        page: Understood | None = first
        fresh: Collection[Draft] = first.drafts
        for _ in range(1, MOST):
            address = next((link.url for link in page.feed.links if link.rel == "next"), "") if page else ""
            if not address or not self._any_new(source, fresh):
                break
            page = await self._page(source, address, fetcher, sections, public)
            fresh = [draft for draft in page.drafts if draft.key not in drafts] if page else ()
            drafts |= {draft.key: draft for draft in fresh}
        return first._replace(drafts=tuple(drafts.values()))

    def _any_new(self, source: Source, drafts: Collection[Draft]) -> bool:
        keys = {draft.key for draft in drafts}
        return bool(keys - self._store.known(source.id, tuple(keys)))

    async def _page(
        self, source: Source, address: str, fetcher: Fetcher, sections: Collection[str], public: bool
    ) -> Understood | None:
        if await self._permission.refusal(address, fetcher, source.url, public=public):
            return None
        response = await fetcher.whole(await self._asking.request(source, address, public=public))
        if isinstance(response, Problem):
            return None
        found = await self._workshop.understand(source, response, self._clock(), sections)
        return None if isinstance(found, Problem) else found

    async def offer(self, source: Source, links: Collection[Link]) -> None:
        """Put the other lists that the site's menu shows among the sources, switched off."""
        sources = [status.source for status in self._store.sources()]
        known = {identity(other.url) for other in sources}
        taken = {other.id for other in sources}
        new = [
            _beside(source, link, taken)
            for link in links
            if link.rel == "section" and identity(link.url) not in known
        ]
        if new:
            await asyncio.wrap_future(self._store.add_sources(new))


def _beside(source: Source, link: Link, taken: Collection[str]) -> Source:
    """Another list of the same site, named as its neighbour is: `Portaal Sport` beside `Portaal Zeeland`."""
    own = re.escape(last_part(source.url)).replace(r"\-", "[ -]")
    title, replaced = re.subn(rf"\b{own}\b", lambda _: link.title, source.title, flags=re.IGNORECASE)
    if not replaced:
        title = f"{gate.host(urlsplit(source.url).hostname or '')} {link.title}"
    name = source_id(title, link.url, taken)
    return Source(name, title, link.url, source.group, link.title, SourceKind.PAGE, on=False)
