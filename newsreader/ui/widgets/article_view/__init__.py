"""The reading pane: an article with the related stories under it, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from newsreader.ui.commands import bindings
from newsreader.ui.widgets.article_view import looks
from newsreader.ui.widgets.article_view.illustrated import Illustrated
from newsreader.ui.widgets.article_view.moving import Moving
from newsreader.ui.widgets.page import Place
from newsreader.ui.widgets.pieces import Line
from newsreader.ui.widgets.view_words import ViewWords

if TYPE_CHECKING:
    from newsreader.model import Related
    from newsreader.ui.widgets.article_view.finder import Finder

__all__ = ["ArticleView", "Place", "ViewWords"]


class ArticleView(Moving, Illustrated, can_focus=True, inherit_bindings=False):
    """An article with the related stories under it, which have a cursor of their own.

    `canvas` lays out and draws, `illustrated` adds pictures, `moving` scrolls and chooses, `finder` finds.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("view")]
    DEFAULT_CSS = looks.CSS

    class LinkChosen(Message):
        """The reader clicked a link."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    def __init__(self, words: ViewWords, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(words, id=id)
        self.takes_key: Callable[[events.Key], bool] | None = None
        """Where a mode is on: what gets every key first, and tells whether it was for the mode."""
        self.finder: Finder | None = None
        """What is being looked for in the text."""

    def on_key(self, event: events.Key) -> None:
        """Give the key to the mode that is on."""
        if self.takes_key is not None and self.takes_key(event):
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click on a link or on a related story chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        index = self.scroll_offset.y + offset.y
        if index >= len(self._page.lines):
            return
        line = self._page.lines[index]
        if url := _url_at(line, offset.x - self._margin):
            self.post_message(self.LinkChosen(url))
        elif line.story >= 0:
            self.story = line.story
            self.action_choose()

    def find(self, words: str, start: Place) -> Finder:
        """Mark these words wherever they stand, and go to the first after that place."""
        if self.finder is None:
            from newsreader.ui.widgets.article_view.finder import Finder

            self.finder = Finder()
        self.finder.look(words, self._page, self._page.line(start))
        self._bring(self.finder.line)
        self.refresh()
        return self.finder

    def find_next(self, by: int) -> None:
        """To the next match, or the previous one."""
        if self.finder is not None:
            self.finder.step(by)
            self._bring(self.finder.line)
            self.refresh()

    def end_find(self, place: Place | None = None) -> None:
        """Look for nothing any more, and go back to that place."""
        self.finder = None
        if place is not None:
            self._scroll(self._page.line(place))
        self.refresh()

    def jump(self, url: str) -> bool:
        """To the place in the text itself that a link leads to; False when it leads out of the article."""
        part = self._page.anchors.get(url, -1)
        if part >= 0:
            self._turn(self._page.line(Place(part, 0)))
        return part >= 0

    def select_lines(self, first: int, last: int) -> None:
        """Select whole lines, as far as there are such, and bring the last one named into sight."""
        lines = self._page.lines
        if not lines:
            return
        start, end = (min(line, len(lines) - 1) for line in sorted((first, last)))
        stop = Offset(len(lines[end].text), end)
        self.screen.selections = {self: Selection(Offset(0, start), stop)}
        top, height = self.scroll_offset.y, self.size.height
        self._scroll(min(max(top, last - height + 1), last))

    def show_related(self, related: Sequence[Related]) -> None:
        """Show these stories; what is being looked for may stand in them as well."""
        super().show_related(related)
        self._look_again()

    def _lay_out(self) -> None:
        """Set the article; what was being looked for is looked for in the new lines."""
        super()._lay_out()
        self._look_again()

    def _look_again(self) -> None:
        if self.finder is not None:
            self.finder.look(self.finder.words, self._page, self.scroll_offset.y)

    def _marks(self, index: int) -> Iterable[tuple[int, int, Style]]:
        return self.finder.marks(index) if self.finder is not None else ()

    def _bring(self, line: int) -> None:
        """Scroll no further than is needed to have a line in sight, away from the edge."""
        top, height = self.scroll_offset.y, self.size.height
        if line >= 0 and not top <= line < top + height:
            self._turn(line - height // 3)


def _url_at(line: Line, cell: int) -> str:
    """The address of the link that is drawn in that cell."""
    for piece in line.pieces:
        if 0 <= cell < cell_len(piece.text):
            return piece.url
        cell -= cell_len(piece.text)
    return ""
