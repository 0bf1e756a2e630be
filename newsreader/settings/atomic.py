"""Files that are replaced whole or not at all, and moved aside without overwriting anything."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write the file through a temporary one beside it: private (0600), on the disk when this returns.

    A symbolic link keeps pointing where it did; missing folders are made, private (0700). Raises OSError.
    """
    target = path.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write(temporary, data)
        temporary.replace(target)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def move_aside(path: Path, today: date) -> Path:
    """Rename the file to `<name>.bad-<date>`, or the first such name that is free. Raises OSError."""
    target = path.resolve()
    for number in count(1):
        aside = target.with_name(f"{target.name}.bad-{today}" + (f"-{number}" if number > 1 else ""))
        with suppress(FileExistsError):
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            break
    return target.replace(aside)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some systems cannot open or sync a folder; the file itself is safe
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
