"""Marks and subscriptions kept outside the store: a file a day, a file by hand, and the way back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newsreader import atomic
from newsreader.clock import Clock
from newsreader.engine import backup_lines
from newsreader.model import Problem, ProblemKind
from newsreader.model.backup import BroughtBack
from newsreader.store import Store, StoreError

KEPT = 7
"""The daily files that are kept."""
_LARGEST = 500_000_000  # bytes: some two million marks
_PATTERN = "newsreader-????-??-??.jsonl"


class Backups:
    """Backups in a folder of the reader's own. Everything here blocks: for a thread or a command."""

    def __init__(self, store: Store, folder: Path, clock: Clock) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock

    def newest(self) -> Path | None:
        """The last of the daily files, if there is any."""
        return newest(self._folder)

    def today(self) -> Path:
        """The file of this day."""
        return self._folder / f"newsreader-{self._clock().astimezone().date()}.jsonl"

    def daily(self) -> Problem | None:
        """Write the file of today if it is not there and anything is marked; the oldest gives way to it."""
        path = self.today()
        if path.exists() or next(self._store.backups.marks(), None) is None:
            return None
        problem = self.write(path)
        if problem is None:
            self._drop_older(path)
        return problem

    def write(self, path: Path) -> Problem | None:
        """Write everything to that file, in place of what it held."""
        kept = self._store.backups
        try:
            atomic.replace_parts(path, backup_lines.lines(kept.sources(), kept.marks(), self._clock()))
        except OSError as error:
            return _problem(path, error)
        except StoreError as error:
            return error.problem
        return None

    def bring_back(self, path: Path) -> BroughtBack | Problem:
        """Add what the file holds to the store. Raises StoreError."""
        data = _read(path)
        if isinstance(data, Problem):
            return data
        found = backup_lines.understood(data)
        if not found.sources and not found.marks:
            return Problem(ProblemKind.MALFORMED, str(path))
        done = self._store.backups.bring_back(found.sources, found.marks, self._clock()).result()
        return replace(done, unreadable=found.unreadable)

    def _drop_older(self, written: Path) -> None:
        """Leave the file just written, whatever its date, and the newest of the others."""
        others = sorted(path for path in self._folder.glob(_PATTERN) if path != written)
        with suppress(OSError):
            for path in others[: max(0, len(others) - KEPT + 1)]:
                path.unlink()


def newest(folder: Path) -> Path | None:
    """The last of the daily files in a folder, if there is any."""
    return max(folder.glob(_PATTERN), default=None)


def _read(path: Path) -> bytes | Problem:
    try:
        if path.stat().st_size > _LARGEST:
            return Problem(ProblemKind.TOO_LARGE, str(path))
        return path.read_bytes()
    except OSError as error:
        return _problem(path, error)


def _problem(path: Path, error: OSError) -> Problem:
    return Problem(ProblemKind.FILE, str(path), error.strerror or str(error))
