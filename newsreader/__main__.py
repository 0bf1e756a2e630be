"""`newsreader` and `python -m newsreader`."""

from __future__ import annotations

import sys

try:
    from newsreader.cli import main
except KeyboardInterrupt:  # Ctrl+C before there is a program that could answer it
    sys.exit(130)

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
