"""Formats of pictures by their first bytes, and the size and frames that their headers tell; pure.

PNG (ISO/IEC 15948, with APNG), JPEG (ITU-T T.81), GIF89a, WebP (RFC 9649) and AVIF (ISO/IEC 23000-22).
Nothing is decoded. A header that ends too early raises `struct.error` or `IndexError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from struct import unpack_from
from typing import NamedTuple

JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a start of frame (T.81 table B.1); the three left out define tables."""
_ALONE = frozenset([0x01, *range(0xD0, 0xD9)])
"""Markers without a length: TEM, restarts, and the start of the image."""
_MOST_CHUNKS = 200_000


class Shape(NamedTuple):
    """Width and height in pixels, and the number of frames; 0 is unknown."""

    width: int
    height: int
    frames: int = 1


def format_of(data: bytes) -> str:
    """The format of a picture as Pillow names it; empty when these bytes are no picture that is shown."""
    for magic, name in ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF")):
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return "AVIF" if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis") else ""


def shape_of(data: bytes, kind: str) -> Shape:
    """What the header of a picture of that format tells."""
    return _READERS[kind](data)


def _png(data: bytes) -> Shape:
    if data[12:16] != b"IHDR":
        return Shape(0, 0)
    width, height = unpack_from(">II", data, 16)
    for kind, at, _ in _png_chunks(data):
        if kind == b"acTL":
            return Shape(width, height, *unpack_from(">I", data, at))
        if kind == b"IDAT":
            break
    return Shape(width, height)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = 8
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(data):
            return
        (length,) = unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], at + 8, length
        at += length + 12


def _jpeg(data: bytes) -> Shape:
    at = 2
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            return Shape(0, 0)
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker in JPEG_SIZES:
            height, width = unpack_from(">HH", data, at + 4)
            return Shape(width, height)
        at += 1 if marker in _ALONE else 1 + unpack_from(">H", data, at + 1)[0]


def _gif(data: bytes) -> Shape:
    """The larger of the screen and the first frame, and how many frames there are."""
    width, height, flags = unpack_from("<HHB", data, 6)
    at, frames = 13 + _table(flags), 0
    for _ in range(_MOST_CHUNKS):
        kind = data[at : at + 1]
        if kind == b"!":
            at = _past_blocks(data, at + 2)
        elif kind == b",":
            wide, high, flags = unpack_from("<HHB", data, at + 5)
            width, height = max(width, wide), max(height, high)
            frames += 1
            at = _past_blocks(data, at + 11 + _table(flags))
        else:
            break
    return Shape(width, height, frames)


def _table(flags: int) -> int:
    """The bytes of a colour table."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _past_blocks(data: bytes, at: int) -> int:
    """Where a chain of blocks ends that each tell their length; a chain cut off ends where the data does."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1


def _webp(data: bytes) -> Shape:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return Shape(width, height, data.count(b"ANMF") if data[20] & 2 else 1)
    if kind == b"VP8L":
        (bits,) = unpack_from("<I", data, 21)
        return Shape((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = unpack_from("<HH", data, 26)
    return Shape(width & 0x3FFF, height & 0x3FFF)


def _avif(data: bytes) -> Shape:
    """The largest size that its boxes (`ispe`) tell: of the picture, or of the tiles it is made of."""
    sizes = []
    at = data.find(b"ispe")
    while at >= 0:
        sizes.append(unpack_from(">II", data, at + 8))
        at = data.find(b"ispe", at + 4)
    return Shape(*max(sizes, default=(0, 0)))


_READERS: dict[str, Callable[[bytes], Shape]] = {
    "PNG": _png,
    "JPEG": _jpeg,
    "GIF": _gif,
    "WEBP": _webp,
    "AVIF": _avif,
}
