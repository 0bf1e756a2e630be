"""From pieces of text to strips of the terminal, in the looks that the stylesheet gives a widget's roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.strip import Strip
from textual.widget import Widget

from newsreader.ui.widgets.pieces import Piece

_MARKS = {
    "b": Style(bold=True),
    "i": Style(italic=True),
    "c": Style(bold=True, italic=True),
    "s": Style(strike=True),
    "u": Style(underline=True),
}


Looks = Mapping[str, tuple[str, str]]
"""Roles that look like another one with marks: `lead` is `text` in bold."""


class Ink:
    """The looks of one widget: role `age` is its class `<prefix>--age`, `text` the widget itself.

    These are no `COMPONENT_CLASSES`: Textual works out the style of each of those twice before the first
    paint, on which few of them are seen. A role's style is worked out when something is drawn in it.
    """

    def __init__(self, widget: Widget, prefix: str, looks: Looks | None = None) -> None:
        self._widget = widget
        self._prefix = prefix
        self._looks = looks or {}
        self._styles: dict[tuple[str, str, str], Style] = {}
        self._roles: dict[str, Style] = {}

    def clear(self) -> None:
        """Forget all looks: the theme, the focus or a class has changed."""
        self._styles.clear()
        self._roles.clear()

    def style(self, role: str = "text", marks: str = "", *, cursor: str = "") -> Style:
        """The look of a role; under a cursor it keeps its weight but takes the colours of that role."""
        key = (role, marks, cursor)
        if key not in self._styles:
            role, weight = self._looks.get(role, (role, ""))
            style = self._of_role(role)
            if cursor:
                style = self._of_role(cursor) + _attributes(style)
            self._styles[key] = Style.combine(
                [style, *(_MARKS[mark] for mark in weight + marks if mark in _MARKS)]
            )
        return self._styles[key]

    def strip(self, pieces: Iterable[Piece], width: int, *, margin: int = 0, cursor: str = "") -> Strip:
        """The pieces after a margin, as a strip of exactly `width` cells."""
        blank = self.style(cursor=cursor)
        segments = [Segment(" " * margin, blank)] if margin else []
        for text, role, marks, _ in pieces:
            segments.append(Segment(text, self.style(role, marks, cursor=cursor)))
        if not segments:
            return Strip.blank(width, blank)
        return Strip(segments).adjust_cell_length(width, blank).simplify()

    def _of_role(self, role: str) -> Style:
        if role not in self._roles:
            node = self._widget if role == "text" else looked_up(self._widget, f"{self._prefix}--{role}")
            self._roles[role] = node.rich_style
        return self._roles[role]


def looked_up(widget: Widget, name: str) -> DOMNode:
    """A part of a widget that has this class, in its present style."""
    part = DOMNode(classes=name)
    part._attach(widget)  # noqa: SLF001 - as Textual does for component classes: there is no other way
    widget.app.stylesheet.apply(part)
    return part


def _attributes(style: Style) -> Style:
    return Style(
        bold=style.bold or None,
        italic=style.italic or None,
        underline=style.underline or None,
        strike=style.strike or None,
    )
