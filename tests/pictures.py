"""Pictures to try: good ones in every format; files that are none, are bombs, or speak to the terminal."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
SAID = b"\x1b]0;KAAP\x07\x1b[2J\x1b[6n"
"""What a hostile file would say to the terminal."""


def quarters(width: int = 400, height: int = 300) -> Image.Image:
    """A picture of four colours: red, green, blue, white, as one reads."""
    image = Image.new("RGB", (width, height), RED)
    for at, colour in (((1, 0), GREEN), ((0, 1), BLUE), ((1, 1), WHITE)):
        image.paste(colour, (at[0] * width // 2, at[1] * height // 2, width, (at[1] + 1) * height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def packed(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture as a file of that format."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png(width: int = 400, height: int = 300) -> bytes:
    """A good picture."""
    return packed(quarters(width, height))


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has that size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def talking() -> bytes:
    """A good PNG whose texts are escape sequences, with more of them after its end."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", SAID.decode("latin-1"))
    texts.add_itxt("Title", SAID.decode("latin-1"))
    return packed(quarters(), pnginfo=texts) + SAID


def moving(frames: int, width: int, height: int) -> bytes:
    """A GIF of so many frames of that size, each a few bytes."""
    screen = b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0)
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\x00"
    return screen + frame * frames + b";"


HOSTILE: dict[str, bytes] = {
    "html.jpg": b"<!DOCTYPE html><html><body>" + SAID + b"</body></html>",
    "svg.png": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>'
    + SAID
    + b"</text></svg>",
    "bomb.png": claiming(50_000, 50_000),
    "thin.png": claiming(10_000, 1),
    "bomb.gif": moving(5_000, 1_000, 1_000),
    "cut.jpg": packed(quarters(), "JPEG")[:1_000],
    "head.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "talk.txt": SAID * 10,
    "bmp.png": packed(quarters(), "BMP"),
    "half.webp": packed(quarters(), "WEBP")[:40],
}
"""Files that are refused, by what they are called."""
