"""Articles that changed: the open one set anew in its place, the marks, and what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.ui.commands import shown
from newsreader.ui.screens.reading.refreshing import Refreshing

if TYPE_CHECKING:
    from newsreader.model import Article, ArticleRow, RefreshDone
    from newsreader.ui.widgets.article_view import Place


class Changing(Refreshing):
    """A mark goes when the reader opens the article again or looks at what changed; the history stays."""

    _altered = False  # the open article, and the reader has not been told

    def action_changes(self) -> None:
        """Show what changed in the article."""
        row = self.asked()
        if row is not None:
            self.begin(self._changes(row), "changes", exclusive=True)

    async def _changes(self, row: ArticleRow) -> None:
        difference = await self.engine.revisions.look(row.id)
        if difference is None:
            self.say(self.words.changes.none)
            return
        from newsreader.ui.screens.changes import ChangesScreen

        self.app.push_screen(ChangesScreen(row.id, difference))
        if row.changed:
            self.begin(self._saw(row.id), "marks")

    async def _saw(self, article_id: int) -> None:
        await self.engine.revisions.seen(article_id)
        self.redraw([article_id])

    def _open(self, article_id: int, place: Place | None) -> None:
        super()._open(article_id, place)
        article = self.view.article
        if article is not None and article.row.id == article_id and article.row.changed:
            self.say(self.words.changes.since_read(self._changes_key))
            self.begin(self._saw(article_id), "marks")

    @property
    def _changes_key(self) -> str:
        return shown(self.paper.keys.keys["changes"][0])

    def reload(self, *, keep: bool = True, rest: bool = True) -> None:
        """Read the list again, and the open article with it."""
        super().reload(keep=keep, rest=rest)
        self._renew()

    def _renew(self) -> None:
        """Show what has become of the open article, without moving the reader."""
        before = self.view.article
        article = self.engine.article(before.row.id) if before else None
        if before is None or article is None or _said(article) == _said(before):
            return
        self.renew_article(article)
        self._altered = self._altered or article.row.changed
        if not self.refreshing:
            self._tell_altered()

    def _done(self, event: RefreshDone, *, sample_gone: bool) -> None:
        super()._done(event, sample_gone=sample_gone)
        self._tell_altered()

    def _tell_altered(self) -> None:
        """Say that the open article changed, after whatever was said last."""
        if self._altered:
            self._altered = False
            words, said = self.words.changes, self.status.left
            before = "" if said == words.since_read(self._changes_key) else said
            altered = words.altered(self._changes_key)
            self._put(f"{before} · {altered}" if before else altered, lasting=True)


def _said(article: Article) -> Article:
    """The article without what its reader does to it."""
    return replace(article, row=article.row._replace(read=False, saved=False, changed=False))
