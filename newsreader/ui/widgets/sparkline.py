"""Numbers as a line of small bars."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▅▇"


def sparkline(numbers: Sequence[int]) -> str:
    """A bar a number, the highest one for the largest; the lowest one is nothing at all."""
    steps, most = len(_BARS) - 2, max(numbers, default=0)
    return "".join(
        _BARS[1 + (number - 1) * steps // max(most - 1, 1)] if number else _BARS[0] for number in numbers
    )
