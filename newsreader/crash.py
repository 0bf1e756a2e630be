"""What is left on the terminal when the program itself fails: where, and nothing of what it was reading."""

from __future__ import annotations

import traceback

from newsreader import gate

_LONGEST = 20_000


def report(error: BaseException) -> str:
    """The traceback without the value of any variable, for those hold passwords and foreign text; cleaned."""
    cause = getattr(error, "error", error)  # of a worker that failed
    told = traceback.format_exception(cause if isinstance(cause, BaseException) else error)
    return gate.safe("".join(told))[-_LONGEST:]
