"""Where the news comes from: the sample edition, refreshes, full texts, and tidying up after them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.engine.marks import Marks
from newsreader.model import Problem, ProblemKind, SourceKind
from newsreader.store import StoreError

if TYPE_CHECKING:
    from newsreader.engine.pages import Pages
    from newsreader.model import Article, RefreshEvent, Source, SourceStatus, TextEvent


class News(Marks):
    """Whatever brings articles in, told as streams of events."""

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
        """Put the sample edition in the store, joined in stories; blocks for some tenths of a second."""
        self.write_sample()
        self.stories.join_all()

    def write_sample(self) -> None:
        """Put the sample edition in the store, whose articles wait to be joined; blocks half as long."""
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
        from newsreader.engine.pace import Pace
        from newsreader.engine.refresh import Refresh
        from newsreader.engine.sample import SECTIONS

        sections = {status.source.section for status in self._store.sources()}.union(SECTIONS) - {""}
        workshop = self._understanding()
        pace = Pace(self.attention, self._sleep)
        refresh = Refresh(
            self._store, workshop, self._clock, self.settings, self.secrets, sections, self._pages, pace
        )
        sources = self._to_visit(only, force=force)
        async with aclosing(refresh.run(sources)) as events:
            async for event in events:
                yield event
        await self.tidy()
        await asyncio.to_thread(self.backups.daily)

    def _pages(self) -> Pages:
        """What lists of pages bring; only made, and its modules only loaded, when there is such a list."""
        from newsreader.engine.pages import Pages

        return Pages(self._store, self._understanding(), self._clock, self._permission, self._asking)

    async def texts(self, most: int | None = None, *, full: bool = False) -> AsyncGenerator[TextEvent, None]:
        """Fetch the texts of the truncated articles that the reader is likely to open, within the budget.

        For after a refresh: one request a second to a host. Leaving early stops it; the rest comes next time.
        With `full` whatever the settings say about when.
        """
        if self.demo or self.problem or not (full or self.settings.full_text == "auto"):
            return
        async with aclosing(self._texts.run(most) if most else self._texts.run()) as events:
            async for event in events:
                yield event

    def lacks_text(self, article: Article) -> bool:
        """Whether the article has only been announced and its own page is still to be read."""
        if self.demo or self.problem or not article.row.url or self.settings.full_text == "never":
            return False
        wish = self.settings.of_source(article.row.source_id).full_text
        return wish is not False and not (article.fetched if wish is True else article.whole)

    async def read_text(self, article_id: int) -> Problem | None:
        """Fetch the text of an article that a reader opened, if it lacks one; says why it did not come.

        A site that has refused it for good is not asked again.
        """
        from newsreader.engine.text import is_lasting

        article = self._store.article(article_id)
        if article is None or not self.lacks_text(article):
            return None
        if article.missing and is_lasting(article.missing):
            return article.missing
        return await self._texts.by_hand(article)

    async def fetch_text(self, article_id: int) -> Problem | None:
        """Fetch the text of an article whatever there is of it already; says why it did not come."""
        article = self._store.article(article_id)
        if article is None:
            return Problem(ProblemKind.NOT_FOUND, detail=str(article_id))
        if self.demo:
            return Problem(ProblemKind.OFFLINE, article.row.url)
        if self.problem:
            raise StoreError(self.problem)
        return await self._texts.by_hand(article, again=True)

    async def page_at(self, url: str, home: str = "") -> Article | Problem:
        """The article of any page, as one that is not kept: `article` knows it by its number below zero.

        `home` is the address of the page that leads there: a public one does not lead inside the house.
        """
        return await self._elsewhere.read(self.outward(url), home)

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
        await asyncio.wrap_future(self._store.optimize(self._clock()))


def _may_be_asked(status: SourceStatus, now: datetime) -> bool:
    """Not a source of the sample edition, nor one that asked to be left alone for longer."""
    retry_at = status.visit.problem.retry_at if status.visit.problem else None
    return status.source.kind is not SourceKind.SAMPLE and (retry_at is None or retry_at <= now)
