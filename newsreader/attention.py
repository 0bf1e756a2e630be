"""Whether somebody presses keys, and how far what goes on behind the screen makes way for that.

Keys come in rows: who has just pressed one presses another. Meanwhile work goes on at a part of its rate, so
that most keys find the processor, the interpreter and the store free; it never stops.
"""

from __future__ import annotations

from math import inf

RECENT = 2.0
"""Seconds after a key in which another one is expected."""
REST = 3
"""Times as long as a piece of work took that nothing follows it, while keys come: a quarter of the rate."""
PAINT = 0.04
"""Seconds after a key in which what it changes is painted: longer than between two of a key held down."""
LONGEST = 0.5
"""Seconds of such a rest at most: what took longer has waited for something else."""


class Attention:
    """When somebody last pressed a key; every thread may ask, and the moments are those of one clock."""

    def __init__(self) -> None:
        self._last = -inf

    def note(self, now: float) -> None:
        """A key was pressed."""
        self._last = now

    def release(self) -> None:
        """The last key asked for that work itself, and nobody waits for anything else."""
        self._last = -inf

    def is_given(self, now: float) -> bool:
        """Whether keys come."""
        return now < self._last + RECENT

    def rest(self, now: float, took: float) -> float:
        """Seconds for which no work follows a piece that took so long; none when no keys come."""
        return min(REST * took, LONGEST) if self.is_given(now) else 0.0

    def pause(self, now: float, took: float) -> float:
        """The same for work that somebody waits for as well: at most until the last key has been painted."""
        return max(0.0, min(REST * took, PAINT, self._last + PAINT - now))

    def defers(self, now: float, since: float, longest: float) -> bool:
        """Whether what waits `since` then waits on: as long as keys come, for so many seconds at most."""
        return self.is_given(now) and now < since + longest
