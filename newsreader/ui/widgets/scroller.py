"""What the widgets that draw line by line have in common: quiet about their length, and about the focus."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from textual import events
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget


class Scroller(ScrollView):
    """Lines under a scrollbar, of which only those that look different are painted.

    Textual lays out the whole screen for another length, and paints all of a widget that gets the focus.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without the one that looks for colours of the terminal's own: those are not drawn beside others."""
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    def on_focus(self, event: events.Focus) -> None:
        """Only what the focus changes is drawn again."""
        self._pass_focus(event, focused=True)

    def on_blur(self, event: events.Blur) -> None:
        """The same when the focus goes."""
        self._pass_focus(event, focused=False)

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: ARG002 - the widget knows
        """Draw what the focus changes."""
        self.draw_cursor()

    def draw_cursor(self) -> None:
        """Draw the cursor's line again."""

    def lengthen(self, lines: int) -> None:
        """Have so many lines from now on; where there always is a scrollbar, nothing is laid out anew."""
        if self.styles.overflow_y != "scroll":
            self.virtual_size = Size(0, lines)
            return
        self.set_reactive(Widget.virtual_size, Size(0, lines))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        bar = self.vertical_scrollbar
        if _thumb(bar, bar.window_virtual_size) == _thumb(bar, lines):
            bar.set_reactive(ScrollBar.window_virtual_size, lines)
        else:
            bar.window_virtual_size = lines

    def _pass_focus(self, event: events.Focus | events.Blur, *, focused: bool) -> None:
        """What Textual does, but for painting everything (`Widget._on_focus`)."""
        event.prevent_default()
        self.has_focus = focused
        if self.parent is not None:
            told = events.DescendantFocus(self) if focused else events.DescendantBlur(self)
            self.parent.post_message(told)


def _thumb(bar: ScrollBar, lines: int) -> tuple[int, int]:
    """From where to where the thumb of so many lines is drawn, in eighths of a cell (`ScrollBarRender`)."""
    room, window = bar.size.height, bar.window_size
    if not 0 < window < lines:
        return 0, 0
    size = max(1, window * room / lines)
    start = int((room - size) * bar.position / (lines - window) * 8)
    return start, start + ceil(size * 8)
