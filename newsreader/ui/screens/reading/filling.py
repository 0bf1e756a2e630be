"""The texts of articles that were only announced: fetched when they are opened, and after a refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import model
from newsreader.ui.screens.reading.browsing import Browsing

if TYPE_CHECKING:
    from newsreader.model import Article


class Filling(Browsing):
    """The summary stands at once; the text flows in under it without moving what is being read."""

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
            self.view.renew(article, self.engine.related(article_id))
