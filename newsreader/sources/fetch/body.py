"""A response's body, read and unpacked piece by piece, so that nothing larger than the cap is ever held."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from newsreader.model import ProblemKind
from newsreader.sources.fetch.unpack import GarbledError, Unpacker

if TYPE_CHECKING:
    import httpx


class Body(NamedTuple):
    """A body unpacked, and how many bytes it was on the way."""

    content: bytes
    packed: int


async def read(response: httpx.Response, cap: int) -> Body | ProblemKind:
    """The unpacked body, or why there is none: TOO_LARGE (packed or unpacked) or ENCODING."""
    length = response.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length) > cap:
        return ProblemKind.TOO_LARGE
    unpacker = Unpacker(response.headers.get("Content-Encoding", ""))
    pieces: list[bytes] = []
    packed = unpacked = 0
    try:
        async for chunk in response.aiter_raw():
            packed += len(chunk)
            for piece in unpacker.feed(chunk):
                pieces.append(piece)
                unpacked += len(piece)
                if unpacked > cap:
                    return ProblemKind.TOO_LARGE
                await asyncio.sleep(0)
            if packed > cap:
                return ProblemKind.TOO_LARGE
        pieces += unpacker.finish()
    except GarbledError:
        return ProblemKind.ENCODING
    return Body(b"".join(pieces), packed)
