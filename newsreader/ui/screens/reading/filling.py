"""What flows in under what is being read, without moving it: what is related, and a text only announced.

What is related takes some milliseconds to find, so it is looked for where the cursor rests, and while an
article is read for the next one of the list: what is opened then stands with it at once.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from newsreader import model
from newsreader.ui.screens.reading.browsing import Browsing
from newsreader.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from textual.timer import Timer

    from newsreader.model import Article, Related
    from newsreader.ui.widgets.article_view import Place

PAINTED = 0.05
"""Seconds after which an article has been painted; a covered screen never is."""
REST = 0.04
"""Seconds after which a cursor rests: longer than between two of a key that is held down."""
KEPT = 2
"""Articles of which what is related is kept: the one that is read, or under the cursor, and the next."""
PATIENCE = 1.0
"""Seconds at most that what is related waits for keys to pause: finding it would hold each of them up."""


class Filling(Browsing):
    """What there is stands at once; the rest of the text and the related stories follow beside the screen."""

    _unrelated = 0
    """The article in the pane whose related stories are still being looked for."""
    _relating = False
    _ahead: tuple[tuple[int, tuple[Related, ...]], ...] = ()
    """Articles that may be opened next, each with what is related to it; the last one found comes first."""
    _sought = 0
    """The article that is being looked for to be one of those."""
    _show_found: Callable[[], None] = staticmethod(lambda: None)
    """Ends the wait of a paint for that one."""
    _rest: Timer | None = None

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        """Where the cursor rests, an article may soon be opened."""
        self.look_ahead(message.article_id)

    def show_article(self, article: Article, place: Place | None = None) -> None:
        """Put an article in the pane; at a place among its related stories it stands with them at once."""
        related = self._found(article.row.id)
        if related is not None:
            self._unrelated = 0
            self.view.show(article, related, place)
            return
        self.view.show(article, (), place)
        self._relate_later(article.row.id)
        if self.view.is_short:
            self.relate_now()
        elif article.row.id == self._sought:
            self._show_found = self.hold_paint(longer=True)

    def renew_article(self, article: Article) -> None:
        """Show what has become of the article in the pane, without moving what is being read."""
        self.view.renew(article)
        self._relate_later(article.row.id)

    def relate_now(self) -> None:
        """What is related is asked for: it is not waited for any longer."""
        article_id, self._unrelated = self._unrelated, 0
        if article_id:
            self.view.show_related(self.engine.related(article_id))

    def reload(self, *, keep: bool = True, rest: bool = True) -> None:
        """Read the list and all counts again; what is related may be something else by now."""
        self.forget_ahead()
        super().reload(keep=keep, rest=rest)

    def forget_ahead(self, ids: Collection[int] | None = None) -> None:
        """What is related may have another mark by now, if it is one of these; None is anything."""
        if ids is None:
            self._ahead = ()
        else:
            marked = frozenset(ids)
            self._ahead = tuple(
                one for one in self._ahead if marked.isdisjoint(each.row.id for each in one[1])
            )

    def _found(self, article_id: int) -> tuple[Related, ...] | None:
        """What has been found ahead; None for an article that has not been looked for."""
        return dict(self._ahead).get(article_id)

    def look_ahead(self, article_id: int) -> None:
        """Look for what is related to an article soon, or once it is known, and is read, for the next one."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, lambda: self._rested(article_id))

    def _rested(self, article_id: int) -> None:
        if pause := self._pause():
            self._rest = self.set_timer(pause, lambda: self._rested(article_id))
        elif article_id not in (self._unrelated, self._sought):
            wanted = article_id if self._found(article_id) is None else self._next()
            if wanted not in (0, self._sought) and self._found(wanted) is None:
                self.begin(self._find_related(wanted), "ahead", exclusive=True)

    def _next(self) -> int:
        """The article below the one that is being read; 0 when none is."""
        index = self.articles.cursor + 1
        row = self.rows.row(index) if self.here == "view" and index < len(self.rows) else None
        return row.id if row else 0

    async def _find_related(self, article_id: int) -> None:
        self._sought = article_id
        try:
            found = await asyncio.to_thread(self.engine.related, article_id)
            others = (one for one in self._ahead if one[0] != article_id)
            self._ahead = ((article_id, found), *others)[:KEPT]
            if article_id == self._unrelated:  # it is open, perhaps since a moment
                self._unrelated = 0
                self.view.show_related(found)
                self.look_ahead(article_id)
        finally:
            if article_id == self._sought:
                self._sought = 0
                self._show_found()

    def _relate_later(self, article_id: int) -> None:
        self._unrelated = article_id
        if not self._relating:
            self._relating = True
            self.begin(self._relate(), "related")

    async def _relate(self) -> None:
        """Some 15 ms of work in a thread, which would hold up the painting of the text."""
        try:
            while article_id := self._unrelated:
                await self._painted()
                await self._keys_paused(article_id)
                if article_id != self._unrelated:
                    continue
                await self._find_related(article_id)
        finally:
            self._relating = False

    def _pause(self) -> float:
        """Seconds to wait: as long as the last key may still be being painted."""
        return self.engine.attention.pause(monotonic(), inf)

    async def _keys_paused(self, article_id: int) -> None:
        """Wait for a pause between keys, but not long, and not once another article is open."""
        end = monotonic() + PATIENCE
        while article_id == self._unrelated and monotonic() < end:
            if not (pause := self._pause()):
                return
            await asyncio.sleep(pause)

    async def _painted(self) -> None:
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(painted.wait(), PAINTED)

    def fill(self, article: Article) -> None:
        """Fetch the text of an article that was opened, if it has none yet."""
        if self.engine.lacks_text(article):
            self.begin(self._fill(article.row.id), "text", exclusive=True)

    def fill_all(self) -> None:
        """Fetch the texts of what is new, one after the other, until the next refresh."""
        self.begin(self._fill_all(), "texts", exclusive=True)

    def fill_by_hand(self, article_id: int) -> None:
        """Fetch the text of an article again, and tell what came of it."""
        self.say(self.words.fulltext.fetching, lasting=True)
        self.begin(self._fill_by_hand(article_id), "text", exclusive=True)

    async def _fill(self, article_id: int) -> None:
        problem = await self.engine.read_text(article_id)
        self._filled(article_id)
        if problem is not None and self._is_shown(article_id):
            self.say(self.words.problems.sentence(problem))

    async def _fill_by_hand(self, article_id: int) -> None:
        words = self.words.fulltext
        problem = await self.engine.fetch_text(article_id)
        self._filled(article_id)
        self.say(words.failed(self.words.problems.sentence(problem)) if problem else words.came)

    async def _fill_all(self) -> None:
        async for event in self.engine.texts():
            if isinstance(event, model.TextAsked):
                self._filled(event.article_id)

    def _is_shown(self, article_id: int) -> bool:
        shown = self.view.article
        return shown is not None and shown.row.id == article_id

    def _filled(self, article_id: int) -> None:
        """Show the text where the article is being read, and in the list that it is whole."""
        self.version = self.engine.version()
        self.rows.forget([article_id])
        self.articles.refresh_ages()
        article = self.engine.article(article_id) if self._is_shown(article_id) else None
        if article is not None:
            self.renew_article(article)
