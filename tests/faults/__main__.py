"""`python -m tests.faults [--quick] [FAMILY ...]`: break the reader, and print what was lost by it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.faults import (
    circumstances,
    content,
    disk,
    gaps,
    killing,
    network,
    power,
    screen_week,
    surroundings,
    together,
    week,
)
from tests.faults.report import Tried, table


class How(NamedTuple):
    """How much of a family is tried."""

    times: int  # that a thing is done at a random moment, or to a random place
    patience: float  # seconds that another program holds the store
    together: together.Until
    week: week.Size
    screen: week.Size


LONG = How(500, 30, together.minutes(10), week.LONG, screen_week.LONG)
QUICK = How(15, 1, together.acts(6), week.QUICK, screen_week.QUICK)

Family = Callable[[Path, How], list[Tried]]
FAMILIES: dict[str, Family] = {
    "content": lambda folder, _: content.run(folder),
    "network": lambda folder, _: network.run(folder),
    "killed": lambda folder, how: killing.run(folder, how.times),
    "power": lambda folder, how: power.run(folder, how.times),
    "disk": lambda folder, how: disk.run(folder, max(1, how.times // 10)),
    "gaps": lambda folder, how: gaps.run(folder, how.times),
    "circumstances": lambda folder, how: circumstances.run(folder, patience=how.patience),
    "together": lambda folder, how: together.run(folder, how.together),
    "surroundings": lambda folder, _: surroundings.run(folder),
    "screen": lambda folder, how: screen_week.run(folder, how.screen),
    "week": lambda folder, how: week.run(folder, how.week),
}


def main() -> int:
    """Try the families named, or all; the status is 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("family", nargs="*", choices=[*FAMILIES, []], help=", ".join(FAMILIES))
    parser.add_argument("--quick", action="store_true", help=f"{QUICK.times} times instead of {LONG.times}")
    parser.add_argument("--minutes", type=float, help="of `together`")
    options = parser.parse_args()
    how = QUICK if options.quick else LONG
    if options.minutes:
        how = how._replace(together=together.minutes(options.minutes))
    tried: list[Tried] = []
    for name in options.family or FAMILIES:
        with tempfile.TemporaryDirectory() as folder:
            tried += FAMILIES[name](Path(folder), how)
    print(table(tried))
    return 1 if any(row.lost for row in tried) else 0


if __name__ == "__main__":
    sys.exit(main())
