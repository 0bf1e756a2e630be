"""A dialog with a text to read, as long as it likes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsreader.ui.screens.dialog import Dialog


class TextScreen(Dialog[None]):
    """Shows content; arrows, `j`/`k` and the page keys scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "scroll(10)", show=False),
        Binding("enter", "close", show=False),
        Binding("question_mark", "close", show=False),
    ]

    def __init__(self, title: str, content: Content, hint: str) -> None:
        super().__init__(title, hint)
        self._content = content

    def body(self) -> ComposeResult:
        """The text, scrolling."""
        with VerticalScroll():
            yield Static(self._content)

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        body = self.query_one(VerticalScroll)
        body.scroll_to(y=body.scroll_offset.y + lines, animate=False)
