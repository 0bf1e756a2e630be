"""The pauses of long work in a thread that a reader waits for, and that makes way for the keys meanwhile."""

from __future__ import annotations

from math import inf
from threading import Event
from time import monotonic

from newsreader.attention import Attention


class Pauses:
    """To be called between two pieces of work: pauses as need be, and answers whether it is given up."""

    def __init__(self, attention: Attention, gone: Event) -> None:
        """`gone` is set when nobody waits for the work any more: that ends a pause as well."""
        self._attention = attention
        self._gone = gone
        self._begun = -inf

    def __call__(self) -> bool:
        """Pause, unless nobody waits for the work any more: answers whether that is so."""
        now = monotonic()
        given_up = self._gone.wait(self._attention.pause(now, now - self._begun))
        self._begun = monotonic()
        return given_up
