"""The list of articles: a line a row, drawn as it scrolls by, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from newsreader.model import ArticleRow, Rows
from newsreader.ui.widgets.ink import Ink
from newsreader.ui.widgets.pieces import Piece
from newsreader.ui.widgets.row_text import Matcher, aged_cells, columns, row_pieces
from newsreader.ui.widgets.scroller import Scroller
from newsreader.ui.widgets.wrap import flow

_DRAWN = 512  # faces remembered of rows on the screen: more than any screen has
_NEIGHBOURS = 50  # rows looked at on either side for one that is still there
_LOOKS = {
    "age": ("muted", ""),
    "empty": ("muted", ""),
    "mark": ("accent", ""),
    "read": ("text", ""),
    "sample": ("warning", "i"),
    "saved": ("warning", ""),
    "whole": ("muted", ""),
    "source": ("muted", ""),
    "unread": ("text", "b"),
}

Age = Callable[[ArticleRow], str]


class NoRows:
    """A list without articles."""

    def __len__(self) -> int:
        return 0

    def row(self, index: int) -> ArticleRow | None:  # noqa: ARG002
        """Nothing."""
        return None

    def index_of(self, article_id: int, near: int = 0, *, far: bool = True) -> int | None:  # noqa: ARG002
        """Nowhere."""
        return None


class Face(NamedTuple):
    """All that a row's look depends on: equal faces are drawn once."""

    row: ArticleRow | None
    age: str
    cursor: str  # the look of the cursor on it, or none
    width: int


class ArticleList(Scroller, can_focus=True, inherit_bindings=False):
    """A list of articles with a cursor, over `Rows`. Keys are bound by the application to its actions."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ArticleList {
        overflow: hidden scroll;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .article-list--blurred {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        & > .article-list--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .article-list--accent { color: $text-accent; }
        & > .article-list--warning { color: $text-warning; }
        & > .article-list--muted { color: $text-muted; }
        & > .article-list--summary { color: $text-muted; }
        &:ansi > .article-list--summary { text-style: dim; }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    class Highlighted(Message):
        """The cursor stands on another article."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

        def can_replace(self, message: Message) -> bool:
            """Whether an older message in the queue may be dropped for this one."""
            return isinstance(message, ArticleList.Highlighted)

    class Chosen(Message):
        """The reader wants to read this article."""

        def __init__(self, article_id: int) -> None:
            super().__init__()
            self.article_id = article_id

    def __init__(
        self,
        age: Age,
        short_age: Age,
        *,
        sample: str,
        empty: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """The ages of articles in words, the word that marks fiction, and what an empty list says."""
        super().__init__(id=id)
        self._age = age
        self._short_age = short_age
        self._sample = sample
        self._empty = empty
        self._matcher: Matcher | None = None
        self._rows: Rows = NoRows()
        self._ink = Ink(self, "article-list", _LOOKS)
        self._strips: LRUCache[Face, Strip] = LRUCache(512)
        self._drawn: dict[int, Face] = {}
        self._height = 0

    @property
    def current(self) -> ArticleRow | None:
        """The row under the cursor."""
        return self._rows.row(self.cursor) if len(self._rows) else None

    @property
    def rows(self) -> Rows:
        """The rows that are shown."""
        return self._rows

    def set_rows(self, rows: Rows, *, keep: bool = True) -> None:
        """Show these rows; the cursor stays on its article, and a reader who has scrolled keeps the lines.

        When the article is gone, its nearest neighbour gets the cursor. Without `keep` the list begins anew.
        """
        before = self.current
        place = _new_place(self._rows, self.cursor, rows) if keep else 0
        top = self.scroll_offset.y
        followed = self._visible(self.cursor)
        top = top + place - self.cursor if top and keep else 0
        full = min(len(rows), len(self._rows)) >= self.scroll_offset.y + self.size.height
        same_length = len(rows) == len(self._rows)
        self._rows = rows
        self.lengthen(len(rows))
        self.set_reactive(ArticleList.cursor, place)
        self._scroll(top)
        if followed:
            self._show_cursor()
        if same_length or full:
            self.refresh_ages()
        else:
            self.refresh()
        after = self.current
        if after and (before is None or before.id != after.id):
            self.post_message(self.Highlighted(after.id))

    def set_empty(self, text: str) -> None:
        """What an empty list says from now on."""
        self._empty = text
        if not len(self._rows):
            self.refresh()

    def set_sample(self, text: str) -> None:
        """The word that marks fiction from now on."""
        self._sample = text
        self._strips.clear()
        self.refresh()

    def set_matcher(self, matcher: Matcher | None) -> None:
        """Mark in the titles what was searched for."""
        if matcher is not self._matcher:
            self._matcher = matcher
            self._strips.clear()
            self.refresh()

    def refresh_ages(self) -> None:
        """Draw the visible rows again that look different by now."""
        self._refresh_changed(range(self.scroll_offset.y, self.scroll_offset.y + self.size.height))

    def move_to(self, article_id: int) -> bool:
        """Put the cursor on that article; False when it is not in the list."""
        index = self._rows.index_of(article_id, self.cursor)
        if index is not None:
            self.cursor = index
        return index is not None

    def action_cursor_down(self) -> None:
        """To the next row."""
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """To the row above."""
        self.cursor -= 1

    def action_page_down(self) -> None:
        """A screen down; the cursor keeps its line."""
        self._page(self.size.height - 1)

    def action_page_up(self) -> None:
        """A screen up; the cursor keeps its line."""
        self._page(1 - self.size.height)

    def action_top(self) -> None:
        """To the first row."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """To the last row."""
        self.cursor = len(self._rows) - 1

    def action_choose(self) -> None:
        """Read the article under the cursor."""
        if row := self.current:
            self.post_message(self.Chosen(row.id))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that changed, and tell."""
        self._refresh_changed([old, new])
        self._show_cursor()
        if row := self.current:
            self.post_message(self.Highlighted(row.id))

    def draw_cursor(self) -> None:
        """The cursor looks different with the focus."""
        self._refresh_changed([self.cursor])

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor's row chooses it."""
        offset = event.get_content_offset(self)
        index = self.scroll_offset.y + (offset.y if offset else -1)
        if offset is None or index >= len(self._rows):
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index

    def on_resize(self) -> None:
        """Keep the cursor in sight in another size, if it was."""
        followed = 0 <= self.cursor - self.scroll_offset.y < self._height or not self._height
        self._height = self.size.height
        if followed:
            self._show_cursor()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the former look."""
        super().notify_style_update()
        self._ink.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """The strip of one line of the screen."""
        width = self._width
        index = self.scroll_offset.y + y
        if not len(self._rows):
            return self._placeholder(y, width)
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        if len(self._drawn) >= _DRAWN:
            self._drawn.clear()
        face = self._drawn[index] = self._face(index)
        strip = self._strips.get(face)
        if strip is None:
            strip = self._strips[face] = self._draw(face)
        return strip

    @property
    def _width(self) -> int:
        return self.size.width - self.scrollbar_gutter.width

    def _face(self, index: int) -> Face:
        row = self._rows.row(index)
        width = self._width
        age = (self._short_age if columns(width).short else self._age)(row) if row else ""
        cursor = ("cursor" if self.has_focus else "blurred") if index == self.cursor else ""
        return Face(row, age, cursor, width)

    def _draw(self, face: Face) -> Strip:
        pieces: list[Piece] = []
        if face.row:
            pieces = row_pieces(
                face.row, face.width, face.age, self._sample, self._matcher, cursor=bool(face.cursor)
            )
        return self._ink.strip(pieces, face.width, cursor=face.cursor)

    def _placeholder(self, y: int, width: int) -> Strip:
        lines = flow([Piece(self._empty, "empty")], max(width - 4, 4))
        y -= self.size.height // 3
        pieces = lines[y].pieces if 0 <= y < len(lines) else ()
        return self._ink.strip(pieces, width, margin=2)

    def _refresh_changed(self, indexes: range | list[int]) -> None:
        """Draw those of these rows again that look different; where it is but the age, the cells of that."""
        for index in indexes:
            if index >= len(self._rows):
                return
            old, new = self._drawn.get(index), self._face(index)
            if old is not None and old != new and old == new._replace(age=old.age):
                start, stop = aged_cells(old.age, new.age, new.width)
                self.refresh(Region(start, index - self.scroll_offset.y, stop - start, 1))
            elif old != new:
                self.refresh_line(index)

    def _page(self, rows: int) -> None:
        self._scroll(self.scroll_offset.y + rows)
        self.cursor += rows

    def _visible(self, index: int) -> bool:
        return 0 <= index - self.scroll_offset.y < self.size.height

    def _scroll(self, top: int) -> None:
        if self.size:
            self.scroll_to(y=top, animate=False, force=True)

    def _show_cursor(self) -> None:
        """Scroll half a screen past the cursor: then few keys repaint the whole list, not every one."""
        if not self._visible(self.cursor):
            self._scroll(self.cursor - self.size.height // 2)


def _new_place(old: Rows, cursor: int, new: Rows) -> int:
    """Where the article under the cursor is now, or else the nearest one that is in both lists."""
    for distance in range(min(_NEIGHBOURS, len(old)) + 1):
        for index in (cursor + distance, cursor - distance):
            row = old.row(index) if 0 <= index < len(old) else None
            place = new.index_of(row.id, index, far=not distance) if row else None
            if place is not None:
                return place
    return max(0, min(cursor, len(new) - 1))
