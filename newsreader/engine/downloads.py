"""Downloads of what goes with an article, told as streams of events; what stopped goes on where it was."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import partial
from pathlib import Path

from newsreader import names
from newsreader.engine import refused
from newsreader.engine.asking import Asking
from newsreader.engine.partial import Partial
from newsreader.model import (
    Downloaded,
    DownloadEvent,
    Downloading,
    Enclosure,
    Fetch,
    Problem,
    ProblemKind,
)
from newsreader.sources.fetch import disposition
from newsreader.sources.fetch.ranges import Opened
from newsreader.sources.fetch.streaming import STALL, Streamer
from newsreader.store import Store

SPARE = 20_000_000
"""Bytes that a download leaves free on the disk."""
_WRITE = 1_000_000  # bytes to a write
_TELL = 0.25  # seconds between two events

Free = Callable[[Path], int]
"""How many bytes are free in a folder."""


class Downloads:
    """One file at a time or several; each goes to the folder it is asked for."""

    def __init__(
        self,
        store: Store,
        asking: Asking,
        *,
        offline: bool = False,
        free: Free = lambda folder: shutil.disk_usage(folder).free,
        stall: float = STALL,
    ) -> None:
        self._store = store
        self._asking = asking
        self._offline = offline
        self._free = free
        self._streamer = partial(Streamer, stall=stall)

    async def run(self, source_id: str, file: Enclosure, folder: Path) -> AsyncGenerator[DownloadEvent, None]:
        """Download a file of a source's article. Leaving early stops it; another time goes on from there."""
        request = await self._request(source_id, file.url)
        if isinstance(request, Problem):
            yield request
            return
        part = Partial(folder, file.url)
        try:
            async with aclosing(self._events(request, file, folder, part)) as events:
                async for event in events:
                    yield event
        except OSError as error:
            yield refused.problem_of(error, folder, folder)
        finally:
            part.leave()

    async def _request(self, source_id: str, url: str) -> Fetch | Problem:
        """The request, with what the source's own host may know."""
        status = self._store.source(source_id)
        if self._offline:
            return Problem(ProblemKind.OFFLINE, url)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, url, source_id)
        return await self._asking.request(status.source, url, public=status.visit.public)

    async def _events(
        self, request: Fetch, file: Enclosure, folder: Path, part: Partial
    ) -> AsyncGenerator[DownloadEvent, None]:
        held = await asyncio.to_thread(part.held)
        opened: Opened | None = None
        name = ""
        async with self._streamer() as streamer, aclosing(streamer.stream(request, held)) as pieces:
            writing = _Writing(part)
            async for piece in pieces:
                if isinstance(piece, bytes):
                    told = await writing.add(piece)
                elif isinstance(piece, Problem):
                    await writing.flush()
                    yield piece
                    return
                else:
                    opened, told = piece, True
                    name = _name(opened, file)
                    problem = self._no_room(folder, opened)
                    if problem:
                        yield problem
                        return
                    await asyncio.to_thread(part.begin, opened)
                if opened and told:
                    yield Downloading(name, part.size, opened.total, opened.start)
            await writing.flush()
        if opened is None or (opened.total and part.size != opened.total):
            yield Problem(ProblemKind.NETWORK, file.url)
            return
        yield Downloaded(await asyncio.to_thread(part.finish, name), part.size)

    def _no_room(self, folder: Path, opened: Opened) -> Problem | None:
        needed = opened.total - opened.start
        if needed <= max(0, self._free(folder) - SPARE):
            return None
        return Problem(ProblemKind.NO_ROOM, str(folder), f"{needed / 1e6:.0f} MB")


class _Writing:
    """Bytes on their way to the file: written in large pieces, or after a while."""

    def __init__(self, part: Partial) -> None:
        self._part = part
        self._waiting: list[bytes] = []
        self._size = 0
        self._last = asyncio.get_running_loop().time()

    async def add(self, piece: bytes) -> bool:
        """Take these bytes; says whether it is time to tell how far it is."""
        self._waiting.append(piece)
        self._size += len(piece)
        late = asyncio.get_running_loop().time() - self._last >= _TELL
        if late or self._size >= _WRITE:
            await self.flush()
        if late:
            self._last = asyncio.get_running_loop().time()
        return late

    async def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            data, self._waiting, self._size = b"".join(self._waiting), [], 0
            await asyncio.to_thread(self._part.write, data)


def _name(opened: Opened, file: Enclosure) -> str:
    """The server's name for the file, else that of its address, else its title; with a suffix."""
    from mimetypes import guess_extension

    kind = (opened.type or file.type).partition(";")[0].strip().lower()
    name = disposition.name(opened.disposition) or names.of_address(file.url)
    name = name or names.file_name(file.title, otherwise="download")
    return name if Path(name).suffix else name + (guess_extension(kind) or "")
