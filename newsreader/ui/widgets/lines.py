"""One-line widgets: the masthead, the status line and the key bar."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from newsreader import gate


class TwoEnds(Widget):
    """A line with a text at each end; the right one gives way when both do not fit."""

    ALLOW_SELECT = False

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Both texts, gated: names of sources and titles come by here."""
        width = self.content_size.width
        left, right = Content(gate.line(self.left)), Content(gate.line(self.right))
        gap = width - left.cell_length - right.cell_length
        if gap < 1:
            return left.truncate(width, ellipsis=True)
        return Content.assemble(left, " " * gap, right)


class Masthead(TwoEnds):
    """The top line: what is open, and the date."""


class StatusLine(TwoEnds):
    """The line that tells what the reader is doing, and what came of it."""


ALWAYS = 2
"""Commands at the end of the key bar that are there at any width: help, and the way out."""


class KeyBar(Widget):
    """The keys of the commands that matter most, as many as fit; each can be clicked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"keybar--key"}  # noqa: RUF012

    class Pressed(Message):
        """The reader clicked a command."""

        def __init__(self, command: str) -> None:
            self.command = command
            super().__init__()

    def __init__(self, items: tuple[tuple[str, str, str], ...], *, id: str | None = None) -> None:  # noqa: A002
        """`items` are (command, key as shown, label)."""
        super().__init__(id=id)
        self._items = items

    def set_items(self, items: tuple[tuple[str, str, str], ...]) -> None:
        """Show these items from now on."""
        self._items = items
        self.refresh()

    def _fitting(self) -> list[tuple[int, int, str, str, str]]:
        """(from, to, command, key, label) of the items that fit."""
        widths = [Content(f"{key} {label}").cell_length for _, key, label in self._items]
        room = self.size.width - 1 - sum(width + 2 for width in widths[-ALWAYS:])
        placed, x = [], 1
        for number, (width, (command, key, label)) in enumerate(zip(widths, self._items, strict=True)):
            if number < len(widths) - ALWAYS:
                room -= width + 2
                if room < 0:
                    continue
            placed.append((x, x + width, command, key, label))
            x += width + 2
        return placed

    def render(self) -> Content:
        """The items with two spaces between."""
        style = self.get_visual_style("keybar--key")
        parts: list[Content | str | tuple[str, object]] = [" "]
        for _, _, _, key, label in self._fitting():
            parts += [Content.styled(key, style), f" {label}  "]
        return Content.assemble(*parts)  # type: ignore[arg-type]

    def on_click(self, event: events.Click) -> None:
        """Tell which command was clicked."""
        for start, end, command, _, _ in self._fitting():
            if start <= event.x < end:
                self.post_message(self.Pressed(command))
