"""What a disk refuses, as problems of the model."""

from __future__ import annotations

from pathlib import Path

from newsreader import atomic
from newsreader.model import Problem, ProblemKind


def problem_of(error: OSError, path: Path, folder: Path) -> Problem:
    """Why a file could not be read or written: no room in its folder, or what the system says."""
    if atomic.is_full(error):
        return Problem(ProblemKind.NO_ROOM, str(folder))
    return Problem(ProblemKind.FILE, error.filename or str(path), error.strerror or str(error))
