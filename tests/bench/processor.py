"""How much of the processor a process and all that it started have used (Linux)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.bench.memory import family


def busy(pid: int) -> float:
    """Processor seconds so far, of those that have ended too (proc(5), `stat`, fields 14 to 17)."""
    ticks = sum(map(_ticks, family(pid)))
    return ticks / os.sysconf("SC_CLK_TCK")


def exactly(pid: int) -> float:
    """Processor seconds of the process alone, to the nanosecond (`schedstat`); 0 where unknown."""
    try:
        paths = [*Path(f"/proc/{pid}/task").glob("*/schedstat")]
        told = [path.read_text(encoding="ascii") for path in paths]
    except OSError:
        return 0.0
    return sum(int(each.split()[0]) for each in told) / 1e9


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:  # it has just ended
        return 0
    return sum(map(int, fields[11:15]))
