"""The difference between two wordings of an article, on lines: what went and came, by sign and weight."""

from __future__ import annotations

from collections.abc import Iterator

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsreader import gate
from newsreader.model import Change, Difference, Passage, Run
from newsreader.revisions.signs import signed
from newsreader.ui.widgets.ink import Ink
from newsreader.ui.widgets.pieces import BLANK, Line, Piece
from newsreader.ui.widgets.wrap import clip, flow

_MARGIN = 2
_OVERLAP = 2  # lines of a screen that are seen again on the next
_LOOKS = {"headline": ("primary", "b"), "same": ("text", ""), "folded": ("meta", "")}
_SIGNS = {Change.REMOVED: ("[-", "]"), Change.ADDED: ("[+", "]")}
_MARKS = {Change.REMOVED: "s", Change.ADDED: "bu"}
"""Struck out, or bold and underlined: signs, weight and colour each tell it alone."""


def passage_pieces(passage: Passage, cut: str, role: str = "same") -> Iterator[Piece]:
    """A passage with signs around what changed; `role` is the look of what stayed the same."""
    for before, words, after, change in signed(passage, _SIGNS):
        look = role if change is Change.SAME else change.value
        text = clip(gate.safe(words).replace("\t", "  "), cut)
        yield from (Piece(before, look), Piece(text, look, _MARKS.get(change, "")), Piece(after, look))


class DifferenceView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of a difference that can be scrolled; keys are bound by its screen."""

    DEFAULT_CSS = """
    DifferenceView {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .difference-view--added { color: $text-success; }
        & > .difference-view--removed { color: $text-error; }
        & > .difference-view--primary { color: $text-primary; }
        & > .difference-view--meta { color: $text-muted; }
    }
    """

    def __init__(self, *, measure: int, cut: str) -> None:
        """`measure` is how many cells a line may have, `cut` the word for what was cut off."""
        super().__init__()
        self._measure = measure
        self._cut = cut
        self._passages: tuple[tuple[Piece, ...], ...] = ()
        self._lines: list[Line] = []
        self._ink = Ink(self, "difference-view", _LOOKS)

    def show(self, difference: Difference, when: str, note: str = "") -> None:
        """Show a difference from its headline; `note` stands where there is no text to compare."""
        text = difference.text or ((Run(note, Change.FOLDED),),)
        self._passages = (
            (Piece(when, "meta"),),
            tuple(passage_pieces(difference.title, self._cut, "headline")),
            *(tuple(passage_pieces(passage, self._cut)) for passage in text),
        )
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def scroll_lines(self, by: int) -> None:
        """Down by so many lines, or up."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True)

    def scroll_screens(self, by: int) -> None:
        """Down by a screen, or up."""
        self.scroll_lines(by * max(self.size.height - _OVERLAP, 1))

    def on_resize(self) -> None:
        """Set it again for another width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget the former looks."""
        super().notify_style_update()
        self._ink.clear()

    def render_line(self, y: int) -> Strip:
        """The strip of one line of the screen."""
        index = self.scroll_offset.y + y
        pieces = self._lines[index].pieces if index < len(self._lines) else ()
        return self._ink.strip(pieces, self._width, margin=_MARGIN)

    @property
    def _width(self) -> int:
        return self.size.width - self.scrollbar_gutter.width

    def _lay_out(self) -> None:
        columns = max(min(self._measure, self._width - 2 * _MARGIN), 8)
        self._lines = [line for pieces in self._passages for line in (BLANK, *flow(pieces, columns))]
        self.virtual_size = Size(0, len(self._lines) + 1)
        self.refresh()
