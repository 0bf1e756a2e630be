"""The size of a cell of this terminal, as its driver knows it: the terminal itself is not asked."""

from __future__ import annotations

import sys

from newsreader.pictures.geometry import CELL


def cell_size() -> tuple[int, int]:
    """Width and height in pixels, by TIOCGWINSZ (tty_ioctl(4)); a common size where it is not told."""
    try:
        from fcntl import ioctl
        from struct import unpack
        from termios import TIOCGWINSZ

        stream = sys.__stdout__
        if stream is None:
            return CELL
        rows, columns, width, height = unpack("HHHH", ioctl(stream.fileno(), TIOCGWINSZ, bytes(8)))
    except (ImportError, OSError, ValueError):  # Windows; no terminal; a stream without a file
        return CELL
    cell = (width // columns, height // rows) if rows and columns else (0, 0)
    return cell if 4 <= cell[0] <= 100 and 8 <= cell[1] <= 200 else CELL
