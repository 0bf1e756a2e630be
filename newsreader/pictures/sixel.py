"""Sixel graphics, as the VT340 understood them: six rows of pixels at a time, a pass for every colour.

DEC STD 070, chapter 9; https://vt100.net/docs/vt3xx-gp/chapter14.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_COLOURS = 128
_BAND = 6  # rows of pixels
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)
_LETTERS = bytes(63 + value if value < 64 else 63 for value in range(256))


def encode(image: Image.Image) -> str:
    """The sequence that paints the picture, its upper left corner where the cursor is."""
    from PIL import Image

    paletted = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    width, height = paletted.size
    palette = paletted.getpalette() or []
    registers = "".join(
        f"#{at // 3};2;" + ";".join(str(round(value / 2.55)) for value in palette[at : at + 3])
        for at in range(0, len(palette), 3)
    )
    pixels = paletted.tobytes()
    bands = (pixels[at : at + _BAND * width] for at in range(0, width * height, _BAND * width))
    painted = b"-".join(b"$".join(_passes(band, width)) for band in bands)
    return f'\x1bP0;1;0q"1;1;{width};{height}{registers}{painted.decode()}\x1b\\'


def _passes(band: bytes, width: int) -> Iterator[bytes]:
    """The band once for every colour in it: a bit for each of its six rows, runs of letters counted."""
    rows = [band[at : at + width] for at in range(0, len(band), width)]
    for colour in sorted(set(band)):
        only = bytes(colour) + b"\1" + bytes(255 - colour)
        bits = sum(int.from_bytes(row.translate(only)) << at for at, row in enumerate(rows) if colour in row)
        letters = bits.to_bytes(width).translate(_LETTERS).rstrip(b"?")
        yield b"#%d" % colour + _RUN.sub(_counted, letters)


def _counted(run: re.Match[bytes]) -> bytes:
    return b"!%d" % len(run[0]) + run[1]
