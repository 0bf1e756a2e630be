"""What there is to read: counts, lists, articles, what is related, search: quick, on the caller's thread."""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from newsreader.engine.base import Base
from newsreader.engine.rows import WINDOW, HitRows, StoredRows
from newsreader.model import Scope, ScopeKind, SourceKind

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Sequence

    from newsreader.engine.folded_rows import Folding
    from newsreader.model import Article, ArticleRow, Counts, Hit, Related, SourceStatus

FAR = 300
"""Articles of a section among which those of one portal are looked for."""
HEADS = (300, 3_000)
"""Rows read again when there is news: the first of a list, and more where that much has come at once."""
NEAR = 600
"""Rows in which the next unread article is looked for one by one: all of a search."""
MANY = 2**20
"""Articles of a list that are first tried for where all of them cannot be read."""
RELATED = 9
"""Stories under an article: as many as there are keys for them."""


class Reads(Base):
    """Reads from the store, on the caller's own thread."""

    def counts(self, before: Counts | None = None, marked: Sequence[int] = ()) -> Counts:
        """How much there is, and how much of it unread, by section and by source.

        After those `before`, when these articles were marked, in less time.
        """
        return self._store.counts(before, marked)

    def rows(self, scope: Scope, limit: int | None = None) -> StoredRows:
        """The articles of a scope, newest first; with a limit only the first so many."""
        return StoredRows(self._store, self._ids(scope, limit))

    def _ids(
        self,
        scope: Scope,
        limit: int | None,
        *,
        once: bool = False,
        given_up: Callable[[], bool] = lambda: False,
    ) -> array[int]:
        """The ids of a scope, newest first; of a damaged list half or more of those before the damage."""
        most = limit if limit is not None else sys.maxsize
        read = partial(self._store.ids, scope, once=once, given_up=given_up)
        found = self._store.around.attempt(partial(read, limit))
        while found is None:
            most = min(most // 2, MANY)
            found = self._store.around.attempt(partial(read, most))
        return found

    def folded(
        self,
        scope: Scope,
        limit: int | None = None,
        unfolded: Collection[int] = (),
        given_up: Callable[[], bool] = lambda: False,
    ) -> StoredRows:
        """As `rows`, with one row a story where stories are on: a statement more.

        The stories of the `unfolded` articles have a row for each telling. What the reader chose himself, a
        source's own list or what is saved, is not folded.
        """
        once = self.settings.stories and scope.kind in (ScopeKind.ALL, ScopeKind.SECTION)
        ids = self._ids(scope, limit, once=once, given_up=given_up)
        rows = StoredRows(self._store, ids)
        rows.cut = limit is not None and len(ids) >= limit
        if not once:
            return rows
        from newsreader.engine.folded_rows import FoldedRows

        folding = self._store.around.attempt(lambda: self._folding(scope, unfolded))
        return FoldedRows(self._store, rows, folding) if folding is not None else rows

    def unfold(self, rows: StoredRows, scope: Scope, unfolded: Collection[int]) -> StoredRows:
        """The same rows of a scope, or of a search, with the stories of other articles unfolded."""
        from newsreader.engine.folded_hits import FoldedHits
        from newsreader.engine.folded_rows import FoldedRows

        if isinstance(rows, FoldedHits):
            return self._hits(rows.found, rows.words, unfolded)
        return rows.told_by(self._folding(scope, unfolded)) if isinstance(rows, FoldedRows) else rows

    def _folding(self, scope: Scope, unfolded: Collection[int]) -> Folding:
        from newsreader.engine.folded_rows import Folding, Unfolded
        from newsreader.stories.fold import fold

        preferred, tables = self.settings.source_preference, self._store.folding
        stories = fold(tables.told(scope, [*unfolded]), preferred).values() if unfolded else ()
        opened = {}
        for story in stories:
            tellings = self.stories.tellings(story.lead)
            others = {one.row.id: one.copy for one in tellings if one.row.id != story.lead}
            opened[story.place] = Unfolded(story.lead, others)
        return Folding(scope, preferred, tables.followed(), opened)

    def renewed(self, rows: StoredRows, scope: Scope, unfolded: Collection[int] = ()) -> StoredRows | None:
        """A list with what has come on top of it since; None where that is too much, or another list."""
        for limit in HEADS:
            joined = self.folded(scope, limit, unfolded).over(rows)
            if joined is not None:
                return joined
        return None

    async def all_folded(self, scope: Scope, unfolded: Collection[int] = ()) -> StoredRows:
        """As `folded`, the whole list, collected beside the event loop, one list at a time.

        Who no longer waits for a list is not served.
        """
        from newsreader.engine.pauses import Pauses

        loop, gone = asyncio.get_running_loop(), Event()
        pauses = Pauses(self.attention, gone)
        try:
            return await loop.run_in_executor(self._collecting, self._all_folded, scope, unfolded, pauses)
        finally:
            gone.set()

    def _all_folded(
        self, scope: Scope, unfolded: Collection[int], given_up: Callable[[], bool]
    ) -> StoredRows:
        given_up()  # or it would begin while the key that asked for it is painted
        rows = self.folded(scope, None, unfolded, given_up)
        rows.highest  # noqa: B018 - looked for here, as that takes a while
        return rows

    def page(self, scope: Scope, limit: int) -> list[ArticleRow]:
        """The newest articles of a scope."""
        return self._store.around(self._store.rows, self._ids(scope, limit))

    def article(self, article_id: int) -> Article | None:
        """An article with its text; a page that was only visited has a number below zero."""
        return self._elsewhere.article(article_id) if article_id < 0 else self._store.article(article_id)

    def row(self, article_id: int) -> ArticleRow | None:
        """An article as a list has it, with its marks as they are now and without its text."""
        if article_id < 0:
            page = self._elsewhere.article(article_id)
            return page.row if page else None
        return next(iter(self._store.rows([article_id])), None)

    def related(self, article_id: int) -> tuple[Related, ...]:
        """What stands under an article: of its story, about the same, then the newest of its section.

        Where it has no section, the newest of its source. Under an article of a portal stands the portal's
        own list of the section.
        """
        article = self._store.article(article_id) if article_id > 0 else None
        if article is None:
            return ()
        attempt = self._store.around.attempt
        belonging = attempt(lambda: self._belonging(article)) or []
        known = {one.row.id for one in belonging}
        beside = attempt(lambda: self._beside(article)) or []
        rest = (one for one in beside if one.row.id not in known)
        return (*belonging, *rest)[:RELATED]

    def _belonging(self, article: Article) -> list[Related]:
        return self._relating.related(article) if self.settings.stories else []

    def _beside(self, article: Article) -> list[Related]:
        """The newest of its section, or where it has none of its source."""
        from newsreader.model import Related

        if article.row.section:
            return [Related(row, "section") for row in self._newest(article.row)]
        rows = self._store.page(Scope(ScopeKind.SOURCE, article.row.source_id), RELATED, article.row.id)
        return [Related(row, "source") for row in rows]

    def _newest(self, row: ArticleRow) -> list[ArticleRow]:
        section = Scope(ScopeKind.SECTION, row.section)
        status = self._store.source(row.source_id)
        if status is None or status.source.kind is SourceKind.FEED:
            return self._store.page(section, RELATED, row.id)
        from newsreader.engine.portals import lists_beside

        lists = lists_beside(row.source_id, (status.source for status in self._store.sources()))
        rows = self._store.page(section, FAR if lists else RELATED, row.id)
        own = [other for other in rows if other.source_id in lists]
        return (own or rows)[:RELATED]

    def search(self, words: str, limit: int = 200) -> list[Hit]:
        """The articles in which these words stand, the last one perhaps half typed."""
        return self._store.search(words, limit)

    async def find(self, words: str, limit: int = 200) -> HitRows:
        """A search beside the event loop, as a list; it ends as soon as nobody waits for it any more."""
        gone = Event()
        try:
            return await asyncio.to_thread(self._find, words, limit, gone.is_set)
        finally:
            gone.set()

    def _find(self, words: str, limit: int, given_up: Callable[[], bool]) -> HitRows:
        found = self._store.find(words, limit, given_up)
        rows = self._hits(found, words) if self.settings.stories else HitRows(self._store, found, words)
        if len(rows) and not given_up():
            rows.row(0)  # and those on the screen with it
        return rows

    def _hits(self, found: array[int], words: str, unfolded: Collection[int] = ()) -> HitRows:
        from newsreader.engine.folded_hits import FoldedHits

        opened = {
            one: {each.row.id: each.copy for each in self.stories.tellings(one) if each.row.id != one}
            for one in unfolded
        }
        return FoldedHits(self._store, found, words, opened)

    def next_unread(self, scope: Scope, rows: StoredRows, index: int) -> int | None:
        """The place of the next unread article in a list after that one.

        Beyond what is near, the unread articles of the scope are asked for: nothing walks a long list.
        """
        near = range(index + 1, min(index + 1 + NEAR, len(rows)))
        for place in near:
            row = rows.row(place)
            if row is not None and not row.read:
                return place
        return (
            self._next_unread(scope._replace(unread=True), rows, near.stop) if near.stop < len(rows) else None
        )

    def _next_unread(self, scope: Scope, rows: StoredRows, start: int) -> int | None:
        """The same from a place on, by the list of what is unread."""
        last = rows.id_at(start - 1)
        seen: set[int] = set()
        while (ids := self._store.folding.after(scope, last, WINDOW)) and ids[-1] not in seen:
            seen.update(ids)  # the rows of a damaged file may go round in a circle
            for article_id in ids:
                place = rows.index_of(article_id, start)
                row = rows.row(place) if place is not None and place >= start else None
                if row is not None and not row.read:
                    return place
            last = ids[-1]
        return None

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
