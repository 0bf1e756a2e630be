"""The memory of a process and its children together, at its peak (Linux; elsewhere it is unknown)."""

from __future__ import annotations

import threading
from pathlib import Path

EVERY = 0.1
"""Seconds between two looks."""


class Peak:
    """Looks at a process until it is told to stop; `megabytes` is then the most that was seen, or 0."""

    def __init__(self, pid: int) -> None:
        self.megabytes = 0.0
        self._pid = pid
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The peak in megabytes."""
        self._stop.set()
        self._thread.join()
        return self.megabytes

    def _watch(self) -> None:
        while not self._stop.wait(EVERY):
            self.megabytes = max(self.megabytes, sum(map(resident, family(self._pid))))


def family(pid: int) -> list[int]:
    """The process and all that it started (proc(5), `children`)."""
    try:
        lines = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    children = [int(child) for line in lines for child in line.split()]
    return [pid, *(each for child in children for each in family(child))]


def resident(pid: int) -> float:
    """Its memory in megabytes, its part of what processes share (proc(5), `smaps_rollup`, `Pss`)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6
