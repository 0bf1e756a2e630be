"""The pane's lines: an article laid out once a width, of which only the visible lines are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from newsreader.ui.widgets.article_view.looks import LOOKS
from newsreader.ui.widgets.ink import Ink
from newsreader.ui.widgets.page import Page, Place
from newsreader.ui.widgets.pieces import Line, Piece, differing
from newsreader.ui.widgets.scroller import Scroller
from newsreader.ui.widgets.view_words import ViewWords
from newsreader.ui.widgets.wrap import flow

if TYPE_CHECKING:
    from newsreader.model import Article, Related
    from newsreader.ui.widgets.picture_text import Frames

_MARGINS = {"compact": 1, "normal": 2, "airy": 5}


class Canvas(Scroller):
    """Shows an article and what is under it, and keeps the reader's place at any width."""

    story: reactive[int] = reactive(-1, repaint=False)
    """Which related story is chosen; -1 is none: the reader is in the text."""

    measure: reactive[int] = reactive(76, init=False)
    """How many cells a line of text may have."""

    density: reactive[str] = reactive("normal", init=False)
    """How much white there is in the text: `compact`, `normal` or `airy`."""

    class Moved(Message, namespace="article_view"):
        """Another line came on top, or another article or setting of it."""

        def can_replace(self, message: Message) -> bool:
            """Only the last one counts."""
            return isinstance(message, Canvas.Moved)

    def __init__(self, words: ViewWords, *, id: str | None = None) -> None:  # noqa: A002
        """`words` are the labels and formats of the reader's language."""
        super().__init__(id=id)
        self._words = words
        self._article: Article | None = None
        self._related: tuple[Related, ...] = ()
        self._text = self._page = Page()  # without the related stories, and with them
        self._top = Place()
        self._set_for: Size | None = None
        self._ink = Ink(self, "article-view", LOOKS)
        self._frames: Frames = {}

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._article

    @property
    def related(self) -> tuple[Related, ...]:
        """The stories under it."""
        return self._related

    @property
    def place(self) -> Place:
        """Where the reader is; `show` with it comes back to the very line, at any width."""
        return self._top

    @property
    def page(self) -> Page:
        """The lines as they are set now."""
        return self._page

    @property
    def share(self) -> float:
        """How much of the running text has come by, from 0 to 1."""
        seen = self.scroll_offset.y + self.size.height
        return min(seen / self._page.foot, 1.0) if self._page.foot else 1.0

    @property
    def at_end(self) -> bool:
        """Whether the end of the text has been on the screen; what is related stands below it."""
        return self.scroll_offset.y + self.size.height >= self._page.text_end

    def show(
        self, article: Article | None, related: Sequence[Related] = (), place: Place | None = None
    ) -> None:
        """Show an article from its top, or from a place where the reader was before; None clears the pane."""
        self._article = article
        self._related = tuple(related)
        self._top = place or Place()
        self.set_reactive(Canvas.story, min(self._top.story, len(self._related) - 1))
        self.set_anew()

    @property
    def is_short(self) -> bool:
        """Whether the reader's place is further down than the lines that there are."""
        return self._page.line(self._top) > max(len(self._page.lines) - self.size.height, 0)

    def show_related(self, related: Sequence[Related]) -> None:
        """Show these stories under the text, which stays where it is."""
        self._related = tuple(related)
        self.set_reactive(Canvas.story, min(self._top.story, len(self._related) - 1))
        if self._article is not None and self._set_for == self.size:
            self._page = self._with_stories(self._article)
            self.lengthen(len(self._page.lines))
            self._scroll(self._page.line(self._top))
            self.refresh_lines(self._page.text_end, len(self._page.lines) - self._page.text_end)

    def renew(self, article: Article) -> None:
        """Show what has become of the article that is shown, with the same text on top."""
        before, top = self._page, self._top
        self.show(article, self._related, top)
        self._scroll(self._page.line(self._page.followed(top, before)))

    def set_words(self, words: ViewWords) -> None:
        """Show the article in other words, at the same place."""
        self._words = words
        self.set_anew()

    def refresh_ages(self) -> None:
        """Put the ages into words again, and draw the lines again that have another text by now."""
        before = self._page.lines
        self._lay_out()
        if len(before) != len(self._page.lines):
            self.refresh()
        else:
            for index, (old, new) in enumerate(zip(before, self._page.lines, strict=True)):
                if old != new:
                    self._redraw_text(index, old.text, new.text)

    def _redraw_text(self, index: int, old: str, new: str) -> None:
        """Draw the cells of a line again in which it has another text by now."""
        if old == new:  # in another look
            self.refresh_line(index)
            return
        start, stop = differing(old, new)
        left = cell_len(new[:start])
        cells = max(cell_len(old[:stop]), cell_len(new[:stop])) - left
        self.refresh(Region(self._margin + left, index - self.scroll_offset.y, cells, 1))

    def set_anew(self) -> None:
        """Set the article again, with the same text on top."""
        self._clear_selection()
        self._lay_out()
        self.refresh()

    def watch_measure(self) -> None:
        """Set the article again at another measure."""
        self.set_anew()

    def watch_density(self) -> None:
        """Set the article again with more or less white."""
        self.set_anew()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, unless it is the resizing that moves the lines."""
        super().watch_scroll_y(old_value, new_value)
        if self._set_for == self.size:
            self._top = self._page.place(round(new_value))._replace(story=self._top.story)
            self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Set the article again for another size."""
        if self._set_for != self.size:
            self.set_anew()

    def draw_cursor(self) -> None:
        """The focus changes the border as well, which is a matter of the stylesheet.

        Not so the scrollbar: looking it up for that as well would lay out the screen the first time.
        """
        self.app.stylesheet.apply(self)
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the former looks."""
        super().notify_style_update()
        self._ink.clear()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that is selected, its paragraphs whole again."""
        from newsreader.ui.widgets.copying import selected_text

        return selected_text(self._page.lines, selection), "\n"

    def render_line(self, y: int) -> Strip:
        """The strip of one line of the screen."""
        index = self.scroll_offset.y + y
        line = self._page.lines[index] if index < len(self._page.lines) else Line()
        if self._article is None and not line.pieces:
            return self._ink.strip((), self._width)
        strip = self._draw(line)
        for start, end, style in self._marks(index):
            strip = self._styled(strip, line, start, end, style)
        selection = self.text_selection
        if selection:
            from newsreader.ui.widgets.copying import selected_span

            if span := selected_span(line, index, selection):
                chosen = self.screen.get_component_rich_style("screen--selection")
                marked = Style(bgcolor=chosen.bgcolor, underline=True)  # its own text has no colour
                strip = self._styled(strip, line, *span, marked)
        return strip.apply_offsets(-self._margin, index)

    @property
    def _width(self) -> int:
        return self.size.width - self.scrollbar_gutter.width

    @property
    def _columns(self) -> int:
        """The cells that a line of text has."""
        return max(min(self.measure, self._width - 2 * _MARGINS[self.density]), 8)

    @property
    def _margin(self) -> int:
        return max((self._width - self._columns) // 2, 1)

    def _lay_out(self) -> None:
        """Set the article for the present size, and scroll to where the reader was."""
        size, self._set_for = self.size, None
        if not size:
            return  # not on the screen now: set when it comes back, if only at the size it had
        self._page = self._laid_out(self._article) if self._article else self._laid_out_empty()
        self.lengthen(len(self._page.lines))
        self._scroll(self._page.line(self._top))
        self._set_for = size
        self.post_message(self.Moved())

    def _laid_out(self, article: Article) -> Page:
        from newsreader.ui.widgets.layout import set_text

        self._text = set_text(article, self._words, self._columns, self._frames, density=self.density)
        return self._with_stories(article)

    def _with_stories(self, article: Article) -> Page:
        from newsreader.ui.widgets.layout import with_stories

        return with_stories(self._text, article, self._related, self._words, self._columns)

    def _laid_out_empty(self) -> Page:
        lines = flow([Piece(self._words.empty, "meta")], self._columns)
        return Page((*[Line()] * (self.size.height // 3), *lines), parts=(0,))

    def _clear_selection(self) -> None:
        """What is selected are places on lines, and those are about to change."""
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()

    def _scroll(self, top: int) -> None:
        self.scroll_to(y=top, animate=False, force=True)

    def _draw(self, line: Line) -> Strip:
        if not 0 <= line.story == self.story:
            return self._ink.strip(line.pieces, self._width, margin=self._margin)
        cursor = "cursor" if self.has_focus else "blurred"
        bar = self._ink.strip([Piece("▌")], 1, cursor=cursor)
        return Strip.join(
            [
                Strip.blank(self._margin - 1, self.rich_style),
                bar,
                self._ink.strip(line.pieces, self._columns, cursor=cursor),
            ]
        ).adjust_cell_length(self._width, self.rich_style)

    def _marks(self, index: int) -> Iterable[tuple[int, int, Style]]:  # noqa: ARG002
        """What is marked on a line: from and to which character, and in which style."""
        return ()

    def _styled(self, strip: Strip, line: Line, start: int, end: int, style: Style) -> Strip:
        first, last = (self._margin + cell_len(line.text[:at]) for at in (start, end))
        marked = Strip(Segment.apply_style(strip.crop(first, last), post_style=style))
        return Strip.join([strip.crop(0, first), marked, strip.crop(last, strip.cell_length)])
