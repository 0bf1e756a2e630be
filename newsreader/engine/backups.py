"""Marks and subscriptions kept outside the store: a file a day, a file by hand, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from newsreader import atomic
from newsreader.clock import Clock
from newsreader.engine import backup_lines, refused
from newsreader.engine.backup_lines import LONGEST_LINE, Line
from newsreader.model import Problem, ProblemKind
from newsreader.model.backup import BroughtBack, Kept, KeptWishes
from newsreader.settings import Settings
from newsreader.store import Store, StoreError

KEPT = 7
"""The daily files that are kept; an older one that is larger stays as well."""
_CHUNK = 500  # lines a transaction
_NONSENSE = 1000  # lines without a meaning before the first that has one: this is no backup
_PATTERN = "newsreader-????-??-??.jsonl"
_PRIVATE = {"headers", "proxy"}  # may hold passwords


class Backups:
    """Backups in a folder of the reader's own. Everything here blocks: for a thread or a command."""

    def __init__(
        self, store: Store, folder: Path, clock: Clock, settings: Callable[[], Settings] = Settings
    ) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._settings = settings
        self._told: Problem | None = None
        self._failed: Problem | None = None

    def newest(self) -> Path | None:
        """The last of the daily files that was written, if there is any."""
        return newest(self._folder)

    def today(self) -> Path:
        """The file of this day."""
        return self._folder / f"newsreader-{self._clock().astimezone().date()}.jsonl"

    def daily(self) -> Problem | None:
        """Write the file of today if it is not there and anything is followed; an older one gives way."""
        path = self.today()
        if path.exists() or not self._store.backups.sources():
            return None
        self._failed = self.write(path)
        if self._failed is None:
            self._drop_older(path)
        return self._failed

    def untold(self) -> Problem | None:
        """Why the daily file was not written, the first time that this is asked."""
        new = self._failed if self._failed != self._told else None
        self._told = self._failed
        return new

    def write(self, path: Path) -> Problem | None:
        """Write everything to that file, in place of what it held."""
        number = max(map(_number, self._folder.glob(_PATTERN)), default=0) + 1
        try:
            atomic.replace_parts(path, backup_lines.lines(self._everything(), self._clock(), number))
        except OSError as error:
            return refused.problem_of(error, path, path.parent)
        except StoreError as error:
            return error.problem
        return None

    def _everything(self) -> Iterator[Kept]:
        kept = self._store.backups
        yield from kept.sources()
        for source_id, values in self._settings().source.items():
            harmless = {key: value for key, value in values.items() if key not in _PRIVATE}
            if harmless:
                yield KeptWishes(source_id, harmless)
        yield from kept.marks()
        yield from kept.decisions()

    def bring_back(self, path: Path) -> BroughtBack | Problem:
        """Add what the file holds to the store, in pieces. Raises StoreError."""
        done, understood = BroughtBack(), 0
        try:
            with path.open("rb") as file:
                for chunk in _chunks(file):
                    done, number = self._bring_back(chunk, done)
                    understood += number
                    if not understood and len(done.unreadable) >= _NONSENSE:
                        break
        except OSError as error:
            return refused.problem_of(error, path, path.parent)
        return done if understood else Problem(ProblemKind.MALFORMED, str(path))

    def _bring_back(self, chunk: list[Line], done: BroughtBack) -> tuple[BroughtBack, int]:
        """What has been done with these lines as well, and how many of them were understood."""
        found = backup_lines.understood(chunk)
        more = self._store.backups.bring_back(found.kept, self._clock()).result()
        wishes = {one.source_id: one.values for one in found.kept if isinstance(one, KeptWishes)}
        together = BroughtBack(
            done.sources + more.sources,
            done.marked + more.marked,
            done.missing + more.missing,
            (*done.unreadable, *found.unreadable),
            done.unplaced + more.unplaced,
            done.decided + more.decided,
            {**done.wishes, **wishes},
        )
        return together, len(found.kept)

    def _drop_older(self, written: Path) -> None:
        """Leave the file just written, the last ones before it, and an older one that is larger than these.

        That one is of use when the store was lost unnoticed, and later files have little in them.
        """
        atomic.close_to_others(self._folder, 0o700)
        atomic.clear_up(self._folder, lambda name: name.startswith("newsreader-"))
        for path in self._folder.glob(_PATTERN):
            atomic.close_to_others(path)
        others = sorted((path for path in self._folder.glob(_PATTERN) if path != written), key=_age)
        older = others[: max(0, len(others) - KEPT + 1)]
        with suppress(OSError):
            *_, largest = sorted((*others, written), key=lambda path: path.stat().st_size)
            for path in older:
                if path != largest:
                    path.unlink()


def newest(folder: Path) -> Path | None:
    """The daily file in a folder that was written last, whatever the clock said at the time."""
    return max(folder.glob(_PATTERN), key=_age, default=None)


def unreadable(path: Path) -> int:
    """How many lines of a backup cannot be understood; 1 when nothing of it can be read."""
    number = 0
    try:
        with path.open("rb") as file:
            for chunk in _chunks(file):
                number += len(backup_lines.understood(chunk).unreadable)
    except OSError:
        return 1
    return number


def _chunks(file: BinaryIO) -> Iterator[list[Line]]:
    """The lines of a file with their numbers, some at a time."""
    numbered = enumerate(iter(partial(file.readline, LONGEST_LINE), b""), 1)
    while chunk := list(islice(numbered, _CHUNK)):
        yield chunk


def _age(path: Path) -> tuple[int, str]:
    return _number(path), path.name


def _number(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return backup_lines.number(file.readline(LONGEST_LINE))
    except OSError:
        return 0
