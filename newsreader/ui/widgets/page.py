"""The lines of an article at one width, and the way from a place in the article to a line and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newsreader.ui.widgets.pieces import Line


class Place(NamedTuple):
    """Where a reader is at any width: the part on top, how far into it, and the related story chosen."""

    part: int = 0
    offset: int = -1
    story: int = -1


class Page(NamedTuple):
    """An article's lines at one width. `parts` are the first lines of its parts, `text_end` the lines above
    the related stories, `stories` the lines of each of those; `foot` is the line under the running text.
    `links` are the numbered addresses, `anchors` the parts to which some of them lead.
    """

    lines: tuple[Line, ...] = ()
    parts: tuple[int, ...] = ()
    text_end: int = 0
    stories: tuple[range, ...] = ()
    foot: int = 0
    links: tuple[str, ...] = ()
    anchors: Mapping[str, int] = MappingProxyType({})

    def place(self, line: int) -> Place:
        """The place of the line that is on top."""
        if not self.lines:
            return Place()
        line = min(line, len(self.lines) - 1)
        return Place(bisect_right(self.parts, line) - 1, self.lines[line].offset)

    def followed(self, place: Place, before: Page) -> Place:
        """The place after the text changed: that of its part, or of the nearest one above that stayed."""
        parts = {self._text(number): number for number in reversed(range(len(self.parts)))}
        for part in range(min(place.part, len(before.parts) - 1), -1, -1):
            now = parts.get(before._text(part))
            if now is not None:
                return place._replace(part=now + place.part - part)
        return place

    def _text(self, part: int) -> str:
        """The words of a part."""
        start, end = (*self.parts, len(self.lines))[part : part + 2]
        return "\n".join(line.text for line in self.lines[start:end])

    def line(self, place: Place) -> int:
        """The line that belongs on top at that place."""
        if place.part >= len(self.parts):
            return max(len(self.lines) - 1, 0)
        start, end = (*self.parts, len(self.lines))[place.part : place.part + 2]
        at = bisect_left(self.lines, place.offset, start, end, key=lambda line: line.offset)
        exact = at < end and self.lines[at].offset == place.offset
        return at if exact else max(at - 1, start)
