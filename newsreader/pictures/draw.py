"""A picture drawn for a protocol: decoded, shrunk, and encoded anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.model import Problem
from newsreader.pictures.decode import decode
from newsreader.pictures.drawing import Drawing, Look
from newsreader.pictures.terminal import Protocol

if TYPE_CHECKING:
    from PIL import Image

    from newsreader.pictures.geometry import Box
    from newsreader.pictures.probe import Probed


def draw(data: bytes, probed: Probed, look: Look, url: str = "") -> Drawing | Problem:
    """What the terminal is given for a picture; blocks for up to some tenths of a second."""
    decoded = decode(data, probed, look, url)
    if isinstance(decoded, Problem):
        return decoded
    box, image = decoded
    return _encoded(image, box, look.protocol)


def _encoded(image: Image.Image, box: Box, protocol: Protocol) -> Drawing:
    match protocol:
        case Protocol.KITTY:
            from newsreader.pictures import kitty

            number, payload = kitty.transmission(image, box)
            return Drawing(protocol, box, payload=payload, number=number)
        case Protocol.SIXEL:
            from newsreader.pictures import sixel

            return Drawing(protocol, box, payload=sixel.encode(image))
        case Protocol.ITERM2:
            from newsreader.pictures import iterm

            return Drawing(protocol, box, payload=iterm.encode(image, box))
    return Drawing(protocol, box, pixels=image.tobytes())
