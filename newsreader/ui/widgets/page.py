"""An article laid out at one width: its lines, and the way from a place in the article to a line and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsreader.model import Article, Block, BlockKind, Related, Span
from newsreader.ui.widgets.block_text import Setting, block_lines, stands_apart
from newsreader.ui.widgets.foot_text import foot_parts, story_parts
from newsreader.ui.widgets.head_text import head_parts
from newsreader.ui.widgets.pieces import BLANK, Line
from newsreader.ui.widgets.span_text import link_numbers
from newsreader.ui.widgets.view_words import ViewWords


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is at any width: the part on top, how far into it, and the related story chosen."""

    part: int = 0
    offset: int = -1
    story: int = -1


@dataclass(frozen=True, slots=True)
class Page:
    """An article's lines at one width. `parts` are the first lines of its parts, `text_end` the lines above
    the related stories, `stories` the lines of each of those.
    """

    lines: tuple[Line, ...] = ()
    parts: tuple[int, ...] = ()
    text_end: int = 0
    stories: tuple[range, ...] = ()

    def place(self, line: int) -> Place:
        """The place of the line that is on top."""
        if not self.lines:
            return Place()
        line = min(line, len(self.lines) - 1)
        return Place(bisect_right(self.parts, line) - 1, self.lines[line].offset)

    def line(self, place: Place) -> int:
        """The line that belongs on top at that place."""
        if place.part >= len(self.parts):
            return max(len(self.lines) - 1, 0)
        start, end = (*self.parts, len(self.lines))[place.part : place.part + 2]
        at = bisect_left(self.lines, place.offset, start, end, key=lambda line: line.offset)
        exact = at < end and self.lines[at].offset == place.offset
        return at if exact else max(at - 1, start)


def lay_out(article: Article, related: Sequence[Related], words: ViewWords, width: int) -> Page:
    """The article and what is under it, in lines of at most `width` cells."""
    blocks = article.blocks or (Block(BlockKind.PARAGRAPH, (Span(article.row.summary),)),)
    numbers = link_numbers(blocks)
    setting = Setting(width, numbers, words.photo, words.media, words.cut)
    text = [
        *head_parts(article, words, width),
        *_text_parts(blocks, setting),
        *foot_parts(article, numbers, words, width),
    ]
    return _page(text, list(story_parts(article, related, words, width)))


def _text_parts(blocks: Sequence[Block], setting: Setting) -> Iterator[list[Line]]:
    lead = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    for above, block in pairwise([None, *blocks]):
        if block is not None:
            lines = block_lines(block, setting, lead=block is lead)
            apart = above is None or stands_apart(above, block)
            yield [BLANK, *lines] if apart and lines else lines


def _page(text: Iterable[list[Line]], under: Iterable[list[Line]]) -> Page:
    lines: list[Line] = []
    starts: list[int] = []
    stories: list[range] = []
    for part in text:
        starts.append(len(lines))
        lines += part
    text_end = len(lines)
    for part in under:
        starts.append(len(lines))
        lines += part
        if part[-1].story >= 0:
            stories.append(range(starts[-1] + 1, len(lines)))
    return Page((*lines, BLANK._replace(offset=1 << 30)), tuple(starts), text_end, tuple(stories))
