"""What the dialogs share: a box in the middle with a title, a body and a line of keys."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from newsreader import gate
from newsreader.ui.base import SCREENS_CSS, Closing

T = TypeVar("T")


def label(text: str, *, classes: str = "") -> Static:
    """A line of text that is never markup."""
    return Static(Content(gate.safe(text)), classes=classes, markup=False)


class Dialog(ModalScreen[T], Closing[T]):
    """A box over the newspaper. Escape and `q` close it without an answer."""

    CSS_PATH = SCREENS_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._heading = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title, body, hint."""
        with Vertical(classes="dialog"):
            yield label(self._heading, classes="dialog--title")
            yield from self.body()
            yield label(self._hint, classes="dialog--hint")

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield Widget()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
