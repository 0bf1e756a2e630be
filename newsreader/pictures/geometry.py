"""How many cells of the terminal a picture takes; pure."""

from __future__ import annotations

from typing import NamedTuple

CELL = (10, 20)
"""Pixels of a cell, width and height, in a terminal that does not tell: those of a VT340."""
ENLARGED = 1.5
"""How much larger than it is a picture is shown at most."""


class Box(NamedTuple):
    """Columns and rows of cells."""

    columns: int
    rows: int


UNKNOWN = (16, 9)
"""The shape of a picture that has not come yet: that of most photographs."""


def fit(size: tuple[int, int], columns: int, rows: int, cell: tuple[int, int] = CELL) -> Box:
    """The cells for a picture of `size` pixels that may have so many columns and rows; its shape is kept."""
    width, height = size
    scale = min(columns * cell[0] / width, rows * cell[1] / height, ENLARGED)
    return Box(
        max(1, min(columns, round(width * scale / cell[0]))),
        max(1, min(rows, round(height * scale / cell[1]))),
    )


def reserved(size: tuple[int, int], columns: int, rows: int, cell: tuple[int, int] = CELL) -> Box:
    """The cells to keep free for a picture whose size is declared, or not known (0, 0)."""
    if min(size) > 0:
        return fit(size, columns, rows, cell)
    return fit((UNKNOWN[0] * 1000, UNKNOWN[1] * 1000), columns, rows, cell)
