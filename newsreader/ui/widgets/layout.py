"""An article set in lines of one width: its head, its text, its foot, and the related stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from newsreader.model import Article, Block, BlockKind, Related, Span
from newsreader.ui.widgets.block_text import Setting, block_lines, stands_apart
from newsreader.ui.widgets.foot_text import foot_parts, missing_parts, story_parts
from newsreader.ui.widgets.head_text import head_parts
from newsreader.ui.widgets.page import Page
from newsreader.ui.widgets.picture_text import Frames
from newsreader.ui.widgets.pieces import BLANK, Line
from newsreader.ui.widgets.span_text import link_numbers
from newsreader.ui.widgets.view_words import ViewWords


def lay_out(
    article: Article,
    related: Sequence[Related],
    words: ViewWords,
    width: int,
    frames: Frames = MappingProxyType({}),
) -> Page:
    """The article and what is under it, in lines of at most `width` cells, with room for these pictures."""
    blocks = article.blocks or (Block(BlockKind.PARAGRAPH, (Span(article.row.summary),)),)
    numbers = link_numbers(blocks)
    setting = Setting(width, numbers, words.photo, words.media, words.cut, words.seen, frames)
    text = [
        *head_parts(article, words, width),
        *_text_parts(blocks, setting),
        *missing_parts(article, words, width),
        *foot_parts(article, numbers, words, width),
    ]
    return _page(text, list(story_parts(article, related, words, width)))


def _text_parts(blocks: Sequence[Block], setting: Setting) -> Iterator[list[Line]]:
    lead = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    for above, block in pairwise([None, *blocks]):
        if block is not None:
            lines = block_lines(block, setting, lead=block is lead)
            apart = above is None or stands_apart(above, block)
            yield [_blank(lines), *lines] if apart and lines else lines


def _blank(lines: Sequence[Line]) -> Line:
    """The empty line above those: before them in the measure of offsets, also where they show a picture."""
    return BLANK._replace(offset=min(BLANK.offset, lines[0].offset - 1))


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
