"""The reading pane: an article with the related stories under it, by key and by mouse."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message

from newsreader.ui.commands import bindings
from newsreader.ui.widgets.article_view import looks
from newsreader.ui.widgets.article_view.illustrated import Illustrated
from newsreader.ui.widgets.article_view.moving import Moving
from newsreader.ui.widgets.page import Place
from newsreader.ui.widgets.pieces import Line
from newsreader.ui.widgets.view_words import ViewWords

__all__ = ["ArticleView", "Place", "ViewWords"]


class ArticleView(Moving, Illustrated, can_focus=True, inherit_bindings=False):
    """An article with the related stories under it, which have a cursor of their own.

    `canvas` lays out and draws, `illustrated` adds pictures, `moving` scrolls and chooses; both know only
    the canvas.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("view")]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(looks.COMPONENTS)
    DEFAULT_CSS = looks.CSS

    class LinkChosen(Message):
        """The reader clicked a link."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

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


def _url_at(line: Line, cell: int) -> str:
    """The address of the link that is drawn in that cell."""
    for piece in line.pieces:
        if 0 <= cell < cell_len(piece.text):
            return piece.url
        cell -= cell_len(piece.text)
    return ""
