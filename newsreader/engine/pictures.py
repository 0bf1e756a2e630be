"""The pictures of articles: from disk or from where they are, refused or drawn; one fetch for each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakValueDictionary

from newsreader import demo
from newsreader.engine.asking import Asking
from newsreader.model import Problem, ProblemKind, SourceKind
from newsreader.pictures.cache import Cache
from newsreader.pictures.decode import available
from newsreader.pictures.draw import draw
from newsreader.pictures.drawing import Drawing, Look
from newsreader.pictures.probe import Probed, probe
from newsreader.sources.fetch import Fetcher
from newsreader.store import Store

CAP = 10_000_000
"""Bytes of a picture at most."""
AT_HAND = 32_000_000
"""Bytes of pictures that stay in memory, so that another width asks neither disk nor network."""
_LASTING = frozenset(
    [
        ProblemKind.NOT_A_PICTURE,
        ProblemKind.PICTURE_BOMB,
        ProblemKind.TOO_LARGE,
        ProblemKind.GONE,
        ProblemKind.HTTP,
        ProblemKind.REDIRECTS,
        ProblemKind.ADDRESS,
    ]
)
"""What would be no better a minute later: not asked for again in this session."""

Rest = Callable[[], Awaitable[object]]
"""Awaited before whatever is slow: comes when the reader does nothing."""


async def _at_once() -> None: ...


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture that may be decoded."""

    data: bytes
    probed: Probed


class Pictures:
    """Fetches only what it is asked for, one picture after the other."""

    def __init__(self, store: Store, asking: Asking, cache: Callable[[], Cache], *, offline: bool) -> None:
        """`cache` opens the one on disk with the limit that is set at that moment."""
        self._store = store
        self._asking = asking
        self._cache = cache
        self._offline = offline
        self._at_hand: dict[str, Picture] = {}
        self._refused: dict[str, Problem] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def available(self) -> bool:
        """Whether what decodes pictures is installed."""
        return available()

    def file(self, url: str) -> Path | None:
        """The file that a picture is kept in, for another program to open."""
        return self._cache().find(url)

    def may_come(self, url: str, *, is_sample: bool) -> bool:
        """Whether room is to be kept: not for what was refused, nor for what the sample edition lacks."""
        return url not in self._refused and (not is_sample or demo.picture(url) is not None)

    async def drawings(
        self, source_id: str, looks: Mapping[str, Look], rest: Rest = _at_once
    ) -> AsyncGenerator[tuple[str, Drawing | Problem], None]:
        """Pictures by their addresses, each as soon as it is drawn; `rest` is awaited before each.

        Leaving early leaves the others alone.
        """
        async with Fetcher(cap=CAP) as fetcher:
            for url, look in looks.items():
                await rest()
                yield url, await self._drawing(source_id, url, look, fetcher, rest)

    async def whole(self, wanted: Sequence[tuple[str, str]]) -> list[Picture | Problem]:
        """The pictures at (id of the source, address) as they came, each in its place."""
        async with Fetcher(cap=CAP) as fetcher:
            return await asyncio.gather(*(self._whole(source_id, url, fetcher) for source_id, url in wanted))

    async def _whole(self, source_id: str, url: str, fetcher: Fetcher) -> Picture | Problem:
        async with self._turns.setdefault(url, asyncio.Lock()):
            found = await self._known(url) or self._refused.get(url)
            found = found or await self._fetched(source_id, url, fetcher)
        if isinstance(found, Problem) and found.kind in _LASTING:
            self._refused[url] = found
        return found

    async def _drawing(
        self, source_id: str, url: str, look: Look, fetcher: Fetcher, rest: Rest
    ) -> Drawing | Problem:
        """What is damaged on disk is fetched again; who asks for what is under way waits for it."""
        if not self.available:
            return Problem(ProblemKind.PICTURES_MISSING)
        async with self._turns.setdefault(url, asyncio.Lock()):
            known = await self._known(url)
            drawing = await self._drawn(url, known, look) if known else None
            if isinstance(drawing, Drawing):
                return drawing
            found = self._refused.get(url) or await self._fetched(source_id, url, fetcher)
            await rest()
            result = await self._drawn(url, found, look) if isinstance(found, Picture) else found
        if isinstance(result, Problem) and result.kind in _LASTING:
            self._refused[url] = result
        return result

    async def _known(self, url: str) -> Picture | None:
        """The picture in memory or on disk."""
        if url in self._at_hand:
            return self._at_hand[url]
        data = await asyncio.to_thread(self._cache().read, url)
        if data is None:
            return None
        probed = await asyncio.to_thread(probe, data, url)
        if isinstance(probed, Probed):
            return self._hold(url, Picture(data, probed))
        await self._forget(url)
        return None

    async def _fetched(self, source_id: str, url: str, fetcher: Fetcher) -> Picture | Problem:
        data = await self._bytes(source_id, url, fetcher)
        if isinstance(data, Problem):
            return data
        probed = await asyncio.to_thread(probe, data, url)
        if isinstance(probed, Problem):
            return probed
        await asyncio.to_thread(self._cache().keep, url, data, probed.suffix)
        return self._hold(url, Picture(data, probed))

    async def _bytes(self, source_id: str, url: str, fetcher: Fetcher) -> bytes | Problem:
        """The bytes as they come; the sample edition has its own, and touches no network."""
        status = self._store.source(source_id)
        if status is None:
            return Problem(ProblemKind.NOT_FOUND, url, source_id)
        if self._offline or status.source.kind is SourceKind.SAMPLE:
            return demo.picture(url) or Problem(ProblemKind.OFFLINE, url)
        request = await self._asking.request(status.source, url, public=status.visit.public)
        response = await fetcher.whole(request)
        return response if isinstance(response, Problem) else response.body

    def _hold(self, url: str, picture: Picture) -> Picture:
        self._at_hand[url] = picture
        while len(self._at_hand) > 1 and sum(len(each.data) for each in self._at_hand.values()) > AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]
        return picture

    async def _drawn(self, url: str, picture: Picture, look: Look) -> Drawing | Problem:
        drawing = await asyncio.to_thread(draw, picture.data, picture.probed, look, url)
        if isinstance(drawing, Problem):
            await self._forget(url)
        return drawing

    async def _forget(self, url: str) -> None:
        self._at_hand.pop(url, None)
        await asyncio.to_thread(self._cache().drop, url)
