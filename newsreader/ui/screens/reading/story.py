"""Reading: opening an article, what is related to it, and the trail from story to story."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsreader.model import Scope
from newsreader.ui.screens.reading.desk import NORMAL
from newsreader.ui.screens.reading.filling import Filling
from newsreader.ui.screens.reading.trail import Trail
from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.article_view import ArticleView, Place

if TYPE_CHECKING:
    from newsreader.model import Article


class Reading(Filling):
    """The reading pane and the way through it."""

    trail = Trail()

    def on_article_list_chosen(self, message: ArticleList.Chosen) -> None:
        """Read the article that was chosen in the list."""
        self.read(message.article_id)

    def on_article_view_related_chosen(self, message: ArticleView.RelatedChosen) -> None:
        """Read a related story; the lead story, when it stands above it, has then been read as well."""
        lead = self.view.article
        if lead is not None and self.trail.here is None:
            self.trail = self.trail.to(lead.row.id)
            self._opened(lead)
        self.read(message.article_id)

    def action_related(self, number: int) -> None:
        """Read the related story with this number."""
        self.relate_now()
        if not self.view.open_related(number):
            self.say(self.texts.no_related(number))

    def action_trail(self, by: int) -> None:
        """Walk back or forward over the trail, to the very line."""
        trail = self.trail.left_at(self.view.place).walk(by)
        if trail is None or trail.here is None:
            self.say(self.texts.trail_start if by < 0 else self.texts.trail_end)
            return
        self.trail = trail
        self._open(trail.here.article_id, trail.here.place)

    def action_next(self) -> None:
        """Read the next article of the list."""
        self._step(1)

    def action_previous(self) -> None:
        """Read the previous article of the list."""
        self._step(-1)

    def _step(self, by: int) -> None:
        index = self._listed() + by if self.trail.here else self.articles.cursor
        if not 0 <= index < len(self.rows):
            self.say(self.texts.last_article if by > 0 else self.texts.first_article)
            return
        row = self.rows.row(index)
        if row is not None:
            self.read(row.id)

    def _listed(self) -> int:
        """The place in the list of the article that is being read, else of the cursor."""
        article = self.view.article
        index = self.rows.index_of(article.row.id, self.articles.cursor) if article else None
        return self.articles.cursor if index is None else index

    def action_read_on(self) -> None:
        """A screen further; at the end of the text, the next unread article."""
        row = self.articles.current
        open_id = self.trail.here.article_id if self.trail.here else None
        if self.here != "view" and row is not None and row.id != open_id:
            self.read(row.id)
        elif self.view.article is None or not self.view.read_on():
            self._next_unread()
        else:
            self.go("view")

    def _next_unread(self) -> None:
        scope = self.scope if self.query_words is None else Scope()
        index = self.engine.next_unread(scope, self.rows, self._listed())
        row = None if index is None else self.rows.row(index)
        if row is None:
            self.say(self.texts.no_next_unread)
        else:
            self.read(row.id)

    def show_lead(self) -> None:
        """Before anything has been opened, the first article stands in the pane, as on a front page."""
        row = self.rows.row(0) if len(self.rows) else None
        article = self.engine.article(row.id) if row and self.trail.here is None else None
        if article is not None and self.size.width >= NORMAL:
            self.show_article(article)

    def renew_lead(self) -> None:
        """Where the lead story was of the sample edition and that has gone, the real one takes its place."""
        lead = self.view.article
        if lead is not None and self.trail.here is None and self.engine.article(lead.row.id) is None:
            self.show_lead()

    def read(self, article_id: int) -> None:
        """Open an article as a next step of the trail."""
        if self.view.article is not None:
            self.trail = self.trail.left_at(self.view.place)
        self.trail = self.trail.to(article_id)
        self._open(article_id, None)

    def _open(self, article_id: int, place: Place | None) -> None:
        article = self.put(article_id, place)
        if article is None:
            self.reload()
            return
        self.articles.move_to(article_id)
        self.go("view")
        self.look_ahead(article_id)
        self.fill(article)
        self._opened(article)

    def _opened(self, article: Article) -> None:
        """Opening an article is reading it, unless the settings say otherwise."""
        if self.engine.settings.mark_read == "open" and (not article.row.read or self.engine.is_marking):
            self.begin(self._mark_read(article.row.id, self.hold_paint()), "marks")

    async def _mark_read(self, article_id: int, shown: Callable[[], None] = lambda: None) -> None:
        try:
            async with self.in_turn, self.engine.marking([article_id], read=True) as before:
                self.redraw([article_id, *(mark.id for mark in before)])
                shown()
        finally:
            shown()

    def put(self, article_id: int, place: Place | None) -> Article | None:
        """Put an article in the pane; None when it has gone."""
        article = self.engine.article(article_id)
        if article is not None:
            self.show_article(article, place)
        return article

    def redraw(self, ids: list[int] | None) -> None:
        """Show the new state of these articles; None is that of all."""
        self.version = self.engine.version()
        self.rows.forget(ids)
        self.forget_ahead(ids)
        self.articles.refresh_ages()
        self.show_counts(ids)
