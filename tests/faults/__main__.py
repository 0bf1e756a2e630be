"""`python -m tests.faults [FAMILY ...]`: break the reader, and print what was tried and what was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.faults import content, network
from tests.faults.report import Tried, table

FAMILIES: dict[str, Callable[[Path], list[Tried]]] = {"content": content.run, "network": network.run}


def main() -> int:
    """Try the families named, or all; the status is 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("family", nargs="*", choices=[*FAMILIES, []], help=", ".join(FAMILIES))
    wanted = parser.parse_args().family or list(FAMILIES)
    tried: list[Tried] = []
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            tried += FAMILIES[name](Path(folder))
    print(table(tried))
    return 1 if any(row.lost for row in tried) else 0


if __name__ == "__main__":
    sys.exit(main())
