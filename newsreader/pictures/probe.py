"""Whether bytes are a picture that may be decoded: by what they are, whatever they are called; pure."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from newsreader.model import Problem, ProblemKind
from newsreader.pictures.headers import format_of, shape_of

MOST_PIXELS = 40_000_000
"""Width times height; a photograph of a good camera has 24 million."""
MOST_MOVING = 400_000_000
"""Pixels of all frames together."""
LONGEST = 20_000
"""Pixels of a side."""
THINNEST = 60
"""How many times longer one side may be than the other."""

_DISGUISES = (
    (b"<svg", "SVG"),
    (b"<html", "HTML"),
    (b"<!doctype", "HTML"),
    (b"%pdf", "PDF"),
    (b"<?xml", "XML"),
)
_SUFFIXES = {"JPEG": ".jpg"}


@dataclass(frozen=True, slots=True)
class Probed:
    """A picture that may be decoded: its format as Pillow names it, its size in pixels, its frames."""

    format: str
    width: int
    height: int
    frames: int = 1

    @property
    def suffix(self) -> str:
        """The end of a file name, by which other programs know the format."""
        return _SUFFIXES.get(self.format, f".{self.format.lower()}")


def probe(data: bytes, url: str = "") -> Probed | Problem:
    """What these bytes are; a problem about `url` when they are no picture, a bomb, or damaged."""
    kind = format_of(data)
    if not kind:
        return Problem(ProblemKind.NOT_A_PICTURE, url, _disguise(data)) if data else _damaged(url)
    try:
        width, height, frames = shape_of(data, kind)
    except (struct.error, IndexError):
        return _damaged(url)
    if not (width and height and frames):
        return _damaged(url)
    long, short = max(width, height), min(width, height)
    pixels = width * height
    if long > LONGEST or pixels > MOST_PIXELS or long > THINNEST * short or pixels * frames > MOST_MOVING:
        size = f"{width} × {height}" + (f" × {frames}" if frames > 1 else "")
        return Problem(ProblemKind.PICTURE_BOMB, url, size)
    return Probed(kind, width, height, frames)


def _damaged(url: str) -> Problem:
    return Problem(ProblemKind.PICTURE_DAMAGED, url)


def _disguise(data: bytes) -> str:
    """What it is instead, where that can be told."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((name for sign, name in _DISGUISES if sign in start), "")
