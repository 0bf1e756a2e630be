"""A dialog that asks for a line of text and says why one will not do."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from newsreader.ui.screens.dialog import Dialog
from newsreader.ui.widgets.text_line import TextLine


class AskScreen(Dialog[str]):
    """Answers the text, or None; `fault` tells what is wrong with a text, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, value: str, hint: str, fault: Callable[[str], str] = lambda _: "") -> None:
        super().__init__(title, hint)
        self._value = value
        self._fault = fault

    def body(self) -> ComposeResult:
        """The line, and room for what is wrong with it."""
        yield TextLine(self._value)
        yield Static("", classes="dialog--fault", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, or say why not."""
        fault = self._fault(event.value)
        if fault:
            self.query_one(".dialog--fault", Static).update(Content(fault))
        else:
            self.dismiss(event.value.strip())
