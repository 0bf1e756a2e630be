"""Politeness to hosts: how many requests may run at once, to one host and in all."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_LOOPBACK = re.compile(r"127(?:\.\d{1,3}){3}", re.ASCII)


class Courtesy:
    """Slots for requests: `per_host` for each host, `total` for all of them together.

    A server on this machine, by its address or as localhost, has `loopback` of them.
    """

    def __init__(self, per_host: int, total: int, loopback: int) -> None:
        self._per_host = per_host
        self._loopback = loopback
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._total = asyncio.Semaphore(total)

    @asynccontextmanager
    async def slot(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn and hold it; who waits for a busy host holds none of the common slots."""
        turn = self._hosts.get(host)
        if turn is None:
            slots = self._loopback if _is_loopback(host) else self._per_host
            turn = self._hosts[host] = asyncio.Semaphore(slots)
        async with turn, self._total:
            yield


def _is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or _LOOPBACK.fullmatch(host) is not None
