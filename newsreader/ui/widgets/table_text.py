"""A table as lines: aligned where it fits, else a record a row with every heading before its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from newsreader import gate
from newsreader.model import Block
from newsreader.ui.widgets.pieces import BLANK, Line, Piece
from newsreader.ui.widgets.wrap import flow

_GAP = 2
_LONGEST_CELL = 500  # characters
_MOST_CELLS = 2_000
_ROW = 10_000_000  # more than the characters of any row
_NUMBER = re.compile(r"[-+−€$£%.,:\d\s]*")


def table_lines(block: Block, width: int, head: tuple[Piece, ...], cut_word: str) -> Iterator[Line]:
    """The table's lines, each after `head`. Their offsets count whole rows, then characters."""
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return
    rows = [
        [gate.line(cell, _LONGEST_CELL) for cell in row] + [""] * (columns - len(row))
        for row in block.rows[: max(_MOST_CELLS // columns, 1)]
    ]
    sizes = [max(cell_len(row[column]) for row in rows) for column in range(columns)]
    room = width - sum(cell_len(piece.text) for piece in head)
    aligned = sum(sizes) + _GAP * (columns - 1) <= room
    for line in _aligned(rows, sizes, block.level) if aligned else _records(rows, block.level, room):
        yield line._replace(pieces=head + line.pieces)
    if len(rows) < len(block.rows):
        yield Line((*head, Piece(f"… {cut_word}", "label")), len(rows) * _ROW)


def _aligned(rows: Sequence[Sequence[str]], sizes: Sequence[int], headings: int) -> Iterator[Line]:
    right = [all(_NUMBER.fullmatch(row[column]) for row in rows[headings:]) for column in range(len(sizes))]
    for number, row in enumerate(rows):
        cells = [_padded(*cell) for cell in zip(row, sizes, right, strict=True)]
        text = (" " * _GAP).join(cells).rstrip()
        yield Line((Piece(text, "term" if number < headings else "text"),), number * _ROW)
        if number == headings - 1:
            rule = (" " * _GAP).join("─" * size for size in sizes)
            yield Line((Piece(rule, "rule"),), number * _ROW + 1)


def _padded(text: str, size: int, right: bool) -> str:
    blank = " " * (size - cell_len(text))
    return blank + text if right else text + blank


def _records(rows: Sequence[Sequence[str]], headings: int, width: int) -> Iterator[Line]:
    if headings >= len(rows):
        headings = 0
    names = rows[headings - 1] if headings else [""] * len(rows[0])
    for number, row in enumerate(rows[headings:], headings):
        offset = number * _ROW
        if number > headings:
            yield BLANK._replace(offset=offset - 1)
        for name, value in zip(names, row, strict=True):
            if value:
                field = [*([Piece(f"{name}: ", "term")] if name else []), Piece(value)]
                for line in flow(field, width, (), (Piece(" " * _GAP),)):
                    yield line._replace(offset=offset + line.offset)
                offset += sum(len(piece.text) for piece in field)
