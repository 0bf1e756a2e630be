"""A line of text to type or paste in."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from newsreader import gate


class TextLine(Input):
    """Textual's input without its blinking cursor, and with a gate: what is pasted is foreign text too."""

    virtual_size = Reactive(Size(0, 0))
    """As Textual's own, but a letter does not lay out the whole screen: the line has a width of its own."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        # Letters may be in an empty line before it hears that it has the focus: they are not to be selected.
        super().__init__(gate.line(value), placeholder=placeholder, id=id, select_on_focus=bool(value))
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text: everything typed or pasted comes by here."""
        super().replace(gate.safe(text).replace("\n", " ").replace("\t", " "), start, end)
