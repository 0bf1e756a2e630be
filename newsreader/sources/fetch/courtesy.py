"""Politeness to hosts: how many requests may run at once, to one host and in all."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Courtesy:
    """Slots for requests: `per_host` for each host, `total` for all of them together."""

    def __init__(self, per_host: int, total: int) -> None:
        self._per_host = per_host
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._total = asyncio.Semaphore(total)

    @asynccontextmanager
    async def slot(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it; who waits for a busy host holds none of the common slots."""
        turn = self._hosts.get(host)
        if turn is None:
            turn = self._hosts[host] = asyncio.Semaphore(self._per_host)
        async with turn, self._total:
            yield
