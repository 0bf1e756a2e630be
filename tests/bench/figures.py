"""What is measured, and how it is told: figures, a table, JSON."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: `value` is a median where a thing is done more than once."""

    group: str
    what: str
    size: int  # articles, feeds, ...
    value: float
    unit: str
    note: str = ""


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def nearly_worst(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def worst_of_hundred(values: Sequence[float]) -> float:
    """The 99th percentile; of fewer than a hundred, the worst."""
    return sorted(values)[int(0.99 * len(values))]


def machine() -> dict[str, str]:
    """The machine and the versions that the figures belong to."""
    from importlib.metadata import version

    return {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "textual": version("textual"),
        "load": " ".join(f"{load:.2f}" for load in os.getloadavg()),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def line(figure: Figure) -> str:
    """A figure as a line of the table."""
    value = f"{figure.value:,.0f}" if figure.value >= 100 else f"{figure.value:.3g}"
    named = f"{figure.group:<8} {figure.what:<28} {figure.size:>8,}"
    return f"{named} {value:>8} {figure.unit:<3} {figure.note}".rstrip()


def to_json(figures: Sequence[Figure], place: dict[str, str]) -> str:
    """All figures with the machine they were measured on."""
    return json.dumps({"machine": place, "figures": [asdict(figure) for figure in figures]}, indent=1)
