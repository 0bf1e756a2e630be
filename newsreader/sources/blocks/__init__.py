"""HTML as publishers write it, turned into blocks of safe text: the security boundary for foreign markup."""

from __future__ import annotations

import html as _html
import re

from newsreader.gate import line, safe
from newsreader.model import Block, BlockKind, Span
from newsreader.sources.blocks.parse import MAX_BLOCKS, MAX_CHARS, body_of, cut
from newsreader.sources.blocks.titles import line_of
from newsreader.sources.blocks.walk import walk

__all__ = ["blocks", "line_of"]

CUT = Block(BlockKind.PARAGRAPH, (Span("…"),), marker="…")
"""What stands at the end of a text that was too long to be read whole."""

_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def blocks(html: str, base: str = "") -> tuple[Block, ...]:
    """The text of an HTML fragment or of plain text, addresses resolved against `base`; never raises."""
    if not _MARKUP.search(html):
        return _plain(html)
    root = body_of(html)
    if root is None:
        return ()
    found = tuple(walk(root, base).blocks)
    return (*found, CUT) if found and (len(html) > MAX_CHARS or len(found) >= MAX_BLOCKS) else found


def _plain(text: str) -> tuple[Block, ...]:
    paragraphs = map(line, _BLANK_LINES.split(safe(_html.unescape(cut(text))), MAX_BLOCKS))
    found = tuple(Block(BlockKind.PARAGRAPH, (Span(words),)) for words in paragraphs if words)
    return (*found, CUT) if len(text) > MAX_CHARS else found
