"""When visits begin: as they may, but one after the other at some distance while somebody presses keys.

What a visit asks of the event loop would else come all at once: of sixty-four answers a tenth of a second.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from newsreader.attention import Attention

if TYPE_CHECKING:
    from newsreader.engine.texts import Sleep

APART = 0.02
"""Seconds between the beginnings of two visits while keys come: fifty a second."""


class Pace:
    """Lets visits begin in turn."""

    def __init__(self, attention: Attention, sleep: Sleep = asyncio.sleep) -> None:
        self._attention = attention
        self._sleep = sleep
        self._turn = asyncio.Lock()

    async def begin(self) -> None:
        """Wait for the moment at which the next visit may begin."""
        async with self._turn:
            if self._attention.is_given(monotonic()):
                await self._sleep(APART)
