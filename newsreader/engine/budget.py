"""What may be fetched unasked in a day, in bytes; kept in the store, so that a new start is no new day."""

from __future__ import annotations

import asyncio

from newsreader.clock import Clock
from newsreader.store import Store

MEGABYTE = 1_000_000


class Budget:
    """The bytes of one day, by the reader's own calendar."""

    def __init__(self, store: Store, clock: Clock, megabytes: int) -> None:
        self._store = store
        self._clock = clock
        self.size = megabytes * MEGABYTE

    @property
    def spent(self) -> int:
        """Bytes of today."""
        return self._store.texts.spent(self._day)

    def is_spent(self) -> bool:
        """Whether nothing more may be fetched today."""
        return self.spent >= self.size

    async def spend(self, size: int) -> None:
        """Count what has come."""
        if size:
            await asyncio.wrap_future(self._store.texts.spend(self._day, size))

    @property
    def _day(self) -> str:
        return self._clock().astimezone().date().isoformat()
