"""What was tried, how often, and what was lost by it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Tried(NamedTuple):
    """One way to break the reader: its name, how often it was tried, what was lost (or nothing)."""

    name: str
    times: int
    lost: tuple[str, ...] = ()
    note: str = ""


def table(tried: Iterable[Tried]) -> str:
    """A line for each, and one for them all."""
    rows = list(tried)
    width = max((len(row.name) for row in rows), default=0)
    lines = [
        f"{row.name:<{width}}  {row.times:>6}  {'; '.join(row.lost) or 'nothing'}  {row.note}".rstrip()
        for row in rows
    ]
    lost = sum(len(row.lost) for row in rows)
    total = f"{len(rows)} ways, {sum(row.times for row in rows)} times, lost: {lost or 'nothing'}"
    return "\n".join([f"{'tried':<{width}}  {'times':>6}  lost", *lines, total])
