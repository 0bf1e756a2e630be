"""A layer under SQLite that writes down everything that is done to files, and what a disk may make of it.

The log is also synced beside SQLite, by the system's own call: that is written down as well.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple
from unittest.mock import patch

import apsw

SECTOR = 512
"""Bytes that a disk writes as one."""
_NAME = "journal"


class Step(NamedTuple):
    """What was done to a file: `data` written at a place, cut at a place, synced, deleted; or only `said`."""

    kind: str
    file: str
    place: int = 0
    data: bytes = b""


class Journal(apsw.VFS):
    """The system's own files, with a journal of what is done to them; for every database that is opened."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        self.steps: list[Step] = []
        self._opened: set[str] = set()
        self._fsync = os.fsync
        self._lock = Lock()
        super().__init__(_NAME, self.base, makedefault=True)

    def note(self, kind: str, file: str, place: int = 0, data: bytes = b"") -> None:
        """Write down a step, after those that were done before it."""
        with self._lock:
            self.steps.append(Step(kind, Path(file).name, place, data))

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Opens a file, whose writes are written down."""
        file = _File(self, name, flags)
        self._opened.add(file.name)
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        """Deletes a file."""
        super().xDelete(filename, syncdir)
        self.note("delete", filename)

    def fsync(self, descriptor: int) -> None:
        """Syncs a file that SQLite has open as well: the journal stands in for `os.fsync`."""
        self._fsync(descriptor)
        synced = os.fstat(descriptor)
        for name in self._opened:
            if Path(name).exists() and os.path.samestat(Path(name).stat(), synced):
                self.note("sync", name)


class _File(apsw.VFSFile):
    def __init__(self, journal: Journal, name: Any, flags: list[int]) -> None:
        self._journal = journal
        self.name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__(journal.base, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        super().xWrite(data, offset)
        self._journal.note("write", self.name, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        super().xTruncate(newsize)
        self._journal.note("cut", self.name, newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self._journal.note("sync", self.name)


@contextmanager
def kept() -> Iterator[Journal]:
    """A journal of all databases that are opened within."""
    journal = Journal()
    try:
        with patch("os.fsync", journal.fsync):
            yield journal
    finally:
        journal.unregister()


def on_disk(steps: Sequence[Step], dice: random.Random) -> dict[str, bytes]:
    """What the disk may hold, by file, when the power is cut after these steps.

    All that came before a file's last sync is there. Of what came after, sectors are old or new in any
    order, some of them new up to some byte; a cut or a deletion has happened or not. A deletion is sure
    after the next sync of any file: SQLite syncs the folder with a new log, and journals of file systems do.
    """
    files: dict[str, bytearray] = defaultdict(bytearray)
    synced = {step.file: number for number, step in enumerate(steps) if step.kind == "sync"}
    last = max(synced.values(), default=-1)
    for number, step in enumerate(steps):
        sure = number < (last if step.kind == "delete" else synced.get(step.file, -1))
        if step.kind == "write":
            _write(files[step.file], step, None if sure else dice)
        elif step.kind == "cut" and (sure or dice.random() < 0.5):
            del files[step.file][step.place :]
        elif step.kind == "delete" and (sure or dice.random() < 0.5):
            files.pop(step.file, None)
    return {name: bytes(data) for name, data in files.items()}


def _write(file: bytearray, step: Step, dice: random.Random | None) -> None:
    """All of it; or with dice a part of its sectors."""
    for start, end in _sectors(step.place, step.place + len(step.data)):
        piece = step.data[start - step.place : end - step.place]
        if dice is not None:
            fate = dice.random()
            if fate < 0.4:
                continue
            if fate < 0.5:
                piece = piece[: dice.randrange(len(piece) + 1)]
        if len(file) < start:
            file.extend(bytes(start - len(file)))
        file[start : start + len(piece)] = piece


def _sectors(start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield start, stop
        start = stop
