"""iTerm2's inline images: https://iterm2.com/documentation-images.html."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from newsreader.pictures.geometry import Box

_QUALITY = 85


def encode(image: Image.Image, box: Box) -> str:
    """The sequence that paints the picture over a box of cells from the cursor, which then moves."""
    file = BytesIO()
    image.save(file, "JPEG", quality=_QUALITY)
    size = f"size={file.tell()};width={box.columns};height={box.rows};preserveAspectRatio=0;inline=1"
    return f"\x1b]1337;File={size}:{b64encode(file.getvalue()).decode()}\a"
