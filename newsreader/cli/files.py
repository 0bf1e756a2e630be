"""Files that a command is given to read: never more of one than of a feed."""

from __future__ import annotations

from pathlib import Path

from newsreader.model import Problem, ProblemKind
from newsreader.sources.feed.limits import MAX_BYTES


def read(path: Path) -> bytes | Problem:
    """What is in the file; a problem where it cannot be read, or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(ProblemKind.FILE, str(path), error.strerror or str(error))
    return data if len(data) <= MAX_BYTES else Problem(ProblemKind.TOO_LARGE, str(path))
