"""Pictures in the pane, fetched and drawn beside the reading; and the key that opens one outside."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.model import Problem, ProblemKind
from newsreader.ui.screens.reading.telling import Telling
from newsreader.ui.widgets.article_view import ArticleView, Place

if TYPE_CHECKING:
    from newsreader.model import Article
    from newsreader.pictures.drawing import Drawing, Look
    from newsreader.pictures.geometry import Box

GROUP = "pictures"


class Picturing(Telling):
    """The way from the engine's pictures to the pane and the terminal."""

    _given: tuple[int, ...] = ()  # numbers of the pictures that kitty holds for the article
    _pictured = 0  # the article whose pictures are being fetched
    _is_told = False  # that what decodes pictures is missing

    def obey_pictures(self) -> None:
        """Show pictures or not, as settings and terminal have it now."""
        from newsreader.pictures.cell import cell_size
        from newsreader.pictures.decode import available
        from newsreader.pictures.terminal import wanted

        words, paper = self.words.pictures, self.paper
        shown = wanted(self.engine.settings.pictures, paper.environ, plain=paper.plain)
        if shown and not available():
            shown = False
            if self.engine.settings.pictures == "always" and not self._is_told:
                self._is_told = True
                self.paper.tell(self.words.problems.sentence(Problem(ProblemKind.PICTURES_MISSING)))
        self.view.show_pictures(cell_size() if shown else None, words.loading, words.failed, self._may_come)

    def _may_come(self, article: Article, url: str) -> bool:
        return self.engine.pictures.may_come(url, is_sample=article.row.sample)

    def on_mount(self) -> None:
        """What kitty was given is gone when the program comes back from the background."""
        self.app.app_resume_signal.subscribe(self, lambda _: self.view.ask_again())

    def on_screen_resume(self) -> None:
        """The settings may have been changed meanwhile."""
        if self.view.article is not None:
            self.obey_pictures()

    def on_article_view_pictures_wanted(self, message: ArticleView.PicturesWanted) -> None:
        """Fetch and draw them, one after the other."""
        self._turn_to(message.article.row.id)
        self.begin(self._illustrate(message.article, message.frames), GROUP)

    def put(self, article_id: int, place: Place | None) -> Article | None:
        """Put an article in the pane; the pictures of another one no longer matter."""
        self._turn_to(article_id)
        return super().put(article_id, place)

    def _turn_to(self, article_id: int) -> None:
        if article_id != self._pictured:
            self._pictured = article_id
            self.workers.cancel_group(self, GROUP)
            self._take_back()

    async def _illustrate(self, article: Article, frames: dict[str, Box]) -> None:
        drawings = self.engine.pictures.drawings(
            article.row.source_id, self._looks(frames), self.view.at_rest.wait
        )
        async for url, found in drawings:
            await self.view.at_rest.wait()
            if self.view.article is None or self.view.article.row.id != article.row.id:
                return
            self._give(url, None if isinstance(found, Problem) else found)

    def _looks(self, frames: dict[str, Box]) -> dict[str, Look]:
        from newsreader.pictures.cell import cell_size
        from newsreader.pictures.drawing import Look
        from newsreader.pictures.terminal import protocol

        how = protocol(self.engine.settings.picture_protocol, self.paper.environ)
        ground, cell = self.view.background_colors[1].rgb, cell_size()
        return {url: Look(how, frame.columns, frame.rows, cell, ground) for url, frame in frames.items()}

    def _give(self, url: str, drawing: Drawing | None) -> None:
        if drawing and drawing.number:
            self.paper.emit(drawing.payload)
            self._given = (*self._given, drawing.number)
        self.view.put_picture(url, drawing)

    def _take_back(self) -> None:
        """Let kitty forget the pictures of the article before."""
        if self._given:
            from newsreader.pictures.kitty import removal

            self.paper.emit("".join(map(removal, self._given)))
            self._given = ()

    def on_article_view_painting(self, message: ArticleView.Painting) -> None:
        """Have the terminal paint these, where nothing lies over them."""
        for drawing, (x, y) in message.pictures:
            right, bottom = x + drawing.box.columns - 1, y + drawing.box.rows - 1
            corners = ((x, y), (right, y), (x, bottom), (right, bottom))
            if self.is_active and all(self.get_widget_at(*corner)[0] is self.view for corner in corners):
                self.paper.emit(f"\x1b7\x1b[{y + 1};{x + 1}H{drawing.payload}\x1b8")

    def action_picture(self) -> None:
        """Open the picture in sight outside, else the article's first."""
        url = self._picture()
        if url:
            self.begin(self._show_outside(url), "outside")
        else:
            self.say(self.words.pictures.no_picture)

    def _picture(self) -> str:
        from newsreader.model.figures import figures

        row, shown = self.subject(), self.view.article
        if row is None:
            return ""
        is_shown = shown is not None and shown.row.id == row.id
        if is_shown and (url := self.view.picture_in_sight()):
            return url
        article = shown if is_shown else self.engine.article(row.id)
        return next((block.url for block in figures(article)), "") if article else ""

    async def _show_outside(self, url: str) -> None:
        """In the system's viewer what is on disk, else in the browser from where it is."""
        from newsreader.outside.viewer import shows

        file = await asyncio.to_thread(self.engine.pictures.file, url)
        if file is not None and await asyncio.to_thread(shows, file):
            self.say(self.words.pictures.opening(str(file)))
        else:
            self.open_outside(url)
