"""One block of an article's text as wrapped lines of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from newsreader import gate
from newsreader.model import Block, BlockKind


def block_lines(block: Block, links: list[str], picture: str, width: int) -> Iterator[str]:
    """The block's lines; the addresses of its links are added to `links` and numbered after it.

    `picture` is the word that stands before a caption.
    """
    match block.kind:
        case BlockKind.CODE:
            return iter(textwrap.indent(block.text, "    ").split("\n"))
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.RULE:
            return iter(("-" * width,))
    first, rest = _indents(block)
    text = _text(block, links)
    if block.kind is BlockKind.IMAGE:
        text = f"[{picture}] {text}" + (f" ({block.alt})" if block.alt else "")
    elif block.kind is BlockKind.MEDIA:
        text = f"[{text}] {gate.address(block.url)}"
    return _wrapped(text, width, first, rest)


def _indents(block: Block) -> tuple[str, str]:
    """What stands before the first line, and before the others."""
    match block.kind:
        case BlockKind.ITEM:
            marker = "  " * max(0, block.level - 1) + (block.marker or "-") + " "
            return marker, " " * len(marker)
        case BlockKind.QUOTE:
            return "> ", "> "
        case BlockKind.DEFINITION:
            return "    ", "    "
        case _:
            return "", ""


def _table(block: Block) -> Iterator[str]:
    columns = max((len(row) for row in block.rows), default=0)
    widths = [max(len(row[n]) for row in block.rows if n < len(row)) for n in range(columns)]
    for row in block.rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def _text(block: Block, links: list[str]) -> str:
    parts: list[str] = []
    for span in block.spans:
        parts.append(span.text)
        if span.url:
            links.append(span.url)
            parts.append(f" [{len(links)}]")
    return "".join(parts)


def _wrapped(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    """The text wrapped, with its own line ends kept."""
    for line in text.split("\n"):
        yield from textwrap.wrap(line, width, initial_indent=first, subsequent_indent=rest) or [
            first.rstrip()
        ]
        first = rest
