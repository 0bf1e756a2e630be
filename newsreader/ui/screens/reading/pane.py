"""What a reader does in the reading pane: how far they are, links, finding, selecting, white, reading aloud.

The parts that need keys of their own are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import gate
from newsreader.ui.screens.reading.desk import NORMAL
from newsreader.ui.screens.reading.picturing import Picturing
from newsreader.ui.widgets.article_view import Place

if TYPE_CHECKING:
    from textual.widgets import Input

    from newsreader.model import Article
    from newsreader.ui.screens.reading.finding import Finding

PACE = 238
"""Words a minute: silent reading of non-fiction (Brysbaert 2019, Journal of Memory and Language 109)."""


class Pane(Picturing):
    """The pane as something to read in for longer."""

    finding: Finding | None = None
    _kept: tuple[int, tuple[int, int] | None] = (0, None)  # the place of an article, as the store has it
    _counted: tuple[Article | None, int] = (None, 0)  # an article and its words
    _ended = 0  # the article that was last marked because its end was seen

    def on_screen_resume(self) -> None:
        """The settings may have been changed meanwhile."""
        settings = self.engine.settings
        self.view.measure, self.view.density = settings.measure, settings.density

    # --- how far the reader is

    @property
    def opened(self) -> Article | None:
        """The article in the pane, once a reader has opened it and it has been set on the screen."""
        article, step = self.view.article, self.trail.here
        there = article and step and article.row.id == step.article_id and self.view.size
        return article if there else None

    def on_article_view_moved(self) -> None:
        """Tell how far the reader is; an article that is read to its end may count as read."""
        self.show_progress()
        self._mark_at_end()

    def show_progress(self) -> None:
        """Put the part that was read, and the minutes that are left, in the status line."""
        article = self.opened
        shown = article is not None and (self.size.width >= NORMAL or self.here == "view")
        self.status.right = self._progress(article) if article and shown else ""

    def _progress(self, article: Article) -> str:
        if self._counted[0] is not article:
            self._counted = article, sum(len(block.text.split()) for block in article.blocks)
        share = self.view.share
        minutes = -(-self._counted[1] * (1 - share) // PACE)
        return self.words.pane.progress(int(share * 100), int(minutes))

    def _mark_at_end(self) -> None:
        """Mark what has been read to its end, unless the rest of its text is still to come."""
        article = self.opened
        if self.engine.settings.mark_read != "end" or article is None or not self.view.at_end:
            return
        if article.row.id == self._ended or (article.row.read and not self.engine.is_marking):
            return
        coming = any(worker.group == "text" and not worker.is_finished for worker in self.workers)
        if not coming:
            self._ended = article.row.id
            self.begin(self._mark_read(article.row.id), "marks")

    # --- the place in an article

    def put(self, article_id: int, place: Place | None) -> Article | None:
        """Put an article in the pane, where the reader stopped in it; leave the former one in order."""
        self.leave_article()
        self._kept = (article_id, self.engine.place(article_id))
        if place is None and self._kept[1] is not None:
            place = Place(*self._kept[1])
        return super().put(article_id, place)

    def go(self, region: str) -> None:
        """To another region; who leaves the text will want to come back to the same line."""
        if region != "view":
            self._keep_place()
        super().go(region)
        self.show_progress()

    def leave_article(self) -> None:
        """End whatever was going on in the article that is open, and remember the place in it."""
        if self.paper.takes_key is not None:
            self.paper.takes_key()
        self.leave_mode()
        self.view.takes_key = None
        self._mark_at_end()
        self._keep_place()

    def close_paper(self) -> None:
        """The newspaper is being closed: what is written now is still written before the store is closed."""
        if (left := self._left()) is not None:
            self.engine.keep_place(*left)

    def _keep_place(self) -> None:
        if (left := self._left()) is not None:
            self._kept = left
            self.begin(self._write_place(*left), "marks")

    def _left(self) -> tuple[int, tuple[int, int] | None] | None:
        """The place to be kept, when the store has another; there is none at the beginning and at the end."""
        article = self.opened
        if article is None or article.row.id != self._kept[0] or article.row.id < 0 or self.engine.problem:
            return None
        place = self.view.place
        whole = self.view.at_end or self.view.scroll_offset.y == 0
        left = article.row.id, None if whole else (place.part, place.offset)
        return left if left != self._kept else None

    async def _write_place(self, article_id: int, place: tuple[int, int] | None) -> None:
        import asyncio

        await asyncio.wrap_future(self.engine.keep_place(article_id, place))
        self.version = self.engine.version()

    # --- what has keys of its own

    def leave_mode(self) -> bool:
        """End finding; False when nothing was being looked for."""
        finding, self.finding = self.finding, None
        if finding is not None:
            finding.end()
        return finding is not None

    def action_links(self) -> None:
        """Choose a link by its number."""
        if not self.view.page.links:
            self.say(self.words.pane.no_links)
            return
        from newsreader.ui.screens.reading.links import Links

        self.go("view")
        self.view.takes_key = Links(self).key

    def read_here(self, url: str) -> None:
        """Read the page that a link leads to in the pane."""
        if self.engine.demo:
            self.say(self.texts.offline)
        else:
            self.say(self.words.pane.fetching(gate.address(url)), lasting=True)
            self.begin(self._read_here(url, self.view.article), "page", exclusive=True)

    async def _read_here(self, url: str, origin: Article | None) -> None:
        from newsreader.model import Problem

        found = await self.engine.page_at(url, origin.row.url if origin else "")
        if isinstance(found, Problem):
            self.say(self.words.problems.sentence(found))
        elif self.view.article is origin:
            self.say("")
            self.read(found.row.id)

    async def action_find(self) -> None:
        """Find words in the article."""
        from newsreader.ui.screens.reading.finding import Finding

        self.leave_mode()
        if self.view.article is None:
            self.say(self.texts.no_article)
            return
        self.go("view")
        self.finding = Finding(self)
        await self.finding.open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find with every letter; a slash alone asks for the search in everything."""
        if event.input.id != "find" or self.finding is None:
            return
        if event.value == "/":
            self.leave_mode()
            self.call_later(self.action_search)
        else:
            self.finding.look(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at what was found."""
        if event.input.id == "find" and self.finding is not None:
            self.finding.keep()

    def action_find_next(self, by: int) -> None:
        """To the next match; where nothing is looked for, to the next article."""
        if self.finding is not None:
            self.finding.step(by)
        elif by > 0:
            self.action_next()

    def action_select(self) -> None:
        """Select lines by keys."""
        from newsreader.ui.screens.reading.selecting import Selecting

        if self.view.article is None:
            self.say(self.texts.no_article)
            return
        self.go("view")
        self.view.takes_key = Selecting(self).key

    def action_copy(self) -> None:
        """Copy what is selected with the mouse, else the article's address."""
        selection = self.view.text_selection if self.here == "view" else None
        text = (self.view.get_selection(selection) or ("",))[0] if selection else ""
        if text:
            self.app.copy_to_clipboard(text)
            self.say(self.words.pane.copied(text.count("\n") + 1, len(text)))
        else:
            super().action_copy()

    def action_density(self) -> None:
        """More or less white in the text."""
        from newsreader.settings.values import DENSITIES

        density = DENSITIES[(DENSITIES.index(self.view.density) + 1) % len(DENSITIES)]
        self.paper.change({"density": density})
        self.view.density = density
        self.say(self.words.pane.densities[density])

    def action_aloud(self) -> None:
        """Read the article aloud."""
        from newsreader.ui.screens.reading import aloud

        if self.view.article is None:
            self.say(self.texts.no_article)
        else:
            aloud.begin(self)
