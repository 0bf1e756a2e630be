"""The pictures in the pane: room is kept for them at once, they are asked for when scrolling has ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from newsreader.ui.widgets.article_view.canvas import Canvas
from newsreader.ui.widgets.page import Page
from newsreader.ui.widgets.pieces import Line, Piece

if TYPE_CHECKING:
    from rich.segment import Segment

    from newsreader.model import Article, Block
    from newsreader.pictures.drawing import Drawing
    from newsreader.pictures.geometry import Box

REST = 0.2
"""Seconds without scrolling after which pictures may come."""
_MOST_ROWS = 20
_SMALLEST = 32  # pixels that were declared: what is smaller is an icon


class Illustrated(Canvas):
    """Knows which pictures are near, and draws those it is given; it fetches and decodes nothing itself.

    The lines that a picture takes change only where the reader does not see it.
    """

    class PicturesWanted(Message, namespace="article_view"):
        """Pictures that are near and have not been given yet, with the room for each; the reader rests."""

        def __init__(self, article: Article, frames: dict[str, Box]) -> None:
            super().__init__()
            self.article = article
            self.frames = frames

    class Painting(Message, namespace="article_view"):
        """Pictures wholly in sight that the terminal itself paints, with the cell of their upper left."""

        def __init__(self, pictures: list[tuple[Drawing, Offset]]) -> None:
            super().__init__()
            self.pictures = pictures

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.at_rest = asyncio.Event()
        """Set while nothing scrolls: the moment for whatever is slow."""
        self._cell: tuple[int, int] | None = None
        self._waiting = self._failed = ""
        self._may_come: Callable[[Article, str], bool] = lambda *_: True
        self._drawings: dict[str, Drawing | None] = {}
        self._asked: set[str] = set()
        self._boxes: dict[tuple[str, int, int], Box] = {}  # what pictures took of that many columns and rows
        self._drawn_for = (0, 0, 0)  # article, columns and rows
        self._rest: Timer | None = None
        self._is_painted = False

    def show_pictures(
        self,
        cell: tuple[int, int] | None,
        waiting: str,
        failed: str,
        may_come: Callable[[Article, str], bool],
    ) -> None:
        """Show pictures from now on in a terminal with cells of so many pixels; None: show none.

        The words stand in a frame that is still empty, and in one that stays so; what may not come has none.
        """
        self._may_come = may_come
        if (cell, waiting) != (self._cell, self._waiting):
            self._cell, self._waiting, self._failed = cell, waiting, failed
            self._drawn_for = (0, 0, 0)
            self.set_anew()

    def ask_again(self) -> None:
        """Ask for the pictures again: the terminal has lost them."""
        self._drawn_for = (0, 0, 0)
        self.set_anew()

    def put_picture(self, url: str, drawing: Drawing | None) -> None:
        """Draw this picture where it belongs; None when it is not to be had."""
        from newsreader.pictures.geometry import Box

        self._drawings[url] = drawing
        self._boxes[url, self._columns, self._rows] = drawing.box if drawing else Box(0, 0)
        if self._article is None or self._has_room(self._article):
            self.refresh()
        else:
            self.set_anew()

    def picture_in_sight(self) -> str:
        """The address of the uppermost picture in sight, drawn or only told of; empty when there is none."""
        from newsreader.model.figures import figures

        known = {block.url for block in figures(self._article)} if self._article else set()
        for line in self._page.lines[self._in_sight.start : self._in_sight.stop]:
            for url in (line.picture[0], *(piece.url for piece in line.pieces if piece.role == "label")):
                if url in known:
                    return url
        return ""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Nothing slow from now until the next rest."""
        super().watch_scroll_y(old_value, new_value)
        self.at_rest.clear()
        self._await_rest()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What the terminal has painted itself is gone wherever lines are drawn over it."""
        if any(map(_is_painting, self._drawings.values())):
            self._is_painted = False
            self._await_rest()
        return super().render_lines(crop)

    @property
    def _rows(self) -> int:
        """The lines that a picture may take: never so many that it could not be seen as a whole."""
        return max(min(_MOST_ROWS, self.size.height * 2 // 3), 3)

    @property
    def _in_sight(self) -> range:
        """The lines that are on the screen."""
        top = self.scroll_offset.y
        return range(top, min(top + self.size.height, len(self._page.lines)))

    def _laid_out(self, article: Article) -> Page:
        """With a frame for every picture, and the lead picture above the text."""
        now = (article.row.id, self._columns, self._rows)
        if now != self._drawn_for:
            self._drawn_for, self._frames = now, {}
            self._drawings.clear()
            self._asked.clear()
        if self._cell is None:
            return super()._laid_out(article)
        from newsreader.model.figures import lead

        self._frames = self._room(article)
        self._await_rest()
        first = lead(article)
        return super()._laid_out(replace(article, blocks=(first, *article.blocks)) if first else article)

    def _room(self, article: Article) -> dict[str, Box]:
        """The frames of the article's pictures; those in sight stay as they are."""
        from newsreader.model.figures import figures

        seen = {self._page.lines[at].picture[0] for at in self._in_sight}
        held = {url: frame for url, frame in self._frames.items() if url in seen}
        return {block.url: held.get(block.url) or self._frame(article, block) for block in figures(article)}

    def _has_room(self, article: Article) -> bool:
        """Whether every picture has just the lines that it needs, so that the text need not be set again."""
        return all(self._frames.get(url, box).rows == box.rows for url, box in self._room(article).items())

    def _frame(self, article: Article, block: Block) -> Box:
        """The room for a picture that is not in sight: what it took before, else by its declared size."""
        from newsreader.pictures.geometry import CELL, Box, reserved

        if 0 < min(block.width, block.height) < _SMALLEST or not self._may_come(article, block.url):
            return Box(0, 0)
        known = self._boxes.get((block.url, self._columns, self._rows))
        size = (block.width, block.height)
        return known or reserved(size, self._columns, self._rows, self._cell or CELL)

    def _draw(self, line: Line) -> Strip:
        url, row = line.picture
        if not url:
            return super()._draw(line)
        frame, drawing = self._frames[url], self._drawings.get(url)
        if drawing is None:
            word = self._failed if url in self._drawings else self._waiting
            left = " " * max((self._columns - len(word)) // 2, 0)
            pieces = (Piece(left), Piece(word, "meta")) if row == frame.rows // 2 else ()
            return self._ink.strip(pieces, self._width, margin=self._margin)
        return self._pictured(drawing, row - self._gap(url, drawing))

    def _pictured(self, drawing: Drawing, row: int) -> Strip:
        from rich.segment import Segment

        from newsreader.ui.widgets.picture_text import segments

        ground = self._ink.style()
        cells: list[Segment] = [Segment(" " * self._margin, ground), *segments(drawing, row, ground)]
        return Strip(cells).adjust_cell_length(self._width, ground)

    def _gap(self, url: str, drawing: Drawing) -> int:
        """The lines of its frame above a picture."""
        return max(self._frames[url].rows - drawing.box.rows, 0) // 2

    def _await_rest(self) -> None:
        if self._cell is None:
            return
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        """Ask for what is near, and have painted what is wholly in sight."""
        self.at_rest.set()
        if self._article is None:
            return
        near = [url for url in self._near() if url not in self._asked]
        wanted = {url: self._frames[url]._replace(columns=self._columns) for url in near}
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.PicturesWanted(self._article, wanted))
        if not self._is_painted and (pictures := list(self._paintings())):
            self._is_painted = True
            self.post_message(self.Painting(pictures))

    def _near(self) -> Iterator[str]:
        """The pictures on the screen, and on the next and the last one."""
        seen, height = self._in_sight, self.size.height
        lines = self._page.lines[max(seen.start - height, 0) : seen.stop + height]
        return (line.picture[0] for line in lines if line.picture[0])

    def _paintings(self) -> Iterator[tuple[Drawing, Offset]]:
        for at in self._in_sight:
            url, row = self._page.lines[at].picture
            drawing = self._drawings.get(url)
            if drawing and _is_painting(drawing) and row == self._gap(url, drawing):
                place = Offset(self._margin, at - self._in_sight.start)
                if place.y + drawing.box.rows <= self.size.height:
                    yield drawing, self.content_region.offset + place


def _is_painting(drawing: Drawing | None) -> bool:
    """Whether the terminal paints it over the cells, where whatever is written takes it away again."""
    return drawing is not None and bool(drawing.payload) and not drawing.number
