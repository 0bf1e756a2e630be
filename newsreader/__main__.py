"""`newsreader` and `python -m newsreader`."""

from __future__ import annotations

import gc
import sys

try:
    from newsreader import cli
except KeyboardInterrupt:  # Ctrl+C before there is a program that could answer it
    sys.exit(130)


def main() -> int:
    """Run the program and answer its exit status.

    What is left at the end is let go with the process: to look through it for garbage takes 30 ms.
    """
    status = cli.main()
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
