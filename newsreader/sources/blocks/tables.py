"""Tables that hold data, told apart from tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from newsreader.gate import line
from newsreader.model import Block, BlockKind
from newsreader.sources.blocks.walk import walk

MAX_ROWS = 1_000
MAX_COLUMNS = 50
_CELL = 200  # characters: a longer cell is running text, and its table a layout
_LAYOUT = (
    "table table, ul, ol, dl, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, form, iframe, img, article"
)
_HEADS = "th, thead, caption"


def table_of(node: LexborNode, attributes: Mapping[str, str | None]) -> Block | None:
    """The table as a block, every row equally long, `level` its heading rows; None when it is layout."""
    if attributes.get("role") in ("presentation", "none") or node.css_first(_LAYOUT):
        return None
    lines = node.css("tr")[:MAX_ROWS]
    rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in lines]
    rows = [row for row in rows if row]
    texts = [[line(" ".join(block.text for block in walk(cell).blocks)) for cell in row] for row in rows]
    headed = attributes.get("role") == "table" or node.css_first(_HEADS) is not None
    if not _is_data(texts, headed=headed):
        return None
    return Block(BlockKind.TABLE, level=_heading_rows(rows), rows=_grid(rows, texts))


def _is_data(texts: list[list[str]], *, headed: bool) -> bool:
    if not texts or max(map(len, texts)) < 2 or not any(any(row) for row in texts):
        return False
    if headed:
        return True
    return len(texts) > 1 and max(len(text) for row in texts for text in row) <= _CELL


def _heading_rows(rows: list[list[LexborNode]]) -> int:
    count = 0
    for row in rows:
        parent = row[0].parent
        group = parent.parent if parent is not None else None
        in_head = group is not None and group.tag == "thead"
        if not in_head and any(cell.tag != "th" for cell in row):
            break
        count += 1
    return count


def _grid(rows: list[list[LexborNode]], texts: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """The cells in their columns: a cell over several columns or rows leaves the others empty."""
    taken: set[tuple[int, int]] = set()
    grid: list[dict[int, str]] = []
    for y, (cells, words) in enumerate(zip(rows, texts, strict=True)):
        grid.append({})
        x = 0
        for cell, text in zip(cells, words, strict=True):
            while (y, x) in taken:
                x += 1
            if x >= MAX_COLUMNS:
                break
            grid[y][x] = text
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(y + dy, x + dx) for dy in range(high) for dx in range(wide)}
            x += wide
    width = min(MAX_COLUMNS, max(x for _, x in taken) + 1)
    return tuple(tuple(row.get(x, "") for x in range(width)) for row in grid)


def _span(cell: LexborNode, name: str) -> int:
    text = cell.attributes.get(name) or "1"
    return max(1, min(int(text), MAX_COLUMNS)) if text.isdecimal() and len(text) < 6 else 1
