"""From the bytes of a picture to pixels of the size that is drawn, by Pillow, which is imported only here."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from newsreader.model import Problem, ProblemKind
from newsreader.pictures.drawing import Colour, Look
from newsreader.pictures.geometry import Box, fit
from newsreader.pictures.probe import MOST_PIXELS, Probed

if TYPE_CHECKING:
    from PIL import Image

_FAULTS = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, struct.error, MemoryError)
"""What Pillow raises on damaged files."""
_ORIENTATION = 0x0112
"""The Exif tag; from 5 up the picture lies on its side."""


def available() -> bool:
    """Whether Pillow is installed: it is an extra."""
    from importlib.util import find_spec

    return find_spec("PIL") is not None


def decode(data: bytes, probed: Probed, look: Look, url: str = "") -> tuple[Box, Image.Image] | Problem:
    """The cells it takes, and the first frame in RGB of just as many pixels, upright and opaque.

    Blocks for tens of milliseconds: never on the event loop.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(BytesIO(data), formats=(probed.format,)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return Problem(ProblemKind.PICTURE_BOMB, url, f"{picture.width} × {picture.height}")
            return _shrunk(picture, look)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Problem(ProblemKind.PICTURE_BOMB, url)
    except _FAULTS:
        return Problem(ProblemKind.PICTURE_DAMAGED, url)


def _shrunk(picture: Image.Image, look: Look) -> tuple[Box, Image.Image]:
    """Exactly as large as its box: cells are not square, and a box is of whole cells."""
    from PIL import Image, ImageOps

    sideways = picture.getexif().get(_ORIENTATION, 1) >= 5
    box = fit(picture.size[::-1] if sideways else picture.size, look.columns, look.rows, look.cell)
    size = look.pixels(box)
    longest = 2 * max(size)  # a JPEG is decoded to no more than this and its half, for a fraction of the time
    picture.draft("RGB", (longest, longest))
    upright = _opaque(ImageOps.exif_transpose(picture), look.background)
    return box, upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _opaque(picture: Image.Image, background: Colour) -> Image.Image:
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, (*background, 255)), seen).convert("RGB")
