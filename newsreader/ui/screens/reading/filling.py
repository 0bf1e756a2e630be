"""The texts of articles that a page only announced: fetched when they are opened, and after a refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.screens.reading.browsing import Browsing

if TYPE_CHECKING:
    from newsreader.model import Article


class Filling(Browsing):
    """The summary stands at once; the text flows in under it without moving the reader's place."""

    def fill(self, article: Article) -> None:
        """Fetch the text of an article that was opened, if it has none yet."""
        if self.engine.lacks_text(article):
            self.begin(self._fill(article.row.id), "text", exclusive=True)

    def fill_all(self) -> None:
        """Fetch the texts of what is new, one after the other, until the next refresh."""
        self.begin(self._fill_all(), "texts", exclusive=True)

    async def _fill(self, article_id: int) -> None:
        problem = await self.engine.read_text(article_id)
        if problem is None:
            self._filled(article_id)
        elif self.view.article is not None and self.view.article.row.id == article_id:
            self.say(self.words.problems.sentence(problem))

    async def _fill_all(self) -> None:
        async for article_id in self.engine.texts():
            self._filled(article_id)

    def _filled(self, article_id: int) -> None:
        """Show the text where the article is being read, and its narrower moment in the list."""
        self.rows.forget([article_id])
        shown = self.view.article
        article = self.engine.article(article_id) if shown and shown.row.id == article_id else None
        if article is not None:
            self.view.show(article, self.engine.related(article_id), self.view.place)
