"""`python -m tests.faults [--quick] [FAMILY ...]`: break the reader, and print what was lost by it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.faults import circumstances, content, disk, killing, network, power
from tests.faults.report import Tried, table

LONG, QUICK = 500, 15
"""How often a thing is done at a random moment, or to a random place."""

Family = Callable[[Path, int], list[Tried]]
FAMILIES: dict[str, Family] = {
    "content": lambda folder, _: content.run(folder),
    "network": lambda folder, _: network.run(folder),
    "killed": killing.run,
    "power": power.run,
    "disk": lambda folder, times: disk.run(folder, max(1, times // 10)),
    "circumstances": lambda folder, times: circumstances.run(folder, patience=30 if times > QUICK else 1),
}


def main() -> int:
    """Try the families named, or all; the status is 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("family", nargs="*", choices=[*FAMILIES, []], help=", ".join(FAMILIES))
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} times instead of {LONG}")
    options = parser.parse_args()
    times = QUICK if options.quick else LONG
    tried: list[Tried] = []
    for name in options.family or FAMILIES:
        with tempfile.TemporaryDirectory() as folder:
            tried += FAMILIES[name](Path(folder), times)
    print(table(tried))
    return 1 if any(row.lost for row in tried) else 0


if __name__ == "__main__":
    sys.exit(main())
