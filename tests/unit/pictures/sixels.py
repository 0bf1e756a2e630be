"""A terminal's side of sixel: from the sequence back to pixels."""

from __future__ import annotations

import re

from PIL import Image

_TOKEN = re.compile(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|([$-])")


def painted(sequence: str) -> Image.Image:
    """The picture that a terminal would show, magenta where nothing is painted."""
    head = re.match(r'\x1bP0;1;0q"1;1;(\d+);(\d+)', sequence)
    assert head is not None
    image = Image.new("RGB", (int(head[1]), int(head[2])), (255, 0, 255))
    colours: dict[int, tuple[int, int, int]] = {}
    colour, x, y, at = (0, 0, 0), 0, 0, head.end()
    while sequence[at] != "\x1b":
        found = _TOKEN.match(sequence, at)
        assert found is not None
        at = found.end()
        if found[1]:
            colours[int(found[1])] = tuple(round(int(found[n]) * 2.55) for n in (2, 3, 4))  # type: ignore[assignment]
        elif found[5]:
            colour = colours[int(found[5])]
        elif found[9]:
            x, y = 0, y + 6 * (found[9] == "-")
        else:
            letter, times = found[7] or found[8], int(found[6] or 1)
            for row in range(6):
                if ord(letter) - 63 >> row & 1:
                    image.paste(colour, (x, y + row, x + times, y + row + 1))
            x += times
    return image
