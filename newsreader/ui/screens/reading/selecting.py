"""Selecting lines of an article by keys, to copy them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.selection import Selection

if TYPE_CHECKING:
    from textual import events

    from newsreader.ui.screens.reading.pane import Pane

_FAR = 1 << 30
_STEPS = {"j": 1, "down": 1, "k": -1, "up": -1, "g": -_FAR, "home": -_FAR, "G": _FAR, "end": _FAR}
_PAGES = {"pagedown": 1, "ctrl+d": 1, "space": 1, "pageup": -1, "ctrl+u": -1}


class Selecting:
    """From the first line of text on the screen, as many lines down or up as the reader wants."""

    def __init__(self, screen: Pane) -> None:
        self._screen = screen
        self._view = screen.view
        lines, top = self._view.page.lines, self._view.scroll_offset.y
        self._first = next((at for at in range(top, len(lines)) if lines[at].text.strip()), top)
        self._last = self._first
        self._view.select_lines(self._first, self._last)
        screen.say(screen.words.pane.selecting, lasting=True)

    def key(self, event: events.Key) -> bool:
        """Take a key: more lines or fewer, copy, or leave."""
        step = _STEPS.get(event.key, 0) or _PAGES.get(event.key, 0) * max(self._view.size.height - 2, 1)
        if step:
            self._last = max(min(self._last + step, len(self._view.page.lines) - 2), 0)
            self._view.select_lines(self._first, self._last)
            return True
        selection = self._view.text_selection
        self._view.takes_key = None
        self._screen.clear_selection()
        self._screen.say("")
        if selection and event.key in ("y", "enter"):
            self._copy(selection)
        return True

    def _copy(self, selection: Selection) -> None:
        text = (self._view.get_selection(selection) or ("", ""))[0]
        self._screen.app.copy_to_clipboard(text)
        lines = abs(self._last - self._first) + 1
        self._screen.say(self._screen.words.pane.copied(lines, len(text)))
