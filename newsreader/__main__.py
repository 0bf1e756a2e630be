"""`newsreader` and `python -m newsreader`."""

from __future__ import annotations

import gc
import os
import signal
import sys


def _leave(*_: object) -> None:
    """Ctrl+C before there is anything to put in order, or after that."""
    os._exit(130)


def _answer_with(answer: object) -> None:
    """Have Ctrl+C do that from now on, unless whoever began the program wants it ignored."""
    if signal.getsignal(signal.SIGINT) in (_leave, signal.default_int_handler):
        signal.signal(signal.SIGINT, answer)  # type: ignore[arg-type]  # loading the names of types takes its time


# An exception would be told by the interpreter, or swallowed on its way through an import.
_answer_with(_leave)


def main() -> int:
    """Run the program and answer its exit status.

    What is left at the end is let go with the process: to look through it for garbage takes 30 ms.
    """
    from newsreader import cli

    try:
        _answer_with(signal.default_int_handler)
        status = cli.main()
    except KeyboardInterrupt:
        return 130
    finally:
        _answer_with(_leave)
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
