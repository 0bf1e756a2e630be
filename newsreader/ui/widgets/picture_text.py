"""A picture among the lines of a page: the lines it takes, and what is drawn on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from newsreader.pictures import kitty
from newsreader.pictures.drawing import Drawing
from newsreader.pictures.geometry import Box
from newsreader.pictures.terminal import Protocol
from newsreader.ui.widgets.pieces import Line

Frames = Mapping[str, Box]
"""The room for the pictures of a page, by their addresses; one of no rows has no picture."""

ABOVE_TEXT = 1_000
"""How far above the first character of its caption a picture begins, in the measure of `Line.offset`."""
_SHADES = 0xF8
"""Colours of half blocks are told in steps of eight: neighbours that look alike are one run."""


def frame_lines(url: str, frames: Frames) -> list[Line]:
    """The lines of a picture, on which there is nothing to copy."""
    rows = frames[url].rows if url in frames else 0
    return [Line(offset=row - ABOVE_TEXT, ending="", picture=(url, row)) for row in range(rows)]


def segments(drawing: Drawing, row: int, ground: Style) -> list[Segment]:
    """One line of cells of a picture; blank where the terminal paints the whole of it over the cells."""
    columns = drawing.box.columns
    if not 0 <= row < drawing.box.rows:
        return []
    if drawing.protocol is Protocol.HALF_BLOCKS:
        return list(_half_blocks(drawing, row))
    if drawing.protocol is Protocol.KITTY:
        return [Segment(kitty.cells(row, columns), ground + _numbered(drawing.number))]
    return [Segment(" " * columns, ground)]


def _half_blocks(drawing: Drawing, row: int) -> Iterator[Segment]:
    """Upper half blocks: the colour of the letter over that of the ground, cells of one look together."""
    width = 3 * drawing.box.columns
    start = 2 * row * width
    upper, lower = (drawing.pixels[at : at + width] for at in (start, start + width))
    looks = [_look(*upper[at : at + 3], *lower[at : at + 3]) for at in range(0, width, 3)]
    first = 0
    for at in range(1, len(looks) + 1):
        if at == len(looks) or looks[at] != looks[first]:
            yield Segment("▀" * (at - first), looks[first])
            first = at


def _look(*values: int) -> Style:
    return _style(*(value & _SHADES for value in values))


@lru_cache(4096)
def _style(red: int, green: int, blue: int, *ground: int) -> Style:
    return Style(color=Color.from_rgb(red, green, blue), bgcolor=Color.from_rgb(*ground))


def _numbered(number: int) -> Style:
    """The colour that tells kitty which picture the cells belong to."""
    return Style(color=Color.from_rgb(number >> 16, number >> 8 & 0xFF, number & 0xFF))
