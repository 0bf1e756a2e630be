"""Kitty's graphics protocol: a picture is given to the terminal once, and called up by placeholder cells.

https://sw.kovidgoyal.net/kitty/graphics-protocol/, "Unicode placeholders".
The terminal is told not to answer (`q=2`).
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from PIL import Image

    from newsreader.pictures.geometry import Box

_CHUNK = 4096
_PLACEHOLDER = "\U0010eeee"
_DIACRITICS = (
    "\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352"
    "\u0357\u035b\u0363\u0364\u0365\u0366\u0367\u0368\u0369\u036a\u036b\u036c\u036d\u036e\u036f"
    "\u0483\u0484\u0485\u0486\u0487\u0592\u0593\u0594\u0595\u0597\u0598\u0599\u059c\u059d\u059e"
    "\u059f\u05a0\u05a1\u05a8\u05a9\u05ab\u05ac\u05af\u05c4\u0610\u0611\u0612\u0613\u0614\u0615"
    "\u0616\u0617\u0657\u0658\u0659\u065a\u065b\u065d\u065e\u06d6\u06d7\u06d8\u06d9\u06da\u06db"
    "\u06dc\u06df\u06e0\u06e1\u06e2\u06e4\u06e7\u06e8\u06eb\u06ec\u0730\u0732\u0733\u0735\u0736"
    "\u073a\u073d\u073f\u0740\u0741\u0743\u0745\u0747\u0749\u074a\u07eb\u07ec\u07ed\u07ee\u07ef"
    "\u07f0\u07f1\u07f3\u0816\u0817\u0818\u0819\u081b\u081c\u081d\u081e\u081f\u0820\u0821\u0822"
)
"""The first of the characters that count rows and columns, in the order of rowcolumn-diacritics.txt."""
MOST = len(_DIACRITICS)
"""Columns that can be counted."""


def transmission(image: Image.Image, box: Box) -> tuple[int, str]:
    """The picture's number of 24 bits, and the sequences that give it to the terminal for a box of cells."""
    file = BytesIO()
    image.save(file, "PNG")
    number = crc32(file.getvalue() + bytes(box)) >> 8 | 1 << 16  # the same picture has the same number
    data = b64encode(file.getvalue()).decode()
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    parts = [
        f"\x1b_G{'a=t,f=100,' if not at else ''}i={number},q=2,m={int(at < len(chunks) - 1)};{chunk}\x1b\\"
        for at, chunk in enumerate(chunks)
    ]
    placement = f"\x1b_Ga=p,U=1,i={number},c={box.columns},r={box.rows},q=2\x1b\\"
    return number, "".join((*parts, placement))


def removal(number: int) -> str:
    """The sequence that lets the terminal forget a picture."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def cells(row: int, columns: int) -> str:
    """The placeholders of one row, to be drawn in the colour that the picture's number is."""
    return "".join(f"{_PLACEHOLDER}{_DIACRITICS[row]}{_DIACRITICS[column]}" for column in range(columns))
