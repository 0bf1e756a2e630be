"""A file of any size, piece by piece: no cap and no deadline, but a limit to how long nothing may come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from newsreader.model import Fetch, Problem, ProblemKind
from newsreader.sources.fetch import ranges, redirects
from newsreader.sources.fetch.client import Fetcher
from newsreader.sources.fetch.ranges import Held, Opened
from newsreader.sources.fetch.unpack import GarbledError, Unpacker

if TYPE_CHECKING:
    import httpx

STALL = 30.0
"""Seconds without a byte after which a download has failed."""

Piece = Opened | bytes | Problem
_OURS = (b"Accept", b"Accept-Encoding")


class Streamer(Fetcher):
    """Fetches whole files; use it as an async context manager."""

    def __init__(self, *, stall: float = STALL, per_host: int = 2, total: int = 4) -> None:
        super().__init__(per_host=per_host, total=total)
        self._stall = stall

    async def stream(self, request: Fetch, held: Held) -> AsyncGenerator[Piece, None]:
        """What is opened, then its bytes; a problem ends it. Close it when leaving early (`aclosing`).

        Asks for the rest of what is held; where the server sends something else, for the whole once more.
        """
        await self._prepare()
        from newsreader.sources.fetch import failures

        try:
            for wanted in (held, Held()):
                async with AsyncExitStack() as stack:
                    response = await self._response(request, wanted, stack)
                    if isinstance(response, Problem):
                        yield response
                        return
                    opened = ranges.understood(response.status_code, response.headers, wanted)
                    if opened is not None:
                        async for piece in self._body(response, opened):
                            yield piece
                        return
            yield Problem(ProblemKind.MALFORMED, request.url, "Content-Range")
        except GarbledError:
            yield Problem(ProblemKind.ENCODING, request.url)
        except failures.EXPECTED as error:
            yield failures.problem(request.url, error)

    async def _response(self, request: Fetch, held: Held, stack: AsyncExitStack) -> httpx.Response | Problem:
        """The response at the end of all redirects, open for as long as the stack is."""
        from newsreader.sources.fetch import headers, transport

        trail = await self._begin(request)
        while isinstance(trail, redirects.Trail):
            pool = await self._pool(request.proxy, trail)
            if isinstance(pool, Problem):
                return pool._replace(url=request.url)
            hop = await stack.enter_async_context(AsyncExitStack())
            await hop.enter_async_context(self._courtesy.slot(trail.host))
            asked = [each for each in headers.sent(request, trail, self._agent) if each[0] not in _OURS]
            asked += [(b"Accept", b"*/*"), (b"Accept-Encoding", b"identity"), *ranges.asked(held)]
            async with asyncio.timeout(self._stall):
                response = await hop.enter_async_context(transport.get(pool, trail.url, asked))
            location = response.headers.get("Location", "")
            if response.status_code not in redirects.STATUSES or not location:
                if response.is_success or (response.status_code == 416 and held.size):
                    return response
                return headers.refusal(request.url, response.status_code, response.headers, self._now())
            await hop.aclose()
            trail = await self._next(trail, redirects.Redirect(response.status_code, location))
        return trail

    async def _body(self, response: httpx.Response, opened: Opened) -> AsyncIterator[Piece]:
        """What is opened, then its bytes as they come; what was packed unasked is unpacked."""
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        packed = encoding not in ("", "identity")
        yield Opened(0, 0, "", opened.type, opened.disposition) if packed else opened
        if response.status_code == 416:
            return
        pieces = self._chunks(response)
        async for piece in _unpacked(pieces, encoding) if packed else pieces:
            yield piece

    async def _chunks(self, response: httpx.Response) -> AsyncIterator[bytes]:
        chunks = response.aiter_raw()
        while True:
            async with asyncio.timeout(self._stall):
                chunk = await anext(chunks, None)
            if chunk is None:
                return
            yield chunk


async def _unpacked(pieces: AsyncIterator[bytes], encoding: str) -> AsyncIterator[bytes]:
    unpacker = Unpacker(encoding)
    async for packed in pieces:
        for piece in unpacker.feed(packed):
            yield piece
    for piece in unpacker.finish():
        yield piece
