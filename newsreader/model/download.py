"""What a download tells while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newsreader.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Downloading:
    """So many bytes have come, of `total` (0: nobody knows); `kept` is what an earlier time had brought."""

    name: str
    done: int
    total: int
    kept: int = 0

    @property
    def percent(self) -> int | None:
        """How far it is; None when nobody knows."""
        return min(100, 100 * self.done // self.total) if self.total else None

    def told(self, size: Callable[[int], str]) -> tuple[str, str, str, int | None]:
        """Its name, what has come, what there is in all (empty when nobody knows), and the percentage."""
        return self.name, size(self.done), size(self.total) if self.total else "", self.percent


@dataclass(frozen=True, slots=True)
class Downloaded:
    """The end of a download: the whole file is there, under a name that nothing had."""

    path: Path
    size: int


DownloadEvent = Downloading | Downloaded | Problem
"""A problem ends it as well; what has come is kept, to go on with when it can be."""
