"""The sources and sections at the left: a foldable list of shelves with unread counts."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from newsreader import gate
from newsreader.model import Scope
from newsreader.ui.widgets.ink import Ink
from newsreader.ui.widgets.pieces import Piece
from newsreader.ui.widgets.scroller import Scroller


class Shelf(NamedTuple):
    """One line of the sidebar: a scope to open, or (with `folds`) a group to fold."""

    label: str
    scope: Scope | None
    unread: int = 0
    depth: int = 0
    folds: str = ""  # the group this line folds
    folded: bool = False


class Sidebar(Scroller, can_focus=True, inherit_bindings=False):
    """Draws its shelves by the line API; the cursor stays on the same shelf when counts change."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False)

    class Chosen(Message):
        """The reader wants to see this scope."""

        def __init__(self, scope: Scope) -> None:
            self.scope = scope
            super().__init__()

    class Folded(Message):
        """The reader wants this group folded or unfolded."""

        def __init__(self, group: str) -> None:
            self.group = group
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._shelves: tuple[Shelf, ...] = ()
        self._current: Scope | None = None
        self._ink = Ink(self, "sidebar")

    def set_shelves(self, shelves: tuple[Shelf, ...], current: Scope) -> None:
        """Show these shelves, `current` being the open one."""
        if shelves == self._shelves and current == self._current:
            return
        here, before, was_open = self._key(self.cursor), self._shelves, self._current
        self._shelves, self._current = shelves, current
        self.lengthen(len(shelves))
        if here != self._key(self.cursor):
            keys = [self._key(index) for index in range(len(shelves))]
            self.cursor = keys.index(here) if here in keys else min(self.cursor, max(0, len(shelves) - 1))
        if len(before) != len(shelves):
            self.refresh()
            return
        for index, (shelf, old) in enumerate(zip(shelves, before, strict=True)):
            if shelf != old or (current != was_open and shelf.scope in (current, was_open)):
                self._redraw(index)

    def _key(self, index: int) -> tuple[Scope | None, str] | None:
        if not 0 <= index < len(self._shelves):
            return None
        shelf = self._shelves[index]
        return shelf.scope, shelf.folds

    def render_line(self, y: int) -> Strip:
        """One shelf, with its count at the right."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self._shelves):
            return self._ink.strip((), width)
        shelf = self._shelves[index]
        count = f" {shelf.unread} " if shelf.unread else " "
        room = max(width - len(count), 1)
        text = self._text(shelf)
        text = set_cell_size(text, room) if cell_len(text) <= room else f"{set_cell_size(text, room - 1)}…"
        pieces = (Piece(text, self._role(shelf)), Piece(count, "count"))
        cursor = "cursor" if index == self.cursor and self.has_focus else ""
        return self._ink.strip(pieces, width, cursor=cursor)

    def _text(self, shelf: Shelf) -> str:
        here = "▌" if self._is_open(shelf) else " "
        fold = ("▸ " if shelf.folded else "▾ ") if shelf.folds else ""
        return here + "  " * shelf.depth + fold + gate.line(shelf.label)

    def _role(self, shelf: Shelf) -> str:
        if shelf.scope is None:
            return "heading"
        return "current" if self._is_open(shelf) else "text"

    def _is_open(self, shelf: Shelf) -> bool:
        return shelf.scope is not None and shelf.scope == self._current

    def notify_style_update(self) -> None:
        """Forget the former looks."""
        super().notify_style_update()
        self._ink.clear()

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two lines that changed."""
        for index in (old, new):
            self._redraw(index)
        self.scroll_to_region(Region(0, new, 1, 1), animate=False, force=True)

    def _redraw(self, index: int) -> None:
        """Redraw the line of that shelf."""
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def move(self, by: int) -> None:
        """Move the cursor by so many shelves, as far as it can go."""
        self.cursor = max(0, min(len(self._shelves) - 1, self.cursor + by))

    def choose(self) -> None:
        """Open the scope under the cursor, or fold its group."""
        if not self._shelves:
            return
        shelf = self._shelves[self.cursor]
        if shelf.scope is not None:
            self.post_message(self.Chosen(shelf.scope))
        elif shelf.folds:
            self.post_message(self.Folded(shelf.folds))

    def fold(self) -> None:
        """Fold or unfold the group the cursor is in."""
        for index, shelf in reversed([*enumerate(self._shelves[: self.cursor + 1])]):
            if shelf.folds:
                self.cursor = index
                self.post_message(self.Folded(shelf.folds))
                return

    def on_click(self, event: events.Click) -> None:
        """Choose the shelf that was clicked."""
        index = self.scroll_offset.y + event.y
        if index < len(self._shelves):
            self.cursor = index
            self.choose()

    def draw_cursor(self) -> None:
        """The cursor is only there with the focus."""
        self._redraw(self.cursor)
