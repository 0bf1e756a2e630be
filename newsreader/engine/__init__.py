"""The one door from a screen or a command to the news: reads, commands, refreshes as streams of events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsreader import clock as clocks
from newsreader.clock import Clock
from newsreader.engine.rows import WINDOW, HitRows, StoredRows
from newsreader.model import Problem, Scope, ScopeKind, SourceKind
from newsreader.paths import Paths
from newsreader.settings import Settings
from newsreader.settings.secrets import Secrets
from newsreader.store import Store, StoreError

if TYPE_CHECKING:
    from newsreader.engine.asking import Asking
    from newsreader.engine.permission import Permission
    from newsreader.engine.subscriptions import Subscriptions
    from newsreader.engine.texts import Sleep, Texts
    from newsreader.engine.workshop import Workshop
    from newsreader.model import (
        Article,
        ArticleRow,
        Counts,
        Hit,
        Mark,
        RefreshEvent,
        Related,
        Source,
        SourceStatus,
    )

FAR = 300
"""Articles of a section among which those of one portal are looked for."""
RELATED = 9
"""Stories under an article: as many as there are keys for them."""


class Engine:
    """Joins sources, stories and store. Reads are quick and synchronous; whatever writes is awaited."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        secrets: Secrets,
        *,
        clock: Clock,
        demo: bool,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._store = store
        self.secrets = secrets
        self._clock = clock
        self.settings = settings
        self.demo = demo
        self._sleep = sleep
        self._workshop: Workshop | None = None

    @classmethod
    def open(
        cls,
        paths: Paths,
        settings: Settings,
        *,
        clock: Clock = clocks.now,
        demo: bool = False,
        sleep: Sleep = asyncio.sleep,
    ) -> Engine | Problem:
        """Open the store, and create it if need be."""
        store = Store.open(paths.database)
        if isinstance(store, Problem):
            return store
        secrets = Secrets(paths.config_dir / "secrets.json", keyring=not demo)
        return cls(store, settings, secrets, clock=clock, demo=demo, sleep=sleep)

    def prepare(self) -> None:
        """See that the built-in sources are in the store, or in the demo the sample edition; may block."""
        if self.problem:
            return
        if not self.demo:
            self.subscriptions.add_catalogue()
            self.subscriptions.obey(self.settings)
        elif self.wants_sample():
            self.load_sample()

    def close(self) -> None:
        """Finish what is being written and let the store go."""
        if self._workshop is not None:
            self._workshop.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """What changes which sources there are."""
        from newsreader.engine.subscriptions import Subscriptions

        return Subscriptions(self._store, self._understanding(), self._clock, demo=self.demo)

    @cached_property
    def _permission(self) -> Permission:
        from newsreader.engine.permission import Permission

        return Permission(self._clock)

    @cached_property
    def _asking(self) -> Asking:
        from newsreader.engine.asking import Asking

        return Asking(lambda: self.settings, self.secrets)

    @cached_property
    def _texts(self) -> Texts:
        from newsreader.engine.texts import Texts

        workshop = self._understanding()
        return Texts(self._store, workshop, self._clock, self._permission, self._asking, self._sleep)

    def _understanding(self) -> Workshop:
        """The workshop, opened when it is first needed."""
        if self._workshop is None:
            from newsreader.engine.workshop import Workshop

            self._workshop = Workshop()
        return self._workshop

    @property
    def problem(self) -> Problem | None:
        """Why nothing can be written, when the store could only be opened for reading."""
        return self._store.problem

    # --- reads

    def counts(self) -> Counts:
        """How much there is, and how much of it unread, by section and by source."""
        return self._store.counts()

    def rows(self, scope: Scope, limit: int | None = None) -> StoredRows:
        """The articles of a scope, newest first; with a limit only the first so many."""
        return StoredRows(self._store, self._store.ids(scope, limit))

    async def all_rows(self, scope: Scope) -> StoredRows:
        """All the articles of a scope, collected beside the event loop."""
        return await asyncio.to_thread(self.rows, scope)

    def page(self, scope: Scope, limit: int) -> list[ArticleRow]:
        """The newest articles of a scope."""
        return self._store.page(scope, limit)

    def article(self, article_id: int) -> Article | None:
        """An article with its text."""
        return self._store.article(article_id)

    def related(self, article_id: int) -> tuple[Related, ...]:
        """What stands under an article: the newest of its section, or where it has none of its source.

        Under an article of a portal stands the portal's own list of the section.
        """
        from newsreader.model import Related

        article = self._store.article(article_id)
        if article is None:
            return ()
        if article.row.section:
            rows = self._newest(article.row)
            return tuple(Related(row, "section") for row in rows)
        rows = self._store.page(Scope(ScopeKind.SOURCE, article.row.source_id), RELATED + 1)
        return tuple(Related(row, "source") for row in rows if row.id != article_id)[:RELATED]

    def _newest(self, row: ArticleRow) -> list[ArticleRow]:
        status = self._store.source(row.source_id)
        if status is None or status.source.kind is SourceKind.FEED:
            return self._store.newest(row.section, row.id, RELATED)
        from newsreader.engine.portals import lists_beside

        lists = lists_beside(row.source_id, (status.source for status in self._store.sources()))
        rows = self._store.newest(row.section, row.id, FAR if lists else RELATED)
        own = [other for other in rows if other.source_id in lists]
        return (own or rows)[:RELATED]

    def search(self, words: str, limit: int = 200) -> list[Hit]:
        """The articles in which these words stand, the last one perhaps half typed."""
        return self._store.search(words, limit)

    async def find(self, words: str, limit: int = 200) -> HitRows:
        """A search beside the event loop, as a list."""
        return HitRows(self._store, await asyncio.to_thread(self._store.find, words, limit), words)

    def next_unread(self, scope: Scope, rows: StoredRows, index: int) -> int | None:
        """The place of the next unread article in a list after that one."""
        near = range(index + 1, min(index + 1 + WINDOW, len(rows)))
        for place in near:
            row = rows.row(place)
            if row is not None and not row.read:
                return place
        unread = set(self._store.ids(replace(scope, unread=True)))
        return next((place for place in range(near.stop, len(rows)) if rows.id_at(place) in unread), None)

    def sources(self) -> list[SourceStatus]:
        """Every source with its health."""
        return self._store.sources()

    def outward(self, url: str) -> str:
        """An address as it is opened: without tracking, unless the settings want it kept."""
        from newsreader.sources.address import strip_tracking

        return url if self.settings.keep_tracking else strip_tracking(url)

    def version(self) -> int:
        """A number that changes when another program has written to the store."""
        return self._store.data_version()

    # --- marks

    async def mark(
        self, ids: Sequence[int], *, read: bool | None = None, saved: bool | None = None
    ) -> list[Mark]:
        """Mark articles; answers how those that changed were before, for `restore`."""
        return await asyncio.wrap_future(self._store.mark(ids, read=read, saved=saved))

    async def mark_all(self, scope: Scope) -> list[Mark]:
        """Mark everything in a scope as read; answers what changed, for `restore`."""
        return await asyncio.wrap_future(self._store.mark_scope(scope, self._clock()))

    async def restore(self, marks: Sequence[Mark]) -> None:
        """Put marks back as they were."""
        await asyncio.wrap_future(self._store.restore(marks))

    # --- news

    def wants_sample(self) -> bool:
        """Whether there is nothing at all to read yet."""
        return self._store.is_empty() and not self._store.has_sample()

    def has_sample(self) -> bool:
        """Whether the sample edition is in the store."""
        return self._store.has_sample()

    def anything_due(self) -> bool:
        """Whether there is a source whose time has come."""
        return not self.problem and bool(self._store.due(self._clock()))

    def load_sample(self) -> None:
        """Put the sample edition in the store; blocks for some tenths of a second."""
        from newsreader.engine import sample

        sample.load(self._store, self._clock())

    async def refresh(
        self, only: Collection[str] = (), *, force: bool = False
    ) -> AsyncGenerator[RefreshEvent, None]:
        """Visit the sources that are due: all, or `only` these; with `force` whether due or not.

        A server that asked to be left alone until some time (Retry-After) is left alone.
        """
        from newsreader.model import RefreshDone

        if self.demo:
            yield RefreshDone(0, 0, 0)
            return
        if self.problem:  # what came could not be kept, so nobody is asked for it
            raise StoreError(self.problem)
        from newsreader.engine.pages import Pages
        from newsreader.engine.refresh import Refresh
        from newsreader.engine.sample import SECTIONS

        sections = {status.source.section for status in self._store.sources()}.union(SECTIONS) - {""}
        workshop = self._understanding()
        pages = Pages(self._store, workshop, self._clock, self._permission, self._asking)
        refresh = Refresh(self._store, workshop, self._clock, self.settings, self.secrets, sections, pages)
        sources = self._to_visit(only, force=force)
        async with aclosing(refresh.run(sources)) as events:
            async for event in events:
                yield event
        await self.tidy()

    async def texts(self, most: int | None = None) -> AsyncGenerator[int, None]:
        """Fetch the texts of new articles that a page only announced; gives the ids of those that came.

        For after a refresh: one request a second to a host. Leaving early stops it; the rest comes next time.
        """
        if self.demo or self.problem:
            return
        async with aclosing(self._texts.run(most) if most else self._texts.run()) as ids:
            async for article_id in ids:
                yield article_id

    def lacks_text(self, article: Article) -> bool:
        """Whether the article has only been announced and its own page is still to be read."""
        if self.demo or self.problem or article.whole or not article.row.url:
            return False
        status = self._store.source(article.row.source_id)
        if status is None:
            return False
        return status.source.kind is SourceKind.PAGE or self.settings.of_source(status.source.id).full_text

    async def read_text(self, article_id: int) -> Problem | None:
        """Fetch the text of an article that a reader opened, if it lacks one; says why it did not come."""
        article = self._store.article(article_id)
        if article is None or not self.lacks_text(article):
            return None
        return await self._texts.by_hand(article)

    def _to_visit(self, only: Collection[str], *, force: bool) -> tuple[Source, ...]:
        now = self._clock()
        if not force:
            return tuple(source for source in self._store.due(now) if not only or source.id in only)
        wanted = (
            status
            for status in self._store.sources()
            if (status.source.id in only if only else status.source.on)
        )
        return tuple(status.source for status in wanted if _may_be_asked(status, now))

    async def tidy(self) -> None:
        """Drop what was read long ago, and let the store keep its statistics fresh."""
        if self.settings.keep_days:
            before = self._clock() - timedelta(days=self.settings.keep_days)
            await asyncio.wrap_future(self._store.prune(before))
        for source_id in self.settings.source:
            if keep := self.settings.of_source(source_id).keep:
                await asyncio.wrap_future(self._store.trim(source_id, keep))
        await asyncio.wrap_future(self._store.optimize())


def _may_be_asked(status: SourceStatus, now: datetime) -> bool:
    """Not a source of the sample edition, nor one that asked to be left alone for longer."""
    retry_at = status.visit.problem.retry_at if status.visit.problem else None
    return status.source.kind is not SourceKind.SAMPLE and (retry_at is None or retry_at <= now)


__all__ = ["Engine", "HitRows", "StoreError", "StoredRows"]
