"""How a picture is wanted on the screen, and what the terminal is given for it."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.pictures.geometry import CELL, Box
from newsreader.pictures.terminal import Protocol

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """The room for a picture in cells, the pixels of a cell, and what is behind what is transparent."""

    protocol: Protocol
    columns: int
    rows: int
    cell: tuple[int, int] = CELL
    background: Colour = (0, 0, 0)

    def pixels(self, box: Box) -> tuple[int, int]:
        """The pixels that are drawn in a box of cells."""
        if self.protocol is Protocol.HALF_BLOCKS:
            return box.columns, 2 * box.rows
        return box.columns * self.cell[0], box.rows * self.cell[1]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as the terminal is given it: of pixels that were decoded here, never of bytes that came.

    `pixels` are RGB for half blocks, two rows a line of cells. `payload` is what paints it where the cursor
    is (sixel, iTerm2), or gives it to the terminal under `number`, to be called up by cells (kitty).
    """

    protocol: Protocol
    box: Box
    pixels: bytes = b""
    payload: str = ""
    number: int = 0
