"""An article set in lines of one width: its head, its text, its foot, and the related stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from newsreader.model import Article, Block, BlockKind, Related, Span
from newsreader.ui.widgets.block_text import Setting, block_lines, stands_apart
from newsreader.ui.widgets.foot_text import foot_parts, missing_parts, story_parts
from newsreader.ui.widgets.head_text import head_parts
from newsreader.ui.widgets.page import Page
from newsreader.ui.widgets.picture_text import Frames
from newsreader.ui.widgets.pieces import BLANK, Line
from newsreader.ui.widgets.span_text import link_numbers
from newsreader.ui.widgets.view_words import ViewWords

Part = list[Line]
_LAST = BLANK._replace(offset=1 << 30)


class Spacing(NamedTuple):
    """The white of a text, in lines and cells: between blocks, between the items of a list, above a heading,
    and before the first line of a paragraph.
    """

    blocks: int = 1
    items: int = 0
    headings: int = 1
    indent: int = 0


SPACINGS: Mapping[str, Spacing] = {
    "compact": Spacing(blocks=0, indent=2),
    "normal": Spacing(),
    "airy": Spacing(blocks=2, items=1, headings=3),
}
"""The spacing of each density. A compact text sets its paragraphs apart as a newspaper does, by an indent."""


def lay_out(
    article: Article,
    related: Sequence[Related],
    words: ViewWords,
    width: int,
    frames: Frames = MappingProxyType({}),
    density: str = "normal",
) -> Page:
    """The article and what is under it, in lines of at most `width` cells, with room for these pictures."""
    return with_stories(set_text(article, words, width, frames, density), article, related, words, width)


def set_text(
    article: Article,
    words: ViewWords,
    width: int,
    frames: Frames = MappingProxyType({}),
    density: str = "normal",
) -> Page:
    """The article without the related stories."""
    blocks = article.blocks or (Block(BlockKind.PARAGRAPH, (Span(article.row.summary),)),)
    numbers = link_numbers(blocks)
    notes = {anchor: block.text for block in blocks for anchor in block.anchors}
    spacing = SPACINGS[density]
    setting = Setting(width, numbers, words.photo, words.media, words.cut, words.seen, frames, spacing.indent)
    head = list(head_parts(article, words, width))
    anchors = {anchor: len(head) + at for at, block in enumerate(blocks) for anchor in block.anchors}
    text = [*head, *_text_parts(blocks, setting, spacing)]
    foot = [*missing_parts(article, words, width), *foot_parts(article, numbers, words, width, notes)]
    page = _with_parts(_with_parts(Page((_LAST,)), text), foot)
    length = sum(map(len, text))
    return page._replace(foot=length, text_end=len(page.lines) - 1, links=tuple(numbers), anchors=anchors)


def with_stories(
    text: Page, article: Article, related: Sequence[Related], words: ViewWords, width: int
) -> Page:
    """The text that was set, with the related stories under it."""
    page = _with_parts(text, list(story_parts(article, related, words, width)))
    starts = (*page.parts[len(text.parts) :], len(page.lines) - 1)
    stories = (range(start + 1, end) for start, end in pairwise(starts) if page.lines[end - 1].story >= 0)
    return page._replace(stories=tuple(stories))


def _text_parts(blocks: Sequence[Block], setting: Setting, spacing: Spacing) -> Iterator[Part]:
    lead = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    for above, block in pairwise([None, *blocks]):
        if block is not None:
            lines = block_lines(block, setting, lead=block is lead)
            yield [*[_blank(lines)] * _gap(above, block, spacing), *lines] if lines else lines


def _blank(lines: Sequence[Line]) -> Line:
    """The empty line above those: before them in the measure of offsets, also where they show a picture."""
    return BLANK._replace(offset=min(BLANK.offset, lines[0].offset - 1))


def _gap(above: Block | None, block: Block, spacing: Spacing) -> int:
    """The empty lines above a block."""
    if above is None:
        return 1
    if not stands_apart(above, block):
        return spacing.items
    if block.kind is BlockKind.HEADING:
        return spacing.headings
    runs_on = above.kind is block.kind is BlockKind.PARAGRAPH or above.kind is BlockKind.HEADING
    return spacing.blocks if runs_on else max(spacing.blocks, 1)


def _with_parts(page: Page, parts: Sequence[Part]) -> Page:
    """The page with these parts at its end, before the last line."""
    lines: Part = [*page.lines[:-1]]
    starts = [*page.parts]
    for part in parts:
        starts.append(len(lines))
        lines += part
    return page._replace(lines=(*lines, _LAST), parts=tuple(starts))
