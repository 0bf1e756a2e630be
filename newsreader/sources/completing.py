"""What an article becomes with the text of its own page: what was shown first stays first. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.model import Block, BlockKind
from newsreader.sources.truncated import without_way_on

_PICTURES = (BlockKind.IMAGE, BlockKind.MEDIA)
_LESS = 0.8  # of what there was: with a page that has less, something went wrong
_TELLING = 30  # letters and digits: enough to know a paragraph by
_LEAD = 3  # blocks: a summary is no longer
_BEGINNING = 12  # blocks of a page among which the summary stands, if it is its beginning


def completed(shown: Sequence[Block], page: Sequence[Block], *, is_summary: bool) -> tuple[Block, ...] | None:
    """The page's text, beginning as what was shown began; None when the page brings nothing.

    Where the page has the summary as its own beginning, it is that; elsewhere the summary stands above it,
    without the words that led on to the rest.
    A picture that stands above the page's first paragraph comes after it, unless one was shown there already.
    """
    before, after = _length(shown), _length(page)
    if after == 0 or after < _LESS * before:
        return None
    if not is_summary or not shown:
        return tuple(page)
    text = _behind_first_words(page) if _is_word(shown[0]) else tuple(page)
    lead = tuple(block for block in shown[:_LEAD] if _is_word(block))
    if len(shown) <= _LEAD and lead and not _begins_with(text, lead[0]):
        return (*without_way_on(lead), *text)
    return text


def _behind_first_words(page: Sequence[Block]) -> tuple[Block, ...]:
    first = next((at for at, block in enumerate(page) if _is_word(block)), 0)
    return (page[first], *page[:first], *page[first + 1 :]) if page else ()


def _begins_with(page: Sequence[Block], lead: Block) -> bool:
    """Whether the first words of the summary stand somewhere in the beginning of the page."""
    words = _letters(lead.text)[:_TELLING]
    beginning = _letters(" ".join(block.text for block in page[:_BEGINNING]))
    return len(words) < _TELLING or words in beginning


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _is_word(block: Block) -> bool:
    return block.kind not in _PICTURES and bool(block.text.strip())


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind not in _PICTURES)
