"""When the screen is painted: at once, but no sooner than a frame after the last paint began."""

from __future__ import annotations

import asyncio
from time import monotonic

from textual.timer import Timer


class Frames(Timer):
    """Ticks as soon as it is resumed, unless its last tick began less than its interval ago.

    Textual's own keeps to moments at fixed distances, and after a pause it skips one of them: whatever was to
    be painted next came 17 to 33 ms after the end of the last paint.
    """

    def begin(self) -> None:
        """Be there to be resumed."""
        self._start()

    async def _run(self) -> None:
        active: asyncio.Event = self._active
        while True:
            await active.wait()
            begun = monotonic()
            await self._tick(next_timer=begun, count=0)
            await asyncio.sleep(max(0.0, begun + self._interval - monotonic()))
