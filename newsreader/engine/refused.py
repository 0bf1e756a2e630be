"""What a disk refuses, as problems of the model."""

from __future__ import annotations

import errno
from pathlib import Path

from newsreader.model import Problem, ProblemKind

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def problem_of(error: OSError, path: Path, folder: Path) -> Problem:
    """Why a file could not be read or written: no room in its folder, or what the system says."""
    if error.errno in _FULL:
        return Problem(ProblemKind.NO_ROOM, str(folder))
    return Problem(ProblemKind.FILE, error.filename or str(path), error.strerror or str(error))
